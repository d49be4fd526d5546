"""Dates of the general information: CCYY-MM-DD and nothing else (WIPO ST.2, ST.26 par. 45)."""

from __future__ import annotations

import re
from datetime import date

_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_YEAR_FIRST = re.compile(r"([0-9]{4})[-./ ]?([0-9]{1,2})[-./ ]?([0-9]{1,2})")
_YEAR_LAST = re.compile(r"([0-9]{1,2})[-./ ]([0-9]{1,2})[-./ ]([0-9]{4})")
_MONTH_NAMED = re.compile(r"([0-9]{1,2})[-. ]+([A-Za-z]{3,9})[-., ]+([0-9]{4})")
_MONTH_FIRST = re.compile(r"([A-Za-z]{3,9})[-. ]+([0-9]{1,2})[, ]+([0-9]{4})")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def iso_date(text: str | None) -> date | None:
    """Return the day a text names in the form CCYY-MM-DD, None if it names none."""
    if text is None or not _ISO.fullmatch(text):
        return None
    return _day(int(text[:4]), int(text[5:7]), int(text[8:]))


def proposed_date(text: str) -> str:
    """Return the same day as CCYY-MM-DD where only one day can be meant, else ""."""
    days = {day.isoformat() for day in _readings(text.strip()) if day is not None}
    return days.pop() if len(days) == 1 else ""


def months_later(day: date, months: int) -> date:
    """Return the same day so many months later, the last of the month where it has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        if last <= day.day and (found := _day(day.year + years, month + 1, last)):
            return found
    return date.max


def _readings(text: str) -> tuple[date | None, ...]:
    if found := _YEAR_FIRST.fullmatch(text):
        year, month, day = map(int, found.groups())
        return (_day(year, month, day),)
    if found := _YEAR_LAST.fullmatch(text):
        one, two, year = map(int, found.groups())
        return (_day(year, one, two), _day(year, two, one))
    if found := _MONTH_NAMED.fullmatch(text):
        return (_day(int(found[3]), _month(found[2]), int(found[1])),)
    if found := _MONTH_FIRST.fullmatch(text):
        return (_day(int(found[3]), _month(found[1]), int(found[2])),)
    return ()


def _month(name: str) -> int:
    short = name[:3].lower()
    return _MONTHS.index(short) + 1 if short in _MONTHS else 0


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
