"""Numbers and ranges as people type them: 1-20, 35, 40-."""

from __future__ import annotations

import re
from collections.abc import Iterable

_ITEM = re.compile(r"(?P<first>\d{1,18})(?:\s*(?P<dash>-|\N{EN DASH}|\.\.)\s*(?P<last>\d{1,18})?)?")
_BETWEEN = re.compile(r"[\s,;]+")

Range = tuple[int, int]
"""First and last number, 1-based inclusive."""


class RangeError(ValueError):
    """A piece of the text is no number and no range within the listing.

    `piece` is what cannot be taken; `is_outside`: it is a range, but of numbers that are not there.
    """

    def __init__(self, piece: str, *, is_outside: bool = False) -> None:
        super().__init__(piece)
        self.piece = piece
        self.is_outside = is_outside


def parse_ranges(text: str, highest: int) -> tuple[Range, ...]:
    """Return the ranges of a text, sorted and joined; `40-` goes to the highest number.

    Numbers may be divided by commas, semicolons or blanks. Raises RangeError; an empty text has
    no ranges.
    """
    found: list[Range] = []
    at = 0
    while at < len(text):
        gap = _BETWEEN.match(text, at)
        if gap is not None:
            at = gap.end()
            continue
        item = _ITEM.match(text, at)
        if item is None or (item.end() < len(text) and not _BETWEEN.match(text, item.end())):
            raise RangeError(_piece(text, at))
        first = int(item["first"])
        last = int(item["last"]) if item["last"] else highest if item["dash"] else first
        if not 1 <= first <= last <= highest:
            raise RangeError(item[0].strip(), is_outside=True)
        found.append((first, last))
        at = item.end()
    return joined(found)


def _piece(text: str, at: int) -> str:
    end = _BETWEEN.search(text, at)
    return text[at : end.start() if end else len(text)]


def joined(ranges: Iterable[Range]) -> tuple[Range, ...]:
    """Return ranges sorted, with those that touch or overlap made one."""
    result: list[Range] = []
    for first, last in sorted(ranges):
        if result and first <= result[-1][1] + 1:
            result[-1] = result[-1][0], max(result[-1][1], last)
        else:
            result.append((first, last))
    return tuple(result)


def ranges_of(numbers: Iterable[int]) -> tuple[Range, ...]:
    """Return the runs of some numbers."""
    return joined((one, one) for one in numbers)


def ranges_text(ranges: Iterable[Range]) -> str:
    """Return ranges as one types them."""
    return ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in ranges)
