"""Numbers and times as the user writes them; positions and SEQ ID numbers are never formatted."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QDate, QDateTime, QLocale, QTime

from seqeditor.texts import LANGUAGES, language

_USUAL = {"ar": "ar_AE"}
"""Western digits, as beside SEQ ID numbers, for who has not told the system otherwise."""


def locale_of(code: str) -> QLocale:
    """Return the locale for a language: the system's when it speaks that, else the usual one."""
    system = QLocale.system()
    if system.name().split("_")[0] == code:
        return system
    return QLocale(_USUAL.get(code, code))


def count_text(number: int) -> str:
    """Return a count with the language's separators."""
    return str(locale_of(language()).toString(number))


def length_text(number: int) -> str:
    """Return a number of residues: with separators, but always in Western digits."""
    locale = locale_of(language())
    return str((locale if locale.zeroDigit() == "0" else QLocale("en")).toString(number))


def language_name(code: str) -> str:
    """Return what the speakers of a language call it, its code where that is not known."""
    return LANGUAGES.get(code) or str(QLocale(code).nativeLanguageName()) or code


def time_text(moment: datetime) -> str:
    """Return hours and minutes."""
    time = QTime(moment.hour, moment.minute)
    return str(locale_of(language()).toString(time, QLocale.FormatType.ShortFormat))


def moment_text(moment: datetime) -> str:
    """Return date, hours and minutes."""
    both = QDateTime(
        QDate(moment.year, moment.month, moment.day), QTime(moment.hour, moment.minute)
    )
    return str(locale_of(language()).toString(both, QLocale.FormatType.ShortFormat))


def date_text(moment: datetime) -> str:
    """Return the date."""
    date = QDate(moment.year, moment.month, moment.day)
    return str(locale_of(language()).toString(date, QLocale.FormatType.ShortFormat))
