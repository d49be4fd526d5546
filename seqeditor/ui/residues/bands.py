"""Features as bands under the residues: frozen values, lanes for overlaps, look-up by line."""

from __future__ import annotations

import heapq
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace

MOST_LANES = 4
"""More overlapping bands than these are counted ("+3"), not drawn."""


@dataclass(frozen=True, slots=True)
class Band:
    """One feature to be drawn from `start` to `end` (1-based, both included).

    `key` is the feature key, which gives colour and pattern; `label` is painted on the band, `tip`
    shown beside the mouse. `ref` is the permanent address of the feature and `index` its place in
    the sequence (0-based). `pieces` are the parts of a joined location in order of position, empty
    when there is one; `reverse` tells that it reads from right to left. `lane` is given by `lanes`.
    """

    start: int
    end: int
    key: str
    label: str = ""
    ref: int = 0
    lane: int = 0
    tip: str = ""
    index: int = 0
    pieces: tuple[tuple[int, int], ...] = ()
    reverse: bool = False


def lanes(bands: Iterable[Band]) -> tuple[Band, ...]:
    """Return the bands by start, each in the lowest lane that is free over its whole extent."""
    placed: list[Band] = []
    busy: list[tuple[int, int]] = []
    free: list[int] = []
    opened = 0
    for band in sorted(bands, key=lambda b: (b.start, -b.end, b.index)):
        while busy and busy[0][0] < band.start:
            heapq.heappush(free, heapq.heappop(busy)[1])
        if free:
            lane = heapq.heappop(free)
        else:
            lane, opened = opened, opened + 1
        heapq.heappush(busy, (max(band.end, band.start), lane))
        placed.append(band if band.lane == lane else replace(band, lane=lane))
    return tuple(placed)


class BandTable:
    """The bands of a sequence, asked for line by line in logarithmic time."""

    def __init__(self, bands: Iterable[Band] = ()) -> None:
        self.bands = lanes(bands)
        self._lanes: list[list[Band]] = [[] for _ in range(MOST_LANES)]
        hidden: list[Band] = []
        for band in self.bands:
            (self._lanes[band.lane] if band.lane < MOST_LANES else hidden).append(band)
        self._starts = [[band.start for band in lane] for lane in self._lanes]
        self._ends = [[band.end for band in lane] for lane in self._lanes]
        self._hidden_starts = sorted(band.start for band in hidden)
        self._hidden_ends = sorted(band.end for band in hidden)

    def between(self, first: int, last: int) -> tuple[Band, ...]:
        """Return the drawn bands that touch the positions first to last, lane by lane."""
        found: list[Band] = []
        for lane, starts, ends in zip(self._lanes, self._starts, self._ends, strict=True):
            found += lane[bisect_left(ends, first) : bisect_right(starts, last)]
        return tuple(found)

    def depth(self, first: int, last: int) -> int:
        """Return how many lanes of height the positions first to last need (0 to MOST_LANES)."""
        for number in range(MOST_LANES, 0, -1):
            starts, ends = self._starts[number - 1], self._ends[number - 1]
            if bisect_left(ends, first) < bisect_right(starts, last):
                return number
        return 0

    def hidden(self, first: int, last: int) -> int:
        """Return how many bands over these positions find no lane."""
        begun = bisect_right(self._hidden_starts, last)
        return begun - bisect_left(self._hidden_ends, first)

    def at(self, position: int, lane: int) -> Band | None:
        """Return the band at a position in a lane, None if there is none."""
        if not 0 <= lane < MOST_LANES:
            return None
        index = bisect_left(self._ends[lane], position)
        bands = self._lanes[lane]
        return bands[index] if index < len(bands) and bands[index].start <= position else None

    def over(self, position: int) -> tuple[Band, ...]:
        """Return the drawn bands over a position."""
        return tuple(band for band in self.between(position, position))
