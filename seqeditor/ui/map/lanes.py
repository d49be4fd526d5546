"""Putting features into lanes so that none covers another, and finding those that are visible."""

from __future__ import annotations

import heapq
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from seqeditor.ui.map.entries import Entry

SMALLEST = 2.0
"""Pixels; features smaller than this that lie side by side are shown as one block."""


def pack(extents: Sequence[tuple[float, float]]) -> list[int]:
    """Return a lane for each extent, from 0; two extents of one lane have no point in common."""
    found = [0] * len(extents)
    busy: list[tuple[float, int]] = []
    free: list[int] = []
    opened = 0
    for index in sorted(range(len(extents)), key=lambda i: (extents[i][0], -extents[i][1], i)):
        start, end = extents[index]
        while busy and busy[0][0] < start:
            heapq.heappush(free, heapq.heappop(busy)[1])
        if free:
            lane = heapq.heappop(free)
        else:
            lane, opened = opened, opened + 1
        heapq.heappush(busy, (end, lane))
        found[index] = lane
    return found


@dataclass(frozen=True, slots=True)
class Block:
    """What is drawn in a lane: one feature, or `count` of them too small to be told apart."""

    entry: Entry
    lane: int
    start: int
    end: int
    count: int = 1


class LaneTable:
    """Entries by lane and position, asked for a stretch in logarithmic time."""

    def __init__(self, entries: Sequence[Entry] = (), lanes: Sequence[int] | None = None) -> None:
        if lanes is None:
            lanes = pack([(entry.start, entry.end) for entry in entries])
        self.count = max(lanes, default=-1) + 1
        self.lane_of = {e.index: lane for e, lane in zip(entries, lanes, strict=True)}
        self.entry_of = {entry.index: entry for entry in entries}
        self._lanes: list[list[Entry]] = [[] for _ in range(self.count)]
        for entry, lane in sorted(zip(entries, lanes, strict=True), key=lambda p: p[0].start):
            self._lanes[lane].append(entry)
        self._starts = [[entry.start for entry in lane] for lane in self._lanes]
        self._ends = [[entry.end for entry in lane] for lane in self._lanes]

    def between(self, lane: int, first: int, last: int) -> list[Entry]:
        """Return the entries of a lane that touch the positions first to last."""
        begin = bisect_left(self._ends[lane], first)
        return self._lanes[lane][begin : bisect_right(self._starts[lane], last)]

    def next_start(self, lane: int, position: int) -> int | None:
        """Return where the next entry of a lane begins behind a position, None for nowhere."""
        at = bisect_right(self._starts[lane], position)
        return self._starts[lane][at] if at < len(self._starts[lane]) else None

    def blocks(self, lane: int, first: int, last: int, per: float) -> Iterator[Block]:
        """Yield what is drawn of a lane at `per` pixels for a residue; at most one for a pixel."""
        entries, starts = self._lanes[lane], self._starts[lane]
        at, stop = bisect_left(self._ends[lane], first), bisect_right(starts, last)
        while at < stop:
            entry = entries[at]
            behind = at + 1
            if _size(entry, per) < SMALLEST:
                behind = max(bisect_left(starts, entry.start + SMALLEST / per, at, stop), behind)
                if behind - at > 1 and _size(entries[behind - 1], per) >= SMALLEST:
                    behind -= 1
            yield Block(entry, lane, entry.start, entries[behind - 1].end, behind - at)
            at = behind


def _size(entry: Entry, per: float) -> float:
    return (entry.end - entry.start + 1) * per
