"""The findings, in a database of their own beside the working copy: derived, disposable.

Rows hold ids and parameters, no sentences: another language is another way of showing them.
"""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
from typing import Any

from seqeditor.rules.finding import Finding, Level
from seqeditor.store.database import connect, transaction
from seqeditor.store.lookers import Lookers

FILE = "findings.db"
HEADER = "header"
LISTING = "listing"
SEQUENCE = "sequence"
RECEIVED = "file"
"""Where a finding comes from; those of the file as received are never counted."""

_SCHEMA = """
CREATE TABLE finding (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,  -- an id shown means one finding for ever
    origin      TEXT NOT NULL,
    sequence_id INTEGER NOT NULL,
    revision    INTEGER NOT NULL,
    rule        TEXT NOT NULL,
    level       INTEGER NOT NULL,
    path        TEXT NOT NULL,
    value       TEXT,
    variant     TEXT NOT NULL,
    parameters  TEXT NOT NULL,
    place       TEXT NOT NULL,
    line        INTEGER,
    number      TEXT,
    omitted     INTEGER NOT NULL,
    reviewed    TEXT,
    others      TEXT NOT NULL
);
CREATE INDEX finding_sequence ON finding (sequence_id, origin);
CREATE INDEX finding_origin ON finding (origin);
CREATE INDEX finding_level ON finding (level, sequence_id);
CREATE INDEX finding_rule ON finding (rule, sequence_id);
-- The order in which findings are shown: sorting a hundred thousand at each look takes too long.
CREATE INDEX finding_shown ON finding
    (origin = 'file', reviewed IS NOT NULL, level, sequence_id, id);
CREATE TABLE checked (sequence_id INTEGER PRIMARY KEY, revision INTEGER NOT NULL);
-- How many there are, kept up to date: counting a million of them after each edit takes too long.
CREATE TABLE tally (
    origin TEXT NOT NULL, level INTEGER NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (origin, level)
);
CREATE TRIGGER finding_more AFTER INSERT ON finding WHEN new.reviewed IS NULL BEGIN
    INSERT INTO tally VALUES (new.origin, new.level, 1)
        ON CONFLICT (origin, level) DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER finding_less AFTER DELETE ON finding WHEN old.reviewed IS NULL BEGIN
    UPDATE tally SET n = n - 1 WHERE origin = old.origin AND level = old.level;
END;
"""
_AT_ONCE = 500
_LEVELS = (Level.ERROR, Level.WARNING, Level.INFO)
_COLUMNS = (
    "origin, sequence_id, revision, rule, level, path, value, variant, parameters,"
    " place, line, number, omitted, reviewed, others"
)

Row = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """A finding as kept: its row id and where it comes from."""

    id: int
    origin: str
    finding: Finding


class FindingsStore:
    """The findings of one document, asked and written by any thread.

    Writers take turns. A look waits for none of them: it sees what has been written so far.
    """

    def __init__(self, folder: Path) -> None:
        """Begin anew: findings are made again from the rules, never trusted from before."""
        self._path = folder / FILE
        for suffix in ("", "-wal", "-shm"):
            self._path.with_name(FILE + suffix).unlink(missing_ok=True)
        self._lock = RLock()
        self._connection = connect(self._path)
        self._lookers = Lookers(self._path)
        try:
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA synchronous = OFF")
            self._connection.executescript(_SCHEMA)
        except BaseException:
            self._connection.close()
            raise

    def close(self) -> None:
        """Close all connections."""
        self._lookers.close()
        with self._lock:
            self._connection.close()

    def replace_sequences(self, results: Iterable[tuple[int, int, Iterable[Finding]]]) -> set[int]:
        """Take over results as (sequence id, revision, findings); late ones are dropped.

        Returns the ids whose results were taken.
        """
        # What can be done before is: whoever else writes waits meanwhile, and so may the window.
        ready = [(i, revision, _to_rows(SEQUENCE, revision, f)) for i, revision, f in results]
        taken: set[int] = set()
        with self._lock, transaction(self._connection):
            for sequence_id, revision, rows in ready:
                if self._checked(sequence_id) > revision:
                    continue
                self._connection.execute(
                    "INSERT INTO checked VALUES (?1, ?2)"
                    " ON CONFLICT (sequence_id) DO UPDATE SET revision = ?2",
                    (sequence_id, revision),
                )
                self._delete(SEQUENCE, sequence_id)
                self._insert(rows)
                taken.add(sequence_id)
        return taken

    def replace_all(self, origin: str, findings: Iterable[Finding]) -> None:
        """Replace the findings of one origin: HEADER, LISTING or RECEIVED."""
        rows = _to_rows(origin, 0, findings)
        with self._lock, transaction(self._connection):
            self._connection.execute("DELETE FROM finding WHERE origin = ?", (origin,))
            self._insert(rows)

    def remove_sequences(self, ids: Iterable[int], revision: int = 0) -> None:
        """Drop the findings of sequences that are no longer in the listing.

        `revision` is the latest one of the working copy when they were seen to be gone: results
        about what was there before, still under way, come too late then; what has been found in
        one that is there again since stays.
        """
        with self._lock, transaction(self._connection):
            for sequence_id in ids:
                if revision and self._checked(sequence_id) > revision:
                    continue
                self._delete(SEQUENCE, sequence_id)
                self._connection.execute(
                    "DELETE FROM checked WHERE sequence_id = ?", (sequence_id,)
                )
                if revision:
                    self._connection.execute(
                        "INSERT INTO checked VALUES (?, ?)", (sequence_id, revision)
                    )

    def _checked(self, sequence_id: int) -> int:
        """The revision the findings of a sequence belong to, -1 when it has not been checked."""
        row = self._connection.execute(
            "SELECT revision FROM checked WHERE sequence_id = ?", (sequence_id,)
        ).fetchone()
        return -1 if row is None else int(row[0])

    def _delete(self, origin: str, sequence_id: int) -> None:
        self._connection.execute(
            "DELETE FROM finding WHERE origin = ? AND sequence_id = ?", (origin, sequence_id)
        )

    def _insert(self, rows: list[Row]) -> None:
        if rows:
            self._connection.executemany(
                f"INSERT INTO finding ({_COLUMNS}) VALUES ({', '.join('?' * 15)})", rows
            )

    def counts(self) -> dict[Level, int]:
        """Return how many findings of each level the listing has.

        Those of the file as received and those put aside by a person are not counted.
        """
        with self._lookers.look() as connection:
            found = dict(
                connection.execute(
                    "SELECT level, sum(n) FROM tally WHERE origin <> ? GROUP BY level",
                    (RECEIVED,),
                ).fetchall()
            )
        return {level: found.get(n, 0) for n, level in enumerate(_LEVELS)}

    def levels(self, ids: Iterable[int]) -> dict[int, Level]:
        """Return the gravest level found in each of some sequences; clean ones are left out."""
        found: dict[int, Level] = {}
        for part in _parts(ids):
            marks = ",".join("?" * len(part))
            with self._lookers.look() as connection:
                rows = connection.execute(
                    "SELECT sequence_id, min(level) FROM finding"
                    f" WHERE sequence_id IN ({marks}) AND origin <> ? AND reviewed IS NULL"
                    " GROUP BY sequence_id",
                    (*part, RECEIVED),
                ).fetchall()
            found.update((sequence_id, _LEVELS[level]) for sequence_id, level in rows)
        return found

    def ids(
        self,
        *,
        levels: Iterable[Level] = _LEVELS,
        area: str = "",
        sequence_id: int | None = None,
        reviewed: bool | None = None,
    ) -> array[int]:
        """Return the ids of the findings shown: by origin, gravest first, then by sequence.

        `reviewed`: only those put aside, or only the others.
        """
        chosen = [_LEVELS.index(level) for level in levels]
        # The sign keeps SQLite from another index, after which it would have to sort.
        conditions = [f"+level IN ({','.join('?' * len(chosen))})"]
        values: list[object] = [*chosen]
        if area:
            conditions.append("rule GLOB ?")
            values.append(f"{area}-*")
        if sequence_id is not None:
            conditions.append("sequence_id = ? AND origin <> ?")
            values += [sequence_id, RECEIVED]
        if reviewed is not None:
            conditions.append(f"reviewed IS {'NOT ' if reviewed else ''}NULL")
        with self._lookers.look() as connection:
            return _in_one(
                connection,
                f"SELECT id FROM finding WHERE {' AND '.join(conditions)}"
                " ORDER BY origin = 'file', reviewed IS NOT NULL, level, sequence_id, id",
                values,
            )

    def sequences_with(self, levels: Iterable[Level] = _LEVELS) -> set[int]:
        """Return the sequences in which something of these levels is found.

        Findings of the file as received and those put aside do not count.
        """
        chosen = [_LEVELS.index(level) for level in levels]
        with self._lookers.look() as connection:
            rows = connection.execute(
                f"SELECT DISTINCT sequence_id FROM finding WHERE level IN ({_marks(chosen)})"
                " AND origin <> ? AND reviewed IS NULL AND sequence_id > 0",
                (*chosen, RECEIVED),
            ).fetchall()
        return {row[0] for row in rows}

    def kept(self, ids: Iterable[int]) -> list[Kept]:
        """Return findings by row id, in the order asked; those gone meanwhile are left out."""
        wanted = list(ids)
        found: dict[int, Kept] = {}
        for part in _parts(wanted):
            marks = ",".join("?" * len(part))
            with self._lookers.look() as connection:
                rows = connection.execute(
                    f"SELECT id, {_COLUMNS} FROM finding WHERE id IN ({marks})", part
                ).fetchall()
            found.update((row[0], _from_row(row)) for row in rows)
        return [found[i] for i in wanted if i in found]

    def of_sequence(self, sequence_id: int) -> list[Kept]:
        """Return the findings shown at one sequence."""
        return self.kept(self.ids(sequence_id=sequence_id)[:900])

    def of_header(self) -> list[Kept]:
        """Return the findings on the general information and on the listing as a whole."""
        with self._lookers.look() as connection:
            rows = connection.execute(
                f"SELECT id, {_COLUMNS} FROM finding WHERE sequence_id = 0 AND origin <> ?"
                " ORDER BY level, id LIMIT 900",
                (RECEIVED,),
            ).fetchall()
        return [_from_row(row) for row in rows]

    def of_received(self) -> list[Kept]:
        """Return the findings on the file as received."""
        with self._lookers.look() as connection:
            rows = connection.execute(
                f"SELECT id, {_COLUMNS} FROM finding WHERE origin = ? ORDER BY id", (RECEIVED,)
            ).fetchall()
        return [_from_row(row) for row in rows]

    def open_ids(self, rule: str) -> array[int]:
        """Return the ids of the findings of one rule that may be put aside and are not yet."""
        with self._lookers.look() as connection:
            return _in_one(
                connection,
                "SELECT id FROM finding WHERE rule = ? AND origin <> ? AND reviewed IS NULL"
                " AND level <> ? ORDER BY sequence_id, id",
                (rule, RECEIVED, _LEVELS.index(Level.ERROR)),
            )

    def of_rule(self, rule: str, *, limit: int = -1) -> list[Kept]:
        """Return the findings of one rule, the received file's aside."""
        with self._lookers.look() as connection:
            rows = connection.execute(
                f"SELECT id, {_COLUMNS} FROM finding WHERE rule = ? AND origin <> ?"
                " ORDER BY sequence_id, id LIMIT ?",
                (rule, RECEIVED, limit),
            ).fetchall()
        return [_from_row(row) for row in rows]


def _in_one(connection: sqlite3.Connection, select: str, values: Iterable[object]) -> array[int]:
    """Return the numbers selected, asked for as one row.

    With many rows a thread waits at each of them for whoever computes beside it: the check.
    """
    asked = f"SELECT group_concat(id) FROM ({select})"
    (numbers,) = connection.execute(asked, tuple(values)).fetchone()
    return array("q", json.loads(f"[{numbers or ''}]"))


def _marks(values: list[int]) -> str:
    return ",".join("?" * len(values))


def _parts(ids: Iterable[int]) -> Iterator[list[int]]:
    """Yield ids in lists short enough for one statement."""
    wanted = list(ids)
    for at in range(0, len(wanted), _AT_ONCE):
        yield wanted[at : at + _AT_ONCE]


def _to_rows(origin: str, revision: int, findings: Iterable[Finding]) -> list[Row]:
    return [_to_row(origin, revision, finding) for finding in findings]


def _to_row(origin: str, revision: int, finding: Finding) -> Row:
    return (
        origin,
        finding.sequence or 0,
        revision,
        finding.rule,
        _LEVELS.index(finding.level),
        json.dumps(finding.path),
        _storable(finding.value),
        finding.variant,
        json.dumps(dict(finding.parameters)),
        finding.place,
        finding.line,
        _storable(finding.number),
        finding.omitted,
        _storable(finding.reviewed),
        json.dumps(finding.others),
    )


def _storable(text: str | None) -> str | None:
    """Return the text with what cannot be kept spelled out: a received file may hold anything."""
    return text if text is None else text.encode(errors="backslashreplace").decode()


def _from_row(row: tuple[Any, ...]) -> Kept:
    (key, origin, sequence_id, _revision, rule, level, path, value) = row[:8]
    (variant, parameters, place, line, number, omitted, reviewed, others) = row[8:]
    finding = Finding(
        rule=rule,
        level=_LEVELS[level],
        path=tuple(json.loads(path)),
        sequence=sequence_id or None,
        value=value,
        variant=variant,
        parameters=json.loads(parameters),
        place=place,
        line=line,
        number=number,
        omitted=omitted,
        reviewed=reviewed,
        others=tuple(json.loads(others)),
    )
    return Kept(key, origin, finding)
