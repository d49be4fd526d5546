"""Checking a project file as the command line does: through a working copy that goes again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from seqeditor.app.checking import Options
from seqeditor.app.file_report import FileReport, unreadable
from seqeditor.app.jobs import Job
from seqeditor.app.receiving import READING
from seqeditor.app.reviewing import listing_with_reviews, with_reviews
from seqeditor.formats.registry import format_of
from seqeditor.formats.st26.xpath import xpath
from seqeditor.rules.engine import Engine, placed
from seqeditor.rules.finding import Finding
from seqeditor.store.database import DamagedError, NewerProjectError, NotAProjectError
from seqeditor.store.project import open_project
from seqeditor.store.reader import Reader
from seqeditor.store.reviewed import OF_THE_HEADER


def is_project(path: Path) -> bool:
    """Tell whether a file is a project, by content first; raises OSError."""
    found = format_of(path)
    return found is not None and found.name == "project"


def check_project(path: Path, options: Options, *, job: Job, name: str) -> FileReport:
    """Check a project file and return its report; findings have no line.

    `name` is the path to be reported. Raises StoreError, OSError or CancelledError.
    """
    with path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    with TemporaryDirectory(prefix="seqeditor-") as folder:
        try:
            with closing(open_project(path, Path(folder))) as copy:
                report = _checked(copy, options.engine(), job, name)
        except NewerProjectError:
            report = unreadable(name, "newer-project")
        except (NotAProjectError, DamagedError):
            report = unreadable(name, "no-project")
    report.size, report.sha256 = path.stat().st_size, digest
    return report


def _checked(reader: Reader, engine: Engine, job: Job, name: str) -> FileReport:
    report = FileReport(name)
    header = reader.header
    on_header = with_reviews(engine.header(header), reader, OF_THE_HEADER)
    report.add(placed(f, xpath(f.path, None), None, None) for f in on_header)
    total = reader.count()
    for position, sequence_id in enumerate(reader.order.ids, 1):
        number = reader.number(sequence_id)
        found = engine.sequence(
            reader.sequence(sequence_id), header, sequence_id=sequence_id, number=number
        )
        marked = with_reviews(found, reader, sequence_id)
        report.add(placed(f, xpath(f.path, position), None, number) for f in marked)
        if position % 200 == 0:
            job.report(position, total, READING)
    report.add(_over_all(reader, engine))
    report.sequences = total
    report.close()
    return report


def _over_all(reader: Reader, engine: Engine) -> Iterator[Finding]:
    for finding in listing_with_reviews(engine.listing(reader), reader):
        if finding.sequence is None:
            yield placed(finding, xpath(finding.path, None), None, None)
        else:
            position = reader.order.position(finding.sequence)
            number = reader.number(finding.sequence)
            yield placed(finding, xpath(finding.path, position), None, number)
