"""Selecting with the mouse: by residues, after a double click by groups, a triple one by lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QPoint, QTimer
from PySide6.QtWidgets import QApplication

from seqeditor.ui.residues.caret import group_around, line_around
from seqeditor.ui.residues.selection import Selection, caret_at, extended, widened

if TYPE_CHECKING:
    from seqeditor.ui.residues.view import ResidueView

SCROLL_EVERY = 50
"""Milliseconds between two lines while the mouse is dragged beyond the edge."""


FASTER_EVERY = 24
"""Pixels beyond the edge for which one line more is scrolled at a time."""


class Mouse(QObject):
    """What the mouse is doing to the selection of a view."""

    def __init__(self, view: ResidueView) -> None:
        super().__init__(view)
        self._view = view
        self._kept: Selection | None = None
        self._by_line = False
        self._dragging = False
        self._point = QPoint()
        self._since_double = QElapsedTimer()
        self._double_at = QPoint()
        self._scrolling = QTimer(self)
        self._scrolling.setInterval(SCROLL_EVERY)
        self._scrolling.timeout.connect(self._scroll_on)

    @property
    def is_dragging(self) -> bool:
        """Whether the button is held."""
        return self._dragging

    def press(self, point: QPoint, *, extend: bool) -> None:
        """Begin a selection, or extend the present one; a third click takes the line."""
        self._dragging = True
        self._kept = None
        gap, trailing = self._view.gap_at(point)
        if extend:
            selection = extended(self._view.selection, gap, trailing=trailing)
        elif self._is_third(point):
            selection = line_around(
                self._view.grid.line_of(gap, trailing=trailing), self._view.grid
            )
            self._kept, self._by_line = selection, True
        else:
            selection = caret_at(gap, trailing=trailing)
        self._view.set_selection(selection)

    def double_click(self, point: QPoint) -> None:
        """Select the group of ten under the mouse."""
        self._dragging = True
        self._since_double.start()
        self._double_at = point
        self._kept, self._by_line = self._group_at(point), False
        self._view.set_selection(self._kept)

    def move(self, point: QPoint) -> None:
        """Extend the selection to where the mouse is dragged."""
        if not self._dragging:
            return
        self._point = point
        outside = not 0 <= point.y() < self._view.viewport().height()
        if outside and not self._scrolling.isActive():
            self._scrolling.start()
        elif not outside:
            self._scrolling.stop()
        self._extend(point)

    def release(self) -> None:
        """End the selection."""
        self._dragging = False
        self._scrolling.stop()

    def _is_third(self, point: QPoint) -> bool:
        if not self._since_double.isValid():
            return False
        soon = self._since_double.elapsed() < QApplication.doubleClickInterval()
        near = (point - self._double_at).manhattanLength() < QApplication.startDragDistance()
        self._since_double.invalidate()
        return soon and near

    def _group_at(self, point: QPoint) -> Selection:
        position = self._view.residue_at(point)
        gap = self._view.gap_at(point)[0] if position is None else position - 1
        return group_around(gap, self._view.grid)

    def _extend(self, point: QPoint) -> None:
        gap, trailing = self._view.gap_at(point)
        if self._kept is None:
            selection = extended(self._view.selection, gap, trailing=trailing)
        elif self._by_line:
            line = self._view.grid.line_of(gap, trailing=trailing)
            selection = widened(self._kept, line_around(line, self._view.grid))
        else:
            selection = widened(self._kept, self._group_at(point))
        self._view.set_selection(selection)

    def _scroll_on(self) -> None:
        bar, height = self._view.verticalScrollBar(), self._view.viewport().height()
        above = self._point.y() < 0
        beyond = -self._point.y() if above else self._point.y() - height
        lines = 1 + max(beyond, 0) // FASTER_EVERY
        bar.setValue(bar.value() + (-lines if above else lines))
        self._extend(self._point)
