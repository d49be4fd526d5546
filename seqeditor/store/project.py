"""Project files: the same tables without the journal, written whole and put in place at once."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from seqeditor.domain.general_information import GeneralInformation
from seqeditor.rules.mentions import EDITION
from seqeditor.store.across import write_mentions
from seqeditor.store.atomic import replacing
from seqeditor.store.database import (
    APPLICATION_ID,
    FULL,
    SCHEMA_VERSION,
    DamagedError,
    FullDiskError,
    NewerProjectError,
    NotAProjectError,
    StoreError,
    connect,
    next_number,
    schema,
    transaction,
)
from seqeditor.store.header_json import header_from_json
from seqeditor.store.reader import Reader
from seqeditor.store.steps import SavedState, state_of
from seqeditor.store.workingcopy import FILE, WorkingCopy, prepare

SUFFIX = ".seqproj"
_OWN = ("step", "open_step", "counter")
"""Tables that belong to the working copy: history and deleted residues do not travel."""
_COUNTERS = ("revision", "sequence_id")
_TOLD = "mentions"
"""By which edition of the rules the table `mention` was filled."""
_HIGHEST = 1 << 53
"""No number this program gives out comes near it; one in a file means that it is damaged."""


def save_project(reader: Reader, target: Path) -> SavedState:
    """Write the listing as a project file, then put it in the place of the former one.

    What is written is the listing at one moment, which is returned for `mark_saved`; editing goes
    on meanwhile. Raises FullDiskError, StoreError or OSError; the former file is whole then.
    """
    found = reader.connection.execute("PRAGMA database_list").fetchall()
    source = Path(next(file for _number, name, file in found if name == "main"))
    try:
        with replacing(target) as sibling:
            return _write(source, sibling)
    except OSError as error:
        if error.errno in FULL:
            raise FullDiskError(str(error)) from error
        raise


def _write(source: Path, file: Path) -> SavedState:
    new = connect(file)
    try:
        new.execute("PRAGMA journal_mode = OFF")
        new.execute("PRAGMA synchronous = OFF")
        new.executescript(schema())
        new.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        new.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        new.execute("ATTACH ? AS copy", (f"{source.absolute().as_uri()}?mode=ro",))
        with transaction(new):
            for table in _tables(new):
                if table not in _OWN:
                    names = ", ".join(_names(new, table))
                    new.execute(
                        f"INSERT INTO main.{table} ({names}) SELECT {names} FROM copy.{table}"
                    )
            for counter in _COUNTERS:
                new.execute(
                    "UPDATE main.counter SET value ="
                    " (SELECT value FROM copy.counter WHERE name = ?1) WHERE name = ?1",
                    (counter,),
                )
            new.execute("INSERT INTO main.counter VALUES (?, ?)", (_TOLD, EDITION))
            return state_of(new, schema="copy")
    finally:
        new.close()


def open_project(path: Path, folder: Path) -> WorkingCopy:
    """Make a working copy of a project file; the file is only read.

    Raises NotAProjectError, NewerProjectError, FullDiskError, StoreError or OSError. Nothing in
    the file is executed: its rows are copied into tables of our own making.
    """
    with path.open("rb"):
        # What keeps the file from being read at all is said by the system.
        pass
    try:
        source = connect(path, immutable=True)
    except StoreError as error:
        raise NotAProjectError(str(error)) from error
    try:
        _check(source)
        folder.mkdir(parents=True, exist_ok=True)
        connection = connect(folder / FILE)
        try:
            _take_over(source, connection)
            copy = WorkingCopy(folder, connection)
            if _edition(source) != EDITION:
                _tell_again(copy)
            return copy
        except BaseException:
            connection.close()
            raise
    finally:
        source.close()


def _check(source: sqlite3.Connection) -> None:
    try:
        source.execute("PRAGMA cell_size_check = ON")
        if source.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise NotAProjectError("application_id")
        version = source.execute("PRAGMA user_version").fetchone()[0]
        if version > SCHEMA_VERSION:
            raise NewerProjectError(str(version))
        if version != SCHEMA_VERSION:
            raise NotAProjectError("user_version")
        if source.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise NotAProjectError("quick_check")
    except StoreError as error:
        if isinstance(error, (NotAProjectError, NewerProjectError)):
            raise
        raise NotAProjectError(str(error)) from error


def _take_over(source: sqlite3.Connection, connection: sqlite3.Connection) -> None:
    prepare(connection, GeneralInformation())
    with transaction(connection):
        connection.execute("DELETE FROM listing")
        for table in _tables(connection):
            if table not in _OWN:
                _copy_table(source, connection, table)
        _judge(connection)
        for counter in _COUNTERS:
            next_number(connection, counter, _highest(source, connection, counter))


def _edition(source: sqlite3.Connection) -> object:
    try:
        row = source.execute("SELECT value FROM counter WHERE name = ?", (_TOLD,)).fetchone()
    except StoreError as error:
        raise NotAProjectError("counter") from error
    return None if row is None else row[0]


def _tell_again(copy: WorkingCopy) -> None:
    """Fill the table `mention` as today's rules read the sequences; the listing stays as it is."""
    with transaction(copy.connection):
        for sequence_id in copy.order.ids:
            with suppress(DamagedError):
                write_mentions(copy.connection, sequence_id, copy.sequence(sequence_id))


def _copy_table(source: sqlite3.Connection, target: sqlite3.Connection, table: str) -> None:
    try:
        columns = _columns(source, table)
        kind = source.execute("SELECT type FROM pragma_table_list(?)", (table,)).fetchall()
    except StoreError as error:
        raise NotAProjectError(str(error)) from error
    if columns != _columns(target, table) or kind != [("table",)]:
        raise NotAProjectError(table)
    names = ", ".join(_names(target, table))
    marks = ", ".join("?" * len(columns))
    try:
        target.executemany(
            f"INSERT INTO {table} ({names}) VALUES ({marks})",
            _rows(source, f"SELECT {names} FROM {table}", table),
        )
    except FullDiskError:
        raise
    except StoreError as error:
        # A row that our own table does not take, twice the same key perhaps.
        raise NotAProjectError(str(error)) from error


def _rows(source: sqlite3.Connection, query: str, table: str) -> Iterator[tuple[Any, ...]]:
    """Yield rows in Python, not from file to file in SQL: text that is none is found here."""
    try:
        for row in source.execute(query):
            if table == "residues" and len(row[3]) != row[2]:
                raise NotAProjectError(table)
            yield row
    except TypeError as error:
        raise NotAProjectError(table) from error
    except FullDiskError as error:
        raise NotAProjectError(str(error)) from error


def _judge(connection: sqlite3.Connection) -> None:
    """Refuse rows that fit their tables but not one another."""
    headers = connection.execute("SELECT header FROM listing").fetchall()
    if len(headers) != 1:
        raise NotAProjectError("listing")
    try:
        header_from_json(headers[0][0])
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise NotAProjectError("header") from error
    wrong = connection.execute(
        "SELECT s.id FROM sequence s WHERE s.length <> coalesce("
        " (SELECT sum(r.length) FROM residues r WHERE r.sequence_id = s.id), 0) LIMIT 1"
    ).fetchone()
    if wrong is not None:
        raise NotAProjectError("residues")


def _highest(source: sqlite3.Connection, connection: sqlite3.Connection, counter: str) -> int:
    """The last number given out, whatever the file says of it."""
    column = "revision" if counter == "revision" else "id"
    used = connection.execute(f"SELECT coalesce(max({column}), 0) FROM sequence").fetchone()[0]
    try:
        row = source.execute("SELECT value FROM counter WHERE name = ?", (counter,)).fetchone()
    except StoreError as error:
        raise NotAProjectError("counter") from error
    said = row[0] if row is not None and isinstance(row[0], int) else 0
    highest = max(int(used), said)
    if highest > _HIGHEST:
        raise NotAProjectError("counter")
    return highest


def _tables(connection: sqlite3.Connection) -> list[str]:
    found = connection.execute(
        "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    )
    return [row[0] for row in found if not row[0].endswith("_before")]


def _columns(connection: sqlite3.Connection, table: str) -> list[tuple[Any, ...]]:
    """Name, type, whether it may be empty, place in the key and kind of all columns."""
    found = connection.execute(
        'SELECT name, type, "notnull", pk, hidden FROM pragma_table_xinfo(?) ORDER BY cid', (table,)
    )
    return found.fetchall()


def _names(connection: sqlite3.Connection, table: str) -> list[str]:
    return [column[0] for column in _columns(connection, table)]
