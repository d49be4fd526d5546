from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from seqeditor.ui.residues.geometry import Grid
from seqeditor.ui.residues.rows import Heights, row_at, top_that_shows, visible_rows

HEIGHTS = Heights(letters=20, codons=16, lane=14, gap=10)


def content(first: int, last: int) -> tuple[int, int]:
    return first % 2, first // 60 % 5


@settings(max_examples=200)
@given(st.integers(0, 5000), st.integers(0, 100), st.integers(1, 900))
def test_visible_rows_follow_each_other_and_fill_the_space(length: int, top: int, height: int):
    grid = Grid(length, per_line=60)
    top = min(top, grid.lines - 1)
    rows = visible_rows(grid, HEIGHTS, content, top, height)
    assert rows[0].line == top
    assert rows[0].top == 0
    for one, following in itertools.pairwise(rows):
        assert (following.line, following.top) == (one.line + 1, one.bottom)
    assert rows[-1].top < height
    assert rows[-1].bottom >= height or rows[-1].line == grid.lines - 1


@settings(max_examples=200)
@given(st.integers(1, 5000), st.integers(0, 100), st.integers(50, 900))
def test_scrolling_as_little_as_shows_a_line(length: int, line: int, height: int):
    grid = Grid(length, per_line=60)
    line = min(line, grid.lines - 1)
    top = top_that_shows(grid, HEIGHTS, content, line, height)
    shown = {row.line: row for row in visible_rows(grid, HEIGHTS, content, top, height)}
    assert top == line or shown[line].bottom <= height
    if top > 0:
        above = {r.line: r for r in visible_rows(grid, HEIGHTS, content, top - 1, height)}
        assert line not in above or above[line].bottom > height


def test_the_row_at_a_height():
    rows = visible_rows(Grid(200, per_line=60), HEIGHTS, lambda a, b: (0, 0), 0, 500)
    assert row_at(rows, -5) is rows[0]
    assert row_at(rows, 31) is rows[1]
    assert row_at(rows, 5000) is rows[-1]
    assert row_at((), 3) is None
