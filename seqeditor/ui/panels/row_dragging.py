"""Rows of the list of sequences dragged to another place, or into another window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QDrag,
    QDragMoveEvent,
    QDropEvent,
    QMouseEvent,
    QPainter,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QApplication, QTableView

_EDGE = 24
"""Pixels from the edge where a drag scrolls."""


class RowDragging(QObject):
    """Drags the selected rows of a view and takes rows dropped on it.

    `data`: makes what is dragged, None for nothing. `takes(data)`: whether such data of another
    window can be dropped. `moved(row)`: rows of this view were dropped before a row;
    `copied(data, row)`: those of another.
    """

    moved = Signal(int)
    copied = Signal(object, int)

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        self._pressed: QPoint | None = None
        self._line: int | None = None
        self.data: Callable[[], QMimeData | None] = lambda: None
        self.takes: Callable[[QMimeData], bool] = lambda _data: False
        self.may_move: Callable[[], bool] = lambda: True
        view.setAcceptDrops(True)
        view.viewport().setAcceptDrops(True)

    # -- beginning -----------------------------------------------------------------------------

    def press(self, event: QMouseEvent) -> bool:
        """Tell whether a press is kept back: on a selected row it may begin a drag."""
        self._pressed = None
        index = self._view.indexAt(event.position().toPoint())
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        left = event.button() == Qt.MouseButton.LeftButton
        if left and plain and index.isValid() and self._view.selectionModel().isSelected(index):
            self._pressed = event.position().toPoint()
        return self._pressed is not None

    def move(self, event: QMouseEvent) -> bool:
        """Begin the drag once the mouse has gone far enough; tell whether the move is taken."""
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return False
        way = (event.position().toPoint() - self._pressed).manhattanLength()
        if way >= QApplication.startDragDistance():
            self._pressed = None
            self._drag()
        return True

    def release(self) -> bool:
        """Tell whether a press kept back was no drag after all."""
        kept, self._pressed = self._pressed is not None, None
        return kept

    def _drag(self) -> None:
        data = self.data()
        if data is None:
            return
        drag = QDrag(self._view)
        drag.setMimeData(data)
        actions = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
        drag.exec(actions, Qt.DropAction.MoveAction)

    # -- above and dropped -----------------------------------------------------------------------

    def over(self, event: QDragMoveEvent) -> None:
        """Take what may be dropped here and show where; anything else is left to the window."""
        if not self._is_taken(event):
            event.ignore()
            return
        self._scroll(event.position().toPoint())
        self._show_line(self.row_at(event.position().toPoint()))
        own = event.source() is self._view
        event.setDropAction(Qt.DropAction.MoveAction if own else Qt.DropAction.CopyAction)
        event.accept()

    def drop(self, event: QDropEvent) -> None:
        """Tell what was dropped, and before which row."""
        self.leave()
        if not self._is_taken(event):
            event.ignore()
            return
        row = self.row_at(event.position().toPoint())
        if event.source() is self._view:
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
            self.moved.emit(row)
        else:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.copied.emit(event.mimeData(), row)

    def leave(self) -> None:
        """Show no place any more."""
        self._show_line(None)

    def _is_taken(self, event: QDropEvent) -> bool:
        if event.source() is self._view:
            return self.may_move()
        return self.takes(event.mimeData())

    def row_at(self, place: QPoint) -> int:
        """Return the row before which something dropped at a point goes."""
        index = self._view.indexAt(QPoint(self._view.viewport().width() // 2, place.y()))
        if not index.isValid():
            return self._view.model().rowCount()
        rect = self._view.visualRect(index)
        return index.row() + (1 if place.y() > rect.center().y() else 0)

    def _scroll(self, place: QPoint) -> None:
        bar = self._view.verticalScrollBar()
        if place.y() < _EDGE:
            bar.setValue(bar.value() - 1)
        elif place.y() > self._view.viewport().height() - _EDGE:
            bar.setValue(bar.value() + 1)

    def _show_line(self, row: int | None) -> None:
        if row != self._line:
            self._line = row
            self._view.viewport().update()

    def paint(self) -> None:
        """Draw where the rows would go."""
        if self._line is None:
            return
        view = self._view
        y = view.rowViewportPosition(self._line)
        if self._line >= view.model().rowCount():
            last = view.model().rowCount() - 1
            y = view.rowViewportPosition(last) + view.rowHeight(last) if last >= 0 else 0
        painter = QPainter(view.viewport())
        painter.setPen(QPen(view.palette().color(QPalette.ColorRole.Highlight), 2))
        area: QRect = view.viewport().rect()
        painter.drawLine(area.left(), y, area.right(), y)
        painter.end()
