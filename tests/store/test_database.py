from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from seqeditor.store.database import (
    FullDiskError,
    StoreError,
    connect,
    fault_of,
    next_number,
    schema,
    statements,
    transaction,
)
from seqeditor.store.journal import JOURNALLED


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(connect(tmp_path / "a.db")) as made:
        made.execute("CREATE TABLE t (a INTEGER PRIMARY KEY)")
        yield made


def _count(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT count(*) FROM t").fetchone()[0])


@pytest.mark.parametrize(
    "call",
    [
        lambda c: c.execute("SELECT * FROM none"),
        lambda c: c.executemany("INSERT INTO none VALUES (?)", [(1,)]),
        lambda c: c.executescript("SELECT 1; SELECT * FROM none"),
        lambda c: c.execute("INSERT INTO t SELECT 1 UNION ALL SELECT 1"),
        lambda c: list(c.execute("SELECT CAST(x'ff' AS TEXT)")),
        lambda c: c.execute("SELECT CAST(x'ff' AS TEXT)").fetchone(),
        lambda c: c.execute("SELECT CAST(x'ff' AS TEXT)").fetchall(),
        lambda c: c.execute("SELECT CAST(x'ff' AS TEXT)").fetchmany(5),
    ],
)
def test_errors_are_our_own(connection: sqlite3.Connection, call: object) -> None:
    with pytest.raises(StoreError):
        call(connection)  # type: ignore[operator]


def test_a_closed_connection_too(tmp_path: Path) -> None:
    connection = connect(tmp_path / "a.db")
    connection.close()
    with pytest.raises(StoreError):
        connection.execute("SELECT 1")


def test_a_transaction_is_all_or_nothing(connection: sqlite3.Connection) -> None:
    with transaction(connection):
        connection.execute("INSERT INTO t VALUES (1)")

    def failing() -> None:
        with transaction(connection):
            connection.execute("INSERT INTO t VALUES (2)")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        failing()
    assert _count(connection) == 1


def test_transactions_are_not_nested(connection: sqlite3.Connection) -> None:
    with transaction(connection):
        connection.execute("INSERT INTO t VALUES (1)")
        with pytest.raises(StoreError), transaction(connection):
            pass
    assert _count(connection) == 1


def test_no_database_there(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        connect(tmp_path / "none" / "a.db")
    with pytest.raises(StoreError):
        connect(tmp_path / "a.db", read_only=True)


def test_a_full_disk_is_told_from_other_faults() -> None:
    error = sqlite3.OperationalError("database or disk is full")
    error.sqlite_errorcode = sqlite3.SQLITE_FULL
    assert isinstance(fault_of(error), FullDiskError)
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_SHMSIZE
    assert isinstance(fault_of(error), FullDiskError)
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR
    assert not isinstance(fault_of(error), FullDiskError)
    assert not isinstance(fault_of(sqlite3.Error("full of words")), FullDiskError)


def test_numbers_are_given_once(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE counter (name TEXT, value INTEGER)")
    connection.execute("INSERT INTO counter VALUES ('n', 0)")
    assert [next_number(connection, "n"), next_number(connection, "n", 3)] == [1, 2]
    assert next_number(connection, "n") == 5


def test_a_script_statement_by_statement() -> None:
    found = list(
        statements("-- a\nSELECT 1;\nCREATE TRIGGER x AFTER INSERT ON t BEGIN\n SELECT 1;\nEND;\n")
    )
    assert [one.strip().split("\n")[-1] for one in found] == ["SELECT 1;", "END;"]


def test_every_table_is_journalled_or_named_here(tmp_path: Path) -> None:
    """A new table is either undone like all others, or its reason is given in schema.sql."""
    records = {"import_report", "import_item", "snapshot", "step", "counter", "open_step"}
    with closing(connect(tmp_path / "b.db")) as connection:
        for statement in statements(schema()):
            connection.execute(statement)
        found = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        assert {row[0] for row in found} == set(JOURNALLED) | records
        for table, key in JOURNALLED.items():
            columns = connection.execute(f"PRAGMA table_info({table})").fetchall()
            primary = sorted((row[5], row[1]) for row in columns if row[5])
            assert tuple(name for _n, name in primary) == key
