"""Small pure edits of features and their qualifiers: the material of the repairs."""

from __future__ import annotations

from dataclasses import replace

from seqeditor.domain.sequence import Feature, Qualifier, Sequence


def with_features(sequence: Sequence, index: int, *new: Feature) -> Sequence:
    """Return the sequence with one feature replaced by the new ones."""
    features = sequence.features
    return replace(sequence, features=(*features[:index], *new, *features[index + 1 :]))


def with_qualifier(sequence: Sequence, index: int, qualifier: Qualifier) -> Sequence:
    """Return the sequence with a qualifier added at the end of a feature."""
    feature = sequence.features[index]
    return with_features(
        sequence, index, replace(feature, qualifiers=(*feature.qualifiers, qualifier))
    )


def with_note(sequence: Sequence, index: int, text: str) -> Sequence:
    """Return the sequence with a note in a feature, unless it has that note."""
    if not text or text in sequence.features[index].values("note"):
        return sequence
    return with_qualifier(sequence, index, Qualifier("note", text))


def without_qualifier(sequence: Sequence, index: int, at: int) -> Sequence:
    """Return the sequence without one qualifier of a feature."""
    feature = sequence.features[index]
    kept = feature.qualifiers[:at] + feature.qualifiers[at + 1 :]
    return with_features(sequence, index, replace(feature, qualifiers=kept))


def as_note(qualifier: Qualifier) -> Qualifier:
    """Return a note that says what a qualifier said: its name and its value."""
    value = (qualifier.value or "").strip()
    other = (qualifier.non_english or "").strip()
    return replace(
        qualifier,
        name="note",
        value=f"{qualifier.name}: {value}" if value else qualifier.name,
        non_english=f"{qualifier.name}: {other}" if other else None,
    )
