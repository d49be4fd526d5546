"""Numbers of sequences of the same listing in free text: SEQ ID NO: 3, SEQ ID NOs: 3-5."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_REFERENCE = re.compile(
    r"\bSEQ(?:\.|UENCE)?\s*ID(?:\.|ENTIFIER)?\s*(?P<many>NOS\b|NUMBERS\b)?(?:NO\b|NR\b|NUMBER\b|#)?"
    r"\s*\.?\s*:?\s*(?P<first>[0-9]{1,18})(?![0-9])"
    r"(?P<rest>(?:\s*(?:,\s*and|,\s*or|[,;\u2013-]|to|through|and|or|&)\s*[0-9]{1,18}(?![0-9]|\s*(?:residue|amino|nucle|base|bp|nt|aa|%)))*)",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\s*[\u2013-]\s*([0-9]{1,18})(?![0-9])(?!-?[A-Za-z])")
_ELSEWHERE = re.compile(
    r"\b(?:WO|US|EP|JP|CN|KR|AU|CA|DE|GB|FR|IN|RU|PCT)\s?[/-]?\s?(?:[A-Z]{2})?[0-9][0-9,/ ]{3}"
    r"|(?i:\b(?:patent|publication|application)\b)"
)
_DIGITS = re.compile(r"[0-9]+")
_MOST = 50
"""Numbers taken from one text."""


_JOINT = re.compile(r"\s*(?:[\u2013-]|to|through)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Item:
    """A number or a range (`first` to `last`, with `joint` between) at a place of a text.

    `start` and `end` are offsets into the text; `joint` is "" for a single number.
    """

    start: int
    end: int
    first: int
    last: int
    joint: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """One SEQ ID NO with what it lists; `start` is the offset of its first letter.

    `is_clear`: no further numbers follow that may belong to it or not, as in SEQ ID NO: 4 and 5.
    """

    start: int
    is_plural: bool
    is_clear: bool
    items: tuple[Item, ...]


def references_in(text: str) -> Iterator[Reference]:
    """Yield what a text gives as SEQ ID NOs of this listing, with the places.

    A text that names a patent document may mean the sequences of that one: nothing is taken.
    """
    if "id" not in text and "ID" not in text and "Id" not in text:
        return
    for match in _REFERENCE.finditer(text):
        if _ELSEWHERE.search(text):
            return
        end = match.end()
        if not match["many"]:
            span = _RANGE.match(text, match.end("first"))
            end = span.end() if span is not None else match.end("first")
        digits = list(_DIGITS.finditer(text, match.start("first"), end))
        items = tuple(_items(text, digits))
        yield Reference(match.start(), bool(match["many"]), match.end() <= end, items)


def _items(text: str, digits: list[re.Match[str]]) -> Iterator[Item]:
    at = 0
    while at < len(digits):
        one = digits[at]
        if at + 1 < len(digits):
            joint = text[one.end() : digits[at + 1].start()]
            if _JOINT.fullmatch(joint):
                other = digits[at + 1]
                yield Item(one.start(), other.end(), int(one[0]), int(other[0]), joint)
                at += 2
                continue
        yield Item(one.start(), one.end(), int(one[0]), int(one[0]))
        at += 1


def numbers_in(text: str) -> Iterator[str]:
    """Yield each number that a text gives as a SEQ ID NO of this listing, once.

    Of a range only the two ends. A text that names a patent document may mean the sequences of
    that one: nothing is taken from it.
    """
    seen: set[str] = set()
    for reference in references_in(text):
        for item in reference.items:
            for number in (str(item.first), str(item.last)):
                if number not in seen and len(seen) < _MOST:
                    seen.add(number)
                    yield number
