"""A file that has grown long is split, or its reason is named here."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LIMIT = 400
REASONS: dict[str, str] = {}


def _lengths() -> dict[str, int]:
    folders = ("seqeditor", "tests", "installer")
    return {
        path.relative_to(ROOT).as_posix(): len(path.read_text(encoding="utf-8").splitlines())
        for folder in folders
        for path in (ROOT / folder).rglob("*.py")
    }


def test_long_files_have_a_reason() -> None:
    long = {name: length for name, length in _lengths().items() if length > LIMIT}
    assert {name: length for name, length in long.items() if name not in REASONS} == {}


def test_reasons_are_for_files_that_are_long() -> None:
    lengths = _lengths()
    assert [name for name in REASONS if lengths.get(name, 0) <= LIMIT] == []
