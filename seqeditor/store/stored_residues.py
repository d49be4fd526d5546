"""Residues kept in blocks on disk: a slice reads only its blocks, an edit writes only its own.

A qualifier edited on a chromosome does not rewrite it, and one keystroke does not write megabytes.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

from seqeditor.domain.residues import CHUNK, Residues, same_residues

BLOCK_GAP = 1 << 20


class StoredResidues:
    """The residues of one sequence of the working copy, as they are when asked."""

    __slots__ = ("_connection", "_known", "_length", "sequence_id")

    def __init__(self, connection: sqlite3.Connection, sequence_id: int, length: int) -> None:
        self._connection = connection
        self._length = length
        self._known: tuple[object, list[tuple[int, int, int]]] | None = None
        self.sequence_id = sequence_id

    def __len__(self) -> int:
        return self._length

    def __eq__(self, other: object) -> bool:
        if isinstance(other, StoredResidues) and other.is_same_as(self):
            return len(self) == len(other)
        return same_residues(self, other)

    __hash__ = None  # type: ignore[assignment]  # the letters may change on disk

    def text(self, start: int = 1, end: int | None = None) -> str:
        """Return the letters from start to end, both included; all of them by default."""
        first, last = max(start, 1), self._length if end is None else min(end, self._length)
        if first > last:
            return ""
        pieces = []
        for begin, length, block in self.blocks():
            if begin > last:
                break
            if begin + length > first:
                data = self._data(block)
                pieces.append(data[max(first - begin, 0) : last - begin + 1])
        return "".join(pieces)

    def find(self, letters: str, start: int = 1) -> int:
        """Return the position of the first occurrence at or after start, 0 if there is none."""
        first = max(start, 1)
        pieces = (
            (begin, self._data(block))
            for begin, length, block in self.blocks()
            if begin + length > first
        )
        return _find(pieces, letters, first, self._length)

    def splice(self, start: int, removed: int, inserted: str) -> Residues:
        """Return residues with `removed` letters from position start on replaced."""
        return SplicedResidues(self, start, removed, inserted)

    def chunks(self) -> Iterator[str]:
        """Yield the letters in order, in pieces of bounded size."""
        for _begin, _length, block in self.blocks():
            yield self._data(block)

    def is_same_as(self, other: StoredResidues) -> bool:
        """Tell whether these are the blocks of the same sequence."""
        return (self._connection, self.sequence_id) == (other._connection, other.sequence_id)

    def blocks(self) -> list[tuple[int, int, int]]:
        """Return begin (1-based), length and key of each block, in order.

        Remembered until something is written, here or by another connection: thousands of short
        pieces are read of a chromosome when its coding regions are looked at.
        """
        (version,) = self._connection.execute("PRAGMA data_version").fetchone()
        stamp = (self._connection.total_changes, version)
        if self._known is not None and self._known[0] == stamp:
            return self._known[1]
        found, begin = [], 1
        for block, length in self._connection.execute(
            "SELECT block, length FROM residues WHERE sequence_id = ? ORDER BY block",
            (self.sequence_id,),
        ):
            found.append((begin, length, block))
            begin += length
        self._known = (stamp, found)
        return found

    def _data(self, block: int) -> str:
        row = self._connection.execute(
            "SELECT data FROM residues WHERE sequence_id = ? AND block = ?",
            (self.sequence_id, block),
        ).fetchone()
        return str(row[0]) if row else ""


class SplicedResidues:
    """Other residues with one piece replaced; nothing is copied until it is written."""

    __slots__ = ("base", "inserted", "removed", "start")

    def __init__(self, base: Residues, start: int, removed: int, inserted: str) -> None:
        self.base = base
        self.start = max(1, min(start, len(base) + 1))
        self.removed = max(0, min(removed, len(base) - self.start + 1))
        self.inserted = inserted

    def __len__(self) -> int:
        return len(self.base) - self.removed + len(self.inserted)

    def __eq__(self, other: object) -> bool:
        if other is self.base or (
            isinstance(other, StoredResidues)
            and isinstance(self.base, StoredResidues)
            and other.is_same_as(self.base)
        ):
            former = self.base.text(self.start, self.start + self.removed - 1)
            return former == self.inserted
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
        return _find(_placed(self.chunks()), letters, max(start, 1), len(self))

    def splice(self, start: int, removed: int, inserted: str) -> Residues:
        """Return residues with `removed` letters from position start on replaced."""
        return SplicedResidues(self, start, removed, inserted)

    def chunks(self) -> Iterator[str]:
        """Yield the letters in order, in pieces of bounded size."""
        put = False
        for begin, piece in _placed(self.base.chunks()):
            ahead = piece[: max(self.start - begin, 0)]
            behind = piece[max(self.start + self.removed - begin, 0) :]
            if ahead:
                yield ahead
            if not put and begin + len(piece) >= self.start:
                yield from cut(self.inserted)
                put = True
            if behind:
                yield behind
        if not put:
            yield from cut(self.inserted)


def cut(letters: str) -> Iterator[str]:
    """Yield letters in pieces of at most CHUNK, all of nearly the same length.

    Of the same length, so that the next letters typed into one of them still have room there.
    """
    count = -(-len(letters) // CHUNK)
    for n in range(count):
        yield letters[len(letters) * n // count : len(letters) * (n + 1) // count]


def _placed(pieces: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Yield pieces with the position of their first letter."""
    begin = 1
    for piece in pieces:
        yield begin, piece
        begin += len(piece)


def _find(pieces: Iterable[tuple[int, str]], letters: str, first: int, length: int) -> int:
    """The position of letters at or after `first` in pieces that stand side by side, or 0."""
    if not letters:
        return first if first <= length + 1 else 0
    tail, keep = "", len(letters) - 1
    for begin, piece in pieces:
        if begin + len(piece) <= first:
            continue
        skipped = max(first - begin, 0)
        searched = tail + piece[skipped:]
        at = searched.find(letters)
        if at >= 0:
            return begin + skipped - len(tail) + at
        tail = searched[-keep:] if keep else ""
    return 0


def write_residues(connection: sqlite3.Connection, sequence_id: int, residues: Residues) -> None:
    """Make the stored blocks of a sequence hold these residues, touching as few as possible."""
    edits: list[SplicedResidues] = []
    base = residues
    while isinstance(base, SplicedResidues):
        edits.append(base)
        base = base.base
    if isinstance(base, StoredResidues) and base.sequence_id == sequence_id:
        for edit in reversed(edits):
            _splice(connection, sequence_id, edit)
        return
    # The whole first: it may be read from the blocks that are about to go.
    pieces = list(_regrouped(residues.chunks()))
    connection.execute("DELETE FROM residues WHERE sequence_id = ?", (sequence_id,))
    insert_residues(connection, sequence_id, pieces)


def insert_residues(
    connection: sqlite3.Connection, sequence_id: int, pieces: Iterable[str]
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


def _regrouped(pieces: Iterable[str]) -> Iterator[str]:
    """Yield the same letters in blocks that are neither longer than CHUNK nor very short."""
    waiting = ""
    for piece in pieces:
        waiting += piece
        while len(waiting) >= 2 * CHUNK:
            yield waiting[:CHUNK]
            waiting = waiting[CHUNK:]
    yield from cut(waiting)


def _splice(connection: sqlite3.Connection, sequence_id: int, edit: SplicedResidues) -> None:
    """Rewrite the blocks an edit touches, as they are stored now."""
    stored = StoredResidues(connection, sequence_id, len(edit.base))
    blocks = stored.blocks()
    first, last = edit.start, edit.start + edit.removed - 1
    # An insertion touches the block that holds the letter before it, or the first one.
    low, high = (first, last) if edit.removed else (max(first - 1, 1), max(first - 1, 1))
    hit = [b for b in blocks if b[0] <= high and b[0] + b[1] > low]
    begin = hit[0][0] if hit else 1
    end = hit[-1][0] + hit[-1][1] - 1 if hit else 0
    text = (
        stored.text(begin, first - 1)
        + edit.inserted
        + (stored.text(last + 1, end) if last < end else "")
    )
    keys = [block for _begin, _length, block in hit]
    following = next((block for start, _length, block in blocks if start > end), None)
    _replace_blocks(connection, sequence_id, keys, list(cut(text)), following)


def _replace_blocks(
    connection: sqlite3.Connection,
    sequence_id: int,
    keys: list[int],
    pieces: list[str],
    following: int | None,
) -> None:
    """Put pieces into blocks that stand side by side; new ones come before `following`."""
    connection.executemany(
        "UPDATE residues SET length = ?, data = ? WHERE sequence_id = ? AND block = ?",
        [(len(piece), piece, sequence_id, key) for key, piece in zip(keys, pieces, strict=False)],
    )
    connection.executemany(
        "DELETE FROM residues WHERE sequence_id = ? AND block = ?",
        [(sequence_id, key) for key in keys[len(pieces) :]],
    )
    more = pieces[len(keys) :]
    if not more:
        return
    last = keys[-1] if keys else 0
    if following is not None and following - last <= len(more):
        _move_blocks(connection, sequence_id, last, len(more))
        following += BLOCK_GAP * (len(more) + 1)
    width = following - last if following is not None else BLOCK_GAP * (len(more) + 1)
    connection.executemany(
        "INSERT INTO residues (sequence_id, block, length, data) VALUES (?, ?, ?, ?)",
        [
            (sequence_id, last + width * n // (len(more) + 1), len(piece), piece)
            for n, piece in enumerate(more, 1)
        ],
    )


def _move_blocks(connection: sqlite3.Connection, sequence_id: int, last: int, count: int) -> None:
    """Make room for new blocks after `last`: all that follow get higher keys."""
    keys = connection.execute(
        "SELECT block FROM residues WHERE sequence_id = ? AND block > ? ORDER BY block DESC",
        (sequence_id, last),
    ).fetchall()
    # From the last one on, because two rows must not have the same key; and no UPDATE of the key,
    # because the journal would not know the row by its new one.
    for (key,) in keys:
        connection.execute(
            "INSERT INTO residues SELECT sequence_id, block + ?, length, data FROM residues"
            " WHERE sequence_id = ? AND block = ?",
            (BLOCK_GAP * (count + 1), sequence_id, key),
        )
        connection.execute(
            "DELETE FROM residues WHERE sequence_id = ? AND block = ?", (sequence_id, key)
        )
