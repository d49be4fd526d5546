"""Edits made alike in many sequences: qualifiers of features of one key, and whole features.

Every feature of the key is edited. What is there already is not written again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import Enum

from seqeditor.domain.edits.places import kept
from seqeditor.domain.sequence import Feature, Qualifier, Sequence


class Mode(Enum):
    """What happens to a qualifier that is there already."""

    SET = "set"
    """Its value is replaced; where there is none, one is added."""
    FILL = "fill"
    """It stays unless it is empty; where there is none, one is added."""
    ADD = "add"
    """One more is added, unless one with the same value is there."""


def set_values(
    sequence: Sequence, key: str, name: str, value: str | None, mode: Mode = Mode.SET
) -> Sequence:
    """Return the sequence with a value for a qualifier in every feature of a key.

    With SET, the first of several qualifiers of the name gets the value and the others go.
    """

    def edit(feature: Feature) -> Feature:
        there = [q for q in feature.qualifiers if q.name == name]
        if mode is Mode.ADD:
            return feature if any(q.value == value for q in there) else _more(feature, name, value)
        if not there:
            return _more(feature, name, value)
        if mode is Mode.FILL:
            return _each(feature, name, lambda q: q if q.value else replace(q, value=value))
        first = there[0]
        qualifiers = tuple(
            replace(q, value=value) if q is first else q
            for q in feature.qualifiers
            if q is first or q.name != name
        )
        return replace(feature, qualifiers=qualifiers)

    return _in_features(sequence, key, edit)


def set_translations(sequence: Sequence, key: str, name: str, text: str | None) -> Sequence:
    """Return the sequence with a NonEnglishQualifier_value for qualifiers that are there."""
    return _in_features(
        sequence, key, lambda f: _each(f, name, lambda q: replace(q, non_english=text))
    )


def remove_qualifiers(sequence: Sequence, key: str, name: str) -> Sequence:
    """Return the sequence without the qualifiers of a name in features of a key."""
    return _in_features(
        sequence,
        key,
        lambda f: replace(f, qualifiers=tuple(q for q in f.qualifiers if q.name != name)),
    )


def add_feature_once(sequence: Sequence, new: Feature) -> Sequence:
    """Return the sequence with a feature as the last one, unless one like it is there."""
    if new in sequence.features:
        return sequence
    return replace(sequence, features=(*sequence.features, new))


def remove_features(sequence: Sequence, key: str) -> Sequence:
    """Return the sequence without the features of a key."""
    return kept(
        sequence, replace(sequence, features=tuple(f for f in sequence.features if f.key != key))
    )


def _in_features(sequence: Sequence, key: str, edit: Callable[[Feature], Feature]) -> Sequence:
    features = tuple(edit(f) if f.key == key else f for f in sequence.features)
    return kept(sequence, replace(sequence, features=features))


def _each(feature: Feature, name: str, edit: Callable[[Qualifier], Qualifier]) -> Feature:
    return replace(
        feature, qualifiers=tuple(edit(q) if q.name == name else q for q in feature.qualifiers)
    )


def _more(feature: Feature, name: str, value: str | None) -> Feature:
    return replace(feature, qualifiers=(*feature.qualifiers, Qualifier(name, value)))
