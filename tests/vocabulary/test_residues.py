from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from seqeditor.vocabulary import residues

letters = st.text("acgtmrwsykvhdbn", max_size=50)


def test_alphabets() -> None:
    assert sorted(residues.alphabet("DNA")) == sorted("acgtmrwsykvhdbn")
    assert residues.alphabet("RNA") == residues.alphabet("DNA")
    assert sorted(residues.alphabet("AA")) == sorted("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    assert (residues.unspecific("RNA"), residues.unspecific("AA")) == ("n", "X")
    assert (residues.fewest_specific("DNA"), residues.fewest_specific("AA")) == (10, 4)


@given(letters)
def test_the_other_strand_of_the_other_strand_is_the_first(text: str) -> None:
    assert residues.reverse_complement(residues.reverse_complement(text)) == text


def test_complements_stand_for_the_complements_of_what_their_symbols_stand_for() -> None:
    for symbol in residues.symbols("DNA").values():
        other = residues.symbols("DNA")[symbol.complement]
        assert other.stands_for == {residues.complement(one) for one in symbol.stands_for}
        assert symbol.is_ambiguous == (symbol.letter not in "acgt")


def test_most_restrictive_symbol() -> None:
    for symbol in residues.symbols("DNA").values():
        assert residues.symbol_for("DNA", symbol.stands_for) == symbol.letter
    assert residues.symbol_for("DNA", "") is None
    assert residues.symbol_for("DNA", "az") is None
    assert residues.symbol_for("AA", "DN") == "B"
    assert residues.symbol_for("AA", "AV") == "X"


def test_three_letter_codes() -> None:
    codes = residues.one_letter_codes()
    assert len(codes) == 26
    assert (codes["Ala"], codes["Pyl"], codes["Xaa"]) == ("A", "O", "X")
    assert all(residues.three_letter(letter) == code for code, letter in codes.items())
    assert residues.three_letter("a") is None
