"""Positions and pixels of a straight map, and the ticks of its ruler; nothing here paints."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

LARGEST = 24.0
"""The most pixels for one residue."""

STEP = 1.25
"""How much one step of zooming enlarges."""


@dataclass(frozen=True, slots=True)
class Scale:
    """`length` residues over `width` pixels, `per` pixels each, scrolled by `offset` pixels.

    Gap n stands behind residue n; gap 0 is at x = `margin` when nothing is scrolled.
    """

    length: int
    width: int
    per: float = 1.0
    offset: int = 0
    margin: int = 14

    @property
    def smallest(self) -> float:
        """The pixels for a residue at which the whole sequence is seen."""
        return max(self.width - 2 * self.margin, 40) / max(self.length, 1)

    @property
    def largest(self) -> float:
        """The most pixels for a residue."""
        return max(LARGEST, self.smallest)

    @property
    def hidden(self) -> int:
        """By how many pixels the map is wider than what shows it."""
        return max(0, math.ceil(self.length * self.per - 0.01) + 2 * self.margin - self.width)

    @property
    def is_fitted(self) -> bool:
        """Whether the whole sequence is seen."""
        return self.per <= self.smallest * 1.0001

    def x_of(self, gap: float) -> float:
        """Return where a gap is, in pixels from the left edge."""
        return self.margin + gap * self.per - self.offset

    def gap_at(self, x: float) -> int:
        """Return the nearest gap of the sequence."""
        return min(max(round((x - self.margin + self.offset) / self.per), 0), self.length)

    def position_at(self, x: float) -> int:
        """Return the residue at a place, the nearest one beyond the ends; 0 without residues."""
        found = math.floor((x - self.margin + self.offset) / self.per) + 1
        return min(max(found, min(self.length, 1)), self.length)

    def seen(self) -> tuple[int, int]:
        """Return the first and the last position that is seen, even in part."""
        return self.position_at(0), self.position_at(self.width)

    def fitted(self) -> Scale:
        """Return the scale at which the whole sequence is seen."""
        return replace(self, per=self.smallest, offset=0)

    def zoomed(self, factor: float, x: float) -> Scale:
        """Return a larger or smaller scale that keeps what is at x where it is."""
        per = min(max(self.per * factor, self.smallest), self.largest)
        gap = (x - self.margin + self.offset) / self.per
        return replace(self, per=per).scrolled(round(gap * per + self.margin - x))

    def scrolled(self, offset: int) -> Scale:
        """Return the scale scrolled as far as there is something to be seen."""
        return replace(self, offset=min(max(offset, 0), self.hidden))

    def showing(self, start: int, end: int) -> Scale:
        """Return the scale at which the positions start to end nearly fill the width."""
        wanted = max(self.width - 2 * self.margin, 40) * 0.9 / max(end - start + 1, 1)
        one = replace(self, per=min(max(wanted, self.smallest), self.largest))
        middle = (start - 1 + end) / 2 * one.per + one.margin
        return one.scrolled(round(middle - self.width / 2))

    def revealing(self, start: int, end: int) -> Scale:
        """Return the scale scrolled as little as shows the positions start to end."""
        left, right = self.x_of(start - 1), self.x_of(end)
        if right - left > self.width - 2 * self.margin:
            return self if left < self.width / 2 and right > self.width / 2 else self._to(left)
        if left < self.margin:
            return self._to(left)
        return self.scrolled(self.offset + max(0, math.ceil(right + self.margin - self.width)))

    def _to(self, left: float) -> Scale:
        return self.scrolled(math.floor(self.offset + left - self.margin))


def tick_step(per: float, room: float) -> int:
    """Return how many residues lie between two numbers: 1, 2 or 5 times a power of ten.

    `room`: the pixels that a number needs.
    """
    step = 1
    while step * per < room:
        step = next_step(step)
    return step


def next_step(step: int) -> int:
    """Return the next larger one of 1, 2, 5, 10, 20, 50 ..."""
    first = int(str(step)[0])
    return step // 2 * 5 if first == 2 else step * 2


def small_step(step: int, per: float) -> int:
    """Return how many residues lie between two small ticks, the step itself for no small ones."""
    parts = 5 if str(step)[0] != "2" else 4
    small = step // parts if step % parts == 0 else 1
    return small if small and small * per >= 5 else step


def ticks(first: int, last: int, step: int) -> range:
    """Return the multiples of a step from first to last."""
    return range(max(-(-first // step), 1) * step, last + 1, step)
