from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from seqeditor.domain.criteria import Criteria
from seqeditor.domain.edits.sequence import new_sequence, set_name
from seqeditor.domain.sequence import skipped_sequence
from seqeditor.store.choosing import Sort, choose, ids_of_numbers, may_hold
from seqeditor.store.scanning import scan
from seqeditor.store.workingcopy import WorkingCopy


@pytest.fixture
def copy(tmp_path: Path) -> Iterator[WorkingCopy]:
    made = WorkingCopy.create(tmp_path / "copy")
    sequences = (
        set_name(new_sequence("DNA", "acgt" * 3, organism="Homo <sapiens>"), "First"),
        new_sequence("AA", "MKV", organism="Écoli"),
        skipped_sequence(),
        new_sequence("RNA", "acg" + "t" * 70_000, organism="b"),
    )
    with made.step("Fill"):
        made.insert_sequences(1, sequences)
    yield made
    made.close()


def positions(copy: WorkingCopy, ids: object) -> list[int]:
    assert ids is not None
    return sorted(copy.order.position(i) for i in ids)  # type: ignore[attr-defined]


def test_what_may_hold_a_text_is_known_without_reading(copy: WorkingCopy) -> None:
    assert positions(copy, may_hold(copy, "<SAP", texts=True, residues=False)) == [1, 2]
    assert positions(copy, may_hold(copy, "first", texts=True, residues=False)) == [1, 2]
    assert positions(copy, may_hold(copy, "GTAC", texts=False, residues=True)) == [1, 4]
    assert may_hold(copy, "é", texts=True, residues=True) is None


def test_ids_given_from_elsewhere_count_with_the_criteria(copy: WorkingCopy) -> None:
    ids = list(copy.order.ids)
    assert list(choose(copy, Criteria(), among={ids[1], ids[3]})) == [ids[1], ids[3]]
    assert list(choose(copy, Criteria(moltypes=("AA", "RNA")), apart={ids[1]})) == [ids[3]]
    sort = Sort("length", descending=True)
    assert list(choose(copy, Criteria(), sort, among=set(ids[:2]))) == [ids[0], ids[1]]
    assert ids_of_numbers(copy, ((2, 3), (9, None))) == {ids[1], ids[2]}


def test_sequences_are_read_one_after_another(copy: WorkingCopy) -> None:
    ids = list(copy.order.ids)
    read = [one for part in scan(copy, [ids[3], 999, *ids[:3]], ("DNA", "RNA")) for one in part]
    assert [(one.id, one.moltype, len(one.letters)) for one in read] == [
        (ids[3], "RNA", 70_003),
        (ids[0], "DNA", 12),
    ]
