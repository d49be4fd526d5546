"""Checking a file without opening it: the command line's way, in constant memory.

Batches of records are parsed and judged in this process or in others; ids and numbering are put
together in the order of the file.
"""

from __future__ import annotations

from array import array
from collections import deque
from collections.abc import Collection, Iterator
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from multiprocessing import get_context
from pathlib import Path

from seqeditor.app.file_report import FileReport
from seqeditor.app.jobs import Job
from seqeditor.app.receiving import READING
from seqeditor.domain.general_information import GeneralInformation
from seqeditor.domain.sequence import Sequence
from seqeditor.formats.st26.reader import Batch, End, Reading, Record, Summary, parse_batch
from seqeditor.formats.st26.xpath import xpath
from seqeditor.rules.engine import Engine, heard, placed
from seqeditor.rules.finding import Finding
from seqeditor.store.streamed import Columns, StreamedListing, columns_of

ALONE_BELOW = 2 << 20
"""Bytes of a file for which starting processes would take longer than the check."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to judge; can be pickled."""

    profile: str = "applicant"
    thorough: bool = False
    today: date = date.min

    def engine(self) -> Engine:
        """Return the rules to judge by."""
        return Engine(self.profile, today=self.today, thorough=self.thorough)


@dataclass(frozen=True, slots=True)
class _Judged:
    """What came out of one batch; can be pickled."""

    summary: Summary
    findings: list[Finding]
    columns: list[Columns]
    lines: list[int]


def check_file(path: Path, options: Options, *, jobs: int, job: Job, name: str) -> FileReport:
    """Check one ST.26 file and return its report; `name` is the path to be reported.

    Raises OSError when the file cannot be read from disk, CancelledError.
    """
    report = FileReport(name)
    engine = options.engine()
    listing = StreamedListing(lambda positions: _again(path, positions))
    lines = array("q")
    size = path.stat().st_size
    try:
        with Reading(path) as reading:
            listing.header = reading.head.header
            with _judge(reading, engine, options, jobs if size >= ALONE_BELOW else 1) as judged:
                for batch, one in judged:
                    faults = list(engine.faults(one.summary.faults))
                    report.add(heard(faults, one.findings))
                    listing.add(one.columns)
                    lines.extend(one.lines)
                    job.report(batch.size, size, READING)
            end = reading.finish()
            listing.header = end.header
            report.add(engine.faults(end.faults))
            if end.readable:
                report.add(_of_the_whole(engine, listing, reading, end, lines))
    finally:
        listing.close()
    report.size, report.sha256 = end.size, end.sha256
    report.sequences, report.readable = end.sequences, end.readable
    report.close()
    return report


def _again(path: Path, positions: Collection[int]) -> Iterator[tuple[int, Sequence]]:
    """Yield the sequences at some positions of a file; only what holds them is parsed."""
    with Reading(path) as reading:
        for batch in reading.batches():
            here = range(batch.first_position, batch.first_position + batch.count)
            if not any(position in here for position in positions):
                continue
            for record in parse_batch(batch).records:
                if record.position in positions:
                    yield record.position, record.sequence


def _of_the_whole(
    engine: Engine, listing: StreamedListing, reading: Reading, end: End, lines: array[int]
) -> list[Finding]:
    """Return the findings on the general information and over all sequences."""
    found = [
        placed(f, xpath(f.path, None), reading.head.line(f.path), None)
        for f in engine.header(end.header)
    ]
    over_all = list(engine.listing(listing))
    numbers = _numbers(listing, over_all)
    for finding in over_all:
        at = finding.sequence
        if at is None:
            line, number = reading.head.line(finding.path), None
        else:
            line, number = lines[at - 1], numbers.get(at)
        found.append(placed(finding, xpath(finding.path, at), line, number))
    return heard(list(engine.faults(end.faults)), found)


def _numbers(listing: StreamedListing, findings: list[Finding]) -> dict[int, str]:
    wanted = {f.sequence for f in findings if f.sequence is not None}
    return {row.id: row.number for row in listing.rows() if row.id in wanted} if wanted else {}


@contextmanager
def _judge(
    reading: Reading, engine: Engine, options: Options, jobs: int
) -> Iterator[Iterator[tuple[Batch, _Judged]]]:
    header = reading.head.header
    if jobs <= 1:
        yield _in_line(reading, engine, header)
        return
    with ProcessPoolExecutor(jobs, get_context("spawn"), _start_worker, (options, header)) as pool:
        try:
            yield _in_processes(reading, engine, pool, jobs)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _in_line(
    reading: Reading, engine: Engine, header: GeneralInformation
) -> Iterator[tuple[Batch, _Judged]]:
    for batch in reading.batches():
        one = _judged(batch, engine, header)
        goes_on = reading.absorb(batch, one.summary)
        yield batch, one
        if not goes_on:
            return


def _in_processes(
    reading: Reading, engine: Engine, pool: ProcessPoolExecutor, jobs: int
) -> Iterator[tuple[Batch, _Judged]]:
    running: deque[tuple[Batch, Future[_Judged] | None]] = deque()
    batches = reading.batches()
    header = reading.head.header
    while True:
        while len(running) < 2 * jobs and (batch := next(batches, None)) is not None:
            running.append((batch, _submitted(pool, batch)))
        if not running:
            return
        batch, future = running.popleft()
        try:
            one = _judged(batch, engine, header) if future is None else future.result()
        except BrokenExecutor:
            # A system that lets no process start, or ends one: it takes longer alone.
            one = _judged(batch, engine, header)
        goes_on = reading.absorb(batch, one.summary)
        yield batch, one
        if not goes_on:
            return


def _submitted(pool: ProcessPoolExecutor, batch: Batch) -> Future[_Judged] | None:
    """Hand a batch to a worker; None when there are no workers any more."""
    try:
        return pool.submit(_judged_by_worker, batch)
    except BrokenExecutor:
        return None


def _judged(batch: Batch, engine: Engine, header: GeneralInformation) -> _Judged:
    parsed = parse_batch(batch)
    findings: list[Finding] = []
    columns: list[Columns] = []
    lines: list[int] = []
    for record in parsed.records:
        findings += _of_record(record, engine, header)
        number = record.number or ""
        columns.append(
            columns_of(record.sequence, record.position, number, with_letters=engine.thorough)
        )
        lines.append(record.first_line)
    return _Judged(parsed.summary, findings, columns, lines)


def _of_record(record: Record, engine: Engine, header: GeneralInformation) -> Iterator[Finding]:
    found = engine.sequence(
        record.sequence,
        header,
        sequence_id=record.position,
        number=record.number or str(record.position),
    )
    for finding in found:
        place = xpath(finding.path, record.position)
        yield placed(finding, place, record.line(finding.path), record.number)


_worker: tuple[Engine, GeneralInformation] | None = None


def _start_worker(options: Options, header: GeneralInformation) -> None:
    # One engine for the life of the process.
    global _worker
    _worker = options.engine(), header


def _judged_by_worker(batch: Batch) -> _Judged:
    assert _worker is not None
    return _judged(batch, *_worker)
