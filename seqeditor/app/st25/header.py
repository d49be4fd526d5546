"""The general information of an ST.25 listing (<110> to <170>) as that of ST.26 (par. 43-49)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from seqeditor.app.account import Account
from seqeditor.domain.general_information import (
    ApplicationIdentification,
    GeneralInformation,
    LanguageText,
)
from seqeditor.formats.st25.reader import Datum, Header25
from seqeditor.texts import N_
from seqeditor.vocabulary import offices
from seqeditor.vocabulary.characters import not_basic_latin

ENCODING = N_("Read as {encoding}.")
REPLACED = N_("A character could not be read and stands as U+FFFD. Put it right.")
APPLICANTS = N_("Only the first applicant is kept; left out: {names}.")
NO_APPLICANT = N_("The listing names no applicant. Give the name of the first-mentioned one.")
NO_TITLE = N_("The listing has no title. Give the title of the invention.")
LATIN = N_("Give the applicant name in Latin characters as well.")
LANGUAGE = N_("Give the language of the applicant name.")
TITLE_LANGUAGE = N_("Give the language of the title.")
OFFICE = N_("Office code {office} taken from {value}.")
NO_OFFICE = N_("{value} does not name its IP Office. Give the office code.")
NO_APPLICATION = N_("{value} is no application number and was left out.")
DATE = N_("The date {old} is written as {new}.")
NO_DATE = N_("{value} is no date that can be read with certainty. Give the date.")
PRIORITIES = N_("Only the earliest priority is kept; left out: {list}.")
TOTAL = N_("The number of sequences is counted anew; <160> said {value}.")
SOFTWARE = N_("The name of the other program is no part of this listing: {value}.")
MISPLACED = N_("<{tag}> is not expected here and was left out: {value}")
UNKNOWN = N_("<{tag}> {value} is no identifier of ST.25.")

_PENDING = re.compile(
    r"(?:.*\b(?:not\s+yet|unassigned|unknown|unavailable|to\s+be|pending|herewith|concurrently"
    r"|tba|tbd|n/?a)\b.*|[-.\s]*)",
    re.IGNORECASE,
)
_OFFICE = re.compile(r"([A-Z]{2})[\s-]*(\S.*)")
_ISO = re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})")
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_DAY_MONTH = re.compile(r"(\d{1,2})[\s-]+([A-Za-z]{3,9})\.?,?[\s-]+(\d{4})")
_MONTH_DAY = re.compile(r"([A-Za-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})")


def header_from(header: Header25, account: Account) -> GeneralInformation:
    """Return the general information, and tell what became of each datum."""
    if header.encoding not in ("ascii", "utf-8"):
        account.changed("encoding", ENCODING, encoding=header.encoding)
    made = GeneralInformation()
    made = _applicant(made, header, account)
    made = _title(made, header, account)
    for datum in header.texts(130)[:1]:
        account.kept()
        made = replace(made, file_reference=datum.text)
    made = replace(made, application=_application(header, account))
    made = replace(made, priority=_priority(header, account))
    for tag, code, message in ((160, "160", TOTAL), (170, "170", SOFTWARE)):
        for datum in header.texts(tag):
            field = f"<{tag}>"
            account.dropped(
                code, message, field=field, line=datum.line, old=datum.text, value=datum.text
            )
    _tell_the_rest(header, account)
    return made


def _tell_the_rest(header: Header25, account: Account) -> None:
    known = {110, 120, 130, 140, 141, 150, 151, 160, 170}
    repeated = {datum.line for tag in (130, 140, 141) for datum in header.texts(tag)[1:]}
    for datum in header.data:
        if datum.text and (datum.tag not in known or datum.line in repeated):
            is_known = datum.tag in known or 200 <= datum.tag <= 313
            account.dropped(
                "misplaced-identifier" if is_known else "unknown-identifier",
                MISPLACED if is_known else UNKNOWN,
                field=f"<{datum.tag}>",
                line=datum.line,
                old=datum.text,
                tag=datum.tag,
                value=datum.text,
            )
        if "\ufffd" in datum.text:
            field = f"<{datum.tag}>"
            account.asked("characters", REPLACED, field=field, line=datum.line)


def _applicant(made: GeneralInformation, header: Header25, account: Account) -> GeneralInformation:
    names: list[str] = []
    line = 0
    for datum in header.texts(110):
        line = line or datum.line
        names += _names(datum)
    if not names:
        account.asked("missing", NO_APPLICANT, field="<110>")
        return made
    account.kept()
    if len(names) > 1:
        account.dropped(
            "applicants",
            APPLICANTS,
            field="<110>",
            line=line,
            old="; ".join(names[1:]),
            names="; ".join(names[1:]),
        )
    account.asked("language-needed", LANGUAGE, field="<110>", line=line)
    if any(not_basic_latin(names[0])):
        account.asked("characters", LATIN, field="<110>", line=line, old=names[0])
    return replace(made, applicant_name=LanguageText(names[0]))


def _names(datum: Datum) -> list[str]:
    """Return the names, one to a line; a line that only goes on with the last belongs to it."""
    parts: list[list[str]] = []
    for line in datum.lines:
        text = " ".join(line.split())
        if not text:
            continue
        goes_on = parts and (
            parts[-1][-1].endswith((",", "-", "&")) or text[0].islower() or text[:2] in ("D'", "d'")
        )
        if goes_on:
            parts[-1].append(text)
        else:
            parts.append([text])
    return [" ".join(one) for one in parts]


def _title(made: GeneralInformation, header: Header25, account: Account) -> GeneralInformation:
    titles = header.texts(120)
    if not titles:
        account.asked("missing", NO_TITLE, field="<120>")
        return made
    account.kept()
    account.asked("title-language", TITLE_LANGUAGE, field="<120>", line=titles[0].line)
    return replace(made, titles=tuple(LanguageText(datum.text) for datum in titles))


def _application(header: Header25, account: Account) -> ApplicationIdentification | None:
    numbers, dates = header.texts(140), header.texts(141)
    date = date_of(dates[0], account, "<141>") if dates else None
    if not numbers:
        if date is None:
            return None
        return ApplicationIdentification("", "", date)
    code, number = office_and_number(numbers[0], account, "<140>")
    if not number:
        return ApplicationIdentification("", "", date) if date is not None else None
    return ApplicationIdentification(code, number, date)


def _priority(header: Header25, account: Account) -> ApplicationIdentification | None:
    """Return the priority of the earliest date; one without a date comes after those with one."""
    pairs: list[tuple[Datum, Datum | None]] = []
    for datum in header.data:
        if datum.tag == 150 and datum.text:
            pairs.append((datum, None))
        elif datum.tag == 151 and datum.text and pairs and pairs[-1][1] is None:
            pairs[-1] = (pairs[-1][0], datum)
    if not pairs:
        return None
    silent = Account(type(account.report)("", ""))
    dated = [
        (date_of(date, silent, "") if date is not None else None, n)
        for n, (_number, date) in enumerate(pairs)
    ]
    first = min(dated, key=lambda one: (one[0] or "9999", one[1]))[1]
    number, date = pairs[first]
    rest = [
        f"{other.text} ({day.text})" if day else other.text
        for n, (other, day) in enumerate(pairs)
        if n != first
    ]
    if rest:
        account.dropped(
            "priorities",
            PRIORITIES,
            field="<150>",
            line=pairs[0][0].line,
            old="; ".join(rest),
            list="; ".join(rest),
        )
    code, text = office_and_number(number, account, "<150>")
    day = date_of(date, account, "<151>") if date is not None else None
    if not text:
        return ApplicationIdentification("", "", day) if day is not None else None
    return ApplicationIdentification(code, text, day)


def office_and_number(datum: Datum, account: Account, field: str) -> tuple[str, str]:
    """Return office code and application number; ("", "") where there is none."""
    text = datum.text
    if _PENDING.fullmatch(text):
        account.dropped(
            "no-application",
            NO_APPLICATION,
            field=field,
            line=datum.line,
            old=text,
            value=text,
        )
        return "", ""
    if text.upper().startswith("PCT/"):
        account.changed(
            "office-code",
            OFFICE,
            field=field,
            line=datum.line,
            old=text,
            new="IB",
            check=True,
            office="IB",
            value=text,
        )
        return "IB", text
    match = _OFFICE.fullmatch(text)
    if match is not None and offices.office(match[1]) is not None:
        code, number = match[1], match[2]
        if _PENDING.fullmatch(number):
            account.dropped(
                "no-application",
                NO_APPLICATION,
                field=field,
                line=datum.line,
                old=text,
                value=text,
            )
            return "", ""
        account.changed(
            "office-code",
            OFFICE,
            field=field,
            line=datum.line,
            old=text,
            new=code,
            check=True,
            office=code,
            value=text,
        )
        return code, number
    account.asked("office-code", NO_OFFICE, field=field, line=datum.line, old=text, value=text)
    return "", text


def date_of(datum: Datum, account: Account, field: str) -> str | None:
    """Return a date as CCYY-MM-DD (ST.2), None where it is none or not certain."""
    text = datum.text
    found = iso_date(text)
    if found is None:
        if _PENDING.fullmatch(text):
            account.dropped("date", NO_DATE, field=field, line=datum.line, old=text, value=text)
        else:
            account.asked("date", NO_DATE, field=field, line=datum.line, old=text, value=text)
    elif found == text:
        account.kept()
    else:
        account.changed(
            "date",
            DATE,
            field=field,
            line=datum.line,
            old=text,
            new=found,
            check=True,
        )
    return found


def iso_date(text: str) -> str | None:
    """Return a date in ISO form; None for a form that can be read in two ways, such as 03/04/12."""
    match = _ISO.match(text)
    if match is not None:
        rest = text[match.end() :].strip(" -–")
        if rest and not rest.isalpha():
            return None
        return _valid(match[1], match[2], match[3])
    for pattern, order in ((_DAY_MONTH, (3, 2, 1)), (_MONTH_DAY, (3, 1, 2))):
        match = pattern.fullmatch(text)
        if match is not None:
            year, month, day = (match[n] for n in order)
            if month[:3].lower() in _MONTHS:
                return _valid(year, str(_MONTHS.index(month[:3].lower()) + 1), day)
    return None


def _valid(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
