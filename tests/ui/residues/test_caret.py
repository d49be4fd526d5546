from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seqeditor.ui.residues.caret import Move, group_around, line_around, moved
from seqeditor.ui.residues.geometry import Grid
from seqeditor.ui.residues.selection import Selection, caret_at, residues_from

GRID = Grid(150, per_line=60)


@pytest.mark.parametrize(
    ("caret", "move", "result"),
    [
        (5, Move.LEFT, 4),
        (0, Move.LEFT, 0),
        (5, Move.RIGHT, 6),
        (150, Move.RIGHT, 150),
        (5, Move.GROUP_RIGHT, 10),
        (10, Move.GROUP_RIGHT, 20),
        (10, Move.GROUP_LEFT, 0),
        (15, Move.GROUP_LEFT, 10),
        (145, Move.GROUP_RIGHT, 150),
        (5, Move.DOWN, 65),
        (100, Move.DOWN, 150),
        (130, Move.DOWN, 150),
        (65, Move.UP, 5),
        (5, Move.UP, 0),
        (65, Move.LINE_START, 60),
        (65, Move.LINE_END, 120),
        (65, Move.START, 0),
        (65, Move.END, 150),
        (5, Move.PAGE_DOWN, 125),
        (130, Move.PAGE_UP, 10),
        (70, Move.PAGE_UP, 10),
    ],
)
def test_the_caret_moves(caret: int, move: Move, result: int):
    assert moved(caret_at(caret), move, GRID, page=2) == caret_at(
        result, trailing=moved(caret_at(caret), move, GRID, page=2).trailing
    )
    extended = moved(caret_at(caret), move, GRID, extend=True, page=2)
    assert (extended.anchor, extended.caret) == (caret, result)


def test_the_end_of_a_line_stays_on_it_and_home_goes_back_to_its_start():
    at_end = moved(caret_at(70), Move.LINE_END, GRID)
    assert (at_end.caret, at_end.trailing) == (120, True)
    assert GRID.line_of(at_end.caret, trailing=at_end.trailing) == 1
    assert moved(at_end, Move.LINE_START, GRID).caret == 60
    up = moved(at_end, Move.UP, GRID)
    assert (up.caret, up.trailing) == (60, True)


def test_an_arrow_over_a_selection_goes_to_its_edge():
    selected = Selection(anchor=30, caret=10)
    assert moved(selected, Move.LEFT, GRID).caret == 10
    assert moved(selected, Move.RIGHT, GRID).caret == 30


@settings(max_examples=200)
@given(
    st.integers(0, 500),
    st.lists(st.tuples(st.sampled_from(list(Move)), st.booleans()), max_size=20),
    st.integers(1, 12).map(lambda tens: tens * 10),
)
def test_no_movement_leaves_the_sequence(
    length: int, steps: list[tuple[Move, bool]], per_line: int
):
    grid = Grid(length, per_line=per_line)
    selection = caret_at(0)
    for move, extend in steps:
        selection = moved(selection, move, grid, extend=extend, page=3)
        assert 0 <= selection.caret <= length
        assert 0 <= selection.anchor <= length
        assert extend or selection.is_empty


def test_groups_and_lines_are_cut_at_the_end_of_the_sequence():
    assert group_around(14, GRID) == residues_from(11, 20)
    assert group_around(150, GRID) == residues_from(141, 150)
    assert group_around(0, Grid(0)) == caret_at(0)
    assert line_around(2, GRID) == residues_from(121, 150)
