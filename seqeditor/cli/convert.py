"""`seqeditor convert`: one file to another, with an import report."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import Any

from seqeditor.app.checking import Options
from seqeditor.app.converting import (
    FORMATS,
    SUFFIXES,
    Conversion,
    HeaderWishes,
    convert,
    source_format,
)
from seqeditor.app.fasta_import import Wishes
from seqeditor.app.importing import UnknownFormatError
from seqeditor.app.jobs import Job
from seqeditor.app.receiving import UnreadableError
from seqeditor.cli.import_report import json_import_report, text_import_report
from seqeditor.cli.options import add_language, end_progress, progress, write_report
from seqeditor.cli.refusal import RefusedError, UsageError
from seqeditor.rules.wording import sentence
from seqeditor.store.database import NewerProjectError, NotAProjectError
from seqeditor.texts import Catalogue, _, say
from seqeditor.vocabulary.qualifiers import mol_types

_REPORTS = (".json", ".txt")
_LATER_REPORTS = (".html",)


def add_to(commands: argparse._SubParsersAction[Any]) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser("convert", help=_("turn a file into another format"))
    parser.add_argument("source", type=Path, metavar="SOURCE")
    parser.add_argument("target", type=Path, metavar="TARGET")
    formats = "|".join(FORMATS)
    parser.add_argument("--from", dest="source_kind", metavar=formats, help=_("format of SOURCE"))
    parser.add_argument("--to", dest="target_kind", metavar=formats, help=_("format of TARGET"))
    parser.add_argument(
        "--report", type=Path, metavar="FILE", help=_("write the import report (.json or .txt)")
    )
    parser.add_argument("--force", action="store_true", help=_("replace TARGET if it exists"))
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
    if not source.is_file():
        raise RefusedError(say("There is no file {path}.", {"path": source}))
    _check_report(arguments.report)
    target_kind = _kind(arguments.target_kind) or SUFFIXES.get(target.suffix.lower())
    if target_kind is None:
        raise UsageError(
            say("The format of {path} is not known. Name it with --to.", {"path": target})
        )
    if target.exists() and not arguments.force:
        raise RefusedError(
            say("{path} exists already. Use --force to replace it.", {"path": target})
        )
    outcome = _converted(arguments, target_kind)
    end_progress()
    if arguments.report is not None:
        _write_report(outcome, arguments.report, arguments.language)
    _tell(outcome, arguments.language)
    return 0 if outcome.is_complete else 1


def _converted(arguments: argparse.Namespace, target_kind: str) -> Conversion:
    source = arguments.source
    try:
        return convert(
            source,
            arguments.target,
            source_kind=_kind(arguments.source_kind) or source_format(source),
            target_kind=target_kind,
            wishes=_wishes(arguments),
            header=_header(arguments),
            options=Options(today=date.today()),
            job=Job(lambda job: progress(f"{job.done} / {job.total}")),
            name=str(source).replace("\\", "/"),
        )
    except UnknownFormatError as error:
        raise RefusedError(
            say(
                "The format of {path} is not known to this version of the program.",
                {"path": source},
            )
        ) from error
    except UnreadableError as error:
        catalogue = Catalogue(arguments.language)
        reason = sentence(error.findings[0], catalogue) if error.findings else ""
        raise RefusedError(
            say("{path} cannot be read: {reason}", {"path": source, "reason": reason})
        ) from error
    except NewerProjectError as error:
        raise RefusedError(
            say("{path} was written by a newer version of this program.", {"path": source})
        ) from error
    except NotAProjectError as error:
        raise RefusedError(
            say("{path} is no project of this program, or a damaged one.", {"path": source})
        ) from error


def _kind(name: str | None) -> str | None:
    if name is None or name in FORMATS:
        return name
    raise UsageError(
        say(
            "The format {name} is not known to this version. Choose one of: {list}.",
            {"name": name, "list": ", ".join(FORMATS)},
        )
    )


def _wishes(arguments: argparse.Namespace) -> Wishes:
    mol_type = arguments.mol_type or ""
    known = mol_types()
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
    if path is None or path.suffix.lower() in _REPORTS:
        return
    if path.suffix.lower() in _LATER_REPORTS:
        raise UsageError(_("Reports in HTML come in a later version of this program."))
    raise UsageError(_("The name of the report must end with .json or .txt."))


def _write_report(outcome: Conversion, path: Path, language: str) -> None:
    catalogue = Catalogue(language)
    make = json_import_report if path.suffix.lower() == ".json" else text_import_report
    write_report(make(outcome, catalogue), path)


def _tell(outcome: Conversion, language: str) -> None:
    if not outcome.is_complete:
        sys.stderr.write(text_import_report(outcome, Catalogue(language)))
