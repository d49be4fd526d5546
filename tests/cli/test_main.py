from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from seqeditor import __version__
from seqeditor.cli import rules
from seqeditor.cli.main import COMMANDS, LATER
from seqeditor.store.database import FullDiskError, StoreError
from tests.cli.conftest import Call
from tests.listings import dna, write_listing

ROOT = Path(__file__).resolve().parents[2]


def test_version_and_help(call: Call) -> None:
    assert call("--version").out.strip() == f"seqeditor {__version__}"
    shown = call("--help")
    assert shown.status == 0
    assert all(name in shown.out for name in COMMANDS)
    assert not [name for name in LATER if name in shown.out]


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_help(call: Call, name: str) -> None:
    shown = call(name, "--help")
    assert shown.status == 0
    assert f"seqeditor {name}" in shown.out
    # Formats of later versions are not listed.
    assert not [word for word in ("|html", "csv", "--pair") if word in shown.out]


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("valdate", "x.xml"),
        ("validate",),
        ("validate", "no such file.xml", "--nonsense"),
        ("validate", "x.xml", "--profile", "mine"),
        ("validate", "x.xml", "--jobs", "0"),
        ("validate", "x.xml", "--jobs", "two"),
        ("validate", "x.xml", "--level", "all"),
        ("validate", "x.xml", "--language", "xx"),
        ("validate", "x.xml", "--format", "yaml"),
        ("validate", "x.xml", "--form", "json"),
        ("rules", "--format", "html"),
        ("info",),
        ("info", "no such file.xml"),
        ("convert", "a.xml"),
        ("--nonsense",),
    ],
)
def test_wrong_use_is_one_line_and_status_2(call: Call, arguments: tuple[str, ...]) -> None:
    told = call(*arguments)
    assert told.status == 2
    assert told.out == ""
    assert told.err.startswith("seqeditor: ")
    assert told.err.count("\n") == 1
    assert "_positive" not in told.err


@pytest.mark.parametrize("name", LATER)
def test_later_commands_say_so(call: Call, name: str) -> None:
    told = call(name, "a.xml", "b.xml")
    assert (told.status, told.err.count("\n")) == (2, 1)
    assert "later version" in told.err


@pytest.mark.parametrize("form", ["xml", "html", "csv"])
def test_later_formats_say_so(call: Call, form: str) -> None:
    told = call("validate", "a.xml", "--format", form)
    assert (told.status, told.err.count("\n")) == (2, 1)
    assert "later version" in told.err


def test_a_reader_that_goes_away_gets_no_traceback() -> None:
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "wb") as gone:
        done = subprocess.run(
            [sys.executable, "-m", "seqeditor", "rules", "--format", "json"],
            cwd=ROOT,
            stdout=gone,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            timeout=60,
        )
    assert (done.returncode, done.stderr) == (2, "")


@pytest.mark.parametrize(
    ("error", "word"),
    [
        (KeyboardInterrupt(), "Stopped"),
        (MemoryError(), "memory"),
        (FullDiskError("disk full"), "room"),
        (StoreError("locked"), "locked"),
        (OSError(28, "No space left on device", "a.xml"), "a.xml: No space"),
    ],
)
def test_what_ends_the_work_is_one_line(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, word: str
) -> None:
    def fail(*_arguments: object) -> None:
        raise error

    monkeypatch.setattr(rules, "all_rules", fail)
    told = call("rules")
    assert (told.status, told.out, told.err.count("\n")) == (2, "", 1)
    assert word in told.err


def test_progress_is_shown_on_a_terminal_and_taken_away(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_listing(tmp_path / "a.xml", [dna()])
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    told = call("validate", path)
    assert "100 %" in told.err
    assert told.err.endswith("\r\x1b[K")
    assert "\r" not in told.out
    assert told.err.count("\n") == 0
