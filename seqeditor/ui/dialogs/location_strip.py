"""The parts of a location drawn along the sequence; their ends can be dragged."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from seqeditor.domain.location_parts import Part, PartKind, Parts
from seqeditor.ui.qt.colours import mixed, told_apart
from seqeditor.ui.qt.feature_colours import feature_colour, is_dark

Role = QPalette.ColorRole

MARGIN = 12
LANE = 14
NEAR = 6
"""Pixels from the end of a part within which it is taken hold of."""


class LocationStrip(QWidget):
    """A line for the sequence, parts above it, those on the other strand below.

    `dragged(part, start, end)` while an end is drawn along; positions are 1-based.
    """

    dragged = Signal(int, int, int)
    part_pressed = Signal(int)

    def __init__(self, key: str, length: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self._length = max(1, length)
        self._parts = Parts(())
        self._current = -1
        self._selection: tuple[int, int] | None = None
        self._held: tuple[int, bool] | None = None
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)

    def sizeHint(self) -> QSize:
        """Return room for two lanes and the numbers."""
        return QSize(420, 3 * LANE + 2 * self.fontMetrics().height() + 12)

    def show_parts(self, parts: Parts, current: int) -> None:
        """Draw these parts, one of them as the current one."""
        self._parts, self._current = parts, current
        self.update()

    def show_selection(self, selection: tuple[int, int] | None) -> None:
        """Draw what is selected among the residues."""
        self._selection = selection
        self.update()

    # Geometry ----------------------------------------------------------------------------------

    def x_of(self, gap: float) -> float:
        """Return where a gap between residues is; gap n stands behind residue n."""
        wide = self.width() - 2 * MARGIN
        return MARGIN + min(max(gap, -0.5), self._length + 0.5) * wide / self._length

    def _gap_at(self, x: float) -> int:
        wide = max(1, self.width() - 2 * MARGIN)
        return min(max(round((x - MARGIN) * self._length / wide), 0), self._length)

    def _axis(self) -> float:
        return self.fontMetrics().height() + 4 + LANE * 1.5

    def _on_other_strand(self, part: Part) -> bool:
        return part.complement != self._parts.complement

    def _box(self, part: Part) -> QRectF:
        first, last = self._reach(part)
        left, right = self.x_of(first - 1), self.x_of(last)
        axis = self._axis()
        top = axis + 4 if self._on_other_strand(part) else axis - 4 - LANE
        middle, width = (left + right) / 2, max(right - left, 4.0)
        return QRectF(middle - width / 2, top, width, LANE)

    def _reach(self, part: Part) -> tuple[int, int]:
        if part.kind is PartKind.POINT:
            return part.start, part.start
        return min(part.start, part.end), max(part.start, part.end)

    # Painting ----------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line, the selection and the parts."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        axis, palette = self._axis(), self.palette()
        if self._selection is not None:
            first, last = self._selection
            chosen = QColor(palette.color(Role.Highlight))
            chosen.setAlpha(70)
            left = self.x_of(first - 1)
            wide = max(2.0, self.x_of(last) - left)
            painter.fillRect(QRectF(left, axis - 1.5 * LANE, wide, 3 * LANE), chosen)
        faint = mixed(palette.color(Role.WindowText), palette.color(Role.Window), 65)
        painter.setPen(QPen(faint, 2))
        painter.drawLine(QLineF(self.x_of(0), axis, self.x_of(self._length), axis))
        for number, part in enumerate(self._parts.parts):
            self._draw(painter, part, current=number == self._current)
        painter.setPen(faint)
        below = QRectF(MARGIN, axis + 1.5 * LANE, self.width() - 2 * MARGIN, LANE * 2)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, "1")
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        painter.drawText(below, right, str(self._length))
        painter.end()

    def _draw(self, painter: QPainter, part: Part, *, current: bool) -> None:
        dark = is_dark(self.palette())
        colour = feature_colour(self._key, dark=dark)
        text = self.palette().color(Role.WindowText)
        ground = self.palette().color(Role.Window)
        painter.setPen(QPen(text, 2) if current else QPen(told_apart(colour, ground), 1))
        painter.setBrush(colour)
        axis = self._axis()
        if part.kind is PartKind.BETWEEN:
            x = self.x_of(min(part.start, part.end) if part.start < part.end else part.start)
            up = -1.0 if not self._on_other_strand(part) else 1.0
            tip, base = axis + 3 * up, axis + (3 + LANE) * up
            painter.drawPolygon(
                QPolygonF([QPointF(x, tip), QPointF(x - 5, base), QPointF(x + 5, base)])
            )
            return
        box = self._box(part)
        painter.drawPolygon(_arrow(box, to_left=self._on_other_strand(part)))
        names = str(part.start) if part.kind is PartKind.POINT else f"{part.start}..{part.end}"
        if current:
            painter.setPen(text)
            width = self.fontMetrics().horizontalAdvance(names)
            left = min(max(box.center().x() - width / 2, 2), self.width() - width - 2)
            painter.drawText(QPointF(left, self.fontMetrics().ascent() + 1), names)

    # The mouse ---------------------------------------------------------------------------------

    def _end_at(self, place: QPointF) -> tuple[int, bool] | None:
        """Return the part whose end is under the mouse, and whether it is the first one."""
        order = sorted(range(len(self._parts.parts)), key=lambda n: n != self._current)
        for number in order:
            part = self._parts.parts[number]
            if part.kind is not PartKind.RANGE:
                continue
            box = self._box(part)
            if box.top() - 3 <= place.y() <= box.bottom() + 3:
                ends = (abs(place.x() - box.left()), abs(place.x() - box.right()))
                if min(ends) <= NEAR:
                    return number, ends[0] < ends[1]
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of an end, or make a part the current one."""
        self._held = self._end_at(event.position())
        for number, part in enumerate(self._parts.parts):
            if self._held is None and self._box(part).contains(event.position()):
                self.part_pressed.emit(number)
                return
        if self._held is not None:
            self.part_pressed.emit(self._held[0])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw the end along."""
        if self._held is None:
            near = self._end_at(event.position()) is not None
            self.setCursor(Qt.CursorShape.SizeHorCursor if near else Qt.CursorShape.ArrowCursor)
            return
        number, first = self._held
        start, end = self._reach(self._parts.parts[number])
        gap = self._gap_at(event.position().x())
        if first:
            start = min(max(gap + 1, 1), end)
        else:
            end = max(min(gap, self._length), start)
        self.dragged.emit(number, start, end)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go."""
        self._held = None


def _arrow(box: QRectF, *, to_left: bool) -> QPolygonF:
    head = min(6.0, box.width() / 2)
    shaft = box.adjusted(head, 0, 0, 0) if to_left else box.adjusted(0, 0, -head, 0)
    tip = QPointF(box.left() if to_left else box.right(), box.center().y())
    if to_left:
        points = [shaft.topRight(), shaft.topLeft(), tip, shaft.bottomLeft(), shaft.bottomRight()]
    else:
        points = [shaft.topLeft(), shaft.topRight(), tip, shaft.bottomRight(), shaft.bottomLeft()]
    return QPolygonF(points)
