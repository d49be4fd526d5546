from __future__ import annotations

import json
import platform
from pathlib import Path

import pytest

from seqeditor.app.claims import HELD, Claim, Holder, holder_of, is_held_elsewhere
from seqeditor.app.jobs import Job
from seqeditor.app.saving import HeldElsewhereError, save_project
from tests.app.conftest import Begin, Opened
from tests.listings import dna


def _note(project: Path) -> Path:
    return project.with_name(f"~${project.name}.lock")


def test_one_claim_at_a_time(tmp_path: Path) -> None:
    first, second = Claim(tmp_path / "a.seqproj"), Claim(tmp_path / "a.seqproj")
    assert first.acquire()
    assert not second.acquire()
    holder = holder_of(tmp_path / "a.seqproj")
    assert (holder.host, bool(holder.since)) == (platform.node(), True)
    first.release()
    assert not _note(tmp_path / "a.seqproj").exists()
    assert second.acquire()
    second.release()


def test_a_link_to_a_project_is_the_same_project(tmp_path: Path) -> None:
    (tmp_path / "a.seqproj").touch()
    (tmp_path / "link.seqproj").symlink_to(tmp_path / "a.seqproj")
    first, second = Claim(tmp_path / "a.seqproj"), Claim(tmp_path / "link.seqproj")
    assert first.acquire()
    assert not second.acquire()
    first.release()


def test_a_note_left_by_a_crash_of_this_machine_means_nothing(tmp_path: Path) -> None:
    project = tmp_path / "a.seqproj"
    note = {"user": "me", "host": platform.node(), "since": "2026-01-01T00:00:00"}
    _note(project).write_text(json.dumps(note), encoding="utf-8")
    assert not is_held_elsewhere(project)
    claim = Claim(project)
    assert claim.acquire()
    claim.release()


@pytest.mark.parametrize("text", ["", "no json", "[]", "{}", '{"host": ""}', "\0\1\2"])
def test_an_unreadable_note_holds_nothing(tmp_path: Path, text: str) -> None:
    project = tmp_path / "a.seqproj"
    _note(project).write_text(text, encoding="utf-8")
    assert not is_held_elsewhere(project)
    assert holder_of(project) == Holder()


def test_another_machine_is_named(begin: Begin, opened: Opened, tmp_path: Path) -> None:
    project = tmp_path / "a.seqproj"
    document = begin(dna())
    save_project(document, project, Job(), document.copy)
    document.close()
    note = {"user": "Ann", "host": "elsewhere", "since": "2026-01-01T00:00:00"}
    _note(project).write_text(json.dumps(note), encoding="utf-8")
    second = opened(project)
    assert second.read_only == HELD
    assert second.read_only_parameters == note
    with pytest.raises(HeldElsewhereError):
        save_project(begin(dna()), project, Job(), document.copy)
    # It is not ours to take away.
    second.close()
    assert _note(project).exists()


def test_a_folder_that_takes_no_note_is_no_hindrance(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object, **_options: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "write_text", refuse)
    claim = Claim(tmp_path / "a.seqproj")
    assert claim.acquire()
    assert not Claim(tmp_path / "a.seqproj").acquire()
    claim.release()
