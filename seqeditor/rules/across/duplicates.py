"""Sequences listed twice, or as both strands (ST.26 par. 10, 11)."""

from __future__ import annotations

from collections.abc import Iterator

from seqeditor.domain.row import SequenceRow
from seqeditor.rules.across.lists import MOST, listed
from seqeditor.rules.finding import Hit, Level, Scope, hit
from seqeditor.rules.rule import rule
from seqeditor.rules.view import ListingContext, ListingView
from seqeditor.texts import N_


def _alike(view: ListingView, rows: list[SequenceRow]) -> list[list[SequenceRow]]:
    """Return the sequences with the same residues, grouped by all else they say."""
    groups: dict[tuple[str, str, int], list[SequenceRow]] = {}
    for row in rows:
        groups.setdefault((row.moltype, row.organism, row.features), []).append(row)
    found: list[list[SequenceRow]] = []
    for group in groups.values():
        if len(group) < 2:
            found.append(group)
            continue
        by_features: dict[bytes, list[SequenceRow]] = {}
        for row in group:
            by_features.setdefault(view.annotation_digest(row.id), []).append(row)
        found += by_features.values()
    return found


def _of(rows: list[SequenceRow], variant: str, level: Level | None = None) -> Hit:
    numbers = listed(row.number for row in rows)
    return hit(
        "residues",
        sequence=rows[1].id,
        variant=variant,
        level=level,
        others=tuple(row.id for row in (rows[0], *rows[2:MOST])),
        numbers=numbers,
    )


@rule(
    "x-duplicate-sequence",
    Level.WARNING,
    "par. 10, 93",
    Scope.LISTING,
    message=N_(
        "Sequences {numbers} are the same in everything: residues, organism and features. Keep one."
    ),
    variants={
        "residues": N_(
            "Sequences {numbers} have the same residues, but not the same organism or features."
        )
    },
    shifting=("numbers",),
)
def same_twice(view: ListingView, _context: ListingContext) -> Iterator[Hit]:
    """No two sequences of a listing are the same in residues, molecule type, organism and features.

    The same residues alone are only mentioned: they may be listed again with another organism or
    other features, as modified oligonucleotides often are.

    One sequence with two numbers makes the description ambiguous.

    Right: sequence 1 and sequence 2 with the same residues, but with different organisms
    Wrong: sequence 1 and sequence 2 with the same residues and the same features

    Remove the copy, or skip it intentionally (000) if its number is in use.
    """
    for ids in view.twins():
        rows = view.rows_of(ids)
        if len(rows) < 2:
            continue
        classes = _alike(view, rows)
        copies = [one for one in classes if len(one) > 1]
        for one in copies:
            yield _of(one, "")
        if not copies:
            yield _of(rows, "residues", Level.INFO)


@rule(
    "x-reverse-complement",
    Level.INFO,
    "par. 11",
    Scope.LISTING,
    message=N_(
        "Sequence {second} is the other strand of sequence {first}. One strand is enough, unless"
        " both are disclosed by their residues."
    ),
    shifting=("first", "second"),
)
def other_strand(view: ListingView, _context: ListingContext) -> Iterator[Hit]:
    """No nucleotide sequence is the reverse complement of another.

    A double strand is listed once if its strands are fully complementary. Both may be listed, as
    with siRNA. Sequences of 15 to 65,536 residues are compared.

    The second strand says nothing new and makes the listing longer.

    Right: sequence 1 aaccggttaaccggg alone
    Wrong: sequence 1 aaccggttaaccggg, sequence 2 cccggttaaccggtt

    Leave one of them out if it is not spoken of by itself.
    """
    pairs = list(view.strands())
    rows = {row.id: row for row in view.rows_of(dict.fromkeys(i for pair in pairs for i in pair))}
    for first, second in pairs:
        if first in rows and second in rows:
            yield hit(
                "residues",
                sequence=second,
                others=(first,),
                first=rows[first].number,
                second=rows[second].number,
            )
