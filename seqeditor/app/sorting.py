"""The order of a listing by what its sequences are: several keys, equal ones stay as they are."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from seqeditor.app.jobs import Job
from seqeditor.store.reader import Reader

_PREFIX = 1_000
"""Letters by which residues are put in order; those alike so far stay together by their digest."""


class SortBy(StrEnum):
    """What sequences can be sorted by."""

    NAME = "name"
    MOLTYPE = "moltype"
    LENGTH = "length"
    ORGANISM = "organism"
    RECEIVED = "received"
    RESIDUES = "residues"


@dataclass(frozen=True, slots=True)
class SortKey:
    """One key, with its direction."""

    by: SortBy
    descending: bool = False


_COLUMNS = {
    SortBy.NAME: "name",
    SortBy.MOLTYPE: "moltype",
    SortBy.LENGTH: "length",
    SortBy.ORGANISM: "organism",
    SortBy.RECEIVED: "written_number",
    SortBy.RESIDUES: (
        f"coalesce((SELECT substr(data, 1, {_PREFIX}) FROM residues r"
        " WHERE r.sequence_id = sequence.id ORDER BY r.block LIMIT 1), '') || ' ' || hex(digest)"
    ),
}


def sorted_ids(
    reader: Reader, keys: Iterable[SortKey], job: Job, only: array[int] | None = None
) -> array[int]:
    """Return the ids of the listing sorted; with `only`, those change places among themselves.

    What has no value for a key (no name, no number as received) goes to the end, whatever the
    direction. Raises CancelledError.
    """
    wanted = list(keys)
    chosen = None if only is None else frozenset(only)
    ids = [one for one in reader.order.ids if chosen is None or one in chosen]
    # The last key first: each sort keeps what the later keys have done.
    for done, key in enumerate(reversed(wanted)):
        job.report(done, len(wanted))
        values = _values(reader, key.by, job)
        there = [one for one in ids if values.get(one) is not None]
        absent = [one for one in ids if values.get(one) is None]
        there.sort(key=values.__getitem__, reverse=key.descending)
        ids = there + absent
    if chosen is None:
        return array("q", ids)
    following = iter(ids)
    return array("q", (next(following) if one in chosen else one for one in reader.order.ids))


def _values(reader: Reader, by: SortBy, job: Job) -> dict[int, Any]:
    found: dict[int, Any] = {}
    rows = reader.connection.execute(f"SELECT id, {_COLUMNS[by]}, skipped FROM sequence")
    for count, (sequence_id, value, skipped) in enumerate(rows):
        if count % 10_000 == 0:
            job.check()
        if skipped and by is not SortBy.NAME and by is not SortBy.RECEIVED:
            continue
        found[sequence_id] = _comparable(value, by)
    return found


def _comparable(value: Any, by: SortBy) -> Any:
    if by is SortBy.LENGTH:
        return value
    if by is SortBy.RECEIVED:
        text = value or ""
        return int(text) if text.isascii() and text.isdecimal() and len(text) < 19 else None
    return _natural(str(value)) if by is SortBy.NAME else str(value).casefold() or None


def _natural(text: str) -> tuple[tuple[int, int, str], ...] | None:
    """Sort primer 2 before primer 10."""
    pieces: list[tuple[int, int, str]] = []
    word = ""
    digits = ""
    for letter in text.casefold() + "\0":
        if letter.isascii() and letter.isdecimal():
            digits += letter
            if word:
                pieces.append((1, 0, word))
                word = ""
        else:
            if digits:
                pieces.append((0, int(digits[:4000]), digits))
                digits = ""
            word += letter
    return (*pieces, (1, 0, word)) if text else None
