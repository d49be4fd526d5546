"""The residues of many sequences one after another, as a search over all of them needs them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from seqeditor.store.reader import Reader

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Scanned:
    """One sequence: its id, its molecule type, its letters."""

    id: int
    moltype: str
    letters: str


def scan(reader: Reader, ids: Iterable[int], moltypes: Iterable[str]) -> Iterator[list[Scanned]]:
    """Yield sequences of these molecule types in the order asked, some hundreds at a time.

    Skipped ones and those gone meanwhile are left out. A list is yielded for every so many ids,
    also an empty one, so that progress can be told.
    """
    wanted = list(ids)
    kinds = frozenset(moltypes)
    for at in range(0, len(wanted), _AT_ONCE):
        part = wanted[at : at + _AT_ONCE]
        marks = ",".join("?" * len(part))
        found = dict(
            reader.connection.execute(
                f"SELECT id, moltype FROM sequence WHERE id IN ({marks}) AND NOT skipped", part
            ).fetchall()
        )
        asked = [one for one in part if found.get(one) in kinds]
        marks = ",".join("?" * len(asked))
        blocks = reader.connection.execute(
            f"SELECT sequence_id, data FROM residues WHERE sequence_id IN ({marks})"
            " ORDER BY sequence_id, block",
            asked,
        )
        letters = {
            one: "".join(data for _id, data in rows)
            for one, rows in groupby(blocks, key=lambda row: row[0])
        }
        yield [Scanned(one, found[one], letters.get(one, "")) for one in asked]
