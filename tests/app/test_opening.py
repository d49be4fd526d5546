from __future__ import annotations

from pathlib import Path

import pytest

from seqeditor.app.claims import HELD, HELD_HERE
from seqeditor.app.document import Kind, ReadOnlyError
from seqeditor.app.home import working_copies
from seqeditor.app.jobs import CancelledError, Job
from seqeditor.app.opening import close_document, new_document, open_file
from seqeditor.app.receiving import BROKEN_OFF, UnreadableError
from seqeditor.app.saving import save_project
from seqeditor.domain.edits.sequence import set_name
from seqeditor.store.database import NewerProjectError, NotAProjectError
from tests.app.conftest import Begin, Opened, content
from tests.listings import HEADER, coding, different, dna, protein, write_listing


def _copies() -> list[Path]:
    return list(working_copies().glob("*/*"))


def _project(begin: Begin, path: Path) -> Path:
    document = begin(dna(), protein())
    save_project(document, path, Job(), document.copy)
    document.close()
    return path


def test_a_new_listing_is_empty(opened: Opened) -> None:
    document = new_document()
    assert (document.count(), document.title, document.kind) == (0, "", Kind.NEW)
    assert not document.is_modified
    close_document(document, keep=False)
    assert _copies() == []


def test_a_listing_is_read_and_its_file_left_alone(opened: Opened, tmp_path: Path) -> None:
    path = write_listing(tmp_path / "a.xml", [coding("2"), protein()])
    before = path.read_bytes()
    document = opened(path)
    assert (document.kind, document.title, document.read_only) == (Kind.RECEIVED, "a.xml", "")
    assert document.count() == 2
    assert document.header.applicant_name == HEADER.applicant_name
    assert document.header.written_total == "2"
    assert not document.is_modified
    document.apply("Rename", document.order.ids, lambda one: set_name(one, "x"))
    assert path.read_bytes() == before


def test_a_project_is_read(begin: Begin, opened: Opened, tmp_path: Path) -> None:
    path = _project(begin, tmp_path / "a.seqproj")
    document = opened(path)
    assert (document.kind, document.title, document.count()) == (Kind.PROJECT, "a.seqproj", 2)
    assert not document.is_modified
    assert document.undo_step() is None


@pytest.mark.parametrize("name", ["a.xml", "a.seqproj", "a"])
def test_the_content_decides_what_a_file_is(
    begin: Begin, opened: Opened, tmp_path: Path, name: str
) -> None:
    project = _project(begin, tmp_path / "first.seqproj")
    path = project.rename(tmp_path / name)
    assert opened(path).kind is Kind.PROJECT
    path.unlink()
    assert opened(write_listing(path, [dna()])).kind is Kind.RECEIVED


def test_a_listing_that_breaks_off_is_shown_as_far_as_it_goes(
    opened: Opened, tmp_path: Path
) -> None:
    path = write_listing(tmp_path / "a.xml", different(3))
    path.write_bytes(path.read_bytes()[:-60])
    document = opened(path)
    assert document.count() == 2
    assert document.read_only == BROKEN_OFF
    rules = [kept.finding.rule for kept in document.findings.kept(document.findings.ids())]
    assert rules == ["xml-not-well-formed"]
    with pytest.raises(ReadOnlyError):
        document.apply_header("Title", lambda header: header)


@pytest.mark.parametrize("data", [b"", b"no listing", bytes(200), b"<html/>"])
def test_what_is_no_listing_tells_why_and_leaves_nothing(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.xml"
    path.write_bytes(data)
    with pytest.raises(UnreadableError) as refused:
        open_file(path, Job())
    assert refused.value.path == path
    assert refused.value.findings
    assert _copies() == []


@pytest.mark.parametrize("data", [b"", b"SQLite format 3\0" + bytes(3000)])
def test_what_is_no_project_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.seqproj"
    path.write_bytes(data)
    with pytest.raises(NotAProjectError):
        open_file(path, Job())
    assert _copies() == []
    assert list(tmp_path.glob("~*")) == []  # the claim has been given up


def test_a_newer_project_is_refused(begin: Begin, tmp_path: Path) -> None:
    path = _project(begin, tmp_path / "a.seqproj")
    data = bytearray(path.read_bytes())
    data[60:64] = (99).to_bytes(4, "big")  # user_version
    path.write_bytes(data)
    with pytest.raises(NewerProjectError):
        open_file(path, Job())


def test_a_missing_file_is_told_by_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        open_file(tmp_path / "none.xml", Job())
    assert _copies() == []


def test_opening_can_be_stopped_and_leaves_nothing(tmp_path: Path) -> None:
    path = write_listing(tmp_path / "a.xml", different(50))
    job = Job()
    job.cancel()
    with pytest.raises(CancelledError):
        open_file(path, job)
    assert _copies() == []


def test_progress_is_told_in_bytes(tmp_path: Path) -> None:
    path = write_listing(tmp_path / "a.xml", different(50))
    told: list[tuple[int, int]] = []
    open_file(path, Job(lambda job: told.append((job.done, job.total)))).close()
    size = path.stat().st_size
    assert told[0] == (0, size)
    assert told[-1] == (size, size)


def test_a_project_open_elsewhere_is_read_only(
    begin: Begin, opened: Opened, tmp_path: Path
) -> None:
    path = _project(begin, tmp_path / "a.seqproj")
    first, second = opened(path), opened(path)
    assert first.read_only == ""
    assert second.read_only in (HELD, HELD_HERE)
    assert not second.is_editable
    assert set(second.read_only_parameters) == {"user", "host", "since"}
    assert second.read_only_parameters["host"]
    assert content(first) == content(second)
    # Closing the second leaves the first its claim; closing the first frees the project.
    second.close()
    assert opened(path).read_only
    first.close()
    assert opened(path).read_only == ""


def test_closing_keeps_the_working_copy_only_when_asked(tmp_path: Path) -> None:
    path = write_listing(tmp_path / "a.xml", [dna()])
    for keep in (True, False):
        document = open_file(path, Job())
        folder = document.copy.folder
        close_document(document, keep=keep)
        assert folder.exists() is keep


def test_every_valid_file_is_opened(opened: Opened, shared: Path) -> None:
    for path in sorted((shared / "fixtures" / "ddbj").glob("*.xml")):
        document = opened(path)
        assert document.count() > 0
        assert document.read_only == ""
