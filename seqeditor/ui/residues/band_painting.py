"""Paint features as coloured bands under the residues, and tell which band is at a point."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPolygon

from seqeditor.ui.qt.colours import mixed, told_apart
from seqeditor.ui.qt.feature_colours import feature_colour, pattern_brush, text_on
from seqeditor.ui.residues.bands import MOST_LANES, Band, BandTable
from seqeditor.ui.residues.geometry import Grid
from seqeditor.ui.residues.look import Look
from seqeditor.ui.residues.rows import Row


def band_top(look: Look, row: Row, lane: int) -> int:
    """Return the top edge of a lane of bands in a row."""
    letters = row.top + look.heights.residues + row.codon_rows * look.heights.codons
    return letters + lane * look.heights.lane + 1


def band_rect(look: Look, grid: Grid, row: Row, band: Band, span: tuple[int, int]) -> QRect:
    """Return where the positions of `span` on this row lie in the lane of the band."""
    first, last = max(span[0], row.first), min(span[1], row.last)
    left = grid.residue_x(first - row.first)
    right = grid.residue_x(last - row.first) + look.cell
    return QRect(left, band_top(look, row, band.lane), right - left, look.heights.lane - 3)


def band_at(look: Look, grid: Grid, row: Row, table: BandTable, point: QPoint) -> Band | None:
    """Return the band at a point, also over its thin line between two pieces."""
    lane, rest = divmod(point.y() - band_top(look, row, 0), look.heights.lane)
    if lane < 0 or rest >= look.heights.lane - 2 or lane >= row.lanes:
        return None
    line = row.line
    gap, _ = grid.gap_at(line, point.x() - look.cell // 2)
    if grid.left <= point.x() < grid.right and gap < row.last:
        return table.at(gap + 1, lane)
    return None


def paint_bands(
    painter: QPainter,
    look: Look,
    grid: Grid,
    row: Row,
    table: BandTable,
    marked: Collection[int | None],
) -> None:
    """Paint the bands of a row, and how many more there are than lanes.

    `marked` are the indexes of features to be framed.
    """
    if row.last < row.first:
        return
    painter.save()
    painter.setFont(look.label_font)
    for band in table.between(row.first, row.last):
        if band.lane < row.lanes:
            _paint_band(painter, look, grid, row, band, band.index in marked)
    hidden = table.hidden(row.first, row.last)
    if hidden:
        painter.setPen(look.faint)
        top = band_top(look, row, MOST_LANES - 1)
        box = QRect(grid.right + 2 * look.cell, top, 8 * look.cell, look.heights.lane - 3)
        painter.drawText(
            box,
            Qt.AlignmentFlag.AlignLeft
            | Qt.AlignmentFlag.AlignAbsolute
            | Qt.AlignmentFlag.AlignVCenter,
            f"+{hidden}",
        )
    painter.restore()


def _paint_band(
    painter: QPainter, look: Look, grid: Grid, row: Row, band: Band, active: bool
) -> None:
    colour = feature_colour(band.key, dark=look.dark)
    edge = look.text if active else told_apart(mixed(colour, look.text, 65), look.ground)
    painter.setPen(QPen(edge, 2 if active else 1))
    if band.pieces:
        whole = band_rect(look, grid, row, band, (band.start, band.end))
        painter.drawLine(whole.left(), whole.center().y(), whole.right(), whole.center().y())
    widest: QRect | None = None
    for start, end in _pieces(band, row):
        rect = band_rect(look, grid, row, band, (start, end))
        _paint_piece(painter, look, row, band, rect, (start, end), colour)
        if widest is None or rect.width() > widest.width():
            widest = rect
    if widest is not None:
        _paint_label(painter, band, widest, colour)


def _pieces(band: Band, row: Row) -> Iterator[tuple[int, int]]:
    for start, end in band.pieces or ((band.start, band.end),):
        if start <= row.last and end >= row.first:
            yield start, end


def _paint_piece(
    painter: QPainter,
    look: Look,
    row: Row,
    band: Band,
    rect: QRect,
    piece: tuple[int, int],
    colour: QColor,
) -> None:
    """Paint one piece: open where it goes on in another row, pointed where the feature ends."""
    tip = min(rect.height() // 2, look.cell - 2)
    at_end = piece[1] == band.end <= row.last and not band.reverse
    at_start = piece[0] == band.start >= row.first and band.reverse
    shape = QPolygon(_outline(rect, tip if at_start else 0, tip if at_end else 0))
    painter.setBrush(colour)
    painter.drawPolygon(shape)
    pattern = pattern_brush(band.key, dark=look.dark)
    if pattern is not None:
        painter.setBrush(pattern)
        painter.drawPolygon(shape)
    for goes_on, x in ((piece[0] < row.first, rect.left()), (piece[1] > row.last, rect.right())):
        if goes_on:
            painter.fillRect(x, rect.top() + 1, 1, rect.height() - 2, colour)


def _outline(rect: QRect, left_tip: int, right_tip: int) -> list[QPoint]:
    left, right, top, bottom = rect.left(), rect.right(), rect.top(), rect.bottom()
    middle = rect.center().y()
    points = [QPoint(left + left_tip, top), QPoint(right - right_tip, top)]
    if right_tip:
        points.append(QPoint(right, middle))
    points += [QPoint(right - right_tip, bottom), QPoint(left + left_tip, bottom)]
    if left_tip:
        points.append(QPoint(left, middle))
    return points


def _paint_label(painter: QPainter, band: Band, rect: QRect, colour: QColor) -> None:
    """Paint the label where three letters of it find room, on a ground free of pattern."""
    metrics = QFontMetrics(painter.font())
    room = rect.width() - 16
    text = metrics.elidedText(band.label or band.key, Qt.TextElideMode.ElideRight, room)
    if len(text) < min(4, len(band.label or band.key)) or room <= 0:
        return
    box = QRect(
        rect.left() + 5, rect.top() + 2, metrics.horizontalAdvance(text) + 6, rect.height() - 3
    )
    painter.fillRect(box, colour)
    painter.setPen(text_on(colour))
    # Keys and names run from left to right in every window, also where they are cut short.
    how = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextForceLeftToRight)
    painter.drawText(box.adjusted(0, -4, 0, 4), how, text)
