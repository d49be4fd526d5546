"""`seqeditor validate`: checks files and folders of ST.26 listings."""

from __future__ import annotations

import argparse
import os
from datetime import date
from pathlib import Path
from typing import Any

from seqeditor.app.checking import Options, check_file
from seqeditor.app.file_report import FileReport, Verdict, unreadable
from seqeditor.app.jobs import Job
from seqeditor.app.project_checking import check_project, is_project
from seqeditor.cli.chosen import Chosen
from seqeditor.cli.options import (
    add_format,
    add_language,
    check_format,
    check_output,
    complain,
    end_progress,
    progress,
    write_report,
)
from seqeditor.cli.report_json import json_report
from seqeditor.cli.report_text import text_report
from seqeditor.rules.finding import Level
from seqeditor.rules.rule import PROFILES
from seqeditor.texts import Catalogue, _, say

_FORMATS = ("text", "json")
_LATER_FORMATS = ("xml", "html", "csv")
_MOST_JOBS = 61
"""More processes than this no system waits for (Windows)."""
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
    chosen = Chosen(arguments.paths)
    check_output(arguments.output, [path for path, _name in chosen.files])
    options = Options(arguments.profile, arguments.thorough, date.today())
    jobs = arguments.jobs or min(os.cpu_count() or 1, 4)
    reports = [_checked(path, name, options, jobs) for path, name in chosen.files]
    end_progress()
    for problem in chosen.problems:
        complain(problem)
    levels = _levels(arguments.level or _LISTED[arguments.format])
    catalogue = Catalogue(arguments.language)
    if arguments.format == "json":
        text = json_report(reports, arguments.profile, levels, catalogue)
    else:
        text = text_report(reports, arguments.profile, levels, catalogue)
    write_report(text, arguments.output)
    return 2 if chosen.problems else _status(reports)


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

    job = Job(show)
    try:
        if is_project(path):
            return check_project(path, options, job=job, name=name)
        return check_file(path, options, jobs=jobs, job=job, name=name)
    except OSError as error:
        # One file of many that cannot be read must not cost the report on the others.
        return unreadable(name, "unopened", reason=error.strerror or type(error).__name__)


def _positive(text: str) -> int:
    if text.isascii() and text.isdecimal() and int(text[:9]) > 0:
        return min(int(text[:9]), _MOST_JOBS)
    raise argparse.ArgumentTypeError(say("{value} is no number of processes", {"value": text}))
