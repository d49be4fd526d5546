from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seqeditor.domain.location import faults, parse
from seqeditor.domain.location_ends import Side, with_end_moved
from seqeditor.domain.location_tree import Between, Complement, Join, Location, Point, Range

LENGTH = 60


@pytest.mark.parametrize(
    ("before", "number", "side", "position", "after"),
    [
        ("10..20", 0, Side.START, 5, "5..20"),
        ("10..20", 0, Side.END, 30, "10..30"),
        ("10..20", 0, Side.START, 25, "20"),
        ("10..20", 0, Side.END, 3, "10"),
        ("10..20", 0, Side.START, -4, "1..20"),
        ("10..20", 0, Side.END, 99, "10..60"),
        ("<10..>20", 0, Side.START, 7, "<7..>20"),
        ("<10..20", 0, Side.START, 20, "<20..20"),
        ("7", 0, Side.END, 9, "7..9"),
        ("7", 0, Side.START, 7, "7"),
        ("<7", 0, Side.START, 3, "<7"),
        ("complement(10..20)", 0, Side.START, 12, "complement(12..20)"),
        ("complement(join(1..5,8..9))", 1, Side.END, 11, "complement(join(1..5,8..11))"),
        ("join(1..5,complement(8..9))", 0, Side.END, 4, "join(1..4,complement(8..9))"),
        ("10^11", 0, Side.SITE, 20, "20^21"),
        ("10^11", 0, Side.SITE, 60, "59^60"),
        ("10^11", 0, Side.SITE, 0, "1^2"),
        ("60^1", 0, Side.SITE, 5, "60^1"),
        ("10^11", 0, Side.END, 20, "10^11"),
        ("20..10", 0, Side.END, 30, "20..10"),
    ],
)
def test_an_end_goes_where_it_is_put(
    before: str, number: int, side: Side, position: int, after: str
) -> None:
    moved = with_end_moved(parse(before, "DNA"), number, side, position, LENGTH)
    assert str(moved) == after


descriptors = st.one_of(
    st.builds(Point, st.integers(1, LENGTH)),
    st.tuples(st.integers(1, LENGTH), st.integers(1, LENGTH), st.booleans(), st.booleans()).map(
        lambda t: Range(min(t[:2]), max(t[:2]), t[2], t[3])
    ),
)
simple: st.SearchStrategy[Location] = st.one_of(
    descriptors,
    descriptors.map(Complement),
    st.integers(1, LENGTH - 1).map(lambda n: Between(n, n + 1)),
)
locations = st.one_of(
    simple,
    st.lists(st.one_of(descriptors, descriptors.map(Complement)), min_size=2, max_size=5).map(
        lambda members: Join(tuple(members))
    ),
)


@settings(max_examples=200, deadline=None)
@given(
    location=locations,
    number=st.integers(0, 4),
    side=st.sampled_from(Side),
    position=st.integers(-20, 100),
)
def test_what_was_right_stays_right_and_only_one_descriptor_changes(
    location: Location, number: int, side: Side, position: int
) -> None:
    moved = with_end_moved(location, number, side, position, LENGTH)
    assert faults(moved, "DNA", LENGTH) == ()
    before, after = list(location.descriptors()), list(moved.descriptors())
    assert len(before) == len(after)
    changed = [n for n, (a, b) in enumerate(zip(before, after, strict=True)) if a != b]
    assert changed in ([], [number])
    for n in changed:
        one, other = before[n], after[n]
        kept = min(one.positions) if side is Side.END else max(one.positions)
        if side is not Side.SITE:
            assert kept in other.positions
