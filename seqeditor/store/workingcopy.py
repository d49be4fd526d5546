"""The working copy: every edit is one step, durable at once, undone and redone by exchange.

One writer at a time; other threads ask over a `Reader` of their own (`open_reader`).
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import RLock

from seqeditor.domain.general_information import GeneralInformation
from seqeditor.domain.sequence import Sequence
from seqeditor.store import journal
from seqeditor.store.database import (
    APPLICATION_ID,
    SCHEMA_VERSION,
    StoreError,
    connect,
    next_number,
    schema,
    transaction,
)
from seqeditor.store.header_json import header_to_json
from seqeditor.store.journal import Touched
from seqeditor.store.order import GAP, Order, ranks_between
from seqeditor.store.reader import Reader
from seqeditor.store.writing import insert_sequence, update_sequence, write_links

FILE = "copy.db"
MERGE_SECONDS = 3.0
"""Typing at one place within this time goes on in the same step."""


@dataclass(frozen=True, slots=True)
class Step:
    """One user action of the history; `label` is a message id with `arguments`."""

    id: int
    label: str
    arguments: Mapping[str, str | int]
    done: bool


class WorkingCopy(Reader):
    """A listing under edit, in a folder of its own."""

    def __init__(self, folder: Path, connection: sqlite3.Connection) -> None:
        super().__init__(connection, Order())
        self.folder = folder
        self.lock = RLock()
        self.order = self.load_order()

    @classmethod
    def create(cls, folder: Path, header: GeneralInformation | None = None) -> WorkingCopy:
        """Make an empty working copy in a folder; raises StoreError when it cannot be made."""
        folder.mkdir(parents=True, exist_ok=True)
        connection = connect(folder / FILE)
        try:
            prepare(connection, header or GeneralInformation())
            return cls(folder, connection)
        except BaseException:
            connection.close()
            raise

    @classmethod
    def open(cls, folder: Path) -> WorkingCopy:
        """Open the working copy in a folder, with its history; raises StoreError."""
        if not (folder / FILE).is_file():
            raise StoreError(f"no {FILE}")
        connection = connect(folder / FILE)
        try:
            if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
                raise StoreError("application_id")
            with transaction(connection):
                # A step left open by a crash was never committed with its changes.
                connection.execute("UPDATE open_step SET step = NULL")
            return cls(folder, connection)
        except BaseException:
            connection.close()
            raise

    @property
    def is_being_filled(self) -> bool:
        """Whether the fill from a file has not come to its end (see bulk.py)."""
        row = self.connection.execute("SELECT 1 FROM counter WHERE name = 'filling'").fetchone()
        return row is not None

    def open_reader(self) -> Reader:
        """Return a reader over a connection of its own, for another thread."""
        return open_reader(self.folder, self.order)

    def close(self) -> None:
        """Close the connection; the folder stays."""
        with self.lock:
            self.connection.close()

    # -- steps ---------------------------------------------------------------------------------

    @contextmanager
    def step(
        self,
        label: str,
        arguments: Mapping[str, str | int] | None = None,
        *,
        target: str = "",
    ) -> Iterator[StepInWork]:
        """Write what is done inside as one undoable step, or nothing of it when it fails.

        Steps with the same label and `target` within a few seconds become one, unless the listing
        was saved in between. A step that changes nothing leaves no trace. `StepInWork.touched`
        tells afterwards what was changed.
        """
        with self.lock:
            work = StepInWork()
            try:
                yield from self._in_step(work, label, arguments, target)
            except BaseException:
                # Rolled back: the ids in memory must be those on disk again.
                self._reload_order()
                raise
            if work.touched.order_changed:
                self._reload_order()

    def _in_step(
        self,
        work: StepInWork,
        label: str,
        arguments: Mapping[str, str | int] | None,
        target: str,
    ) -> Iterator[StepInWork]:
        with transaction(self.connection):
            before = self._last_done()
            step = self._merged_step(label, target) or self._new_step(label, arguments, target)
            self.connection.execute("UPDATE open_step SET step = ?", (step,))
            yield work
            self.connection.execute("UPDATE open_step SET step = NULL")
            work.touched = journal.touched(self.connection, step)
            if journal.is_empty(self.connection, step):
                journal.forget(self.connection, "id = ?", (step,))
            elif step != before:
                journal.forget(self.connection, "done = 0")

    def _new_step(self, label: str, arguments: Mapping[str, str | int] | None, target: str) -> int:
        row = self.connection.execute(
            "INSERT INTO step (label, arguments, target, at) VALUES (?, ?, ?, ?) RETURNING id",
            (label, json.dumps(dict(arguments or {})), target, time.time()),
        ).fetchone()
        return int(row[0])

    def _last_done(self) -> int:
        row = self.connection.execute("SELECT max(id) FROM step WHERE done = 1").fetchone()
        return int(row[0] or 0)

    def _merged_step(self, label: str, target: str) -> int | None:
        if not target:
            return None
        row = self.connection.execute("SELECT * FROM step ORDER BY id DESC LIMIT 1").fetchone()
        if row is None:
            return None
        step, last_label, _arguments, last_target, at, done = row
        now = time.time()
        fits = (last_label, last_target, done) == (label, target, 1)
        if not fits or not 0 <= now - at < MERGE_SECONDS or step == self.saved_step:
            return None
        self.connection.execute("UPDATE step SET at = ? WHERE id = ?", (now, step))
        return int(step)

    def history(self) -> list[Step]:
        """Return all steps, oldest first; undone ones stand at the end."""
        return [
            Step(row[0], row[1], json.loads(row[2]), bool(row[3]))
            for row in self.connection.execute(
                "SELECT id, label, arguments, done FROM step ORDER BY id"
            )
        ]

    def undo_step(self) -> Step | None:
        """Return the step that undo would take back, None when there is none."""
        return self._one_step("done = 1 ORDER BY id DESC")

    def redo_step(self) -> Step | None:
        """Return the step that redo would do again, None when there is none."""
        return self._one_step("done = 0 ORDER BY id")

    def _one_step(self, condition: str) -> Step | None:
        row = self.connection.execute(
            f"SELECT id, label, arguments, done FROM step WHERE {condition} LIMIT 1"
        ).fetchone()
        return Step(row[0], row[1], json.loads(row[2]), bool(row[3])) if row else None

    def undo(self) -> Touched | None:
        """Take back the last step; None when there is none."""
        return self._exchange(self.undo_step(), done=False)

    def redo(self) -> Touched | None:
        """Do the last undone step again; None when there is none."""
        return self._exchange(self.redo_step(), done=True)

    def _exchange(self, step: Step | None, *, done: bool) -> Touched | None:
        if step is None:
            return None
        with self.lock:
            with transaction(self.connection):
                revision = next_number(self.connection, "revision")
                what = journal.exchange(self.connection, step.id, revision)
                self.connection.execute(
                    "UPDATE step SET done = ? WHERE id = ?", (int(done), step.id)
                )
            if what.order_changed:
                self._reload_order()
        return what

    def _reload_order(self) -> None:
        self.order.replace(self.load_order())

    # -- saved or not --------------------------------------------------------------------------

    @property
    def saved_step(self) -> int:
        """The last done step at the time of the last save, 0 for the beginning."""
        row = self.connection.execute("SELECT value FROM counter WHERE name = 'saved'").fetchone()
        return int(row[0]) if row else 0

    def mark_saved(self, step: int | None = None) -> None:
        """Note that the listing as it stands (or stood after a step) is in the user's file."""
        with self.lock, transaction(self.connection):
            value = self._last_done() if step is None else step
            self.connection.execute(
                "INSERT INTO counter VALUES ('saved', ?1)"
                " ON CONFLICT (name) DO UPDATE SET value = ?1",
                (value,),
            )

    @property
    def last_step(self) -> int:
        """The id of the last done step, 0 when none is."""
        return self._last_done()

    @property
    def is_modified(self) -> bool:
        """Whether something has been done or undone since the last save."""
        return self._last_done() != self.saved_step

    # -- writing, inside a step ----------------------------------------------------------------

    def write_header(self, header: GeneralInformation) -> None:
        """Replace the general information; an equal one writes nothing."""
        text = header_to_json(header)
        self.connection.execute("UPDATE listing SET header = ?1 WHERE header <> ?1", (text,))

    def number_by_position(self) -> None:
        """From now on the place of a sequence is its number (ST.26 par. 10)."""
        self.connection.execute(
            "UPDATE listing SET numbering = 'position' WHERE numbering <> 'position'"
        )
        self.connection.execute(
            "UPDATE listing SET header = json_set(header, '$.written_total', NULL)"
            " WHERE json_extract(header, '$.written_total') IS NOT NULL"
        )

    def write_sequence(self, sequence_id: int, new: Sequence) -> bool:
        """Replace a sequence; returns False when it is equal already. Raises KeyError."""
        old = self.stored(sequence_id)
        if new is old.sequence or new == old.sequence:
            return False
        update_sequence(self, sequence_id, old, new, self._revision())
        return True

    def insert_sequences(self, position: int, sequences: Iterable[Sequence]) -> list[int]:
        """Insert sequences before a position (1-based; one beyond the end appends).

        Returns their permanent ids.
        """
        new = list(sequences)
        if not new:
            return []
        self.number_by_position()
        ranks = self._ranks(position, len(new))
        first = next_number(self.connection, "sequence_id", len(new))
        revision = self._revision()
        written = []
        for offset, (rank, sequence) in enumerate(zip(ranks, new, strict=True)):
            given = insert_sequence(
                self.connection, first + offset, rank, sequence, revision=revision
            )
            written.append(given)
        self._reload_order()
        for offset, given in enumerate(written):
            write_links(self, first + offset, given)
        return list(range(first, first + len(new)))

    def remove_sequences(self, ids: Iterable[int]) -> None:
        """Take sequences out of the listing; links to them stay and show nothing."""
        keys = [(i,) for i in ids]
        if not keys:
            return
        self.number_by_position()
        for table in ("residues", "link", "qualifier_id", "free_text"):
            self.connection.executemany(f"DELETE FROM {table} WHERE sequence_id = ?", keys)
        self.connection.executemany("DELETE FROM sequence WHERE id = ?", keys)
        self._reload_order()

    def move_sequences(self, ids: Iterable[int], position: int) -> None:
        """Put sequences, in the order given, before what stands at a position now (1-based)."""
        moved = list(ids)
        chosen = set(moved)
        rest = [i for i in self.order.ids if i not in chosen]
        before = [i for i in list(self.order.ids)[: position - 1] if i not in chosen]
        wanted = [*rest[: len(before)], *moved, *rest[len(before) :]]
        if wanted == list(self.order.ids):
            return
        self.number_by_position()
        at = len(before)
        low = self._rank(rest[at - 1]) if at else None
        high = self._rank(rest[at]) if at < len(rest) else None
        ranks = ranks_between(low, high, len(moved))
        if ranks is None:
            self.reorder(wanted)
            return
        self._write_ranks(zip(ranks, moved, strict=True))

    def reorder(self, ids: Iterable[int]) -> None:
        """Put all sequences into the order given."""
        self._write_ranks((GAP * n, i) for n, i in enumerate(ids, 1))

    def _write_ranks(self, ranks: Iterable[tuple[int, int]]) -> None:
        revision = self._revision()
        self.connection.executemany(
            "UPDATE sequence SET rank = ?1, revision = ?3 WHERE id = ?2 AND rank <> ?1",
            ((rank, sequence_id, revision) for rank, sequence_id in ranks),
        )
        self._reload_order()

    def _ranks(self, position: int, count: int) -> list[int]:
        """Ranks for `count` new sequences before a position; makes room where there is none."""
        ids = self.order.ids
        low = self._rank(ids[position - 2]) if position > 1 else None
        high = self._rank(ids[position - 1]) if position <= len(ids) else None
        ranks = ranks_between(low, high, count)
        if ranks is None:
            self._spread(position, count)
            return self._ranks(position, count)
        return ranks

    def _spread(self, position: int, count: int) -> None:
        """Give the neighbours of a position new ranks, in the smallest window wide enough."""
        ids = self.order.ids
        half = 8
        while True:
            first = max(position - 1 - half, 0)
            last = min(position - 1 + half, len(ids))
            low = self._rank(ids[first - 1]) if first else None
            high = self._rank(ids[last]) if last < len(ids) else None
            window = list(ids[first:last])
            whole = low is None and high is None
            room = ranks_between(low, high, (len(window) + count + 1) * 16)
            if whole or room is not None:
                break
            half *= 4
        if whole:
            self.reorder(window)
            return
        ranks = ranks_between(low, high, len(window) + count)
        assert ranks is not None
        at = position - 1 - first
        given = ranks[:at] + ranks[at + count :]
        self._write_ranks(zip(given, window, strict=True))

    def _rank(self, sequence_id: int) -> int:
        row = self.connection.execute(
            "SELECT rank FROM sequence WHERE id = ?", (sequence_id,)
        ).fetchone()
        return int(row[0])

    def _revision(self) -> int:
        return next_number(self.connection, "revision")


def open_reader(folder: Path, order: Order | None = None) -> Reader:
    """Return a reader of the working copy in a folder, for another thread or process."""
    reader = Reader(connect(folder / FILE, read_only=True), order or Order())
    if order is None:
        reader.order = reader.load_order()
    return reader


class StepInWork:
    """Filled in when the step is closed."""

    def __init__(self) -> None:
        self.touched = Touched()


def prepare(connection: sqlite3.Connection, header: GeneralInformation) -> None:
    """Give an empty database file the schema, the journal and a header."""
    connection.execute("PRAGMA journal_mode = WAL")
    connection.executescript(schema())
    journal.create_journal(connection)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    connection.execute("INSERT INTO listing (id, header) VALUES (1, ?)", (header_to_json(header),))
