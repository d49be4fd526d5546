"""Reading a received listing into a working copy: everything as written, faults kept beside it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from seqeditor.app.document import Document
from seqeditor.app.jobs import Job
from seqeditor.domain.fault import Fault
from seqeditor.domain.sequence import Sequence
from seqeditor.formats.st26.reader import End, Head, Parsed, read
from seqeditor.rules.engine import Engine
from seqeditor.rules.finding import Finding
from seqeditor.store.bulk import fill, finish
from seqeditor.store.findings import RECEIVED
from seqeditor.texts import N_

READING = N_("Reading the sequence listing")
BROKEN_OFF = N_(
    "The file could not be read to its end. What could be read is shown, for reading only."
)


class NoSequenceError(Exception):
    """The file has no sequence that can be read."""


class UnreadableError(Exception):
    """Nothing of the file can be read as a sequence listing; `findings` say why."""

    def __init__(self, path: Path, findings: list[Finding]) -> None:
        super().__init__(str(path))
        self.path = path
        self.findings = findings


def fill_from_listing(document: Document, path: Path, job: Job) -> None:
    """Fill a fresh document from an ST.26 file; a file that breaks off is read so far.

    Raises UnreadableError, CancelledError, StoreError or OSError: the document is useless then.
    """
    received = _Received(path, job)
    for _done in fill(document.copy, received.sequences()):
        pass
    end = received.end
    findings = judged(end.faults)
    if not end.readable and not end.sequences:
        raise UnreadableError(path, findings)
    finish(document.copy, end.header, numbering="written")
    document.received = end.faults
    document.findings.replace_all(RECEIVED, findings)
    if not end.readable:
        document.read_only = BROKEN_OFF


def judged(faults: tuple[Fault, ...]) -> list[Finding]:
    """Return the faults of a file as findings."""
    return list(Engine(today=date.today()).faults(faults))


class _Received:
    """The sequences of a file in order; `end` is there once they have been taken."""

    def __init__(self, path: Path, job: Job) -> None:
        self._path = path
        self._job = job
        self._end: End | None = None

    @property
    def end(self) -> End:
        """How the reading ended."""
        assert self._end is not None, "the sequences have not been taken to the end"
        return self._end

    def sequences(self) -> Iterator[tuple[str | None, Sequence]]:
        """Yield each sequence with the number it was received with."""
        size = self._path.stat().st_size
        for event in read(self._path):
            match event:
                case Head():
                    self._job.report(0, size, READING)
                case Parsed():
                    for record in event.records:
                        yield record.number, record.sequence
                    self._job.report(event.size, size, READING)
                case End():
                    self._end = event
