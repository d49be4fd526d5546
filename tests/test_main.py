from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from seqeditor import __main__ as start

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize(
    ("arguments", "files"),
    [
        ([], True),
        (["listing.xml"], True),
        (["one.xml", "C:/two.seqproj"], True),
        (["folder/listing"], True),
        (["validate", "listing.xml"], False),
        (["valdate"], False),
        (["--version"], False),
        (["listing.xml", "--help"], False),
    ],
)
def test_only_files_open_the_window(arguments: list[str], files: bool) -> None:
    assert start._names_files(arguments) is files


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have a display")
@pytest.mark.parametrize("arguments", [[], ["listing.xml"]])
def test_without_a_display_the_window_says_so(arguments: list[str], tmp_path: Path) -> None:
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    done = subprocess.run(
        [sys.executable, "-m", "seqeditor", *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert "no display" in done.stderr


def test_a_command_does_not_load_qt() -> None:
    script = (
        "import sys; sys.argv = ['seqeditor', '--version']\n"
        "from seqeditor.__main__ import main\n"
        "try:\n    status = main()\nexcept SystemExit as end:\n    status = end.code\n"
        "assert not status\n"
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, "")
