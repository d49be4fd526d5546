from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seqeditor.domain.criteria import ANY, Criteria, from_record
from seqeditor.domain.number_ranges import NumbersError, in_ranges, parse_numbers


@pytest.mark.parametrize(
    ("text", "ranges"),
    [
        ("", ()),
        ("1-20, 35", ((1, 20), (35, 35))),
        ("35,1 - 20", ((1, 20), (35, 35))),
        ("20-1", ((1, 20),)),
        ("1-5,6-9", ((1, 9),)),
        ("40-", ((40, None),)),
        ("-3; 7", ((1, 3), (7, 7))),
        ("5-, 9-12", ((5, None),)),
        ("1..4", ((1, 4),)),
    ],
)
def test_numbers_are_read_as_people_write_them(
    text: str, ranges: tuple[tuple[int, int | None], ...]
) -> None:
    assert parse_numbers(text) == ranges


@pytest.mark.parametrize("text", ["x", "1-2-3", "1,b", "-", "1.5", "²"])
def test_what_names_no_number_is_told(text: str) -> None:
    with pytest.raises(NumbersError):
        parse_numbers(text)


@settings(max_examples=100)
@given(st.lists(st.tuples(st.integers(1, 60), st.integers(1, 60)), max_size=6))
def test_merged_ranges_hold_the_same_numbers(parts: list[tuple[int, int]]) -> None:
    ranges = parse_numbers(", ".join(f"{a}-{b}" for a, b in parts))
    wanted = {n for a, b in parts for n in range(min(a, b), max(a, b) + 1)}
    assert {n for n in range(1, 70) if in_ranges(n, ranges)} == wanted


def test_a_record_comes_back_and_nonsense_in_it_is_left_out() -> None:
    wanted = Criteria(numbers="1-3", moltypes=("DNA", "AA"), longest=30, findings=ANY)
    assert from_record(json.loads(json.dumps(wanted.to_record()))) == wanted
    assert from_record({"longest": "x", "findings": "?", "moltypes": ["ZZ"], "new": 1}) == (
        Criteria()
    )
    assert from_record(None).is_empty
