"""The history: which steps there are, which of them are done, saved or forgotten.

To be used inside a transaction, save for what only asks.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from seqeditor.store import journal
from seqeditor.store.database import next_number
from seqeditor.store.journal import Touched

MERGE_SECONDS = 3.0
"""Typing at one place within this time goes on in the same step."""
JOURNAL_LIMIT = 4 << 30
"""Bytes of images beyond which the oldest steps are forgotten."""
_NEVER = -1
"""Stands for a saved state that no undo or redo can come back to."""


@dataclass(frozen=True, slots=True)
class Step:
    """One user action of the history; `label` is a message id with `arguments`."""

    id: int
    label: str
    arguments: Mapping[str, str | int]
    done: bool


@dataclass(frozen=True, slots=True)
class SavedState:
    """A state of the listing: the last done step, and how many edits had been merged into it."""

    step: int
    edits: int


class Steps:
    """The steps of one working copy."""

    def __init__(self, connection: sqlite3.Connection, clock: Callable[[], float]) -> None:
        self._connection = connection
        self._clock = clock

    def begin(self, label: str, arguments: Mapping[str, str | int] | None, target: str) -> int:
        """Open a step, or the last one once more when typing goes on; returns its id."""
        step = self._merged(label, target) or self._new(label, arguments, target)
        self._connection.execute("UPDATE open_step SET step = ?", (step,))
        return step

    def _new(self, label: str, arguments: Mapping[str, str | int] | None, target: str) -> int:
        step = next_number(self._connection, "step")
        self._connection.execute(
            "INSERT INTO step (id, label, arguments, target, at) VALUES (?, ?, ?, ?, ?)",
            (step, label, json.dumps(dict(arguments or {})), target, self._clock()),
        )
        return step

    def _merged(self, label: str, target: str) -> int | None:
        if not target:
            return None
        row = self._connection.execute(
            "SELECT id, at FROM step WHERE id = (SELECT max(id) FROM step)"
            " AND label = ? AND target = ? AND done = 1",
            (label, target),
        ).fetchone()
        if row is None or row[0] == self.saved:
            return None
        now = self._clock()
        if not 0 <= now - row[1] < MERGE_SECONDS:
            return None
        self._connection.execute(
            "UPDATE step SET at = ?, edits = edits + 1 WHERE id = ?", (now, row[0])
        )
        return int(row[0])

    def end(self, step: int, before: int, limit: int) -> Touched:
        """Close a step; `before` was the last done one. Returns what the step has changed.

        One that has changed nothing leaves no trace; another ends what could be done again.
        """
        self._connection.execute("UPDATE open_step SET step = NULL")
        if not self._measure(step):
            journal.forget(self._connection, "id = ?", (step,))
            return Touched()
        what = journal.touched(self._connection, step)
        if step != before:
            journal.forget(self._connection, "done = 0")
        self.trim(limit)
        return what

    def _measure(self, step: int) -> int:
        size = journal.size_of(self._connection, step)
        self._connection.execute(
            "UPDATE counter SET value = value + ?1 - (SELECT size FROM step WHERE id = ?2)"
            " WHERE name = 'journal'",
            (size, step),
        )
        self._connection.execute("UPDATE step SET size = ? WHERE id = ?", (size, step))
        return size

    def exchange(self, step: int, *, done: bool) -> Touched:
        """Take a step back, or do it again."""
        revision = next_number(self._connection, "revision")
        what = journal.exchange(self._connection, step, revision)
        self._connection.execute("UPDATE step SET done = ? WHERE id = ?", (int(done), step))
        self._measure(step)
        return what

    def trim(self, limit: int) -> None:
        """Forget the oldest steps until the journal is within a limit; the last one stays."""
        excess = self._counter("journal") - limit
        if excess <= 0:
            return
        last, gone, count = self.last_done, 0, 0
        for step, size in self._connection.execute("SELECT id, size FROM step ORDER BY id"):
            if excess <= 0 or step >= last:
                break
            gone, count, excess = step, count + 1, excess - size
        if count:
            journal.forget(self._connection, "id <= ?", (gone,))
            self._set_counter("floor", gone)
            self._set_counter("forgotten", self.forgotten + count)

    # -- asking --------------------------------------------------------------------------------

    def history(self) -> list[Step]:
        """Return all steps, oldest first; undone ones stand at the end."""
        return [
            _step(row)
            for row in self._connection.execute(
                "SELECT id, label, arguments, done FROM step ORDER BY id"
            )
        ]

    def to_undo(self) -> Step | None:
        """Return the step that undo would take back, None when there is none."""
        return self._one("done = 1 ORDER BY id DESC")

    def to_redo(self) -> Step | None:
        """Return the step that redo would do again, None when there is none."""
        return self._one("done = 0 ORDER BY id")

    def _one(self, condition: str) -> Step | None:
        row = self._connection.execute(
            f"SELECT id, label, arguments, done FROM step WHERE {condition} LIMIT 1"
        ).fetchone()
        return _step(row) if row else None

    @property
    def last_done(self) -> int:
        """The id of the last done step; with none, that of the last forgotten one, or 0."""
        row = self._connection.execute("SELECT max(id) FROM step WHERE done = 1").fetchone()
        return int(row[0]) if row[0] is not None else self._counter("floor")

    @property
    def forgotten(self) -> int:
        """How many of the oldest steps are gone for want of room."""
        return self._counter("forgotten")

    @property
    def saved(self) -> int:
        """The last done step at the time of the last save, 0 for the beginning."""
        return self._counter("saved")

    def mark_saved(self, state: SavedState | int | None) -> None:
        """Note which state is in the user's file; None for the present one."""
        if isinstance(state, SavedState):
            # Typing that went on in the step while it was being saved is not in the file.
            present = state_of(self._connection, state.step)
            self._set_counter("saved", state.step if present == state else _NEVER)
        else:
            self._set_counter("saved", self.last_done if state is None else state)

    def _counter(self, name: str) -> int:
        row = self._connection.execute(
            "SELECT value FROM counter WHERE name = ?", (name,)
        ).fetchone()
        return int(row[0]) if row else 0

    def _set_counter(self, name: str, value: int) -> None:
        self._connection.execute("UPDATE counter SET value = ? WHERE name = ?", (value, name))


def state_of(
    connection: sqlite3.Connection, step: int | None = None, *, schema: str = "main"
) -> SavedState:
    """Return the state after a step, or the one a connection sees now."""
    found = connection.execute(
        f"SELECT id, edits FROM {schema}.step WHERE id = coalesce(?1,"
        f" (SELECT max(id) FROM {schema}.step WHERE done = 1))",
        (step,),
    ).fetchone()
    if found is not None:
        return SavedState(*found)
    floor = connection.execute(
        f"SELECT value FROM {schema}.counter WHERE name = 'floor'"
    ).fetchone()[0]
    return SavedState(int(floor) if step is None else step, 0)


def _step(row: tuple[Any, ...]) -> Step:
    return Step(row[0], row[1], json.loads(row[2]), bool(row[3]))
