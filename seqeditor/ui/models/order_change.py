"""What has changed between two orders of ids: one block gone, one block come, or more than that.

A view that is told of one block keeps its selection and place; only for more is it built anew.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable
from dataclasses import dataclass

_Test = Callable[[int], bool]


@dataclass(frozen=True, slots=True)
class Block:
    """So many rows from `first` (0-based) on."""

    first: int
    count: int

    @property
    def last(self) -> int:
        """The last row of the block."""
        return self.first + self.count - 1


@dataclass(frozen=True, slots=True)
class OrderChange:
    """From `removed` to `inserted`, both beginning at the same row; either may be empty."""

    removed: Block
    inserted: Block


def compare(old: array[int], new: array[int]) -> OrderChange:
    """Return the smallest block of the old order that another block of the new one replaces."""
    one, other = old.tobytes(), new.tobytes()
    size = old.itemsize
    shorter = min(len(old), len(new))
    head = _longest(shorter, lambda n: one[: n * size] == other[: n * size])
    tail = _longest(
        shorter - head,
        lambda n: one[len(one) - n * size :] == other[len(other) - n * size :],
    )
    return OrderChange(
        removed=Block(head, len(old) - head - tail), inserted=Block(head, len(new) - head - tail)
    )


def _longest(most: int, holds: _Test) -> int:
    """Return the greatest n up to `most` for which a test holds that fails for all above."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if holds(middle):
            low = middle
        else:
            high = middle - 1
    return low
