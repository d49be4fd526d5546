"""Qualifiers that are numbers, and direction (ST.26 Annex I, Sec. 6, 9)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seqeditor.domain.sequence import Qualifier
from seqeditor.rules.finding import Hit, Level, Scope
from seqeditor.rules.qualifier.proposals import NUCLEOTIDES, REWRITE, given, told
from seqeditor.rules.rule import rule
from seqeditor.rules.view import QualifierContext
from seqeditor.texts import N_
from seqeditor.vocabulary.genetic_codes import genetic_code, withdrawn_numbers

_NUMBER = re.compile(r"[1-9][0-9]{0,17}")
_REFERENCE = re.compile(r"\s*SEQ(?:\.|UENCE)?\s*ID\s*(?:NOS?)?\.?\s*:?\s*([1-9][0-9]*)\s*", re.I)
_OUTER = ("xml-outer-space", "xml-line-break-in-value", "xml-not-basic-latin")


def _stripped(value: str, right: bool) -> str | None:
    """Return the value without blanks around it if it is right then."""
    return value.strip() if right and value != value.strip() else None


@rule(
    "qual-codon-start-value",
    Level.ERROR,
    "Annex I Sec. 6 6.10",
    Scope.QUALIFIER,
    moltypes=NUCLEOTIDES,
    names=("codon_start",),
    message=N_("codon_start is “{value}”. It must be 1, 2 or 3."),
    silences=_OUTER,
    repair=REWRITE,
)
def codon_start(one: Qualifier, _context: QualifierContext) -> Iterator[Hit]:
    """codon_start is 1, 2 or 3: the base of the feature at which the first whole codon begins.

    There are only three reading frames.

    Right: 2
    Wrong: 0
    Wrong: 4

    Choose 1, 2 or 3. Without the qualifier it is 1.
    """
    value = given(one)
    if value and value not in ("1", "2", "3"):
        proposal = _stripped(value, value.strip() in ("1", "2", "3"))
        yield told(value, proposal, sure=True)


@rule(
    "qual-transl-table-value",
    Level.ERROR,
    "Annex I Sec. 6 6.79; Sec. 9",
    Scope.QUALIFIER,
    moltypes=NUCLEOTIDES,
    names=("transl_table",),
    message=N_("There is no genetic code table “{value}”. Choose a number of the standard's list."),
    variants={
        "withdrawn": N_("The genetic code table {value} was withdrawn. Choose another one."),
        "unsure": N_(
            "The genetic code table {value} may not be in the edition of ST.26 in force. Choose"
            " another one if in doubt."
        ),
    },
    silences=_OUTER,
    repair=REWRITE,
)
def transl_table(one: Qualifier, _context: QualifierContext) -> Iterator[Hit]:
    """transl_table is the number of a genetic code table of the standard.

    They are 1 to 6, 9 to 16, 21 to 31 and 33. 7, 8 and 17 to 20 were withdrawn.

    Right: 11
    Wrong: 7
    Wrong: 99

    Choose the table by which the sequence is translated. Without the qualifier it is 1, the
    Standard Code.
    """
    value = given(one)
    if not value:
        return
    number = int(value) if _NUMBER.fullmatch(value) else 0
    code = genetic_code(number)
    if code is None:
        bare = value.strip()
        right = bool(_NUMBER.fullmatch(bare)) and genetic_code(int(bare)) is not None
        variant = "withdrawn" if number in withdrawn_numbers() else ""
        yield told(value, _stripped(value, right), sure=True, variant=variant)
    elif code.tolerated:
        yield told(value, variant="unsure", level=Level.WARNING)


@rule(
    "qual-protein-id-format",
    Level.ERROR,
    "par. 92; Annex I Sec. 6 6.51",
    Scope.QUALIFIER,
    moltypes=NUCLEOTIDES,
    names=("protein_id",),
    message=N_(
        "protein_id is “{value}”. It must be the number of the protein sequence in this listing,"
        " in digits only."
    ),
    silences=_OUTER,
    repair=REWRITE,
)
def protein_id(one: Qualifier, _context: QualifierContext) -> Iterator[Hit]:
    """protein_id is the number of an amino-acid sequence of the same listing.

    In the databases it is an accession number; in ST.26 it leads from a CDS to its protein.

    Right: 47
    Wrong: SEQ ID NO: 47
    Wrong: AAA12345.1

    Give the number alone, such as 47 for SEQ ID NO 47.
    """
    value = given(one)
    if not value or _NUMBER.fullmatch(value):
        return
    match = _REFERENCE.fullmatch(value)
    bare = match[1] if match else _stripped(value, bool(_NUMBER.fullmatch(value.strip())))
    yield told(value, bare, sure=True)


@rule(
    "qual-direction-value",
    Level.ERROR,
    "Annex I Sec. 6 6.16",
    Scope.QUALIFIER,
    moltypes=NUCLEOTIDES,
    names=("direction",),
    message=N_("direction is “{value}”. It must be left, right or both."),
    silences=_OUTER,
    repair=REWRITE,
)
def direction(one: Qualifier, _context: QualifierContext) -> Iterator[Hit]:
    """Direction is left, right or both, in upper or lower case.

    It says to which side DNA replication goes.

    Right: left
    Wrong: upstream

    Choose left, right or both.
    """
    value = given(one)
    words = ("left", "right", "both")
    if value and value.lower() not in words:
        yield told(value, _stripped(value, value.strip().lower() in words), sure=True)


@rule(
    "qual-direction-orit",
    Level.WARNING,
    "Annex I Sec. 5 oriT",
    Scope.QUALIFIER,
    moltypes=NUCLEOTIDES,
    keys=("oriT",),
    names=("direction",),
    message=N_("oriT has a direction left or right, not both."),
)
def direction_of_transfer(one: Qualifier, _context: QualifierContext) -> Iterator[Hit]:
    """The direction of oriT is left or right.

    Transfer begins there to one side only.

    Right: oriT with direction left
    Wrong: oriT with direction both

    Choose left or right.
    """
    if given(one).strip().lower() == "both":
        yield told(one.value)


@rule(
    "qual-number-format",
    Level.WARNING,
    "Annex I Sec. 6 6.42",
    Scope.QUALIFIER,
    moltypes=NUCLEOTIDES,
    names=("number",),
    message=N_("number “{value}” has spaces in it. Write it as one word."),
    silences=_OUTER,
    repair=REWRITE,
)
def number(one: Qualifier, _context: QualifierContext) -> Iterator[Hit]:
    """Number is one word of digits and letters, such as 4 or 6B.

    It numbers exons, introns and the like from 5' to 3'.

    Right: 6B
    Wrong: 6 B

    Take out the spaces.
    """
    value = given(one)
    if value and len(value.split()) > 1:
        yield told(value, "".join(value.split()))
    elif value and value != value.strip():
        yield told(value, value.strip(), sure=True)
