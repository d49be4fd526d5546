"""Listings kept as they were filed, and the numbers frozen by them."""

from __future__ import annotations

from pathlib import Path

import pytest

from seqeditor.app.document import Document, FrozenError, ReadOnlyError
from seqeditor.app.generating import generate
from seqeditor.app.jobs import CancelledError, Job
from seqeditor.app.opening import close_document, open_file
from seqeditor.app.saving import save_project
from seqeditor.app.snapshots import (
    compared,
    export_snapshot,
    filed_by,
    freeze,
    keep_snapshot,
    open_snapshot,
    unfreeze,
)
from seqeditor.domain.edits.operations import (
    InsertSkipped,
    RemoveSequence,
    Renumber,
    SortByNumber,
)
from seqeditor.domain.edits.sequence import new_sequence, set_source_value
from seqeditor.domain.sequence import Sequence
from seqeditor.store.snapshots import (
    DamagedSnapshotError,
    Snapshot,
    remove_snapshot,
    rename_snapshot,
    snapshots,
)
from tests.app.conftest import Begin


def _dna(letters: str = "acgtacgtacgtacgt") -> Sequence:
    return new_sequence("DNA", letters, organism="Homo sapiens", mol_type="genomic DNA")


@pytest.fixture
def document(begin: Begin) -> Document:
    return begin(_dna(), _dna("ccccacgtacgtacgt"), _dna("ggggacgtacgtacgt"))


def _keep(document: Document, file: Path, label: str = "first") -> Snapshot:
    generate(document, file, Job(), document.copy, despite_errors=True)
    keep_snapshot(document, file, label, Job())
    return snapshots(document.copy)[-1]


def test_gives_out_the_same_bytes(document: Document, tmp_path: Path) -> None:
    one = _keep(document, tmp_path / "filed.xml")
    assert (one.label, one.file_name, one.total) == ("first", "filed.xml", 3)
    assert one.size == (tmp_path / "filed.xml").stat().st_size
    document.apply("Edit", document.order.ids, lambda s: set_source_value(s, "organism", "Mus"))
    export_snapshot(document.copy, one, tmp_path / "again.xml", Job())
    assert (tmp_path / "again.xml").read_bytes() == (tmp_path / "filed.xml").read_bytes()


def test_travels_with_the_project(document: Document, tmp_path: Path) -> None:
    document.copy.mark_saved()
    one = _keep(document, tmp_path / "filed.xml")
    assert document.is_modified
    save_project(document, tmp_path / "p.seqproj", Job(), document.copy)
    assert not document.is_modified
    document.close()
    again = open_file(tmp_path / "p.seqproj", Job())
    assert snapshots(again.copy) == [one]
    assert again.filed == 3
    export_snapshot(again.copy, one, tmp_path / "again.xml", Job())
    assert (tmp_path / "again.xml").read_bytes() == (tmp_path / "filed.xml").read_bytes()
    close_document(again, keep=False)


def test_opens_for_reading_only(document: Document, tmp_path: Path) -> None:
    one = _keep(document, tmp_path / "filed.xml")
    shown = open_snapshot(document.copy, one, Job())
    assert shown.count() == 3
    with pytest.raises(ReadOnlyError):
        shown.remove_sequences("Delete", [shown.order.id_at(1)])
    close_document(shown, keep=False)


def test_tells_what_differs(document: Document, tmp_path: Path) -> None:
    one = _keep(document, tmp_path / "filed.xml")
    assert compared(document.copy, one, Job()).is_equal
    ids = document.order.ids
    document.apply("Edit", [ids[0]], lambda s: set_source_value(s, "organism", "Mus musculus"))
    document.apply("Edit", [ids[1]], lambda _old: _dna("tttttttttttttttt"))
    document.insert_sequences("Add", 4, [_dna("aaaaaaaaaacccccc")])
    found = compared(document.copy, one, Job())
    assert (found.total_then, found.total) == (3, 4)
    assert (found.annotations, found.residues, found.added) == (("1",), ("2",), ("4",))
    with document.renumbering():
        document.remove_sequences("Delete", list(document.order.ids[1:]))
    assert compared(document.copy, one, Job()).missing == ("2", "3")


def test_is_renamed_and_deleted(document: Document, tmp_path: Path) -> None:
    one = _keep(document, tmp_path / "filed.xml")
    rename_snapshot(document.copy, one.id, "second")
    assert snapshots(document.copy)[0].label == "second"
    remove_snapshot(document.copy, one.id)
    assert (snapshots(document.copy), document.filed) == ([], 0)


def test_what_is_damaged_is_not_given_out(document: Document, tmp_path: Path) -> None:
    one = _keep(document, tmp_path / "filed.xml")
    document.copy.connection.execute("UPDATE snapshot SET sha256 = 'other'")
    (wrong,) = snapshots(document.copy)
    with pytest.raises(DamagedSnapshotError):
        export_snapshot(document.copy, wrong, tmp_path / "again.xml", Job())
    document.copy.connection.execute("UPDATE snapshot SET compressed = x'0102'")
    with pytest.raises(DamagedSnapshotError):
        export_snapshot(document.copy, one, tmp_path / "again.xml", Job())
    assert snapshots(document.copy)[0].total == 0
    assert not (tmp_path / "again.xml").exists()


def test_stopped_nothing_is_kept(document: Document, tmp_path: Path) -> None:
    generate(document, tmp_path / "f.xml", Job(), document.copy, despite_errors=True)
    job = Job()
    job.cancel()
    with pytest.raises(CancelledError):
        keep_snapshot(document, tmp_path / "f.xml", "x", job)
    assert snapshots(document.copy) == []


def test_deleting_what_was_filed_skips(document: Document, tmp_path: Path) -> None:
    _keep(document, tmp_path / "filed.xml")
    document.insert_sequences("Add", 4, [_dna("aaaaaaaaaacccccc")])
    ids = list(document.order.ids)
    document.remove_sequences("Delete", [ids[1], ids[3]])
    assert list(document.order.ids) == ids[:3]
    assert document.sequence(ids[1]).is_skipped
    document.undo()
    assert not document.sequence(ids[1]).is_skipped
    document.carry_out("Repair", [RemoveSequence(ids[0])])
    assert document.sequence(ids[0]).is_skipped


def test_what_comes_in_goes_to_the_end(document: Document, tmp_path: Path) -> None:
    _keep(document, tmp_path / "filed.xml")
    before = list(document.order.ids)
    _change, first = document.insert_sequences("Add", 1, [_dna()])
    _change, second = document.take_in("Import", 2, [("1", _dna())])
    assert list(document.order.ids) == [*before, *first, *second]


def test_other_numbers_are_refused(document: Document, tmp_path: Path) -> None:
    _keep(document, tmp_path / "filed.xml")
    ids = document.order.ids
    step = document.copy.last_step
    for refused in (
        lambda: document.move_sequences("Move", [ids[2]], 1),
        lambda: document.move_sequences("Move", [ids[0]], 4),
        lambda: document.carry_out("Repair", [Renumber()]),
        lambda: document.carry_out("Repair", [SortByNumber()]),
        lambda: document.carry_out("Repair", [InsertSkipped(2, 1)]),
    ):
        with pytest.raises(FrozenError):
            refused()
    assert (document.order.ids, document.copy.last_step) == (ids, step)
    document.carry_out("Repair", [InsertSkipped(4, 1)])
    with document.renumbering():
        document.move_sequences("Move", [ids[2]], 1)
    assert document.order.id_at(1) == ids[2]


def test_numbers_are_freed_and_frozen_again(document: Document, tmp_path: Path) -> None:
    one = _keep(document, tmp_path / "filed.xml")
    assert filed_by(document) == one
    unfreeze(document)
    assert (document.filed, filed_by(document)) == (0, None)
    document.remove_sequences("Delete", [document.order.id_at(3)])
    assert document.count() == 2
    document.undo()
    document.undo()
    assert document.filed == 3
    document.redo()
    _keep(document, tmp_path / "later.xml", "second")
    assert document.filed == 3


def test_numbers_are_frozen_without_a_snapshot(document: Document) -> None:
    freeze(document)
    assert (document.filed, filed_by(document)) == (3, None)


def test_a_snapshot_after_a_deleted_one_freezes_again(document: Document, tmp_path: Path) -> None:
    one = _keep(document, tmp_path / "filed.xml")
    unfreeze(document)
    remove_snapshot(document.copy, one.id)
    assert document.filed == 0
    _keep(document, tmp_path / "again.xml")
    assert document.filed == 3
