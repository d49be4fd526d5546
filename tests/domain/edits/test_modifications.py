from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seqeditor.domain.edits.modifications import Modification, annotation, modified
from seqeditor.domain.sequence import Feature, Qualifier
from tests.listings import dna, protein


def test_residues_are_exchanged_and_features_added_at_the_end() -> None:
    change = Modification((annotation("SITE", "2", note="Aib"),), ((2, "X"), (4, "X")))
    new = modified(protein("MKVLA"), change)
    assert new.residues.text() == "MXVXA"
    assert [f.key for f in new.features] == ["source", "SITE"]
    assert new.features[1].qualifiers == (Qualifier("note", "Aib"),)


def test_what_is_there_is_not_added_again() -> None:
    change = Modification((annotation("SITE", "2", note="Aib"),) * 2)
    once = modified(protein(), change)
    assert len(once.features) == 2
    assert modified(once, change) is once


def test_an_empty_value_is_left_out() -> None:
    assert annotation("modified_base", "3", mod_base="m5c", note="").qualifiers == (
        Qualifier("mod_base", "m5c"),
    )


@pytest.mark.parametrize("residues", [((0, "x"),), ((16, "n"),), ((2, "nn"),)])
def test_a_position_outside_is_refused(residues: tuple[tuple[int, str], ...]) -> None:
    with pytest.raises(ValueError):
        modified(dna(), Modification((), residues))


OLD = Feature(
    "modified_base",
    "3",
    (
        Qualifier("mod_base", "OTHER", id="q4", ref=5),
        Qualifier("note", "xanthine", "Xanthin", id="q5", ref=6),
        Qualifier("note", "seen in one clone", ref=7),
    ),
    ref=9,
)


def test_a_changed_feature_keeps_its_address_and_what_is_not_asked_for() -> None:
    one = replace(dna(), features=(*dna().features, OLD))
    new = modified(one, Modification((annotation("modified_base", "4", mod_base="m5c"),)), 9)
    (changed,) = new.features[1:]
    assert (changed.ref, changed.location) == (9, "4")
    assert changed.qualifiers == (
        Qualifier("mod_base", "m5c", id="q4"),
        Qualifier("note", "seen in one clone"),
    )


def test_a_reworded_note_loses_its_translation_an_equal_one_keeps_it() -> None:
    one = replace(dna(), features=(*dna().features, OLD))
    for note, translated in (("inosine-like", None), ("xanthine", "Xanthin")):
        made = annotation("modified_base", "3", mod_base="OTHER", note=note)
        (changed,) = modified(one, Modification((made,)), 9).features[1:]
        assert (changed.qualifiers[1].value, changed.qualifiers[1].non_english) == (
            note,
            translated,
        )
        assert changed.qualifiers[1].ref == 6


def test_a_note_beside_a_code_of_the_table_stays() -> None:
    old = Feature(
        "modified_base", "3", (Qualifier("mod_base", "m5c"), Qualifier("note", "by TET")), ref=9
    )
    one = replace(dna(), features=(*dna().features, old))
    made = annotation("modified_base", "3", mod_base="OTHER", note="xanthine")
    (changed,) = modified(one, Modification((made,)), 9).features[1:]
    assert [q.value for q in changed.qualifiers] == ["OTHER", "by TET", "xanthine"]


def test_one_feature_becomes_several_at_its_place() -> None:
    one = replace(dna(), features=(*dna().features, OLD, Feature("gene", "1..15")))
    made = tuple(annotation("modified_base", str(at), mod_base="m5c") for at in (2, 6))
    new = modified(one, Modification(made), 9)
    assert [f.location for f in new.features] == ["1..15", "2", "6", "1..15"]


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(st.integers(1, 15), st.sampled_from("acgtn"), max_size=6))
def test_only_the_letters_asked_for_change(wanted: dict[int, str]) -> None:
    old = dna().residues.text()
    new = modified(dna(), Modification((), tuple(wanted.items()))).residues.text()
    assert new == "".join(wanted.get(at, one) for at, one in enumerate(old, 1))
