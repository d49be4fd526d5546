from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from seqeditor.ui.residues.geometry import (
    GROUP,
    Grid,
    full_width,
    grid_for,
    per_line_that_fits,
)

grids = st.builds(
    Grid,
    length=st.integers(0, 6_000_000),
    per_line=st.integers(1, 20).map(lambda tens: tens * GROUP),
    cell=st.integers(4, 40),
    left=st.integers(0, 200),
)


@settings(max_examples=200)
@given(grids, st.data())
def test_every_gap_is_on_its_line_and_in_its_column(grid: Grid, data: st.DataObject):
    gap = data.draw(st.integers(0, grid.length))
    trailing = data.draw(st.booleans())
    line = grid.line_of(gap, trailing=trailing)
    column = grid.column_of(gap, trailing=trailing)
    first, last = grid.span(line)
    assert 0 <= line < grid.lines
    assert first - 1 + column == gap
    assert 0 <= column <= last - first + 1


@settings(max_examples=200)
@given(grids, st.data())
def test_a_click_on_a_caret_finds_its_gap_again(grid: Grid, data: st.DataObject):
    gap = data.draw(st.integers(0, grid.length))
    line, column = grid.line_of(gap), grid.column_of(gap)
    found, _ = grid.gap_at(line, grid.gap_x(column))
    assert found == gap


@settings(max_examples=200)
@given(grids, st.data())
def test_each_residue_is_found_where_it_is_drawn(grid: Grid, data: st.DataObject):
    column = data.draw(st.integers(0, grid.per_line - 1))
    inside = data.draw(st.integers(0, grid.cell - 1))
    assert grid.column_at(grid.residue_x(column) + inside) == column


@settings(max_examples=200)
@given(grids)
def test_the_lines_cover_every_residue_once(grid: Grid):
    first, _ = grid.span(0)
    _, last = grid.span(grid.lines - 1)
    assert (first, last) == (1, grid.length)
    assert grid.lines == 1 or grid.span(grid.lines - 2)[1] + 1 == grid.span(grid.lines - 1)[0]


@settings(max_examples=200)
@given(grids, st.integers(-100, 5000), st.integers(0, 1000))
def test_no_point_gives_a_gap_outside_the_line(grid: Grid, x: int, line: int):
    line = min(line, grid.lines - 1)
    first, last = grid.span(line)
    gap, trailing = grid.gap_at(line, x)
    assert first - 1 <= gap <= last
    assert grid.line_of(gap, trailing=trailing) == line or gap == last


@given(st.integers(0, 4000), st.integers(0, 10**7), st.integers(4, 40))
def test_a_sheet_is_cut_to_the_width_of_the_view(width: int, length: int, cell: int):
    grid = grid_for(width, length, cell)
    assert grid.per_line % GROUP == 0
    assert GROUP <= grid.per_line <= 60
    assert full_width(grid) <= width or grid.per_line == GROUP


def test_sixty_to_a_line_unless_as_many_as_fit_are_wanted():
    assert per_line_that_fits(3000, 1000, 8) == 60
    assert per_line_that_fits(3000, 1000, 8, limit=0) > 200
    assert per_line_that_fits(10, 1000, 8) == 10


def test_the_caret_behind_a_full_line_stays_on_it_only_when_it_trails():
    grid = Grid(130, per_line=60)
    assert grid.line_of(60) == 1
    assert grid.line_of(60, trailing=True) == 0
    assert grid.line_of(130) == 2
    assert Grid(120, per_line=60).line_of(120) == 1, "no empty line behind the last full one"
    assert Grid(0).lines == 1
