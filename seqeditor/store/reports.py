"""Import reports: records of what happened, kept with the project and not undone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from seqeditor.store.database import transaction
from seqeditor.store.reader import Reader
from seqeditor.store.workingcopy import WorkingCopy

ItemRow = tuple[str, str, int | None, str, str | None, str | None, int, int | None, str, str]
"""action, code, sequence id, field, old, new, marks, line, message and parameters (JSON)."""

TO_LOOK_AT, LOOKED_AT = 1, 2
"""The marks of an item; they may stand together."""

_CHANGED = -1
"""A saved state that no undo comes back to: the project file lacks what was written."""

_ITEM = (
    "report_id, n, action, code, sequence_id, field, old, new, checked, line, message, parameters"
)


@dataclass(frozen=True, slots=True)
class KeptReport:
    """The head of an import report; `at` is ISO 8601, `counts` JSON by action."""

    id: int
    at: str
    source: str
    format: str
    sha256: str
    sequences: int
    counts: str


def add_report(copy: WorkingCopy, report: KeptReport, items: Iterable[ItemRow]) -> int:
    """Keep a report with its items and return its id; the id given is not used."""
    with copy.lock, transaction(copy.connection):
        row = copy.connection.execute(
            "INSERT INTO import_report (at, source, format, sha256, sequences, counts)"
            " VALUES (?, ?, ?, ?, ?, ?) RETURNING id",
            (
                report.at,
                report.source,
                report.format,
                report.sha256,
                report.sequences,
                report.counts,
            ),
        ).fetchone()
        copy.connection.executemany(
            f"INSERT INTO import_item ({_ITEM}) VALUES ({', '.join('?' * 12)})",
            ((row[0], n, *item) for n, item in enumerate(items, 1)),
        )
    return int(row[0])


def count_reports(reader: Reader) -> int:
    """Return how many reports there are."""
    row = reader.connection.execute("SELECT count(*) FROM import_report").fetchone()
    return int(row[0])


def reports(reader: Reader) -> list[KeptReport]:
    """Return the reports of the project, the oldest first."""
    found = reader.connection.execute(
        "SELECT id, at, source, format, sha256, sequences, counts FROM import_report ORDER BY id"
    )
    return [KeptReport(*row) for row in found]


def report_items(reader: Reader, report_id: int) -> list[ItemRow]:
    """Return the items of a report in their order."""
    return reader.connection.execute(
        "SELECT action, code, sequence_id, field, old, new, checked, line, message, parameters"
        " FROM import_item WHERE report_id = ? ORDER BY n",
        (report_id,),
    ).fetchall()


def mark_looked_at(copy: WorkingCopy, report_id: int, position: int, *, looked_at: bool) -> None:
    """Note whether the user has looked at the item at a position, counted from 1."""
    with copy.lock, transaction(copy.connection):
        copy.connection.execute(
            "UPDATE import_item SET checked = checked & ~? | ? WHERE report_id = ? AND n = ?",
            (LOOKED_AT, LOOKED_AT if looked_at else 0, report_id, position),
        )
    copy.mark_saved(_CHANGED)
