"""Residues kept in blocks on disk: a slice reads only its blocks, an edit writes only its own.

A qualifier edited on a chromosome does not rewrite it, and one keystroke does not write megabytes.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from seqeditor.domain.residues import CHUNK, Residues, TextResidues, same_residues

BLOCK_GAP = 1 << 20


class StoredResidues:
    """The residues of one sequence of the working copy, as they are when asked."""

    __slots__ = ("_connection", "_length", "sequence_id")

    def __init__(self, connection: sqlite3.Connection, sequence_id: int, length: int) -> None:
        self._connection = connection
        self._length = length
        self.sequence_id = sequence_id

    def __len__(self) -> int:
        return self._length

    def __eq__(self, other: object) -> bool:
        return same_residues(self, other)

    __hash__ = None  # type: ignore[assignment]  # the letters may change on disk

    def text(self, start: int = 1, end: int | None = None) -> str:
        """Return the letters from start to end, both included; all of them by default."""
        first, last = max(start, 1), self._length if end is None else min(end, self._length)
        if first > last:
            return ""
        pieces = []
        for begin, length, block in self._blocks():
            if begin > last:
                break
            if begin + length > first:
                data = self._data(block)
                pieces.append(data[max(first - begin, 0) : last - begin + 1])
        return "".join(pieces)

    def find(self, letters: str, start: int = 1) -> int:
        """Return the position of the first occurrence at or after start, 0 if there is none."""
        tail, before = "", max(start, 1) - 1
        keep = len(letters) - 1
        for begin, length, block in self._blocks():
            if begin + length <= start:
                continue
            data = self._data(block)
            piece = tail + (data[start - begin :] if begin < start else data)
            at = piece.find(letters)
            if at >= 0:
                return before + at + 1
            tail = piece[-keep:] if keep else ""
            before += len(piece) - len(tail)
        return 0

    def splice(self, start: int, removed: int, inserted: str) -> Residues:
        """Return residues with `removed` letters from position start on replaced."""
        return SplicedResidues(self, start, removed, inserted)

    def chunks(self) -> Iterator[str]:
        """Yield the letters in order, in pieces of bounded size."""
        for _begin, _length, block in self._blocks():
            yield self._data(block)

    def _blocks(self) -> list[tuple[int, int, int]]:
        """Begin (1-based), length and key of each block, in order."""
        found, begin = [], 1
        for block, length in self._connection.execute(
            "SELECT block, length FROM residues WHERE sequence_id = ? ORDER BY block",
            (self.sequence_id,),
        ):
            found.append((begin, length, block))
            begin += length
        return found

    def _data(self, block: int) -> str:
        row = self._connection.execute(
            "SELECT data FROM residues WHERE sequence_id = ? AND block = ?",
            (self.sequence_id, block),
        ).fetchone()
        return str(row[0]) if row else ""


class SplicedResidues:
    """Stored residues with one piece replaced; nothing is copied until it is written."""

    __slots__ = ("base", "inserted", "removed", "start")

    def __init__(self, base: Residues, start: int, removed: int, inserted: str) -> None:
        self.base = base
        self.start = start
        self.removed = max(0, min(removed, len(base) - start + 1))
        self.inserted = inserted

    def __len__(self) -> int:
        return len(self.base) - self.removed + len(self.inserted)

    def __eq__(self, other: object) -> bool:
        return same_residues(self, other)

    __hash__ = None  # type: ignore[assignment]

    def text(self, start: int = 1, end: int | None = None) -> str:
        """Return the letters from start to end, both included; all of them by default."""
        first, last = max(start, 1), len(self) if end is None else min(end, len(self))
        if first > last:
            return ""
        new_end = self.start + len(self.inserted) - 1
        before = self.base.text(first, min(last, self.start - 1)) if first < self.start else ""
        middle = self.inserted[max(first - self.start, 0) : max(last - self.start + 1, 0)]
        shift = self.removed - len(self.inserted)
        after = ""
        if last > new_end:
            after = self.base.text(max(first, new_end + 1) + shift, last + shift)
        return before + middle + after

    def find(self, letters: str, start: int = 1) -> int:
        """Return the position of the first occurrence at or after start, 0 if there is none."""
        return TextResidues(self.text()).find(letters, start)

    def splice(self, start: int, removed: int, inserted: str) -> Residues:
        """Return residues with `removed` letters from position start on replaced."""
        return SplicedResidues(self, start, removed, inserted)

    def chunks(self) -> Iterator[str]:
        """Yield the letters in order, in pieces of bounded size."""
        for at in range(1, len(self) + 1, CHUNK):
            yield self.text(at, at + CHUNK - 1)


def write_residues(connection: sqlite3.Connection, sequence_id: int, residues: Residues) -> None:
    """Make the stored blocks of a sequence hold these residues, touching as few as possible."""
    if isinstance(residues, StoredResidues) and residues.sequence_id == sequence_id:
        return
    if isinstance(residues, SplicedResidues) and _is_stored(residues.base, sequence_id):
        _splice(connection, residues)
        return
    pieces = list(residues.chunks())
    connection.execute("DELETE FROM residues WHERE sequence_id = ?", (sequence_id,))
    insert_residues(connection, sequence_id, pieces)


def insert_residues(
    connection: sqlite3.Connection, sequence_id: int, pieces: list[str] | Iterator[str]
) -> None:
    """Write the blocks of a sequence that has none yet."""
    connection.executemany(
        "INSERT INTO residues (sequence_id, block, length, data) VALUES (?, ?, ?, ?)",
        (
            (sequence_id, n * BLOCK_GAP, len(piece), piece)
            for n, piece in enumerate(pieces, 1)
            if piece
        ),
    )


def _is_stored(residues: Residues, sequence_id: int) -> bool:
    return isinstance(residues, StoredResidues) and residues.sequence_id == sequence_id


def _splice(connection: sqlite3.Connection, edit: SplicedResidues) -> None:
    """Rewrite the blocks an edit touches; the new text takes the room between their keys."""
    base = edit.base
    assert isinstance(base, StoredResidues)
    blocks = base._blocks()
    first, last = edit.start, edit.start + edit.removed - 1
    # An insertion touches the block that holds the letter before it, or the first one.
    low, high = (first, last) if edit.removed else (max(first - 1, 1), max(first - 1, 1))
    hit = [b for b in blocks if b[0] <= high and b[0] + b[1] > low]
    begin = hit[0][0] if hit else 1
    end = hit[-1][0] + hit[-1][1] - 1 if hit else 0
    text = base.text(begin, first - 1) + edit.inserted + base.text(max(last, first - 1) + 1, end)
    pieces = [text[at : at + CHUNK] for at in range(0, len(text), CHUNK)]
    after = [b[2] for b in blocks if b[0] > end]
    before = [b[2] for b in blocks if b[0] < begin]
    floor = before[-1] if before else 0
    ceiling = after[0] if after else floor + BLOCK_GAP * (len(pieces) + 1)
    if ceiling - floor <= len(pieces):
        # No room between the neighbours' keys: write the sequence anew, with fresh gaps.
        whole = list(edit.chunks())
        connection.execute("DELETE FROM residues WHERE sequence_id = ?", (base.sequence_id,))
        insert_residues(connection, base.sequence_id, whole)
        return
    connection.executemany(
        "DELETE FROM residues WHERE sequence_id = ? AND block = ?",
        [(base.sequence_id, b[2]) for b in hit],
    )
    width = ceiling - floor
    connection.executemany(
        "INSERT INTO residues (sequence_id, block, length, data) VALUES (?, ?, ?, ?)",
        [
            (base.sequence_id, floor + width * n // (len(pieces) + 1), len(piece), piece)
            for n, piece in enumerate(pieces, 1)
        ],
    )
