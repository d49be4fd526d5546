"""Killed, or without room on the disk: what was acknowledged is there, with its history."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from seqeditor.domain.general_information import GeneralInformation
from seqeditor.domain.residues import TextResidues
from seqeditor.store import bulk, project
from seqeditor.store.copies import Condition, Copies
from seqeditor.store.database import FullDiskError
from seqeditor.store.findings import FindingsStore
from seqeditor.store.project import open_project, save_project
from seqeditor.store.workingcopy import WorkingCopy
from tests.store.rows import dna, rows
from tests.store.test_findings import _finding

ROOT = Path(__file__).resolve().parents[2]
_EDITOR = """
import sys
from dataclasses import replace
from pathlib import Path
from seqeditor.domain.general_information import GeneralInformation
from seqeditor.domain.residues import TextResidues
from seqeditor.domain.sequence import Sequence
from seqeditor.store.copies import Copies
from seqeditor.store.workingcopy import WorkingCopy

copies = Copies(Path(sys.argv[1]))
folder = copies.new_folder()
lock = copies.hold(folder)
copy = WorkingCopy.create(folder)
n = 0
while True:
    n += 1
    with copy.step("insert", {"n": n}):
        (new,) = copy.insert_sequences(1, [Sequence(residues=TextResidues("acgt" * n))])
    print(n, flush=True)
    n += 1
    with copy.step("name", {"n": n}):
        copy.write_sequence(new, replace(copy.sequence(new), name=str(n)))
    print(n, flush=True)
    if n % 5 == 0:
        copy.undo()
        copy.redo()
"""


@pytest.mark.parametrize("edits", [1, 7, 60])
def test_killed_amid_edits(tmp_path: Path, edits: int) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", _EDITOR, str(tmp_path)], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    assert process.stdout is not None
    acknowledged = 0
    while acknowledged < edits:
        acknowledged = int(process.stdout.readline())
    process.kill()
    rest, _ = process.communicate()
    # The last line may be cut short.
    for line in rest.splitlines(keepends=True):
        if line.endswith("\n"):
            acknowledged = int(line)

    copies = Copies(tmp_path)
    (found,) = copies.abandoned()
    assert (found.condition, found.modified) == (Condition.WHOLE, True)
    assert found.undo >= acknowledged
    with closing(WorkingCopy.open(found.folder)) as copy:
        # All that was acknowledged, and perhaps one edit more that was under way.
        labels = [step.arguments["n"] for step in copy.history()]
        assert labels == list(range(1, len(labels) + 1))
        assert acknowledged <= len(labels) <= acknowledged + 1
        assert copy.count() == (len(labels) + 1) // 2
        end = rows(copy)
        assert [row.length for row in copy.rows()] == [
            4 * n for n in range(len(labels), 0, -1) if n % 2
        ]
        while copy.undo():
            pass
        assert copy.count() == 0
        while copy.redo():
            pass
        assert rows(copy) == end


class TestFullDisk:
    """No room to write: said by its own error, and nothing is lost."""

    @pytest.fixture
    def full(self, copy: WorkingCopy) -> Iterator[WorkingCopy]:
        with copy.step("fill"):
            copy.insert_sequences(1, [dna("acgt" * n, protein="1") for n in range(1, 40)])
        with copy.step("edit"):
            copy.write_header(replace(copy.header, file_name="a.xml"))
        self.make_full(copy)
        yield copy
        self.make_room(copy)
        with copy.step("edit"):
            copy.insert_sequences(1, [dna("a" * 100_000)])
        assert copy.undo() is not None

    def make_full(self, copy: WorkingCopy) -> None:
        pages = copy.connection.execute("PRAGMA page_count").fetchone()[0]
        copy.connection.execute(f"PRAGMA max_page_count = {pages}")

    def make_room(self, copy: WorkingCopy) -> None:
        copy.connection.execute("PRAGMA max_page_count = 1000000")

    @pytest.mark.parametrize(
        "action",
        [
            lambda copy: copy.insert_sequences(2, [dna("acgt" * 50_000)]),
            lambda copy: copy.write_sequence(
                copy.order.id_at(3),
                replace(copy.sequence(copy.order.id_at(3)), residues=TextResidues("a" * 90_000)),
            ),
            lambda copy: copy.write_header(replace(copy.header, file_reference="x" * 90_000)),
            lambda copy: [copy.insert_sequences(1, [dna("acgt" * 20)]) for _ in range(500)],
        ],
    )
    def test_an_edit(self, full: WorkingCopy, action: Callable[[WorkingCopy], object]) -> None:
        before, history = rows(full), full.history()

        def edit() -> None:
            with full.step("edit"):
                action(full)

        with pytest.raises(FullDiskError):
            edit()
        assert rows(full) == before
        assert full.history() == history
        assert list(full.order.ids) == list(full.load_order().ids)
        assert not full.connection.in_transaction

    def test_an_undo_that_needs_room(self, copy: WorkingCopy) -> None:
        with copy.step("fill"):
            (one,) = copy.insert_sequences(1, [dna("a" * 400_000)])
        with copy.step("cut"):
            copy.write_sequence(one, dna("c"))
        copy.connection.execute("VACUUM")
        self.make_full(copy)
        before = rows(copy)
        # The former letters are in the journal; to bring them back takes little more room.
        try:
            copy.undo()
        except FullDiskError:
            assert rows(copy) == before
            self.make_room(copy)
            copy.undo()
        assert copy.sequence(one).length == 400_000
        copy.redo()
        assert rows(copy) == before

    def test_a_fill(self, copy: WorkingCopy) -> None:
        self.make_full(copy)
        with pytest.raises(FullDiskError):
            list(bulk.fill(copy, [(None, dna("acgt" * 5000))] * 50))
        assert copy.is_being_filled

    def test_findings(self, tmp_path: Path) -> None:
        store = FindingsStore(tmp_path)
        store.replace_sequences([(1, 1, [_finding("a")])])
        pages = store._connection.execute("PRAGMA page_count").fetchone()[0]
        store._connection.execute(f"PRAGMA max_page_count = {pages}")
        many = [_finding("b", value="x" * 1000) for _ in range(200)]
        with pytest.raises(FullDiskError):
            store.replace_sequences([(1, 2, many)])
        assert [kept.finding.rule for kept in store.kept(store.ids())] == ["a"]
        store.close()

    def test_a_save(self, copy: WorkingCopy, tmp_path: Path, limited: None) -> None:
        with copy.step("fill"):
            copy.insert_sequences(1, [dna("acgt" * 50_000)])
        target = tmp_path / "a.seqproj"
        target.write_bytes(b"former")
        with pytest.raises(FullDiskError):
            save_project(copy, target)
        assert target.read_bytes() == b"former"
        assert sorted(path.name for path in tmp_path.iterdir()) == ["a.seqproj", "copy"]

    def test_an_opening(self, copy: WorkingCopy, tmp_path: Path, limited_rows: None) -> None:
        with copy.step("fill"):
            copy.insert_sequences(1, [dna("acgt" * 200_000)])
        save_project(copy, tmp_path / "a.seqproj")
        with pytest.raises(FullDiskError):
            open_project(tmp_path / "a.seqproj", tmp_path / "again")

    @pytest.fixture
    def limited_rows(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Let a new working copy have room for its tables only."""
        made = project.prepare

        def small(connection: sqlite3.Connection, header: GeneralInformation) -> None:
            made(connection, header)
            connection.execute("PRAGMA max_page_count = 60")

        monkeypatch.setattr(project, "prepare", small)

    @pytest.fixture
    def limited(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Let every new project file have room for a few pages only."""

        def small(path: Path) -> object:
            connection = connect(path)
            connection.execute("PRAGMA max_page_count = 30")
            return connection

        connect = project.connect
        monkeypatch.setattr(project, "connect", small)
