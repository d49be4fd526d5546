"""XML ids of qualifiers: no two are equal in what is written (Annex II, type ID).

What a received file says is kept as it is. Where ids repeat, the later ones get free numbers when
the listing is written, and so do those that are no name of XML; sequences that come in get them at
once where theirs are taken.
"""

from __future__ import annotations

import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from seqeditor.formats.st26.names import is_name

_AT_ONCE = 500


def next_free(connection: sqlite3.Connection) -> int:
    """Return a number that stands in no id of the form q and a number, nor do higher ones."""
    row = connection.execute(
        "SELECT max(CAST(substr(id, 2) AS INTEGER)) FROM qualifier_id"
        " WHERE id GLOB 'q[1-9]*' AND substr(id, 2) NOT GLOB '*[^0-9]*' AND length(id) < 18"
    ).fetchone()
    return int(row[0] or 0) + 1


def with_free_ids(connection: sqlite3.Connection, new: Iterable[Sequence]) -> list[Sequence]:
    """Return sequences that come in, with other ids where theirs are taken."""
    sequences = list(new)
    wanted = {q.id for one in sequences for f in one.features for q in f.qualifiers if q.id}
    if not wanted:
        return sequences
    taken = _taken(connection, wanted)
    numbers = [int(i[1:]) for i in wanted if re.fullmatch(r"q[1-9][0-9]{0,16}", i)]
    free = max(next_free(connection), max(numbers, default=0) + 1)

    def given(qualifier: Qualifier) -> Qualifier:
        nonlocal free
        if not qualifier.id:
            return qualifier
        if qualifier.id in taken:
            qualifier = replace(qualifier, id=f"q{free}")
            free += 1
        taken.add(str(qualifier.id))
        return qualifier

    def feature(one: Feature) -> Feature:
        return replace(one, qualifiers=tuple(map(given, one.qualifiers)))

    return [replace(one, features=tuple(map(feature, one.features))) for one in sequences]


def _taken(connection: sqlite3.Connection, wanted: Iterable[str]) -> set[str]:
    ids, found = list(wanted), set[str]()
    for at in range(0, len(ids), _AT_ONCE):
        part = ids[at : at + _AT_ONCE]
        marks = ",".join("?" * len(part))
        query = f"SELECT id FROM qualifier_id WHERE id IN ({marks})"
        found |= {row[0] for row in connection.execute(query, part)}
    return found


def made_valid(connection: sqlite3.Connection) -> dict[int, dict[int, str]]:
    """Return new ids, by sequence and permanent address, for those that the DTD forbids.

    These are the ones that repeat an earlier one or are no name of XML.
    """
    repeated = connection.execute(
        "SELECT sequence_id, qualifier_ref FROM ("
        " SELECT q.sequence_id, q.qualifier_ref,"
        " row_number() OVER (PARTITION BY q.id ORDER BY s.rank, q.qualifier_ref) AS n"
        " FROM qualifier_id q JOIN sequence s ON s.id = q.sequence_id"
        " WHERE q.id IN (SELECT id FROM qualifier_id GROUP BY id HAVING count(*) > 1)"
        ") WHERE n > 1"
    ).fetchall()
    wrong = list(dict.fromkeys([*repeated, *_no_names(connection)]))
    renamed: dict[int, dict[int, str]] = defaultdict(dict)
    free = next_free(connection) if wrong else 0
    for number, (sequence_id, ref) in enumerate(wrong, free):
        renamed[sequence_id][ref] = f"q{number}"
    return renamed


def _no_names(connection: sqlite3.Connection) -> Iterator[tuple[int, int]]:
    """Yield the places of ids that are no name of XML; the usual ones never leave the database."""
    doubtful = connection.execute(
        "SELECT q.sequence_id, q.qualifier_ref, q.id"
        " FROM qualifier_id q JOIN sequence s ON s.id = q.sequence_id"
        " WHERE q.id GLOB '*[^A-Za-z0-9]*' OR q.id NOT GLOB '[A-Za-z]*'"
        " ORDER BY s.rank, q.qualifier_ref"
    )
    return ((sequence, ref) for sequence, ref, text in doubtful if not is_name(text))


def with_ids(fragment: bytes, renamed: dict[int, str]) -> bytes:
    """Return an annotations fragment with other ids at some permanent addresses."""
    for ref, new in renamed.items():
        pattern = rb'(<INSDQualifier k="%d" id=")[^"]*"' % ref
        fragment = re.sub(pattern, rb"\g<1>" + new.encode() + b'"', fragment, count=1)
    return fragment
