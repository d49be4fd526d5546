"""Qualifiers that name a range of the sequence (ST.26 Annex I, 6.62, 6.74)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seqeditor.domain.sequence import Qualifier
from seqeditor.rules.finding import Hit, Level, Scope
from seqeditor.rules.location.rewriting import two_dots
from seqeditor.rules.qualifier.proposals import NUCLEOTIDES, REWRITE, given, told
from seqeditor.rules.rule import rule
from seqeditor.rules.view import QualifierContext
from seqeditor.texts import N_

_RANGE = re.compile(r"<?([0-9]{1,18})\.\.>?([0-9]{1,18})")
_OUTER = ("xml-outer-space", "xml-line-break-in-value", "xml-not-basic-latin")


def _inside(value: str, context: QualifierContext) -> tuple[int, int] | None:
    """Return the ends of a range that lies in the sequence."""
    match = _RANGE.fullmatch(value)
    if match is None:
        return None
    first, last = int(match[1]), int(match[2])
    return (first, last) if 1 <= first <= last <= context.within.within.residue_count else None


def _judged(one: Qualifier, context: QualifierContext) -> Iterator[Hit]:
    value = given(one)
    count = context.within.within.residue_count
    if not value or not count:
        # Without residues there are no positions; that is told once, by a rule of its own.
        return
    found = _inside(value, context)
    if found is None:
        meant = two_dots("".join(value.split()))
        proposal = meant if _inside(meant, context) else None
        yield told(value, proposal, sure=_RANGE.fullmatch(value) is None, name=one.name, N=count)
        return
    location = context.within.location
    if location is None or context.within.location_faults:
        return
    if found[0] < location.minimum or found[1] > location.maximum:
        yield told(value, level=Level.WARNING, variant="outside", name=one.name)


_MESSAGE = N_("{name} is “{value}”. It must be a range x..y within the sequence, 1 to {N}.")
_VARIANTS = {"outside": N_("{name} {value} lies outside its own feature. Check the numbers.")}


@rule(
    "qual-rpt-unit-range-format",
    Level.ERROR,
    "Annex I Sec. 6 6.62",
    Scope.QUALIFIER,
    moltypes=NUCLEOTIDES,
    names=("rpt_unit_range",),
    message=_MESSAGE,
    variants=_VARIANTS,
    silences=_OUTER,
    repair=REWRITE,
)
def repeat_unit(one: Qualifier, context: QualifierContext) -> Iterator[Hit]:
    """rpt_unit_range is a range of this sequence: first and last residue of one repeat unit.

    Its form is 202..245; the positions are counted in the sequence and lie inside the feature.

    Right: 202..245
    Wrong: 202-245

    Write it so.
    """
    yield from _judged(one, context)


@rule(
    "qual-tag-peptide-format",
    Level.ERROR,
    "Annex I Sec. 6 6.74",
    Scope.QUALIFIER,
    moltypes=NUCLEOTIDES,
    names=("tag_peptide",),
    message=_MESSAGE,
    variants=_VARIANTS,
    silences=_OUTER,
    repair=REWRITE,
)
def tag_peptide(one: Qualifier, context: QualifierContext) -> Iterator[Hit]:
    """tag_peptide is a range of this sequence: the bases that code for the tag of a tmRNA.

    Its form is 90..122; the positions are counted in the sequence and lie inside the feature.

    Right: 90..122
    Wrong: 90-122

    Write it so.
    """
    yield from _judged(one, context)
