from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from seqeditor.app.claims import Claim
from seqeditor.app.document import Document, Kind
from seqeditor.app.jobs import Job
from seqeditor.app.saving import HeldElsewhereError, save_project, suggested_project_path
from seqeditor.domain.edits.sequence import set_name
from seqeditor.store import project
from tests.app.conftest import Begin, Opened, content
from tests.listings import coding, dna, protein


def _save(document: Document, path: Path) -> None:
    reader = document.reader()
    try:
        save_project(document, path, Job(), reader)
    finally:
        reader.connection.close()


def _rename(document: Document, name: str) -> None:
    document.apply("Rename", document.order.ids, lambda one: set_name(one, name))


def test_what_is_saved_is_what_is_opened(begin: Begin, opened: Opened, tmp_path: Path) -> None:
    document, path = begin(coding("2"), protein()), tmp_path / "a.seqproj"
    _save(document, path)
    assert (document.kind, document.path, document.title) == (Kind.PROJECT, path, "a.seqproj")
    assert not document.is_modified
    before = content(document)
    document.close()
    assert content(opened(path)) == before


def test_saving_keeps_the_undo_history(begin: Begin, tmp_path: Path) -> None:
    document = begin(dna())
    _rename(document, "x")
    _save(document, tmp_path / "a.seqproj")
    document.undo()
    assert document.is_modified
    document.redo()
    assert not document.is_modified


def test_a_received_listing_goes_beside_its_file(received: Begin, tmp_path: Path) -> None:
    assert suggested_project_path(received(dna())) == tmp_path / "received.seqproj"


def test_a_new_one_has_a_name_to_begin_with(begin: Begin) -> None:
    document = begin(dna())
    document.apply_header("Edit", lambda header: replace(header, file_reference=None))
    assert suggested_project_path(document) == Path("listing.seqproj")


@pytest.mark.parametrize(
    ("reference", "name"),
    [
        ("P1234-EP", "P1234-EP.seqproj"),
        (" 12/345: <draft> ", "12-345- -draft.seqproj"),
        ("社内-7", "社内-7.seqproj"),
        ("..", "listing.seqproj"),
        ("x" * 300, f"{'x' * 60}.seqproj"),
    ],
)
def test_a_new_one_is_named_after_the_reference_of_the_applicant(
    begin: Begin, reference: str, name: str
) -> None:
    document = begin(dna())
    document.apply_header("Edit", lambda header: replace(header, file_reference=reference))
    assert suggested_project_path(document) == Path(name)


def test_saving_elsewhere_moves_the_claim(begin: Begin, opened: Opened, tmp_path: Path) -> None:
    document, one, two = begin(dna()), tmp_path / "one.seqproj", tmp_path / "two.seqproj"
    _save(document, one)
    _save(document, two)
    assert document.path == two
    assert opened(one).read_only == ""
    assert opened(two).read_only


def test_a_project_held_elsewhere_is_not_written_over(begin: Begin, tmp_path: Path) -> None:
    path = tmp_path / "a.seqproj"
    first, second = begin(dna()), begin(protein())
    _save(first, path)
    before = path.read_bytes()
    with pytest.raises(HeldElsewhereError):
        _save(second, path)
    assert path.read_bytes() == before
    assert second.is_modified
    assert (second.kind, second.path) == (Kind.NEW, None)


def test_a_read_only_project_saved_elsewhere_can_be_edited(
    begin: Begin, opened: Opened, tmp_path: Path
) -> None:
    path = tmp_path / "a.seqproj"
    _save(begin(dna()), path)
    second = opened(path)
    assert second.read_only
    _save(second, tmp_path / "mine.seqproj")
    assert second.read_only == ""
    _rename(second, "x")
    assert second.is_modified


def test_the_former_file_is_whole_when_saving_fails(
    begin: Begin, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document, path = begin(dna()), tmp_path / "a.seqproj"
    _save(document, path)
    before = path.read_bytes()
    _rename(document, "x")

    def fail(*_arguments: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(project, "_write", fail)
    with pytest.raises(OSError, match="Input/output"):
        _save(document, path)
    with pytest.raises(OSError, match="Input/output"):
        _save(document, tmp_path / "other.seqproj")
    assert path.read_bytes() == before
    assert not (tmp_path / "other.seqproj").exists()
    assert document.is_modified
    assert document.path == path
    # The claim of the other path has been given up, that of the first is still held.
    other = Claim(tmp_path / "other.seqproj")
    assert other.acquire()
    other.release()
    assert not Claim(path).acquire()


def test_a_missing_folder_is_told_by_the_system(begin: Begin, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        _save(begin(dna()), tmp_path / "none" / "a.seqproj")


def test_what_is_edited_while_saving_is_not_in_the_file(
    begin: Begin, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = begin(dna())
    really_write = project._write

    def write(source: Path, file: Path) -> project.SavedState:
        state = really_write(source, file)
        _rename(document, "later")
        return state

    monkeypatch.setattr(project, "_write", write)
    _save(document, tmp_path / "a.seqproj")
    assert document.is_modified


def test_a_listing_saved_as_project_is_that_project(
    received: Begin, opened: Opened, tmp_path: Path
) -> None:
    document = received(coding("2"), protein())
    before = content(document)
    _save(document, tmp_path / "a.seqproj")
    document.close()
    assert content(opened(tmp_path / "a.seqproj")) == before
