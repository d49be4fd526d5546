"""The columns of a listing that is only read through, not edited: what the command line checks.

No annotations are kept, and residues only where a rule on request asks for them, so a file of any
size takes little room.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from seqeditor.domain.general_information import GeneralInformation
from seqeditor.domain.mention import Mention, Mentioned, MentionKind
from seqeditor.domain.residues import digest
from seqeditor.domain.row import SequenceRow
from seqeditor.domain.sequence import Sequence
from seqeditor.rules.mentions import annotation_digest, mentions, other_strand
from seqeditor.store.across import (
    ids_of_digest,
    insert_mentions,
    mention_rows,
    read_mentions,
    strands,
    twins,
)
from seqeditor.store.database import Connection

_COLUMNS = "number, moltype, length, skipped, organism, name, digest, features, non_english"
_MORE = "other_strand, annotation_digest"
_TABLES = (
    f"CREATE TABLE sequence (id INTEGER PRIMARY KEY, {_COLUMNS}, {_MORE})",
    (
        "CREATE TABLE mention (sequence_id, n, kind, path, digest, length, specific, number, text,"
        " ref)"
    ),
    "CREATE TABLE letters (id INTEGER PRIMARY KEY, text)",
)
_INDEXES = (
    "CREATE INDEX IF NOT EXISTS sequence_digest ON sequence (digest)",
    "CREATE INDEX IF NOT EXISTS sequence_number ON sequence (number)",
    "CREATE INDEX IF NOT EXISTS mention_kind ON mention (kind, sequence_id, n)",
)
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Columns:
    """What is kept of a sequence that goes by; can be pickled.

    `letters` are its residues, None where no rule will ask for them.
    """

    row: SequenceRow
    mentions: tuple[Mention, ...]
    other_strand: bytes
    annotation_digest: bytes
    letters: str | None = None


Again = Callable[[Collection[int]], Iterator[tuple[int, Sequence]]]


class StreamedListing:
    """A ListingView filled as the file is read; ids are positions in the file.

    `again` reads the file once more for the sequences at some positions.
    """

    def __init__(self, again: Again = lambda _ids: iter(())) -> None:
        self.again = again
        # "" is a temporary file of SQLite's own: in memory while small, gone when closed.
        self._connection = sqlite3.connect(
            "", isolation_level=None, check_same_thread=False, factory=Connection
        )
        for table in _TABLES:
            self._connection.execute(table)
        self._header = GeneralInformation()
        self._is_indexed = False

    @property
    def header(self) -> GeneralInformation:
        """The general information."""
        return self._header

    @header.setter
    def header(self, header: GeneralInformation) -> None:
        self._header = header

    def add(self, columns: Iterable[Columns]) -> None:
        """Take in the columns of sequences; their positions are their ids."""
        found = list(columns)
        self._connection.execute("BEGIN")
        self._connection.executemany(
            f"INSERT INTO sequence (id, {_COLUMNS}, {_MORE})"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (_values(one) for one in found),
        )
        said = (row for one in found for row in mention_rows(one.row.position, one.mentions))
        insert_mentions(self._connection, said)
        self._connection.executemany(
            "INSERT INTO letters (id, text) VALUES (?, ?)",
            ((one.row.position, one.letters) for one in found if one.letters is not None),
        )
        self._connection.execute("COMMIT")

    def count(self) -> int:
        """Return how many sequences there are, skipped ones included."""
        return int(self._connection.execute("SELECT count(*) FROM sequence").fetchone()[0])

    def rows(self) -> Iterator[SequenceRow]:
        """Yield the columns of all sequences in the order of the file."""
        for row in self._connection.execute(f"SELECT id, {_COLUMNS} FROM sequence ORDER BY id"):
            yield _row(row)

    def rows_of(self, ids: Iterable[int]) -> list[SequenceRow]:
        """Return the columns of some sequences, in the order asked; missing ones are left out."""
        wanted = list(ids)
        found: dict[int, SequenceRow] = {}
        for at in range(0, len(wanted), _AT_ONCE):
            part = wanted[at : at + _AT_ONCE]
            marks = ",".join("?" * len(part))
            query = f"SELECT id, {_COLUMNS} FROM sequence WHERE id IN ({marks})"
            found.update((row[0], _row(row)) for row in self._connection.execute(query, part))
        return [found[i] for i in wanted if i in found]

    def mentions(self, kind: MentionKind) -> Iterator[Mentioned]:
        """Yield what sequences say of others in this way, with the sequences their numbers mean."""
        for sequence_id, mention in read_mentions(self._indexed(), kind):
            target = self._id_of_number(mention.number) if mention.number else None
            yield Mentioned(sequence_id, mention, target)

    def _id_of_number(self, number: str) -> int | None:
        row = self._connection.execute(
            "SELECT min(id) FROM sequence WHERE number = ?", (number,)
        ).fetchone()
        return None if row[0] is None else int(row[0])

    def ids_of_digest(self, digest: bytes) -> list[int]:
        """Return the sequences whose residues have this digest, in the order of the file."""
        return ids_of_digest(self._indexed(), digest, "id")

    def twins(self) -> Iterator[list[int]]:
        """Yield groups of sequences with the same residues, skipped and empty ones left out."""
        return twins(self._indexed(), "id")

    def strands(self) -> Iterator[tuple[int, int]]:
        """Yield pairs of sequences of which the second is the other strand of the first."""
        return strands(self._indexed())

    def annotation_digest(self, sequence_id: int) -> bytes:
        """Return what stands for the molecule type, features and qualifiers of a sequence."""
        row = self._connection.execute(
            "SELECT annotation_digest FROM sequence WHERE id = ?", (sequence_id,)
        ).fetchone()
        return bytes(row[0])

    def all_residues(self) -> Iterator[tuple[SequenceRow, Iterable[str]]]:
        """Yield the sequences whose letters were kept, with their letters."""
        for row in self.rows():
            found = self._connection.execute("SELECT text FROM letters WHERE id = ?", (row.id,))
            letters = found.fetchone()
            if letters is not None:
                yield row, (letters[0],)

    def sequences_of(self, ids: Collection[int]) -> Iterator[tuple[int, Sequence]]:
        """Yield some sequences with their ids, from the file read once more."""
        return self.again(ids) if ids else iter(())

    def _indexed(self) -> sqlite3.Connection:
        """Return the connection once nothing more is to be added: indexes are made at the end."""
        if not self._is_indexed:
            for index in _INDEXES:
                self._connection.execute(index)
            self._is_indexed = True
        return self._connection

    def close(self) -> None:
        """Drop everything."""
        self._connection.close()


def columns_of(
    sequence: Sequence, position: int, number: str, *, with_letters: bool = False
) -> Columns:
    """Return what is kept of a sequence as read from a file."""
    row = SequenceRow(
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
    return Columns(
        row,
        tuple(mentions(sequence)),
        other_strand(sequence),
        annotation_digest(sequence),
        sequence.residues.text() if with_letters else None,
    )


def _values(one: Columns) -> tuple[object, ...]:
    row = one.row
    return (
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
        one.other_strand,
        one.annotation_digest,
    )


def _row(row: tuple[Any, ...]) -> SequenceRow:
    return SequenceRow(row[0], row[0], row[1], row[2], row[3], bool(row[4]), *row[5:])
