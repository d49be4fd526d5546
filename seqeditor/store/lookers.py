"""Connections that only look at a database, lent to whichever thread asks.

With a write-ahead log a look never waits for a writer: it sees what has been committed, whole. So
a thread sees all it has written itself, as soon as the writing has returned.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Condition

from seqeditor.store.database import StoreError, connect


class Lookers:
    """The connections for looks at one database; as many as there are threads looking at once."""

    def __init__(self, path: Path) -> None:
        """Begin without a connection; the file must be there when the first look is taken."""
        self._path = path
        self._idle: list[sqlite3.Connection] = []
        self._lent = 0
        self._is_closed = False
        self._turn = Condition()

    @contextmanager
    def look(self) -> Iterator[sqlite3.Connection]:
        """Lend a connection that cannot write. Raises StoreError, also when all is closed.

        Whoever has it reads each answer to its end: a look left open would keep the log growing.
        """
        with self._turn:
            if self._is_closed:
                raise StoreError("closed")
            connection = self._idle.pop() if self._idle else None
            self._lent += 1
        try:
            if connection is None:
                connection = connect(self._path, read_only=True)
            yield connection
        finally:
            with self._turn:
                if connection is not None:
                    self._idle.append(connection)
                self._lent -= 1
                self._turn.notify_all()

    def close(self) -> None:
        """Close all connections, those that are lent as soon as they come back."""
        with self._turn:
            self._is_closed = True
            self._turn.wait_for(lambda: not self._lent)
            while self._idle:
                self._idle.pop().close()
