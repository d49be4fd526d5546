"""A listing under edit, as the window and the command line know it: the one door for every edit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from enum import Enum
from pathlib import Path

from seqeditor.app.change import Change as Change
from seqeditor.app.change import Outcome, change_of
from seqeditor.app.claims import Claim
from seqeditor.app.filed_numbers import FiledNumbers
from seqeditor.app.filed_numbers import FrozenError as FrozenError
from seqeditor.app.following import Behind, Following
from seqeditor.app.jobs import Job
from seqeditor.domain.edits.operations import Operation
from seqeditor.domain.fault import Fault
from seqeditor.domain.general_information import GeneralInformation
from seqeditor.domain.row import SequenceRow
from seqeditor.domain.sequence import Sequence
from seqeditor.store.findings import FindingsStore
from seqeditor.store.journal import Touched
from seqeditor.store.locks import FileLock
from seqeditor.store.order import Order
from seqeditor.store.organism_names import organism_names
from seqeditor.store.reader import Reader
from seqeditor.store.workingcopy import Step, WorkingCopy

SequenceEdit = Callable[[Sequence], Sequence]
HeaderEdit = Callable[[GeneralInformation], GeneralInformation]


class Kind(Enum):
    """What the document was opened from."""

    NEW = "new"
    PROJECT = "project"
    RECEIVED = "received"


class ReadOnlyError(Exception):
    """The document is open for reading only; an edit was refused."""


class Document:
    """One listing: reading, editing, undo; tells its listeners what has changed."""

    def __init__(
        self,
        copy: WorkingCopy,
        findings: FindingsStore,
        *,
        kind: Kind = Kind.NEW,
        path: Path | None = None,
        read_only: str = "",
        read_only_parameters: Mapping[str, str | int] | None = None,
        lock: FileLock | None = None,
    ) -> None:
        """Take over a working copy, with the lock that holds it.

        `read_only` is the message id of the reason why no edit is taken, "" for none. `follows`:
        translations and their proteins follow what is edited (see following.py). `received`: what
        the reader has found in the file, for whatever profile it is judged by.
        """
        self.copy = copy
        self.findings = findings
        self.kind = kind
        self.path = path
        self.read_only = read_only
        self.read_only_parameters = dict(read_only_parameters or {})
        self.busy = False
        self.follows = True
        self.received: tuple[Fault, ...] = ()
        self._behind = Behind()
        self.project_claim: Claim | None = None
        self._lock = lock
        self._filed = FiledNumbers(copy)
        self._listeners: list[Callable[[Change], None]] = []

    # -- reading -------------------------------------------------------------------------------

    @property
    def header(self) -> GeneralInformation:
        """The general information."""
        return self.copy.header

    @property
    def order(self) -> Order:
        """The ids of all sequences in order."""
        return self.copy.order

    def count(self) -> int:
        """Return how many sequences there are, skipped ones included."""
        return len(self.copy.order)

    def rows_of(self, ids: Iterable[int]) -> list[SequenceRow]:
        """Return the columns of some sequences, in the order asked."""
        return self.copy.rows_of(ids)

    def sequence(self, sequence_id: int) -> Sequence:
        """Return a sequence by its permanent id; raises KeyError when it is not there."""
        return self.copy.sequence(sequence_id)

    def organism_names(self, most: int = 200) -> list[str]:
        """Return the organisms of the listing, each once, by the alphabet; at most so many."""
        with self.copy.lock:
            return organism_names(self.copy.connection, most)

    def number(self, sequence_id: int) -> str:
        """Return the SEQ ID NO shown of a sequence."""
        return self.copy.number(sequence_id)

    def reader(self) -> Reader:
        """Return a reader of its own for another thread; the caller closes its connection."""
        return self.copy.open_reader()

    @property
    def filed(self) -> int:
        """Up to which position the numbers are frozen as filed (see filed_numbers.py), or 0."""
        return self._filed.count

    def renumbering(self) -> AbstractContextManager[None]:
        """Allow inside what changes frozen numbers: the author has been asked."""
        return self._filed.freed()

    # -- editing -------------------------------------------------------------------------------

    @property
    def is_editable(self) -> bool:
        """Whether edits are taken now."""
        return not self.read_only and not self.busy

    def apply(
        self,
        label: str,
        ids: Iterable[int],
        edit: SequenceEdit,
        *,
        arguments: Mapping[str, str | int] | None = None,
        target: str = "",
        origin: object = None,
        job: Job | None = None,
    ) -> Change:
        """Apply a pure edit to some sequences as one step; equal results write nothing.

        `label` is a message id with `arguments`; steps with the same label and `target` shortly
        after one another become one. Raises ReadOnlyError, CancelledError (nothing is changed
        then), StoreError, and whatever the edit raises.
        """
        return self.apply_by_id(
            label,
            ids,
            lambda _id, sequence: edit(sequence),
            arguments=arguments,
            target=target,
            origin=origin,
            job=job,
        )

    def apply_by_id(
        self,
        label: str,
        ids: Iterable[int],
        edit: Callable[[int, Sequence], Sequence],
        *,
        edit_header: HeaderEdit | None = None,
        arguments: Mapping[str, str | int] | None = None,
        target: str = "",
        origin: object = None,
        job: Job | None = None,
    ) -> Change:
        """Apply an edit that depends on the id, and one of the header with it, as one step.

        Raises as `apply` does.
        """
        wanted = list(ids)
        with self._step(label, arguments, target, origin, job) as result:
            if edit_header is not None:
                self.copy.write_header(edit_header(self.copy.header))
            for done, sequence_id in enumerate(wanted):
                if job is not None and done % 200 == 0:
                    job.report(done, len(wanted))
                new = edit(sequence_id, self.copy.sequence(sequence_id))
                self.copy.write_sequence(sequence_id, new)
        return result.change

    def apply_header(
        self,
        label: str,
        edit: HeaderEdit,
        *,
        arguments: Mapping[str, str | int] | None = None,
        target: str = "",
        origin: object = None,
    ) -> Change:
        """Apply a pure edit to the general information as one step."""
        with self._step(label, arguments, target, origin) as result:
            self.copy.write_header(edit(self.copy.header))
        return result.change

    def insert_sequences(
        self,
        label: str,
        position: int,
        sequences: Iterable[Sequence],
        *,
        arguments: Mapping[str, str | int] | None = None,
        origin: object = None,
    ) -> tuple[Change, list[int]]:
        """Insert sequences before a position (1-based; one beyond the end appends).

        Among numbers frozen as filed nothing is inserted: it goes to the end.
        """
        with self._step(label, arguments, "", origin) as result:
            ids = self.copy.insert_sequences(self._filed.place(position), sequences)
        return result.change, ids

    def take_in(
        self,
        label: str,
        position: int,
        received: Iterable[tuple[str | None, Sequence]],
        *,
        edit_header: HeaderEdit | None = None,
        arguments: Mapping[str, str | int] | None = None,
        origin: object = None,
    ) -> tuple[Change, list[int]]:
        """Insert sequences of another listing, each with the number it had there.

        A protein_id among them goes on naming the sequence that it named there, whatever has that
        number here. `edit_header` changes the general information in the same step.
        """
        with self._step(label, arguments, "", origin) as result:
            if edit_header is not None:
                self.copy.write_header(edit_header(self.copy.header))
            ids = self._filed.take_in(received, position)
        return result.change, ids

    def remove_sequences(
        self,
        label: str,
        ids: Iterable[int],
        *,
        arguments: Mapping[str, str | int] | None = None,
        origin: object = None,
    ) -> Change:
        """Take sequences out of the listing; the following numbers move up.

        Those whose numbers are frozen as filed become intentionally skipped sequences instead.
        """
        with self._step(label, arguments, "", origin) as result:
            self._filed.remove(ids)
        return result.change

    def move_sequences(
        self,
        label: str,
        ids: Iterable[int],
        position: int,
        *,
        arguments: Mapping[str, str | int] | None = None,
        origin: object = None,
    ) -> Change:
        """Put sequences before what stands at a position now (1-based); raises FrozenError."""
        with self._step(label, arguments, "", origin) as result:
            self._filed.move(ids, position)
        return result.change

    def carry_out(
        self,
        label: str,
        operations: Iterable[Operation],
        *,
        arguments: Mapping[str, str | int] | None = None,
        origin: object = None,
        job: Job | None = None,
    ) -> Change:
        """Carry out edits of the listing as a whole, as one step.

        Raises FrozenError, CancelledError (nothing is changed then).
        """
        wanted = list(operations)
        job = job or Job()
        with self._step(label, arguments, "", origin, job) as result:
            for done, operation in enumerate(wanted):
                job.report(done, len(wanted) if len(wanted) > 1 else 0)
                self._filed.carry_out(operation, job)
        return result.change

    def write(
        self,
        label: str,
        work: Callable[[WorkingCopy], object],
        *,
        arguments: Mapping[str, str | int] | None = None,
        origin: object = None,
    ) -> Change:
        """Carry out what writes to the working copy beside sequences and header, as one step."""
        with self._step(label, arguments, "", origin) as result:
            work(self.copy)
        return result.change

    @contextmanager
    def _step(
        self,
        label: str,
        arguments: Mapping[str, str | int] | None,
        target: str,
        origin: object,
        job: Job | None = None,
    ) -> Iterator[Outcome]:
        if self.read_only:
            raise ReadOnlyError(self.read_only)
        result = Outcome()
        following = Following(self.copy, self._behind)
        try:
            with self.copy.step(label, arguments, target=target) as work:
                self.copy.rewriting = following.rewritten if self.follows else None
                self.copy.removing = following.removed if self.follows else None
                yield result
                following.finish(job or Job())
        finally:
            self.copy.rewriting = self.copy.removing = None
        change = change_of(work.touched, origin)
        result.change = replace(change, told=tuple(following.told))
        self._tell(result.change)

    # -- undo ----------------------------------------------------------------------------------

    def undo_step(self) -> Step | None:
        """Return the step that undo would take back; its label is worded when shown."""
        return self.copy.undo_step()

    def redo_step(self) -> Step | None:
        """Return the step that redo would do again."""
        return self.copy.redo_step()

    def undo(self) -> Change | None:
        """Take back the last step; None when there is none. Raises ReadOnlyError."""
        return self._exchanged(self.copy.undo)

    def redo(self) -> Change | None:
        """Do the last undone step again; None when there is none. Raises ReadOnlyError."""
        return self._exchanged(self.copy.redo)

    def _exchanged(self, exchange: Callable[[], Touched | None]) -> Change | None:
        if self.read_only:
            raise ReadOnlyError(self.read_only)
        touched = exchange()
        if touched is None:
            return None
        change = change_of(touched, None)
        self._tell(change)
        return change

    @property
    def is_modified(self) -> bool:
        """Whether there is something the user's file does not have yet."""
        return self.copy.is_modified

    # -- listeners and end ---------------------------------------------------------------------

    def subscribe(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        """Call the listener after every change; returns what ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def _tell(self, change: Change) -> None:
        if change.order_changed and len(self.order):
            # The window asks for places at once: long work has them worked out in its own thread.
            self.order.position(self.order.id_at(1))
        if change.sequence_ids or change.order_changed or change.header_changed:
            for listener in list(self._listeners):
                listener(change)

    @property
    def title(self) -> str:
        """The name of the file, "" for a new listing."""
        return self.path.name if self.path is not None else ""

    def hold_project(self, claim: Claim) -> None:
        """Keep the claim of a project file until the document is closed or saved elsewhere."""
        if self.project_claim is not None:
            self.project_claim.release()
        self.project_claim = claim

    def close(self) -> None:
        """Close all connections and give up the locks; the working copy stays on disk."""
        self._listeners.clear()
        self.findings.close()
        self.copy.close()
        if self.project_claim is not None:
            self.project_claim.release()
            self.project_claim = None
        if self._lock is not None:
            self._lock.release()
            self._lock = None
