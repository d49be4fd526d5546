"""Findings put aside with a reason: part of the project, undone like any edit."""

from __future__ import annotations

from dataclasses import dataclass

from seqeditor.store.reader import Reader
from seqeditor.store.workingcopy import WorkingCopy

OF_THE_HEADER = 0
"""Stands for the general information and the listing as a whole."""


@dataclass(frozen=True, slots=True)
class Review:
    """Why a finding was put aside; `digest` is of what stood there then, `at` ISO 8601."""

    digest: bytes
    reason: str
    at: str


def reviews(reader: Reader, sequence_id: int) -> dict[tuple[str, str], Review]:
    """Return the reviews of a sequence, or OF_THE_HEADER, by rule and place."""
    found = reader.connection.execute(
        "SELECT rule, place, digest, reason, at FROM reviewed_finding WHERE sequence_id = ?",
        (sequence_id,),
    )
    return {(row[0], row[1]): Review(row[2], row[3], row[4]) for row in found}


def reviewed_sequences(reader: Reader) -> frozenset[int]:
    """Return the ids that have reviews at all, so that the others need not be asked for."""
    found = reader.connection.execute("SELECT DISTINCT sequence_id FROM reviewed_finding")
    return frozenset(row[0] for row in found)


def write_review(
    copy: WorkingCopy, sequence_id: int, rule: str, place: str, review: Review | None
) -> None:
    """Put a finding aside, or take that back with None; to be called inside a step."""
    key = (sequence_id, rule, place)
    copy.connection.execute(
        "DELETE FROM reviewed_finding WHERE sequence_id = ? AND rule = ? AND place = ?", key
    )
    if review is not None:
        copy.connection.execute(
            "INSERT INTO reviewed_finding (sequence_id, rule, place, digest, reason, at)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (*key, review.digest, review.reason, review.at),
        )
