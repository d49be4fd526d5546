from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seqeditor.domain.edits.features import (
    add_feature,
    duplicate_feature,
    move_feature,
    remove_feature,
    set_key,
    set_location,
)
from seqeditor.domain.sequence import Feature, Qualifier, Sequence

SEQUENCE = Sequence(
    features=(
        Feature("source", "1..9", (Qualifier("mol_type", "other DNA", ref=11),), ref=1),
        Feature("regulatory", "1..4", (Qualifier("regulatory_class", "", ref=21),), ref=2),
        Feature("CDS", "1..9", (Qualifier("note", "a", "b", "q1", ref=31),), ref=3),
    )
)


def _refs(sequence: Sequence) -> list[int]:
    return [one.ref for one in sequence.features]


def test_a_new_feature_brings_what_it_cannot_do_without() -> None:
    given_one = Qualifier("note", "x")
    new = add_feature(
        SEQUENCE, "modified_base", "5", (given_one,), mandatory=("mod_base", "note"), at=1
    )

    assert new.features[1] == Feature("modified_base", "5", (given_one, Qualifier("mod_base", "")))
    assert _refs(new) == [1, 0, 2, 3]
    assert add_feature(SEQUENCE, "gene", "1").features[-1] == Feature("gene", "1")


def test_another_key_adds_what_is_mandatory_and_drops_what_nobody_filled_in() -> None:
    new = set_key(SEQUENCE, 1, "ncRNA", mandatory=["ncRNA_class"], superfluous=["regulatory_class"])
    assert new.features[1] == Feature("ncRNA", "1..4", (Qualifier("ncRNA_class", ""),))
    assert new.features[1].ref == 2

    new = set_key(SEQUENCE, 2, "operon", mandatory=["operon"], superfluous=["note"])
    assert [one.name for one in new.features[2].qualifiers] == ["note", "operon"]

    assert set_key(SEQUENCE, 1, "regulatory", mandatory=["regulatory_class"]) is SEQUENCE


def test_location_is_set_right_or_wrong() -> None:
    new = set_location(SEQUENCE, 2, "what?")
    assert new.features[2].location == "what?"
    assert new.features[2].ref == 3
    assert set_location(SEQUENCE, 2, "1..9") is SEQUENCE


def test_removes_moves_and_copies() -> None:
    assert _refs(remove_feature(SEQUENCE, 1)) == [1, 3]
    assert _refs(move_feature(SEQUENCE, 2, 0)) == [3, 1, 2]
    assert move_feature(SEQUENCE, 1, 1) is SEQUENCE
    copied = duplicate_feature(SEQUENCE, 2)
    assert _refs(copied) == [1, 2, 3, 0]
    assert copied.features[3] == Feature("CDS", "1..9", (Qualifier("note", "a", "b"),))
    assert copied.features[3].qualifiers[0].ref == 0


@pytest.mark.parametrize("index", [-1, 3])
def test_a_place_that_is_not_there(index: int) -> None:
    for edit in (remove_feature, duplicate_feature):
        with pytest.raises(LookupError):
            edit(SEQUENCE, index)
    with pytest.raises(LookupError):
        set_key(SEQUENCE, index, "gene")
    with pytest.raises(LookupError):
        set_location(SEQUENCE, index, "1")
    with pytest.raises(LookupError):
        move_feature(SEQUENCE, 0, index)


@given(st.integers(0, 3), st.text(max_size=4), st.text(max_size=4))
def test_adding_and_removing_leaves_nothing_behind(place: int, key: str, location: str) -> None:
    assert remove_feature(add_feature(SEQUENCE, key, location, at=place), place) == SEQUENCE
