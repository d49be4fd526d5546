"""IPOfficeCode and ApplicationNumberText of the application and the priority (ST.26 par. 45)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seqeditor.domain.general_information import GeneralInformation
from seqeditor.domain.path import put
from seqeditor.rules.finding import Finding, Hit, Level, Scope, hit
from seqeditor.rules.header.blank import blank, identifications
from seqeditor.rules.header.root_attributes import first_outside
from seqeditor.rules.header.suggestions import suggested_office
from seqeditor.rules.rule import Applicability, Repair, rule
from seqeditor.rules.view import HeaderContext
from seqeditor.texts import N_
from seqeditor.vocabulary.offices import office

_PCT = re.compile(r"PCT/[A-Z]{2}([0-9]{4}/[0-9]{6}|[0-9]{2}/[0-9]{5})")
_US = re.compile(r"[0-9]{2}/[0-9]{3},?[0-9]{3}|[0-9]{8}")
_MARKS_ONLY = re.compile(r"[xX?*._ -]+")
_PLACEHOLDERS = frozenset(
    (
        *("not yet assigned", "not assigned yet", "not assigned", "unassigned", "to be assigned"),
        *("unknown", "not known", "not yet known", "to be determined", "pending", "none"),
        *("tbd", "tba", "tbc", "n/a", "na", "not available", "not applicable"),
    )
)


def _is_placeholder(number: str) -> bool:
    word = " ".join(number.split()).casefold().rstrip(".")
    return word in _PLACEHOLDERS or _MARKS_ONLY.fullmatch(number) is not None


def _replaced(header: GeneralInformation, finding: Finding) -> GeneralInformation:
    new: GeneralInformation = put(header, finding.path, str(finding.parameters["proposed"]))
    return new


@rule(
    "gi-office-code-unknown",
    Level.ERROR,
    "par. 45; ST.3",
    Scope.HEADER,
    message=N_("“{value}” is not an Office code of WIPO ST.3, such as US, EP or IB."),
    variants={
        "uncertain": N_(
            "“{value}” is the code of {name}, which is perhaps not in WIPO ST.3. Compare it with"
            " the filing receipt."
        )
    },
    repair=Repair(
        Applicability.ASK,
        N_("Write {proposed}."),
        _replaced,
        lambda finding: bool(finding.parameters.get("proposed")),
    ),
)
def office_code_unknown(header: GeneralInformation, _context: HeaderContext) -> Iterator[Hit]:
    """IPOfficeCode is a two-letter code of WIPO Standard ST.3, in capitals.

    It names the Office of filing: GB and not UK, US and not USA, IB for the International Bureau.
    Codes of states that are no more are accepted, since an old priority may have one; those of
    territories that perhaps have no Office are only pointed out.

    Right: <IPOfficeCode>GB</IPOfficeCode>
    Wrong: <IPOfficeCode>UK</IPOfficeCode>

    Choose the Office from the list.
    """
    for field, one in identifications(header):
        code = one.office_code or ""
        if blank(code):
            continue
        known = office(code.strip())
        if known is None:
            yield hit(field, "office_code", value=code, proposed=suggested_office(code))
        elif not known.certain:
            level, variant = Level.WARNING, "uncertain"
            yield hit(
                field, "office_code", value=code, level=level, variant=variant, name=known.name
            )


@rule(
    "gi-application-number-characters",
    Level.ERROR,
    "par. 40(b), 45",
    Scope.HEADER,
    message=N_(
        "The application number contains {character}, but only printable Basic Latin characters"
        " are allowed there."
    ),
    silences=("gi-application-number-form", "gi-placeholder-number"),
)
def application_number_characters(
    header: GeneralInformation, _context: HeaderContext
) -> Iterator[Hit]:
    """ApplicationNumberText holds only printable Basic Latin characters (U+0020 to U+007E).

    The number is what an Office's system looks the application up by, and it has no other letters.

    Right: PCT/IB2015/099999
    Wrong: 特願2020-1

    Write the number as the Office gives it in Latin letters, such as JP 2020-000001.
    """
    for field, one in identifications(header):
        if found := first_outside(one.number):
            yield hit(field, "number", value=one.number, character=found)


@rule(
    "gi-application-number-form",
    Level.INFO,
    "par. 45",
    Scope.HEADER,
    message=N_("Application number {value} does not look like a usual {office} number."),
)
def application_number_form(header: GeneralInformation, _context: HeaderContext) -> Iterator[Hit]:
    """The application number looks like the numbers the Office usually gives.

    Known here are the numbers of international applications (PCT/IB2015/099999) and of the United
    States (17/123,456). Offices change their forms, so this is advice.

    Right: PCT/IB2015/099999
    Wrong: PCT/IB2014

    Compare the number with the filing receipt.
    """
    for field, one in identifications(header):
        number, code = (one.number or "").strip(), one.office_code or ""
        if not number or _is_placeholder(number):
            continue
        if code in ("IB", "WO") or number.startswith("PCT"):
            usual, name = _PCT, "PCT"
        elif code == "US":
            usual, name = _US, "US"
        else:
            continue
        if not usual.fullmatch(number):
            yield hit(field, "number", value=number, office=name)


def _without(header: GeneralInformation, finding: Finding) -> GeneralInformation:
    left: GeneralInformation = put(header, finding.path[:1], None)
    return left


@rule(
    "gi-placeholder-number",
    Level.WARNING,
    "par. 45",
    Scope.HEADER,
    message=N_(
        "“{value}” is no application number. Leave out the application identification until a"
        " number is given; the file reference is enough."
    ),
    variants={
        "alone": N_(
            "“{value}” is no application number. Until a number is given, give the file reference"
            " and leave out the application identification."
        ),
        "priority": N_("“{value}” is no application number. Leave out the priority without it."),
    },
    repair=Repair(
        Applicability.ASK,
        N_("Leave out the identification without a number."),
        _without,
        lambda finding: finding.variant != "alone",
    ),
)
def placeholder_number(header: GeneralInformation, _context: HeaderContext) -> Iterator[Hit]:
    """ApplicationNumberText is a number, not a word that stands for one.

    Words such as "not yet assigned" are taken for the number by an Office's system. The
    identification is mandatory only after the number has been given.

    Right: no ApplicationIdentification, but the file reference AB123
    Wrong: <ApplicationNumberText>Not yet assigned</ApplicationNumberText>

    Leave out the identification until then and use the applicant file reference.
    """
    for field, one in identifications(header):
        if one.number is None or blank(one.number) or not _is_placeholder(one.number):
            continue
        variant = "priority" if field == "priority" else ""
        if field == "application" and blank(header.file_reference):
            variant = "alone"
        yield hit(field, "number", value=one.number, variant=variant)
