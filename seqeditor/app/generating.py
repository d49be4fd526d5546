"""Writing the ST.26 XML for filing: shown first, checked first, written whole or not at all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from seqeditor import __version__
from seqeditor.app.document import Document
from seqeditor.app.jobs import Job
from seqeditor.app.receiving import BROKEN_OFF
from seqeditor.app.validation import Validation
from seqeditor.formats.st26.codec import sequence_data
from seqeditor.formats.st26.text import first_unwritable
from seqeditor.formats.st26.writer import write
from seqeditor.rules.finding import Level
from seqeditor.store.atomic import atomic_write
from seqeditor.store.reader import Reader
from seqeditor.texts import N_

_WRITING = N_("Writing the sequence listing")
_NAME = re.compile(r"[^A-Za-z0-9_-]+")
_LONGEST = 60
"""37 CFR 1.834(a)(3): the narrowest of the Offices' rules for file names."""


class ErrorsRemainError(Exception):
    """A listing with findings of level error is not written for filing."""


class BrokenOffError(ErrorsRemainError):
    """Half a listing, of a file that breaks off, is not written for filing."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What would be written: shown to the user before anything is."""

    file_name: str
    total: int
    skipped: int
    by_moltype: dict[str, int] = field(default_factory=dict)
    languages: tuple[str, ...] = ()
    errors: int = 0
    warnings: int = 0
    infos: int = 0


def suggested_file_name(document: Document) -> str:
    """Return a file name that every Office takes: at most 60 letters, digits, hyphens, `_`."""
    own = document.path.stem if document.path is not None else ""
    for wish in (document.header.file_reference, own, "sequence-listing"):
        name = _NAME.sub("-", wish or "").strip("-")[:_LONGEST]
        if name:
            return f"{name}.xml"
    return "sequence-listing.xml"


def plan(document: Document, validation: Validation, job: Job, reader: Reader) -> Plan:
    """Check the whole listing and return what would be written; for a worker.

    Raises CancelledError.
    """
    validation.check_all(job, reader)
    counts = document.findings.counts()
    moltypes: Counter[str] = Counter()
    skipped = 0
    for row in reader.rows():
        if row.skipped:
            skipped += 1
        else:
            moltypes[row.moltype] += 1
    language = reader.header.non_english_language
    return Plan(
        file_name=suggested_file_name(document),
        total=reader.count(),
        skipped=skipped,
        by_moltype=dict(moltypes),
        languages=("en", language) if language else ("en",),
        errors=counts[Level.ERROR] + (document.read_only == BROKEN_OFF),
        warnings=counts[Level.WARNING],
        infos=counts[Level.INFO],
    )


def generate(
    document: Document,
    target: Path,
    job: Job,
    reader: Reader,
    *,
    today: date | None = None,
    despite_errors: bool = False,
) -> None:
    """Write the listing as ST.26 XML in the place of `target`, whole or not at all.

    `reader` is one of its own, so that this may run beside the window: what is written is the
    listing at one moment. Raises ErrorsRemainError, CancelledError, StoreError or OSError;
    `target` is as it was then.
    """
    if document.read_only == BROKEN_OFF:
        raise BrokenOffError
    if not despite_errors and document.findings.counts()[Level.ERROR]:
        raise ErrorsRemainError
    write_listing(reader, target, job, today=today)


def write_listing(reader: Reader, target: Path, job: Job, *, today: date | None = None) -> None:
    """Write what a reader sees as ST.26 XML, whole or not at all."""
    with reader.snapshot(), atomic_write(target) as stream:
        total = reader.count_stored()
        write(
            stream,
            reader.header,
            _records(reader, total, job),
            total=total,
            # A name that XML cannot hold is left out: the attribute is not mandatory.
            file_name=target.name if first_unwritable(target.name) is None else None,
            software_version=__version__,
            today=today or date.today(),
        )


def _records(reader: Reader, total: int, job: Job) -> Iterator[Iterator[bytes]]:
    for done, exported in enumerate(reader.export()):
        if done % 500 == 0:
            job.report(done, total, _WRITING)
        length = "" if exported.skipped else exported.length
        yield sequence_data(
            exported.number,
            exported.annotations,
            length,
            exported.residues.chunks(),
            exported.link_values,
        )
