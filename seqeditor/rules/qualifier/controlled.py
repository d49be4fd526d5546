"""Qualifiers whose values come from a list of the standard (ST.26 Annex I, Sec. 6)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seqeditor.domain.sequence import Qualifier, Sequence
from seqeditor.rules.feature.changes import with_qualifier
from seqeditor.rules.finding import Finding, Hit, Level, Scope
from seqeditor.rules.qualifier.listed import judged, standing
from seqeditor.rules.qualifier.proposals import (
    NUCLEOTIDES,
    REWRITE,
    REWRITE_OR_NOTE,
    given,
    told,
)
from seqeditor.rules.rule import Applicability, Repair, rule
from seqeditor.rules.view import QualifierContext
from seqeditor.texts import N_

_CASED = (
    "exception",
    "mobile_element_type",
    "ncRNA_class",
    "organelle",
    "pseudogene",
    "recombination_class",
    "regulatory_class",
    "satellite",
)
_ONLY_WARNED = ("exception", "recombination_class")

_SATELLITE = re.compile(r"(?:satellite|microsatellite|minisatellite)(?:$|[:\s].*)", re.DOTALL)

_LATER = N_(
    "“{value}” may not be in the edition of ST.26 in force. Choose another value if in doubt."
)
_OUTER = ("xml-outer-space", "xml-line-break-in-value", "xml-not-basic-latin")


@rule(
    "qual-cv-case",
    Level.ERROR,
    "Annex I Sec. 6",
    Scope.QUALIFIER,
    moltypes=NUCLEOTIDES,
    names=_CASED,
    message=N_("{name} “{value}” must be written “{proposal}”."),
    silences=_OUTER,
    repair=REWRITE,
)
def written_otherwise(one: Qualifier, _context: QualifierContext) -> Iterator[Hit]:
    """A value from a list of the standard is written exactly as there.

    TATA_box is not tata_box, and ribosome_binding_site has underscores. Only direction and rpt_type
    are read without regard to case.

    Right: TATA_box
    Wrong: tata_box
    Wrong: TATA box

    Write the value as proposed.
    """
    value = given(one)
    found = standing(one.name, value) if value else None
    if found is not None and found.verdict == "case":
        level = Level.WARNING if one.name in _ONLY_WARNED else None
        yield told(value, found.proposal, sure=True, level=level, name=one.name)


@rule(
    "qual-organelle-value",
    Level.ERROR,
    "Annex I Sec. 6 6.44",
    Scope.QUALIFIER,
    moltypes=NUCLEOTIDES,
    names=("organelle",),
    message=N_("The organelle “{value}” is not in the list of the standard."),
    repair=REWRITE,
)
def organelle(one: Qualifier, _context: QualifierContext) -> Iterator[Hit]:
    """Organelle has one of the values of the standard.

    They are chromatophore, hydrogenosome, mitochondrion, mitochondrion:kinetoplast, nucleomorph,
    plastid, and plastid: with apicoplast, chloroplast, chromoplast, cyanelle, leucoplast or
    proplastid.

    Right: plastid:chloroplast
    Wrong: chloroplast

    Choose one of them; anything else goes to a note.
    """
    yield from judged(one)


@rule(
    "qual-ncrna-class-value",
    Level.ERROR,
    "Annex I Sec. 6 6.40",
    Scope.QUALIFIER,
    moltypes=NUCLEOTIDES,
    names=("ncRNA_class",),
    message=N_("The ncRNA_class “{value}” is not in the list. Use other, and say it in a note."),
    variants={"later": _LATER},
    repair=REWRITE_OR_NOTE,
)
def ncrna_class(one: Qualifier, _context: QualifierContext) -> Iterator[Hit]:
    """ncRNA_class has one of the values of the standard, such as miRNA, siRNA or guide_RNA.

    Values that later lists of the databases added give a warning.

    Right: miRNA
    Wrong: microRNA

    Choose one of them. For all else use other and say in a note what it is.
    """
    yield from judged(one, other="other")


@rule(
    "qual-regulatory-class-value",
    Level.ERROR,
    "Annex I Sec. 6 6.57",
    Scope.QUALIFIER,
    moltypes=NUCLEOTIDES,
    names=("regulatory_class",),
    message=N_(
        "The regulatory_class “{value}” is not in the list. Use other, and say it in a note."
    ),
    repair=REWRITE_OR_NOTE,
)
def regulatory_class(one: Qualifier, _context: QualifierContext) -> Iterator[Hit]:
    """regulatory_class has one of the values of the standard, such as promoter or TATA_box.

    Many of them were feature keys of their own in ST.25 under other names: TATA_signal is TATA_box
    now, RBS is ribosome_binding_site.

    Right: TATA_box
    Wrong: TATA_signal

    Choose one of them. For all else use other and say in a note what it is.
    """
    yield from judged(one, other="other")


@rule(
    "qual-recombination-class-value",
    Level.WARNING,
    "Annex I Sec. 6 6.56",
    Scope.QUALIFIER,
    moltypes=NUCLEOTIDES,
    names=("recombination_class",),
    message=N_("The recombination_class “{value}” is not in the list."),
    variants={"later": _LATER},
)
def recombination_class(one: Qualifier, _context: QualifierContext) -> Iterator[Hit]:
    """recombination_class has one of the values of the standard.

    They are meiotic, mitotic, non_allelic_homologous, chromosome_breakpoint and other. Databases
    also write meiotic_recombination and the like.

    Right: meiotic
    Wrong: crossover

    Choose one of them. For all else use other and say in a note what it is.
    """
    yield from judged(one)


@rule(
    "qual-exception-value",
    Level.WARNING,
    "Annex I Sec. 6 6.20",
    Scope.QUALIFIER,
    moltypes=NUCLEOTIDES,
    names=("exception",),
    message=N_("The exception “{value}” is not one of the phrases of the standard."),
    variants={"later": _LATER},
)
def exception(one: Qualifier, _context: QualifierContext) -> Iterator[Hit]:
    """Exception has one of the phrases of the standard.

    They are "RNA editing" and "rearrangement required for product". It says that the residues
    cannot be translated by the ordinary rules.

    Right: RNA editing
    Wrong: edited

    Use one of them. For a single codon use transl_except.
    """
    yield from judged(one)


@rule(
    "qual-pseudogene-value",
    Level.ERROR,
    "Annex I Sec. 6 6.54",
    Scope.QUALIFIER,
    moltypes=NUCLEOTIDES,
    names=("pseudogene",),
    message=N_(
        "The pseudogene “{value}” is not in the list: processed, unprocessed, unitary, allelic,"
        " unknown."
    ),
)
def pseudogene(one: Qualifier, _context: QualifierContext) -> Iterator[Hit]:
    """Pseudogene is processed, unprocessed, unitary, allelic or unknown.

    It says how the gene lost its function.

    Right: processed
    Wrong: yes

    Choose one of them. If it is not a pseudogene in this sense, use pseudo, which has no value.
    """
    yield from judged(one)


@rule(
    "qual-rpt-type-value",
    Level.ERROR,
    "Annex I Sec. 6 6.61",
    Scope.QUALIFIER,
    moltypes=NUCLEOTIDES,
    names=("rpt_type",),
    message=N_("The rpt_type “{value}” is not in the list. Use other, and say it in a note."),
    variants={
        "spelling": N_("The rpt_type “{value}” must be written “{proposal}”."),
    },
    repair=REWRITE_OR_NOTE,
)
def repeat_type(one: Qualifier, _context: QualifierContext) -> Iterator[Hit]:
    """rpt_type has one of the values of the standard, such as tandem, inverted or dispersed.

    Upper and lower case do not matter here.

    Right: tandem
    Wrong: simple

    Choose one of them. For all else use other and say in a note what it is.
    """
    value = given(one)
    found = standing(one.name, value) if value else None
    if found is not None and found.verdict == "case":
        yield told(value, found.proposal, sure=True, variant="spelling")
    else:
        yield from judged(one, other="other")


@rule(
    "qual-mobile-element-type-value",
    Level.ERROR,
    "Annex I Sec. 6 6.37",
    Scope.QUALIFIER,
    moltypes=NUCLEOTIDES,
    names=("mobile_element_type",),
    message=N_(
        "The mobile_element_type “{value}” must begin with a type of the standard, such as"
        " transposon, and may go on with a colon and a name."
    ),
    variants={
        "later": _LATER,
        "other": N_("The mobile_element_type is other. Say what it is, as in other:name."),
    },
    repair=REWRITE,
)
def mobile_element_type(one: Qualifier, context: QualifierContext) -> Iterator[Hit]:
    """mobile_element_type is a type of the standard, and a name after a colon if there is one.

    The types are transposon, retrotransposon, integron, insertion sequence, non-LTR
    retrotransposon, SINE, MITE, LINE and other. Example: transposon:Tn9.

    Right: transposon:Tn9
    Wrong: Tn9

    Begin with one of the types. With other, name the element.
    """
    yield from judged(one)
    bare = given(one).partition(":")
    if bare[0] == "other" and not bare[2].strip() and context.feature.value("note") is None:
        yield told(one.value, variant="other", level=Level.WARNING)


@rule(
    "qual-satellite-value",
    Level.ERROR,
    "Annex I Sec. 6 6.64",
    Scope.QUALIFIER,
    moltypes=NUCLEOTIDES,
    names=("satellite",),
    message=N_("satellite “{value}” must begin with satellite, microsatellite or minisatellite."),
    repair=REWRITE,
)
def satellite(one: Qualifier, _context: QualifierContext) -> Iterator[Hit]:
    """Satellite begins with satellite, microsatellite or minisatellite.

    A class and an identifier may follow: "microsatellite: DC130".

    Right: satellite: S1a
    Wrong: S1a

    Put the word in front.
    """
    value = given(one)
    if not value or _SATELLITE.fullmatch(value) or standing(one.name, value).verdict == "case":
        return
    yield told(value, f"satellite: {value}")


def _with_empty_note(sequence: Sequence, finding: Finding) -> Sequence:
    return with_qualifier(sequence, int(finding.path[1]), Qualifier("note", ""))


@rule(
    "qual-other-needs-note",
    Level.WARNING,
    "Annex I Sec. 6",
    Scope.QUALIFIER,
    moltypes=NUCLEOTIDES,
    names=("ncRNA_class", "regulatory_class", "recombination_class", "rpt_type"),
    message=N_("{name} is other. Say in a note what it is."),
    repair=Repair(Applicability.ASK, N_("Add a note."), _with_empty_note),
)
def other_without_note(one: Qualifier, context: QualifierContext) -> Iterator[Hit]:
    """Where a class is other, a note says what it is.

    Otherwise the feature says nothing.

    Right: regulatory_class other, note "riboswitch-like element"
    Wrong: regulatory_class other alone

    Add a note.
    """
    if given(one).lower() == "other" and context.feature.value("note") is None:
        yield told(one.value, name=one.name)
