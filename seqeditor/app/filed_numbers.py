"""Numbers frozen as filed: what may change the order of a listing, and what becomes of the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from seqeditor.app.carrying_out import carry_out
from seqeditor.app.jobs import Job
from seqeditor.app.numbers import renumbered
from seqeditor.domain.edits.operations import (
    InsertSkipped,
    Operation,
    RemoveSequence,
    Renumber,
    SortByNumber,
)
from seqeditor.domain.edits.sequence import set_skipped
from seqeditor.domain.sequence import Sequence
from seqeditor.store.snapshots import filed_count
from seqeditor.store.workingcopy import WorkingCopy


class FrozenError(Exception):
    """The edit would change numbers that are frozen as filed; it was refused."""


class FiledNumbers:
    """What of a working copy is frozen: removing means skipping, what is inserted goes behind.

    Anything else that gives other numbers raises FrozenError, unless done inside `freed`.
    """

    def __init__(self, copy: WorkingCopy) -> None:
        self._copy = copy
        self._is_freed = False
        self._totals: dict[str, int] = {}

    @property
    def count(self) -> int:
        """Up to which position the numbers are frozen, 0 when none is."""
        if self._is_freed:
            return 0
        return min(filed_count(self._copy, self._totals), self._copy.count())

    @contextmanager
    def freed(self) -> Iterator[None]:
        """Allow inside what changes frozen numbers: the author has been asked."""
        before, self._is_freed = self._is_freed, True
        try:
            yield
        finally:
            self._is_freed = before

    def place(self, position: int) -> int:
        """Return where what is to be inserted at a position may go."""
        return position if position > self.count else self._copy.count() + 1

    def refuse_up_to(self, lowest: int) -> None:
        """Raise FrozenError when the number at a position must not change."""
        if lowest <= self.count:
            raise FrozenError

    def take_in(self, received: Iterable[tuple[str | None, Sequence]], position: int) -> list[int]:
        """Insert sequences of another listing, each with the number it had there."""
        copy, new = self._copy, list(received)
        if not new:
            return []
        # At the end first, where no number is in use; then to their place.
        copy.number_by_position()
        behind = copy.count() + 1
        ids = copy.insert_sequences(behind, renumbered(new, behind))
        copy.move_sequences(ids, self.place(position))
        return ids

    def remove(self, ids: Iterable[int]) -> None:
        """Take sequences out, or skip those whose numbers are frozen; inside a step."""
        copy, filed, gone = self._copy, self.count, []
        for one in ids:
            if one not in copy.order:
                continue
            if copy.order.position(one) > filed:
                gone.append(one)
            else:
                copy.write_sequence(one, set_skipped(copy.sequence(one)))
        copy.remove_sequences(gone)

    def move(self, ids: Iterable[int], position: int) -> None:
        """Put sequences before a position; inside a step."""
        order = self._copy.order
        moved = [one for one in ids if one in order]
        self.refuse_up_to(min([position, *map(order.position, moved)]))
        self._copy.move_sequences(moved, position)

    def carry_out(self, operation: Operation, job: Job) -> None:
        """Carry out an operation on the listing as a whole; inside a step."""
        match operation:
            case RemoveSequence(sequence_id):
                self.remove([sequence_id])
                return
            case Renumber() | SortByNumber():
                self.refuse_up_to(1)
            case InsertSkipped(position):
                self.refuse_up_to(position)
        carry_out(self._copy, operation, job)
