"""Stretches of residues: first and last position, 1-based, both included."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from seqeditor.domain.location import LocationError, parse
from seqeditor.domain.sequence import Sequence

Stretch = tuple[int, int]

_SHOWN = 5


def shown(stretches: Collection[Stretch]) -> str:
    """Return the stretches as a reader writes them: `3, 5..9`; after five an ellipsis."""
    parts = [
        str(first) if first == last else f"{first}..{last}"
        for first, last in list(stretches)[:_SHOWN]
    ]
    return ", ".join(parts) + (", …" if len(stretches) > _SHOWN else "")


def joined(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Return the same residues as sorted stretches that neither touch nor overlap."""
    found: list[Stretch] = []
    for first, last in sorted(stretches):
        if found and first <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return found


def gaps(stretches: Iterable[Stretch], length: int) -> list[Stretch]:
    """Return what the stretches leave open of 1..length."""
    found = []
    following = 1
    for first, last in joined(stretches):
        if first > following:
            found.append((following, first - 1))
        following = last + 1
    if following <= length:
        found.append((following, length))
    return found


def runs(symbol: str, letters: str) -> list[Stretch]:
    """Return where a symbol stands, once or several times in a row."""
    if symbol not in letters:
        return []
    found = re.finditer(f"{re.escape(symbol)}+", letters)
    return [(match.start() + 1, match.end()) for match in found]


def outside(stretches: Iterable[Stretch], covered: Iterable[Stretch]) -> list[Stretch]:
    """Return the parts of sorted stretches that lie in none of the covered ones."""
    left: list[Stretch] = []
    cover = joined(covered)
    at = 0
    for first, last in stretches:
        while at < len(cover) and cover[at][1] < first:
            at += 1
        here = at
        while first <= last and here < len(cover) and cover[here][0] <= last:
            if cover[here][0] > first:
                left.append((first, cover[here][0] - 1))
            first = cover[here][1] + 1
            here += 1
        if first <= last:
            left.append((first, last))
    return left


def described(sequence: Sequence, keys: Collection[str] = ()) -> list[Stretch]:
    """Return the stretches of the features with one of the keys, or of all but source."""
    found: list[Stretch] = []
    for feature in sequence.features:
        if feature.key not in keys if keys else feature.key == "source":
            continue
        try:
            location = parse(feature.location, sequence.moltype)
        except LocationError:
            continue
        found.extend((first, last) for first, last, _ in location.spans())
    return found
