from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from seqeditor.store.database import StoreError, connect, transaction
from seqeditor.store.lookers import Lookers


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "some.db"
    writer = connect(path)
    writer.execute("PRAGMA journal_mode = WAL")
    with transaction(writer):
        writer.execute("CREATE TABLE t (n INTEGER)")
    yield path
    writer.close()


def test_a_connection_is_lent_again(path: Path) -> None:
    lookers = Lookers(path)
    with lookers.look() as first, lookers.look() as second:
        assert first is not second
    with lookers.look() as third:
        assert third in (first, second)
    lookers.close()


def test_who_looks_cannot_write(path: Path) -> None:
    lookers = Lookers(path)
    with pytest.raises(StoreError), lookers.look() as connection:
        connection.execute("INSERT INTO t VALUES (1)")
    with lookers.look() as connection:
        assert connection.execute("SELECT count(*) FROM t").fetchone() == (0,)
    lookers.close()


def test_the_end_waits_for_those_who_look(path: Path) -> None:
    lookers, looking, go_on = Lookers(path), Event(), Event()

    def work() -> int:
        with lookers.look() as connection:
            looking.set()
            assert go_on.wait(60)
            return int(connection.execute("SELECT count(*) FROM t").fetchone()[0])

    with ThreadPoolExecutor(2) as others:
        look = others.submit(work)
        assert looking.wait(60)
        end = others.submit(lookers.close)
        go_on.set()
        assert look.result(60) == 0
        end.result(60)
    with pytest.raises(StoreError), lookers.look():
        pass


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    lookers = Lookers(tmp_path / "none.db")
    with pytest.raises(StoreError), lookers.look():
        pass
    lookers.close()
