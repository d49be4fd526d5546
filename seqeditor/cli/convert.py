"""`seqeditor convert`: one file to another, with an import report."""

from __future__ import annotations

import argparse
import os
import sys
from datetime import date
from pathlib import Path
from typing import Any

from seqeditor.app.checking import Options
from seqeditor.app.converting import (
    Conversion,
    HeaderWishes,
    LanguagePairError,
    convert,
    source_format,
    target_format,
)
from seqeditor.app.fasta_import import Wishes
from seqeditor.app.import_report_files import SUFFIXES, import_report_text
from seqeditor.app.importing import UnknownFormatError
from seqeditor.app.jobs import Job
from seqeditor.app.receiving import NoSequenceError, UnreadableError
from seqeditor.app.text_import import KINDS as TEXT_KINDS
from seqeditor.cli.chosen import is_there
from seqeditor.cli.options import (
    add_language,
    check_output,
    end_progress,
    progress,
    write_report,
)
from seqeditor.cli.refusal import RefusedError, UsageError, reading_project
from seqeditor.domain.sequence import MOLTYPES
from seqeditor.formats.annotated import KINDS, BrokenRecordError
from seqeditor.formats.registry import format_of
from seqeditor.rules.wording import sentence
from seqeditor.texts import Catalogue, _, say
from seqeditor.vocabulary.qualifiers import mol_types

_FORMATS = {"st26": "st26", "fasta": "fasta", "seqproj": "project"}
"""What --to takes, and what it is called within."""
_SOURCES = {**_FORMATS, "st25": "st25", **{kind: kind for kind in (*KINDS, *TEXT_KINDS)}}
"""What --from takes."""
_SHOWN = 60
"""Lines of a report shown on a terminal."""


def add_to(commands: argparse._SubParsersAction[Any]) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser("convert", help=_("turn a file into another format"))
    parser.add_argument("source", type=Path, metavar="SOURCE")
    parser.add_argument("target", type=Path, metavar="TARGET")
    formats, sources = "|".join(_FORMATS), "|".join(_SOURCES)
    parser.add_argument("--from", dest="source_kind", metavar=sources, help=_("format of SOURCE"))
    parser.add_argument("--to", dest="target_kind", metavar=formats, help=_("format of TARGET"))
    parser.add_argument(
        "--report",
        type=Path,
        metavar="FILE",
        help=_("write the import report (.html, .json or .txt)"),
    )
    parser.add_argument("--force", action="store_true", help=_("replace TARGET if it exists"))
    # Only what the source holds already can be asked for as yet.
    parser.add_argument("--pair", metavar="L", help=argparse.SUPPRESS)
    for name, words in (
        ("--file-reference", _("applicant file reference")),
        ("--applicant-name", _("name of the applicant")),
        ("--applicant-language", _("language code of that name")),
        ("--title", _("title of the invention")),
        ("--title-language", _("language code of the title")),
        ("--mol-type", _("mol_type of sequences that do not tell it")),
        ("--organism", _("organism of sequences that do not tell it")),
    ):
        parser.add_argument(name, metavar="T", help=words)
    add_language(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Convert; returns 0, or 1 when something was dropped, is to decide, or errors remain."""
    source, target = arguments.source, arguments.target
    if not is_there(source.is_file):
        raise RefusedError(say("There is no file {path}.", {"path": source}))
    _check_report(arguments.report)
    check_output(arguments.report, (source, target))
    target_kind = _kind(arguments.target_kind, _FORMATS) or _target_kind(target)
    if arguments.pair is not None and target_kind != "st26":
        raise UsageError(_("--pair is for an ST.26 target only."))
    wishes = _wishes(arguments)
    if target.exists() and not arguments.force:
        raise RefusedError(
            say("{path} exists already. Use --force to replace it.", {"path": target})
        )
    check_output(target)
    outcome = _converted(arguments, target_kind, wishes)
    end_progress()
    if arguments.report is not None:
        _write_report(outcome, arguments.report, arguments.language)
    _tell(outcome, arguments)
    return 0 if outcome.is_complete else 1


def _converted(arguments: argparse.Namespace, target_kind: str, wishes: Wishes) -> Conversion:
    source = arguments.source
    try:
        with reading_project(source):
            return convert(
                source,
                arguments.target,
                source_kind=_kind(arguments.source_kind, _SOURCES) or source_format(source),
                target_kind=target_kind,
                wishes=wishes,
                header=_header(arguments),
                options=Options(today=date.today()),
                job=Job(lambda job: progress(f"{job.done} / {job.total}")),
                name=str(source).replace(os.sep, "/"),
                pair=arguments.pair,
            )
    except UnknownFormatError as error:
        raise RefusedError(_unknown(source)) from error
    except LanguagePairError as error:
        raise UsageError(
            say(
                "A listing with free text in English and {name} cannot be made of this file by"
                " this version of the program.",
                {"name": error},
            )
        ) from error
    except BrokenRecordError as error:
        raise RefusedError(
            say("{path} cannot be read: {reason}", {"path": source, "reason": error})
        ) from error
    except NoSequenceError as error:
        raise RefusedError(
            say("No sequence was found in {path}. Is this a sequence listing?", {"path": source})
        ) from error
    except UnreadableError as error:
        catalogue = Catalogue(arguments.language)
        reason = sentence(error.findings[0], catalogue) if error.findings else ""
        raise RefusedError(
            say("{path} cannot be read: {reason}", {"path": source, "reason": reason})
        ) from error


def _unknown(source: Path) -> str:
    known = format_of(source)
    if known is None:
        return say("The format of {path} is not known. Name it with --from.", {"path": source})
    return say(
        "{path} is in the format {format}, which this version of the program cannot import yet.",
        {"path": source, "format": _(known.label)},
    )


def _kind(name: str | None, known: dict[str, str]) -> str | None:
    if name is None:
        return None
    if name.lower() in known:
        return known[name.lower()]
    raise UsageError(
        say(
            "The format {name} is not known to this version. Choose one of: {list}.",
            {"name": name, "list": ", ".join(known)},
        )
    )


def _target_kind(target: Path) -> str:
    try:
        return target_format(target)
    except UnknownFormatError as error:
        raise UsageError(
            say("The format of {path} is not known. Name it with --to.", {"path": target})
        ) from error


def _wishes(arguments: argparse.Namespace) -> Wishes:
    mol_type = arguments.mol_type or ""
    known = list(dict.fromkeys(value for moltype in MOLTYPES for value in mol_types(moltype)))
    if mol_type and mol_type not in known:
        raise UsageError(
            say(
                "{value} is no mol_type. Choose one of: {list}.",
                {"value": mol_type, "list": ", ".join(known)},
            )
        )
    return Wishes(mol_type, arguments.organism or "")


def _header(arguments: argparse.Namespace) -> HeaderWishes:
    return HeaderWishes(
        arguments.file_reference,
        arguments.applicant_name,
        arguments.applicant_language,
        arguments.title,
        arguments.title_language,
    )


def _check_report(path: Path | None) -> None:
    if path is not None and path.suffix.lower() not in SUFFIXES:
        raise UsageError(_("The name of the report must end with .html, .json or .txt."))


def _write_report(outcome: Conversion, path: Path, language: str) -> None:
    catalogue = Catalogue(language)
    write_report(import_report_text(outcome.report, outcome.errors, catalogue, path.suffix), path)


def _tell(outcome: Conversion, arguments: argparse.Namespace) -> None:
    if outcome.is_complete:
        return
    lines = import_report_text(
        outcome.report, outcome.errors, Catalogue(arguments.language), ".txt"
    ).splitlines()
    # The whole of it stands in the report that was asked for.
    shown = lines[:1] if arguments.report is not None else lines[:_SHOWN]
    if len(shown) < len(lines) and arguments.report is None:
        shown.append(_("Write the whole report to a file with --report."))
    sys.stderr.write("\n".join(shown) + "\n")
