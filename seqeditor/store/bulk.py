"""Filling a fresh working copy: no journal, one transaction for every two thousand sequences."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from seqeditor.domain.general_information import GeneralInformation
from seqeditor.domain.sequence import Sequence
from seqeditor.store.database import next_number, transaction
from seqeditor.store.order import GAP
from seqeditor.store.workingcopy import WorkingCopy
from seqeditor.store.writing import Newcomer, insert_newcomers

BATCH = 2_000


def fill(
    copy: WorkingCopy,
    received: Iterable[tuple[str | None, Sequence]],
    *,
    batch: int = BATCH,
) -> Iterable[int]:
    """Append sequences with the numbers they were received with; yields the count so far.

    To be run to its end; the links between sequences are made last (`finish`). Nothing of it is
    journalled: a fill that fails or is cancelled leaves a copy to be thrown away.
    """
    connection = copy.connection
    with transaction(connection):
        connection.execute(
            "INSERT INTO counter VALUES ('filling', 1) ON CONFLICT (name) DO NOTHING"
        )
    connection.execute(
        "CREATE TEMP TABLE IF NOT EXISTS pending"
        " (sequence_id INTEGER, qualifier_ref INTEGER, number TEXT)"
    )
    rank = GAP * len(copy.order)
    pending: list[tuple[str | None, Sequence]] = []
    done = 0
    for item in received:
        pending.append(item)
        if len(pending) >= batch:
            rank = _write(connection, pending, rank)
            done += len(pending)
            pending.clear()
            yield done
    _write(connection, pending, rank)
    yield done + len(pending)


def _write(
    connection: sqlite3.Connection, items: list[tuple[str | None, Sequence]], rank: int
) -> int:
    if not items:
        return rank
    with transaction(connection):
        first = next_number(connection, "sequence_id", len(items))
        links = insert_newcomers(
            connection,
            (
                Newcomer(first + n, rank + GAP * (n + 1), sequence, number)
                for n, (number, sequence) in enumerate(items)
            ),
        )
        if links:
            connection.executemany("INSERT INTO pending VALUES (?, ?, ?)", links)
    return rank + GAP * len(items)


def finish(copy: WorkingCopy, header: GeneralInformation, *, numbering: str) -> None:
    """Write the header, make the links, take the order over: the copy is ready for edits.

    `numbering` is `written` for a received listing, `position` for sequences without numbers.
    """
    connection = copy.connection
    with transaction(connection):
        copy.write_header(header)
        connection.execute("UPDATE listing SET numbering = ?", (numbering,))
        connection.execute(
            "INSERT INTO link (sequence_id, qualifier_ref, target_sequence_id)"
            " SELECT p.sequence_id, p.qualifier_ref, min(s.id)"
            " FROM temp.pending p JOIN sequence s ON s.written_number = p.number"
            " GROUP BY p.sequence_id, p.qualifier_ref"
        )
        connection.execute("DELETE FROM temp.pending")
        connection.execute("DELETE FROM counter WHERE name = 'filling'")
    copy.order.replace(copy.load_order())
