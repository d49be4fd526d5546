"""The columns of a listing that is only read through, not edited: what the command line checks.

No residues and no annotations are kept, so a file of any size takes little room.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

from seqeditor.domain.general_information import GeneralInformation
from seqeditor.domain.residues import digest
from seqeditor.domain.row import SequenceRow
from seqeditor.domain.sequence import Sequence
from seqeditor.store.database import Connection

_COLUMNS = "number, moltype, length, skipped, organism, name, digest, features, non_english"


class StreamedListing:
    """A ListingView filled as the file is read; ids are positions in the file."""

    def __init__(self) -> None:
        # "" is a temporary file of SQLite's own: in memory while small, gone when closed.
        self._connection = sqlite3.connect(
            "", isolation_level=None, check_same_thread=False, factory=Connection
        )
        self._connection.execute(f"CREATE TABLE sequence (id INTEGER PRIMARY KEY, {_COLUMNS})")
        self._header = GeneralInformation()

    @property
    def header(self) -> GeneralInformation:
        """The general information."""
        return self._header

    @header.setter
    def header(self, header: GeneralInformation) -> None:
        self._header = header

    def add(self, rows: Iterable[SequenceRow]) -> None:
        """Take in the columns of sequences; their positions are their ids."""
        self._connection.execute("BEGIN")
        self._connection.executemany(
            f"INSERT INTO sequence (id, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (
                    row.position,
                    row.number,
                    row.moltype,
                    row.length,
                    row.skipped,
                    row.organism,
                    row.name,
                    row.digest,
                    row.features,
                    row.non_english,
                )
                for row in rows
            ),
        )
        self._connection.execute("COMMIT")

    def count(self) -> int:
        """Return how many sequences there are, skipped ones included."""
        return int(self._connection.execute("SELECT count(*) FROM sequence").fetchone()[0])

    def rows(self) -> Iterator[SequenceRow]:
        """Yield the columns of all sequences in the order of the file."""
        for row in self._connection.execute(f"SELECT id, {_COLUMNS} FROM sequence ORDER BY id"):
            yield SequenceRow(row[0], row[0], row[1], row[2], row[3], bool(row[4]), *row[5:])

    def close(self) -> None:
        """Drop everything."""
        self._connection.close()


def row_of(sequence: Sequence, position: int, number: str) -> SequenceRow:
    """Return the columns of a sequence as read from a file."""
    return SequenceRow(
        id=position,
        position=position,
        number=number,
        moltype=sequence.moltype,
        length=sequence.length,
        skipped=sequence.is_skipped,
        organism=sequence.organism,
        name=sequence.name,
        digest=digest(sequence.residues),
        features=len(sequence.features),
        non_english=sum(1 for f in sequence.features for q in f.qualifiers if q.non_english),
    )
