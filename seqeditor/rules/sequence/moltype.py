"""The molecule type and the division as written (ST.26 par. 52, 54)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from seqeditor.domain.residues import TextResidues
from seqeditor.domain.sequence import MOLTYPES, Feature, Sequence
from seqeditor.rules.finding import Finding, Hit, Level, Scope, hit
from seqeditor.rules.rule import Applicability, Repair, rule
from seqeditor.rules.view import SequenceContext
from seqeditor.texts import N_

_MEANT = {
    "dna": "DNA",
    "adn": "DNA",
    "dns": "DNA",
    "rna": "RNA",
    "arn": "RNA",
    "rns": "RNA",
    "aa": "AA",
    "prt": "AA",
    "protein": "AA",
    "peptide": "AA",
    "amino acid": "AA",
}
"""What a molecule type written otherwise can only mean: ST.25, other languages, other case."""

_SUSPECT_FROM = 12
_LIKE_NUCLEOTIDES = "ACGTUNRY"


def _renamed(sequence: Sequence, finding: Finding) -> Sequence:
    return replace(sequence, moltype=str(finding.parameters["meant"]))


@rule(
    "seq-moltype-value",
    Level.ERROR,
    "par. 54",
    Scope.SEQUENCE,
    message=N_("The molecule type “{value}” does not exist. Choose DNA, RNA or AA."),
    variants={
        "meant": N_("The molecule type “{value}” must be written {meant}."),
        "empty": N_("Sequence {number} has no molecule type. Choose DNA, RNA or AA."),
    },
    silences=("xml-mandatory-empty", "xml-outer-space"),
    repair=Repair(
        Applicability.SAFE,
        N_("Write {meant}."),
        _renamed,
        lambda finding: finding.variant == "meant",
    ),
)
def moltype_value(sequence: Sequence, context: SequenceContext) -> Iterator[Hit]:
    """The molecule type of a sequence is DNA, RNA or AA, in capital letters.

    All that follows depends on it: which residue symbols, feature keys and qualifiers may be used.
    Until it is right, nothing that depends on it is checked. PRT is the ST.25 word for AA.

    Right: <INSDSeq_moltype>AA</INSDSeq_moltype>
    Wrong: <INSDSeq_moltype>PRT</INSDSeq_moltype>
    Wrong: <INSDSeq_moltype>dna</INSDSeq_moltype>

    Choose DNA, RNA or AA. A molecule of DNA and RNA parts is DNA (par. 55).
    """
    written = sequence.moltype
    if written in MOLTYPES:
        return
    meant = _MEANT.get(written.strip().lower())
    if meant:
        yield hit("moltype", value=written, variant="meant", meant=meant)
    else:
        variant = "" if written.strip() else "empty"
        yield hit("moltype", value=written, variant=variant, number=context.number)


@rule(
    "seq-division-value",
    Level.ERROR,
    "par. 52; DTD",
    Scope.SEQUENCE,
    message=N_("The division is “{value}”. In a sequence listing it must be PAT."),
    silences=("xml-mandatory-empty", "xml-outer-space"),
    repair=Repair(
        Applicability.SAFE,
        N_("Set the division to PAT."),
        lambda sequence, _finding: replace(sequence, division="PAT"),
    ),
)
def division_value(sequence: Sequence, _context: SequenceContext) -> Iterator[Hit]:
    """The division (INSDSeq_division) is PAT.

    The databases sort their entries into divisions; sequences from patent applications are all in
    the division PAT, and the standard allows no other word.

    Right: <INSDSeq_division>PAT</INSDSeq_division>
    Wrong: <INSDSeq_division>SYN</INSDSeq_division>

    Set it to PAT. The program does so by itself for new sequences.
    """
    if sequence.division != "PAT":
        yield hit("division", value=sequence.division)


def _as_nucleotides(sequence: Sequence, _finding: Finding) -> Sequence:
    letters = sequence.residues.text().lower()
    moltype = "RNA" if "u" in letters and "t" not in letters else "DNA"
    return replace(
        sequence,
        moltype=moltype,
        residues=TextResidues(letters.replace("u", "t")),
        features=tuple(_nucleotide_source(feature, moltype) for feature in sequence.features),
    )


def _nucleotide_source(feature: Feature, moltype: str) -> Feature:
    if feature.key != "source":
        return feature
    kind = "other" if feature.value("organism") == "synthetic construct" else "unassigned"
    return replace(
        feature,
        qualifiers=tuple(
            replace(q, value=f"{kind} {moltype}") if q.name == "mol_type" else q
            for q in feature.qualifiers
        ),
    )


@rule(
    "seq-moltype-suspect-aa",
    Level.WARNING,
    "par. 54",
    Scope.SEQUENCE,
    moltypes=("AA",),
    message=N_(
        "Sequence {number} is marked AA, but its letters look like nucleotides. If they are, set"
        " the molecule type to DNA or RNA."
    ),
    repair=Repair(
        Applicability.ASK,
        N_("Make it a nucleotide sequence in lower case."),
        _as_nucleotides,
    ),
)
def amino_acids_like_nucleotides(sequence: Sequence, context: SequenceContext) -> Iterator[Hit]:
    """An amino-acid sequence of 12 or more residues is not made of A, C, G, T, U, N, R, Y only.

    Such a sequence is possible, but far more often the molecule type is a slip, and a nucleotide
    sequence listed as a protein discloses something else than was meant.

    Right: AA: MKTAYIAKQRQI
    Wrong: AA: ACGTACGTACGTACGT

    If these are nucleotides, change the molecule type; they are then written in lower case. If
    they are amino acids, leave it as it is.
    """
    if sequence.length < _SUSPECT_FROM:
        return
    if not context.letters.strip(_LIKE_NUCLEOTIDES):
        yield hit("moltype", value="AA", number=context.number)


@rule(
    "seq-moltype-suspect-nt",
    Level.WARNING,
    "par. 54",
    Scope.SEQUENCE,
    moltypes=("DNA", "RNA"),
    message=N_(
        "Sequence {number} is marked {value}, but most of its letters are ambiguity symbols, as"
        " when a protein is given in lower case. Check the molecule type."
    ),
)
def nucleotides_like_a_protein(sequence: Sequence, context: SequenceContext) -> Iterator[Hit]:
    """More than half of the nucleotides are not all ambiguity symbols such as m, k, d, v.

    The letters of a protein typed in lower case are mostly valid nucleotide symbols too, so the
    slip is easily missed.

    Right: DNA: acgtacgtacgt
    Wrong: DNA: mkdvrsykwhbd

    If it is a protein, set the molecule type to AA and write the residues in upper case. If the
    ambiguity is meant, leave it as it is.
    """
    length = sequence.length
    if length < _SUSPECT_FROM or context.strange:
        return
    if 2 * sum(context.letters.count(base) for base in "acgtn") < length:
        yield hit("moltype", value=sequence.moltype, number=context.number)
