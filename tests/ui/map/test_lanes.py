from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from seqeditor.ui.map.entries import Entry, Piece
from seqeditor.ui.map.lanes import LaneTable, pack

LENGTH = 2000

extents = st.lists(
    st.tuples(st.integers(1, LENGTH), st.integers(0, 300)).map(lambda t: (t[0], t[0] + t[1])),
    max_size=60,
)


def entry(index: int, start: int, end: int) -> Entry:
    return Entry(index, "CDS", f"{start}..{end}", (Piece(start, end),))


def table(spans: list[tuple[int, int]]) -> LaneTable:
    return LaneTable([entry(n, *span) for n, span in enumerate(spans)])


@settings(max_examples=150, deadline=None)
@given(extents)
def test_every_feature_is_placed_and_none_covers_another(spans: list[tuple[int, int]]) -> None:
    lanes = pack([(float(a), float(b)) for a, b in spans])
    assert len(lanes) == len(spans)
    for n, (start, end) in enumerate(spans):
        for m, (other_start, other_end) in enumerate(spans[:n]):
            if lanes[n] == lanes[m]:
                assert end < other_start or other_end < start


@settings(max_examples=150, deadline=None)
@given(extents)
def test_no_more_lanes_than_features_over_one_another(spans: list[tuple[int, int]]) -> None:
    deepest = max((sum(a <= p <= b for a, b in spans) for p, _ in spans), default=0)
    assert table(spans).count == deepest


@settings(max_examples=100, deadline=None)
@given(extents, st.sampled_from([0.01, 0.1, 0.5, 1.0, 5.0, 24.0]))
def test_blocks_stand_for_every_feature_once_and_are_few(
    spans: list[tuple[int, int]], per: float
) -> None:
    one = table(spans)
    blocks = [b for lane in range(one.count) for b in one.blocks(lane, 1, LENGTH + 300, per)]
    assert sum(block.count for block in blocks) == len(spans)
    for lane in range(one.count):
        mine = [block for block in blocks if block.lane == lane]
        assert all(a.end < b.start for a, b in pairwise(mine))
        assert len(mine) <= (LENGTH + 300) * per + 2
    for block in blocks:
        if block.count > 1:
            inside = one.between(block.lane, block.start, block.end)
            assert all((e.end - e.start + 1) * per < 2 for e in inside)


@settings(max_examples=100, deadline=None)
@given(extents, st.integers(1, LENGTH), st.integers(0, 200))
def test_what_is_seen_is_found(spans: list[tuple[int, int]], first: int, size: int) -> None:
    one, last = table(spans), first + size
    found = {e.index for lane in range(one.count) for e in one.between(lane, first, last)}
    assert found == {n for n, (a, b) in enumerate(spans) if a <= last and b >= first}


def test_the_next_one_of_a_lane_is_known() -> None:
    one = table([(10, 20), (40, 50)])
    assert one.next_start(0, 20) == 40
    assert one.next_start(0, 40) is None


def test_ten_thousand_features_on_five_million_residues_make_few_blocks() -> None:
    one = table([(500 * n + 1, 500 * n + 60) for n in range(10_000)])
    per = 1000 / 5_000_000
    assert one.count == 1
    assert len(list(one.blocks(0, 1, 5_000_000, per))) <= 1001
    assert len(list(one.blocks(0, 1000, 2000, 1.0))) == 2
