from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from seqeditor.ui.residues.translations import Codon, Translated, codons_of


def test_letters_stand_under_the_middle_bases():
    region = Translated(((4, 12),), "MKV")
    assert list(region.codons(1, 60)) == [Codon(5, "M"), Codon(8, "K"), Codon(11, "V")]
    assert list(region.codons(6, 10)) == [Codon(8, "K")]


def test_a_codon_over_two_pieces_is_read_through():
    region = Translated(((1, 4), (10, 14)), "MKV")
    assert [c.position for c in region.codons(1, 60)] == [2, 10, 13]


def test_the_other_strand_is_read_from_the_right():
    region = Translated(((1, 9),), "MKV", reverse=True)
    assert {c.position: c.letter for c in region.codons(1, 9)} == {8: "M", 5: "K", 2: "V"}


def test_codon_start_shifts_the_frame():
    assert [c.position for c in Translated(((1, 9),), "MK", codon_start=2).codons(1, 9)] == [3, 6]


def test_overlapping_regions_stand_in_rows_of_their_own():
    look_up = codons_of([Translated(((1, 30),), "M" * 10), Translated(((2, 31),), "K" * 10)])
    assert {c.letter: c.row for c in look_up(1, 60)} == {"M": 0, "K": 1}
    assert list(look_up(100, 160)) == []


@settings(max_examples=200)
@given(
    st.lists(st.tuples(st.integers(0, 20), st.integers(1, 30)), min_size=1, max_size=5),
    st.booleans(),
    st.integers(1, 3),
)
def test_each_letter_stands_once(parts: list[tuple[int, int]], reverse: bool, codon_start: int):
    pieces, at = [], 1
    for gap, size in parts:
        pieces.append((at + gap, at + gap + size - 1))
        at += gap + size
    total = sum(size for _, size in parts)
    letters = "".join(chr(0x100 + n) for n in range(max(0, (total - codon_start + 1) // 3)))
    region = Translated(tuple(pieces), letters, reverse, codon_start)
    found = sorted(region.codons(1, at), key=lambda c: c.position, reverse=reverse)
    assert "".join(c.letter for c in found) == letters
