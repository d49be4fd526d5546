from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seqeditor.domain.edits.hybrid import (
    DNA,
    RNA,
    UnreadableLetterError,
    Writing,
    both,
    described_as_hybrid,
    parts_of,
    read_letters,
    read_stretches,
    shown,
    ways_of,
    without,
)
from seqeditor.domain.edits.sequence import new_sequence

_WRITE = {
    Writing.PREFIXES: lambda letter, kind: ("d" if kind == DNA else "r") + letter.upper(),
    Writing.ONLY_R: lambda letter, kind: ("" if kind == DNA else "r") + letter.upper(),
    Writing.ONLY_D: lambda letter, kind: ("d" if kind == DNA else "") + letter.upper(),
    Writing.LOWER_RNA: lambda letter, kind: letter.upper() if kind == DNA else letter,
    Writing.LOWER_DNA: lambda letter, kind: letter if kind == DNA else letter.upper(),
}


@given(
    st.lists(st.tuples(st.sampled_from("acgtrdn"), st.sampled_from((DNA, RNA)))),
    st.sampled_from(Writing),
)
@settings(max_examples=200, deadline=None)
def test_what_is_written_is_read(molecule: list[tuple[str, str]], writing: Writing) -> None:
    text = " ".join(_WRITE[writing](letter, kind) for letter, kind in molecule)
    read = read_letters(f"5'-{text}-3'", writing)
    assert read.letters == "".join(letter for letter, _ in molecule)
    assert list(read.kinds) == [kind for _, kind in molecule]
    places = [n for kind in (DNA, RNA) for a, b in read.stretches(kind) for n in range(a, b + 1)]
    assert sorted(places) == list(range(1, len(molecule) + 1))


def test_u_in_dna_and_t_in_rna_are_told() -> None:
    read = read_letters("dA dU rU rT", Writing.PREFIXES)
    assert (read.letters, read.other) == ("attt", (2, 4))


@pytest.mark.parametrize(
    ("text", "writing", "offset"),
    [("rA!", Writing.PREFIXES, 2), ("rAT", Writing.PREFIXES, 2), ("AEt", Writing.LOWER_RNA, 1)],
)
def test_a_letter_that_does_not_fit_is_told(text: str, writing: Writing, offset: int) -> None:
    with pytest.raises(UnreadableLetterError) as caught:
        read_letters(text, writing)
    assert caught.value.offset == offset


def test_ways_that_tell_two_kinds_apart_come_first() -> None:
    assert ways_of("rArUdTdT")[0] is Writing.PREFIXES
    assert ways_of("rArUTT")[0] is Writing.ONLY_R
    assert ways_of("AUdTdT")[0] is Writing.ONLY_D
    assert ways_of("auTT") == (Writing.LOWER_RNA, Writing.LOWER_DNA)
    assert ways_of("!") == ()


@given(st.sets(st.integers(1, 30)), st.sets(st.integers(1, 30)))
@settings(max_examples=100, deadline=None)
def test_stretches_are_sets_of_residues(one: set[int], other: set[int]) -> None:
    first, second = ([(n, n) for n in sorted(part)] for part in (one, other))

    def residues(stretches: tuple[tuple[int, int], ...]) -> set[int]:
        return {n for a, b in stretches for n in range(a, b + 1)}

    assert residues(without(first, second)) == one - other
    assert residues(both(first, second)) == one & other
    assert residues(read_stretches(shown(without(first, ())), 30)) == one


@pytest.mark.parametrize("text", ["x", "0", "5..3", "31", "1..", "-2"])
def test_positions_that_are_none_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        read_stretches(f"1..2, {text}", 30)


def test_an_rna_becomes_a_hybrid() -> None:
    rna = new_sequence("RNA", "acguacguacgu", organism="Homo sapiens", mol_type="genomic RNA")
    new = described_as_hybrid(rna, [(11, 12)], [(1, 10)], other=[12])
    assert (new.moltype, new.residues.text(), new.organism) == (
        "DNA",
        "acgtacgtacgt",
        "synthetic construct",
    )
    assert new.source is not None
    assert new.source.value("mol_type") == "other DNA"
    said = [(f.key, f.location, [q.value for q in f.qualifiers]) for f in new.features[1:]]
    assert said == [
        ("misc_feature", "1..10", ["RNA"]),
        ("misc_feature", "11..12", ["DNA"]),
        ("modified_base", "12", ["OTHER", "uracil"]),
    ]
    assert parts_of(new) == {DNA: ((11, 12),), RNA: ((1, 10),)}
    again = described_as_hybrid(new, [(1, 2)], [(3, 12)])
    assert [f.location for f in again.features if f.key == "misc_feature"] == ["1..2", "3..12"]


def test_letters_become_the_residues() -> None:
    one = new_sequence("DNA", "acgt", organism="x", mol_type="genomic DNA")
    new = described_as_hybrid(one, [(1, 3)], [(4, 6)], letters="ccctta")
    assert (new.residues.text(), new.features[0].location) == ("ccctta", "1..6")


@pytest.mark.parametrize(("dna", "rna"), [([(1, 2)], [(2, 4)]), ([(1, 2)], [(4, 4)])])
def test_every_residue_is_of_one_kind(
    dna: list[tuple[int, int]], rna: list[tuple[int, int]]
) -> None:
    with pytest.raises(ValueError, match=r".+"):
        described_as_hybrid(new_sequence("DNA", "acgt"), dna, rna)
