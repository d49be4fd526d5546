"""Numbers of sequences of the same listing in free text: SEQ ID NO: 3, SEQ ID NOs: 3-5."""

from __future__ import annotations

import re
from collections.abc import Iterator

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


def numbers_in(text: str) -> Iterator[str]:
    """Yield each number that a text gives as a SEQ ID NO of this listing, once.

    Of a range only the two ends. A text that names a patent document may mean the sequences of
    that one: nothing is taken from it.
    """
    if "id" not in text and "ID" not in text and "Id" not in text:
        return
    seen: set[str] = set()
    for match in _REFERENCE.finditer(text):
        if not seen and _ELSEWHERE.search(text):
            return
        found = [match["first"]]
        if match["many"]:
            found += _DIGITS.findall(match["rest"])
        elif (end := _RANGE.match(text, match.end("first"))) is not None:
            found.append(end[1])
        for number in (str(int(one)) for one in found):
            if number not in seen and len(seen) < _MOST:
                seen.add(number)
                yield number
