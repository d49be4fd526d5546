from __future__ import annotations

from pathlib import Path

import pytest

from seqeditor.app import last_places
from seqeditor.app.home import config_folder
from seqeditor.app.last_places import MOST, LastPlace, keep_last_place, last_place


def test_what_is_kept_is_found(tmp_path: Path) -> None:
    file = tmp_path / "ü.seqproj"
    assert last_place(file) is None
    keep_last_place(file, LastPlace(7, 120, 3))
    keep_last_place(tmp_path / "other.seqproj", LastPlace())
    assert last_place(file) == LastPlace(7, 120, 3)
    keep_last_place(file, LastPlace(2))
    assert last_place(file) == LastPlace(2, 1, 0)


def test_the_oldest_is_forgotten(tmp_path: Path) -> None:
    for number in range(MOST + 1):
        keep_last_place(tmp_path / f"{number}.xml", LastPlace(number + 1))
    assert last_place(tmp_path / "0.xml") is None
    assert last_place(tmp_path / "1.xml") == LastPlace(2)


@pytest.mark.parametrize(
    "text", ["", "[", "[]", "3", '{"x": 1}', '{"%s": []}', '{"%s": {"position": "a"}}']
)
def test_a_damaged_file_is_no_place(tmp_path: Path, text: str) -> None:
    file = tmp_path / "a.xml"
    target = config_folder() / "places.json"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text.replace("%s", last_places._key(file)), encoding="utf-8")
    assert last_place(file) is None
    keep_last_place(file, LastPlace(4))
    assert last_place(file) == LastPlace(4)
