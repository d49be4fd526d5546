"""Options that several commands share, and the streams reports are written to."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from seqeditor.cli.refusal import RefusedError, UsageError
from seqeditor.store.atomic import atomic_write
from seqeditor.texts import LANGUAGES, N_, _, say


def add_language(parser: argparse.ArgumentParser) -> None:
    """Add `--language`."""
    parser.add_argument(
        "--language",
        choices=sorted(LANGUAGES),
        default="en",
        help=_("language of messages and reports (English without it)"),
    )


def add_format(parser: argparse.ArgumentParser, now: tuple[str, ...]) -> None:
    """Add `--format` with the formats there are now; later ones are refused by `check_format`."""
    parser.add_argument(
        "--format", default=now[0], metavar="|".join(now), help=_("form of the report")
    )


def check_format(name: str, now: tuple[str, ...], later: tuple[str, ...] = ()) -> None:
    """Raise UsageError for a format that does not exist, or not yet."""
    if name in now:
        return
    if name in later:
        raise UsageError(
            say("The format {name} comes in a later version of this program.", {"name": name})
        )
    raise UsageError(
        say(
            "There is no format {name}. Choose one of: {list}.",
            {"name": name, "list": ", ".join(now)},
        )
    )


def check_output(output: Path | None, sources: Iterable[Path] = ()) -> None:
    """Refuse, before any work is done, an output that cannot or must not be written.

    Raises RefusedError: there is no such folder, it is a folder itself, or one of the sources.
    """
    if output is None:
        return
    problem = ""
    if output.is_dir():
        problem = N_("{path} is a folder. Name a file.")
    elif not output.parent.is_dir():
        problem = N_("There is no folder {folder} to write to.")
    elif output.exists() and any(output.samefile(one) for one in sources if one.exists()):
        problem = N_("{path} is one of the files to be read. Choose another name for the output.")
    if problem:
        raise RefusedError(say(problem, {"path": output, "folder": output.parent}))


def write_report(text: str, output: Path | None) -> None:
    """Write a report to a file, whole or not at all, or to standard output.

    Raises RefusedError when the file cannot be written.
    """
    if output is None:
        sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
        sys.stdout.flush()
        return
    try:
        with atomic_write(output) as stream:
            stream.write(text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise RefusedError(
            say(
                "The report could not be written to {path}: {reason}.",
                {"path": output, "reason": error.strerror or error},
            )
        ) from error


def progress(text: str) -> None:
    """Show how far the work is on a terminal; nothing where standard error is none."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{text}")
        sys.stderr.flush()


def end_progress() -> None:
    """Take the line of progress away."""
    progress("")


def complain(text: str) -> None:
    """Tell a problem on standard error, in one line."""
    end_progress()
    line = " ".join(text.split())
    sys.stderr.write(f"seqeditor: {line}\n")
