"""Listings kept as they were filed: the very bytes of a generated file, compressed.

Records of what happened: written at once, not undone, saved with the project.
"""

from __future__ import annotations

import hashlib
import re
import sqlite3
import tempfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from seqeditor.store.database import transaction
from seqeditor.store.reader import Reader
from seqeditor.store.workingcopy import WorkingCopy

_AT_ONCE = 1 << 20
_HEAD = 1 << 17
_TOTAL = re.compile(rb"<SequenceTotalQuantity>\s*([0-9]{1,18})\s*</SequenceTotalQuantity>")
_CHANGED = -1
"""A saved state that no undo comes back to: the project file lacks what was written."""

_FREE, _FROZEN = "free", "frozen"
_PROFILE = "numbering"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What was kept: `at` in ISO 8601 with the zone, `size` in bytes as generated.

    `total` counts the sequences, skipped ones included; 0 where the file does not tell.
    """

    id: int
    label: str
    at: str
    file_name: str
    sha256: str
    size: int
    total: int


def snapshots(reader: Reader) -> list[Snapshot]:
    """Return all snapshots, the oldest first."""
    found = reader.connection.execute(
        "SELECT id, label, at, file_name, sha256, size, substr(compressed, 1, ?) FROM snapshot"
        " ORDER BY id",
        (_HEAD,),
    )
    return [
        Snapshot(number, label, at, file_name, sha256, size, _total(head))
        for number, label, at, file_name, sha256, size, head in found
    ]


def _total(head: bytes) -> int:
    try:
        text = zlib.decompressobj().decompress(head, 4 * _HEAD)
    except zlib.error:
        return 0
    match = _TOTAL.search(text)
    return int(match[1]) if match else 0


def add_snapshot(
    copy: WorkingCopy,
    file: Path,
    label: str,
    at: str,
    watch: Callable[[int], None] = lambda _done: None,
) -> int:
    """Keep the bytes of a file; returns the id of the snapshot.

    `watch` is told how many bytes are read, and may end it by an exception: nothing is kept then.
    Raises OSError, StoreError.
    """
    with tempfile.TemporaryFile(dir=copy.folder) as packed:
        size, sha256 = _pack(file, packed, watch)
        length = packed.tell()
        packed.seek(0)
        with copy.lock, transaction(copy.connection):
            row = copy.connection.execute(
                "INSERT INTO snapshot (id, label, at, file_name, sha256, size, compressed)"
                " VALUES (?, ?, ?, ?, ?, ?, zeroblob(?))",
                (_next_id(copy), label, at, file.name, sha256, size, length),
            )
            new = int(row.lastrowid or 0)
            with copy.connection.blobopen("snapshot", "compressed", new) as blob:
                while piece := packed.read(_AT_ONCE):
                    blob.write(piece)
        copy.mark_saved(_CHANGED)
    return new


def _next_id(copy: WorkingCopy) -> int:
    """Return an id above all there are, and above those whose numbers have been freed."""
    row = copy.connection.execute("SELECT coalesce(max(id), 0) FROM snapshot").fetchone()
    kind, number = _said(copy)
    return max(int(row[0]), number if kind == _FREE else 0) + 1


def _pack(file: Path, packed: IO[bytes], watch: Callable[[int], None]) -> tuple[int, str]:
    digest, packer, size = hashlib.sha256(), zlib.compressobj(6), 0
    with file.open("rb") as stream:
        while piece := stream.read(_AT_ONCE):
            digest.update(piece)
            size += len(piece)
            packed.write(packer.compress(piece))
            watch(size)
    packed.write(packer.flush())
    return size, digest.hexdigest()


class DamagedSnapshotError(Exception):
    """The bytes kept are not those that were written."""


def snapshot_bytes(connection: sqlite3.Connection, snapshot: Snapshot) -> Iterator[bytes]:
    """Yield the file as it was generated, in pieces.

    Raises DamagedSnapshotError, at the end at the latest, when it is not the same byte for byte.
    """
    digest, unpacker = hashlib.sha256(), zlib.decompressobj()
    with connection.blobopen("snapshot", "compressed", snapshot.id, readonly=True) as blob:
        try:
            while piece := blob.read(_AT_ONCE):
                while piece:
                    text = unpacker.decompress(piece, _AT_ONCE)
                    digest.update(text)
                    yield text
                    piece = unpacker.unconsumed_tail
            text = unpacker.flush()
        except zlib.error as error:
            raise DamagedSnapshotError(str(error)) from error
    digest.update(text)
    yield text
    if digest.hexdigest() != snapshot.sha256:
        raise DamagedSnapshotError("sha256")


def rename_snapshot(copy: WorkingCopy, snapshot_id: int, label: str) -> None:
    """Give a snapshot another label."""
    with copy.lock, transaction(copy.connection):
        copy.connection.execute("UPDATE snapshot SET label = ? WHERE id = ?", (label, snapshot_id))
    copy.mark_saved(_CHANGED)


def remove_snapshot(copy: WorkingCopy, snapshot_id: int) -> None:
    """Delete a snapshot for good."""
    with copy.lock, transaction(copy.connection):
        copy.connection.execute("DELETE FROM snapshot WHERE id = ?", (snapshot_id,))
    copy.mark_saved(_CHANGED)


# -- the numbering frozen by them ------------------------------------------------------------------


def filed_count(reader: Reader, totals: dict[str, int] | None = None) -> int:
    """Return up to which position the numbers are frozen, 0 when none is.

    Each snapshot freezes the numbers of its sequences until the author frees them; what is added
    behind them is free. `totals` keeps what has been read, by digest, for the next time.
    """
    kind, number = _said(reader)
    known = {} if totals is None else totals
    if kind == _FROZEN:
        return max(number, _most(reader, 0, known))
    return _most(reader, number, known)


def _most(reader: Reader, above: int, totals: dict[str, int]) -> int:
    found = reader.connection.execute("SELECT id, sha256 FROM snapshot WHERE id > ?", (above,))
    wanted = found.fetchall()
    if any(sha256 not in totals for _id, sha256 in wanted):
        totals.update((one.sha256, one.total) for one in snapshots(reader))
    return max((totals[sha256] for _id, sha256 in wanted), default=0)


def count_snapshots(reader: Reader) -> int:
    """Return how many listings are kept as filed."""
    return int(reader.connection.execute("SELECT count(*) FROM snapshot").fetchone()[0])


def _said(reader: Reader) -> tuple[str, int]:
    row = reader.connection.execute(
        "SELECT value FROM profile WHERE name = ?", (_PROFILE,)
    ).fetchone()
    kind, _colon, number = (row[0] if row else "").partition(":")
    return kind, int(number) if number.isascii() and number.isdecimal() else 0


def free_numbering(copy: WorkingCopy) -> None:
    """Free the numbers of all present snapshots; inside a step."""
    row = copy.connection.execute("SELECT coalesce(max(id), 0) FROM snapshot").fetchone()
    _say(copy, f"{_FREE}:{row[0]}")


def freeze_numbering(copy: WorkingCopy) -> None:
    """Freeze the numbers of all present sequences; inside a step."""
    _say(copy, f"{_FROZEN}:{copy.count()}")


def _say(copy: WorkingCopy, value: str) -> None:
    copy.connection.execute(
        "INSERT INTO profile (name, value) VALUES (?1, ?2)"
        " ON CONFLICT (name) DO UPDATE SET value = ?2",
        (_PROFILE, value),
    )
