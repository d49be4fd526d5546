"""Ranges of numbers as typed."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seqeditor.domain.number_ranges import RangeError, parse_ranges, ranges_of, ranges_text


@pytest.mark.parametrize(
    ("text", "ranges"),
    [
        ("", ()),
        ("  ", ()),
        ("7", ((7, 7),)),
        ("1-20, 35", ((1, 20), (35, 35))),
        ("35;1 - 20", ((1, 20), (35, 35))),
        ("1\N{EN DASH}3 4", ((1, 4),)),
        ("3, 2, 2, 9..10", ((2, 3), (9, 10))),
        ("90-", ((90, 100),)),
    ],
)
def test_reads_what_is_typed(text: str, ranges: tuple[tuple[int, int], ...]) -> None:
    assert parse_ranges(text, 100) == ranges


@pytest.mark.parametrize("text", ["a", "1-20x", "-5", "1,,b", "1--3", "1.5"])
def test_refuses_what_is_no_range(text: str) -> None:
    with pytest.raises(RangeError) as refused:
        parse_ranges(text, 100)
    assert not refused.value.is_outside


@pytest.mark.parametrize("text", ["0", "101", "5-3", "90-101", "101-"])
def test_refuses_numbers_that_are_not_there(text: str) -> None:
    with pytest.raises(RangeError) as refused:
        parse_ranges(f"1, {text}", 100)
    assert refused.value.is_outside
    assert refused.value.piece == text


@settings(max_examples=200)
@given(st.sets(st.integers(1, 60)))
def test_what_is_written_is_read_again(numbers: set[int]) -> None:
    ranges = parse_ranges(ranges_text(ranges_of(numbers)), 60)
    assert {n for first, last in ranges for n in range(first, last + 1)} == numbers
    assert all(one[1] + 1 < other[0] for one, other in pairwise(ranges))
