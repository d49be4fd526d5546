"""mol_type of source (ST.26 par. 54, 55, 75, 84; Annex I, 6.39, 8.1)."""

from __future__ import annotations

from collections.abc import Iterator

from seqeditor.domain.sequence import MOLTYPES, Qualifier
from seqeditor.rules.feature.source import SOURCE_KEYS
from seqeditor.rules.finding import Hit, Level, Scope
from seqeditor.rules.qualifier.proposals import NUCLEOTIDES, REWRITE, given, told
from seqeditor.rules.rule import rule
from seqeditor.rules.view import QualifierContext
from seqeditor.texts import N_
from seqeditor.vocabulary.qualifiers import mol_types


@rule(
    "qual-mol-type-value",
    Level.ERROR,
    "par. 54-55, 75, 84; Annex I 6.39, 8.1",
    Scope.QUALIFIER,
    moltypes=MOLTYPES,
    keys=SOURCE_KEYS,
    names=("mol_type", "MOL_TYPE"),
    message=N_("The mol_type “{value}” is not allowed for {moltype}. Choose one of: {allowed}."),
    silences=("xml-outer-space", "xml-line-break-in-value", "xml-not-basic-latin"),
    repair=REWRITE,
)
def mol_type_value(one: Qualifier, context: QualifierContext) -> Iterator[Hit]:
    """mol_type has one of the values the standard lists for the molecule type.

    DNA: genomic DNA, other DNA, unassigned DNA. RNA: genomic RNA, mRNA, tRNA, rRNA, other RNA,
    transcribed RNA, viral cRNA, unassigned RNA. AA: protein.

    Right: AA: protein
    Right: DNA: genomic DNA
    Wrong: AA: Protein
    Wrong: DNA: mRNA

    Choose the value that fits. If the molecule type of the sequence is wrong, change that instead.
    """
    moltype, value = context.sequence.moltype, given(one)
    allowed = mol_types(moltype)
    if not value or value in allowed:
        return
    proposal, sure = _meant(value, moltype)
    yield told(value, proposal, sure=sure, moltype=moltype, allowed=", ".join(allowed))


def _meant(value: str, moltype: str) -> tuple[str | None, bool]:
    """Return the value that must be meant, and whether that is beyond doubt."""
    allowed = mol_types(moltype)
    if len(allowed) == 1:
        return allowed[0], True
    plain = " ".join(value.lower().replace("_", " ").split())
    by_case = {one.lower(): one for one in allowed}
    if plain in by_case:
        return by_case[plain], True
    kind, _, other = plain.partition(" ")
    swapped = by_case.get(f"{kind} {moltype.lower()}") if other in ("dna", "rna") else None
    return swapped, False


def _organism(context: QualifierContext) -> str:
    return (context.feature.value("organism") or "").strip().lower()


@rule(
    "qual-mol-type-synthetic",
    Level.WARNING,
    "Annex I 6.38",
    Scope.QUALIFIER,
    moltypes=NUCLEOTIDES,
    keys=("source",),
    names=("mol_type",),
    message=N_(
        "The organism is synthetic construct, the mol_type “{value}”. A synthetic construct has the"
        " mol_type {proposal}."
    ),
    repair=REWRITE,
)
def synthetic(one: Qualifier, context: QualifierContext) -> Iterator[Hit]:
    """A synthetic construct has the mol_type other DNA or other RNA.

    genomic and the like speak of molecules that occur in nature.

    Right: organism "synthetic construct", mol_type "other DNA"
    Wrong: organism "synthetic construct", mol_type "genomic DNA"

    Set other DNA or other RNA. If the sequence is natural, correct the organism.
    """
    value, moltype = given(one), context.sequence.moltype
    if _organism(context) == "synthetic construct" and value in mol_types(moltype):
        wanted = f"other {moltype}"
        if value != wanted:
            yield told(value, wanted)


@rule(
    "qual-mol-type-unassigned",
    Level.INFO,
    "Annex I 6.38",
    Scope.QUALIFIER,
    moltypes=NUCLEOTIDES,
    keys=("source",),
    names=("mol_type",),
    message=N_("The organism is unidentified. Consider the mol_type unassigned {moltype}."),
)
def unassigned(one: Qualifier, context: QualifierContext) -> Iterator[Hit]:
    """An unidentified organism usually goes with unassigned DNA or unassigned RNA.

    If the organism is not known, the kind of molecule often is not either.

    Right: organism "unidentified", mol_type "unassigned DNA"
    Wrong: organism "unidentified", mol_type "genomic DNA"

    Nothing has to be done if the mol_type is known.
    """
    value, moltype = given(one), context.sequence.moltype
    if _organism(context) != "unidentified" or value not in mol_types(moltype):
        return
    if value != f"unassigned {moltype}":
        yield told(value, moltype=moltype)
