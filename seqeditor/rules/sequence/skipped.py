"""Intentionally skipped sequences (ST.26 par. 58): residues 000 and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from seqeditor.domain.path import at, put
from seqeditor.domain.sequence import Sequence, skipped_sequence
from seqeditor.rules.finding import Finding, Hit, Level, Scope, hit
from seqeditor.rules.rule import Applicability, Repair, rule
from seqeditor.rules.view import SequenceContext
from seqeditor.texts import N_

_FIELDS = {
    "written_length": "INSDSeq_length",
    "moltype": "INSDSeq_moltype",
    "division": "INSDSeq_division",
}


def _emptied(sequence: Sequence, finding: Finding) -> Sequence:
    new = None if finding.path == ("written_length",) else ""
    changed: Sequence = put(sequence, finding.path, new)
    return changed


@rule(
    "skip-fields-not-empty",
    Level.ERROR,
    "par. 52, 58(b)",
    Scope.SEQUENCE,
    skipped=True,
    message=N_(
        "Sequence {number} is intentionally skipped, so {field} must be empty; it says"
        " “{value}”. Empty it."
    ),
    repair=Repair(Applicability.SAFE, N_("Empty {field}."), _emptied),
)
def fields_not_empty(sequence: Sequence, context: SequenceContext) -> Iterator[Hit]:
    """Length, molecule type and division of an intentionally skipped sequence (000) are empty.

    A skipped sequence only keeps its SEQ ID NO; an Office would take filled fields for a sequence
    that has lost its residues.

    Right: <INSDSeq_length></INSDSeq_length> and the residues 000
    Wrong: <INSDSeq_length>3</INSDSeq_length> and the residues 000

    Empty the field named. If the sequence is not meant to be skipped, give its residues instead
    of 000.
    """
    if not sequence.is_skipped:
        return
    for field, element in _FIELDS.items():
        written = at(sequence, (field,))
        if written and not written.isspace():
            yield hit(field, value=written, field=element, number=context.number)


def _bare(sequence: Sequence, finding: Finding) -> Sequence:
    if finding.variant == "seqids":
        return replace(sequence, other_seqids=None)
    return replace(sequence, features=())


@rule(
    "skip-has-features",
    Level.ERROR,
    "par. 52, 58(c), 60",
    Scope.SEQUENCE,
    skipped=True,
    message=N_(
        "Sequence {number} is intentionally skipped and must not have a feature table."
        " Remove its features."
    ),
    variants={
        "seqids": N_(
            "Sequence {number} is intentionally skipped and should not have"
            " INSDSeq_other-seqids. Leave it out."
        )
    },
    repair=Repair(Applicability.ASK, N_("Remove what a skipped sequence cannot have."), _bare),
)
def has_features(sequence: Sequence, context: SequenceContext) -> Iterator[Hit]:
    """An intentionally skipped sequence (000) has no feature table.

    Features describe residues, and a skipped sequence has none. The identifiers Offices exchange
    (INSDSeq_other-seqids) have no place there either; they give a warning.

    Right: the residues 000 and no INSDSeq_feature-table
    Wrong: the residues 000 and the feature source

    Remove the features. If they matter, the sequence was probably not meant to be skipped: give
    its residues instead of 000.
    """
    if not sequence.is_skipped:
        return
    if sequence.features:
        yield hit("features", number=context.number)
    if sequence.other_seqids is not None:
        yield hit("other_seqids", variant="seqids", level=Level.WARNING, number=context.number)


def _skipped(sequence: Sequence, _finding: Finding) -> Sequence:
    bare = skipped_sequence()
    return replace(bare, name=sequence.name, note=sequence.note, colour=sequence.colour)


def _only_zeros(sequence: Sequence) -> bool:
    residues = sequence.residues
    return residues.text(1, 1) == "0" and all(set(piece) == {"0"} for piece in residues.chunks())


@rule(
    "skip-not-000",
    Level.ERROR,
    "par. 10, 58(d)",
    Scope.SEQUENCE,
    message=N_(
        "Sequence {number} has no data. If it is intentionally skipped, its residues must be 000."
    ),
    variants={
        "residues": N_(
            "Sequence {number} has residues but no length, no molecule type and no division."
            " Choose the molecule type, or write 000 to skip the sequence."
        ),
        "zeros": N_(
            "The residues of sequence {number} are zeros. An intentionally skipped sequence has"
            " exactly three: 000."
        ),
    },
    silences=("seq-*", "res-*", "feat-*", "xml-mandatory-empty"),
    repair=Repair(
        Applicability.ASK,
        N_("Make it an intentionally skipped sequence (000)."),
        _skipped,
        lambda finding: finding.variant != "residues",
    ),
)
def not_000(sequence: Sequence, context: SequenceContext) -> Iterator[Hit]:
    """A sequence without length, molecule type and division has the residues 000.

    This is how the standard marks an intentionally skipped sequence; with other residues, or with
    none, nobody can tell whether data are missing or the number is to be skipped. Residues made of
    zeros only, but not exactly three, are wrong for the same reason.

    Right: <INSDSeq_sequence>000</INSDSeq_sequence>
    Wrong: <INSDSeq_sequence>0000</INSDSeq_sequence>

    Make it an intentionally skipped sequence, or fill in the molecule type and the residues.
    """
    if _only_zeros(sequence):
        yield hit(variant="zeros", number=context.number)
    elif not any((sequence.written_length, sequence.moltype, sequence.division)):
        yield hit(variant="residues" if sequence.length else "", number=context.number)
