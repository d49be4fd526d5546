from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from seqeditor.domain.residues import TextResidues
from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from seqeditor.formats.st26.codec import decode_annotations
from seqeditor.store.bulk import fill, finish
from seqeditor.store.workingcopy import WorkingCopy


def noted(*ids: str | None) -> Sequence:
    notes = tuple(Qualifier("note", f"n{n}", id=one) for n, one in enumerate(ids))
    return Sequence("DNA", TextResidues("acgtacgtac"), (Feature("gene", "1..3", notes),))


@pytest.fixture
def copy(tmp_path: Path) -> Iterator[WorkingCopy]:
    made = WorkingCopy.create(tmp_path / "copy")
    yield made
    made.close()


def ids(copy: WorkingCopy) -> list[str | None]:
    return [q.id for i in copy.order.ids for f in copy.sequence(i).features for q in f.qualifiers]


def written(copy: WorkingCopy) -> list[str | None]:
    with copy.snapshot():
        found = [decode_annotations(one.annotations) for one in copy.export()]
    return [q.id for one in found for f in one.features for q in f.qualifiers]


def test_sequences_that_come_in_get_free_ids(copy: WorkingCopy) -> None:
    with copy.step("Add"):
        copy.insert_sequences(1, [noted("q1", "q2", None)])
    with copy.step("Paste"):
        copy.insert_sequences(2, [noted("q1", "x", "q9"), noted("q9", "q2", None)])
    assert ids(copy) == ["q1", "q2", None, "q10", "x", "q9", "q11", "q12", None]
    copy.undo()
    assert ids(copy) == ["q1", "q2", None]


def test_repeated_ids_of_a_received_file_are_kept_and_written_apart(copy: WorkingCopy) -> None:
    received = [("1", noted("q1", "q1")), ("2", noted("q1", "q5")), ("3", noted(None, "a"))]
    for _done in fill(copy, received):
        pass
    finish(copy, copy.header, numbering="written")
    assert ids(copy) == ["q1", "q1", "q1", "q5", None, "a"]
    assert written(copy) == ["q1", "q6", "q7", "q5", None, "a"]


def test_ids_that_are_apart_are_written_as_they_are(copy: WorkingCopy) -> None:
    with copy.step("Add"):
        copy.insert_sequences(1, [noted("q1", "q2"), noted("z", None)])
    assert written(copy) == ["q1", "q2", "z", None]


def test_ids_that_are_no_names_are_written_as_free_ones(copy: WorkingCopy) -> None:
    received = [("1", noted("12", "q3")), ("2", noted("12", "")), ("3", noted("a b", "ä-1.x"))]
    for _done in fill(copy, received):
        pass
    finish(copy, copy.header, numbering="written")
    assert ids(copy) == ["12", "q3", "12", "", "a b", "ä-1.x"]
    assert sorted(map(str, written(copy))) == ["q3", "q4", "q5", "q6", "q7", "ä-1.x"]
