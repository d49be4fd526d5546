from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seqeditor.app.residue_positions import (
    PositionsError,
    positions_text,
    read_pairs,
    read_positions,
)
from tests.listings import dna, protein

DNA = dna("acgtgcattacgatc")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1,3,5-8", (1, 3, 5, 6, 7, 8)),
        ("5..7; 2 3", (2, 3, 5, 6, 7)),
        ("5 - 7", (5, 6, 7)),
        ("3,3,3", (3,)),
        ("all g", (3, 5, 12)),
        ("G", (3, 5, 12)),
        ("u", (4, 8, 9, 14)),
        ("all c, all g", (2, 3, 5, 6, 11, 12, 15)),
        ("all", tuple(range(1, 16))),
        ("odd", tuple(range(1, 16, 2))),
        ("even", tuple(range(2, 16, 2))),
    ],
)
def test_positions_are_read(text: str, found: tuple[int, ...]) -> None:
    assert read_positions(text, DNA) == found


@pytest.mark.parametrize("text", ["", " , ", "16", "0", "8-5", "3-16", "x9", "n", "1^2", "9" * 30])
def test_what_cannot_be_read_is_told(text: str) -> None:
    with pytest.raises(PositionsError) as told:
        read_positions(text, DNA)
    assert told.value.message


def test_amino_acids_are_found_by_their_letter() -> None:
    assert read_positions("all k", protein("MKVKA")) == (2, 4)


def test_too_many_positions_are_refused_without_listing_them() -> None:
    with pytest.raises(PositionsError, match="more than"):
        read_positions("all", dna("a" * 20_001))
    with pytest.raises(PositionsError, match="more than"):
        read_positions("a", dna("a" * 20_001))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1-4", ((1, 4),)),
        ("4..1", ((1, 4),)),
        ("1-4, 2-5; 1-4", ((1, 4), (2, 5))),
        ("1:4", ((1, 4),)),
    ],
)
def test_pairs_are_read(text: str, found: tuple[tuple[int, int], ...]) -> None:
    assert read_pairs(text, protein("MKVKA")) == found


@pytest.mark.parametrize("text", ["", "3", "3-3", "1-9", "a-b", "1-2-3"])
def test_what_is_no_pair_is_told(text: str) -> None:
    with pytest.raises(PositionsError):
        read_pairs(text, protein("MKVKA"))


@settings(max_examples=100, deadline=None)
@given(st.sets(st.integers(1, 15), min_size=1))
def test_positions_written_are_read_again(positions: set[int]) -> None:
    assert read_positions(positions_text(positions), DNA) == tuple(sorted(positions))
