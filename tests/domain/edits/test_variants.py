from __future__ import annotations

from dataclasses import replace

import pytest

from seqeditor.domain.edits.sequence import new_sequence
from seqeditor.domain.edits.variants import enumeration, variant_sequence, with_variants
from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from seqeditor.domain.variants import Variant, edit_of, read_variants
from seqeditor.vocabulary.residues import one_letter_codes

PROTEIN = new_sequence("AA", "MKVLAERT", organism="Homo sapiens", mol_type="protein")
DNA = new_sequence("DNA", "acgtacgtac", organism="Homo sapiens", mol_type="genomic DNA")


def read(text: str, sequence: Sequence) -> tuple[Variant, ...]:
    return read_variants(text, sequence.moltype, one_letter_codes()).variants


def added(sequence: Sequence, text: str, key: str) -> list[tuple[str, str, str]]:
    new = with_variants(sequence, read(text, sequence), key)
    features = new.features[len(sequence.features) :]
    assert {feature.key for feature in features} <= {key}
    return [(f.location, q.name, q.value or "") for f in features for q in f.qualifiers]


@pytest.mark.parametrize(
    ("text", "location", "note"),
    [
        ("E6K", "6", "K"),
        ("E6K/Q", "6", "K or Q"),
        ("E6K, E6Q, E6W", "6", "K, Q or W"),
        ("del2-4", "2..4", "deleted"),
        ("E6del", "6", "deleted"),
        ("ins4EPE", "4..5", "EPE inserted between residues 4 and 5"),
        ("ins8EPE", "8", "EPE inserted after residue 8"),
        ("K2_V3delinsAAA", "2..3", "replaced by AAA"),
        ("K2_V3dup", "3..4", "KV inserted between residues 3 and 4"),
    ],
)
def test_amino_acids_say_it_in_a_note(text: str, location: str, note: str) -> None:
    assert added(PROTEIN, text, "VARIANT") == [(location, "note", note)]


@pytest.mark.parametrize(
    ("text", "location", "name", "value"),
    [
        ("1A>T", "1", "replace", "t"),
        ("1A>T/C", "1", "note", "t or c"),
        ("2_4del", "2..4", "replace", ""),
        ("4_5insGG", "4^5", "replace", "gg"),
        ("10_11insGG", "10", "replace", "cgg"),
        ("2_3delinsTTT", "2..3", "replace", "ttt"),
        ("2_3dup", "3^4", "replace", "cg"),
    ],
)
def test_nucleotides_say_it_by_replace(text: str, location: str, name: str, value: str) -> None:
    assert added(DNA, text, "variation") == [(location, name, value)]


def test_what_is_there_is_not_repeated() -> None:
    once = with_variants(PROTEIN, read("E6K", PROTEIN), "VARIANT")
    assert with_variants(once, read("E6K", PROTEIN), "VARIANT") is once
    assert len(with_variants(once, read("E6K, K2R", PROTEIN), "VARIANT").features) == 3


def test_a_variant_becomes_a_sequence() -> None:
    cds = Feature("CDS", "1..9", (Qualifier("translation", "TYV"), Qualifier("note", "n", id="q1")))
    gene = replace(DNA, features=(*DNA.features, replace(cds, ref=7)), note="private")
    edits = [edit_of(one, "acgtacgtac") for one in read("2_4del, 1A>T", DNA)]
    bare = variant_sequence(gene, edits, "v", features=False)
    assert (bare.residues.text(), bare.name, bare.note) == ("tacgtac", "v", "")
    assert [(f.key, f.location) for f in bare.features] == [("source", "1..7")]
    full = variant_sequence(gene, edits, "v", features=True)
    assert full.features[1] == Feature("CDS", "1..6", (Qualifier("note", "n"),))
    assert full.features[1].ref == 0


def test_alternatives_are_listed_as_the_standard_does() -> None:
    assert [enumeration(one) for one in ("I", "IA", "IAF")] == ["I", "I or A", "I, A or F"]
