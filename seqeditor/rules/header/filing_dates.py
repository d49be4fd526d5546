"""FilingDate of the application and the priority (ST.26 par. 45; WIPO ST.2)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from seqeditor.domain.general_information import ApplicationIdentification, GeneralInformation
from seqeditor.domain.path import put
from seqeditor.rules.finding import Finding, Hit, Level, Scope, hit
from seqeditor.rules.header.blank import blank, identifications
from seqeditor.rules.header.dates import iso_date, months_later, proposed_date
from seqeditor.rules.rule import Applicability, Repair, rule
from seqeditor.rules.view import HeaderContext
from seqeditor.texts import N_

_MONTHS = 14
"""Twelve months of priority and two of restoration (Paris Art. 4; PCT Rule 26bis.3)."""


def filed_on(one: ApplicationIdentification) -> date | None:
    """Return the filing date, white space around it aside; None if it is no date."""
    return iso_date((one.filing_date or "").strip())


def _replaced(header: GeneralInformation, finding: Finding) -> GeneralInformation:
    new: GeneralInformation = put(header, finding.path, str(finding.parameters["proposed"]))
    return new


@rule(
    "gi-date-format",
    Level.ERROR,
    "par. 11 ST.2; par. 45",
    Scope.HEADER,
    message=N_("FilingDate “{value}” must be a calendar date written as CCYY-MM-DD."),
    repair=Repair(
        Applicability.ASK,
        N_("Write {proposed}."),
        _replaced,
        lambda finding: bool(finding.parameters["proposed"]),
    ),
)
def date_format(header: GeneralInformation, _context: HeaderContext) -> Iterator[Hit]:
    """A filing date is a day of the calendar, written as CCYY-MM-DD.

    31.01.2015 or 2015/1/31 are read differently in different countries; ST.2 has one form only.

    Right: 2015-01-31
    Wrong: 31.01.2015
    Wrong: 2015-04-31

    Write year, month and day, as in 2015-01-31. Leave the date out as long as it is not known.
    """
    for field, one in identifications(header):
        written = one.filing_date or ""
        if not blank(written) and filed_on(one) is None:
            yield hit(field, "filing_date", value=written, proposed=proposed_date(written))


@rule(
    "gi-filing-date-missing",
    Level.WARNING,
    "par. 45",
    Scope.HEADER,
    message=N_("The filing date is missing. It is mandatory once it has been given."),
)
def filing_date_missing(header: GeneralInformation, _context: HeaderContext) -> Iterator[Hit]:
    """An application identification has its filing date.

    The date is mandatory as soon as the Office has given one.

    Right: <FilingDate>2015-01-31</FilingDate>
    Wrong: no FilingDate

    Add it, in the form CCYY-MM-DD. If none has been given yet, there is nothing to do.
    """
    if header.application is not None and header.application.filing_date is None:
        yield hit("application", "filing_date")


@rule(
    "gi-filing-date-future",
    Level.WARNING,
    "par. 45",
    Scope.HEADER,
    message=N_("Filing date {value} is in the future."),
)
def filing_date_future(header: GeneralInformation, context: HeaderContext) -> Iterator[Hit]:
    """No filing date is later than today.

    One day is granted for time zones.

    Right: 2015-01-31, read in 2026
    Wrong: 2051-01-31, read in 2026

    Correct the date, and look whether the clock of the computer is right.
    """
    for field, one in identifications(header):
        day = filed_on(one)
        if day is not None and day > context.today + timedelta(days=1):
            yield hit(field, "filing_date", value=one.filing_date)


@rule(
    "gi-filing-date-early",
    Level.INFO,
    "plausibility",
    Scope.HEADER,
    message=N_("Filing date {value} looks wrong: it is very early."),
)
def filing_date_early(header: GeneralInformation, _context: HeaderContext) -> Iterator[Hit]:
    """The year of a filing date is a likely one.

    There were no international and no European applications before 1978, and hardly any with
    sequences before 1900. A slip of the keyboard is more likely.

    Right: 2015-01-31
    Wrong: 0215-01-31

    Look at the year again.
    """
    for field, one in identifications(header):
        day = filed_on(one)
        first = 1978 if one.office_code in ("IB", "EP", "WO") else 1900
        if day is not None and day.year < first:
            yield hit(field, "filing_date", value=one.filing_date)


@rule(
    "gi-priority-date-missing",
    Level.WARNING,
    "par. 45",
    Scope.HEADER,
    profiles={"strict": Level.ERROR},
    message=N_("The filing date of the priority application is missing. Add it."),
    silences=("xml-optional-empty",),
)
def priority_date_missing(header: GeneralInformation, _context: HeaderContext) -> Iterator[Hit]:
    """The earliest priority has its filing date.

    The standard asks for Office, number and date with a priority claim; the DTD alone would do
    without the date.

    Right: IB, PCT/IB2014/099999, 2014-01-30
    Wrong: IB, PCT/IB2014/099999, no FilingDate

    Add the date, in the form CCYY-MM-DD.
    """
    if header.priority is not None and blank(header.priority.filing_date):
        yield hit("priority", "filing_date", value=header.priority.filing_date)


@rule(
    "gi-priority-after-filing",
    Level.WARNING,
    "plausibility (Paris Convention)",
    Scope.HEADER,
    message=N_("Priority date {value} is later than the filing date {filed}."),
)
def priority_after_filing(header: GeneralInformation, _context: HeaderContext) -> Iterator[Hit]:
    """The priority date is not later than the filing date.

    Priority is claimed from an earlier application. The two dates may have been exchanged.

    Right: priority 2014-01-30, filing 2015-01-31
    Wrong: priority 2016-01-01, filing 2015-01-31

    Correct the wrong one of the two dates.
    """
    if header.application is None or header.priority is None:
        return
    filed = filed_on(header.application)
    claimed = filed_on(header.priority)
    if filed is not None and claimed is not None and claimed > filed:
        place = ("priority", "filing_date")
        yield hit(*place, value=header.priority.filing_date, filed=filed.isoformat())


@rule(
    "gi-priority-window",
    Level.INFO,
    "Paris Art. 4; PCT Rule 26bis.3",
    Scope.HEADER,
    message=N_("More than 14 months lie between the priority {value} and the filing {filed}."),
)
def priority_window(header: GeneralInformation, _context: HeaderContext) -> Iterator[Hit]:
    """The application is filed at most 14 months after the priority date.

    Priority lasts twelve months; two more are possible where the right is restored. A later date
    may be right for a divisional or continued application.

    Right: priority 2014-01-30, filing 2015-01-31
    Wrong: priority 2012-01-01, filing 2015-01-31

    Look at both dates again.
    """
    if header.application is None or header.priority is None:
        return
    filed = filed_on(header.application)
    claimed = filed_on(header.priority)
    if filed is not None and claimed is not None and filed > months_later(claimed, _MONTHS):
        place = ("priority", "filing_date")
        yield hit(*place, value=header.priority.filing_date, filed=filed.isoformat())
