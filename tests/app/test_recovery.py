"""A program that is killed amid editing: the next start offers what had been done."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from seqeditor.app.claims import Claim
from seqeditor.app.document import Document, Kind
from seqeditor.app.home import working_copies
from seqeditor.app.jobs import Job
from seqeditor.app.opening import (
    abandoned,
    close_document,
    discard,
    new_document,
    open_file,
    recover,
)
from seqeditor.app.saving import HeldElsewhereError, save_project
from seqeditor.domain.edits.sequence import set_name
from seqeditor.store.copies import Condition
from seqeditor.store.database import StoreError
from tests.app.conftest import Begin
from tests.listings import coding, dna, protein, write_listing

ROOT = Path(__file__).resolve().parents[2]
Keep = Callable[[Document], Document]

EDITOR = """
import sys
from dataclasses import replace
from pathlib import Path
from seqeditor.app.jobs import Job
from seqeditor.app.opening import new_document, open_file
from seqeditor.domain.edits.sequence import new_sequence, set_name

path = sys.argv[1]
document = open_file(Path(path), Job()) if path else new_document()
n = 0
while True:
    n += 1
    new = new_sequence("DNA", "acgt" * n)
    document.insert_sequences("Insert {n}", 1, [new], arguments={"n": n})
    print(n, flush=True)
    n += 1
    first = document.order.ids[0]
    document.apply("Name {n}", [first], lambda one: set_name(one, str(n)), arguments={"n": n})
    print(n, flush=True)
"""


def _killed_after(edits: int, path: Path | None = None) -> int:
    """Run an editor and kill it after so many edits; returns how many it told."""
    command = [sys.executable, "-c", EDITOR, str(path or "")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdout is not None
        told = 0
        while told < edits:
            line = process.stdout.readline()
            assert line, "the editor has ended by itself"
            told = int(line)
        process.kill()
        rest = process.stdout.read().split()
    # A line that was being written is none.
    return max([told, *(int(word) for word in rest[:-1])])


@pytest.mark.parametrize("edits", [1, 9])
def test_every_edit_and_its_history_survive_a_kill(edits: int, keep: Keep) -> None:
    told = _killed_after(edits)
    (one,) = abandoned()
    assert (one.condition, one.modified) == (Condition.WHOLE, True)
    assert one.undo >= told
    document = keep(recover(one))
    assert (document.kind, document.is_modified, document.read_only) == (Kind.NEW, True, "")
    # While it is open it is offered to nobody else.
    assert abandoned() == []
    done = [step.arguments["n"] for step in document.copy.history()]
    assert done == list(range(1, len(done) + 1))
    assert document.count() == (len(done) + 1) // 2
    while document.undo() is not None:
        pass
    assert document.count() == 0
    while document.redo() is not None:
        pass
    assert document.count() == (len(done) + 1) // 2


@pytest.mark.parametrize("name", ["a.xml", "a.seqproj"])
def test_a_file_under_edit_comes_back_with_its_name(
    begin: Begin, keep: Keep, tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    if name.endswith("xml"):
        write_listing(path, [coding("2"), protein()])
    else:
        document = begin(coding("2"), protein())
        save_project(document, path, Job(), document.copy)
        document.close()
        close_document(document, keep=False)
    before = path.read_bytes()
    _killed_after(4, path)
    assert path.read_bytes() == before
    (one,) = abandoned()
    assert one.about.original == str(path)
    document = keep(recover(one))
    assert (document.path, document.title) == (path, name)
    assert document.kind is (Kind.RECEIVED if name.endswith("xml") else Kind.PROJECT)
    assert document.count() > 2
    if document.kind is Kind.PROJECT:
        # It is claimed again, and can be saved.
        assert not Claim(path).acquire()
        save_project(document, path, Job(), document.copy)
        assert not document.is_modified


def test_a_project_someone_else_holds_meanwhile_is_saved_elsewhere(
    begin: Begin, keep: Keep, tmp_path: Path
) -> None:
    path = tmp_path / "a.seqproj"
    document = begin(dna())
    save_project(document, path, Job(), document.copy)
    document.close()
    close_document(document, keep=False)
    _killed_after(2, path)
    other = keep(open_file(path, Job()))
    assert other.read_only == ""
    (one,) = abandoned()
    document = keep(recover(one))
    assert document.is_editable
    assert document.kind is Kind.RECEIVED
    with pytest.raises(HeldElsewhereError):
        save_project(document, path, Job(), document.copy)
    save_project(document, tmp_path / "b.seqproj", Job(), document.copy)
    assert document.kind is Kind.PROJECT


def test_a_project_saved_again_meanwhile_is_not_taken_for_ones_own(
    begin: Begin, keep: Keep, tmp_path: Path
) -> None:
    path = tmp_path / "a.seqproj"
    document = begin(dna())
    save_project(document, path, Job(), document.copy)
    document.apply("Name", document.order.ids, lambda one: set_name(one, "mine"))
    document.close()
    # Somebody works on the project file and is done with it before the recovery.
    later = open_file(path, Job())
    later.apply("Name", later.order.ids, lambda one: set_name(one, "a much longer other name"))
    save_project(later, path, Job(), later.copy)
    close_document(later, keep=False)
    (one,) = abandoned()
    recovered = keep(recover(one))
    assert recovered.kind is Kind.RECEIVED
    assert recovered.sequence(recovered.order.id_at(1)).name == "mine"
    assert recovered.project_claim is None


def test_recovery_that_fails_may_be_tried_again(
    begin: Begin, keep: Keep, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = begin(dna())
    save_project(document, tmp_path / "a.seqproj", Job(), document.copy)
    document.apply("Name", document.order.ids, lambda one: set_name(one, "x"))
    document.close()
    (one,) = abandoned()

    def fails(_self: Claim) -> bool:
        raise OSError("no room for a lock")

    with monkeypatch.context() as broken:
        broken.setattr(Claim, "acquire", fails)
        with pytest.raises(OSError, match="no room"):
            recover(one)
    again = keep(recover(one))
    assert again.kind is Kind.PROJECT
    assert again.is_modified


def test_unmodified_copies_are_cleared_away(tmp_path: Path) -> None:
    new_document().close()
    open_file(write_listing(tmp_path / "a.xml", [dna()]), Job()).close()
    assert len(list(working_copies().glob("*/*"))) == 2
    assert abandoned() == []
    assert list(working_copies().glob("*/*")) == []


def test_a_copy_a_file_was_being_read_into_is_cleared_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = new_document()
    document.copy.connection.execute("INSERT INTO counter VALUES ('filling', 1)")
    document.close()
    assert abandoned() == []
    assert list(working_copies().glob("*/*")) == []


def test_discarding(begin: Begin) -> None:
    document = begin(dna())
    document.close()
    (one,) = abandoned()
    assert discard(one)
    assert abandoned() == []
    assert not one.folder.exists()


def test_a_copy_another_start_has_taken_is_not_recovered_twice(begin: Begin, keep: Keep) -> None:
    document = begin(dna())
    document.close()
    (one,) = abandoned()
    keep(recover(one))
    with pytest.raises(StoreError):
        recover(one)
    assert not discard(one)


def test_a_broken_copy_is_offered_and_told(begin: Begin) -> None:
    document = begin(dna())
    folder = document.copy.folder
    document.close()
    (folder / "copy.db").write_bytes(b"no database" * 100)
    (one,) = abandoned()
    assert one.condition is Condition.BROKEN
    with pytest.raises(StoreError):
        recover(one)
    # It is not held by the attempt.
    assert discard(one)


def test_what_was_undone_can_be_done_again_after_recovery(begin: Begin, keep: Keep) -> None:
    document = begin(dna())
    document.apply("Name", document.order.ids, lambda one: set_name(one, "x"))
    document.undo()
    document.close()
    (one,) = abandoned()
    again = keep(recover(one))
    step = again.redo_step()
    assert step is not None
    assert step.label == "Name"
    again.redo()
    assert again.sequence(again.order.ids[0]).name == "x"


def test_the_latest_comes_first(begin: Begin, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(3):
        begin(dna()).close()
    moments = [one.about.opened_at for one in abandoned()]
    assert moments == sorted(moments, reverse=True)
    assert len(moments) == 3
