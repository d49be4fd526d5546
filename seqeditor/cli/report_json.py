"""The report of `validate` as JSON: one object, a fixed contract for scripts."""

from __future__ import annotations

import json
from collections.abc import Iterable

from seqeditor import __version__
from seqeditor.app.file_report import FileReport
from seqeditor.app.import_report_files import sequence_number
from seqeditor.rules.finding import Finding, Level
from seqeditor.rules.registry import all_rules
from seqeditor.rules.wording import repair_title, sentence
from seqeditor.texts import Catalogue
from seqeditor.vocabulary.standard import DTD, NAME, VERSION

STANDARD = {"name": NAME, "version": VERSION, "dtd": DTD}


def json_report(
    reports: Iterable[FileReport], profile: str, levels: frozenset[Level], catalogue: Catalogue
) -> str:
    """Return the report on files; `levels` chooses the findings listed, never the counts."""
    found = {
        "tool": {"name": "seqeditor", "version": __version__},
        "standard": STANDARD,
        "profile": profile,
        "files": [_file(report, levels, catalogue) for report in reports],
    }
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _file(report: FileReport, levels: frozenset[Level], catalogue: Catalogue) -> dict[str, object]:
    return {
        "path": report.path,
        "bytes": report.size,
        "sha256": report.sha256,
        "sequences": report.sequences,
        "verdict": str(report.verdict),
        "counts": {str(level): report.counts[level] for level in Level},
        "findings": [_finding(f, catalogue) for f in report.findings if f.level in levels],
    }


def _finding(finding: Finding, catalogue: Catalogue) -> dict[str, object]:
    found: dict[str, object] = {
        "rule": finding.rule,
        "level": str(finding.level),
        "reference": all_rules()[finding.rule].reference,
        "sequence": sequence_number(finding.number),
        "line": finding.line,
        "path": finding.place,
        "value": finding.value,
        "message": sentence(finding, catalogue),
        "fix": repair_title(finding, catalogue),
    }
    if finding.omitted:
        found["omitted"] = finding.omitted
    if finding.reviewed is not None:
        found["reviewed"] = finding.reviewed
    return found
