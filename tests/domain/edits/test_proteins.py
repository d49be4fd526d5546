from __future__ import annotations

import pytest

from seqeditor.domain.edits.proteins import (
    nucleotides,
    protein,
    with_letters,
    with_organism_of,
    with_value,
)
from seqeditor.domain.edits.sequence import new_sequence
from seqeditor.domain.residues import TextResidues
from seqeditor.domain.sequence import Feature, Qualifier, Sequence

ORGANISM = Qualifier("organism", "Mus musculus", "Hausmaus")
SOURCE = Feature("source", "1..9", (Qualifier("mol_type", "genomic RNA"), ORGANISM))
GENE = Sequence("RNA", TextResidues("atggctaaa"), (SOURCE, Feature("CDS", "1..9")))


def test_a_value_is_added_or_replaced() -> None:
    once = with_value(GENE, 1, "protein_id", "2")
    assert once.features[1].qualifiers == (Qualifier("protein_id", "2"),)
    assert with_value(once, 1, "protein_id", "3").features[1].value("protein_id") == "3"
    twice = Feature("CDS", "1..9", (Qualifier("note", "a", "b", "q1"), Qualifier("note", "c")))
    changed = with_value(Sequence(features=(twice,)), 0, "note", "x").features[0]
    assert changed.qualifiers == (Qualifier("note", "x", "b", "q1"), Qualifier("note", "c"))


def test_a_protein_of_the_same_organism() -> None:
    made = protein("MAK", GENE)
    assert (made.moltype, made.residues.text(), made.division) == ("AA", "MAK", "PAT")
    (source,) = made.features
    assert (source.key, source.location) == ("source", "1..3")
    assert source.value("mol_type") == "protein"
    names = {q.name: q for q in source.qualifiers}
    assert (names["organism"].value, names["organism"].non_english) == ("Mus musculus", "Hausmaus")


def test_nucleotides_of_the_same_source() -> None:
    made = nucleotides("acgtacgtac", GENE)
    assert (made.moltype, made.organism) == ("RNA", "Mus musculus")
    assert made.source is not None
    assert made.source.value("mol_type") == "genomic RNA"


def test_without_a_source_there_is_no_organism_to_take() -> None:
    bare = Sequence("DNA", TextResidues("acgt"))
    assert with_organism_of(GENE, bare) == GENE
    assert with_organism_of(bare, GENE) == bare
    assert protein("MAKV", bare).organism == ""
    assert nucleotides("acgtacgtac", bare).organism == ""


@pytest.mark.parametrize(
    ("letters", "site"),
    [
        ("MAKVLL", "4"),
        ("MMAKVLL", "5"),
        ("MAKVLLQ", "4"),
        ("MAVLL", "3"),
        ("WWWWWW", "4"),
        ("MAKKVLL", "5"),
    ],
)
def test_features_stay_with_their_residues(letters: str, site: str) -> None:
    made = new_sequence("AA", "MAKVLL", mol_type="protein")
    site_feature = Feature("SITE", "4", (Qualifier("note", "V"),))
    made = Sequence("AA", made.residues, (*made.features, site_feature))
    changed = with_letters(made, letters)
    assert changed.residues.text() == letters
    assert [f.location for f in changed.features] == [f"1..{len(letters)}", site]


def test_the_same_letters_change_nothing() -> None:
    assert with_letters(GENE, "atggctaaa") is GENE
