from __future__ import annotations

import re

import pytest

from seqeditor.vocabulary import qualifiers
from seqeditor.vocabulary.qualifiers import ValueKind


def test_there_are_as_many_names_as_the_standard_lists() -> None:
    assert len(qualifiers.qualifiers("DNA")) == 81
    assert {one.name for one in qualifiers.qualifiers("AA")} == {"mol_type", "note", "organism"}


def test_sections_count_up() -> None:
    nucleotide = [one.section for one in qualifiers.qualifiers("DNA")]
    assert nucleotide == [f"6.{n}" for n in range(1, 82)]
    assert [one.section for one in qualifiers.qualifiers("AA")] == ["8.1", "8.2", "8.3"]


def test_lists_have_values_and_other_kinds_have_none() -> None:
    for one in qualifiers.qualifiers("DNA"):
        lists = one.kind in (ValueKind.LIST, ValueKind.LIST_WITH_SUFFIX)
        assert bool(one.values) == (lists or one.name == "transl_table"), one.name
        assert not set(one.values) & set(one.later_values)
        assert one.takes_value == (one.kind is not ValueKind.NONE)
        assert bool(one.example) == one.takes_value


def test_examples_have_the_form_they_show() -> None:
    for one in qualifiers.qualifiers("DNA"):
        for pattern in (one.pattern, one.expected_pattern, one.lenient_pattern):
            assert re.search(pattern, one.example), one.name
        if one.kind is ValueKind.LIST:
            assert one.example in one.values


def test_valueless_names() -> None:
    without = {one.name for one in qualifiers.qualifiers("RNA") if not one.takes_value}
    assert without == {
        "circular_RNA",
        "environmental_sample",
        "germline",
        "macronuclear",
        "proviral",
        "pseudo",
        "rearranged",
        "ribosomal_slippage",
        "trans_splicing",
    }


def test_language_dependent_names() -> None:
    assert sum(one.language_dependent for one in qualifiers.qualifiers("DNA")) == 33
    assert [one.name for one in qualifiers.qualifiers("AA") if one.language_dependent] == [
        "note",
        "organism",
    ]
    uncertain = [
        one.name for one in qualifiers.qualifiers("DNA") if one.language_dependence_uncertain
    ]
    assert uncertain == ["frequency"]


@pytest.mark.parametrize(
    ("moltype", "count"), [("DNA", 3), ("RNA", 8), ("AA", 1), ("", 0), ("x", 0)]
)
def test_mol_types_by_molecule_type(moltype: str, count: int) -> None:
    assert len(qualifiers.mol_types(moltype)) == count


def test_look_up() -> None:
    note = qualifiers.qualifier("AA", "note")
    assert note is not None
    assert (note.multiple, note.longest) == (True, 1000)
    replace = qualifiers.qualifier("DNA", "replace")
    assert replace is not None
    assert replace.may_be_empty
    translation = qualifiers.qualifier("RNA", "translation")
    assert translation is not None
    assert translation.longest is None
    assert qualifiers.qualifier("AA", "gene") is None
    right = qualifiers.name_in_right_case("DNA", "ec_NUMBER")
    assert right is not None
    assert right.name == "EC_number"
    assert qualifiers.name_in_right_case("AA", "gene") is None
    assert qualifiers.former_name("MOL_TYPE") == "mol_type"
    assert qualifiers.former_name("gene") is None
    unknown = qualifiers.qualifier("", "mol_type")
    assert unknown is not None
    assert len(unknown.values) == 11


def test_names_of_the_databases_are_none_of_ours() -> None:
    names = {one.name for one in qualifiers.qualifiers("DNA")}
    assert "db_xref" in qualifiers.insdc_only_qualifiers()
    assert not names & qualifiers.insdc_only_qualifiers()
