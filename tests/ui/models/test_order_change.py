from __future__ import annotations

from array import array

from hypothesis import given, settings
from hypothesis import strategies as st

from seqeditor.ui.models.order_change import compare

ids = st.lists(st.integers(1, 9), max_size=12, unique=True)


@settings(max_examples=200)
@given(ids, ids)
def test_exchanging_the_block_gives_the_new_order(old: list[int], new: list[int]) -> None:
    change = compare(array("q", old), array("q", new))
    first = change.removed.first
    assert first == change.inserted.first
    inserted = new[first : first + change.inserted.count]
    assert old[:first] + inserted + old[first + change.removed.count :] == new


def test_one_id_more_is_one_row_come() -> None:
    change = compare(array("q", [1, 2, 3]), array("q", [1, 9, 2, 3]))
    assert (change.removed.count, change.inserted.first, change.inserted.count) == (0, 1, 1)


def test_the_same_order_is_no_change() -> None:
    change = compare(array("q", [1, 2]), array("q", [1, 2]))
    assert (change.removed.count, change.inserted.count) == (0, 0)
