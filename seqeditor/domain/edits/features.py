"""Edits of the features of a sequence (ST.26 par. 60-72).

A feature is named by its 0-based index; a place that does not exist raises LookupError. Which
qualifiers a key cannot do without is said by the caller, who knows the vocabulary.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from seqeditor.domain.edits.places import (
    item,
    kept,
    with_inserted,
    with_item,
    with_moved,
    without_item,
)
from seqeditor.domain.sequence import Feature, Qualifier, Sequence


def add_feature(
    sequence: Sequence,
    key: str,
    location: str,
    qualifiers: Iterable[Qualifier] = (),
    *,
    mandatory: Iterable[str] = (),
    at: int | None = None,
) -> Sequence:
    """Return the sequence with a new feature before index `at`, by default as the last one.

    Mandatory qualifiers not among those given are added with an empty value, to be filled in.
    """
    feature = Feature(key, location, _completed(tuple(qualifiers), mandatory))
    return replace(sequence, features=with_inserted(sequence.features, at, feature))


def set_key(
    sequence: Sequence,
    feature: int,
    key: str,
    *,
    mandatory: Iterable[str] = (),
    superfluous: Collection[str] = (),
) -> Sequence:
    """Return the sequence with another key for the feature.

    Mandatory qualifiers of the new key are added where missing, with an empty value. Of the names
    in `superfluous`, those of the old key, qualifiers that nobody has filled in are taken away.
    """
    old = item(sequence.features, feature)
    needed = tuple(mandatory)
    qualifiers = tuple(
        one
        for one in old.qualifiers
        if one.value or one.non_english or one.name not in superfluous or one.name in needed
    )
    return _with_feature(
        sequence, feature, replace(old, key=key, qualifiers=_completed(qualifiers, needed))
    )


def set_location(sequence: Sequence, feature: int, location: str) -> Sequence:
    """Return the sequence with another location for the feature, right or wrong."""
    old = item(sequence.features, feature)
    return _with_feature(sequence, feature, replace(old, location=location))


def remove_feature(sequence: Sequence, feature: int) -> Sequence:
    """Return the sequence without the feature."""
    return replace(sequence, features=without_item(sequence.features, feature))


def move_feature(sequence: Sequence, feature: int, to: int) -> Sequence:
    """Return the sequence with the feature moved so that it stands at index `to`."""
    return kept(sequence, replace(sequence, features=with_moved(sequence.features, feature, to)))


def duplicate_feature(sequence: Sequence, feature: int) -> Sequence:
    """Return the sequence with a copy of the feature after it.

    The copy has addresses of its own, and no ids, which are unique in a listing (par. 87(d)).
    """
    old = item(sequence.features, feature)
    qualifiers = tuple(replace(one, id=None, ref=0) for one in old.qualifiers)
    copy = replace(old, qualifiers=qualifiers, ref=0)
    return replace(sequence, features=with_inserted(sequence.features, feature + 1, copy))


def _completed(
    qualifiers: tuple[Qualifier, ...], mandatory: Iterable[str]
) -> tuple[Qualifier, ...]:
    there = {one.name for one in qualifiers}
    return (*qualifiers, *(Qualifier(name, "") for name in mandatory if name not in there))


def _with_feature(sequence: Sequence, index: int, new: Feature) -> Sequence:
    old = item(sequence.features, index)
    if new == old:
        return sequence
    return replace(sequence, features=with_item(sequence.features, index, new))
