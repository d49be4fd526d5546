"""Connections to a database file of this program, and what can be wrong with one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from seqeditor.bundled import bundled

SCHEMA_VERSION = 1
APPLICATION_ID = 0x53455132
"""Marks a project file as this program's ("SEQ2")."""


class StoreError(Exception):
    """The database cannot be used; the text is for the log, the class says what to tell."""


class NotAProjectError(StoreError):
    """The file is no project of this program, or a damaged one."""


class NewerProjectError(StoreError):
    """The project was written by a newer version of the program."""


class FullDiskError(StoreError):
    """There was no room to write."""


def schema() -> str:
    """Return the SQL of all tables."""
    package = Path(__file__).resolve().parent / "schema.sql"
    file = package if package.is_file() else bundled("seqeditor", "store", "schema.sql")
    return file.read_text(encoding="utf-8")


def connect(path: Path, *, read_only: bool = False) -> sqlite3.Connection:
    """Open a database file; transactions are begun and ended by hand."""
    mode = "ro" if read_only else "rwc"
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    try:
        connection = sqlite3.connect(
            uri, uri=True, isolation_level=None, check_same_thread=False, timeout=30
        )
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("PRAGMA cache_size = -16000")
    except sqlite3.Error as error:
        raise StoreError(str(error)) from error
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Commit what is done inside, or nothing of it when it fails.

    Raises FullDiskError when there is no room, StoreError for other faults of the database.
    """
    try:
        connection.execute("BEGIN IMMEDIATE")
    except sqlite3.Error as error:
        raise StoreError(str(error)) from error
    try:
        yield
        connection.execute("COMMIT")
    except BaseException as error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        if isinstance(error, sqlite3.OperationalError) and "full" in str(error):
            raise FullDiskError(str(error)) from error
        if isinstance(error, sqlite3.Error):
            raise StoreError(str(error)) from error
        raise


def next_number(connection: sqlite3.Connection, name: str, count: int = 1) -> int:
    """Return the first of `count` numbers that have never been given out before."""
    row = connection.execute(
        "UPDATE counter SET value = value + ? WHERE name = ? RETURNING value", (count, name)
    ).fetchone()
    return int(row[0]) - count + 1
