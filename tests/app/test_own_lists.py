"""The user's own lists survive a round trip, and damage."""

from __future__ import annotations

from pathlib import Path

import pytest

from seqeditor.app import own_lists


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SEQEDITOR_HOME", str(tmp_path))


def test_nothing_kept_is_an_empty_list() -> None:
    assert own_lists.load_own_list("templates") == []


def test_what_is_saved_is_loaded() -> None:
    own_lists.save_own_list("templates", [{"name": "é 日本"}])
    assert own_lists.load_own_list("templates") == [{"name": "é 日本"}]


@pytest.mark.parametrize("text", ["", "[1]", "{", '{"kind": "clients", "items": []}', "[" * 100000])
def test_a_damaged_file_is_set_aside(text: str) -> None:
    file = own_lists.own_list_file("templates")
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    assert own_lists.load_own_list("templates") == []
    assert file.with_suffix(".damaged.json").read_text(encoding="utf-8") == text


def test_an_export_of_another_kind_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "clients.json"
    own_lists.write_list("clients", file, [])
    with pytest.raises(own_lists.OwnListError):
        own_lists.read_list("templates", file)
