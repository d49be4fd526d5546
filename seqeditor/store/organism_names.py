"""Which organisms a listing names, found without reading every row."""

from __future__ import annotations

import sqlite3

_SKIPPING = """
WITH RECURSIVE seen(name, n) AS (
    SELECT min(organism), 1 FROM sequence
    UNION ALL
    SELECT (SELECT min(organism) FROM sequence WHERE organism > seen.name), n + 1
    FROM seen WHERE seen.name IS NOT NULL AND n < ?
)
SELECT name FROM seen WHERE name IS NOT NULL AND name <> ''
"""


def organism_names(connection: sqlite3.Connection, most: int) -> list[str]:
    """Return the names in the columns, each once, by the alphabet; at most so many.

    Goes from one name to the next in the index: the time is that of the names, not of the rows.
    """
    return [row[0] for row in connection.execute(_SKIPPING, (most,))]
