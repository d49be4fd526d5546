"""`seqeditor validate`: checks files and folders of ST.26 listings."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from seqeditor.app.checking import Options, check_file
from seqeditor.app.file_report import FileReport, Verdict
from seqeditor.app.jobs import Job
from seqeditor.cli.options import (
    add_format,
    add_language,
    check_format,
    end_progress,
    progress,
    write_report,
)
from seqeditor.cli.refusal import UsageError
from seqeditor.cli.report_json import json_report
from seqeditor.cli.report_text import text_report
from seqeditor.rules.finding import Level
from seqeditor.rules.rule import PROFILES
from seqeditor.texts import Catalogue, _, say

_FORMATS = ("text", "json")
_LATER_FORMATS = ("xml", "html", "csv")
_LISTED = {"text": Level.WARNING, "json": Level.INFO}


def add_to(commands: argparse._SubParsersAction[Any]) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser("validate", help=_("check ST.26 files"))
    parser.add_argument(
        "paths",
        nargs="+",
        metavar="PATH",
        help=_("a file, or a folder: every .xml file below it"),
    )
    add_format(parser, _FORMATS)
    parser.add_argument("--output", type=Path, metavar="FILE", help=_("write the report there"))
    parser.add_argument(
        "--profile", choices=PROFILES, default="applicant", help=_("by whose rules to judge")
    )
    parser.add_argument(
        "--level",
        choices=[str(level) for level in Level],
        help=_("list findings of this level and above"),
    )
    parser.add_argument(
        "--thorough", action="store_true", help=_("also run the checks that take long")
    )
    parser.add_argument(
        "--jobs", type=_positive, metavar="N", help=_("how many processes may work")
    )
    add_language(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Check, write the report, and return 2, 1 or 0 as the contract says."""
    check_format(arguments.format, _FORMATS, _LATER_FORMATS)
    files = list(_files(arguments.paths))
    options = Options(arguments.profile, arguments.thorough, date.today())
    jobs = arguments.jobs or min(os.cpu_count() or 1, 4)
    reports = [_checked(path, name, options, jobs) for path, name in files]
    end_progress()
    levels = _levels(arguments.level or _LISTED[arguments.format])
    catalogue = Catalogue(arguments.language)
    if arguments.format == "json":
        text = json_report(reports, arguments.profile, levels, catalogue)
    else:
        text = text_report(reports, levels, catalogue)
    write_report(text, arguments.output)
    return _status(reports)


def _status(reports: list[FileReport]) -> int:
    verdicts = {report.verdict for report in reports}
    if Verdict.UNREADABLE in verdicts:
        return 2
    return 1 if Verdict.INVALID in verdicts else 0


def _levels(least: str) -> frozenset[Level]:
    order = list(Level)
    return frozenset(order[: order.index(Level(least)) + 1])


def _checked(path: Path, name: str, options: Options, jobs: int) -> FileReport:
    def show(job: Job) -> None:
        part = f" {100 * job.done // job.total} %" if job.total else ""
        progress(f"{name}{part}")

    return check_file(path, options, jobs=jobs, job=Job(show), name=name)


def _files(paths: list[str]) -> Iterator[tuple[Path, str]]:
    """Yield the files meant, each with the path to be reported; raises UsageError."""
    for given in paths:
        path = Path(given)
        if path.is_dir():
            found = sorted(
                (p for p in path.rglob("*") if p.suffix.lower() == ".xml" and p.is_file()),
                key=lambda p: p.as_posix(),
            )
            if not found:
                raise UsageError(
                    say("There is no .xml file in the folder {path}.", {"path": given})
                )
            yield from ((p, p.as_posix()) for p in found)
        elif path.is_file():
            yield path, given.replace(os.sep, "/")
        else:
            raise UsageError(say("There is no file {path}.", {"path": given}))


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number
