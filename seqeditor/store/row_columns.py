"""The columns that the list of sequences shows, and a row made of them."""

from __future__ import annotations

from typing import Any

from seqeditor.domain.row import SequenceRow

ROW = (
    "id, written_number, moltype, length, skipped, organism, name, digest, features, non_english,"
    " colour, note, id IN (SELECT sequence_id FROM bookmark WHERE ref = 0)"
)


def row_from(row: tuple[Any, ...], position: int, numbering: str) -> SequenceRow:
    """Return a row; its number is the one written while those count, else its position."""
    written = row[1]
    shown = written if numbering == "written" and written is not None else position
    head = (row[0], position, str(shown), row[2], row[3], bool(row[4]))
    columns: tuple[Any, ...] = (*head, *row[5:12], bool(row[12]))
    return SequenceRow(*columns)
