from __future__ import annotations

from dataclasses import replace

import pytest

from seqeditor.domain.edits.residues import replace_residues
from seqeditor.domain.edits.sequence import (
    new_sequence,
    set_colour,
    set_division,
    set_moltype,
    set_name,
    set_note,
    set_other_seqids,
    set_skipped,
    set_source_value,
    unskip,
)
from seqeditor.domain.sequence import Feature, Qualifier, Sequence, skipped_sequence

SEQUENCE = replace(
    new_sequence("DNA", "acgtacgtac", organism="Mus musculus", mol_type="genomic DNA"),
    name="mine",
    note="mine too",
    colour="red",
    written_length="10",
    other_seqids=("pat|WO|1|A1|1",),
)


def test_a_new_sequence_has_its_source() -> None:
    assert SEQUENCE.features == (
        Feature(
            "source",
            "1..10",
            (Qualifier("mol_type", "genomic DNA"), Qualifier("organism", "Mus musculus")),
        ),
    )
    assert (SEQUENCE.division, SEQUENCE.organism) == ("PAT", "Mus musculus")


def test_a_new_sequence_without_residues_gets_its_location_with_them() -> None:
    empty = new_sequence("AA")
    assert empty.features[0].location == ""
    assert replace_residues(empty, 1, 0, "MKVL").features[0].location == "1..4"


def test_molecule_type_and_with_it_mol_type() -> None:
    assert set_moltype(SEQUENCE, "RNA").moltype == "RNA"
    new = set_moltype(SEQUENCE, "RNA", mol_type="genomic RNA")
    assert new.features[0].value("mol_type") == "genomic RNA"
    assert set_moltype(SEQUENCE, "DNA", mol_type="genomic DNA") is SEQUENCE


def test_source_values_are_set_or_added() -> None:
    without = replace(SEQUENCE, features=(Feature("gene", "1"), Feature("source", "1..10", ref=4)))
    new = set_source_value(without, "organism", "Homo sapiens")
    assert new.organism == "Homo sapiens"
    assert new.features[1].ref == 4
    assert set_source_value(Sequence(), "organism", "x") == Sequence()


def test_skipping_and_taking_it_back() -> None:
    skipped = set_skipped(SEQUENCE)
    assert skipped.is_skipped
    assert replace(skipped, name="", note="", colour="") == skipped_sequence()
    assert (skipped.name, skipped.note, skipped.colour) == ("mine", "mine too", "red")
    assert set_skipped(skipped) is skipped

    back = unskip(skipped, "RNA", organism="x", mol_type="other RNA")
    assert (back.length, back.moltype, back.organism, back.name) == (0, "RNA", "x", "mine")
    assert unskip(SEQUENCE) is SEQUENCE


@pytest.mark.parametrize("edit", [set_name, set_note, set_colour])
def test_what_is_the_author_s_own(edit: object) -> None:
    assert callable(edit)
    field = edit.__name__.removeprefix("set_")  # type: ignore[attr-defined]
    assert getattr(edit(SEQUENCE, "new"), field) == "new"
    assert edit(SEQUENCE, getattr(SEQUENCE, field)) is SEQUENCE


def test_division_and_identifiers() -> None:
    assert set_division(SEQUENCE) is SEQUENCE
    assert set_division(SEQUENCE, "").division == ""
    assert set_other_seqids(SEQUENCE, None).other_seqids is None
    assert set_other_seqids(SEQUENCE, ["pat|WO|1|A1|1"]) is SEQUENCE
