"""The import report as a file: a page for a browser, text for people, JSON for scripts."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from seqeditor import __version__
from seqeditor.app.import_report import Action, ImportReport, Item
from seqeditor.app.import_report_html import html_import_report
from seqeditor.app.import_report_words import ACTIONS, worded
from seqeditor.rules.finding import Finding
from seqeditor.rules.wording import sentence
from seqeditor.store.atomic import atomic_write
from seqeditor.texts import Catalogue

SUFFIXES = (".html", ".json", ".txt")
"""What the name of a report may end with; it decides how the report is written."""


def import_report_text(
    report: ImportReport, errors: Sequence[Finding], catalogue: Catalogue, suffix: str
) -> str:
    """Return the report as a file with this suffix holds it; `errors` remain in what was made."""
    make = {".html": html_import_report, ".json": json_import_report}
    return make.get(suffix.lower(), text_import_report)(report, errors, catalogue)


def write_import_report(report: ImportReport, path: Path, catalogue: Catalogue) -> None:
    """Write a report whole or not at all, as the suffix says; raises OSError."""
    text = import_report_text(report, (), catalogue, path.suffix)
    with atomic_write(path) as stream:
        stream.write(text.encode("utf-8", "backslashreplace"))


def json_import_report(
    report: ImportReport, errors: Sequence[Finding], catalogue: Catalogue
) -> str:
    """Return the report as one JSON object."""
    found = {
        "tool": {"name": "seqeditor", "version": __version__},
        "source": {"path": report.source, "format": report.format, "sha256": report.sha256},
        "sequences": report.sequences,
        "counts": {str(action): report.counts[action] for action in Action},
        "items": [_item(item, catalogue) for item in report.items],
        "errors": [
            {
                "rule": f.rule,
                "sequence": sequence_number(f.number),
                "path": f.place,
                "message": sentence(f, catalogue),
            }
            for f in errors
        ],
    }
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _item(item: Item, catalogue: Catalogue) -> dict[str, object]:
    return {
        "action": str(item.action),
        "code": item.code,
        "sequence": item.sequence,
        "field": item.field,
        "old": item.old,
        "new": item.new,
        "check": item.check,
        "line": item.line,
        "message": worded(item, catalogue),
    }


def text_import_report(
    report: ImportReport, errors: Sequence[Finding], catalogue: Catalogue
) -> str:
    """Return the report as lines of text."""
    counts = ", ".join(
        f"{catalogue.gettext(words)} {report.counts[action]}" for action, words in ACTIONS.items()
    )
    lines = [f"{report.source}: {counts}"]
    for item in report.items:
        where = f"SEQ ID NO {item.sequence}: " if item.sequence is not None else ""
        action = catalogue.gettext(ACTIONS[item.action])
        lines.append(f"  {where}[{action}] {worded(item, catalogue)}")
    for finding in errors:
        where = f"SEQ ID NO {finding.number}: " if finding.number else ""
        lines.append(f"  {where}{sentence(finding, catalogue)} [{finding.rule}]")
    return "\n".join(lines) + "\n"


def sequence_number(number: str | None) -> int | str | None:
    """Return the SEQ ID NO as written: a whole number as one, anything else as text."""
    if number is not None and number.isascii() and number.isdecimal() and number[0] != "0":
        return int(number) if len(number) < 19 else number
    return number
