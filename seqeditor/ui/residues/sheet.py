"""The sheet of residues: shows what is visible of a sequence, asks for no letter more.

Scrolls by lines, so that its cost does not depend on the length of the sequence. Input is not
here but in `view`.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QStyle, QWidget

from seqeditor.domain.residues import Residues, TextResidues
from seqeditor.domain.sequence import NUCLEOTIDE_MOLTYPES
from seqeditor.ui.residues.band_painting import band_at, paint_bands
from seqeditor.ui.residues.bands import Band, BandTable
from seqeditor.ui.residues.blink import Blink
from seqeditor.ui.residues.geometry import USUAL_PER_LINE, Grid, full_width, grid_for
from seqeditor.ui.residues.look import LARGEST, SMALLEST, Look, look, usual_size
from seqeditor.ui.residues.painting import (
    caret_rect,
    paint_caret,
    paint_codons,
    paint_numbers,
    paint_residues,
    paint_ruler,
    paint_strange,
)
from seqeditor.ui.residues.rows import Row, row_at, top_that_shows, visible_rows
from seqeditor.ui.residues.selection import Selection, caret_at
from seqeditor.ui.residues.strange import strange_places
from seqeditor.ui.residues.translations import Codon, Codons

TOP_SPACE = 6
"""Pixels between the ruler and the first row."""


class ResidueSheet(QAbstractScrollArea):
    """Residues in groups of ten with numbers, ruler, bands and translation."""

    font_size_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._residues: Residues = TextResidues()
        self._moltype = "DNA"
        self._selection = caret_at(0)
        self._table = BandTable()
        self._codons: Codons | None = None
        self._active: int | None = None
        self._hovered: Band | None = None
        self._overwrite = False
        self._both_strands = False
        self._limit = USUAL_PER_LINE
        self._points = usual_size()
        self._seen: tuple[int, int, str] = (1, 0, "")
        self._rows: tuple[int, tuple[Row, ...]] | None = None
        self._look: Look = self._make_look()
        self._grid: Grid = Grid(0)
        self._placeholder = ""
        self._blink = Blink(self, self._caret_turned)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.viewport().setMouseTracking(True)
        self._lay_out()

    # What is shown -----------------------------------------------------------------------------

    @property
    def residues(self) -> Residues:
        """The residues shown."""
        return self._residues

    @property
    def moltype(self) -> str:
        """The molecule type that decides which letters may be typed."""
        return self._moltype

    @property
    def length(self) -> int:
        """The number of residues."""
        return self._grid.length

    @property
    def grid(self) -> Grid:
        """How the residues are cut into lines now."""
        return self._grid

    @property
    def selection(self) -> Selection:
        """What is selected."""
        return self._selection

    @property
    def bands(self) -> BandTable:
        """The bands, with their lanes."""
        return self._table

    def set_bands(self, bands: Iterable[Band]) -> None:
        """Show these features under the residues instead of the former ones."""
        self._table = BandTable(bands)
        self._hovered = None
        self._lay_out()

    def set_translations(self, codons: Codons | None) -> None:
        """Show the amino acids that this look-up gives for the visible positions."""
        self._codons = codons
        self._lay_out()

    def set_active_feature(self, index: int | None) -> None:
        """Mark the band of one feature: the one that is current elsewhere in the window."""
        self._active = index
        self.viewport().update()

    def set_most_per_line(self, limit: int) -> None:
        """Set how many residues a line has at most; 0 for as many as fit."""
        self._limit = limit
        self._lay_out()

    @property
    def both_strands(self) -> bool:
        """Whether the complementary strand of nucleotides is shown."""
        return self._both_strands

    def set_both_strands(self, shown: bool) -> None:
        """Show the complementary strand below the listed one, or not."""
        if shown != self._both_strands:
            self._both_strands = shown
            self._refresh_look()

    # Font size ---------------------------------------------------------------------------------

    @property
    def font_size(self) -> int:
        """The size of the letters, in points."""
        return self._points

    def set_font_size(self, points: int) -> None:
        """Set the size of the letters, in points, within sensible limits."""
        points = min(max(points, SMALLEST), LARGEST)
        if points != self._points:
            self._points = points
            self._refresh_look()
            self.font_size_changed.emit(points)

    def zoom_in(self) -> None:
        """Make the letters one point larger."""
        self.set_font_size(self._points + 1)

    def zoom_out(self) -> None:
        """Make the letters one point smaller."""
        self.set_font_size(self._points - 1)

    def zoom_reset(self) -> None:
        """Give the letters the size of the system's fixed-width font."""
        self.set_font_size(usual_size())

    # Layout ------------------------------------------------------------------------------------

    def _make_look(self) -> Look:
        active = self.isActiveWindow() or not self.isVisible()
        both = self._both_strands and self._moltype in NUCLEOTIDE_MOLTYPES
        return look(self._points, self.font(), self.palette(), active=active, both_strands=both)

    def _refresh_look(self) -> None:
        self._look = self._make_look()
        self._lay_out()

    def _lay_out(self) -> None:
        """Cut the residues into lines anew and keep the first visible residue visible."""
        first_shown = self._grid.span(self.verticalScrollBar().value())[0] - 1
        bar = self.verticalScrollBar()
        width = self.viewport().width()
        if not bar.isVisible():  # the room for the bar is always kept, or the lines would dance
            width -= self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        self._grid = grid_for(width, len(self._residues), self._look.cell, self._limit)
        self._rows = None
        self._set_ranges()
        bar.setValue(self._grid.line_of(min(first_shown, max(self._grid.length - 1, 0))))
        self.viewport().update()

    def _set_ranges(self) -> None:
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        room = self.viewport().width()
        across.setRange(0, max(0, full_width(self._grid) - room))
        across.setPageStep(room)
        across.setSingleStep(self._look.cell)
        last = self._grid.lines - 1
        down.setRange(0, self._top_for(last))
        down.setPageStep(self.page_lines)
        down.setSingleStep(1)

    def _top_for(self, line: int) -> int:
        return top_that_shows(
            self._grid, self._look.heights, self._content, line, self._space_for_rows()
        )

    def _space_for_rows(self) -> int:
        return self.viewport().height() - self._look.ruler - TOP_SPACE

    def _content(self, first: int, last: int) -> tuple[int, int]:
        return max((c.row + 1 for c in self._codons_in(first, last)), default=0), (
            self._table.depth(first, last)
        )

    def _codons_in(self, first: int, last: int) -> list[Codon]:
        return list(self._codons(first, last)) if self._codons is not None else []

    @property
    def page_lines(self) -> int:
        """How many lines a page has, one line of overlap left out."""
        return max(1, len(self.rows()) - 2)

    def rows(self) -> tuple[Row, ...]:
        """Return the visible rows; their edges are counted from the first row's top."""
        top = self.verticalScrollBar().value()
        if self._rows is None or self._rows[0] != top:
            space = self._space_for_rows()
            found = visible_rows(self._grid, self._look.heights, self._content, top, space)
            self._rows = (top, found)
        return self._rows[1]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the lines anew for the new width."""
        super().resizeEvent(event)
        self._lay_out()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Paint anew: only visible lines are painted, so there is nothing to move."""
        self.viewport().update()

    # Points and positions ----------------------------------------------------------------------

    def _origin(self) -> QPoint:
        return QPoint(-self.horizontalScrollBar().value(), self._look.ruler + TOP_SPACE)

    def gap_at(self, point: QPoint) -> tuple[int, bool]:
        """Return the gap nearest to a point of the viewport, and whether it trails its line."""
        inside = point - self._origin()
        row = row_at(self.rows(), inside.y())
        return self._grid.gap_at(row.line, inside.x()) if row is not None else (0, False)

    def residue_at(self, point: QPoint) -> int | None:
        """Return the position of the residue at a point of the viewport, None if none is there."""
        inside = point - self._origin()
        for row in self.rows():
            if row.top <= inside.y() < row.top + self._look.heights.residues:
                column = self._grid.column_at(inside.x())
                position = None if column is None else row.first + column
                return position if position is not None and position <= row.last else None
        return None

    def band_at(self, point: QPoint) -> Band | None:
        """Return the band at a point of the viewport, None if none is there."""
        inside = point - self._origin()
        for row in self.rows():
            if row.top <= inside.y() < row.bottom:
                return band_at(self._look, self._grid, row, self._table, inside)
        return None

    def caret_rectangle(self) -> QRect:
        """Return where the caret is in the viewport; an empty rectangle when not visible."""
        line = self._grid.line_of(self._selection.caret, trailing=self._selection.trailing)
        for row in self.rows():
            if row.line == line:
                rect = caret_rect(
                    self._look, self._grid, row, self._selection, over=self._overwrite
                )
                return rect.translated(self._origin())
        return QRect()

    def residue_rectangle(self, position: int) -> QRect:
        """Return where a residue is in the viewport; an empty rectangle when not visible."""
        for row in self.rows():
            if row.first <= position <= row.last:
                x = self._grid.residue_x(position - row.first)
                rect = QRect(x, row.top, self._look.cell, self._look.heights.letters)
                return rect.translated(self._origin())
        return QRect()

    def ensure_visible(self, gap: int, *, trailing: bool = False) -> None:
        """Scroll as little as shows the caret at a gap with its whole row."""
        line = self._grid.line_of(gap, trailing=trailing)
        bar = self.verticalScrollBar()
        if line < bar.value():
            bar.setValue(line)
        else:
            bar.setValue(max(bar.value(), min(self._top_for(line), line)))
        across = self.horizontalScrollBar()
        x = self._grid.gap_x(self._grid.column_of(gap, trailing=trailing))
        room = self.viewport().width() - 2 * self._look.cell
        across.setValue(min(max(across.value(), x - room), x - 2 * self._look.cell))

    # Painting ----------------------------------------------------------------------------------

    def _text(self, first: int, last: int) -> str:
        """Return the letters of the visible positions, remembered for the next blink."""
        if self._seen[:2] != (first, last):
            self._seen = (first, last, self._residues.text(first, last) if last >= first else "")
        return self._seen[2]

    def _caret_turned(self) -> None:
        self.viewport().update(self.caret_rectangle().adjusted(-1, -1, 2, 2))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the visible rows under the ruler."""
        rows = self.rows()
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._look.ground)
        painter.translate(self._origin())
        letters = self._text(rows[0].first, rows[-1].last) if rows else ""
        for row in rows:
            self._paint_row(painter, row, letters[row.first - rows[0].first :])
        if not self._grid.length:
            place = QPoint(self._grid.left + self._look.cell, self._look.ascent)
            painter.setPen(self._look.faint)
            painter.drawText(place, self._placeholder)
        painter.resetTransform()
        painter.translate(-self.horizontalScrollBar().value(), 0)
        sheet = max(full_width(self._grid), self.viewport().width())
        paint_ruler(painter, self._look, self._grid, sheet)
        painter.resetTransform()
        if self._blink.shown and self.caret_rectangle().top() >= self._look.ruler:
            paint_caret(painter, self._look, self.caret_rectangle())
        painter.end()

    def _paint_row(self, painter: QPainter, row: Row, letters: str) -> None:
        paint_numbers(painter, self._look, self._grid, row)
        paint_residues(painter, self._look, self._grid, row, letters, self._selection)
        places = list(strange_places(letters[: row.last - row.first + 1], self._moltype))
        if places:
            paint_strange(painter, self._look, self._grid, row, places, self._selection)
        if row.codon_rows:
            codons = self._codons_in(row.first, row.last)
            paint_codons(painter, self._look, self._grid, row, codons)
        if row.lanes:
            hovered = None if self._hovered is None else self._hovered.index
            marked = {self._active, hovered}
            paint_bands(painter, self._look, self._grid, row, self._table, marked)
