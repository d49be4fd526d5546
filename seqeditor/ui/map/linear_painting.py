"""Painting the straight map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from seqeditor.ui.map.entries import Entry, Piece
from seqeditor.ui.map.lanes import Block
from seqeditor.ui.map.look import MapLook
from seqeditor.ui.map.plan import Marks
from seqeditor.ui.map.scale import small_step, tick_step, ticks
from seqeditor.ui.qt.colours import mixed, told_apart
from seqeditor.ui.qt.feature_colours import feature_colour, pattern_brush, text_on

if TYPE_CHECKING:
    from seqeditor.ui.map.linear import LinearPlan

_CENTRE = Qt.AlignmentFlag.AlignCenter
_WORD = int(_CENTRE | Qt.TextFlag.TextForceLeftToRight)
"""For keys and names, which run from left to right in every window, also where cut short."""
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter


def paint_linear(painter: QPainter, plan: LinearPlan, marks: Marks) -> None:
    """Paint ground, selection, features, ruler and what is being dragged."""
    painter.setFont(plan.look.font)
    painter.fillRect(QRectF(0, 0, plan.scale.width, plan.height), plan.look.ground)
    _paint_selection(painter, plan, marks)
    painter.save()
    ruler = plan.top
    painter.setClipRect(QRectF(0, ruler, plan.scale.width, plan.height - ruler))
    for block in plan.blocks:
        if marks.preview is None or block.entry.index != marks.preview.index or block.count > 1:
            _paint_block(painter, plan, block, marks)
    chosen = marks.preview or plan.table.entry_of.get(marks.current_index)
    if chosen is not None and plan.table.lane_of[chosen.index] in plan.lanes_seen:
        # On top, and also where it is among others too small to be told apart.
        lane = plan.table.lane_of[chosen.index]
        _paint_block(painter, plan, Block(chosen, lane, chosen.start, chosen.end), marks)
    if marks.hint:
        painter.setPen(plan.look.faint)
        room = QRectF(8, ruler, plan.scale.width - 16, max(plan.height - ruler, 20))
        painter.drawText(room, int(_CENTRE | Qt.TextFlag.TextWordWrap), marks.hint)
    painter.restore()
    _paint_ruler(painter, plan, marks)
    if marks.preview is not None:
        _paint_dragged(painter, plan, marks)


def _paint_selection(painter: QPainter, plan: LinearPlan, marks: Marks) -> None:
    if marks.selection is None or not plan.scale.length:
        return
    start, end = marks.selection
    left = max(plan.scale.x_of(start - 1), -2.0)
    if end < start:
        painter.setPen(QPen(plan.look.accent, 1))
        painter.drawLine(QLineF(left, 0, left, plan.height))
        return
    right = min(plan.scale.x_of(end), plan.scale.width + 2.0)
    if right > left:
        painter.fillRect(QRectF(left, 0, max(right - left, 1.5), plan.height), plan.look.selected)
        painter.setPen(QPen(plan.look.accent, 1))
        for x in (left, max(right, left + 1.5)):
            painter.drawLine(QLineF(x, 0, x, plan.height))


# Features ----------------------------------------------------------------------------------------


def _paint_block(painter: QPainter, plan: LinearPlan, block: Block, marks: Marks) -> None:
    if block.count > 1:
        colour = feature_colour(block.entry.key, dark=plan.look.dark)
        painter.fillRect(plan.block_rect(block), told_apart(colour, plan.look.ground))
        return
    entry, look = block.entry, plan.look
    marked = entry.index in (marks.current, marks.hovered)
    colour = feature_colour(entry.key, dark=look.dark)
    own = told_apart(mixed(colour, look.text, 65), look.ground)
    edge = look.text if entry.index == marks.current else own
    pen = QPen(edge, 2 if marked else 1)
    middle = plan.top_of(block.lane) + look.block / 2
    style = Qt.PenStyle.DotLine if entry.is_order else Qt.PenStyle.SolidLine
    painter.setPen(QPen(edge, 1.5, style))
    for first, last in entry.links:
        rect = plan.gaps_rect(first, last, block.lane)
        painter.drawLine(QLineF(rect.left(), middle, rect.right(), middle))
    for piece in entry.pieces:
        painter.setPen(pen)
        _paint_piece(painter, plan, entry, piece, block.lane, colour)
    if entry.index == marks.current:
        _paint_grips(painter, plan, entry, block.lane)
    label = plan.labels.get(entry.index)
    if label is not None and (marks.preview is None or entry is not marks.preview):
        _paint_label(painter, look, entry, colour, *label)


def _paint_piece(
    painter: QPainter, plan: LinearPlan, entry: Entry, piece: Piece, lane: int, colour: QColor
) -> None:
    rect = plan.gaps_rect(*piece.gaps, lane)
    if rect.right() < 0 or rect.left() > plan.scale.width:
        return
    if piece.is_site:
        _paint_site(painter, rect, colour)
        return
    if rect.width() <= 4:
        painter.fillRect(rect, told_apart(colour, plan.look.ground))
        if painter.pen().width() > 1:
            painter.drawRect(rect)
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shape = QPolygonF(_outline(rect, piece))
    painter.setBrush(colour)
    painter.drawPolygon(shape)
    pattern = pattern_brush(entry.key, dark=plan.look.dark)
    if pattern is not None:
        painter.setBrush(pattern)
        painter.drawPolygon(shape)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _paint_site(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """A site between two residues is a tick with a head, wide enough to be seen and pressed."""
    x, half, top = rect.center().x(), 4.0, rect.top()
    painter.drawLine(QLineF(x, rect.top(), x, rect.bottom()))
    painter.setBrush(colour)
    head = [QPointF(x - half, top), QPointF(x + half, top), QPointF(x, top + 7)]
    painter.drawPolygon(QPolygonF(head))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _outline(rect: QRectF, piece: Piece) -> list[QPointF]:
    """Return the shape of a piece: a point where it is read to, teeth where it is open."""
    tip = min(rect.height() / 2, rect.width() / 2)
    right = _edge(rect, tip if piece.is_head and piece.strand > 0 else 0.0, piece.open_end)
    left = _edge(rect, tip if piece.is_head and piece.strand < 0 else 0.0, piece.open_start)
    return [QPointF(rect.right() - inset, y) for inset, y in right] + [
        QPointF(rect.left() + inset, y) for inset, y in reversed(left)
    ]


def _edge(rect: QRectF, tip: float, is_open: bool) -> list[tuple[float, float]]:
    """Return an edge from top to bottom, as distances inwards and heights."""
    top, bottom, middle = rect.top(), rect.bottom(), rect.center().y()
    if is_open:
        tooth, quarter = min(3.0, rect.width() / 4), rect.height() / 4
        head = tip / 2 if tip else 0.0
        insets = (head + tooth, head, tooth / 2 if tip else tooth, head, head + tooth)
        return [(inset, top + number * quarter) for number, inset in enumerate(insets)]
    if tip:
        return [(tip, top), (0.0, middle), (tip, bottom)]
    return [(0.0, top), (0.0, bottom)]


def _paint_grips(painter: QPainter, plan: LinearPlan, entry: Entry, lane: int) -> None:
    """Mark the ends of the current feature that can be dragged."""
    whole = plan.gaps_rect(entry.pieces[0].gaps[0], entry.end, lane)
    if whole.width() < 14:
        painter.setPen(QPen(plan.look.accent, 2))
        painter.drawRect(whole.adjusted(-3, -2, 3, 2))
    painter.setPen(QPen(plan.look.ground, 1))
    painter.setBrush(plan.look.text)
    middle = plan.top_of(lane) + plan.look.block / 2
    for piece in entry.pieces:
        if len(piece.sides) == 0 or piece.is_site:
            continue
        names = [side.name for side in piece.sides]
        low, high = (plan.scale.x_of(gap) for gap in piece.gaps)
        if high - low < 14:  # grips would hide it
            continue
        for name, x in (("START", low), ("END", high)):
            if name in names and -10 < x < plan.scale.width + 10:
                painter.drawRect(QRectF(x - 2.5, middle - 5, 5, 10))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _paint_label(
    painter: QPainter, look: MapLook, entry: Entry, colour: QColor, rect: QRectF, on_block: bool
) -> None:
    if not on_block:
        painter.setPen(look.text)
        if entry.links:
            wide = look.width_of(entry.label) + 8
            rect = QRectF(rect.center().x() - wide / 2, rect.top() + 1, wide, rect.height() - 2)
            painter.fillRect(rect, look.ground)
            painter.drawText(rect, _WORD, entry.label)
        else:
            painter.drawText(rect, _LEFT, entry.label)
        return
    metrics = painter.fontMetrics()
    room = int(rect.width()) - 2 * look.block // 2 - 6
    text = metrics.elidedText(entry.label, Qt.TextElideMode.ElideRight, room)
    if len(text) < min(3, len(entry.label)):
        return
    width = metrics.horizontalAdvance(text) + 6
    box = QRectF(rect.center().x() - width / 2, rect.top() + 2, width, rect.height() - 4)
    painter.fillRect(box, colour)
    painter.setPen(text_on(colour))
    painter.drawText(box.adjusted(-4, -4, 4, 4), _WORD, text)


# Ruler -------------------------------------------------------------------------------------------


def _paint_ruler(painter: QPainter, plan: LinearPlan, marks: Marks) -> None:
    scale, look = plan.scale, plan.look
    painter.fillRect(QRectF(0, 0, scale.width, look.ruler), look.ruler_ground)
    painter.save()
    painter.setClipRect(QRectF(0, 0, scale.width, look.ruler))
    _paint_selection(painter, plan, marks)
    painter.restore()
    base = look.ruler - 5
    ends = (max(scale.x_of(0), -5.0), min(scale.x_of(scale.length), scale.width + 5.0))
    if scale.length:
        line = QRectF(ends[0], base, max(ends[1] - ends[0], 1), 3)
        painter.fillRect(line, look.faint)
        _paint_seen(painter, plan, marks)
        for first, last in marks.line:
            left, right = max(scale.x_of(first - 1), ends[0]), min(scale.x_of(last), ends[1])
            painter.fillRect(QRectF(left, base - 2, max(right - left, 2), 6), look.accent)
        _paint_ticks(painter, plan, base)
    painter.setPen(look.thin)
    painter.drawLine(QLineF(0, look.ruler, scale.width, look.ruler))
    if plan.top > look.ruler:
        _paint_letters(painter, plan)


def _paint_letters(painter: QPainter, plan: LinearPlan) -> None:
    first, last = plan.scale.seen()
    painter.setPen(plan.look.text)
    for position, letter in enumerate(plan.residues.text(first, last), first):
        x = plan.scale.x_of(position - 1)
        box = QRectF(x, plan.look.ruler + 2, plan.scale.per, plan.look.line)
        painter.drawText(box, _CENTRE, letter)


def _paint_seen(painter: QPainter, plan: LinearPlan, marks: Marks) -> None:
    """Mark on the line what the residue view shows now."""
    if marks.seen is None:
        return
    left = max(plan.scale.x_of(marks.seen[0] - 1), 0.0)
    right = min(plan.scale.x_of(marks.seen[1]), float(plan.scale.width))
    if right >= left:
        line = QRectF(left, plan.look.ruler - 6, max(right - left, 3), 5)
        painter.fillRect(line, plan.look.accent)


def _paint_ticks(painter: QPainter, plan: LinearPlan, base: int) -> None:
    scale, look = plan.scale, plan.look
    first, last = scale.seen()
    step = tick_step(scale.per, look.width_of(str(scale.length)) + 3 * look.letter)
    small = small_step(step, scale.per)
    painter.setPen(look.thin)
    for position in ticks(first, last, small):
        x = scale.x_of(position - 0.5)
        painter.drawLine(QLineF(x, base - 3, x, base))
    shown = list(ticks(first, last, step))
    if first == 1 and (not shown or shown[0] != 1):
        room = look.width_of("1") + look.width_of(str(shown[0] if shown else 1))
        if not shown or (shown[0] - 1) * scale.per > room / 2 + look.letter:
            shown.insert(0, 1)
    for position in shown:
        x = scale.x_of(position - 0.5)
        painter.setPen(look.faint)
        painter.drawLine(QLineF(x, base - 6, x, base))
        text, wide = str(position), look.width_of(str(position)) + 4
        left = min(max(x - wide / 2, 1), scale.width - wide - 1)
        painter.drawText(QRectF(left, 1, wide, look.line), _CENTRE, text)


def _paint_dragged(painter: QPainter, plan: LinearPlan, marks: Marks) -> None:
    """Show where the end is being put, by a line and in words."""
    look, x = plan.look, plan.scale.x_of(marks.dragged_gap)
    painter.setPen(QPen(look.accent, 1, Qt.PenStyle.DashLine))
    painter.drawLine(QLineF(x, 0, x, plan.height))
    wide = look.width_of(marks.said) + 12
    left = min(max(x - wide / 2, 2), max(plan.scale.width - wide - 2, 2))
    box = QRectF(left, 2, wide, look.line + 4)
    painter.setPen(look.accent)
    painter.setBrush(look.ground)
    painter.drawRect(box)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(look.text)
    painter.drawText(box, _CENTRE, marks.said)
