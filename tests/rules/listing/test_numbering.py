from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from seqeditor.domain.edits.operations import InsertSkipped, Renumber
from seqeditor.rules.engine import Engine
from seqeditor.rules.listing.columns import counted, whole_number
from seqeditor.rules.registry import all_rules
from tests.rules.memory import Entry, MemoryListing, carried_out
from tests.rules.shorthand import header, sequence

ENGINE = Engine(today=date(2026, 1, 1))
ONE = sequence({})
NUMBERS = st.lists(
    st.integers(0, 12).map(str) | st.sampled_from(["", "x", "01", "-1", "9" * 30]), max_size=10
)


def listing(numbers: list[str]) -> MemoryListing:
    return MemoryListing(header({}), tuple(Entry(i, n, ONE) for i, n in enumerate(numbers, 1)))


def faults(whole: MemoryListing) -> list[str]:
    return [one.rule for one in ENGINE.listing(whole) if one.rule.startswith("num-")]


@settings(max_examples=200)
@given(NUMBERS)
def test_only_one_two_three_is_without_fault(numbers: list[str]) -> None:
    right = [str(place) for place in range(1, len(numbers) + 1)]
    assert bool(faults(listing(numbers))) == (numbers != right)


@settings(max_examples=200)
@given(NUMBERS)
def test_each_odd_number_is_told_once(numbers: list[str]) -> None:
    odd = [number for number in numbers if not whole_number(number)]
    assert faults(listing(numbers)).count("num-id-not-integer") == len(odd)


@settings(max_examples=100)
@given(NUMBERS)
def test_numbering_by_place_puts_everything_right(numbers: list[str]) -> None:
    assert faults(carried_out(listing(numbers), (Renumber(),))) == []


@settings(max_examples=100)
@given(st.sets(st.integers(2, 40), max_size=8))
def test_filling_the_gaps_keeps_every_number(numbers: set[int]) -> None:
    written = ["1", *map(str, sorted(numbers))]
    whole = listing(written)
    found = [one for one in ENGINE.listing(whole) if one.rule == "num-gap"]
    repair = all_rules()["num-gap"].repair
    assert repair is not None
    if found:
        operations = repair.apply(whole, found[0])
        assert all(isinstance(one, InsertSkipped) for one in operations)
        whole = carried_out(whole, operations)
    assert faults(whole) == []
    assert [e.number for e in whole.entries if not e.sequence.is_skipped] == written


def test_numbers_in_order_are_regular() -> None:
    numbers = [str(place) for place in range(1, 2001)]
    known = counted(listing(numbers))
    assert known.regular
    assert known.real == 2000
