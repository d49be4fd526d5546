"""Which characters are for which elements (ST.26 par. 40)."""

from __future__ import annotations

ANY_CHARACTER = ("ApplicantName", "InventorName", "InventionTitle", "NonEnglishQualifier_value")
"""Elements that may hold any Unicode character but control characters (par. 40(a))."""

BASIC_LATIN = ("INSDQualifier_value", "INSDSeqid", "@id")
"""Basic Latin elements and attributes that no more exact rule speaks of (par. 40(b)).

Those over codes, dates, numbers, keys, names and locations have rules of their own, which say
what may stand there.
"""

TEXT = (
    *ANY_CHARACTER,
    *("ApplicantNameLatin", "InventorNameLatin", "ApplicantFileReference"),
    *("ApplicationNumberText", "INSDQualifier_value"),
    *("IPOfficeCode", "FilingDate", "SequenceTotalQuantity"),
    *("@fileName", "@softwareName", "@softwareVersion"),
)
"""Where values are compared without the white space around them, which is a matter of style.

Elsewhere it makes the value a wrong one, and the rule over that value says so.
"""


def shown(element: str) -> str:
    """Return the name of an element or attribute as a message shows it."""
    return element.removeprefix("@")


def code_point(character: str) -> str:
    """Return the number of a character as the standard writes it, such as 0085."""
    return f"{ord(character):04X}"
