"""The import reports of a project, read again: with the numbers its sequences have today."""

from __future__ import annotations

import json
from collections import Counter

from seqeditor.app.import_report import Action, ImportReport, Item
from seqeditor.store.reader import Reader
from seqeditor.store.reports import TO_LOOK_AT, ItemRow, KeptReport, report_items


def counts_of(kept: KeptReport) -> Counter[Action]:
    """Return how many data became what; nothing where the project holds no such counts."""
    try:
        found = json.loads(kept.counts)
    except ValueError:
        found = None
    counts: Counter[Action] = Counter()
    for action in Action:
        count = found.get(str(action)) if isinstance(found, dict) else None
        counts[action] = count if isinstance(count, int) else 0
    return counts


def item_of(row: ItemRow, number: str) -> Item:
    """Return one item; `number` is the SEQ ID NO its sequence has now, "" when it is gone."""
    action, code, _id, place, old, new, marks, line, message, parameters = row
    return Item(
        _action(action),
        code,
        _message(message),
        _parameters(parameters),
        int(number) if number.isascii() and number.isdecimal() and len(number) < 19 else None,
        place,
        old,
        new,
        bool(marks & TO_LOOK_AT),
        line,
    )


def _action(name: str) -> Action:
    try:
        return Action(name)
    except ValueError:
        return Action.DECISION


def _message(text: str) -> str | tuple[str, str]:
    try:
        found = json.loads(text)
    except ValueError:
        return text
    if isinstance(found, list) and len(found) == 2:
        return str(found[0]), str(found[1])
    return str(found)


def _parameters(text: str) -> dict[str, str | int]:
    try:
        found = json.loads(text)
    except ValueError:
        found = None
    return found if isinstance(found, dict) else {}


def whole_report(reader: Reader, kept: KeptReport) -> ImportReport:
    """Return a report with all its items."""
    numbers: dict[int | None, str] = {None: ""}
    report = ImportReport(kept.source, kept.format, kept.sha256, kept.sequences, counts_of(kept))
    for row in report_items(reader, kept.id):
        if row[2] not in numbers and row[2] is not None:
            numbers[row[2]] = reader.number(row[2])
        report.items.append(item_of(row, numbers[row[2]]))
    return report
