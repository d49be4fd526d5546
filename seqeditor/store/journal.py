"""Undo and redo, written once: a step's images and the live rows change places.

Triggers copy a row's *first* image within the open step into the mirror table `<table>_before`
(`existed` = 0 when there was none). Undo puts the images in the place of the live rows and keeps
the live rows as images; redo is the same exchange. No action can forget to be undoable.
A row is known by its primary key, so an UPDATE must never change that.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

JOURNALLED: dict[str, tuple[str, ...]] = {
    "listing": ("id",),
    "sequence": ("id",),
    "residues": ("sequence_id", "block"),
    "link": ("sequence_id", "qualifier_ref"),
    "mention": ("sequence_id", "n"),
    "qualifier_id": ("sequence_id", "qualifier_ref"),
    "free_text": ("sequence_id", "qualifier_ref", "language"),
    "reviewed_finding": ("sequence_id", "rule", "place"),
    "bookmark": ("id",),
    "profile": ("name",),
}
"""Every table a user's action changes, with its primary key."""

_ROW_SIZE = 200
"""Bytes an image takes beside its long column."""
_RENEW = (
    "UPDATE sequence SET revision = ?,"
    " next_ref = max(sequence.next_ref, coalesce(e.next_ref, 1))"
    " FROM temp.exchanged e WHERE e.id = sequence.id"
)
"""What no undo takes back: addresses are never given again, and revisions only grow."""
_AT_ONCE = 2_000
_BLOCKS_AT_ONCE = 100
OF_A_SEQUENCE = (
    "residues",
    "link",
    "mention",
    "qualifier_id",
    "free_text",
    "reviewed_finding",
    "bookmark",
)
"""The tables whose rows belong to one sequence and go with it."""


@dataclass(frozen=True, slots=True)
class Touched:
    """What an exchange or a step changed."""

    sequence_ids: frozenset[int] = frozenset()
    order_changed: bool = False
    header_changed: bool = False


def create_journal(connection: sqlite3.Connection) -> None:
    """Make the mirror tables and triggers for every journalled table."""
    for table, key in JOURNALLED.items():
        for statement in _mirror(table, key, _columns(connection, table)):
            connection.execute(statement)


def _columns(connection: sqlite3.Connection, table: str) -> list[tuple[str, str]]:
    return [(row[1], row[2]) for row in connection.execute(f"PRAGMA table_info({table})")]


def _mirror(table: str, key: tuple[str, ...], columns: list[tuple[str, str]]) -> tuple[str, ...]:
    # The declared types matter: without an affinity the index is not used for look-ups.
    declared = ", ".join(f"{name} {kind}" for name, kind in columns)
    names = ", ".join(name for name, _ in columns)
    olds = ", ".join(f"old.{name}" for name, _ in columns)
    keys = ", ".join(key)

    def trigger(event: str, row: str, existed: int, columns: str, values: str) -> str:
        # After an insert only: before it a row has no id yet, and an upsert that updates would
        # pass for a new row.
        when = "AFTER" if event == "INSERT" else "BEFORE"
        same = " AND ".join(f"b.{k} = {row}.{k}" for k in key)
        # Not INSERT OR IGNORE: inside a trigger it would take the outer statement's conflict
        # policy, and an upsert outside would make it fail.
        return f"""
        CREATE TRIGGER {table}_{event} {when} {event} ON {table}
        WHEN (SELECT step FROM open_step) IS NOT NULL
        BEGIN
            INSERT INTO {table}_before (step, existed, {columns})
            SELECT (SELECT step FROM open_step), {existed}, {values}
            WHERE NOT EXISTS (
                SELECT 1 FROM {table}_before b
                WHERE b.step = (SELECT step FROM open_step) AND {same}
            );
        END;
        """

    news = ", ".join(f"new.{k}" for k in key)
    return (
        (
            f"CREATE TABLE {table}_before (step INTEGER NOT NULL, existed INTEGER NOT NULL,"
            f"{declared}, PRIMARY KEY (step, {keys})) WITHOUT ROWID"
        ),
        trigger("INSERT", "new", 0, keys, news),
        trigger("UPDATE", "old", 1, names, olds),
        trigger("DELETE", "old", 1, names, olds),
    )


def touched(connection: sqlite3.Connection, step: int) -> Touched:
    """Tell what the images of a step stand for, compared with the live rows."""
    ids = {row[0] for row in connection.execute(_images("sequence", "id"), (step,))}
    for table in OF_A_SEQUENCE:
        ids |= {row[0] for row in connection.execute(_images(table, "sequence_id"), (step,))}
    # The image of a bookmark that was not there before has its key only; the row tells the rest.
    added = connection.execute(
        "SELECT DISTINCT sequence_id FROM bookmark WHERE id IN"
        " (SELECT id FROM bookmark_before WHERE step = ? AND existed = 0)",
        (step,),
    )
    ids |= {row[0] for row in added}
    moved = connection.execute(
        "SELECT 1 FROM sequence_before b LEFT JOIN sequence s ON s.id = b.id"
        " WHERE b.step = ? AND (b.existed <> (s.id IS NOT NULL) OR b.rank <> s.rank) LIMIT 1",
        (step,),
    ).fetchone()
    header = connection.execute(
        "SELECT 1 FROM listing_before WHERE step = ?1 UNION ALL"
        " SELECT 1 FROM profile_before WHERE step = ?1 UNION ALL"
        " SELECT 1 FROM reviewed_finding_before WHERE step = ?1 AND sequence_id = 0 LIMIT 1",
        (step,),
    ).fetchone()
    return Touched(frozenset(ids), moved is not None, header is not None)


def _images(table: str, column: str) -> str:
    # Not 0, which is the header, nor the NULL of an image of nothing.
    return f"SELECT DISTINCT {column} FROM {table}_before WHERE step = ? AND {column} > 0"


def size_of(connection: sqlite3.Connection, step: int) -> int:
    """Return what the images of a step take, in bytes, nearly; 0 when it has changed nothing."""
    total = 0
    for table in JOURNALLED:
        long = {"sequence": "length(annotations)", "residues": "length"}.get(table, "0")
        row = connection.execute(
            f"SELECT count(*), sum({long}) FROM {table}_before WHERE step = ?", (step,)
        ).fetchone()
        total += _ROW_SIZE * row[0] + (row[1] or 0)
    return total


def exchange(connection: sqlite3.Connection, step: int, revision: int) -> Touched:
    """Let the images of a step and the live rows change places; undo and redo alike.

    To be called inside a transaction, with no step open. `revision` is given to every sequence
    written, so that late answers about the former value are known to be late.
    """
    what = touched(connection, step)
    for table, key in JOURNALLED.items():
        _exchange_table(connection, table, key, step, revision)
    return what


def _exchange_table(
    connection: sqlite3.Connection, table: str, key: tuple[str, ...], step: int, revision: int
) -> None:
    # In pieces: what SQLite puts aside for one statement is in memory, a step is of any size.
    at_once = _BLOCKS_AT_ONCE if table == "residues" else _AT_ONCE
    keys, marks = ", ".join(key), ", ".join("?" * len(key))
    above = ""
    values: tuple[object, ...] = (step,)
    while True:
        last = connection.execute(
            f"SELECT {keys} FROM {table}_before WHERE step = ?{above}"
            f" ORDER BY {keys} LIMIT 1 OFFSET {at_once - 1}",
            values,
        ).fetchone()
        if last is None:
            _exchange_piece(connection, table, key, f"step = ?{above}", values, revision)
            return
        piece = f"step = ?{above} AND ({keys}) <= ({marks})"
        _exchange_piece(connection, table, key, piece, (*values, *last), revision)
        above, values = f" AND ({keys}) > ({marks})", (step, *last)


def _exchange_piece(
    connection: sqlite3.Connection,
    table: str,
    key: tuple[str, ...],
    piece: str,
    values: tuple[object, ...],
    revision: int,
) -> None:
    columns = [name for name, _ in _columns(connection, table)]
    names = ", ".join(columns)
    keys = ", ".join(key)
    on = " AND ".join(f"l.{k} = b.{k}" for k in key)
    # A row that is not there any more keeps its key in the image.
    live = ", ".join(f"b.{c}" if c in key else f"l.{c}" for c in columns)
    images = f"SELECT * FROM {table}_before WHERE {piece}"
    connection.execute(
        f"CREATE TEMP TABLE exchanged AS SELECT b.step, (l.{key[0]} IS NOT NULL) AS existed, {live}"
        f" FROM ({images}) b LEFT JOIN {table} l ON {on}",
        values,
    )
    connection.execute(f"DELETE FROM {table} WHERE ({keys}) IN (SELECT {keys} FROM temp.exchanged)")
    connection.execute(
        f"INSERT INTO {table} ({names}) SELECT {names} FROM ({images}) WHERE existed = 1", values
    )
    connection.execute(f"DELETE FROM {table}_before WHERE {piece}", values)
    connection.execute(
        f"INSERT INTO {table}_before (step, existed, {names})"
        f" SELECT step, existed, {names} FROM temp.exchanged"
    )
    if table == "sequence":
        connection.execute(_RENEW, (revision,))
    connection.execute("DROP TABLE temp.exchanged")


def forget(connection: sqlite3.Connection, condition: str, values: tuple[object, ...] = ()) -> None:
    """Drop the steps that meet an SQL condition on `step`, with their images."""
    connection.execute(
        "UPDATE counter SET value = value - (SELECT coalesce(sum(size), 0) FROM step"
        f" WHERE {condition}) WHERE name = 'journal'",
        values,
    )
    for table in JOURNALLED:
        connection.execute(
            f"DELETE FROM {table}_before WHERE step IN (SELECT id FROM step WHERE {condition})",
            values,
        )
    connection.execute(f"DELETE FROM step WHERE {condition}", values)
