"""Searching the columns of a listing for a text."""

from __future__ import annotations

import sqlite3


def ids_holding(connection: sqlite3.Connection, text: str) -> set[int]:
    """Return the ids of the sequences whose name or organism holds a text, or whose type it is.

    Small and capital letters are the same.
    """
    sought = text.casefold()
    # SQLite's own lower() knows the letters of English only, and is many times quicker.
    fold = "lower" if sought.isascii() else "casefold"
    # Not by rank: all that is asked for lies in one index (sequence_words).
    found = connection.execute(
        f"SELECT id FROM sequence WHERE instr({fold}(organism), ?1)"
        f" OR instr({fold}(name), ?1) OR {fold}(moltype) = ?1",
        (sought,),
    )
    return {row[0] for row in found}
