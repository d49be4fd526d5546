"""Edits of several features of a sequence at once: put in, doubled, moved, sorted, clipped.

Features are named by 0-based indexes; those that do not exist are passed over.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import TypeVar

from seqeditor.domain.edits.places import kept
from seqeditor.domain.location import (
    Between,
    Combination,
    Complement,
    Location,
    LocationError,
    Point,
    Range,
    parse,
)
from seqeditor.domain.location_remap import remap
from seqeditor.domain.sequence import Feature, Qualifier, Sequence

Item = TypeVar("Item")


def copied(features: Iterable[Feature]) -> tuple[Feature, ...]:
    """Return features like these with addresses of their own, and no ids (par. 87(d))."""
    return tuple(
        replace(
            one,
            ref=0,
            qualifiers=tuple(replace(each, id=None, ref=0) for each in one.qualifiers),
        )
        for one in features
    )


def insert_features(
    sequence: Sequence, features: Iterable[Feature], at: int | None = None
) -> Sequence:
    """Return the sequence with copies of features before index `at`, by default at the end."""
    there = sequence.features
    place = len(there) if at is None else max(0, min(at, len(there)))
    return kept(
        sequence,
        replace(sequence, features=(*there[:place], *copied(features), *there[place:])),
    )


def duplicate_features(sequence: Sequence, indexes: Collection[int]) -> Sequence:
    """Return the sequence with copies of some features, all behind the last of them."""
    chosen = [n for n in sorted(indexes) if 0 <= n < len(sequence.features)]
    if not chosen:
        return sequence
    return insert_features(sequence, (sequence.features[n] for n in chosen), chosen[-1] + 1)


def add_qualifiers(
    sequence: Sequence, indexes: Collection[int], qualifiers: Iterable[Qualifier]
) -> Sequence:
    """Return the sequence with copies of qualifiers in some features.

    One that waits for its value, of the same name, takes it; what a feature says already is not
    said twice.
    """
    new = [replace(one, id=None, ref=0) for one in qualifiers]
    features = tuple(
        replace(one, qualifiers=_with_qualifiers(one.qualifiers, new)) if n in indexes else one
        for n, one in enumerate(sequence.features)
    )
    return kept(sequence, replace(sequence, features=features))


def _with_qualifiers(
    there: tuple[Qualifier, ...], new: Iterable[Qualifier]
) -> tuple[Qualifier, ...]:
    found = list(there)
    for one in new:
        said = [(q.name, q.value or "", q.non_english or "") for q in found]
        if (one.name, one.value or "", one.non_english or "") in said:
            continue
        if (one.name, "", "") in said:
            place = said.index((one.name, "", ""))
            found[place] = replace(found[place], value=one.value, non_english=one.non_english)
        else:
            found.append(one)
    return tuple(found)


def order_moved(count: int, indexes: Collection[int], by: int) -> list[int]:
    """Return the order of `count` things after some are moved up (-1) or down (1).

    Each goes one place further, past what is not moved; at the edge it stays.
    """
    order = list(range(count))
    walk = range(count) if by < 0 else range(count - 1, -1, -1)
    chosen = set(indexes)
    for place in walk:
        beyond = place + by
        if order[place] in chosen and 0 <= beyond < count and order[beyond] not in chosen:
            order[place], order[beyond] = order[beyond], order[place]
    return order


def move_features(sequence: Sequence, indexes: Collection[int], by: int) -> Sequence:
    """Return the sequence with some features moved one place up (-1) or down (1)."""
    order = order_moved(len(sequence.features), indexes, by)
    return _ordered(sequence, order)


def order_by_location(sequence: Sequence) -> list[int]:
    """Return the order of the features by where they begin; what spans others before them.

    The source comes first; features whose location cannot be read come last, as they stood.
    """
    return sorted(
        range(len(sequence.features)), key=lambda n: _rank(sequence.features[n], sequence.moltype)
    )


def sort_features(sequence: Sequence) -> Sequence:
    """Return the sequence with its features sorted by location."""
    return _ordered(sequence, order_by_location(sequence))


def _ordered(sequence: Sequence, order: list[int]) -> Sequence:
    if order == sorted(order):
        return sequence
    return replace(sequence, features=tuple(sequence.features[n] for n in order))


def _rank(feature: Feature, moltype: str) -> tuple[int, int, int]:
    if feature.key == "source":
        return (0, 0, 0)
    try:
        location = parse(feature.location, moltype)
    except LocationError:
        return (2, 0, 0)
    return (1, location.minimum, -location.maximum)


def clipped(location: str, moltype: str, length: int) -> str | None:
    """Return what of a location lies within a sequence of this length.

    None where nothing does; a location that cannot be read comes back as it is.
    """
    try:
        found = parse(location, moltype)
    except LocationError:
        return location
    if found.maximum <= length:
        return location
    if length < 1:
        return None
    beyond = found.maximum - length
    left = remap(found, length + 1, beyond, 0, length)
    return None if left is None else str(left)


def shifted(location: Location, by: int) -> Location:
    """Return a location moved along the sequence by some residues, wherever that leads."""
    if isinstance(location, Complement):
        return Complement(shifted(location.inner, by))
    if isinstance(location, Combination):
        return replace(location, members=tuple(shifted(one, by) for one in location.members))
    if isinstance(location, Range):
        return replace(location, start=location.start + by, end=location.end + by)
    if isinstance(location, Between):
        return Between(location.first + by, location.second + by)
    if isinstance(location, Point):
        return replace(location, position=location.position + by)
    return location
