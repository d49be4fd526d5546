"""Edits of coding regions that follow from what their codons say: the material of the repairs."""

from __future__ import annotations

from dataclasses import replace

from seqeditor.domain.edits.proteins import with_value
from seqeditor.domain.location import LocationError, faults, parse
from seqeditor.domain.sequence import Feature, Sequence
from seqeditor.rules.coding import KEY, Coding, letters_of, read_coding
from seqeditor.rules.feature.changes import with_features

CDS = (KEY,)


def coding_of(sequence: Sequence, feature: Feature) -> Coding | None:
    """Return what a feature codes for, None if it is no CDS or something is wrong with it."""
    if feature.key != KEY or not sequence.is_nucleotide:
        return None
    try:
        location = parse(feature.location, sequence.moltype)
    except LocationError:
        return None
    if faults(location, sequence.moltype, sequence.length):
        return None
    return read_coding(feature, sequence, location)


def is_computable(coding: Coding) -> bool:
    """Tell whether what was computed can stand in the qualifier translation."""
    letters = coding.computed.letters
    return bool(letters_of(letters)) and "*" not in letters and not coding.is_out_of_frame


def with_computed(sequence: Sequence, index: int) -> Sequence:
    """Return the sequence with the computed translation in a feature, unchanged if none can be."""
    coding = coding_of(sequence, sequence.features[index])
    if coding is None or not is_computable(coding):
        return sequence
    return with_value(sequence, index, "translation", coding.computed.letters)


def without(sequence: Sequence, index: int, *names: str) -> Sequence:
    """Return the sequence without the qualifiers of these names in one feature."""
    feature = sequence.features[index]
    kept = tuple(q for q in feature.qualifiers if q.name not in names)
    return with_features(sequence, index, replace(feature, qualifiers=kept))


def place(feature: Feature, name: str) -> tuple[str | int, ...]:
    """Return the path of the first qualifier of a name, from its feature on."""
    return ("qualifiers", [q.name for q in feature.qualifiers].index(name))
