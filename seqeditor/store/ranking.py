"""Ranks in the database: few rows are written, however long the listing is."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable

from seqeditor.store.order import GAP, ranks_between

_ROOM = GAP >> 8
"""The least distance left between neighbours that get new ranks, so that it lasts a while."""
_REACH = 8


def ranks_at(
    connection: sqlite3.Connection, ids: array[int], at: int, count: int, revision: int
) -> list[int]:
    """Return ranks for `count` newcomers between ids[:at] and ids[at:].

    Where the gap is exhausted the neighbours get new ranks first.
    """
    low, high = _neighbours(connection, ids, at, at)
    ranks = ranks_between(low, high, count)
    return ranks if ranks is not None else _spread(connection, ids, at, count, revision)


def _spread(
    connection: sqlite3.Connection, ids: array[int], at: int, count: int, revision: int
) -> list[int]:
    """Give the neighbours of a place new ranks, in the smallest window wide enough."""
    reach = _REACH
    while True:
        first, last = max(at - reach, 0), min(at + reach, len(ids))
        window = ids[first:last]
        total = len(window) + count
        low, high = _neighbours(connection, ids, first, last)
        if low is None and high is None:
            ranks: list[int] | None = [GAP * n for n in range(1, total + 1)]
            break
        ranks = ranks_between(low, high, total)
        if ranks is not None and (low is None or high is None or high - low >= _ROOM * total):
            break
        reach *= 4
    assert ranks is not None
    place = at - first
    write_ranks(
        connection, zip(ranks[:place] + ranks[place + count :], window, strict=True), revision
    )
    return ranks[place : place + count]


def write_ranks(
    connection: sqlite3.Connection, ranks: Iterable[tuple[int, int]], revision: int
) -> None:
    """Write (rank, sequence id) where it is another rank than before."""
    connection.executemany(
        "UPDATE sequence SET rank = ?1, revision = ?3 WHERE id = ?2 AND rank <> ?1",
        ((rank, sequence_id, revision) for rank, sequence_id in ranks),
    )


def _neighbours(
    connection: sqlite3.Connection, ids: array[int], first: int, last: int
) -> tuple[int | None, int | None]:
    """The ranks around ids[first:last], None where there is no neighbour."""
    low = _rank(connection, ids[first - 1]) if first else None
    high = _rank(connection, ids[last]) if last < len(ids) else None
    return low, high


def _rank(connection: sqlite3.Connection, sequence_id: int) -> int:
    row = connection.execute("SELECT rank FROM sequence WHERE id = ?", (sequence_id,)).fetchone()
    return int(row[0])
