"""The working copy: every edit is one step, durable at once, undone and redone by exchange.

One writer at a time; other threads ask over a `Reader` of their own (`open_reader`).
"""

from __future__ import annotations

import sqlite3
import time
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
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
    statements,
    transaction,
)
from seqeditor.store.header_json import header_to_json
from seqeditor.store.journal import Touched
from seqeditor.store.order import GAP, Order
from seqeditor.store.qualifier_ids import with_free_ids
from seqeditor.store.ranking import ranks_at, write_ranks
from seqeditor.store.reader import Reader, Stored
from seqeditor.store.steps import JOURNAL_LIMIT, SavedState, Steps
from seqeditor.store.steps import Step as Step
from seqeditor.store.writing import (
    Newcomer,
    insert_links,
    insert_newcomers,
    link_values,
    update_sequence,
)

FILE = "copy.db"

Rewriting = Callable[[int, Stored, Sequence], Sequence]
"""Given the id of a sequence, what is stored and what is to be: returns what is written."""

Removing = Callable[[set[int]], object]
"""Told the ids of the sequences that go, while they are still there."""


class WorkingCopy(Reader):
    """A listing under edit, in a folder of its own.

    `journal_limit` is in bytes: beyond it the oldest steps are forgotten. `clock` gives seconds.
    `rewriting` has the last word on every edit of a sequence, before anything of it is written;
    `removing` hears of every sequence that is taken out.
    """

    def __init__(self, folder: Path, connection: sqlite3.Connection) -> None:
        super().__init__(connection, Order())
        self.folder = folder
        self.lock = RLock()
        self.order = self.load_order()
        self.journal_limit = JOURNAL_LIMIT
        self.clock = time.time
        self.rewriting: Rewriting | None = None
        self.removing: Removing | None = None
        self._steps = Steps(connection, lambda: self.clock())

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
        tells afterwards what was changed. Raises FullDiskError or StoreError.
        """
        with self.lock:
            work, former = StepInWork(), self.order.copy()
            try:
                with transaction(self.connection):
                    before = self._steps.last_done
                    step = self._steps.begin(label, arguments, target)
                    yield work
                    work.touched = self._steps.end(step, before, self.journal_limit)
            except BaseException:
                # Rolled back: the ids in memory must be those on disk again.
                self.order.replace(former)
                self.forget()
                raise

    def history(self) -> list[Step]:
        """Return all steps, oldest first; undone ones stand at the end."""
        return self._steps.history()

    @property
    def forgotten(self) -> int:
        """How many of the oldest steps are gone, because the journal had grown to its limit."""
        return self._steps.forgotten

    def undo_step(self) -> Step | None:
        """Return the step that undo would take back, None when there is none."""
        return self._steps.to_undo()

    def redo_step(self) -> Step | None:
        """Return the step that redo would do again, None when there is none."""
        return self._steps.to_redo()

    def undo(self) -> Touched | None:
        """Take back the last step; None when there is none. Raises StoreError."""
        return self._exchange(done=False)

    def redo(self) -> Touched | None:
        """Do the last undone step again; None when there is none. Raises StoreError."""
        return self._exchange(done=True)

    def _exchange(self, *, done: bool) -> Touched | None:
        with self.lock:
            step = self._steps.to_redo() if done else self._steps.to_undo()
            if step is None:
                return None
            self.forget()
            with transaction(self.connection):
                what = self._steps.exchange(step.id, done=done)
            if what.order_changed:
                self.order.replace(self.load_order())
        return what

    # -- saved or not --------------------------------------------------------------------------

    @property
    def saved_step(self) -> int:
        """The last done step at the time of the last save, 0 for the beginning."""
        return self._steps.saved

    def mark_saved(self, state: SavedState | int | None = None) -> None:
        """Note that the listing as it stands (or a state of it) is in the user's file."""
        with self.lock, transaction(self.connection):
            self._steps.mark_saved(state)

    @property
    def last_step(self) -> int:
        """The id of the last done step, 0 when none is."""
        return self._steps.last_done

    @property
    def is_modified(self) -> bool:
        """Whether something has been done or undone since the last save."""
        return self._steps.last_done != self._steps.saved

    # -- writing, inside a step ----------------------------------------------------------------

    def write_header(self, header: GeneralInformation) -> None:
        """Replace the general information; an equal one writes nothing.

        Raises UnwritableCharacter.
        """
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
        """Replace a sequence; returns False when it is equal already.

        Raises KeyError, UnwritableCharacter.
        """
        old = self.stored(sequence_id)
        if new is old.sequence or new == old.sequence:
            return False
        if self.rewriting is not None:
            new = self.rewriting(sequence_id, old, new)
        update_sequence(self, sequence_id, old, new, self._revision())
        return True

    def insert_sequences(self, position: int, sequences: Iterable[Sequence]) -> list[int]:
        """Insert sequences before a position (1-based; one beyond the end appends).

        A protein_id among them names what has the number before the insertion or, where nothing
        has, after it. Returns their permanent ids. Raises UnwritableCharacter.
        """
        new = with_free_ids(self.connection, sequences)
        if not new:
            return []
        targets = {value: self.id_of_number(value) for value in link_values(new)}
        self.number_by_position()
        ids, at = self.order.ids, max(0, min(position - 1, len(self.order)))
        revision = self._revision()
        ranks = ranks_at(self.connection, ids, at, len(new), revision)
        first = next_number(self.connection, "sequence_id", len(new))
        inserted = array("q", range(first, first + len(new)))
        named = insert_newcomers(
            self.connection, map(Newcomer, inserted, ranks, new), revision=revision
        )
        self.order.replace(Order(ids[:at] + inserted + ids[at:]))
        insert_links(self.connection, named, lambda v: targets.get(v) or self.id_of_number(v))
        return list(inserted)

    def remove_sequences(self, ids: Iterable[int]) -> None:
        """Take sequences out of the listing; links to them stay and show nothing."""
        gone = {i for i in ids if i in self.order}
        if not gone:
            return
        if self.removing is not None:
            self.removing(gone)
        self.number_by_position()
        self._revision()
        keys = [(i,) for i in sorted(gone)]
        for table in journal.OF_A_SEQUENCE:
            self.connection.executemany(f"DELETE FROM {table} WHERE sequence_id = ?", keys)
        self.connection.executemany("DELETE FROM sequence WHERE id = ?", keys)
        self.order.replace(Order(self.order.without(gone)))

    def move_sequences(self, ids: Iterable[int], position: int) -> None:
        """Put sequences, in the order given, before what stands at a position now (1-based)."""
        moved = array("q", dict.fromkeys(i for i in ids if i in self.order))
        rest = self.order.without(set(moved))
        before = max(0, min(position - 1, len(self.order)))
        at = before - sum(1 for i in moved if self.order.position(i) <= before)
        wanted = rest[:at] + moved + rest[at:]
        if wanted == self.order.ids:
            return
        self.number_by_position()
        revision = self._revision()
        ranks = ranks_at(self.connection, rest, at, len(moved), revision)
        write_ranks(self.connection, zip(ranks, moved, strict=True), revision)
        self.order.replace(Order(wanted))

    def reorder(
        self, ids: Iterable[int], watch: Callable[[int], None] = lambda _done: None
    ) -> None:
        """Put all sequences into the order given; numbers as received stay.

        `watch` is told after every thousand how many are done, and may end it by an exception.
        Raises ValueError when these are not the ids of the listing.
        """
        wanted = array("q", ids)
        if sorted(wanted) != sorted(self.order.ids):
            raise ValueError("not the ids of this listing")
        if wanted == self.order.ids:
            return

        def ranks() -> Iterator[tuple[int, int]]:
            for n, sequence_id in enumerate(wanted, 1):
                if n % 1000 == 0:
                    watch(n)
                yield GAP * n, sequence_id

        write_ranks(self.connection, ranks(), self._revision())
        self.order.replace(Order(wanted))

    @property
    def latest_revision(self) -> int:
        """The last revision given to any sequence, or taken from one by its removal."""
        row = self.connection.execute("SELECT value FROM counter WHERE name = 'revision'")
        return int(row.fetchone()[0])

    def _revision(self) -> int:
        return next_number(self.connection, "revision")


def open_reader(folder: Path, order: Order | None = None) -> Reader:
    """Return a reader of the working copy in a folder, for another thread or process."""
    connection = connect(folder / FILE, read_only=True)
    try:
        # Not `order or ...`: an empty one is shared as well.
        reader = Reader(connection, Order() if order is None else order)
        if order is None:
            reader.order = reader.load_order()
    except BaseException:
        connection.close()
        raise
    return reader


class StepInWork:
    """Filled in when the step is closed."""

    def __init__(self) -> None:
        self.touched = Touched()


def prepare(connection: sqlite3.Connection, header: GeneralInformation) -> None:
    """Give an empty database file the schema, the journal and a header."""
    connection.execute("PRAGMA journal_mode = WAL")
    with transaction(connection):
        for statement in statements(schema()):
            connection.execute(statement)
        journal.create_journal(connection)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.execute(
            "INSERT INTO listing (id, header) VALUES (1, ?)", (header_to_json(header),)
        )
