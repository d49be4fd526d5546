"""`seqeditor info`: header, counts and sizes of a listing, without judging it."""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from seqeditor import __version__
from seqeditor.app.project_checking import is_project
from seqeditor.cli.chosen import is_there
from seqeditor.cli.options import add_format, add_language, check_format, write_report
from seqeditor.cli.refusal import RefusedError, reading_project
from seqeditor.domain.general_information import GeneralInformation, LanguageText
from seqeditor.formats.st26.reader import End, Parsed, read
from seqeditor.store.project import open_project
from seqeditor.texts import N_, Catalogue, _, say

_FORMATS = ("text", "json")


@dataclass
class Facts:
    """What a listing holds."""

    path: str
    size: int
    header: GeneralInformation = field(default_factory=GeneralInformation)
    sequences: int = 0
    skipped: int = 0
    residues: int = 0
    longest: int = 0
    features: int = 0
    by_moltype: Counter[str] = field(default_factory=Counter)

    def add(self, moltype: str, length: int, features: int, *, skipped: bool) -> None:
        """Count one sequence."""
        self.sequences += 1
        if skipped:
            self.skipped += 1
            return
        self.by_moltype[moltype] += 1
        self.residues += length
        self.longest = max(self.longest, length)
        self.features += features


def add_to(commands: argparse._SubParsersAction[Any]) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser("info", help=_("tell what a listing holds, without checking it"))
    parser.add_argument("file", metavar="FILE")
    add_format(parser, _FORMATS)
    add_language(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the facts; returns 0, or 1 when the file breaks off."""
    check_format(arguments.format, _FORMATS)
    path = Path(arguments.file)
    if not is_there(path.is_file):
        raise RefusedError(say("There is no file {path}.", {"path": arguments.file}))
    facts = Facts(arguments.file, path.stat().st_size)
    whole = _from_project(path, facts) if is_project(path) else _from_xml(path, facts)
    if arguments.format == "json":
        write_report(json.dumps(_as_json(facts), ensure_ascii=False, indent=1) + "\n", None)
    else:
        write_report("\n".join(_as_text(facts, Catalogue(arguments.language))) + "\n", None)
    return 0 if whole else 1


def _from_xml(path: Path, facts: Facts) -> bool:
    for event in read(path):
        if isinstance(event, Parsed):
            for record in event.records:
                one = record.sequence
                facts.add(one.moltype, one.length, len(one.features), skipped=one.is_skipped)
        elif isinstance(event, End):
            facts.header = event.header
            if not event.readable and not event.sequences:
                raise RefusedError(
                    say(
                        "{path} cannot be read as a sequence listing. See seqeditor validate.",
                        {"path": facts.path},
                    )
                )
            return event.readable
    return False


def _from_project(path: Path, facts: Facts) -> bool:
    with tempfile.TemporaryDirectory(prefix="seqeditor-") as folder, reading_project(path):
        copy = open_project(path, Path(folder))
        try:
            facts.header = copy.header
            for row in copy.rows():
                facts.add(row.moltype, row.length, row.features, skipped=row.skipped)
        finally:
            copy.close()
    return True


def _as_json(facts: Facts) -> dict[str, object]:
    return {
        "tool": {"name": "seqeditor", "version": __version__},
        "path": facts.path,
        "bytes": facts.size,
        "header": asdict(facts.header),
        "sequences": facts.sequences,
        "skipped": facts.skipped,
        "by_moltype": dict(facts.by_moltype),
        "residues": facts.residues,
        "longest": facts.longest,
        "features": facts.features,
    }


def _as_text(facts: Facts, catalogue: Catalogue) -> Iterable[str]:
    header = facts.header
    application = header.application
    applicant = header.applicant_name.text if header.applicant_name else ""
    moltypes = ", ".join(f"{name} {count:n}" for name, count in sorted(facts.by_moltype.items()))
    lines: list[tuple[str, object]] = [
        (N_("File: {value}"), facts.path),
        (N_("Size in bytes: {value}"), facts.size),
        (N_("DTD version: {value}"), header.dtd_version),
        (N_("Made with: {value}"), header.software_name),
        (N_("Applicant file reference: {value}"), header.file_reference),
        (N_("Application: {value}"), _joined(application)),
        (N_("Earliest priority application: {value}"), _joined(header.priority)),
        (N_("Applicant: {value}"), applicant),
        *((N_("Title: {value}"), _title(title)) for title in header.titles),
        (N_("Sequences: {value}"), facts.sequences),
        (N_("Intentionally skipped: {value}"), facts.skipped),
        (N_("Molecule types: {value}"), moltypes),
        (N_("Residues: {value}"), facts.residues),
        (N_("Longest sequence: {value}"), facts.longest),
        (N_("Features: {value}"), facts.features),
    ]
    return (
        catalogue.say(words, {"value": value}) for words, value in lines if value not in (None, "")
    )


def _joined(application: object) -> str:
    values = (getattr(application, name, None) for name in ("office_code", "number", "filing_date"))
    return " ".join(value for value in values if value)


def _title(title: LanguageText) -> str:
    words = " ".join(title.text.split())
    return f"{words} [{title.language_code}]" if title.language_code else words
