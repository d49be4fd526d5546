"""What sequences say of one another, kept and asked for in one way by copies and by streams."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from functools import lru_cache

from seqeditor.domain.mention import Mention, MentionKind
from seqeditor.domain.path import Path
from seqeditor.domain.residues import SKIPPED, TextResidues, digest
from seqeditor.domain.sequence import Sequence
from seqeditor.rules.mentions import mentions
from seqeditor.store.database import DamagedError

_COLUMNS = "sequence_id, n, kind, path, digest, length, specific, number, text, ref"
_INSERT = f"INSERT INTO mention ({_COLUMNS}) VALUES ({', '.join('?' * 10)})"
_TEXT = _COLUMNS.split(", ").index("text")
_NONE = (digest(TextResidues(SKIPPED)), digest(TextResidues("")))
"""The digests of residues that say nothing of a sequence."""

Row = tuple[object, ...]


@lru_cache(maxsize=16384)
def _written(path: Path) -> str:
    return json.dumps(path)


def mention_rows(sequence_id: int, found: Iterable[Mention]) -> list[Row]:
    """Return the rows of the table `mention` for what a sequence says."""
    return [
        (
            sequence_id,
            n,
            str(one.kind),
            _written(one.path),
            one.digest,
            one.length,
            one.specific,
            one.number,
            one.text,
            one.ref,
        )
        for n, one in enumerate(found)
    ]


def insert_mentions(connection: sqlite3.Connection, rows: Iterable[Row]) -> None:
    """Write rows of sequences that have none yet."""
    connection.executemany(_INSERT, rows)


def write_mentions(connection: sqlite3.Connection, sequence_id: int, sequence: Sequence) -> None:
    """Bring the table in line with a sequence; what is as it was is not written again."""
    wanted = mention_rows(sequence_id, mentions(sequence))
    found = connection.execute(
        f"SELECT {_COLUMNS} FROM mention WHERE sequence_id = ? ORDER BY n", (sequence_id,)
    ).fetchall()
    if found == wanted:
        return
    changed: list[Row] = []
    moved: list[Row] = []
    for n, row in enumerate(wanted):
        if n >= len(found):
            changed.append(row)
        elif found[n] != row:
            # Locations move at every key, thousands of them: no other column is written for that.
            only_text = (
                found[n][:_TEXT] == row[:_TEXT] and found[n][_TEXT + 1 :] == row[_TEXT + 1 :]
            )
            (moved if only_text else changed).append(row)
    connection.executemany(
        "UPDATE mention SET text = ? WHERE sequence_id = ? AND n = ?",
        [(row[_TEXT], sequence_id, row[1]) for row in moved],
    )
    connection.executemany(
        "DELETE FROM mention WHERE sequence_id = ? AND n = ?",
        [(sequence_id, row[1]) for row in changed]
        + [(sequence_id, n) for n in range(len(wanted), len(found))],
    )
    insert_mentions(connection, changed)


def read_mentions(
    connection: sqlite3.Connection, kind: MentionKind
) -> Iterator[tuple[int, Mention]]:
    """Yield all mentions of a kind with the id of the sequence; raises DamagedError."""
    found = connection.execute(
        f"SELECT {_COLUMNS} FROM mention WHERE kind = ? ORDER BY sequence_id, n", (str(kind),)
    )
    for sequence_id, _n, _kind, path, residues, length, specific, number, text, ref in found:
        try:
            place = tuple(json.loads(path))
        except (ValueError, TypeError) as error:
            raise DamagedError(f"mention in {sequence_id}") from error
        yield (
            sequence_id,
            Mention(kind, place, residues, length, specific, number, text, ref),
        )


def ids_of_digest(connection: sqlite3.Connection, residues: bytes, order: str) -> list[int]:
    """Return the sequences with these residues; `order` is the SQL of their order."""
    found = connection.execute(
        f"SELECT id FROM sequence WHERE digest = ? ORDER BY {order}", (residues,)
    )
    return [row[0] for row in found]


def twins(connection: sqlite3.Connection, order: str) -> Iterator[list[int]]:
    """Yield the sequences with the same residues; skipped and empty ones are left out."""
    groups = connection.execute(
        "SELECT digest FROM sequence GROUP BY digest HAVING count(*) > 1"
    ).fetchall()
    found = (ids_of_digest(connection, row[0], order) for row in groups if row[0] not in _NONE)
    yield from sorted(found)


def strands(connection: sqlite3.Connection) -> Iterator[tuple[int, int]]:
    """Yield pairs of which the second is the other strand of the first, each second once."""
    found = connection.execute(
        "SELECT other.id, min(one.id) FROM sequence one"
        " JOIN sequence other ON other.digest = one.other_strand AND other.moltype <> 'AA'"
        " WHERE one.other_strand <> x'' AND one.id < other.id GROUP BY other.id ORDER BY other.id"
    )
    for second, first in found:
        yield first, second


def count_mentions(connection: sqlite3.Connection, kind: MentionKind) -> int:
    """Return how many mentions of a kind there are."""
    row = connection.execute("SELECT count(*) FROM mention WHERE kind = ?", (str(kind),))
    return int(row.fetchone()[0])
