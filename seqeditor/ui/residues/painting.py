"""Paint residues, position numbers, ruler, translation, selection and caret."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPen

from seqeditor.ui.residues.geometry import GROUP, Grid, digits
from seqeditor.ui.residues.look import Look
from seqeditor.ui.residues.rows import Row
from seqeditor.ui.residues.selection import Selection
from seqeditor.ui.residues.translations import Codon
from seqeditor.vocabulary.residues import complement

_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft | _MIDDLE, Qt.AlignmentFlag.AlignRight | _MIDDLE
# Absolute: residues run from left to right in a mirrored window too.


def paint_ruler(painter: QPainter, look: Look, grid: Grid, width: int) -> None:
    """Paint 10, 20, 30 ... above the last residues of the groups, with a mark under each."""
    area = QRect(0, 0, width, look.ruler)
    painter.fillRect(area, look.ruler_ground)
    painter.setFont(look.font)
    painter.setPen(look.line)
    painter.drawLine(area.bottomLeft(), area.bottomRight())
    for column in range(GROUP, grid.per_line + 1, GROUP):
        x = grid.residue_x(column - 1)
        painter.setPen(look.faint)
        painter.drawText(
            QRect(x - GROUP * look.cell, 2, (GROUP + 1) * look.cell, look.ruler - 6),
            _RIGHT,
            str(column),
        )
        middle = x + look.cell // 2
        painter.drawLine(middle, look.ruler - 4, middle, look.ruler - 1)


def paint_numbers(painter: QPainter, look: Look, grid: Grid, row: Row) -> None:
    """Paint the first position left of the residues and the last one right of them."""
    width = digits(grid.length) * look.cell
    painter.setFont(look.font)
    painter.setPen(look.faint)
    left = QRect(grid.left - 2 * look.cell - width, row.top, width, look.heights.letters)
    painter.drawText(left, _RIGHT, str(row.first))
    if row.last >= row.first:
        right = QRect(grid.right + 2 * look.cell, row.top, width, look.heights.letters)
        painter.drawText(right, _LEFT, str(row.last))


def runs(row: Row, selection: Selection) -> Iterator[tuple[int, int, bool]]:
    """Yield (first, last, selected) of the parts of a row within its groups, in order."""
    start, end = selection.start, selection.end
    for first in range(row.first, row.last + 1, GROUP):
        last = min(first + GROUP - 1, row.last)
        low, high = max(first, start), min(last, end)
        if low > high:
            yield first, last, False
            continue
        if first < low:
            yield first, low - 1, False
        yield low, high, True
        if high < last:
            yield high + 1, last, False


def paint_residues(
    painter: QPainter, look: Look, grid: Grid, row: Row, letters: str, selection: Selection
) -> None:
    """Paint the letters of a row, the selected ones on the selection's ground.

    Where both strands are shown, the other one stands below, letter under letter.
    """
    painter.setFont(look.font)
    baseline = row.top + look.ascent
    other = complement(letters) if look.heights.strand else ""
    for first, last, selected in runs(row, selection):
        x = grid.residue_x(first - row.first)
        if selected:
            width = (last - first + 1) * look.cell
            if last % GROUP == 0 and last < min(selection.end, row.last):
                width += look.cell  # the blank between two selected groups belongs to them
            painter.fillRect(x, row.top, width, look.heights.residues, look.selected_ground)
        painter.setPen(look.selected_text if selected else look.text)
        painter.drawText(x, baseline, letters[first - row.first : last - row.first + 1])
        if other:
            painter.setPen(look.selected_text if selected else look.faint)
            below = baseline + look.heights.letters - 1
            painter.drawText(x, below, other[first - row.first : last - row.first + 1])
    if other and row.last >= row.first:
        _paint_ends(painter, look, grid, row)


def _paint_ends(painter: QPainter, look: Look, grid: Grid, row: Row) -> None:
    """Tell beside the other strand that it runs the other way."""
    painter.setPen(look.faint)
    top, width = row.top + look.heights.letters, 3 * look.cell
    left = QRect(grid.left - 2 * look.cell - width, top, width, look.heights.strand)
    painter.drawText(left, _RIGHT, "3\u2032")
    right = QRect(grid.right + 2 * look.cell, top, width, look.heights.strand)
    painter.drawText(right, _LEFT, "5\u2032")


def paint_strange(
    painter: QPainter, look: Look, grid: Grid, row: Row, places: Iterable[int], selection: Selection
) -> None:
    """Mark the letters in some columns as no residue symbols: framed, with a wavy line below."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for column in places:
        selected = selection.start <= row.first + column <= selection.end
        painter.setPen(QPen(look.selected_text if selected else look.fault, 1))
        x, bottom = grid.residue_x(column), row.top + look.heights.letters - 1
        painter.drawRect(x - 1, row.top, look.cell + 1, look.heights.letters - 1)
        wave = [
            QPoint(x + step, bottom - 1 - (2 if step // 2 % 2 else 0))
            for step in range(0, look.cell + 1, 2)
        ]
        painter.drawPolyline(wave)


def paint_codons(
    painter: QPainter, look: Look, grid: Grid, row: Row, codons: Iterable[Codon]
) -> None:
    """Paint the amino acids, each under the middle base of its codon."""
    painter.setFont(look.font)
    painter.setPen(look.faint)
    for codon in codons:
        if row.first <= codon.position <= row.last and codon.row < row.codon_rows:
            x = grid.residue_x(codon.position - row.first)
            top = row.top + look.heights.residues + codon.row * look.heights.codons
            painter.drawText(x, top + look.ascent - 1, codon.letter)


def caret_rect(look: Look, grid: Grid, row: Row, selection: Selection, *, over: bool) -> QRect:
    """Return where the caret is: a bar, or a frame around the residue that will be replaced."""
    column = grid.column_of(selection.caret, trailing=selection.trailing)
    if over and selection.caret < grid.length and column < grid.per_line:
        return QRect(grid.residue_x(column), row.top, look.cell, look.heights.letters)
    return QRect(grid.gap_x(column) - 1, row.top, 2, look.heights.letters)


def paint_caret(painter: QPainter, look: Look, rect: QRect) -> None:
    """Paint the caret; a wide one as a line below the residue, which stays readable."""
    if rect.width() <= 2:
        painter.fillRect(rect, look.text)
    else:
        painter.fillRect(rect.x(), rect.bottom() - 2, rect.width(), 3, look.text)
