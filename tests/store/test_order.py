from __future__ import annotations

from array import array

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seqeditor.store.order import GAP, Order, ranks_between

ranks = st.one_of(st.none(), st.integers(-(1 << 40), 1 << 40))


@settings(max_examples=200)
@given(ranks, ranks, st.integers(1, 50))
def test_ranks_stand_between_their_neighbours(
    before: int | None, after: int | None, count: int
) -> None:
    if before is not None and after is not None and before >= after:
        before, after = after - 5, before
    found = ranks_between(before, after, count)
    if found is None:
        assert before is not None
        assert after is not None
        assert after - before <= count
        return
    row = [*([] if before is None else [before]), *found, *([] if after is None else [after])]
    assert len(found) == count
    assert row == sorted(set(row))


def test_first_ranks_have_gaps() -> None:
    assert ranks_between(None, None, 3) == [GAP, 2 * GAP, 3 * GAP]


def test_a_full_gap_has_no_rank() -> None:
    assert ranks_between(5, 6, 1) is None
    assert ranks_between(5, 8, 2) == [6, 7]


def test_ranks_stay_within_what_a_row_can_hold() -> None:
    assert ranks_between((1 << 62) - 5, None, 1) is None
    assert ranks_between(None, -(1 << 62), 1) is None


def test_positions() -> None:
    order = Order([7, 3, 9])
    assert [order.position(i) for i in (7, 3, 9)] == [1, 2, 3]
    assert [order.id_at(n) for n in (1, 2, 3)] == [7, 3, 9]
    assert (9 in order, 4 in order, -1 in order, 10_000 in order) == (True, False, False, False)
    assert len(order) == 3


@pytest.mark.parametrize("position", [0, 4, -1])
def test_no_id_outside(position: int) -> None:
    with pytest.raises(IndexError):
        Order([7, 3, 9]).id_at(position)


def test_no_position_of_a_stranger() -> None:
    with pytest.raises(KeyError):
        Order([7, 3, 9]).position(8)


def test_far_ids_take_no_room() -> None:
    order = Order([1 << 50, 2])
    assert order.position(1 << 50) == 1
    assert order.position(2) == 2
    assert 3 not in order


def test_sharing_and_copying() -> None:
    shared = Order([1, 2])
    kept = shared.copy()
    shared.replace(Order([2, 1, 3]))
    assert shared.position(3) == 3
    assert kept.ids == array("q", [1, 2])


@pytest.mark.parametrize("count", [1, 3, 20])
def test_without(count: int) -> None:
    order = Order(range(1, 41))
    gone = set(range(2, 2 + count))
    assert list(order.without(gone)) == [i for i in range(1, 41) if i not in gone]
