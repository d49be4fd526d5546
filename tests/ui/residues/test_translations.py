from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seqeditor.domain.residues import TextResidues
from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from seqeditor.ui.residues.feature_translations import translations_of
from seqeditor.ui.residues.translations import Codon, Translated, codons_of


def test_letters_stand_under_the_middle_bases():
    region = Translated(((4, 12, 1),), "MKV")
    assert list(region.codons(1, 60)) == [Codon(5, "M"), Codon(8, "K"), Codon(11, "V")]
    assert list(region.codons(6, 10)) == [Codon(8, "K")]


def test_a_codon_over_two_pieces_is_read_through():
    region = Translated(((1, 4, 1), (10, 14, 1)), "MKV")
    assert [c.position for c in region.codons(1, 60)] == [2, 10, 13]


def test_the_other_strand_is_read_from_the_right():
    region = Translated(((1, 9, -1),), "MKV")
    assert {c.position: c.letter for c in region.codons(1, 9)} == {8: "M", 5: "K", 2: "V"}


def test_pieces_are_read_in_their_order_and_on_their_strands():
    around_the_joint = Translated(((8, 10, 1), (1, 3, 1)), "MK")
    assert {c.position: c.letter for c in around_the_joint.codons(1, 10)} == {9: "M", 2: "K"}
    both_strands = Translated(((1, 3, 1), (7, 9, -1)), "MK")
    assert {c.position: c.letter for c in both_strands.codons(1, 10)} == {2: "M", 8: "K"}


def _shown(location: str, letters: str, *qualifiers: Qualifier) -> str:
    """Return the amino acids under the bases, from left to right."""
    made = Sequence("DNA", TextResidues(letters), (Feature("CDS", location, qualifiers),))
    look_up = translations_of(made)
    codons = sorted(look_up(1, len(letters)), key=lambda c: c.position) if look_up else []
    return "".join(codon.letter for codon in codons)


def test_a_written_translation_stands_as_it_is_with_its_stop():
    assert _shown("1..9", "atgaaatag", Qualifier("translation", "MR")) == "MR*"
    assert _shown("1..9", "atgaaacag", Qualifier("translation", "MR")) == "MR"


@pytest.mark.parametrize(
    ("location", "letters", "qualifiers", "expected"),
    [
        ("1..9", "atgaaatag", {}, "MK*"),
        ("1..9", "ttgaaatag", {}, "MK*"),
        ("<1..9", "ttgaaatag", {}, "LK*"),
        ("2..9", "cccatgaaa", {"codon_start": "3"}, "MK"),
        ("complement(1..6)", "tttcat", {}, "KM"),
        ("join(1..4,7..8)", "atgagggaa", {}, "MR"),
        ("join(7..9,1..3)", "aaagggatg", {}, "KM"),
        ("1..9", "atgtgaaaa", {"transl_except": "(pos:4..6,aa:Sec)"}, "MUK"),
        ("1..9", "atgtgaaaa", {"transl_except": "(pos:5..7,aa:Sec)"}, "M*K"),
        ("1..9", "atgtgaaaa", {"transl_except": "nonsense"}, "M*K"),
        ("complement(1..6)", "ctacat", {"transl_except": "(pos:complement(1..3),aa:Pyl)"}, "OM"),
        ("1..6", "atgtga", {"transl_table": "4"}, "MW"),
        ("1..6", "atgtga", {"transl_table": "what"}, "M*"),
        ("1..6", "atgzzz", {}, "MX"),
        ("1..8", "atgaaaaa", {}, "MK"),
        ("1..6", "atgaaa", {"pseudo": None}, ""),
        ("5..20", "atgaaa", {}, ""),
        ("here", "atgaaa", {}, ""),
    ],
)
def test_without_a_written_one_the_genetic_code_is_read(location, letters, qualifiers, expected):
    given_ = tuple(Qualifier(name, value) for name, value in qualifiers.items())
    assert _shown(location, letters, *given_) == expected


def test_codon_start_shifts_the_frame():
    assert [c.position for c in Translated(((1, 9, 1),), "MK", codon_start=2).codons(1, 9)] == [
        3,
        6,
    ]


def test_overlapping_regions_stand_in_rows_of_their_own():
    look_up = codons_of([Translated(((1, 30, 1),), "M" * 10), Translated(((2, 31, 1),), "K" * 10)])
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
    strand = -1 if reverse else 1
    stretches = [(start, end, strand) for start, end in (pieces[::-1] if reverse else pieces)]
    region = Translated(tuple(stretches), letters, codon_start)
    found = sorted(region.codons(1, at), key=lambda c: c.position, reverse=reverse)
    assert "".join(c.letter for c in found) == letters
