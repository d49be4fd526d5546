"""Checking a document: what an edit touches at once, the whole of it beside the window."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Future, ProcessPoolExecutor, wait
from datetime import date
from multiprocessing import get_context
from pathlib import Path

from seqeditor.app.document import Document
from seqeditor.app.jobs import Job
from seqeditor.app.reviewing import listing_with_reviews, with_reviews
from seqeditor.rules.engine import Engine
from seqeditor.rules.finding import Finding
from seqeditor.store.findings import HEADER, LISTING, RECEIVED
from seqeditor.store.reader import Reader
from seqeditor.store.reviewed import OF_THE_HEADER, reviewed_sequences
from seqeditor.store.workingcopy import open_reader
from seqeditor.texts import N_

Result = tuple[int, int, list[Finding]]
"""Sequence id, the revision that was checked, what was found."""

PART = 400
"""Sequences checked between two reports."""

ALONE_BELOW = 4_000
"""Listings with fewer sequences are not worth starting processes for."""

_CHECKING = N_("Checking the sequences")


class Validation:
    """The rules at work on one document."""

    def __init__(
        self,
        document: Document,
        *,
        profile: str = "applicant",
        today: Callable[[], date] = date.today,
        processes: int = 2,
    ) -> None:
        self.document = document
        self.profile = profile
        self._today = today
        self._processes = processes
        self._engine = Engine(profile, today=today())

    def choose_profile(self, profile: str) -> None:
        """Judge by another profile from now on; the caller has everything checked again."""
        self.profile = profile
        self._engine = Engine(profile, today=self._today())
        received = self._engine.faults(self.document.received)
        self.document.findings.replace_all(RECEIVED, received)

    def check_header(self) -> None:
        """Check the general information."""
        found = self._engine.header(self.document.header)
        marked = with_reviews(found, self.document.copy, OF_THE_HEADER)
        self.document.findings.replace_all(HEADER, marked)

    def concerned(self, changed: Iterable[int]) -> set[int]:
        """Return sequences that changed, or went, and those that name one of them as a protein."""
        ids = set(changed)
        return ids | self.document.copy.linking_to(ids)

    def check_sequences(self, ids: Iterable[int]) -> set[int]:
        """Check some sequences now; returns those whose findings were taken over."""
        order = self.document.order
        present = [i for i in ids if i in order]
        return self.document.findings.replace_sequences(
            results_of(self._engine, self.document.copy, present)
        )

    def check_listing(self, reader: Reader) -> None:
        """Check what needs the columns of all sequences; for a worker's own reader."""
        found = listing_with_reviews(self._engine.listing(reader), reader)
        self.document.findings.replace_all(LISTING, found)

    def check_all(self, job: Job, reader: Reader) -> None:
        """Check everything, for a worker with a reader of its own. Raises CancelledError."""
        header = None
        while header != reader.header:
            # Edited meanwhile: what was found has been replaced already, and must not come back.
            header = reader.header
            found = with_reviews(self._engine.header(header), reader, OF_THE_HEADER)
            self.document.findings.replace_all(HEADER, found)
        self.check_listing(reader)
        ids = list(reader.order.ids)
        if self._processes > 1 and len(ids) >= ALONE_BELOW:
            try:
                self._check_in_processes(ids, job)
            except BrokenExecutor:
                # A system that lets no process start, or ends one: it takes longer alone.
                self._check_in_line(ids, job, reader)
        else:
            self._check_in_line(ids, job, reader)

    def check_part(self, ids: list[int], job: Job, reader: Reader) -> None:
        """Check some sequences, for a worker with a reader of its own. Raises CancelledError."""
        self._check_in_line(ids, job, reader)

    def _check_in_line(self, ids: list[int], job: Job, reader: Reader) -> None:
        for at in range(0, len(ids), PART):
            job.report(at, len(ids), _CHECKING)
            part = results_of(self._engine, reader, ids[at : at + PART])
            job.check()
            self.document.findings.replace_sequences(part)
        job.report(len(ids), len(ids), _CHECKING)

    def _check_in_processes(self, ids: list[int], job: Job) -> None:
        # Spawned, not forked: a fork is unsafe with Qt and SQLite. In processes, because a thread
        # that checks would make the window stutter.
        folder, today = self.document.copy.folder, self._engine.today
        parts = [ids[at : at + PART] for at in range(0, len(ids), PART)]
        done, waiting = 0, iter(parts)
        with ProcessPoolExecutor(
            self._processes, get_context("spawn"), _start_worker, (folder, self.profile, today)
        ) as pool:
            running: set[Future[list[Result]]] = set()
            try:
                while True:
                    while len(running) < 2 * self._processes and (part := next(waiting, None)):
                        running.add(pool.submit(_check_part, part))
                    if not running:
                        break
                    finished, running = wait(running, timeout=0.2, return_when=FIRST_COMPLETED)
                    for future in finished:
                        results = future.result()
                        job.check()
                        self.document.findings.replace_sequences(results)
                        done += len(results)
                    job.report(done, len(ids), _CHECKING)
            finally:
                pool.shutdown(wait=True, cancel_futures=True)


def results_of(engine: Engine, reader: Reader, ids: Iterable[int]) -> list[Result]:
    """Return what the rules find in some sequences; those gone meanwhile are left out."""
    header, aside = reader.header, reviewed_sequences(reader)
    found: list[Result] = []
    for sequence_id in ids:
        try:
            stored = reader.stored(sequence_id)
        except KeyError:
            continue
        number = reader.number(sequence_id)
        findings = engine.sequence(stored.sequence, header, sequence_id=sequence_id, number=number)
        if sequence_id in aside:
            findings = with_reviews(findings, reader, sequence_id)
        found.append((sequence_id, stored.revision, findings))
    return found


_worker: tuple[Engine, Reader] | None = None


def _start_worker(folder: Path, profile: str, today: date) -> None:
    # One engine and one connection for the life of the process, which leaves the window its turn.
    global _worker
    if sys.platform != "win32":
        os.nice(10)
    _worker = Engine(profile, today=today), open_reader(folder)


def _check_part(ids: list[int]) -> list[Result]:
    assert _worker is not None
    engine, reader = _worker
    return results_of(engine, reader, ids)
