"""New residues for a sequence, with what must follow them: the pure edits behind the repairs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from seqeditor.domain.edits.residues import features_lost, replace_residues
from seqeditor.domain.location import whole
from seqeditor.domain.residues import TextResidues
from seqeditor.domain.sequence import Feature, Sequence
from seqeditor.rules.coding import FEWEST, specific

_BETWEEN_STOPS = re.compile(r"[^*.]+")


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
    """Return the sequence cut to its first residues; positions in features and values follow.

    A feature wholly behind them stays as it is. The written length goes: from now on the program
    counts.
    """
    removed = sequence.length - length
    lost = features_lost(sequence, length + 1, removed, "")
    cut = replace_residues(sequence, length + 1, removed, "")
    followed = iter(cut.features)
    features = tuple(one if one in lost else next(followed) for one in sequence.features)
    return replace(cut, features=features, written_length=None)


def stretches_between_stops(letters: str) -> list[tuple[int, int]]:
    """Return first and last position of what stands between the symbols for stops.

    Of several stretches those with fewer than four defined residues are left out: they must not
    be listed (par. 8).
    """
    found = [(match.start() + 1, match.end()) for match in _BETWEEN_STOPS.finditer(letters)]
    if len(found) < 2:
        return found
    return [(a, b) for a, b in found if specific(letters[a - 1 : b]) >= FEWEST]


def parted_at_stops(sequence: Sequence) -> tuple[Sequence, ...]:
    """Return the parts of a protein between stops, each with the features that lie in it.

    A stop at the end alone is cut off. Where nothing is left to be listed it stays one sequence.
    """
    letters = sequence.residues.text()
    parts = stretches_between_stops(letters)
    bare = letters.rstrip("*.")
    if not parts or parts == [(1, len(bare))]:
        return (shortened(sequence, len(bare)),)
    return tuple(_part(sequence, first, last, n > 0) for n, (first, last) in enumerate(parts))


def _part(sequence: Sequence, first: int, last: int, is_new: bool) -> Sequence:
    part = replace_residues(sequence, last + 1, sequence.length - last, "")
    part = replace_residues(part, 1, first - 1, "")
    return replace(part, features=tuple(map(_fresh, part.features))) if is_new else part


def _fresh(feature: Feature) -> Feature:
    qualifiers = tuple(replace(q, ref=0) for q in feature.qualifiers)
    return replace(feature, ref=0, qualifiers=qualifiers)


def first_of(pattern: re.Pattern[str], letters: str) -> tuple[int, str]:
    """Return position and character of the first match of a pattern that is known to match."""
    match = pattern.search(letters)
    assert match is not None
    return match.start() + 1, match[0]
