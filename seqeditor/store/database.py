"""Connections to a database file of this program, and what can be wrong with one."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

from seqeditor.bundled import bundled

SCHEMA_VERSION = 1
APPLICATION_ID = 0x53455132
"""Marks a project file as this program's ("SEQ2")."""


FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
"""What the operating system says of a full disk, or of a user's share that is used up."""
_SHM_SIZE = 4874  # SQLITE_IOERR_SHMSIZE: no room for the index beside a write-ahead log


class StoreError(Exception):
    """The database cannot be used; the text is for the log, the class says what to tell."""


class NotAProjectError(StoreError):
    """The file is no project of this program, or a damaged one."""


class NewerProjectError(StoreError):
    """The project was written by a newer version of the program."""


class DamagedError(StoreError):
    """A row of the database does not hold what this program writes there."""


class FullDiskError(StoreError):
    """There was no room to write."""


def schema() -> str:
    """Return the SQL of all tables."""
    package = Path(__file__).resolve().parent / "schema.sql"
    file = package if package.is_file() else bundled("seqeditor", "store", "schema.sql")
    return file.read_text(encoding="utf-8")


def statements(script: str) -> Iterator[str]:
    """Yield the statements of a script, which can so be run within a transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


_FAULTS = (sqlite3.Error, UnicodeDecodeError)
"""What SQLite raises; the second when a damaged name in its own message is no text."""


def fault_of(error: Exception) -> StoreError:
    """Return the error of this package that stands for one of SQLite."""
    code = getattr(error, "sqlite_errorcode", 0) or 0
    is_full = code & 0xFF == sqlite3.SQLITE_FULL or code == _SHM_SIZE
    return (FullDiskError if is_full else StoreError)(str(error))


class Cursor(sqlite3.Cursor):
    """A cursor whose errors are this package's own: no other layer knows SQLite."""

    def execute(self, sql: str, parameters: Any = (), /) -> Self:
        """Run one statement; raises StoreError."""
        try:
            return super().execute(sql, parameters)
        except _FAULTS as error:
            raise fault_of(error) from error

    def executemany(self, sql: str, parameters: Any, /) -> Self:
        """Run one statement with many parameters; raises StoreError."""
        try:
            return super().executemany(sql, parameters)
        except _FAULTS as error:
            raise fault_of(error) from error

    def executescript(self, script: str, /) -> Self:
        """Run many statements; raises StoreError."""
        try:
            super().executescript(script)
        except _FAULTS as error:
            raise fault_of(error) from error
        return self

    def fetchone(self) -> Any:
        """Return the next row, None after the last; raises StoreError."""
        try:
            return super().fetchone()
        except _FAULTS as error:
            raise fault_of(error) from error

    def fetchall(self) -> list[Any]:
        """Return all rows left; raises StoreError."""
        try:
            return super().fetchall()
        except _FAULTS as error:
            raise fault_of(error) from error

    def fetchmany(self, size: int | None = 1) -> list[Any]:
        """Return some rows; raises StoreError."""
        try:
            return super().fetchmany(size)
        except _FAULTS as error:
            raise fault_of(error) from error

    def __next__(self) -> Any:
        try:
            return super().__next__()
        except _FAULTS as error:
            raise fault_of(error) from error


class Connection(sqlite3.Connection):
    """A connection whose errors are this package's own."""

    def cursor(self, factory: Any = Cursor) -> Any:
        """Return a cursor that raises StoreError."""
        try:
            return super().cursor(factory)
        except sqlite3.Error as error:
            raise fault_of(error) from error

    # The three of the base class make a cursor of its own kind.
    def execute(self, sql: str, parameters: Any = (), /) -> Cursor:
        """Run one statement; raises StoreError."""
        cursor: Cursor = self.cursor()
        return cursor.execute(sql, parameters)

    def executemany(self, sql: str, parameters: Any, /) -> Cursor:
        """Run one statement with many parameters; raises StoreError."""
        cursor: Cursor = self.cursor()
        return cursor.executemany(sql, parameters)

    def executescript(self, script: str, /) -> Cursor:
        """Run many statements; raises StoreError."""
        cursor: Cursor = self.cursor()
        return cursor.executescript(script)


def connect(path: Path, *, read_only: bool = False, immutable: bool = False) -> sqlite3.Connection:
    """Open a database file; transactions are begun and ended by hand. Raises StoreError.

    SQL knows `casefold(text)`, which is `lower` for all letters there are.
    `immutable`: a file of the user's, which is only read, without locks or files beside it.
    """
    query = "mode=ro&immutable=1" if immutable else f"mode={'ro' if read_only else 'rwc'}"
    uri = f"{path.absolute().as_uri()}?{query}"
    try:
        connection = sqlite3.connect(
            uri,
            uri=True,
            isolation_level=None,
            check_same_thread=False,
            timeout=30,
            factory=Connection,
        )
    except sqlite3.Error as error:
        raise fault_of(error) from error
    try:
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("PRAGMA cache_size = -16000")
        connection.create_function("casefold", 1, str.casefold, deterministic=True)
        # What a great step leaves of the write-ahead log beside the file.
        connection.execute("PRAGMA journal_size_limit = 67108864")
    except StoreError:
        connection.close()
        raise
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Commit what is done inside, or nothing of it when it fails.

    Raises FullDiskError when there is no room, StoreError for other faults of the database.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def next_number(connection: sqlite3.Connection, name: str, count: int = 1) -> int:
    """Return the first of `count` numbers that have never been given out before."""
    row = connection.execute(
        "UPDATE counter SET value = value + ? WHERE name = ? RETURNING value", (count, name)
    ).fetchone()
    return int(row[0]) - count + 1
