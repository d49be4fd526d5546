from __future__ import annotations

from seqeditor.ui.residues.selection import Selection, caret_at, extended, residues_from, widened


def test_positions_of_a_selection_do_not_depend_on_its_direction():
    for selection in (Selection(2, 5), Selection(5, 2)):
        assert (selection.start, selection.end, selection.size) == (3, 5, 3)


def test_an_empty_selection_ends_before_its_start():
    assert (caret_at(7).start, caret_at(7).end, caret_at(7).size) == (8, 7, 0)


def test_a_selection_is_cut_to_the_sequence():
    assert Selection(2, 50, trailing=True).within(10) == Selection(2, 10)
    assert residues_from(3, 9).within(20) == residues_from(3, 9)
    assert caret_at(-5).within(3) == caret_at(0)


def test_extending_keeps_the_anchor():
    assert extended(Selection(4, 9), 1) == Selection(4, 1)


def test_widening_grows_away_from_what_was_taken_first():
    first = residues_from(11, 20)
    right, left = widened(first, residues_from(31, 40)), widened(first, residues_from(1, 10))
    assert (right.start, right.end, right.caret) == (11, 40, 40)
    assert (left.start, left.end, left.caret) == (1, 20, 0)
