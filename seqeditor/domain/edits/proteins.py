"""Edits that bring a coding region and its protein together (ST.26 par. 92)."""

from __future__ import annotations

from dataclasses import replace

from seqeditor.domain.edits.places import with_item
from seqeditor.domain.edits.residues import replace_residues
from seqeditor.domain.edits.sequence import new_sequence
from seqeditor.domain.sequence import Qualifier, Sequence


def with_value(sequence: Sequence, feature: int, name: str, value: str) -> Sequence:
    """Return the sequence with a value for a qualifier of a feature, added where it is missing.

    Of several qualifiers of the name it is the first. `feature` is a 0-based index.
    """
    old = sequence.features[feature]
    qualifiers = list(old.qualifiers)
    found = [at for at, q in enumerate(qualifiers) if q.name == name]
    if found:
        qualifiers[found[0]] = replace(qualifiers[found[0]], value=value)
    else:
        qualifiers.append(Qualifier(name, value))
    new = replace(old, qualifiers=tuple(qualifiers))
    return replace(sequence, features=with_item(sequence.features, feature, new))


def protein(letters: str, coding: Sequence) -> Sequence:
    """Return a protein as a sequence of its own, from the organism of the sequence coding it."""
    return with_organism_of(new_sequence("AA", letters, mol_type="protein"), coding)


def nucleotides(letters: str, within: Sequence) -> Sequence:
    """Return nucleotides named inside a sequence as a sequence of their own, of the same source."""
    source = within.source
    mol_type = (source.value("mol_type") if source else None) or ""
    return with_organism_of(new_sequence(within.moltype, letters, mol_type=mol_type), within)


def with_organism_of(sequence: Sequence, other: Sequence) -> Sequence:
    """Return the sequence with the organism of another; without one there nothing changes."""
    given = (
        next((q for q in other.source.qualifiers if q.name == "organism"), None)
        if (other.source)
        else None
    )
    index = next((i for i, f in enumerate(sequence.features) if f.key == "source"), None)
    if given is None or index is None:
        return sequence
    changed = with_value(sequence, index, "organism", given.value or "")
    feature = changed.features[index]
    qualifiers = tuple(
        replace(q, non_english=given.non_english) if q.name == "organism" else q
        for q in feature.qualifiers
    )
    new = replace(feature, qualifiers=qualifiers)
    return replace(changed, features=with_item(changed.features, index, new))


def with_letters(sequence: Sequence, letters: str) -> Sequence:
    """Return the sequence with other residues; features follow what has been changed.

    What both have at the beginning and at the end stays where it is.
    """
    old = sequence.residues.text()
    shorter = min(len(old), len(letters))
    before = next((n for n in range(shorter) if old[n] != letters[n]), shorter)
    rest = shorter - before
    behind = next((n for n in range(rest) if old[-1 - n] != letters[-1 - n]), rest)
    removed = len(old) - before - behind
    return replace_residues(sequence, before + 1, removed, letters[before : len(letters) - behind])
