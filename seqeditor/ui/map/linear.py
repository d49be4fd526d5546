"""The straight map: ruler on top, features in lanes below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from seqeditor.domain.residues import Residues
from seqeditor.ui.map.entries import Entry, Piece
from seqeditor.ui.map.lanes import SMALLEST, Block, LaneTable, pack
from seqeditor.ui.map.linear_painting import paint_linear
from seqeditor.ui.map.look import MapLook
from seqeditor.ui.map.plan import GRIP, Grip, Marks, side_at
from seqeditor.ui.map.scale import Scale

TOP = 5
"""Pixels between the ruler and the first lane."""

MOST_WITH_LABELS = 400
"""So many features get lanes in which their labels find room beside them."""

MOST_LANES_FOR_LABELS = 8

FAR = 60.0
"""Pixels beyond the edges up to which shapes are drawn; painters dislike millions of them."""


def lanes_with_labels(entries: Sequence[Entry], scale: Scale, look: MapLook) -> LaneTable:
    """Return the lanes of the entries, with room for labels as far as that takes few lanes.

    Room is measured where the whole sequence is seen, so that nothing changes its lane later.
    """
    plain = LaneTable(entries)
    if len(entries) > MOST_WITH_LABELS or not entries:
        return plain
    per = scale.smallest
    extents = []
    for entry in entries:
        size = max((entry.end - entry.start + 1) * per, 3.0)
        needed = look.width_of(entry.label) + 14
        fits = needed + look.block <= _widest(entry) * per
        room = size if fits else size + needed
        extents.append((float(entry.start), max(entry.start + room / per, entry.end)))
    lanes = pack(extents)
    if max(lanes) + 1 > max(MOST_LANES_FOR_LABELS, plain.count):
        return plain
    return LaneTable(entries, lanes)


def _widest(entry: Entry) -> int:
    """Return how many residues the largest piece has, or the largest gap between two."""
    sizes = [piece.gaps[1] - piece.gaps[0] for piece in entry.pieces]
    between = [b.gaps[0] - a.gaps[1] for a, b in pairwise(entry.pieces)]
    return max(*sizes, *between, 0)


class LinearPlan:
    """A straight map at one scale, its lanes scrolled up by `down` pixels.

    Where the scale gives each residue the room of a letter, the letters stand below the ruler.
    """

    def __init__(
        self,
        table: LaneTable,
        scale: Scale,
        look: MapLook,
        residues: Residues,
        height: int,
        down: int = 0,
    ) -> None:
        self.table = table
        self.scale = scale
        self.look = look
        self.residues = residues
        self.height = height
        self.top = self.height_of_top(scale, look)
        self._down = down

    @staticmethod
    def has_letters(scale: Scale, look: MapLook) -> bool:
        """Tell whether there is room for the letters of the residues."""
        return scale.length > 0 and scale.per >= look.letter + 3

    @staticmethod
    def height_of_top(scale: Scale, look: MapLook) -> int:
        """Return the height of the ruler with the letters below it, if there are any."""
        return look.ruler + (look.line if LinearPlan.has_letters(scale, look) else 0)

    @staticmethod
    def full_height(table: LaneTable, scale: Scale, look: MapLook) -> int:
        """Return the height that shows all lanes."""
        return LinearPlan.height_of_top(scale, look) + TOP + table.count * look.lane + TOP

    def top_of(self, lane: int) -> float:
        """Return the upper edge of the blocks of a lane."""
        return self.top + TOP + lane * self.look.lane - self._down

    @cached_property
    def lanes_seen(self) -> range:
        """The lanes that are seen, even in part."""
        first = max(self._down // self.look.lane, 0)
        last = (self._down + self.height - self.top - TOP) // self.look.lane
        return range(first, min(last + 1, self.table.count))

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """What is seen of the features."""
        first, last = self.scale.seen()
        if not self.scale.length:
            return ()
        return tuple(
            block
            for lane in self.lanes_seen
            for block in self.table.blocks(lane, first, last, self.scale.per)
        )

    def block_rect(self, block: Block) -> QRectF:
        """Return the extent of a block, cut not far beyond the edges."""
        start = block.entry.pieces[0].gaps[0] if block.count == 1 else block.start - 1
        return self.gaps_rect(start, block.end, block.lane)

    def gaps_rect(self, first: int, last: int, lane: int) -> QRectF:
        """Return where the residues between two gaps lie in a lane; never narrower than a hair."""
        left = self._cut(self.scale.x_of(first))
        right = self._cut(self.scale.x_of(last))
        if right - left < SMALLEST:
            middle = (left + right) / 2
            left, right = middle - SMALLEST / 2, middle + SMALLEST / 2
        return QRectF(left, self.top_of(lane), right - left, self.look.block)

    def _cut(self, x: float) -> float:
        return min(max(x, -FAR), self.scale.width + FAR)

    @cached_property
    def labels(self) -> dict[int, tuple[QRectF, bool]]:
        """Where labels find room, by index of the feature, and whether that is on its block."""
        return dict(self._labels())

    def _labels(self) -> Iterator[tuple[int, tuple[QRectF, bool]]]:
        for block in self.blocks:
            if block.count == 1:
                room = self._room_for_label(block)
                if room is not None:
                    yield block.entry.index, room

    def _room_for_label(self, block: Block) -> tuple[QRectF, bool] | None:
        """Return room on the block, between its pieces, beside it, or for a part on the block."""
        entry, needed = block.entry, self.look.width_of(block.entry.label) + 10
        widest = max((self.seen_rect(p, block.lane) for p in entry.pieces), key=QRectF.width)
        if widest.width() >= needed + self.look.block:
            return widest, True
        between = self._widest_gap(block)
        if between.width() >= needed:
            return between, False
        right = self.block_rect(block).right() + 4
        following = self.table.next_start(block.lane, entry.end)
        limit = self.scale.width if following is None else self.scale.x_of(following - 1) - 4
        if min(limit, self.scale.width) - right >= needed:
            return QRectF(right, widest.top(), needed, widest.height()), False
        if widest.width() >= 6 * self.look.letter + self.look.block:
            return widest, True
        return None

    def _widest_gap(self, block: Block) -> QRectF:
        """Return the widest place between two pieces that is seen, empty where there is none."""
        widest = QRectF()
        for one, following in pairwise(block.entry.pieces):
            left = max(self.scale.x_of(one.gaps[1]) + 6, 0.0)
            right = min(self.scale.x_of(following.gaps[0]) - 6, float(self.scale.width))
            if not block.entry.links and self.scale.x_of(one.gaps[1]) < 0:
                continue  # nothing to be seen that it belongs to
            if right - left > widest.width():
                widest = QRectF(left, self.top_of(block.lane), right - left, self.look.block)
        return widest

    def seen_rect(self, piece: Piece, lane: int) -> QRectF:
        """Return what is seen of a piece."""
        rect = self.gaps_rect(*piece.gaps, lane)
        return rect.intersected(QRectF(0, rect.top(), self.scale.width, rect.height()))

    # What is at a point ------------------------------------------------------------------------

    def gap_at(self, point: QPointF) -> int:
        """Return the gap between residues that is nearest to a point."""
        return self.scale.gap_at(point.x())

    def _lane_at(self, y: float) -> int | None:
        lane = int((y - self.top_of(0) + (self.look.lane - self.look.block) / 2) // self.look.lane)
        return lane if y >= self.top and lane in self.lanes_seen else None

    def block_at(self, point: QPointF) -> Block | None:
        """Return the feature at a point, also by its label; the nearest of small ones."""
        lane = self._lane_at(point.y())
        if lane is None:
            return None
        near = [b for b in self.blocks if b.lane == lane]
        reached = [b for b in near if self.block_rect(b).left() - 3 <= point.x()]
        for block in reversed(reached):
            rect = self.block_rect(block)
            label = self.labels.get(block.entry.index)
            on_label = label is not None and label[0].left() <= point.x() <= label[0].right()
            if point.x() <= rect.right() + 3 or (on_label and block.count == 1):
                return block
        return None

    def grip_at(self, point: QPointF, current: int | None) -> Grip | None:
        """Return the end at a point; the current feature can be held a little outside too."""
        lane = self._lane_at(point.y())
        if lane is None:
            return None
        for block in self.blocks:
            if block.lane == lane and block.count == 1:
                grip = self._grip(block, point.x(), own=block.entry.index == current)
                if grip is not None:
                    return grip
        return None

    def _grip(self, block: Block, x: float, *, own: bool) -> Grip | None:
        outside = GRIP if own else 0.0
        for piece in block.entry.pieces:
            low, high = (self.scale.x_of(gap) for gap in piece.gaps)
            side = side_at(piece, x, (low, high), min(GRIP, (high - low) / 4), outside)
            if side is not None:
                return Grip(block.entry, piece, side)
        return None

    def rect_of(self, entry: Entry) -> QRectF:
        """Return the place of a feature as far as it is seen."""
        return self.gaps_rect(entry.pieces[0].gaps[0], entry.end, self.table.lane_of[entry.index])

    def paint(self, painter: QPainter, marks: Marks) -> None:
        """Paint the map."""
        paint_linear(painter, self, marks)
