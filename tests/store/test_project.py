"""Project files: all of the listing, nothing of its history; damage is said in its own words."""

from __future__ import annotations

import random
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from seqeditor.domain.general_information import ApplicationIdentification, LanguageText
from seqeditor.domain.residues import CHUNK, TextResidues
from seqeditor.domain.sequence import Feature, Qualifier
from seqeditor.store.database import (
    FullDiskError,
    NewerProjectError,
    NotAProjectError,
    StoreError,
)
from seqeditor.store.project import open_project, save_project
from seqeditor.store.workingcopy import WorkingCopy
from tests.store.rows import dna, protein_of, rows

SECRET = "wsnykmrbdhv" * 3


@pytest.fixture
def filled(copy: WorkingCopy) -> WorkingCopy:
    """Three sequences, one of them long, with something in every table that travels."""
    with copy.step("fill"):
        gene, protein, long = copy.insert_sequences(
            1, [dna(protein="2", name="gen é"), dna("cc"), dna("acgt" * CHUNK)]
        )
        old = copy.sequence(gene)
        note = Feature("misc", "1", (Qualifier("note", "a", "б", id="q7"),))
        copy.write_sequence(gene, replace(old, features=(*old.features, note), colour="red"))
        copy.write_header(
            replace(
                copy.header,
                titles=(LanguageText("Título", "es"),),
                application=ApplicationIdentification("EP", "1", "2026-01-01"),
            )
        )
        for statement in (
            f"INSERT INTO free_text VALUES ({gene}, 3, 'de', 'Text')",
            f"INSERT INTO reviewed_finding VALUES ({gene}, 'r', 'p', x'00', 'why', 'now')",
            f"INSERT INTO bookmark VALUES (1, {protein}, 0, 'here')",
            "INSERT INTO profile VALUES ('client', 'x')",
        ):
            copy.connection.execute(statement)
    copy.connection.execute("INSERT INTO snapshot VALUES (1, 'l', 'a', 'f.xml', 's', 3, x'010203')")
    copy.connection.execute("INSERT INTO import_report VALUES (1, 'a', 's', 'f', 'h', 3, '{}')")
    copy.connection.execute(
        "INSERT INTO import_item VALUES (1, 1, 'a', 'c', NULL, 'f', NULL, 'n', 0, 4, 'm', '{}')"
    )
    assert copy.sequence(long).length == 4 * CHUNK
    return copy


@pytest.fixture
def saved(filled: WorkingCopy, tmp_path: Path) -> Path:
    save_project(filled, tmp_path / "a.seqproj")
    return tmp_path / "a.seqproj"


def _unjournalled(copy: WorkingCopy) -> list[list[tuple[object, ...]]]:
    tables = ("snapshot", "import_report", "import_item")
    return [copy.connection.execute(f"SELECT * FROM {table}").fetchall() for table in tables]


def _files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_round_trip(filled: WorkingCopy, saved: Path, tmp_path: Path) -> None:
    before = saved.read_bytes()
    with closing(open_project(saved, tmp_path / "again")) as copy:
        assert rows(copy) == rows(filled)
        assert _unjournalled(copy) == _unjournalled(filled)
        assert copy.history() == []
        assert not copy.is_modified
        assert copy.undo() is None
        assert protein_of(copy, copy.order.id_at(1)) == "2"
        with copy.step("edit"):
            (new,) = copy.insert_sequences(1, [dna()])
        assert new not in filled.order
        assert copy.revision(new) > filled.latest_revision  # type: ignore[operator]
        copy.undo()
        assert rows(copy) == rows(filled)
    assert saved.read_bytes() == before
    assert _files(tmp_path) == ["a.seqproj", "again", "copy"]


def test_an_empty_listing(copy: WorkingCopy, tmp_path: Path) -> None:
    save_project(copy, tmp_path / "a.seqproj")
    with closing(open_project(tmp_path / "a.seqproj", tmp_path / "again")) as again:
        assert rows(again) == rows(copy)


@pytest.mark.parametrize("said", ["DELETE FROM counter WHERE name = 'mentions'", "SELECT 1"])
def test_what_sequences_say_of_others_is_read_again_in_an_older_project(
    filled: WorkingCopy, saved: Path, tmp_path: Path, said: str
) -> None:
    everything = "SELECT * FROM mention ORDER BY sequence_id, n"
    wanted = filled.connection.execute(everything).fetchall()
    assert wanted
    with closing(sqlite3.connect(saved)) as file, file:
        file.execute("DELETE FROM mention")
        file.execute(said)
    with closing(open_project(saved, tmp_path / "again")) as copy:
        found = copy.connection.execute(everything).fetchall()
        assert found == (wanted if said.startswith("DELETE") else [])
        assert not copy.history()
        assert not copy.is_modified


def test_what_was_deleted_does_not_travel(filled: WorkingCopy, tmp_path: Path) -> None:
    with filled.step("insert"):
        (secret,) = filled.insert_sequences(1, [dna(SECRET, organism="Secretum", name="hush")])
    with filled.step("edit"):
        filled.write_sequence(secret, dna("acgt" + SECRET * 5, organism="Secretum"))
    with filled.step("remove"):
        filled.remove_sequences([secret])
    with filled.step("edit", {"what": "Secretum"}):
        filled.write_header(replace(filled.header, file_reference="hush"))
    filled.undo()
    save_project(filled, tmp_path / "a.seqproj")
    written = (tmp_path / "a.seqproj").read_bytes()
    for word in (SECRET, "Secretum", "hush"):
        assert word.encode() not in written
    assert "gen é".encode() in written


def test_saved_over_a_former_file(filled: WorkingCopy, saved: Path, tmp_path: Path) -> None:
    with filled.step("edit"):
        filled.remove_sequences([filled.order.id_at(2)])
    save_project(filled, saved)
    with closing(open_project(saved, tmp_path / "again")) as copy:
        assert rows(copy) == rows(filled)


def test_saved_by_a_reader_of_its_own(filled: WorkingCopy, tmp_path: Path) -> None:
    reader = filled.open_reader()
    try:
        with reader.snapshot():
            save_project(reader, tmp_path / "a#?%20.seqproj")
    finally:
        reader.connection.close()
    with closing(open_project(tmp_path / "a#?%20.seqproj", tmp_path / "again")) as copy:
        assert rows(copy) == rows(filled)


def test_what_is_not_committed_is_not_saved(filled: WorkingCopy, tmp_path: Path) -> None:
    before = rows(filled)
    with filled.step("edit"):
        filled.insert_sequences(1, [dna()])
        save_project(filled, tmp_path / "a.seqproj")
    with closing(open_project(tmp_path / "a.seqproj", tmp_path / "again")) as copy:
        assert rows(copy) == before


def test_a_failed_save_leaves_the_former_file(
    filled: WorkingCopy, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    former = saved.read_bytes()

    def failing(*_: object, **_named: object) -> None:
        raise FullDiskError("full")

    monkeypatch.setattr("seqeditor.store.project.state_of", failing)
    with pytest.raises(FullDiskError):
        save_project(filled, saved)
    assert saved.read_bytes() == former
    assert _files(saved.parent) == ["a.seqproj", "copy"]


def test_a_full_disk_at_the_flush_is_said(
    filled: WorkingCopy, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    former = saved.read_bytes()

    def failing(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", failing)
    with pytest.raises(FullDiskError):
        save_project(filled, saved)
    assert saved.read_bytes() == former


def test_a_folder_that_is_not_there(filled: WorkingCopy, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        save_project(filled, tmp_path / "none" / "a.seqproj")


# -- files that are no project, or no more ---------------------------------------------------------


def _opened(path: Path, folder: Path) -> WorkingCopy | None:
    """What opening gives; None when it is refused by one of its own errors."""
    try:
        return open_project(path, folder)
    except (NotAProjectError, NewerProjectError):
        return None


@pytest.mark.parametrize(
    "content", [b"", b"x", b"<?xml version='1.0'?>", b"SQLite format 3\x00", b"\x00" * 5000]
)
def test_other_files(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.seqproj"
    path.write_bytes(content)
    with pytest.raises(NotAProjectError):
        open_project(path, tmp_path / "again")
    assert path.read_bytes() == content
    assert not list(tmp_path.glob("a.seqproj?*"))


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        open_project(tmp_path / "none.seqproj", tmp_path / "again")
    with pytest.raises(OSError):
        open_project(tmp_path, tmp_path / "again")


def _change(*statements: str) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            for statement in statements:
                connection.execute(statement)

    return change


_LOOSE = (
    "PRAGMA writable_schema = ON",
    "UPDATE sqlite_schema SET sql = replace(sql, 'STRICT', '') WHERE type = 'table'",
    "PRAGMA writable_schema = RESET",
    "PRAGMA ignore_check_constraints = ON",
)


@pytest.mark.parametrize(
    "statements",
    [
        ("PRAGMA application_id = 7",),
        ("PRAGMA user_version = 0",),
        ("DROP TABLE bookmark",),
        ("ALTER TABLE link ADD COLUMN more TEXT",),
        ("DROP TABLE link", "CREATE VIEW link AS SELECT 1 AS sequence_id"),
        ("DELETE FROM listing",),
        ("UPDATE listing SET header = 'no json'",),
        ("UPDATE listing SET header = '[1]'",),
        ("UPDATE listing SET header = '{\"file_name\": 5}'",),
        ("UPDATE listing SET header = '{\"strange\": null}'",),
        ("UPDATE listing SET header = '{\"titles\": null}'",),
        ("DELETE FROM residues WHERE sequence_id = 3 AND block > 1048576",),
        ("UPDATE residues SET length = length + 1",),
        ("UPDATE sequence SET id = 1 << 60 WHERE id = 2",),
        ("UPDATE counter SET value = 1 << 62",),
        (*_LOOSE, "UPDATE sequence SET length = 'many'"),
        (*_LOOSE, "UPDATE sequence SET annotations = 'text'"),
        (*_LOOSE, "UPDATE sequence SET id = -1 WHERE id = 2"),
        (*_LOOSE, "UPDATE residues SET data = 5"),
        ("UPDATE sequence SET organism = CAST(x'ff00fe' AS TEXT)",),
    ],
)
def test_what_does_not_fit(saved: Path, tmp_path: Path, statements: tuple[str, ...]) -> None:
    _change(*statements)(saved)
    with pytest.raises(NotAProjectError):
        open_project(saved, tmp_path / "again")


def test_a_lost_counter_is_made_again(saved: Path, tmp_path: Path) -> None:
    _change("DELETE FROM counter")(saved)
    with closing(open_project(saved, tmp_path / "again")) as copy, copy.step("insert"):
        (new,) = copy.insert_sequences(1, [dna()])
        assert new == 4


def test_a_newer_project(saved: Path, tmp_path: Path) -> None:
    _change("PRAGMA user_version = 2")(saved)
    with pytest.raises(NewerProjectError):
        open_project(saved, tmp_path / "again")


def test_nothing_in_the_file_is_executed(saved: Path, tmp_path: Path) -> None:
    _change("CREATE TRIGGER t AFTER INSERT ON sequence BEGIN DELETE FROM sequence; END")(saved)
    with closing(open_project(saved, tmp_path / "again")) as copy:
        assert copy.count() == 3
        found = copy.connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 't'")
        assert found.fetchone() is None


def test_no_file_beside_it_is_followed(saved: Path, tmp_path: Path) -> None:
    journal = saved.with_name(saved.name + "-journal")
    journal.write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"\x00" * 2000)
    before = saved.read_bytes()
    with closing(open_project(saved, tmp_path / "again")) as copy:
        assert copy.count() == 3
    assert saved.read_bytes() == before
    assert journal.exists()


def _read_all(copy: WorkingCopy) -> None:
    """Look at everything; what is damaged inside a row may say so, and nothing else."""
    for read in (
        lambda: copy.header,
        lambda: list(copy.rows()),
        lambda: [copy.sequence(i).residues.text() for i in copy.order.ids],
        lambda: list(copy.export()),
        lambda: copy.matching("a"),
    ):
        try:
            read()
        except StoreError:
            continue


@pytest.mark.parametrize("part", range(10))
def test_truncated_anywhere(saved: Path, tmp_path: Path, part: int) -> None:
    whole = saved.read_bytes()
    saved.write_bytes(whole[: len(whole) * part // 10 + part])
    with pytest.raises(NotAProjectError):
        open_project(saved, tmp_path / "again")


def test_changed_bytes(tmp_path: Path) -> None:
    with closing(WorkingCopy.create(tmp_path / "small")) as small:
        with small.step("fill"):
            small.insert_sequences(1, [dna("acgt" * n, protein="2", name="n") for n in range(9)])
        save_project(small, tmp_path / "whole.seqproj")
    whole = (tmp_path / "whole.seqproj").read_bytes()
    chance = random.Random(7)
    opened = 0
    for n in range(250):
        broken = bytearray(whole)
        # Half of them in the first page, where the header and the schema are.
        end = len(broken) if n % 2 else 4096
        for _ in range(chance.choice((1, 1, 4, 40))):
            broken[chance.randrange(end)] = chance.randrange(256)
        path = tmp_path / "broken.seqproj"
        path.write_bytes(broken)
        copy = _opened(path, tmp_path / f"copy{n}")
        if copy is not None:
            with closing(copy):
                _read_all(copy)
            opened += 1
        assert path.read_bytes() == bytes(broken)
        shutil.rmtree(tmp_path / f"copy{n}", ignore_errors=True)
    assert 0 < opened < 250
    assert not list(tmp_path.glob("broken.seqproj?*"))


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")
def test_a_read_only_folder(saved: Path, tmp_path: Path) -> None:
    folder = tmp_path / "shelf"
    folder.mkdir()
    shutil.copy(saved, folder / "a.seqproj")
    folder.chmod(0o500)
    try:
        with closing(open_project(folder / "a.seqproj", tmp_path / "again")) as copy:
            assert copy.count() == 3
    finally:
        folder.chmod(0o700)


@pytest.fixture(autouse=True)
def _no_leftovers(tmp_path: Path) -> Iterator[None]:
    yield
    assert not list(tmp_path.glob(".*.tmp"))


def test_residues_of_the_long_one_are_whole(saved: Path, tmp_path: Path) -> None:
    with closing(open_project(saved, tmp_path / "again")) as copy:
        assert copy.sequence(copy.order.id_at(3)).residues == TextResidues("acgt" * CHUNK)
