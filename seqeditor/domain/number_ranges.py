"""Runs of numbers: read as typed, joined, and written again."""

from __future__ import annotations

import re
from collections.abc import Iterable

Range = tuple[int, int]
"""First and last number, 1-based inclusive."""
Ranges = tuple[tuple[int, int | None], ...]
"""Ranges sorted and parted; None as the last number of one that is open."""

_RANGE = re.compile(r"\s*(\d{1,9})?\s*(?:(-|–|\.\.|:)\s*(\d{1,9})?)?\s*\Z", re.ASCII)


class NumbersError(ValueError):
    """A text names no numbers; `args[0]` is the part that cannot be read."""


def parse_numbers(text: str) -> Ranges:
    """Return the ranges of numbers in a text like `1-20, 35, 40-`, sorted and joined.

    Raises NumbersError with the part that is no number and no range.
    """
    found: list[tuple[int, int | None]] = []
    for part in re.split(r"[,;،、，\n]", text):
        if not part.strip():
            continue
        match = _RANGE.match(part)
        if match is None or not (match[1] or match[3]):
            raise NumbersError(part.strip())
        first = int(match[1] or 1)
        last = first if not match[2] else int(match[3]) if match[3] else None
        if last is not None and last < first:
            first, last = last, first
        found.append((first, last))
    return _joined(found)


def in_ranges(number: int, ranges: Ranges) -> bool:
    """Tell whether a number lies in one of the ranges."""
    return any(first <= number and (last is None or number <= last) for first, last in ranges)


def joined(ranges: Iterable[Range]) -> tuple[Range, ...]:
    """Return ranges sorted, with those that touch or overlap made one."""
    return tuple((first, last) for first, last in _joined(ranges) if last is not None)


def _joined(ranges: Iterable[tuple[int, int | None]]) -> Ranges:
    result: list[tuple[int, int | None]] = []
    for first, last in sorted(ranges, key=lambda one: one[0]):
        if result:
            before, end = result[-1]
            if end is None:
                break
            if first <= end + 1:
                result[-1] = before, None if last is None else max(end, last)
                continue
        result.append((first, last))
    return tuple(result)


def ranges_of(numbers: Iterable[int]) -> tuple[Range, ...]:
    """Return the runs of some numbers."""
    return joined((one, one) for one in numbers)


def ranges_text(ranges: Iterable[Range]) -> str:
    """Return ranges as one types them."""
    return ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in ranges)
