"""Project files: the same tables without the journal, written whole and put in place at once."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from seqeditor.domain.general_information import GeneralInformation
from seqeditor.store.atomic import replacing
from seqeditor.store.database import (
    APPLICATION_ID,
    FULL,
    SCHEMA_VERSION,
    FullDiskError,
    NewerProjectError,
    NotAProjectError,
    StoreError,
    connect,
    next_number,
    schema,
    transaction,
)
from seqeditor.store.reader import Reader
from seqeditor.store.workingcopy import FILE, WorkingCopy, prepare

SUFFIX = ".seqproj"
_OWN = ("step", "open_step", "counter")
"""Tables that belong to the working copy: history and deleted residues do not travel."""
_COUNTERS = ("revision", "sequence_id")


def save_project(reader: Reader, target: Path) -> None:
    """Write the listing as a project file, then put it in the place of the former one.

    Runs over a reader of its own, so that editing goes on. Raises StoreError or OSError; the
    former file is whole in either case.
    """
    try:
        with replacing(target) as sibling:
            _write(reader, sibling)
    except OSError as error:
        if error.errno in FULL:
            raise FullDiskError(str(error)) from error
        raise


def _write(reader: Reader, temporary: Path) -> None:
    new = connect(temporary)
    try:
        new.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
        new.executescript(schema())
        new.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        new.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        source = reader.connection
        source.execute("BEGIN")
        new.execute("BEGIN")
        try:
            for table in _tables(new):
                if table not in _OWN:
                    _copy_rows(source, new, table)
            for counter in _COUNTERS:
                row = source.execute("SELECT value FROM counter WHERE name = ?", (counter,))
                new.execute(
                    "UPDATE counter SET value = ? WHERE name = ?", (row.fetchone()[0], counter)
                )
            new.execute("COMMIT")
        finally:
            source.execute("COMMIT")
    finally:
        new.close()


def _copy_rows(source: sqlite3.Connection, target: sqlite3.Connection, table: str) -> None:
    names = _columns(target, table)
    marks = ", ".join("?" * len(names))
    found = source.execute(f"SELECT {', '.join(names)} FROM {table}")
    target.executemany(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})", found)


def open_project(path: Path, folder: Path) -> WorkingCopy:
    """Make a working copy of a project file; the file is only read.

    Raises NotAProjectError, NewerProjectError, StoreError or OSError. Nothing in the file is
    executed: its rows are copied into tables of our own making.
    """
    if not path.is_file():
        raise FileNotFoundError(path)
    try:
        source = connect(path, read_only=True)
    except StoreError as error:
        raise NotAProjectError(str(error)) from error
    try:
        _check(source)
        folder.mkdir(parents=True, exist_ok=True)
        connection = connect(folder / FILE)
        try:
            _take_over(source, connection)
        except BaseException:
            connection.close()
            raise
    finally:
        source.close()
    return WorkingCopy(folder, connection)


def _check(source: sqlite3.Connection) -> None:
    if source.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise NotAProjectError("application_id")
    if source.execute("PRAGMA user_version").fetchone()[0] > SCHEMA_VERSION:
        raise NewerProjectError("user_version")
    if source.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise NotAProjectError("quick_check")


def _take_over(source: sqlite3.Connection, connection: sqlite3.Connection) -> None:
    prepare(connection, GeneralInformation())
    there = {
        row[0] for row in source.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
    }
    with transaction(connection):
        connection.execute("DELETE FROM listing")
        for table in _tables(connection):
            if table in _OWN:
                continue
            if table not in there or _columns(source, table) != _columns(connection, table):
                raise NotAProjectError(table)
            _copy_rows(source, connection, table)
        if connection.execute("SELECT count(*) FROM listing").fetchone()[0] != 1:
            raise NotAProjectError("listing")
        for counter in _COUNTERS:
            row = source.execute("SELECT value FROM counter WHERE name = ?", (counter,)).fetchone()
            highest = connection.execute(
                "SELECT coalesce(max(CASE ?1 WHEN 'revision' THEN revision ELSE id END), 0)"
                " FROM sequence",
                (counter,),
            ).fetchone()[0]
            next_number(connection, counter, max(row[0] if row else 0, highest))


def _tables(connection: sqlite3.Connection) -> list[str]:
    found = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    )
    return [row[0] for row in found if not row[0].endswith("_before")]


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
