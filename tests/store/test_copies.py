from __future__ import annotations

import json
import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from seqeditor.store import bulk
from seqeditor.store.copies import (
    ABOUT,
    LOCK,
    About,
    Condition,
    Copies,
    read_about,
    write_about,
)
from seqeditor.store.workingcopy import FILE, WorkingCopy
from tests.store.rows import dna
from tests.store.test_locks import other_process


@pytest.fixture
def copies(tmp_path: Path) -> Copies:
    return Copies(tmp_path / "working-copies")


def _left(copies: Copies, about: About | None = None, steps: int = 1) -> Path:
    """A working copy as a crash leaves it."""
    folder = copies.new_folder()
    with closing(WorkingCopy.create(folder)) as copy:
        for _ in range(steps):
            with copy.step("insert"):
                copy.insert_sequences(1, [dna()])
    if about is not None:
        write_about(folder, about)
    return folder


def test_nothing_yet(copies: Copies) -> None:
    assert copies.abandoned() == []


def test_each_in_a_folder_of_its_own_under_the_schema_version(copies: Copies) -> None:
    one, other = copies.new_folder(), copies.new_folder()
    assert one != other
    assert one.parent == other.parent
    assert one.parent.name == "v1"


def test_an_abandoned_one_is_described(copies: Copies, tmp_path: Path) -> None:
    original = tmp_path / "é.xml"
    original.write_bytes(b"12345")
    about = About.of("xml", original, "title")
    folder = _left(copies, about, steps=3)
    (found,) = copies.abandoned()
    assert found.folder == folder
    assert found.condition is Condition.WHOLE
    assert (found.about, found.about.size, found.about.original) == (about, 5, str(original))
    assert (found.modified, found.sequences, found.undo) == (True, 3, 3)


def test_the_latest_comes_first(copies: Copies) -> None:
    for day in ("02", "03", "01"):
        _left(copies, About(opened_at=f"2026-01-{day}T00:00:00+00:00"))
    found = [one.about.opened_at[8:10] for one in copies.abandoned()]
    assert found == ["03", "02", "01"]


def test_a_held_one_is_not_abandoned(copies: Copies) -> None:
    folder = _left(copies)
    with other_process(folder / LOCK) as (_process, got):
        assert got
        assert copies.abandoned() == []
        assert copies.hold(folder) is None
        assert not copies.remove(folder)
        assert (folder / FILE).exists()
    assert len(copies.abandoned()) == 1


def test_looking_takes_nothing(copies: Copies) -> None:
    folder = _left(copies)
    copies.abandoned()
    lock = copies.hold(folder)
    assert lock is not None
    with closing(WorkingCopy.open(folder)) as copy:
        assert copy.undo() is not None
    lock.release()


def test_one_half_filled_is_unfinished(copies: Copies) -> None:
    folder = copies.new_folder()
    with closing(WorkingCopy.create(folder)) as copy:
        filling = iter(bulk.fill(copy, [("1", dna())] * 3, batch=1))
        next(filling)
    (found,) = copies.abandoned()
    assert found.condition is Condition.UNFINISHED


def test_one_filled_to_the_end_is_whole(copies: Copies) -> None:
    folder = copies.new_folder()
    with closing(WorkingCopy.create(folder)) as copy:
        assert list(bulk.fill(copy, [("1", dna())] * 3, batch=1)) == [1, 2, 3, 3]
        bulk.finish(copy, copy.header, numbering="written")
    (found,) = copies.abandoned()
    assert (found.condition, found.modified) == (Condition.WHOLE, False)


@pytest.mark.parametrize("content", [b"", b"nothing of ours" * 400, b"SQLite format 3\x00" * 300])
def test_a_broken_one_is_reported(copies: Copies, content: bytes) -> None:
    whole = _left(copies)
    broken = _left(copies, About(title="lost"))
    for file in broken.glob(f"{FILE}*"):
        file.unlink()
    (broken / FILE).write_bytes(content)
    found = {one.folder: one for one in copies.abandoned()}
    assert found[whole].condition is Condition.WHOLE
    assert found[broken].condition is Condition.BROKEN
    assert found[broken].fault
    assert found[broken].about.title == "lost"
    assert (broken / FILE).read_bytes() == content


def test_one_with_rows_that_are_not_ours_is_reported(copies: Copies) -> None:
    folder = _left(copies)
    with closing(sqlite3.connect(folder / FILE, isolation_level=None)) as connection:
        connection.execute("UPDATE step SET arguments = 'no json'")
    (found,) = copies.abandoned()
    assert found.condition is Condition.BROKEN


def test_a_folder_without_copy_is_passed_over(copies: Copies) -> None:
    new = copies.new_folder()
    (copies.folder / "file").write_text("x")
    assert copies.abandoned() == []
    assert new.is_dir()


def test_what_a_crash_amid_a_removal_leaves_is_cleared(copies: Copies) -> None:
    left, held = copies.new_folder(), copies.new_folder()
    (left / ABOUT).write_text("{}")
    lock = copies.hold(held)
    for folder in (left, held):
        os.utime(folder, (0, 0))
    assert copies.abandoned() == []
    assert (left.exists(), held.exists()) == (False, True)
    assert lock is not None
    lock.release()


def test_one_that_cannot_be_held_is_reported(
    copies: Copies, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = _left(copies)

    def unable(_lock: object) -> bool:
        raise PermissionError(13, "not allowed")

    monkeypatch.setattr("seqeditor.store.locks.FileLock.acquire", unable)
    (found,) = copies.abandoned()
    assert (found.folder, found.condition) == (folder, Condition.BROKEN)


def test_removed(copies: Copies) -> None:
    folder = _left(copies, About())
    assert copies.remove(folder)
    assert not folder.exists()
    assert copies.remove(folder)
    assert copies.abandoned() == []


@pytest.mark.skipif(
    sys.platform == "win32" or (hasattr(os, "geteuid") and os.geteuid() == 0),
    reason="permissions of POSIX, which root passes by",
)
def test_one_that_cannot_be_removed_is_said(copies: Copies) -> None:
    folder = _left(copies)
    assert copies.hold(folder) is not None
    folder.chmod(0o500)
    try:
        assert not copies.remove(folder)
    finally:
        folder.chmod(0o700)


def test_a_file_that_stays_is_said(copies: Copies, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = _left(copies)

    def stuck(_path: Path, missing_ok: bool = False) -> None:
        raise PermissionError(13, "in use")

    monkeypatch.setattr(Path, "unlink", stuck)
    assert not copies.remove(folder)
    monkeypatch.undo()
    assert copies.remove(folder)


def test_a_new_listing_has_no_original() -> None:
    about = About.of("new", title="t")
    assert (about.original, about.size, about.title) == ("", 0, "t")
    assert about.opened_at.endswith("+00:00")


def test_an_original_that_is_gone(tmp_path: Path) -> None:
    about = About.of("project", tmp_path / "gone.seqproj")
    assert (about.size, about.original) == (0, str(tmp_path / "gone.seqproj"))


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"\xff", b'{"title": 5, "size": "big", "strange": 1}']
)
def test_a_note_that_tells_nothing(tmp_path: Path, content: bytes) -> None:
    (tmp_path / ABOUT).write_bytes(content)
    assert read_about(tmp_path) == About()


def test_a_note_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    assert read_about(tmp_path) == About()
    (tmp_path / ABOUT).write_text(json.dumps({"kind": "xml", "mtime": 5, "size": None}))
    assert read_about(tmp_path) == About(kind="xml", mtime=5)
