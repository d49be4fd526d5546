"""Edits of a sequence as a whole, and making new ones (ST.26 par. 50-59)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from seqeditor.domain.edits.features import add_feature
from seqeditor.domain.edits.places import kept
from seqeditor.domain.edits.qualifiers import set_qualifier_value
from seqeditor.domain.location import whole
from seqeditor.domain.residues import Residues, TextResidues
from seqeditor.domain.sequence import Qualifier, Sequence, skipped_sequence

DIVISION = "PAT"
"""The one value of INSDSeq_division (par. 56)."""


def new_sequence(
    moltype: str, residues: str | Residues = "", *, organism: str = "", mol_type: str = ""
) -> Sequence:
    """Return a sequence with its source feature, as par. 63 and 75 ask for it."""
    letters = TextResidues(residues) if isinstance(residues, str) else residues
    return _with_source(Sequence(moltype, letters), organism, mol_type)


def set_moltype(sequence: Sequence, moltype: str, *, mol_type: str | None = None) -> Sequence:
    """Return the sequence with another molecule type.

    `mol_type`, if given, becomes the value of that qualifier of source, which must suit the
    molecule type (par. 75). Residues and other features stay: whether they fit, the rules say.
    """
    new = replace(sequence, moltype=moltype)
    if mol_type is not None:
        new = set_source_value(new, "mol_type", mol_type)
    return kept(sequence, new)


def set_source_value(sequence: Sequence, name: str, value: str) -> Sequence:
    """Return the sequence with this value for a qualifier of source, added where it is missing.

    Without a source feature nothing changes.
    """
    for index, feature in enumerate(sequence.features):
        if feature.key != "source":
            continue
        for at, qualifier in enumerate(feature.qualifiers):
            if qualifier.name == name:
                return set_qualifier_value(sequence, index, at, value)
        qualifiers = (*feature.qualifiers, Qualifier(name, value))
        features = list(sequence.features)
        features[index] = replace(feature, qualifiers=qualifiers)
        return replace(sequence, features=tuple(features))
    return sequence


def set_skipped(sequence: Sequence) -> Sequence:
    """Return an intentionally skipped sequence in place of this one (par. 58).

    Residues, features and everything else the standard forbids there go; what is the author's own
    stays.
    """
    new = replace(
        skipped_sequence(), name=sequence.name, note=sequence.note, colour=sequence.colour
    )
    return kept(sequence, new)


def unskip(
    sequence: Sequence, moltype: str = "DNA", *, organism: str = "", mol_type: str = ""
) -> Sequence:
    """Return an empty sequence in place of an intentionally skipped one; any other stays."""
    if not sequence.is_skipped:
        return sequence
    new = new_sequence(moltype, organism=organism, mol_type=mol_type)
    return replace(new, name=sequence.name, note=sequence.note, colour=sequence.colour)


def set_name(sequence: Sequence, name: str) -> Sequence:
    """Return the sequence with another name of the author's own."""
    return kept(sequence, replace(sequence, name=name))


def set_note(sequence: Sequence, note: str) -> Sequence:
    """Return the sequence with another note of the author's own."""
    return kept(sequence, replace(sequence, note=note))


def set_colour(sequence: Sequence, colour: str) -> Sequence:
    """Return the sequence with another colour mark of the author's own."""
    return kept(sequence, replace(sequence, colour=colour))


def set_division(sequence: Sequence, division: str = DIVISION) -> Sequence:
    """Return the sequence with another INSDSeq_division."""
    return kept(sequence, replace(sequence, division=division))


def set_other_seqids(sequence: Sequence, texts: Iterable[str] | None) -> Sequence:
    """Return the sequence with these INSDSeqid texts, None for no INSDSeq_other-seqids."""
    new = None if texts is None else tuple(texts)
    return kept(sequence, replace(sequence, other_seqids=new))


def _with_source(sequence: Sequence, organism: str, mol_type: str) -> Sequence:
    location = str(whole(sequence.length)) if sequence.length else ""
    qualifiers = (Qualifier("mol_type", mol_type), Qualifier("organism", organism))
    return add_feature(sequence, "source", location, qualifiers, at=0)
