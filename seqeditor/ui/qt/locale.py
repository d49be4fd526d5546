"""Numbers and times as the user writes them; positions and SEQ ID numbers are never formatted."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QDate, QDateTime, QLocale, QTime

from seqeditor.texts import language


def locale_of(code: str) -> QLocale:
    """Return the locale for a language: the system's when it speaks that, else the usual one."""
    system = QLocale.system()
    if system.name().split("_")[0] == code:
        return system
    return QLocale(code)


def count_text(number: int) -> str:
    """Return a count with the language's separators."""
    return str(locale_of(language()).toString(number))


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
