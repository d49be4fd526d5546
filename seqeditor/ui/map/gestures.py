"""What the mouse is doing on the map: choosing, selecting residues, dragging an end, moving it."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, QTimer

from seqeditor.domain.location import parse
from seqeditor.domain.location_ends import Side, with_end_moved
from seqeditor.ui.map.entries import Entry, entry_of
from seqeditor.ui.map.plan import Grip

if TYPE_CHECKING:
    from seqeditor.ui.map.view import FeatureMap

FAR_ENOUGH = 3
"""Pixels that the mouse moves before a press on an end becomes a drag."""

SCROLL_EVERY = 40
"""Milliseconds between two steps while the mouse is dragged beyond the edge."""


class Doing(Enum):
    """What a held button does."""

    NOTHING = auto()
    SELECTING = auto()
    HOLDING = auto()
    DRAGGING = auto()
    PANNING = auto()


class Gestures(QObject):
    """The mouse over a map; the map is told what came of it."""

    def __init__(self, view: FeatureMap) -> None:
        super().__init__(view)
        self._view = view
        self.doing = Doing.NOTHING
        self._pressed = QPointF()
        self._point = QPointF()
        self._anchor = 0
        self._last_gap = 0
        self._grip: Grip | None = None
        self._scrolling = QTimer(self)
        self._scrolling.setInterval(SCROLL_EVERY)
        self._scrolling.timeout.connect(self._scroll_on)

    # The button --------------------------------------------------------------------------------

    def press(self, point: QPointF, *, extend: bool) -> None:
        """Take hold of an end, choose a feature, or begin to select residues."""
        self._pressed = self._point = point
        view = self._view
        block = view.plan.block_at(point)
        grip = None if extend else view.grip_at(point)
        if grip is not None:
            self._grip, self.doing = grip, Doing.HOLDING
            self._last_gap = view.plan.gap_at(point)
            view.choose(grip.entry.index)
        elif block is not None and not extend:
            view.choose(block.entry.index)
        else:
            self._begin_selecting(point, extend=extend)

    def _begin_selecting(self, point: QPointF, *, extend: bool) -> None:
        view = self._view
        gap = self._last_gap = view.plan.gap_at(point)
        start, end = view.marks.selection or (1, 0)
        if not extend:
            self._anchor = gap
        elif end < start:
            self._anchor = start - 1
        else:  # the nearer end of what is selected moves
            self._anchor = end if abs(gap - (start - 1)) < abs(gap - end) else start - 1
        self.doing = Doing.SELECTING
        self._select(gap)

    def begin_panning(self, point: QPointF) -> None:
        """Take hold of the map itself."""
        self.doing, self._point = Doing.PANNING, point

    def move(self, point: QPointF) -> None:
        """Go on with what the button does."""
        if self.doing is Doing.PANNING:
            self._pan(point)
            return
        self._point = point
        if self.doing is Doing.HOLDING:
            if (point - self._pressed).manhattanLength() < FAR_ENOUGH:
                return
            self.doing = Doing.DRAGGING
        if self.doing in (Doing.DRAGGING, Doing.SELECTING):
            self._follow(point)
            self._scroll_at_edge(point)

    def release(self) -> None:
        """End what the button did; a drag becomes one edit."""
        doing, self.doing = self.doing, Doing.NOTHING
        self._scrolling.stop()
        preview = self._view.marks.preview
        if doing is Doing.DRAGGING and self._grip is not None:
            self._view.show_preview(None)
            if preview is not None and preview.location != self._grip.entry.location:
                self._view.location_dragged.emit(preview.index, preview.location)
        self._grip = None

    def cancel(self) -> bool:
        """Give up a drag; tell whether there was one."""
        if self.doing not in (Doing.DRAGGING, Doing.HOLDING):
            return False
        self.doing = Doing.NOTHING
        self._grip = None
        self._scrolling.stop()
        self._view.show_preview(None)
        return True

    # While it is held --------------------------------------------------------------------------

    def _follow(self, point: QPointF) -> None:
        gap = self._unwrapped(self._view.plan.gap_at(point))
        if self.doing is Doing.SELECTING:
            self._select(min(max(gap, 0), self._view.length))
        elif self._grip is not None:
            self._drag(self._grip, gap)

    def _unwrapped(self, gap: int) -> int:
        """On a circle the mouse passes over the beginning; an end must not jump there."""
        length = self._view.length
        if self._view.circular and length:
            gap += round((self._last_gap - gap) / length) * length
        self._last_gap = gap
        return gap

    def _select(self, gap: int) -> None:
        low, high = sorted((self._anchor, gap))
        self._view.residues_chosen.emit(low + 1, high)

    def _drag(self, grip: Grip, gap: int) -> None:
        view, sequence = self._view, self._view.sequence
        feature = sequence.features[grip.entry.index]
        tree = parse(grip.entry.location, sequence.moltype)
        position = gap + 1 if grip.side is Side.START else gap
        number = grip.piece.number
        text = str(with_end_moved(tree, number, grip.side, position, sequence.length))
        if text == str(tree):
            text = grip.entry.location  # as it was written, also where that is unusual
        moved = entry_of(
            feature, grip.entry.index, sequence.moltype, sequence.length, location=text
        )
        if moved is not None:
            view.show_preview(moved, _gap_of(moved, grip))

    def _pan(self, point: QPointF) -> None:
        by, self._point = (point - self._point).toPoint(), point
        for bar, distance in (
            (self._view.horizontalScrollBar(), by.x()),
            (self._view.verticalScrollBar(), by.y()),
        ):
            bar.setValue(bar.value() - distance)

    def _scroll_at_edge(self, point: QPointF) -> None:
        outside = not self._view.viewport().rect().contains(QPoint(int(point.x()), 1))
        if outside and not self._scrolling.isActive():
            self._scrolling.start()
        elif not outside:
            self._scrolling.stop()

    def _scroll_on(self) -> None:
        bar = self._view.horizontalScrollBar()
        beyond = self._point.x() if self._point.x() < 0 else self._point.x() - self._view.width()
        bar.setValue(bar.value() + round(beyond))
        self._follow(self._point)


def _gap_of(entry: Entry, grip: Grip) -> int:
    """Return where the end that is held lies now."""
    pieces = [piece for piece in entry.pieces if piece.number == grip.piece.number]
    low, high = min(p.gaps[0] for p in pieces), max(p.gaps[1] for p in pieces)
    return low if grip.side is Side.START else high
