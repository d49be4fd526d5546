"""File reference, application and earliest priority: what must be there (ST.26 par. 45)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from seqeditor.domain.general_information import ApplicationIdentification, GeneralInformation
from seqeditor.rules.finding import Finding, Hit, Level, Scope, hit
from seqeditor.rules.header.blank import blank
from seqeditor.rules.header.root_attributes import first_outside
from seqeditor.rules.rule import Applicability, Repair, rule
from seqeditor.rules.view import HeaderContext
from seqeditor.texts import N_

_PCT_REFERENCE = re.compile(r"[A-Za-z0-9-]{1,25}")
_FIELDS = {"office_code": "IPOfficeCode", "number": "ApplicationNumberText"}


@rule(
    "gi-no-identification",
    Level.ERROR,
    "par. 45; DTD",
    Scope.HEADER,
    message=N_(
        "The listing says nowhere to which application it belongs. Give an applicant file"
        " reference or an application identification."
    ),
    silences=("gi-file-reference-empty", "xml-mandatory-empty", "xml-optional-empty"),
)
def no_identification(header: GeneralInformation, _context: HeaderContext) -> Iterator[Hit]:
    """A listing names an application, or at least the applicant's file reference.

    Without either an Office cannot tell to which application the listing belongs.

    Right: <ApplicantFileReference>AB123</ApplicantFileReference>
    Wrong: neither ApplicantFileReference nor ApplicationIdentification

    Before filing, give your file reference. Once an application number is known, give the Office,
    the number and the filing date as well.
    """
    if header.application is None and blank(header.file_reference):
        yield hit("file_reference", value=header.file_reference)


def _without_reference(header: GeneralInformation, _finding: Finding) -> GeneralInformation:
    return replace(header, file_reference=None)


@rule(
    "gi-file-reference-empty",
    Level.WARNING,
    "par. 42, 45",
    Scope.HEADER,
    message=N_("The applicant file reference is empty. Fill it in, or leave it out."),
    silences=("xml-outer-space", "xml-line-break-in-value"),
    repair=Repair(Applicability.SAFE, N_("Leave out ApplicantFileReference."), _without_reference),
)
def file_reference_empty(header: GeneralInformation, _context: HeaderContext) -> Iterator[Hit]:
    """ApplicantFileReference is not empty where an application is identified.

    It is optional beside an application number, and optional elements without content are left
    out.

    Right: <ApplicantFileReference>AB123</ApplicantFileReference>
    Right: no ApplicantFileReference beside an application number
    Wrong: <ApplicantFileReference></ApplicantFileReference>

    Leave it out, or fill it in.
    """
    written = header.file_reference
    if header.application is not None and written is not None and blank(written):
        yield hit("file_reference", value=written)


@rule(
    "gi-file-reference-characters",
    Level.ERROR,
    "par. 40(b), 45",
    Scope.HEADER,
    message=N_(
        "The file reference contains {character}, but only printable Basic Latin characters are"
        " allowed there."
    ),
    silences=("gi-file-reference-length",),
)
def file_reference_characters(header: GeneralInformation, _context: HeaderContext) -> Iterator[Hit]:
    """ApplicantFileReference holds only printable Basic Latin characters (U+0020 to U+007E).

    Offices key their files by it; other letters, even those that look alike, are another
    reference to them.

    Right: AB123
    Wrong: АБ123 (Cyrillic letters)

    Write the reference with plain letters, digits and signs, as in the application.
    """
    if found := first_outside(header.file_reference):
        yield hit("file_reference", value=header.file_reference, character=found)


@rule(
    "gi-file-reference-length",
    Level.INFO,
    "PCT AI Section 109",
    Scope.HEADER,
    message=N_(
        "The PCT allows at most 25 letters, digits and hyphens in the file reference; this one is"
        " “{value}”."
    ),
)
def file_reference_length(header: GeneralInformation, _context: HeaderContext) -> Iterator[Hit]:
    """A file reference has at most 25 characters: Latin letters, digits, hyphens.

    So the PCT Administrative Instructions ask (Section 109); other Offices may take longer ones.
    Where the application is filed with the International Bureau this is a warning.

    Right: AB123
    Wrong: AB123/US_continuation-of-the-second-application

    Use the reference of the request form.
    """
    written = header.file_reference or ""
    if blank(written) or _PCT_REFERENCE.fullmatch(written.strip()):
        return
    at_ib = header.application is not None and header.application.office_code == "IB"
    yield hit("file_reference", value=written, level=Level.WARNING if at_ib else None)


def _incomplete(field: str, one: ApplicationIdentification | None) -> Iterator[Hit]:
    if one is None:
        return
    missing = [name for name in _FIELDS if blank(getattr(one, name))]
    if missing:
        place = (field, missing[0]) if len(missing) == 1 else (field,)
        written = getattr(one, missing[0]) if len(missing) == 1 else None
        names = ", ".join(_FIELDS[name] for name in missing)
        yield hit(*place, value=written, missing=names)


@rule(
    "gi-application-incomplete",
    Level.ERROR,
    "par. 45; DTD",
    Scope.HEADER,
    message=N_("The application identification lacks {missing}. Fill it in."),
    silences=("xml-mandatory-empty", "gi-filing-date-missing"),
)
def application_incomplete(header: GeneralInformation, _context: HeaderContext) -> Iterator[Hit]:
    """An application is identified by the Office and the application number, both.

    A number without the Office, or an Office without the number, identifies nothing.

    Right: IPOfficeCode IB, ApplicationNumberText PCT/IB2015/099999
    Wrong: IPOfficeCode IB, ApplicationNumberText empty

    Fill in what is missing. Before a number is given, leave out the whole identification and use
    the file reference.
    """
    yield from _incomplete("application", header.application)


@rule(
    "gi-priority-incomplete",
    Level.ERROR,
    "par. 45; DTD",
    Scope.HEADER,
    message=N_("The earliest priority lacks {missing}. Fill it in."),
    silences=("xml-mandatory-empty", "gi-priority-date-missing"),
)
def priority_incomplete(header: GeneralInformation, _context: HeaderContext) -> Iterator[Hit]:
    """A priority is identified by the Office and the application number, both.

    A number without the Office, or an Office without the number, identifies nothing.

    Right: IPOfficeCode IB, ApplicationNumberText PCT/IB2014/099999
    Wrong: IPOfficeCode empty, ApplicationNumberText PCT/IB2014/099999

    Fill in what is missing, or leave out the priority if none is claimed.
    """
    yield from _incomplete("priority", header.priority)


@rule(
    "gi-priority-missing",
    Level.INFO,
    "par. 45",
    Scope.HEADER,
    message=N_("No earliest priority application is given. Add it if priority is claimed."),
)
def priority_missing(header: GeneralInformation, _context: HeaderContext) -> Iterator[Hit]:
    """The earliest priority application is given where priority is claimed.

    It is mandatory with a priority claim, and absent without one; the listing cannot tell which is
    the case.

    Right: EarliestPriorityApplicationIdentification with IB, PCT/IB2014/099999, 2014-01-30
    Wrong: no EarliestPriorityApplicationIdentification

    Add the Office, the number and the filing date of the earliest application whose priority is
    claimed. Otherwise there is nothing to do.
    """
    if header.priority is None:
        yield hit("priority")


def _without_priority(header: GeneralInformation, _finding: Finding) -> GeneralInformation:
    return replace(header, priority=None)


@rule(
    "gi-priority-equals-application",
    Level.WARNING,
    "par. 45",
    Scope.HEADER,
    message=N_("The priority application is the application itself ({value})."),
    repair=Repair(Applicability.ASK, N_("Leave out the priority."), _without_priority),
)
def priority_equals_application(
    header: GeneralInformation, _context: HeaderContext
) -> Iterator[Hit]:
    """The earliest priority is another application than the one the listing belongs to.

    The same Office and number in both places is nearly always a slip of copying.

    Right: application PCT/IB2015/099999, priority PCT/IB2014/111111
    Wrong: application PCT/IB2015/099999, priority PCT/IB2015/099999

    Give the number of the earlier application, or leave out the priority if none is claimed.
    """
    one, other = header.application, header.priority
    if one is None or other is None or blank(one.number) or other.number is None:
        return
    if one.office_code == other.office_code and one.number == other.number:
        yield hit("priority", "number", value=other.number)
