"""Where the program starts: `seqeditor` on a terminal, `seqeditor-window` from a menu."""

from __future__ import annotations

import multiprocessing
import os
import sys
from argparse import ArgumentParser
from pathlib import Path

from seqeditor.texts import _


def main() -> int:
    """Start the console program: nothing or only files opens the window, the rest is a command."""
    _prepare()
    arguments = sys.argv[1:]
    if arguments[:1] == ["--self-test"]:
        return _self_test(arguments[1:])
    if _names_files(arguments):
        return _open_window(arguments)
    from seqeditor.cli.main import main as run_command

    return run_command(arguments)


def window() -> int:
    """Start the window with the files named, as menus and the desktop do."""
    _prepare()
    arguments = sys.argv[1:]
    if arguments[:1] == ["--self-test"]:
        return _self_test(arguments[1:])
    return _open_window(arguments)


def _prepare() -> None:
    # In a frozen program a worker process starts here again; this call sends it to its work.
    multiprocessing.freeze_support()
    for stream in (sys.stdout, sys.stderr):
        # A program without a console has none of these; a console may not know every script.
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _names_files(arguments: list[str]) -> bool:
    """Return whether the arguments are only files: a bare word is a command, told or mistyped."""
    return all(
        not argument.startswith("-") and (Path(argument).suffix != "" or Path(argument).parts[1:])
        for argument in arguments
    )


def _open_window(files: list[str]) -> int:
    if _has_no_display():
        sys.stderr.write(
            _("There is no display to open a window on. See seqeditor --help for commands.") + "\n"
        )
        return 2
    from seqeditor.ui.application import run

    return run(files)


def _self_test(arguments: list[str]) -> int:
    parser = ArgumentParser(prog="seqeditor --self-test")
    parser.add_argument("--output", type=Path, metavar="FOLDER")
    output: Path | None = parser.parse_args(arguments).output
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from seqeditor.ui.self_test import run

    return run(output)


def _has_no_display() -> bool:
    return sys.platform.startswith("linux") and not any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    )


if __name__ == "__main__":
    sys.exit(main())
