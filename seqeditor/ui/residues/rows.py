"""Lines as rows on the screen: their heights, which of them are visible, how far one may scroll."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from seqeditor.ui.residues.geometry import Grid


@dataclass(frozen=True, slots=True)
class Row:
    """One visible line: its number, its positions, its top edge and the heights within it.

    Below the residues stand `codon_rows` rows of translation, then `lanes` lanes of bands.
    """

    line: int
    first: int
    last: int
    top: int
    height: int
    codon_rows: int = 0
    lanes: int = 0

    @property
    def bottom(self) -> int:
        """The edge below the row."""
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class Heights:
    """Heights in pixels of what a row is made of; `strand` is 0 while only one is shown."""

    letters: int
    codons: int
    lane: int
    gap: int
    strand: int = 0

    @property
    def residues(self) -> int:
        """The height of the letters, of both strands where both are shown."""
        return self.letters + self.strand

    def row(self, codon_rows: int, lanes: int) -> int:
        """Return the height of a row."""
        return self.residues + codon_rows * self.codons + lanes * self.lane + self.gap


Content = Callable[[int, int], tuple[int, int]]
"""Positions of a line -> how many rows of translation and lanes of bands it has."""


def visible_rows(
    grid: Grid, heights: Heights, content: Content, top: int, height: int
) -> tuple[Row, ...]:
    """Return the rows from line `top` on that show, even in part, in a space of this height."""
    rows: list[Row] = []
    y = 0
    for line in range(top, grid.lines):
        if y >= height and rows:
            break
        row = _row(grid, heights, content, line, y)
        rows.append(row)
        y = row.bottom
    return tuple(rows)


def _row(grid: Grid, heights: Heights, content: Content, line: int, top: int) -> Row:
    first, last = grid.span(line)
    codon_rows, lanes = content(first, last) if last >= first else (0, 0)
    return Row(line, first, last, top, heights.row(codon_rows, lanes), codon_rows, lanes)


def top_that_shows(grid: Grid, heights: Heights, content: Content, line: int, height: int) -> int:
    """Return the smallest first line with which `line` is fully visible at the bottom."""
    top = line
    used = _row(grid, heights, content, line, 0).height
    while top > 0:
        used += _row(grid, heights, content, top - 1, 0).height
        if used > height:
            break
        top -= 1
    return top


def row_at(rows: Sequence[Row], y: int) -> Row | None:
    """Return the row at y: the first above all, the last below all; None without rows."""
    for row in rows:
        if y < row.bottom:
            return row
    return rows[-1] if rows else None
