from __future__ import annotations

import json
from pathlib import Path

import pytest

from seqeditor.app.home import config_folder, data_folder, working_copies
from seqeditor.app.settings import RECENT, Settings, load_settings, save_settings


def _file() -> Path:
    file = config_folder() / "settings.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    return file


def test_without_a_file_all_is_as_usual() -> None:
    assert load_settings() == Settings()


def test_what_is_saved_is_loaded() -> None:
    chosen = Settings(
        language="ja",
        profile="us",
        recent=("/a.xml", "/b.xml"),
        folders={"open": "/files"},
        residue_size=12,
        journal_limit=1 << 20,
    )
    save_settings(chosen)
    assert load_settings() == chosen


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "7", '"x"', "\0", "{}"])
def test_a_damaged_file_is_never_fatal(text: str) -> None:
    _file().write_text(text, encoding="utf-8")
    assert load_settings() == Settings()


def test_bytes_that_are_no_text_are_never_fatal() -> None:
    _file().write_bytes(b"\xff\xfe\xfa")
    assert load_settings() == Settings()


def test_what_is_wrong_in_a_file_is_passed_over() -> None:
    found = {
        "language": 7,
        "profile": "us",
        "recent": "no list",
        "folders": ["no map"],
        "residue_size": True,
        "later": "unknown",
    }
    _file().write_text(json.dumps(found), encoding="utf-8")
    assert load_settings() == Settings(profile="us")


def test_recent_files_come_first_and_are_limited(tmp_path: Path) -> None:
    settings = Settings()
    for n in range(RECENT + 5):
        settings = settings.with_recent(tmp_path / f"{n}.xml")
    again = settings.with_recent(tmp_path / f"{RECENT}.xml")
    assert len(again.recent) == RECENT
    assert again.recent[0] == str(tmp_path / f"{RECENT}.xml")
    assert len(set(again.recent)) == RECENT
    assert again.recent[0] not in again.without_recent(again.recent[0]).recent


def test_everything_lies_in_one_folder_when_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SEQEDITOR_HOME", str(tmp_path / "stick"))
    for folder in (config_folder(), data_folder(), working_copies()):
        assert folder.is_relative_to(tmp_path / "stick")
    monkeypatch.delenv("SEQEDITOR_HOME")
    assert not config_folder().is_relative_to(tmp_path)
    assert not data_folder().is_relative_to(tmp_path)
