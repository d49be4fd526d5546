"""The command line: reads the arguments, calls a command, turns the outcome into a status.

Commands are modules of this package with `add_to(commands)` and `run(arguments) -> int`.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, NoReturn

from seqeditor import __version__
from seqeditor.cli.options import complain
from seqeditor.cli.refusal import RefusedError, UsageError
from seqeditor.store.database import FullDiskError, StoreError
from seqeditor.texts import LANGUAGES, _, say, set_language

COMMANDS = ("validate", "convert", "info", "rules")
"""Modules of this package; only the one that is called is loaded, so that it starts at once."""

LATER = ("compare", "render", "translation")
"""Commands fixed by the contract that come in a later version: they answer so."""


def main(argv: Sequence[str]) -> int:
    """Run one command and return its exit status: 0, 1 or 2; never a traceback."""
    wanted = list(argv)
    set_language(_language(wanted))
    try:
        return _run(wanted)
    except SystemExit as end:
        # argparse ends --help and --version so.
        return end.code if isinstance(end.code, int) else 0
    except RefusedError as refusal:
        return _refuse(str(refusal))
    except BrokenPipeError:
        # Whoever read the report has gone; nothing may be written to it at the end either.
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 2
    except KeyboardInterrupt:
        return _refuse(_("Stopped."))
    except MemoryError:
        return _refuse(_("There is not enough memory for this."))
    except FullDiskError:
        return _refuse(_("There is no room left on the disk."))
    except (OSError, StoreError) as error:
        return _refuse(_reason(error))


def _refuse(text: str) -> int:
    complain(text)
    return 2


def _run(argv: list[str]) -> int:
    if argv and argv[0] in LATER:
        raise UsageError(
            say("The command {name} comes in a later version of this program.", {"name": argv[0]})
        )
    called = [name for name in COMMANDS if argv[:1] == [name]]
    arguments = _parser(called or COMMANDS).parse_args(argv)
    status: int = arguments.run(arguments)
    return status


def _language(argv: list[str]) -> str:
    """Return the language asked for, before the arguments are parsed: their errors speak it."""
    for at, word in enumerate(argv):
        name, _equals, value = word.partition("=")
        if name == "--language":
            chosen = value or "".join(argv[at + 1 : at + 2])
            return chosen if chosen in LANGUAGES else "en"
    return "en"


class _Parser(argparse.ArgumentParser):
    """Tells wrong use as one line and status 2, through the one place that does."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(
            say("{problem}. See seqeditor --help.", {"problem": message[:1].upper() + message[1:]})
        )

    def __init__(self, **options: Any) -> None:
        super().__init__(**options, allow_abbrev=False)


def _parser(names: Sequence[str]) -> argparse.ArgumentParser:
    parser = _Parser(
        prog="seqeditor",
        description=_("Checks, converts and describes ST.26 sequence listings."),
        epilog=_("Without a command it opens the window, with the files named."),
    )
    parser.add_argument("--version", action="version", version=f"seqeditor {__version__}")
    parser.add_argument(
        "--self-test", action="store_true", help=_("try the main functions of the program")
    )
    commands = parser.add_subparsers(title=_("commands"), metavar="COMMAND", required=True)
    for name in names:
        importlib.import_module(f"seqeditor.cli.{name}").add_to(commands)
    return parser


def _reason(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        name = error.filename if isinstance(error.filename, str) else ""
        return f"{name}: {error.strerror}" if name else str(error.strerror)
    return say("The data could not be read or kept: {reason}.", {"reason": error})
