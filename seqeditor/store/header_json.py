"""The general information as JSON, for its one row in the database."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from seqeditor.domain.general_information import (
    ApplicationIdentification,
    GeneralInformation,
    LanguageText,
)
from seqeditor.formats.st26.text import check_writable


def header_to_json(header: GeneralInformation) -> str:
    """Return the JSON text that stands for a header; equal headers, equal texts.

    Raises UnwritableCharacter when a text holds what XML cannot.
    """
    fields = asdict(header)
    for text in _leaves(fields):
        check_writable(str(text))
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":"))


def header_from_json(text: str) -> GeneralInformation:
    """Return the header of a JSON text; raises ValueError, TypeError or KeyError for another's."""
    fields: dict[str, Any] = json.loads(text)
    for name in ("application", "priority"):
        if fields.get(name) is not None:
            fields[name] = ApplicationIdentification(**fields[name])
    for name in ("applicant_name", "inventor_name"):
        if fields.get(name) is not None:
            fields[name] = LanguageText(**fields[name])
    fields["titles"] = tuple(LanguageText(**title) for title in fields.get("titles", ()))
    header = GeneralInformation(**fields)
    if not all(isinstance(leaf, str) for leaf in _leaves(asdict(header))):
        raise TypeError("not all of the header is text")
    return header


def _leaves(value: object) -> Iterator[object]:
    """All that is neither absent nor made of parts."""
    if isinstance(value, dict):
        for one in value.values():
            yield from _leaves(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _leaves(one)
    elif value is not None:
        yield value
