"""All texts of a sequence or of the general information, each with its place."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

from seqeditor.domain.general_information import GeneralInformation
from seqeditor.domain.path import Path
from seqeditor.domain.sequence import Sequence

Text = tuple[Path, str]

_NOT_TYPED = ("dtd_version", "software_name", "software_version", "written_total", "file_name")
"""What this program writes itself."""


def qualifier_texts(sequence: Sequence, key: str = "", name: str = "") -> Iterator[Text]:
    """Yield the values of qualifiers in both languages; `key`, `name`: only of these."""
    for index, feature in enumerate(sequence.features):
        if key and feature.key != key:
            continue
        for at, qualifier in enumerate(feature.qualifiers):
            if name and qualifier.name != name:
                continue
            place = ("features", index, "qualifiers", at)
            if qualifier.value:
                yield (*place, "value"), qualifier.value
            if qualifier.non_english:
                yield (*place, "non_english"), qualifier.non_english


def own_texts(sequence: Sequence) -> Iterator[Text]:
    """Yield the author's own name and note."""
    for field in ("name", "note"):
        text = getattr(sequence, field)
        if text:
            yield (field,), text


def header_texts(header: GeneralInformation) -> Iterator[Text]:
    """Yield the texts of the general information that somebody has typed."""
    for field in dataclasses.fields(header):
        if field.name not in _NOT_TYPED:
            yield from _texts((field.name,), getattr(header, field.name))


def _texts(path: Path, value: Any) -> Iterator[Text]:
    if isinstance(value, str):
        if value:
            yield path, value
    elif isinstance(value, tuple):
        for index, one in enumerate(value):
            yield from _texts((*path, index), one)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _texts((*path, field.name), getattr(value, field.name))
