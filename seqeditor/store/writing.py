"""Writing one sequence: the fragment, the columns that follow from it, links and ids."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from seqeditor.domain.residues import digest
from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from seqeditor.formats.st26.codec import encode_annotations
from seqeditor.rules.mentions import mentions, other_strand
from seqeditor.store.across import insert_mentions, mention_rows, write_mentions
from seqeditor.store.decoded import written
from seqeditor.store.reader import Reader, Stored
from seqeditor.store.stored_residues import (
    StoredResidues,
    insert_residues,
    write_residues,
)

_COLUMNS = (
    "written_length, length, moltype, organism, skipped, digest, other_strand, features,"
    " non_english, annotations, name, colour, note, next_ref"
)
_INSERT = (
    f"INSERT INTO sequence (id, rank, written_number, revision, {_COLUMNS})"
    f" VALUES (?, ?, ?, ?{', ?' * len(_COLUMNS.split(','))})"
)
_AT_ONCE = 500


def with_refs(sequence: Sequence, next_ref: int, *, fresh: bool = False) -> tuple[Sequence, int]:
    """Give a permanent address to every feature and qualifier that has none, or another's.

    `fresh`: to all of them, for a sequence that is new here. Returns the sequence and the next
    address to give.
    """
    given_already = [f.ref for f in sequence.features] + [q.ref for q in qualifiers_of(sequence)]
    distinct = set(given_already)
    if (
        not fresh
        and 0 not in distinct
        and len(distinct) == len(given_already)
        and max(distinct, default=0) < next_ref
    ):
        return sequence, next_ref  # as at every key
    seen: set[int] = set()

    def ref(own: int) -> int:
        nonlocal next_ref
        if own and not fresh and own not in seen and own < next_ref:
            seen.add(own)
            return own
        given, next_ref = next_ref, next_ref + 1
        return given

    def feature(old: Feature) -> Feature:
        own = ref(old.ref)
        # Not dataclasses.replace, which takes longer than all the rest: millions come by here.
        given = [ref(q.ref) for q in old.qualifiers]
        if own == old.ref and all(r == q.ref for r, q in zip(given, old.qualifiers, strict=True)):
            return old
        qualifiers = tuple(
            Qualifier(q.name, q.value, q.non_english, q.id, r)
            for r, q in zip(given, old.qualifiers, strict=True)
        )
        return Feature(old.key, old.location, qualifiers, own)

    return replace(sequence, features=tuple(feature(f) for f in sequence.features)), next_ref


def qualifiers_of(sequence: Sequence) -> Iterator[Qualifier]:
    """Yield all qualifiers of a sequence in order."""
    for feature in sequence.features:
        yield from feature.qualifiers


def link_values(sequences: Iterable[Sequence]) -> set[str]:
    """Return all values of protein_id in some sequences."""
    return {
        q.value for s in sequences for q in qualifiers_of(s) if q.name == "protein_id" and q.value
    }


def columns(
    sequence: Sequence, next_ref: int, residue_digest: bytes, strand: bytes | None = None
) -> tuple[object, ...]:
    """Return the values of the columns written with a sequence, derived in this one place.

    `strand` is the column other_strand where it is known already.
    """
    return (
        sequence.written_length,
        sequence.length,
        sequence.moltype,
        sequence.organism,
        int(sequence.is_skipped),
        residue_digest,
        other_strand(sequence) if strand is None else strand,
        len(sequence.features),
        sum(1 for q in qualifiers_of(sequence) if q.non_english),
        encode_annotations(sequence),
        sequence.name,
        sequence.colour,
        sequence.note,
        next_ref,
    )


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A sequence that is not there yet: its id, its rank, and its number as received."""

    id: int
    rank: int
    sequence: Sequence
    written_number: str | None = None


Named = tuple[int, int, str]
"""A protein_id to be made a link: sequence id, address of the qualifier, its value."""


def insert_newcomers(
    connection: sqlite3.Connection, newcomers: Iterable[Newcomer], revision: int = 0
) -> list[Named]:
    """Write sequences with permanent addresses of their own.

    Links are left to the caller, because they may name sequences that come later.
    """
    named: list[Named] = []
    for part in _parts(newcomers):
        given = [with_refs(one.sequence, 1, fresh=True) for one in part]
        connection.executemany(
            _INSERT,
            [
                (
                    one.id,
                    one.rank,
                    one.written_number,
                    revision,
                    *columns(sequence, next_ref, digest(sequence.residues)),
                )
                for one, (sequence, next_ref) in zip(part, given, strict=True)
            ],
        )
        for one, (sequence, _next) in zip(part, given, strict=True):
            insert_residues(connection, one.id, sequence.residues.chunks())
            named += [
                (one.id, q.ref, q.value)
                for q in qualifiers_of(sequence)
                if q.name == "protein_id" and q.value
            ]
        insert_mentions(
            connection,
            [
                row
                for one, (sequence, _next) in zip(part, given, strict=True)
                for row in mention_rows(one.id, mentions(sequence))
            ],
        )
        connection.executemany(
            "INSERT INTO qualifier_id (sequence_id, qualifier_ref, id) VALUES (?, ?, ?)",
            [
                (one.id, q.ref, q.id)
                for one, (sequence, _next) in zip(part, given, strict=True)
                for q in qualifiers_of(sequence)
                if q.id is not None
            ],
        )
    return named


def _parts(newcomers: Iterable[Newcomer]) -> Iterator[list[Newcomer]]:
    waiting = iter(newcomers)
    while part := list(islice(waiting, _AT_ONCE)):
        yield part


def insert_links(
    connection: sqlite3.Connection, named: Iterable[Named], target: Callable[[str], int | None]
) -> None:
    """Make links of the protein_id values that name a sequence."""
    connection.executemany(
        "INSERT INTO link (sequence_id, qualifier_ref, target_sequence_id) VALUES (?, ?, ?)",
        [
            (sequence_id, ref, found)
            for sequence_id, ref, value in named
            if (found := target(value)) is not None
        ],
    )


def replace_refs(sequence: Sequence) -> Sequence:
    """Return the sequence without permanent addresses: a copy gets its own."""
    features = tuple(
        replace(f, ref=0, qualifiers=tuple(replace(q, ref=0) for q in f.qualifiers))
        for f in sequence.features
    )
    return replace(sequence, features=features)


def update_sequence(
    reader: Reader, sequence_id: int, old: Stored, new: Sequence, revision: int
) -> None:
    """Write a changed sequence over its former value."""
    connection = reader.connection
    row = connection.execute(
        "SELECT next_ref, digest, other_strand FROM sequence WHERE id = ?", (sequence_id,)
    ).fetchone()
    given, next_ref = with_refs(new, row[0])
    residue_digest, strand = row[1], row[2]
    if new.moltype != old.sequence.moltype:
        strand = None
    if new.residues is not old.sequence.residues and new.residues != old.sequence.residues:
        write_residues(connection, sequence_id, new.residues)
        length = len(new.residues)
        residue_digest, strand = digest(StoredResidues(connection, sequence_id, length)), None
        given = replace(given, residues=reader.residues(sequence_id, length))
    values = columns(given, next_ref, residue_digest, strand)
    names = [name.strip() for name in _COLUMNS.split(",")]
    annotations = values[names.index("annotations")]
    assert isinstance(annotations, bytes)
    assignments = ", ".join(f"{name} = ?" for name in names)
    connection.execute(
        f"UPDATE sequence SET {assignments}, revision = ? WHERE id = ?",
        (*values, revision, sequence_id),
    )
    write_ids(connection, sequence_id, given)
    write_links(reader, sequence_id, given, old)
    reader.keep(sequence_id, written(given, annotations, revision))
    write_mentions(connection, sequence_id, given)


def write_ids(connection: sqlite3.Connection, sequence_id: int, sequence: Sequence) -> None:
    """Bring the table of XML ids in line with a sequence."""
    wanted = {q.ref: q.id for q in qualifiers_of(sequence) if q.id is not None}
    found = connection.execute(
        "SELECT qualifier_ref, id FROM qualifier_id WHERE sequence_id = ?", (sequence_id,)
    )
    _align(connection, "qualifier_id", "id", sequence_id, dict(found), wanted)


def write_links(reader: Reader, sequence_id: int, sequence: Sequence, old: Stored) -> None:
    """Bring the links in line with the protein_id values of a changed sequence.

    A value that names a sequence of the listing becomes a link by permanent id; a value left as it
    was keeps its link, also one whose sequence has been removed.
    """
    before = {q.ref: q.value for q in qualifiers_of(old.sequence)}
    wanted: dict[int, int] = {}
    for qualifier in qualifiers_of(sequence):
        if qualifier.name != "protein_id":
            continue
        ref = qualifier.ref
        if ref in old.links and before.get(ref) == qualifier.value:
            wanted[ref] = old.links[ref]
            continue
        target = reader.id_of_number(qualifier.value or "")
        if target is not None:
            wanted[ref] = target
    if wanted or old.links:
        _align(reader.connection, "link", "target_sequence_id", sequence_id, old.links, wanted)


def _align(
    connection: sqlite3.Connection,
    table: str,
    column: str,
    sequence_id: int,
    found: dict[int, object] | dict[int, int],
    wanted: dict[int, str] | dict[int, int],
) -> None:
    for ref in found.keys() - wanted.keys():
        connection.execute(
            f"DELETE FROM {table} WHERE sequence_id = ? AND qualifier_ref = ?", (sequence_id, ref)
        )
    for ref, value in wanted.items():
        if ref not in found:
            connection.execute(
                f"INSERT INTO {table} (sequence_id, qualifier_ref, {column}) VALUES (?, ?, ?)",
                (sequence_id, ref, value),
            )
        elif found[ref] != value:
            connection.execute(
                f"UPDATE {table} SET {column} = ? WHERE sequence_id = ? AND qualifier_ref = ?",
                (value, sequence_id, ref),
            )
