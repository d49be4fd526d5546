from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seqeditor.domain.motif import (
    Element,
    MotifError,
    Pattern,
    direct,
    in_codons,
    other_strand,
    read_motif,
)
from seqeditor.domain.translation import AMBIGUITIES, codon_letters, reverse_complement
from seqeditor.vocabulary.genetic_codes import default_code

CODONS = codon_letters(default_code())


def found(pattern: Pattern, text: str, *, circular: bool = False) -> list[tuple[int, int]]:
    return list(pattern.find(text, circular=circular))


def test_letters_mean_what_the_standard_says() -> None:
    assert read_motif("u", amino=False) == (Element(frozenset("t")),)
    assert read_motif("R", amino=False) == (Element(frozenset("agr")),)
    assert read_motif("b", amino=True) == (Element(frozenset("BDN")),)
    assert read_motif("[ST]-x(2,3) {P}", amino=True)[1].most == 3
    assert "P" not in read_motif("[^P]", amino=True)[0].symbols
    assert read_motif("acg tac", amino=False) == read_motif("acg-tac", amino=False)


@pytest.mark.parametrize("text", ["", " - ", "ac1", "[", "[]", "a(0)", "a(3,2)", "z", "a(1,999)"])
def test_what_is_no_motif_is_told(text: str) -> None:
    with pytest.raises(MotifError):
        read_motif(text, amino=False)


def test_matches_overlap_and_close_the_circle() -> None:
    pattern = direct(read_motif("aca", amino=False))
    assert found(pattern, "acacaca") == [(0, 3), (2, 5), (4, 7)]
    assert found(pattern, "cattta", circular=True) == [(5, 8)]
    assert found(pattern, "cattta") == []
    assert found(pattern, "ac", circular=True) == []


def test_an_ambiguous_residue_is_found_only_by_what_covers_it() -> None:
    assert found(direct(read_motif("a", amino=False)), "na") == [(1, 2)]
    assert found(direct(read_motif("n", amino=False)), "na") == [(0, 1), (1, 2)]


def test_matches_across_two_pieces_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("seqeditor.domain.motif.PIECE", 4)
    pattern = direct(read_motif("gatc", amino=False))
    assert found(pattern, "aagatcgatcgatc") == [(2, 6), (6, 10), (10, 14)]


NT = st.text("acgt", max_size=60)
MOTIF = st.text("acgtrynwsk", min_size=1, max_size=5)


@settings(max_examples=200)
@given(NT, MOTIF)
def test_the_other_strand_is_searched_as_if_it_were_written(text: str, motif: str) -> None:
    elements = read_motif(motif, amino=False)
    turned = reverse_complement(text)
    wanted = {(len(text) - e, len(text) - s) for s, e in direct(elements).find(turned)}
    assert set(other_strand(elements).find(text)) == wanted


@settings(max_examples=200)
@given(NT, MOTIF)
def test_a_match_is_what_every_letter_allows(text: str, motif: str) -> None:
    wanted = [
        (at, at + len(motif))
        for at in range(len(text) - len(motif) + 1)
        if all(text[at + n] in AMBIGUITIES[one] for n, one in enumerate(motif))
    ]
    assert found(direct(read_motif(motif, amino=False)), text) == wanted


@settings(max_examples=200)
@given(st.text("acgtnry", max_size=40), st.text("MKLSX*RB", min_size=1, max_size=3))
def test_translations_are_searched_without_being_made(text: str, motif: str) -> None:
    elements = read_motif(motif, amino=True)

    def slowly(letters: str) -> set[tuple[int, int]]:
        hits = set()
        for frame in range(3):
            codons = [letters[n : n + 3] for n in range(frame, len(letters) - 2, 3)]
            protein = "".join(CODONS[codon] for codon in codons)
            for start, end in direct(elements).find(protein):
                hits.add((frame + 3 * start, frame + 3 * end))
        return hits

    assert set(in_codons(elements, CODONS).find(text)) == slowly(text)
    turned = {(len(text) - e, len(text) - s) for s, e in slowly(reverse_complement(text))}
    assert set(in_codons(elements, CODONS, reverse=True).find(text)) == turned
