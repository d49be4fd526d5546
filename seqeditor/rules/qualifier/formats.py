"""Forms of values that deserve a word but no error (ST.26 Annex I, Sec. 6)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from seqeditor.domain.sequence import Feature, Qualifier
from seqeditor.rules.finding import Hit, Level, Scope, hit
from seqeditor.rules.qualifier.proposals import NUCLEOTIDES, REWRITE, given, told
from seqeditor.rules.rule import rule
from seqeditor.rules.view import FeatureContext, QualifierContext
from seqeditor.texts import N_
from seqeditor.vocabulary.qualifiers import qualifier

_UNIT = re.compile(r"(?:\([a-z]+\)\d*|[a-z]+\(\d+\)|[a-z]+)+", re.IGNORECASE)
_PREFIX = re.compile(r"\s*E\.?C\.?\s*:?\s*(?=\d)", re.IGNORECASE)
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_OLD_DATE = re.compile(r"(\d{2})-([A-Z][a-z]{2})-(\d{4})")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_PLACE = re.compile(r"(\d{1,2}(?:\.\d+)?) [NS] (\d{1,3}(?:\.\d+)?) [EW]")
_PRIMER_PARTS = ("fwd_seq", "rev_seq")
_LONGEST = 1000


def _pattern(name: str) -> re.Pattern[str]:
    known = qualifier("DNA", name)
    assert known is not None  # a name of the table
    return re.compile(known.pattern)


_COMPARE = _pattern("compare")
_EC_NUMBER = _pattern("EC_number")


@rule(
    "qual-rpt-unit-seq-format",
    Level.WARNING,
    "Annex I Sec. 6 6.63",
    Scope.QUALIFIER,
    moltypes=NUCLEOTIDES,
    names=("rpt_unit_seq",),
    message=N_("rpt_unit_seq “{value}” looks wrong. Write residues, with counts in brackets."),
)
def repeat_unit_sequence(one: Qualifier, _context: QualifierContext) -> Iterator[Hit]:
    """rpt_unit_seq holds residues, with the number of repeats in brackets or behind them.

    Examples: aagggc, ag(5)tg(8), (AAAGA)6(AAAA)1.

    Right: ag(5)tg(8)
    Wrong: 12xag

    Write it so.
    """
    value = given(one)
    if value and len(value) <= _LONGEST and not _UNIT.fullmatch(value):
        yield told(value)


@rule(
    "qual-compare-format",
    Level.WARNING,
    "Annex I Sec. 6 6.13",
    Scope.QUALIFIER,
    moltypes=NUCLEOTIDES,
    names=("compare",),
    message=N_("compare “{value}” must be an accession number with its version: AJ634337.1"),
)
def compared_entry(one: Qualifier, _context: QualifierContext) -> Iterator[Hit]:
    """Compare names an entry of the databases with its version, such as AJ634337.1.

    Without the version the entry may change.

    Right: AJ634337.1
    Wrong: AJ634337

    Add the version.
    """
    value = given(one)
    if value and not _COMPARE.fullmatch(value):
        yield told(value)


@rule(
    "qual-ec-number-format",
    Level.WARNING,
    "Annex I Sec. 6 6.17",
    Scope.QUALIFIER,
    moltypes=NUCLEOTIDES,
    names=("EC_number",),
    message=N_("EC_number “{value}” must be four numbers with full stops, such as 1.1.2.4"),
    repair=REWRITE,
)
def enzyme_number(one: Qualifier, _context: QualifierContext) -> Iterator[Hit]:
    """EC_number is four numbers with full stops between them.

    A hyphen stands for what is not known, n for a number not yet given: 1.1.2.-, 1.1.2.n.

    Right: 1.1.2.4
    Right: 1.1.2.-
    Wrong: EC 1.1.2.4

    Write it so, without "EC".
    """
    value = given(one)
    if value and not _EC_NUMBER.fullmatch(value):
        bare = _PREFIX.sub("", value, count=1).strip()
        yield told(value, bare if _EC_NUMBER.fullmatch(bare) else None, sure=True)


def _is_date(value: str) -> bool:
    match = _DATE.fullmatch(value)
    if match is None:
        return False
    try:
        date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return False
    return True


@rule(
    "qual-collection-date-format",
    Level.WARNING,
    "Annex I Sec. 6 6.12",
    Scope.QUALIFIER,
    moltypes=NUCLEOTIDES,
    names=("collection_date",),
    message=N_("collection_date “{value}” must be a date: YYYY, YYYY-MM or YYYY-MM-DD."),
    variants={"future": N_("collection_date {value} is in the future.")},
    repair=REWRITE,
)
def collection_date(one: Qualifier, context: QualifierContext) -> Iterator[Hit]:
    """collection_date is a year, a month or a day: YYYY, YYYY-MM or YYYY-MM-DD.

    The databases accept further forms, such as 21-Oct-1952.

    Right: 1952-10-21
    Wrong: 21-Oct-1952

    Write it as 1952-10-21.
    """
    value = given(one)
    if not value:
        return
    if _is_date(value):
        today = context.within.within.today.isoformat()
        if value > today[: len(value)]:
            yield told(value, variant="future")
        return
    match = _OLD_DATE.fullmatch(value)
    meant = ""
    if match and match[2] in _MONTHS:
        meant = f"{match[3]}-{_MONTHS.index(match[2]) + 1:02}-{match[1]}"
    yield told(value, meant if _is_date(meant) else None, sure=True)


@rule(
    "qual-lat-lon-format",
    Level.WARNING,
    "Annex I Sec. 6 6.33",
    Scope.QUALIFIER,
    moltypes=NUCLEOTIDES,
    names=("lat_lon",),
    message=N_("lat_lon “{value}” must look like 47.94 N 28.12 W"),
)
def latitude_longitude(one: Qualifier, _context: QualifierContext) -> Iterator[Hit]:
    """lat_lon is latitude and longitude in degrees with decimals: 47.94 N 28.12 W.

    The latitude is at most 90, the longitude at most 180.

    Right: 47.94 N 28.12 W
    Wrong: 47.94N, 28.12W

    Write it so.
    """
    value = given(one)
    match = _PLACE.fullmatch(value)
    if value and not (match and float(match[1]) <= 90 and float(match[2]) <= 180):
        yield told(value)


@rule(
    "qual-pcr-primers-format",
    Level.WARNING,
    "Annex I Sec. 6 6.46",
    Scope.QUALIFIER,
    moltypes=NUCLEOTIDES,
    names=("PCR_primers",),
    message=N_("PCR_primers lacks {part}. Give the sequence of both primers."),
)
def primers(one: Qualifier, _context: QualifierContext) -> Iterator[Hit]:
    """PCR_primers gives the forward and the reverse primer.

    Its form is "fwd_name: CO1P1, fwd_seq: ttgattttttggtca, rev_name: CO1R4, rev_seq: ccwvytardcct";
    the names may be left out.

    Right: fwd_seq: ttgattttttggtca, rev_seq: ccwvytardcct
    Wrong: F: ttgattttttggtca

    Add what is missing.
    """
    value = given(one)
    lacking = [part for part in _PRIMER_PARTS if f"{part}:" not in value]
    if value and lacking:
        yield told(value, part=", ".join(lacking))


def _names(feature: Feature) -> set[str]:
    return {q.name for q in feature.qualifiers}


@rule(
    "qual-germline-rearranged",
    Level.WARNING,
    "Annex I 6.24, 6.54",
    Scope.FEATURE,
    moltypes=NUCLEOTIDES,
    keys=("source",),
    message=N_("germline and rearranged exclude each other. Keep one."),
)
def germline_and_rearranged(feature: Feature, _context: FeatureContext) -> Iterator[Hit]:
    """A source is germline or rearranged, not both.

    Each says the contrary of the other.

    Right: germline
    Wrong: germline, rearranged

    Remove one of them.
    """
    if {"germline", "rearranged"} <= _names(feature):
        yield hit("qualifiers")


@rule(
    "qual-environmental-sample",
    Level.WARNING,
    "Annex I 6.18",
    Scope.FEATURE,
    moltypes=NUCLEOTIDES,
    keys=("source",),
    message=N_("environmental_sample needs isolation_source. Say where the sample is from."),
    variants={"strain": N_("environmental_sample and strain exclude each other. Keep one.")},
)
def environmental_sample(feature: Feature, _context: FeatureContext) -> Iterator[Hit]:
    """environmental_sample comes with isolation_source, and not with strain.

    It says that the organism was only inferred from a sample, so there is no strain.

    Right: environmental_sample, isolation_source "soil"
    Wrong: environmental_sample alone

    Add isolation_source, or remove strain.
    """
    names = _names(feature)
    if "environmental_sample" in names:
        if "isolation_source" not in names:
            yield hit("qualifiers")
        if "strain" in names:
            yield hit("qualifiers", variant="strain")


@rule(
    "qual-pseudo-pseudogene",
    Level.WARNING,
    "Annex I 6.52-6.53",
    Scope.FEATURE,
    moltypes=NUCLEOTIDES,
    message=N_("{key} at {location} has both pseudo and pseudogene. Keep one."),
)
def pseudo_and_pseudogene(feature: Feature, _context: FeatureContext) -> Iterator[Hit]:
    """A feature has pseudo or pseudogene, not both.

    pseudogene says of which kind it is, pseudo only that the feature does not work.

    Right: pseudogene "processed"
    Wrong: pseudo, pseudogene "processed"

    Remove one of them.
    """
    if feature.qualifiers and {"pseudo", "pseudogene"} <= _names(feature):
        yield hit("qualifiers", key=feature.key, location=feature.location)
