"""The author's mark that something is to be done with a sequence; never in the XML."""

from __future__ import annotations

from collections.abc import Iterable

from seqeditor.store.reader import Reader
from seqeditor.store.workingcopy import WorkingCopy

_AT_ONCE = 500


def marked(reader: Reader, ids: Iterable[int]) -> set[int]:
    """Return which of some sequences bear the mark."""
    wanted, found = list(ids), set()
    for at in range(0, len(wanted), _AT_ONCE):
        part = wanted[at : at + _AT_ONCE]
        marks = ",".join("?" * len(part))
        query = f"SELECT sequence_id FROM bookmark WHERE ref = 0 AND sequence_id IN ({marks})"
        found |= {row[0] for row in reader.connection.execute(query, part)}
    return found


def set_marked(copy: WorkingCopy, ids: Iterable[int], on: bool) -> None:
    """Mark sequences, or take their marks away; inside a step."""
    wanted = [one for one in ids if one in copy.order]
    there = marked(copy, wanted)
    if on:
        copy.connection.executemany(
            "INSERT INTO bookmark (sequence_id, ref, label) VALUES (?, 0, '')",
            [(one,) for one in wanted if one not in there],
        )
    else:
        copy.connection.executemany(
            "DELETE FROM bookmark WHERE ref = 0 AND sequence_id = ?", [(one,) for one in there]
        )


def set_colour(copy: WorkingCopy, ids: Iterable[int], colour: str) -> None:
    """Give sequences a colour of the author's own; inside a step."""
    copy.connection.executemany(
        "UPDATE sequence SET colour = ?1 WHERE id = ?2 AND colour <> ?1",
        [(colour, one) for one in ids if one in copy.order],
    )
