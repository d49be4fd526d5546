"""Runs of numbers: what is listed singly, and what is a range."""

from __future__ import annotations

from collections.abc import Iterable

Range = tuple[int, int]
"""First and last number, 1-based inclusive."""


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
