"""Painting the round map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from seqeditor.ui.map.entries import Entry, Piece
from seqeditor.ui.map.lanes import Block
from seqeditor.ui.map.plan import Marks
from seqeditor.ui.map.scale import small_step, tick_step, ticks
from seqeditor.ui.qt.colours import mixed, told_apart
from seqeditor.ui.qt.feature_colours import feature_colour, pattern_brush

if TYPE_CHECKING:
    from seqeditor.ui.map.circular import CircularPlan

_CENTRE = Qt.AlignmentFlag.AlignCenter


def paint_circular(painter: QPainter, plan: CircularPlan, marks: Marks) -> None:
    """Paint the circle with ticks, selection, features, labels and what is being dragged."""
    painter.setFont(plan.look.font)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_selection(painter, plan, marks)
    _paint_circle(painter, plan, marks)
    for block in plan.blocks:
        if marks.preview is None or block.entry.index != marks.preview.index:
            _paint_block(painter, plan, block, marks)
    chosen = marks.preview or plan.table.entry_of.get(marks.current_index)
    if chosen is not None:
        lane = plan.table.lane_of[chosen.index]
        _paint_block(painter, plan, Block(chosen, lane, chosen.start, chosen.end), marks)
    _paint_labels(painter, plan, marks)
    _paint_middle(painter, plan, marks)


def _paint_selection(painter: QPainter, plan: CircularPlan, marks: Marks) -> None:
    if marks.selection is None or not plan.length:
        return
    start, end = marks.selection
    inner = max(plan.radius - 12, 4.0)
    if end >= start:
        path = _arc(plan, start - 1, end, inner, plan.outer + 2)
        painter.fillPath(path, plan.look.selected)
        painter.setPen(QPen(plan.look.accent, 1))
        painter.drawPath(path)
    else:
        painter.setPen(QPen(plan.look.accent, 1))
        painter.drawLine(
            QLineF(plan.place(start - 1, inner), plan.place(start - 1, plan.outer + 2))
        )


def _paint_circle(painter: QPainter, plan: CircularPlan, marks: Marks) -> None:
    look = plan.look
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.faint, 2.5))
    painter.drawEllipse(plan.centre, plan.radius, plan.radius)
    for first, last in marks.line:
        ring = _arc(plan, first - 1, last, plan.radius - 2.5, plan.radius + 2.5)
        painter.fillPath(ring, look.accent)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if not plan.length or plan.radius < 3 * look.line:
        return
    per = 2 * 3.14159 * plan.radius / plan.length
    step = tick_step(per, look.width_of(str(plan.length)) + 6 * look.letter)
    painter.setPen(look.thin)
    for position in ticks(1, plan.length, small_step(step, per)):
        gap = position - 0.5
        painter.drawLine(QLineF(plan.place(gap, plan.radius - 4), plan.place(gap, plan.radius)))
    last = plan.length - step // 2
    for position in [1, *(p for p in ticks(1, plan.length, step) if 1 < p <= last)]:
        gap = position - 0.5
        painter.setPen(look.faint)
        painter.drawLine(QLineF(plan.place(gap, plan.radius - 7), plan.place(gap, plan.radius)))
        text = str(position)
        wide = look.width_of(text) + 4
        middle = plan.place(gap, plan.radius - 9 - (wide + look.line) / 4)
        box = QRectF(middle.x() - wide / 2, middle.y() - look.line / 2, wide, look.line)
        painter.drawText(box, _CENTRE, text)


def _paint_block(painter: QPainter, plan: CircularPlan, block: Block, marks: Marks) -> None:
    entry, look = block.entry, plan.look
    colour = feature_colour(entry.key, dark=look.dark)
    inner, outer = plan.ring_of(block.lane)
    if block.count > 1:
        shape = _arc(plan, block.start - 1, block.end, inner, outer)
        painter.fillPath(shape, told_apart(colour, look.ground))
        return
    is_current = entry.index == marks.current
    edge = look.text if is_current else told_apart(mixed(colour, look.text, 65), look.ground)
    pen = QPen(edge, 2 if is_current or entry.index == marks.hovered else 1)
    style = Qt.PenStyle.DotLine if entry.is_order else Qt.PenStyle.SolidLine
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(edge, 1.5, style))
    middle = (inner + outer) / 2
    for first, last in entry.links:
        painter.drawPath(_line(plan, first, last, middle))
    for piece in entry.pieces:
        painter.setPen(pen)
        _paint_piece(painter, plan, entry, piece, block.lane, colour)


def _paint_piece(
    painter: QPainter, plan: CircularPlan, entry: Entry, piece: Piece, lane: int, colour: QColor
) -> None:
    inner, outer = plan.ring_of(lane)
    first, last = piece.gaps
    if piece.is_site:
        painter.drawLine(QLineF(plan.place(first, inner - 2), plan.place(first, outer + 3)))
        return
    size = (last - first) * plan.per(lane)
    if size < 4:
        shape = _arc(plan, first, last, inner, outer)
        painter.fillPath(shape, told_apart(colour, plan.look.ground))
        painter.drawLine(QLineF(plan.place(first, inner), plan.place(first, outer)))
        return
    tip = min((outer - inner) / 2, size / 2) / plan.per(lane) if piece.is_head else 0.0
    shape = _arc(plan, first, last, inner, outer, tip * piece.strand)
    painter.setBrush(colour)
    painter.drawPath(shape)
    pattern = pattern_brush(entry.key, dark=plan.look.dark)
    if pattern is not None:
        painter.fillPath(shape, pattern)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for is_open, gap in ((piece.open_start, first), (piece.open_end, last)):
        if is_open:  # an open end has a ragged edge
            _paint_open(painter, plan, gap, inner, outer)


def _paint_open(
    painter: QPainter, plan: CircularPlan, gap: int, inner: float, outer: float
) -> None:
    step, tooth = (outer - inner) / 4, 3 / max(plan.per(0), 1e-9)
    path = QPainterPath(plan.place(gap, inner))
    for number in range(1, 5):
        path.lineTo(plan.place(gap + (tooth if number % 2 else 0), inner + number * step))
    painter.setPen(QPen(plan.look.ground, 2))
    painter.drawPath(path)


def _arc(
    plan: CircularPlan, first: float, last: float, inner: float, outer: float, tip: float = 0.0
) -> QPainterPath:
    """Return the shape between two gaps; `tip`: residues that its point takes, below 0 at left."""
    smallest = 1.5 / max(2 * 3.14159 * inner / max(plan.length, 1), 1e-9)
    if last - first < smallest:
        first, last = (first + last - smallest) / 2, (first + last + smallest) / 2
    low, high = first + max(-tip, 0.0), last - max(tip, 0.0)
    begin, sweep = 90 - plan.angle(low), -plan.angle(high - low)
    path = QPainterPath()
    path.arcMoveTo(_square(plan, outer), begin)
    path.arcTo(_square(plan, outer), begin, sweep)
    if tip > 0:
        path.lineTo(plan.place(last, (inner + outer) / 2))
    path.arcTo(_square(plan, inner), begin + sweep, -sweep)
    if tip < 0:
        path.lineTo(plan.place(first, (inner + outer) / 2))
    path.closeSubpath()
    return path


def _line(plan: CircularPlan, first: int, last: int, radius: float) -> QPainterPath:
    path = QPainterPath()
    path.arcMoveTo(_square(plan, radius), 90 - plan.angle(first))
    path.arcTo(_square(plan, radius), 90 - plan.angle(first), -plan.angle(last - first))
    return path


def _square(plan: CircularPlan, radius: float) -> QRectF:
    return QRectF(plan.centre.x() - radius, plan.centre.y() - radius, 2 * radius, 2 * radius)


def _paint_labels(painter: QPainter, plan: CircularPlan, marks: Marks) -> None:
    look = plan.look
    for entry, tip, rect in plan.labels:
        left = rect.center().x() < plan.centre.x()
        near = QPointF(rect.right() + 1 if left else rect.left() - 1, rect.center().y())
        painter.setPen(look.thin)
        painter.drawLine(QLineF(tip, near))
        painter.setPen(look.text)
        if entry.index == marks.current:
            painter.fillRect(rect, look.selected)
        metrics = painter.fontMetrics()
        text = metrics.elidedText(entry.label, Qt.TextElideMode.ElideRight, round(rect.width()))
        painter.drawText(rect, int(_CENTRE | Qt.TextFlag.TextForceLeftToRight), text)


def _paint_middle(painter: QPainter, plan: CircularPlan, marks: Marks) -> None:
    """Say in the middle what is being dragged, else the size of the molecule."""
    words = marks.said if marks.preview is not None else marks.hint or marks.title
    room = plan.radius * 1.2
    box = QRectF(plan.centre.x() - room / 2, plan.centre.y() - room / 2, room, room)
    painter.setPen(plan.look.text)
    painter.drawText(box, int(_CENTRE | Qt.TextFlag.TextWordWrap), words)
    if marks.preview is not None:
        gap = marks.dragged_gap
        painter.setPen(QPen(plan.look.accent, 1, Qt.PenStyle.DashLine))
        painter.drawLine(QLineF(plan.place(gap, plan.radius - 12), plan.place(gap, plan.outer + 4)))
