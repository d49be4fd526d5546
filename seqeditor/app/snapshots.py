"""Listings kept as they were filed: kept on Generate, given out again byte for byte, compared."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from seqeditor.app.document import Document, Kind
from seqeditor.app.jobs import Job
from seqeditor.app.opening import open_file
from seqeditor.domain.residues import digest
from seqeditor.domain.sequence import Sequence
from seqeditor.formats.st26.reader import Parsed, read
from seqeditor.rules.mentions import annotation_digest
from seqeditor.store.atomic import atomic_write
from seqeditor.store.reader import Reader
from seqeditor.store.snapshots import (
    Snapshot,
    add_snapshot,
    filed_count,
    free_numbering,
    freeze_numbering,
    snapshot_bytes,
    snapshots,
)
from seqeditor.texts import N_

KEEPING = N_("Keeping a snapshot as filed")
GIVING = N_("Writing the snapshot")
COMPARING = N_("Comparing with the snapshot")
READ_ONLY = N_("This is a listing as it was filed, kept as a snapshot. It is not changed any more.")
FREEZE = N_("Freeze the numbering")
UNFREEZE = N_("Unfreeze the numbering")


def keep_snapshot(
    document: Document, target: Path, label: str, job: Job, *, now: datetime | None = None
) -> None:
    """Keep the file just generated with a label; its numbers are frozen from now on.

    Raises CancelledError, StoreError or OSError: nothing is kept then.
    """
    size = target.stat().st_size
    moment = (now or datetime.now()).astimezone().isoformat(timespec="seconds")
    add_snapshot(
        document.copy,
        target,
        label.strip() or target.name,
        moment,
        lambda done: job.report(done, size, KEEPING),
    )


def export_snapshot(reader: Reader, snapshot: Snapshot, target: Path, job: Job) -> None:
    """Write the file once more as it was generated, whole or not at all.

    Raises DamagedSnapshotError, CancelledError, StoreError or OSError.
    """
    with atomic_write(target) as stream:
        for piece in _watched(reader, snapshot, job):
            stream.write(piece)


def _watched(reader: Reader, snapshot: Snapshot, job: Job) -> Iterator[bytes]:
    done = 0
    for piece in snapshot_bytes(reader.connection, snapshot):
        job.report(done, snapshot.size, GIVING)
        done += len(piece)
        yield piece


def open_snapshot(reader: Reader, snapshot: Snapshot, job: Job) -> Document:
    """Open a snapshot as a document of its own, for reading only.

    Raises what `export_snapshot` and `open_file` raise.
    """
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / snapshot.file_name
        export_snapshot(reader, snapshot, file, job)
        document = open_file(file, job)
    document.path = Path(snapshot.file_name)
    document.kind = Kind.RECEIVED
    document.read_only = document.read_only or READ_ONLY
    return document


@dataclass(frozen=True, slots=True)
class Differences:
    """How the listing differs from a snapshot, by SEQ ID NO.

    `residues`: other residues or molecule type; `annotations`: other features or qualifiers with
    the same residues; `added`, `missing`: numbers only here, only there.
    """

    total: int
    total_then: int
    residues: tuple[str, ...] = ()
    annotations: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def is_equal(self) -> bool:
        """Whether the sequences are the same."""
        return not (self.residues or self.annotations or self.added or self.missing)


@dataclass
class _Found:
    residues: list[str] = field(default_factory=list)
    annotations: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    seen: set[int] = field(default_factory=set)
    total: int = 0


def compared(reader: Reader, snapshot: Snapshot, job: Job) -> Differences:
    """Compare the sequences of the listing with those of a snapshot, number by number.

    Raises what `export_snapshot` raises.
    """
    found = _Found()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "snapshot.xml"
        export_snapshot(reader, snapshot, file, job)
        for event in read(file):
            if isinstance(event, Parsed):
                for record in event.records:
                    job.report(found.total, snapshot.total, COMPARING)
                    _compare(reader, record.number or "", record.sequence, found)
    added = tuple(reader.number(one) for one in reader.order.ids if one not in found.seen)
    return Differences(
        total=reader.count(),
        total_then=found.total,
        residues=tuple(found.residues),
        annotations=tuple(found.annotations),
        added=added,
        missing=tuple(found.missing),
    )


def _compare(reader: Reader, number: str, then: Sequence, found: _Found) -> None:
    found.total += 1
    sequence_id = reader.id_of_number(number)
    if sequence_id is None:
        found.missing.append(number)
        return
    found.seen.add(sequence_id)
    (row,) = reader.rows_of([sequence_id])
    same = row.moltype == then.moltype or (row.skipped and then.is_skipped)
    if not same or row.digest != digest(then.residues):
        found.residues.append(number)
    elif annotation_digest(reader.sequence(sequence_id)) != annotation_digest(then):
        found.annotations.append(number)


# -- numbers frozen as filed -------------------------------------------------------------------


def filed_by(document: Document) -> Snapshot | None:
    """Return the latest snapshot whose numbers are frozen, None where no snapshot froze them."""
    filed = filed_count(document.copy)
    kept = [one for one in snapshots(document.copy) if one.total]
    return kept[-1] if filed and kept else None


def unfreeze(document: Document) -> None:
    """Let the numbers of what was filed change again, as one step."""
    document.write(UNFREEZE, free_numbering)


def freeze(document: Document) -> None:
    """Freeze the numbers of all sequences, as one step."""
    document.write(FREEZE, freeze_numbering)
