from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seqeditor.domain.edits.alternatives import (
    Meaning,
    note_for,
    others_in,
    runs_of,
    with_meaning,
)
from seqeditor.domain.edits.sequence import new_sequence
from seqeditor.domain.sequence import Feature, Qualifier

ONE = new_sequence("AA", "MXVXXXK", organism="x", mol_type="protein")


@given(st.text("AX", max_size=30))
def test_runs_are_where_the_symbol_stands(letters: str) -> None:
    runs = runs_of(letters, "X")
    places = {n for first, last in runs for n in range(first, last + 1)}
    assert places == {n for n, letter in enumerate(letters, 1) if letter == "X"}
    assert all(one[1] + 1 < other[0] for one, other in pairwise(runs))
    assert others_in(letters, runs, "X") is None


def test_another_residue_is_told() -> None:
    assert others_in("MXV", [(2, 3)], "X") == (3, "V")


def test_a_symbol_is_written_and_nothing_moves() -> None:
    new = with_meaning(ONE, [(2, 2), (4, 5)], Meaning(symbol="B"))
    assert new.residues.text() == "MBVBBXK"
    assert new.features == ONE.features


def test_each_stretch_is_one_feature_that_is_not_repeated() -> None:
    meaning = Meaning(key="VARIANT", note="A or G")
    new = with_meaning(ONE, [(2, 2), (4, 6)], meaning)
    assert new.features[1:] == (
        Feature("VARIANT", "2", (Qualifier("note", "A or G"),)),
        Feature("VARIANT", "4..6", (Qualifier("note", "each X is A or G"),)),
    )
    assert with_meaning(new, [(2, 2), (4, 6)], meaning) is new
    assert with_meaning(ONE, [(2, 2)], Meaning(key="UNSURE")).features[1] == Feature("UNSURE", "2")


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        (note_for("A or G"), "A or G"),
        (note_for("any amino acid", absent=True), "any amino acid, or absent"),
        (note_for("A", fewest=2, most=8), "A; 2 to 8 residues are present"),
        (note_for("A", absent=True, fewest=0, most=8), "A; 0 to 8 residues are present"),
    ],
)
def test_notes(note: str, expected: str) -> None:
    assert note == expected
