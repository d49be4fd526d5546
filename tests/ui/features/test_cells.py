from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seqeditor.domain.path import Path
from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from seqeditor.ui.features import cells
from seqeditor.ui.features.cells import (
    NAME,
    NON_ENGLISH,
    VALUE,
    Cell,
    awaits_value,
    cell_kind,
    cell_of_path,
    key_choices,
    longest_text,
    path_of_cell,
    qualifier_choices,
    value_choices,
)
from seqeditor.ui.features.chooser import found

DNA = Sequence()


@given(
    st.integers(0, 99),
    st.none() | st.integers(0, 99),
    st.sampled_from([NAME, VALUE, NON_ENGLISH]),
)
def test_each_cell_has_its_path_and_the_path_its_cell(
    feature: int, qualifier: int | None, column: int
):
    if qualifier is None:
        column = min(column, VALUE)
    path = path_of_cell(feature, qualifier, column)
    assert cell_of_path(path) == (feature, qualifier, column)


@pytest.mark.parametrize(
    ("path", "cell"),
    [
        (("features", 2), (2, None, NAME)),
        (("features", 2, "qualifiers"), (2, None, NAME)),
        (("features", 2, "qualifiers", 1), (2, 1, NAME)),
        (("features", 2, "qualifiers", 1, "id"), (2, 1, NAME)),
        (("features",), None),
        (("residues",), None),
        ((), None),
    ],
)
def test_places_without_a_cell_of_their_own(path: Path, cell: tuple[int, int | None, int] | None):
    assert cell_of_path(path) == cell


@pytest.mark.parametrize(
    ("one", "column", "kind"),
    [
        (None, NAME, Cell.KEY),
        (None, VALUE, Cell.LOCATION),
        (None, NON_ENGLISH, Cell.NOTHING),
        (Qualifier("note", "x"), NAME, Cell.QUALIFIER_NAME),
        (Qualifier("note", "x"), VALUE, Cell.TEXT),
        (Qualifier("note", "x"), NON_ENGLISH, Cell.NON_ENGLISH),
        (Qualifier("mol_type", "genomic DNA"), VALUE, Cell.CHOICE),
        (Qualifier("mol_type", "genomic DNA"), NON_ENGLISH, Cell.NOTHING),
        (Qualifier("mol_type", "genomic DNA", "x"), NON_ENGLISH, Cell.NON_ENGLISH),
        (Qualifier("pseudo"), VALUE, Cell.NOTHING),
        (Qualifier("pseudo", "x"), VALUE, Cell.TEXT),
        (Qualifier("strange", "x"), VALUE, Cell.TEXT),
    ],
)
def test_the_kind_of_a_cell(one: Qualifier | None, column: int, kind: Cell):
    feature = Feature("CDS", "1", () if one is None else (one,))
    assert cell_kind(DNA, feature, one, column) is kind


def test_only_keys_of_the_molecule_type_are_offered():
    assert "CDS" in {choice.text for choice in key_choices("DNA")}
    assert "CDS" not in {choice.text for choice in key_choices("AA")}
    assert all(choice.meaning for choice in key_choices("AA"))


def test_only_qualifiers_of_the_key_are_offered_the_mandatory_first():
    feature = Feature("modified_base", "3")
    names = [choice.text for choice in qualifier_choices("DNA", feature)]
    assert names[0] == "mod_base"
    assert "note" in names
    assert "gene" in names
    assert "transl_table" not in names


def test_what_stands_once_is_offered_once():
    there = Qualifier("mod_base", "um")
    feature = Feature("modified_base", "3", (there, Qualifier("note", "x")))
    names = [choice.text for choice in qualifier_choices("DNA", feature)]
    assert "mod_base" not in names
    again = [choice.text for choice in qualifier_choices("DNA", feature, there)]
    assert "mod_base" in again
    assert qualifier_choices("DNA", Feature("nonsense", "1")) == ()


def test_values_and_their_length():
    assert "um" in {choice.text for choice in value_choices("DNA", "mod_base")}
    assert all(choice.meaning for choice in value_choices("DNA", "transl_table"))
    assert "genomic DNA" in {choice.text for choice in value_choices("DNA", "mol_type")}
    assert value_choices("DNA", "strange") == ()
    assert longest_text("DNA", "note") == 1000
    assert longest_text("DNA", "strange") == 1000
    assert longest_text("DNA", "translation") is None


def test_an_empty_value_is_awaited_where_there_should_be_one():
    assert awaits_value("DNA", Qualifier("note", ""))
    assert awaits_value("DNA", Qualifier("note"))
    assert not awaits_value("DNA", Qualifier("note", None, "注"))
    assert not awaits_value("DNA", Qualifier("pseudo"))


def test_meanings_are_in_the_language_of_the_window_and_found_in_english_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(cells, "_", lambda text: f"[{text}]")
    key = next(one for one in cells.key_choices("DNA") if one.text == "CDS")
    assert key.meaning == f"[{key.original}]"
    assert cells.meaning_of_key("DNA", "CDS") == key.meaning
    assert [one.text for one, _word in found(cells.key_choices("DNA"), "centromere region")] == [
        "centromere"
    ]
