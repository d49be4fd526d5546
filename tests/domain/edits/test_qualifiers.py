from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seqeditor.domain.edits.qualifiers import (
    add_qualifier,
    move_qualifier,
    qualifier_at,
    remove_qualifier,
    set_non_english,
    set_qualifier_id,
    set_qualifier_name,
    set_qualifier_value,
)
from seqeditor.domain.sequence import Feature, Qualifier, Sequence

SEQUENCE = Sequence(
    features=(
        Feature("source", "1..9", (Qualifier("mol_type", "other DNA", ref=11),), ref=1),
        Feature(
            "CDS",
            "1..9",
            (
                Qualifier("gene", "abc", ref=21),
                Qualifier("pseudo", ref=22),
                Qualifier("note", "one", "eins", "q1", ref=23),
            ),
            ref=2,
        ),
    )
)

texts = st.none() | st.text(max_size=5)


def _refs(sequence: Sequence) -> list[int]:
    return [one.ref for one in sequence.features[1].qualifiers]


def test_adds_at_the_end_or_before_a_place() -> None:
    new = add_qualifier(SEQUENCE, 1, "product", "")
    assert new.features[1].qualifiers[-1] == Qualifier("product", "")
    assert _refs(new) == [21, 22, 23, 0]

    new = add_qualifier(SEQUENCE, 1, "note", non_english="zwei", at=0)
    assert new.features[1].qualifiers[0] == Qualifier("note", None, "zwei")
    assert _refs(new) == [0, 21, 22, 23]
    assert new.features[0] is SEQUENCE.features[0]


def test_sets_one_thing_and_keeps_the_address() -> None:
    assert qualifier_at(set_qualifier_value(SEQUENCE, 1, 2, "two"), 1, 2) == Qualifier(
        "note", "two", "eins", "q1"
    )
    assert qualifier_at(set_non_english(SEQUENCE, 1, 2, None), 1, 2) == Qualifier(
        "note", "one", None, "q1"
    )
    assert qualifier_at(set_qualifier_id(SEQUENCE, 1, 2, None), 1, 2) == Qualifier(
        "note", "one", "eins"
    )
    assert _refs(set_qualifier_value(SEQUENCE, 1, 2, "two")) == [21, 22, 23]


def test_a_new_name_may_ask_for_a_value_or_forbid_it() -> None:
    assert qualifier_at(set_qualifier_name(SEQUENCE, 1, 1, "map"), 1, 1).value is None
    asked = set_qualifier_name(SEQUENCE, 1, 1, "map", takes_value=True)
    assert qualifier_at(asked, 1, 1) == Qualifier("map", "")
    assert qualifier_at(asked, 1, 1).ref == 22
    back = set_qualifier_name(asked, 1, 1, "pseudo", takes_value=False)
    assert back == SEQUENCE
    written = set_qualifier_name(SEQUENCE, 1, 0, "pseudo", takes_value=False)
    assert qualifier_at(written, 1, 0).value == "abc"


def test_removes_and_moves() -> None:
    assert _refs(remove_qualifier(SEQUENCE, 1, 1)) == [21, 23]
    assert _refs(move_qualifier(SEQUENCE, 1, 0, 2)) == [22, 23, 21]
    assert _refs(move_qualifier(SEQUENCE, 1, 2, 0)) == [23, 21, 22]


@pytest.mark.parametrize(
    "edit",
    [
        lambda: set_qualifier_value(SEQUENCE, 1, 0, "abc"),
        lambda: set_non_english(SEQUENCE, 1, 2, "eins"),
        lambda: set_qualifier_name(SEQUENCE, 1, 1, "pseudo", takes_value=False),
        lambda: set_qualifier_id(SEQUENCE, 1, 2, "q1"),
        lambda: move_qualifier(SEQUENCE, 1, 1, 1),
    ],
)
def test_no_change_gives_the_same_value(edit: Callable[[], Sequence]) -> None:
    assert edit() is SEQUENCE


@pytest.mark.parametrize(
    "edit",
    [
        lambda: set_qualifier_value(SEQUENCE, 2, 0, ""),
        lambda: set_qualifier_value(SEQUENCE, 1, 3, ""),
        lambda: set_qualifier_value(SEQUENCE, 1, -1, ""),
        lambda: remove_qualifier(SEQUENCE, -1, 0),
        lambda: move_qualifier(SEQUENCE, 1, 0, 3),
        lambda: add_qualifier(SEQUENCE, 1, "note", at=5),
        lambda: add_qualifier(SEQUENCE, 9, "note"),
    ],
)
def test_a_place_that_is_not_there(edit: Callable[[], Sequence]) -> None:
    with pytest.raises(LookupError):
        edit()


@given(st.integers(0, 2), texts, texts)
def test_setting_back_gives_the_old_value(place: int, value: str | None, other: str | None) -> None:
    old = qualifier_at(SEQUENCE, 1, place)
    new = set_non_english(set_qualifier_value(SEQUENCE, 1, place, value), 1, place, other)

    assert qualifier_at(new, 1, place).value == value
    assert qualifier_at(new, 1, place).non_english == other
    back = set_non_english(set_qualifier_value(new, 1, place, old.value), 1, place, old.non_english)
    assert back == SEQUENCE


@given(st.integers(0, 2), st.integers(0, 2))
def test_moving_there_and_back(one: int, to: int) -> None:
    assert _refs(move_qualifier(move_qualifier(SEQUENCE, 1, one, to), 1, to, one)) == [21, 22, 23]
