"""The round map: the sequence as a circle, features in rings around it, position 1 on top."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from seqeditor.ui.map.circular_painting import paint_circular
from seqeditor.ui.map.entries import Entry
from seqeditor.ui.map.lanes import SMALLEST, Block, LaneTable
from seqeditor.ui.map.look import MapLook
from seqeditor.ui.map.plan import GRIP, Grip, Marks, side_at

MOST_LABELS = 80
"""More labels than these around a circle are no help."""


class CircularPlan:
    """A round map of `length` residues in the middle of a place, with labels on both sides."""

    def __init__(self, table: LaneTable, length: int, look: MapLook, place: QRectF) -> None:
        self.table = table
        self.length = length
        self.look = look
        self.centre = place.center()
        self._place = place
        side = min(place.width(), place.height())
        self.outer = max(side / 2 - 2.5 * look.line, 24.0)
        rings = max(table.count, 1)
        self.ring = min(float(look.block), self.outer * 0.55 / rings)
        self.radius = self.outer - rings * self.ring

    # Angles ------------------------------------------------------------------------------------

    def angle(self, gap: float) -> float:
        """Return the angle of a gap in degrees, clockwise from the top."""
        return 360.0 * gap / max(self.length, 1)

    def place(self, gap: float, radius: float) -> QPointF:
        """Return where a gap lies on a circle around the centre."""
        turn = math.radians(self.angle(gap))
        return self.centre + QPointF(math.sin(turn) * radius, -math.cos(turn) * radius)

    def ring_of(self, lane: int) -> tuple[float, float]:
        """Return the inner and outer radius of the blocks of a lane; the first lies innermost."""
        inner = self.radius + lane * self.ring + 2
        return inner, inner + max(self.ring - 3, 1)

    def per(self, lane: int) -> float:
        """Return the pixels for one residue along a lane."""
        return 2 * math.pi * self.ring_of(lane)[0] / max(self.length, 1)

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """What is drawn of the features."""
        if not self.length:
            return ()
        return tuple(
            block
            for lane in range(self.table.count)
            for block in self.table.blocks(lane, 1, self.length, self.per(lane))
        )

    @cached_property
    def labels(self) -> tuple[tuple[Entry, QPointF, QRectF], ...]:
        """Labels with the point they belong to and the room for their text."""
        return tuple(self._labels())

    def _labels(self) -> Iterator[tuple[Entry, QPointF, QRectF]]:
        single = [block for block in self.blocks if block.count == 1]
        single.sort(key=lambda block: block.start - block.end)
        sides: tuple[list[tuple[float, Block]], ...] = ([], [])
        for block in single[:MOST_LABELS]:
            middle = _middle(block.entry)
            turn = self.angle(middle)
            sides[0 if turn < 180 else 1].append((self.place(middle, self.outer).y(), block))
        for left, side in enumerate(sides):
            yield from self._column(sorted(side, key=lambda pair: pair[0]), left=bool(left))

    def _column(
        self, side: list[tuple[float, Block]], *, left: bool
    ) -> Iterator[tuple[Entry, QPointF, QRectF]]:
        """Yield the labels of one side from top to bottom; those without room are left out."""
        line, reach = self.look.line, self.outer + 1.2 * self.look.line
        below = self.centre.y() - self.outer - 2 * line
        for wish, block in side:
            y = max(wish - line / 2, below)
            if y > wish + 3 * line or y > self.centre.y() + self.outer + line / 2:
                continue
            below = y + line
            middle = y + line / 2 - self.centre.y()
            x = math.sqrt(max(reach * reach - middle * middle, 0.0)) + 4
            wide = self.look.width_of(block.entry.label) + 4
            room = self._place.width() / 2 - x - 4
            if room < 6 * self.look.letter:
                continue
            wide = min(wide, room)
            start = self.centre.x() - x - wide if left else self.centre.x() + x
            _inner, outer = self.ring_of(block.lane)
            yield (
                block.entry,
                self.place(_middle(block.entry), outer),
                QRectF(start, y, wide, line),
            )

    # What is at a point ------------------------------------------------------------------------

    def gap_at(self, point: QPointF) -> int:
        """Return the gap between residues that is nearest to a point."""
        away = point - self.centre
        turn = math.degrees(math.atan2(away.x(), -away.y())) % 360
        return round(turn / 360 * self.length)

    def _lane_at(self, point: QPointF) -> int | None:
        away = point - self.centre
        distance = math.hypot(away.x(), away.y())
        lane = int((distance - self.radius) // self.ring)
        return lane if distance >= self.radius and 0 <= lane < self.table.count else None

    def block_at(self, point: QPointF) -> Block | None:
        """Return the feature at a point, also by its label; the nearest of small ones."""
        for entry, _tip, rect in self.labels:
            if rect.contains(point):
                return Block(entry, self.table.lane_of[entry.index], entry.start, entry.end)
        lane = self._lane_at(point)
        if lane is None:
            return None
        gap, reach = self.gap_at(point), 3 / self.per(lane)
        near = [b for b in self.blocks if b.lane == lane]
        for block in near:
            if block.start - 1 - reach <= gap <= block.end + reach:
                return block
        return None

    def grip_at(self, point: QPointF, current: int | None) -> Grip | None:
        """Return the end at a point; the current feature can be held a little outside too."""
        lane = self._lane_at(point)
        if lane is None:
            return None
        gap, per = self.gap_at(point), self.per(lane)
        for block in self.blocks:
            if block.lane == lane and block.count == 1:
                own = block.entry.index == current
                grip = _grip(block.entry, gap, per, own=own)
                if grip is not None:
                    return grip
        return None

    def rect_of(self, entry: Entry) -> QRectF:
        """Return the place of the middle of a feature."""
        inner, outer = self.ring_of(self.table.lane_of[entry.index])
        middle = self.place(_middle(entry), (inner + outer) / 2)
        half = (outer - inner) / 2
        return QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half)

    def paint(self, painter: QPainter, marks: Marks) -> None:
        """Paint the map."""
        paint_circular(painter, self, marks)


def _middle(entry: Entry) -> float:
    """Return the gap in the middle of the largest piece."""
    largest = max(entry.pieces, key=lambda piece: piece.end - piece.start)
    return sum(largest.gaps) / 2


def _grip(entry: Entry, gap: int, per: float, *, own: bool) -> Grip | None:
    outside = (GRIP if own else 0.0) / per
    for piece in entry.pieces:
        low, high = piece.gaps
        size = max((high - low) * per, SMALLEST)
        side = side_at(piece, gap, (low, high), min(GRIP, size / 4) / per, outside)
        if side is not None:
            return Grip(entry, piece, side)
    return None
