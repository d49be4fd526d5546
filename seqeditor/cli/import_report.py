"""The import report, as JSON for scripts and as text for people."""

from __future__ import annotations

import json

from seqeditor import __version__
from seqeditor.app.converting import Conversion
from seqeditor.app.import_report import Action, Item
from seqeditor.cli.report_json import sequence_number
from seqeditor.rules.wording import sentence
from seqeditor.texts import N_, Catalogue, fill

_ACTIONS = {
    Action.KEPT: N_("kept"),
    Action.RENAMED: N_("changed"),
    Action.NOTE: N_("moved to a note"),
    Action.DROPPED: N_("dropped"),
    Action.DECISION: N_("to decide"),
}


def json_import_report(outcome: Conversion, catalogue: Catalogue) -> str:
    """Return the report as one JSON object."""
    report = outcome.report
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
            for f in outcome.errors
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
        "message": _worded(item, catalogue),
    }


def text_import_report(outcome: Conversion, catalogue: Catalogue) -> str:
    """Return the report as lines of text."""
    report = outcome.report
    counts = ", ".join(
        f"{catalogue.gettext(words)} {report.counts[action]}" for action, words in _ACTIONS.items()
    )
    lines = [f"{report.source}: {counts}"]
    for item in report.items:
        where = f"SEQ ID NO {item.sequence}: " if item.sequence is not None else ""
        action = catalogue.gettext(_ACTIONS[item.action])
        lines.append(f"  {where}[{action}] {_worded(item, catalogue)}")
    for finding in outcome.errors:
        where = f"SEQ ID NO {finding.number}: " if finding.number else ""
        lines.append(f"  {where}{sentence(finding, catalogue)} [{finding.rule}]")
    return "\n".join(lines) + "\n"


def _worded(item: Item, catalogue: Catalogue) -> str:
    if isinstance(item.message, str):
        return catalogue.say(item.message, item.parameters)
    count = item.parameters.get("count", 0)
    words = catalogue.ngettext(*item.message, count if isinstance(count, int) else 0)
    return fill(words, item.parameters)
