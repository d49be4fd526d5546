"""fileName, softwareName, softwareVersion and productionDate of the root (ST.26 par. 43)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from seqeditor.domain.general_information import GeneralInformation
from seqeditor.domain.path import at, put
from seqeditor.rules.finding import Finding, Hit, Level, Scope, hit
from seqeditor.rules.header.blank import blank
from seqeditor.rules.header.dates import iso_date
from seqeditor.rules.rule import Applicability, Repair, rule
from seqeditor.rules.view import HeaderContext
from seqeditor.texts import N_
from seqeditor.vocabulary.characters import basic_latin_substitute, not_basic_latin
from seqeditor.vocabulary.transliteration import latin_name


def first_outside(text: str | None) -> str:
    """Return the first character outside Basic Latin, tabs and line breaks aside, "" for none."""
    found = (c for _, c in not_basic_latin(text or "") if c not in "\t\r\n")
    return next(found, "")


def _renamed(header: GeneralInformation, finding: Finding) -> GeneralInformation:
    return replace(header, file_name=str(finding.parameters["proposed"]))


@rule(
    "root-file-name-characters",
    Level.WARNING,
    "par. 40(b), 43",
    Scope.HEADER,
    message=N_("fileName “{value}” contains {character}; only Basic Latin characters are allowed."),
    repair=Repair(
        Applicability.ASK,
        N_("Set fileName to {proposed}."),
        _renamed,
        lambda finding: bool(finding.parameters["proposed"]),
    ),
)
def file_name_characters(header: GeneralInformation, _context: HeaderContext) -> Iterator[Hit]:
    """The attribute fileName holds only Basic Latin characters (U+0020 to U+007E).

    Attributes are Basic Latin, and Offices' systems may refuse other letters in file names. Known
    programs write them all the same, so this is a warning.

    Right: fileName="EX-0001.xml"
    Wrong: fileName="EX-0001配列表.xml"

    Give the listing a name of plain letters, digits, hyphens and underscores.
    """
    found = first_outside(header.file_name)
    if found:
        proposed = latin_name(header.file_name or "") or ""
        yield hit("file_name", value=header.file_name, character=found, proposed=proposed)


def _plain(header: GeneralInformation, finding: Finding) -> GeneralInformation:
    text = basic_latin_substitute(at(header, finding.path))
    kept = "".join(c for c in text if " " <= c <= "~").strip()
    plain: GeneralInformation = put(header, finding.path, kept or None)
    return plain


@rule(
    "root-software-characters",
    Level.WARNING,
    "par. 40(b), 43",
    Scope.HEADER,
    message=N_("{attribute} contains {character}; only Basic Latin characters are allowed."),
    repair=Repair(Applicability.ASK, N_("Remove what is not Basic Latin."), _plain),
)
def software_characters(header: GeneralInformation, _context: HeaderContext) -> Iterator[Hit]:
    """The attributes softwareName and softwareVersion hold only Basic Latin characters.

    They tell which program made the listing; all attributes are Basic Latin (U+0020 to U+007E).

    Right: softwareName="WIPO Sequence"
    Wrong: softwareName="序列"

    Nothing depends on it: the next program that writes the listing puts its own name there.
    """
    attributes = {"software_name": "softwareName", "software_version": "softwareVersion"}
    for field, attribute in attributes.items():
        written = getattr(header, field)
        if found := first_outside(written):
            yield hit(field, value=written, attribute=attribute, character=found)


def _today(header: GeneralInformation, finding: Finding) -> GeneralInformation:
    return replace(header, production_date=str(finding.parameters["today"]))


_SET_TODAY = Repair(Applicability.SAFE, N_("Set productionDate to {today}."), _today)


@rule(
    "root-production-date-format",
    Level.WARNING,
    "par. 43; ST.2",
    Scope.HEADER,
    message=N_("productionDate “{value}” must be a calendar date written as CCYY-MM-DD."),
    repair=_SET_TODAY,
)
def production_date_format(header: GeneralInformation, context: HeaderContext) -> Iterator[Hit]:
    """The attribute productionDate, where given, is a date of the form CCYY-MM-DD.

    It tells on which day the listing was made, year first, as in 2024-07-01.

    Right: productionDate="2024-07-01"
    Wrong: productionDate="01/07/2024"

    Set it to the present day; writing the listing does so.
    """
    written = header.production_date
    if not blank(written) and iso_date(written) is None:
        yield hit("production_date", value=written, today=context.today.isoformat())


@rule(
    "root-production-date-future",
    Level.WARNING,
    "par. 43",
    Scope.HEADER,
    message=N_("productionDate {value} is in the future."),
    repair=_SET_TODAY,
)
def production_date_future(header: GeneralInformation, context: HeaderContext) -> Iterator[Hit]:
    """The attribute productionDate is not later than today.

    A listing cannot have been made on a day that has not come; one day is granted for time zones.

    Right: productionDate="2024-07-01", read in 2026
    Wrong: productionDate="2099-01-01", read in 2026

    Set it to the present day, and look whether the clock of the computer is right.
    """
    day = iso_date(header.production_date)
    if day is not None and day > context.today + timedelta(days=1):
        yield hit("production_date", value=header.production_date, today=context.today.isoformat())
