"""The translation given against the one computed (ST.26 par. 89-91; Annex I 6.79)."""

from __future__ import annotations

from collections.abc import Iterator

from seqeditor.domain.sequence import Feature, Sequence
from seqeditor.rules.coding import Coding
from seqeditor.rules.finding import Finding, Hit, Level, Scope, hit
from seqeditor.rules.qualifier.proposals import NUCLEOTIDES
from seqeditor.rules.rule import Applicability, Repair, rule
from seqeditor.rules.translation.changes import CDS, is_computable, place, with_computed
from seqeditor.rules.view import FeatureContext
from seqeditor.texts import N_


def _recomputed(sequence: Sequence, finding: Finding) -> Sequence:
    return with_computed(sequence, int(finding.path[1]))


_RECOMPUTE = Repair(
    Applicability.ASK,
    N_("Write the translation that the codons give."),
    _recomputed,
    lambda finding: bool(finding.parameters["computable"]),
)


def _letter(letters: str, position: int) -> str:
    return letters[position - 1 : position]


def _told(feature: Feature, coding: Coding, position: int, variant: str = "") -> Hit:
    return hit(
        *place(feature, "translation"),
        "value",
        value=_letter(coding.given, position),
        variant=variant,
        location=feature.location,
        pos=position,
        given=_letter(coding.given, position),
        computed=_letter(coding.computed.letters, position),
        codes=len(coding.computed.letters),
        has=len(coding.given),
        computable=int(is_computable(coding)),
    )


@rule(
    "tr-mismatch",
    Level.WARNING,
    "par. 89-91; Annex I 6.79",
    Scope.FEATURE,
    moltypes=NUCLEOTIDES,
    keys=CDS,
    message=N_(
        "Residue {pos} of the translation is {given}, but CDS {location} codes for {computed}"
        " there."
    ),
    variants={
        "throughout": N_(
            "The translation is not what CDS {location} codes for; they differ from residue {pos}"
            " on. Look at the location, codon_start and transl_table."
        )
    },
    profiles={"strict": Level.ERROR},
    repair=_RECOMPUTE,
)
def mismatch(feature: Feature, context: FeatureContext) -> Iterator[Hit]:
    """The translation is the protein that the codons of the CDS give.

    The bases of the location are read 5' to 3' from codon_start on, by the genetic code that
    transl_table names and with what transl_except says. The stop at the end is left out, a start
    codon may be M, and X agrees with anything. Nothing is said where exception, trans_splicing,
    pseudo or pseudogene is given, or a ribosomal_slippage that the location does not show.

    An Office that translates the CDS itself gets another protein than the one claimed.

    Right: atg gct aaa taa, translation MAK
    Wrong: atg gct aaa taa, translation MVK

    Correct the location, codon_start or transl_table, say in transl_except what is read otherwise,
    or write the computed translation.
    """
    coding = context.coding
    found = coding.difference if coding is not None else None
    if coding is not None and found is not None and found.kind != "length":
        variant = "throughout" if found.kind == "throughout" else ""
        yield _told(feature, coding, found.position, variant)


@rule(
    "tr-length-mismatch",
    Level.WARNING,
    "par. 89",
    Scope.FEATURE,
    moltypes=NUCLEOTIDES,
    keys=CDS,
    message=N_(
        "CDS {location} codes for {codes} amino acids, but the translation has {has}. Correct the"
        " location or the translation."
    ),
    variants={
        "differ": N_(
            "CDS {location} codes for {codes} amino acids, but the translation has {has}; they"
            " differ from residue {pos} on. Correct the location or the translation."
        )
    },
    profiles={"strict": Level.ERROR},
    repair=_RECOMPUTE,
)
def length_mismatch(feature: Feature, context: FeatureContext) -> Iterator[Hit]:
    """The translation has one residue for each codon of the CDS; the stop codon has none.

    60 bases that end with a stop codon give 19 residues; without stop, the end marked with >,
    they give 20.

    A translation of another length belongs to another location, or a part of it is missing.

    Right: CDS 1..60 with a stop codon at the end, translation of 19 residues
    Wrong: CDS 1..60 with a stop codon at the end, translation of 25 residues

    Correct the location or the translation.
    """
    coding = context.coding
    found = coding.difference if coding is not None else None
    if coding is not None and found is not None and found.kind == "length":
        yield _told(feature, coding, found.position, "differ" if found.position else "")
