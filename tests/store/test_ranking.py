"""Places among the ranks of real rows: few rows are written, and a full gap is no obstacle."""

from __future__ import annotations

import pytest

from seqeditor.store.workingcopy import WorkingCopy
from tests.store.rows import dna, letters, rows


def _filled(copy: WorkingCopy, count: int) -> list[int]:
    with copy.step("fill"):
        return copy.insert_sequences(1, [dna(name=str(n)) for n in range(count)])


def _images(copy: WorkingCopy) -> int:
    """How many sequences the last step has written."""
    query = "SELECT count(*) FROM sequence_before WHERE step = ?"
    return int(copy.connection.execute(query, (copy.last_step,)).fetchone()[0])


@pytest.mark.parametrize("position", [1, 2, 25, 50, 51])
def test_two_hundred_insertions_at_one_place(copy: WorkingCopy, position: int) -> None:
    expected = _filled(copy, 50)
    start = rows(copy)
    written = 0
    for _ in range(200):
        with copy.step("insert"):
            new = copy.insert_sequences(position, [dna()])
        expected[position - 1 : position - 1] = new
        assert list(copy.load_order().ids) == expected
        written += _images(copy)
    # Far from one row for each of the sequences, each time.
    assert written < 200 * 10
    for _ in range(200):
        copy.undo()
    assert rows(copy) == start


def test_two_hundred_moves_to_one_place(copy: WorkingCopy) -> None:
    expected = _filled(copy, 60)
    for _ in range(200):
        last = expected.pop()
        with copy.step("move"):
            copy.move_sequences([last], 4)
        expected.insert(3, last)
        assert list(copy.load_order().ids) == expected
        assert list(copy.order.ids) == expected


def test_one_insertion_writes_one_row(copy: WorkingCopy) -> None:
    _filled(copy, 100)
    with copy.step("insert"):
        copy.insert_sequences(50, [dna()])
    assert _images(copy) == 1


def test_more_than_a_gap_at_once(copy: WorkingCopy, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("order", "ranking", "workingcopy"):
        monkeypatch.setattr(f"seqeditor.store.{module}.GAP", 4)
    _filled(copy, 3)
    with copy.step("insert"):
        copy.insert_sequences(2, [dna("a" * n) for n in range(1, 31)])
    assert letters(copy) == ["acgt", *("a" * n for n in range(1, 31)), "acgt", "acgt"]


def test_positions_outside_are_the_ends(copy: WorkingCopy) -> None:
    first, second = _filled(copy, 2)
    with copy.step("insert"):
        (end,) = copy.insert_sequences(99, [dna()])
        (begin,) = copy.insert_sequences(-5, [dna()])
    assert list(copy.order.ids) == [begin, first, second, end]
    with copy.step("move"):
        copy.move_sequences([begin], 99)
    assert list(copy.order.ids) == [first, second, end, begin]


def test_moves(copy: WorkingCopy) -> None:
    a, b, c, d, e = _filled(copy, 5)
    for ids, position, expected in (
        ([d, b], 1, [d, b, a, c, e]),
        ([d, b], 3, [d, b, a, c, e]),
        ([a, d], 5, [b, c, a, d, e]),
        ([e, e, 999], 2, [b, e, c, a, d]),
        ([], 2, [b, e, c, a, d]),
        ([b, e, c, a, d], 3, [b, e, c, a, d]),
        ([d, a, c, e, b], 3, [d, a, c, e, b]),
    ):
        with copy.step("move"):
            copy.move_sequences(ids, position)
        assert list(copy.order.ids) == expected
        assert list(copy.load_order().ids) == expected


def test_a_move_to_the_same_place_is_no_step(copy: WorkingCopy) -> None:
    a, b, _c = _filled(copy, 3)
    last = copy.last_step
    with copy.step("move"):
        copy.move_sequences([a, b], 2)
        copy.reorder(copy.order.ids)
    assert copy.last_step == last


def test_reorder_takes_all_ids_once(copy: WorkingCopy) -> None:
    a, b, c = _filled(copy, 3)
    with copy.step("sort"):
        copy.reorder([c, a, b])
    assert list(copy.load_order().ids) == [c, a, b]
    for wrong in ([a, b], [a, b, b], [a, b, c, 99]):
        with pytest.raises(ValueError), copy.step("sort"):
            copy.reorder(wrong)
    assert list(copy.order.ids) == [c, a, b]
