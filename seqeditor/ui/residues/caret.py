"""How the caret moves over lines and groups, by pure arithmetic."""

from __future__ import annotations

from enum import Enum, auto

from seqeditor.ui.residues.geometry import GROUP, Grid
from seqeditor.ui.residues.selection import Selection, caret_at, extended, residues_from


class Move(Enum):
    """A movement of the caret."""

    LEFT = auto()
    RIGHT = auto()
    GROUP_LEFT = auto()
    GROUP_RIGHT = auto()
    UP = auto()
    DOWN = auto()
    PAGE_UP = auto()
    PAGE_DOWN = auto()
    LINE_START = auto()
    LINE_END = auto()
    START = auto()
    END = auto()


def moved(
    selection: Selection, move: Move, grid: Grid, *, extend: bool = False, page: int = 1
) -> Selection:
    """Return the selection after a movement; `page` is how many lines a page has.

    Without `extend`, LEFT and RIGHT over a selection go to its edge, as everywhere.
    """
    if not extend and not selection.is_empty and move in (Move.LEFT, Move.RIGHT):
        edge = selection.start - 1 if move is Move.LEFT else selection.end
        return caret_at(edge, trailing=move is Move.RIGHT)
    gap, trailing = _target(selection, move, grid, max(page, 1))
    gap = min(max(gap, 0), grid.length)
    if extend:
        return extended(selection, gap, trailing=trailing)
    return caret_at(gap, trailing=trailing)


def _target(selection: Selection, move: Move, grid: Grid, page: int) -> tuple[int, bool]:
    caret = selection.caret
    match move:
        case Move.LEFT:
            return caret - 1, False
        case Move.RIGHT:
            return caret + 1, False
        case Move.GROUP_LEFT:
            return (caret - 1) // GROUP * GROUP, False
        case Move.GROUP_RIGHT:
            return (caret // GROUP + 1) * GROUP, False
        case Move.START:
            return 0, False
        case Move.END:
            return grid.length, True
    line = grid.line_of(caret, trailing=selection.trailing)
    if move in (Move.LINE_START, Move.LINE_END):
        first, last = grid.span(line)
        return (first - 1, False) if move is Move.LINE_START else (last, True)
    down = {Move.UP: -1, Move.DOWN: 1, Move.PAGE_UP: -page, Move.PAGE_DOWN: page}[move]
    return _vertical(selection, line, line + down, grid)


def _vertical(selection: Selection, line: int, wanted: int, grid: Grid) -> tuple[int, bool]:
    """Keep the column; beyond the first or last line go to the very start or end."""
    if wanted < 0:
        return (0, False) if line == 0 else _in_line(selection, 0, grid)
    if wanted >= grid.lines:
        last = grid.lines - 1
        return (grid.length, True) if line == last else _in_line(selection, last, grid)
    return _in_line(selection, wanted, grid)


def _in_line(selection: Selection, line: int, grid: Grid) -> tuple[int, bool]:
    column = grid.column_of(selection.caret, trailing=selection.trailing)
    first, last = grid.span(line)
    return min(first - 1 + column, last), column == grid.per_line


def group_around(gap: int, grid: Grid) -> Selection:
    """Return the selection of the group of ten that a gap stands in."""
    if not grid.length:
        return caret_at(0)
    group = min(gap, grid.length - 1) // GROUP
    return residues_from(group * GROUP + 1, min(group * GROUP + GROUP, grid.length))


def line_around(line: int, grid: Grid) -> Selection:
    """Return the selection of all residues of a line."""
    first, last = grid.span(line)
    return residues_from(first, last)
