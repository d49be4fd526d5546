"""Where residues stand on the sheet: positions, lines, columns and pixels, integers only."""

from __future__ import annotations

from dataclasses import dataclass

GROUP = 10
"""Residues stand in groups of so many."""

USUAL_PER_LINE = 60
"""Residues to a line, where the window is wide enough."""

MARGIN = 8
"""Pixels left and right of everything, and above and below a line."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A sequence cut into lines of groups of ten.

    A *gap* is a place for the caret: gap 0 stands before the first residue, gap n after residue n.
    Lines and columns are counted from 0, residues from 1. `cell` is the width of one residue in
    pixels, `left` the x of the first one on a line.
    """

    length: int
    per_line: int = USUAL_PER_LINE
    cell: int = 8
    left: int = 0

    @property
    def lines(self) -> int:
        """How many lines there are: one at least, for the caret of an empty sequence."""
        return max(1, -(-self.length // self.per_line))

    @property
    def right(self) -> int:
        """The x behind the last residue of a full line."""
        return self.gap_x(self.per_line)

    def line_of(self, gap: int, *, trailing: bool = False) -> int:
        """Return the line in which the caret at a gap is shown.

        Between two lines the caret belongs to the second one, unless it is `trailing`; behind the
        last residue it always stays on the last line.
        """
        gap = min(max(gap, 0), self.length)
        line = gap // self.per_line
        at_break = gap % self.per_line == 0 and gap > 0
        return line - 1 if at_break and (trailing or gap == self.length) else line

    def column_of(self, gap: int, *, trailing: bool = False) -> int:
        """Return the column of the caret at a gap: 0 to `per_line`, both included."""
        gap = min(max(gap, 0), self.length)
        return gap - self.line_of(gap, trailing=trailing) * self.per_line

    def span(self, line: int) -> tuple[int, int]:
        """Return the first and last position on a line; last < first when there are none."""
        first = line * self.per_line + 1
        return first, min(first + self.per_line - 1, self.length)

    def residue_x(self, column: int) -> int:
        """Return the left edge of the residue in a column."""
        return self.left + column * self.cell + column // GROUP * self.cell

    def gap_x(self, column: int) -> int:
        """Return where the caret behind so many residues of a line stands.

        At the border of two groups it stands before the second one, at the end of the line
        behind the last residue.
        """
        if column and column == self.per_line:
            return self.residue_x(column - 1) + self.cell
        return self.residue_x(column)

    def column_at(self, x: int) -> int | None:
        """Return the column of the residue at x; None over a blank or beside the line."""
        inside = x - self.left
        if inside < 0:
            return None
        group, rest = divmod(inside, (GROUP + 1) * self.cell)
        column = group * GROUP + rest // self.cell
        return None if rest >= GROUP * self.cell or column >= self.per_line else column

    def gap_at(self, line: int, x: int) -> tuple[int, bool]:
        """Return the gap nearest to x on a line, and whether it trails (stays on this line)."""
        inside = max(x - self.left, 0)
        group, rest = divmod(inside, (GROUP + 1) * self.cell)
        column = group * GROUP + min(GROUP, (rest + self.cell // 2) // self.cell)
        column = min(column, self.per_line)
        first, last = self.span(line)
        gap = min(first - 1 + column, max(last, first - 1))
        return gap, column == self.per_line and gap == last


def digits(length: int) -> int:
    """Return how many digits the positions of a sequence of this length need."""
    return len(str(max(length, 1)))


def number_width(length: int, cell: int) -> int:
    """Return the width of a column of position numbers, with the blank beside the residues."""
    return (digits(length) + 2) * cell


def per_line_that_fits(width: int, length: int, cell: int, limit: int = USUAL_PER_LINE) -> int:
    """Return the residues to a line for a view of this width: whole tens, ten at least.

    `limit` is the largest number wanted, 0 for as many as fit.
    """
    free = width - 2 * MARGIN - 2 * number_width(length, cell) + cell
    fitting = max(1, free // ((GROUP + 1) * cell)) * GROUP
    return min(fitting, limit) if limit else fitting


def grid_for(width: int, length: int, cell: int, limit: int = USUAL_PER_LINE) -> Grid:
    """Return the grid of a sequence in a view of this width in pixels."""
    return Grid(
        length=length,
        per_line=per_line_that_fits(width, length, cell, limit),
        cell=cell,
        left=MARGIN + number_width(length, cell),
    )


def full_width(grid: Grid) -> int:
    """Return the width that the whole sheet takes, both columns of numbers included."""
    return grid.right + number_width(grid.length, grid.cell) + MARGIN
