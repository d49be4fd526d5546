from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from seqeditor.domain.location import (
    Between,
    Complement,
    Join,
    Location,
    Point,
    Range,
    faults,
    parse,
)
from seqeditor.domain.location_remap import remap

LENGTH = 20


def _range(ends: tuple[int, int], before: bool, after: bool) -> Range:
    return Range(min(ends), max(ends), before, after)


positions = st.integers(1, LENGTH)
simple = st.builds(Point, positions, st.sampled_from(["", "<", ">"])) | st.builds(
    _range, st.tuples(positions, positions), st.booleans(), st.booleans()
)
sites = st.integers(1, LENGTH).map(lambda x: Between(x, x % LENGTH + 1))
members = simple | simple.map(Complement)
locations = (
    members | sites | st.lists(members, min_size=2, max_size=4).map(lambda all_: Join(tuple(all_)))
)


def _after(text: str, start: int, removed: int, inserted: int, *, linked: bool = False) -> str:
    new_length = LENGTH - removed + inserted
    new = remap(parse(text, "DNA"), start, removed, inserted, new_length, linked=linked)
    return str(new) if new else ""


@pytest.mark.parametrize(
    ("text", "start", "removed", "inserted", "expected"),
    [
        ("5..10", 7, 0, 3, "5..13"),
        ("5..10", 5, 0, 3, "8..13"),
        ("5..10", 11, 0, 3, "5..10"),
        ("<5..10", 1, 0, 3, "<8..13"),
        ("1..20", 21, 0, 3, "1..23"),
        ("<1..>20", 1, 0, 3, "<1..>23"),
        ("complement(1..20)", 1, 0, 3, "complement(1..23)"),
        ("2..20", 21, 0, 3, "2..20"),
        ("5..10", 6, 2, 0, "5..8"),
        ("5..10", 3, 4, 0, "3..6"),
        ("5..10", 8, 5, 0, "5..7"),
        ("5..10", 6, 5, 0, "5"),
        ("<5..10", 6, 9, 0, "<5"),
        ("<5..>10", 6, 9, 0, "<5..>5"),
        ("5..10", 5, 6, 0, ""),
        ("5..10", 4, 9, 0, ""),
        ("5..10", 6, 3, 3, "5..10"),
        ("5..10", 5, 6, 6, "5..10"),
        ("5..10", 5, 6, 9, "5..13"),
        ("5..10", 5, 6, 2, "5..6"),
        ("5..10", 5, 3, 1, "5..8"),
        ("5..10", 3, 4, 1, "4..7"),
        ("7", 7, 1, 1, "7"),
        ("7", 7, 1, 0, ""),
        ("7", 6, 2, 1, ""),
        ("7", 7, 0, 2, "9"),
        (">20", 20, 0, 1, ">21"),
        ("7^8", 8, 0, 2, "7^8"),
        ("7^8", 7, 0, 2, "9^10"),
        ("7^8", 7, 2, 0, ""),
        ("7^8", 8, 1, 0, "7^8"),
        ("7^8", 7, 1, 0, "6^7"),
        ("7^8", 7, 2, 2, "7^8"),
        ("7^8", 1, 7, 0, ""),
        ("7^8", 8, 13, 0, ""),
        ("20^1", 5, 2, 0, "18^1"),
        ("20^1", 21, 0, 2, "22^1"),
        ("join(1..5,8..9)", 7, 6, 0, "1..5"),
        ("join(1..5,8..9)", 1, 12, 0, ""),
        ("join(1..5,8..9,12..15)", 8, 2, 0, "join(1..5,10..13)"),
        ("complement(join(1..5,8..9))", 1, 5, 0, "complement(3..4)"),
        ("10..5", 1, 0, 2, "12..7"),
        ("5^9", 1, 0, 2, "7^11"),
        ("1..20", 1, 20, 0, ""),
        ("1..20", 2, 19, 0, "1"),
    ],
)
def test_rules(text: str, start: int, removed: int, inserted: int, expected: str) -> None:
    assert _after(text, start, removed, inserted) == expected


def test_linked_residues_are_two_and_not_a_stretch() -> None:
    assert _after("5..10", 7, 0, 3, linked=True) == "5..13"
    assert _after("5..10", 9, 2, 0, linked=True) == ""
    assert _after("1..20", 21, 0, 3, linked=True) == "1..20"


@given(locations, st.integers(1, LENGTH + 1), st.data(), st.integers(0, 8))
@settings(max_examples=200)
def test_what_is_left_lies_within_the_sequence(
    location: Location, start: int, data: st.DataObject, inserted: int
) -> None:
    removed = data.draw(st.integers(0, LENGTH + 1 - start))
    new_length = LENGTH - removed + inserted
    assume(new_length)

    new = remap(location, start, removed, inserted, new_length)

    assert new is None or faults(new, "DNA", new_length) == ()


@given(locations, st.integers(1, LENGTH + 1), st.integers(0, 8))
@settings(max_examples=200)
def test_taking_out_what_was_put_in_brings_the_location_back(
    location: Location, start: int, count: int
) -> None:
    grown = remap(location, start, 0, count, LENGTH + count)
    assert grown is not None

    assert remap(grown, start, count, 0, LENGTH) == location


@given(locations, st.integers(1, LENGTH), st.data())
@settings(max_examples=200)
def test_replacing_letter_for_letter_moves_nothing(
    location: Location, start: int, data: st.DataObject
) -> None:
    count = data.draw(st.integers(0, LENGTH + 1 - start))

    assert remap(location, start, count, count, LENGTH) == location
