from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from seqeditor.domain.location import (
    Between,
    Combination,
    Complement,
    Join,
    Location,
    Order,
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
    members
    | sites
    | st.builds(
        lambda kind, all_: kind(tuple(all_)),
        st.sampled_from([Join, Order]),
        st.lists(members, min_size=2, max_size=4),
    )
)
locations = locations | locations.map(Complement)


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
        ("1..20", 21, 0, 3, "1..20"),
        ("<1..>20", 1, 0, 3, "<4..>23"),
        ("complement(1..20)", 1, 0, 3, "complement(4..23)"),
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


# An oracle that knows nothing of positions: every residue is a thing of its own, the edit moves the
# things, and a location covers the things it covered, with what has come between them.


def _edited(start: int, removed: int, inserted: int) -> list[int]:
    """Return the residues after the edit: old ones by number, new ones by negative number."""
    old = list(range(1, LENGTH + 1))
    before, behind = old[: start - 1], old[start - 1 + removed :]
    stretch = old[start - 1 :][:removed]
    new = [-n for n in range(1, inserted + 1 - len(stretch))] if inserted > removed else []
    return before + stretch[:inserted] + new + behind


def _covered(one: Range | Point, after: list[int], last_removed: int) -> list[int]:
    """Return the residues that a range or point must cover, in the order of the sequence."""
    first, last = one.positions[0], one.positions[-1]
    places = [place for place, residue in enumerate(after) if first <= residue <= last]
    if not places:
        return []
    end = places[-1] + 1
    if isinstance(one, Range) and last == last_removed:
        # New residues that take the place of the last ones of a range belong to it.
        while end < len(after) and after[end] < 0:
            end += 1
    return after[places[0] : end]


def _must_read(location: Location, after: list[int], last_removed: int) -> list[tuple[int, int]]:
    """Return residues and strand in the order in which the location must be read."""
    if isinstance(location, Complement):
        inner = _must_read(location.inner, after, last_removed)
        return [(residue, -strand) for residue, strand in reversed(inner)]
    if isinstance(location, Combination):
        read = [_must_read(member, after, last_removed) for member in location.members]
        return [one for member in read for one in member]
    if isinstance(location, Range | Point):
        return [(residue, 1) for residue in _covered(location, after, last_removed)]
    return []


def _reads(location: Location, after: list[int]) -> list[tuple[int, int]]:
    read: list[tuple[int, int]] = []
    for first, last, strand in location.spans():
        piece = [(residue, strand) for residue in after[first - 1 : last]]
        read += piece if strand > 0 else piece[::-1]
    return read


@given(locations, st.integers(1, LENGTH + 1), st.data(), st.integers(0, 8))
@settings(max_examples=200)
def test_the_residues_named_are_the_same_ones_after_the_edit(
    location: Location, start: int, data: st.DataObject, inserted: int
) -> None:
    removed = data.draw(st.integers(0, LENGTH + 1 - start))
    after = _edited(start, removed, inserted)
    assume(after)

    new = remap(location, start, removed, inserted, len(after))

    last_removed = start + removed - 1 if removed else 0
    expected = _must_read(location, after, last_removed)
    assert (_reads(new, after) if new is not None else []) == expected
    if expected:
        assert new is not None


@given(st.integers(1, LENGTH - 1), st.integers(1, LENGTH + 1), st.data(), st.integers(0, 8))
@settings(max_examples=200)
def test_a_site_stays_beside_the_residue_before_it_or_else_the_one_behind_it(
    first: int, start: int, data: st.DataObject, inserted: int
) -> None:
    removed = data.draw(st.integers(0, LENGTH + 1 - start))
    after = _edited(start, removed, inserted)
    assume(after)

    new = remap(Between(first, first + 1), start, removed, inserted, len(after))

    if first in after:
        place = after.index(first) + 1
        if removed and first == start + removed - 1:
            place += max(0, inserted - removed)  # what replaces the residue before it, stands so
    elif first + 1 in after:
        place = after.index(first + 1)
    else:
        place = 0
    expected = Between(place, place + 1) if 1 <= place < len(after) else None
    assert new == expected
