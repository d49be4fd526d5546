"""Which sequences of a listing meet some criteria, asked of the columns; no sequence is loaded."""

from __future__ import annotations

from array import array
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from seqeditor.domain import criteria as c
from seqeditor.domain.criteria import Criteria
from seqeditor.domain.number_ranges import Ranges, in_ranges, parse_numbers
from seqeditor.domain.residues import SKIPPED, TextResidues, digest
from seqeditor.formats.st26.text import escape_stored
from seqeditor.store.reader import Reader

SORTS = {
    "number": "rank",
    "moltype": "moltype",
    "length": "length",
    "organism": "lower(organism)",
    "name": "lower(name)",
}
_SAYS_NOTHING = (digest(TextResidues(SKIPPED)), digest(TextResidues("")))
_SOURCE = b"<INSDFeature_key>source</INSDFeature_key>"


@dataclass(frozen=True, slots=True)
class Sort:
    """By which column of SORTS a view is sorted; the listing stays as it is."""

    column: str
    descending: bool = False


def choose(
    reader: Reader,
    wanted: Criteria,
    sort: Sort | None = None,
    among: AbstractSet[int] | None = None,
    apart: AbstractSet[int] | None = None,
) -> array[int]:
    """Return the ids of the sequences that meet the criteria, sorted or in the listing's order.

    `among`: only these ids, `apart`: none of these, for what other stores know. Raises
    NumbersError when the numbers cannot be read.
    """
    where, values = _conditions(wanted)
    by_column = sort is not None and sort.column != "number"
    if not where and not by_column:
        ids = reader.order.ids
    else:
        query = "SELECT id FROM sequence"
        if where:
            query += f" WHERE {' AND '.join(where)}"
        if sort is not None and by_column:
            direction = "DESC" if sort.descending else "ASC"
            query += f" ORDER BY {SORTS[sort.column]} {direction}, rank"
        found = [row[0] for row in reader.connection.execute(query, values)]
        if by_column:
            ids = array("q", (i for i in found if i in reader.order))
        else:
            kept = set(found)
            ids = array("q", (i for i in reader.order.ids if i in kept))
    ids = _among(reader, wanted, ids, among, apart)
    if sort is not None and sort.column == "number" and sort.descending:
        ids = ids[::-1]
    return ids


def _among(
    reader: Reader,
    wanted: Criteria,
    ids: array[int],
    among: AbstractSet[int] | None,
    apart: AbstractSet[int] | None,
) -> array[int]:
    """Leave the ids that also meet what no column says."""
    sets: list[AbstractSet[int]] = [] if among is None else [among]
    if wanted.text:
        sets.append(set(reader.matching(wanted.text)))
    if wanted.numbers:
        sets.append(ids_of_numbers(reader, parse_numbers(wanted.numbers)))
    for one in sets:
        ids = array("q", (i for i in ids if i in one))
    if apart is not None:
        ids = array("q", (i for i in ids if i not in apart))
    return ids


def ids_of_numbers(reader: Reader, ranges: Ranges) -> set[int]:
    """Return the sequences whose SEQ ID NO shown lies in the ranges."""
    order = reader.order.ids
    if reader.numbering != "written":
        found: set[int] = set()
        for first, last in ranges:
            found.update(order[max(0, first - 1) : len(order) if last is None else last])
        return found
    rows = reader.connection.execute("SELECT id, written_number FROM sequence ORDER BY rank, id")
    return {
        sequence_id
        for position, (sequence_id, written) in enumerate(rows, 1)
        if in_ranges(_number(written, position), ranges)
    }


def _number(written: str | None, position: int) -> int:
    if written is None:
        return position
    text = written.strip()
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 19 else -1


_TODO = "id IN (SELECT sequence_id FROM bookmark WHERE ref = 0)"
_MARKS = {
    c.COLOUR: "colour <> ''",
    c.NOTE: "note <> ''",
    c.TODO: _TODO,
    c.ANY: f"(colour <> '' OR note <> '' OR {_TODO})",
}


def _conditions(wanted: Criteria) -> tuple[list[str], list[object]]:
    """Return the SQL conditions of criteria, with their values."""
    where: list[str] = []
    values: list[object] = []

    def ask(condition: str, *given: object) -> None:
        where.append(condition)
        values.extend(given)

    if wanted.moltypes:
        ask(f"moltype IN ({','.join('?' * len(wanted.moltypes))})", *wanted.moltypes)
    if wanted.organism.strip():
        sought = wanted.organism.strip().casefold()
        fold = "lower" if sought.isascii() else "casefold"
        ask(f"instr({fold}(organism), ?)", sought)
    # A skipped sequence has no residues, though three characters stand for that (par. 58).
    if wanted.shortest is not None:
        ask("length >= ? AND NOT skipped", wanted.shortest)
    if wanted.longest is not None:
        ask("length <= ? AND NOT skipped", wanted.longest)
    if wanted.skipped:
        ask("skipped" if wanted.skipped == c.ONLY else "NOT skipped")
    if wanted.duplicates:
        ask(
            "digest IN (SELECT digest FROM sequence GROUP BY digest HAVING count(*) > 1)"
            " AND digest NOT IN (?, ?)",
            *_SAYS_NOTHING,
        )
    if wanted.marked in _MARKS:
        ask(_MARKS[wanted.marked])
    elif wanted.marked:
        ask("colour = ?", wanted.marked)
    if wanted.feature == c.NONE:
        ask("(features = 0 OR (features = 1 AND instr(annotations, ?)))", _SOURCE)
    elif wanted.feature:
        ask("features > 0 AND instr(annotations, ?)", _key(wanted.feature))
    return where, values


def _key(key: str) -> bytes:
    return f"<INSDFeature_key>{escape_stored(key)}</INSDFeature_key>".encode()


def ids_with_key(reader: Reader, key: str) -> array[int]:
    """Return the sequences that have a feature of this key, in the order of the listing."""
    return choose(reader, Criteria(feature=key))


def may_hold(reader: Reader, needle: str, *, texts: bool, residues: bool) -> set[int] | None:
    """Return the sequences in which a text may be found, small and capital letters alike.

    None when only reading them all can tell. Asked of SQLite, which is many times quicker than
    reading; those with letters beyond English ones, whose small and capital letters it does not
    know, and those with links, whose numbers are not stored, are always among them.
    """
    if not needle.isascii():
        return None
    sought = needle.lower()
    found: set[int] = set()
    if texts:
        rows = reader.connection.execute(
            "SELECT id FROM sequence WHERE instr(lower(CAST(annotations AS TEXT)), ?1)"
            " OR length(CAST(annotations AS TEXT)) <> length(annotations)"
            " OR instr(annotations, CAST('protein_id' AS BLOB))"
            " OR instr(lower(name), ?2) OR instr(lower(note), ?2)"
            " OR length(CAST(name AS BLOB)) <> length(name)"
            " OR length(CAST(note AS BLOB)) <> length(note)",
            (escape_stored(sought), sought),
        )
        found.update(row[0] for row in rows)
    if residues:
        rows = reader.connection.execute(
            "SELECT sequence_id FROM residues WHERE instr(lower(data), ?)"
            " OR length(CAST(data AS BLOB)) <> length(data)"
            " UNION SELECT sequence_id FROM residues GROUP BY sequence_id HAVING count(*) > 1",
            (sought,),
        )
        found.update(row[0] for row in rows)
    return found
