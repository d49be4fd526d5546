"""Edits of the qualifiers of a feature (ST.26 par. 73-87).

Feature and qualifier are named by 0-based indexes; a place that does not exist raises LookupError.
Values: None means the element is absent, "" that it is there and empty.
"""

from __future__ import annotations

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


def with_english_values(sequence: Sequence) -> Sequence:
    """Return the sequence with non-English values as INSDQualifier_value where that is empty.

    One that says the same as the English value goes; one that says something else stays.
    """

    def english(one: Qualifier) -> Qualifier:
        text, other = (one.value or "").strip(), (one.non_english or "").strip()
        if one.non_english is None or (text and other not in ("", text)):
            return one
        return replace(one, value=one.value if text or not other else other, non_english=None)

    features = tuple(
        replace(feature, qualifiers=tuple(map(english, feature.qualifiers)))
        for feature in sequence.features
    )
    return replace(sequence, features=features)


def add_qualifier(
    sequence: Sequence,
    feature: int,
    name: str,
    value: str | None = None,
    *,
    non_english: str | None = None,
    at: int | None = None,
) -> Sequence:
    """Return the sequence with a new qualifier before index `at`, by default as the last one."""
    new = Qualifier(name, value, non_english)
    qualifiers = with_inserted(item(sequence.features, feature).qualifiers, at, new)
    return _with_qualifiers(sequence, feature, qualifiers)


def set_qualifier_value(
    sequence: Sequence, feature: int, qualifier: int, value: str | None
) -> Sequence:
    """Return the sequence with another INSDQualifier_value."""
    old = qualifier_at(sequence, feature, qualifier)
    return _with_qualifier(sequence, feature, qualifier, replace(old, value=value))


def set_non_english(
    sequence: Sequence, feature: int, qualifier: int, value: str | None
) -> Sequence:
    """Return the sequence with another NonEnglishQualifier_value (par. 87)."""
    old = qualifier_at(sequence, feature, qualifier)
    return _with_qualifier(sequence, feature, qualifier, replace(old, non_english=value))


def set_qualifier_name(
    sequence: Sequence, feature: int, qualifier: int, name: str, *, takes_value: bool | None = None
) -> Sequence:
    """Return the sequence with another name for the qualifier; its value stays.

    `takes_value` says whether the new name has a value: an absent value becomes empty, to be
    filled in, an empty one becomes absent. None leaves the value alone.
    """
    old = qualifier_at(sequence, feature, qualifier)
    value = old.value
    if takes_value is not None and not value:
        value = "" if takes_value else None
    return _with_qualifier(sequence, feature, qualifier, replace(old, name=name, value=value))


def set_qualifier_id(
    sequence: Sequence, feature: int, qualifier: int, id_text: str | None
) -> Sequence:
    """Return the sequence with another id attribute, None for none (par. 87(d))."""
    old = qualifier_at(sequence, feature, qualifier)
    return _with_qualifier(sequence, feature, qualifier, replace(old, id=id_text))


def remove_qualifier(sequence: Sequence, feature: int, qualifier: int) -> Sequence:
    """Return the sequence without the qualifier."""
    qualifiers = item(sequence.features, feature).qualifiers
    return _with_qualifiers(sequence, feature, without_item(qualifiers, qualifier))


def move_qualifier(sequence: Sequence, feature: int, qualifier: int, to: int) -> Sequence:
    """Return the sequence with the qualifier moved so that it stands at index `to`."""
    qualifiers = item(sequence.features, feature).qualifiers
    return _with_qualifiers(sequence, feature, with_moved(qualifiers, qualifier, to))


def qualifier_at(sequence: Sequence, feature: int, qualifier: int) -> Qualifier:
    """Return the qualifier at a place; raises LookupError."""
    return item(item(sequence.features, feature).qualifiers, qualifier)


def _with_qualifier(sequence: Sequence, feature: int, index: int, new: Qualifier) -> Sequence:
    qualifiers = item(sequence.features, feature).qualifiers
    return _with_qualifiers(sequence, feature, with_item(qualifiers, index, new))


def _with_qualifiers(
    sequence: Sequence, feature: int, qualifiers: tuple[Qualifier, ...]
) -> Sequence:
    old = item(sequence.features, feature)
    new: Feature = kept(old, replace(old, qualifiers=qualifiers))
    if new is old:
        return sequence
    return replace(sequence, features=with_item(sequence.features, feature, new))


def set_value_of(sequence: Sequence, feature: int, name: str, value: str) -> Sequence:
    """Return the sequence with a value for the first qualifier of a name, added where missing."""
    there = item(sequence.features, feature).qualifiers
    for index, one in enumerate(there):
        if one.name == name:
            return set_qualifier_value(sequence, feature, index, value)
    return add_qualifier(sequence, feature, name, value)
