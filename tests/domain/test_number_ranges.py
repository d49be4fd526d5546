"""Runs of numbers."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from seqeditor.domain.number_ranges import parse_numbers, ranges_of, ranges_text


def test_words_of_ranges() -> None:
    assert ranges_text(ranges_of([7, 3, 1, 2, 9, 10])) == "1-3, 7, 9-10"


@settings(max_examples=200)
@given(st.sets(st.integers(1, 60)))
def test_what_is_written_is_read_again(numbers: set[int]) -> None:
    ranges = parse_numbers(ranges_text(ranges_of(numbers)))
    assert {n for first, last in ranges for n in range(first, (last or 0) + 1)} == numbers
    assert all((one[1] or 0) + 1 < other[0] for one, other in pairwise(ranges))
