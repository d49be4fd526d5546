"""New residues for a sequence, with what must follow them: the pure edits behind the repairs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from seqeditor.domain.location import LocationError, parse, whole
from seqeditor.domain.location_remap import remap
from seqeditor.domain.residues import TextResidues
from seqeditor.domain.sequence import Feature, Sequence

LINKING_KEYS = ("CROSSLNK", "DISULFID")
"""Keys whose x..y names two bound residues, not the stretch between them (par. 66(c))."""


def rewritten(sequence: Sequence, letters: str) -> Sequence:
    """Return the sequence with other letters in the same places."""
    return replace(sequence, residues=TextResidues(letters))


def translated(sequence: Sequence, table: Mapping[int, int | str | None]) -> Sequence:
    """Return the sequence with letters changed one by one."""
    return rewritten(sequence, sequence.residues.text().translate(table))


def substituted(sequence: Sequence, first: int, last: int, symbol: str) -> Sequence:
    """Return the sequence with the residues first..last replaced by the symbol."""
    count = last - first + 1
    return replace(sequence, residues=sequence.residues.splice(first, count, symbol * count))


def respelled(sequence: Sequence, letters: str) -> Sequence:
    """Return the sequence with the same residues written in fewer letters.

    Only source follows: whether other features count letters or residues cannot be known.
    """
    location = str(whole(len(letters)))
    features = tuple(
        replace(feature, location=location) if feature.key == "source" else feature
        for feature in sequence.features
    )
    changed = replace(sequence, features=features, written_length=None)
    return rewritten(changed, letters)


def shortened(sequence: Sequence, length: int) -> Sequence:
    """Return the sequence cut to its first residues; a feature wholly behind them stays as it is.

    The written length goes: from now on the program counts.
    """
    features = tuple(_cut(feature, sequence, length) for feature in sequence.features)
    changed = replace(sequence, features=features, written_length=None)
    return rewritten(changed, sequence.residues.text(1, length))


def _cut(feature: Feature, sequence: Sequence, length: int) -> Feature:
    try:
        location = parse(feature.location, sequence.moltype)
    except LocationError:
        return feature
    if location.maximum <= length:
        return feature
    removed = sequence.length - length
    linked = feature.key in LINKING_KEYS
    left = remap(location, length + 1, removed, 0, length, linked=linked)
    return feature if left is None else replace(feature, location=str(left))


def first_of(pattern: re.Pattern[str], letters: str) -> tuple[int, str]:
    """Return position and character of the first match of a pattern that is known to match."""
    match = pattern.search(letters)
    assert match is not None
    return match.start() + 1, match[0]
