from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seqeditor.domain.residues import CHUNK, Residues, TextResidues, digest
from seqeditor.store import stored_residues
from seqeditor.store.database import schema
from seqeditor.store.stored_residues import (
    SplicedResidues,
    StoredResidues,
    cut,
    insert_residues,
    write_residues,
)

SMALL = 8


@pytest.fixture
def database() -> Iterator[sqlite3.Connection]:
    with closing(_fresh()) as connection:
        yield connection


def _fresh() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.executescript(schema())
    return connection


def _stored(connection: sqlite3.Connection) -> StoredResidues:
    total = connection.execute("SELECT coalesce(sum(length), 0) FROM residues").fetchone()[0]
    return StoredResidues(connection, 1, total)


texts = st.text("acgt", max_size=60)
edits = st.lists(
    st.tuples(
        st.integers(1, 70), st.integers(0, 30), st.one_of(st.text("ACGT", max_size=30), st.just(""))
    ),
    max_size=5,
)


def _same(residues: Residues, expected: str) -> None:
    assert len(residues) == len(expected)
    assert residues.text() == expected
    assert "".join(residues.chunks()) == expected
    assert digest(residues) == digest(TextResidues(expected))
    assert residues == TextResidues(expected)
    plain = TextResidues(expected)
    for start in range(1, len(expected) + 2, 7):
        assert residues.text(start, start + 10) == plain.text(start, start + 10)
        for sought in ("a", "ac", "gt", "ACG", expected[start : start + 12], ""):
            assert residues.find(sought, start) == plain.find(sought, start), (sought, start)


@pytest.fixture
def _small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stored_residues, "CHUNK", SMALL)


def _apply(residues: Residues, expected: str, edit: tuple[int, int, str]) -> tuple[Residues, str]:
    start, removed, inserted = edit
    start = min(start, len(expected) + 1)
    new = expected[: start - 1] + inserted + expected[start - 1 + removed :]
    return residues.splice(start, removed, inserted), new


@pytest.mark.usefixtures("_small_blocks")
class TestLikeAString:
    @settings(max_examples=150, deadline=None)
    @given(texts, edits)
    def test_each_splice_written(self, text: str, changes: list[tuple[int, int, str]]) -> None:
        with closing(_fresh()) as connection:
            insert_residues(connection, 1, cut(text))
            expected = text
            for edit in changes:
                stored = _stored(connection)
                _same(stored, expected)
                spliced, expected = _apply(stored, expected, edit)
                _same(spliced, expected)
                write_residues(connection, 1, spliced)
            _same(_stored(connection), expected)
            assert _longest(connection) <= SMALL

    @settings(max_examples=150, deadline=None)
    @given(texts, edits)
    def test_splices_of_splices_written_at_once(
        self, text: str, changes: list[tuple[int, int, str]]
    ) -> None:
        with closing(_fresh()) as connection:
            insert_residues(connection, 1, cut(text))
            residues: Residues = _stored(connection)
            expected = text
            for edit in changes:
                residues, expected = _apply(residues, expected, edit)
            _same(residues, expected)
            write_residues(connection, 1, residues)
            _same(_stored(connection), expected)

    @settings(max_examples=50, deadline=None)
    @given(texts, texts)
    def test_replaced_by_another_text(self, text: str, other: str) -> None:
        with closing(_fresh()) as connection:
            insert_residues(connection, 1, cut(text))
            write_residues(connection, 1, TextResidues(other))
            _same(_stored(connection), other)

    def test_taken_from_another_sequence(self, database: sqlite3.Connection) -> None:
        insert_residues(database, 2, cut("acgtacgtacgtacgtac"))
        write_residues(database, 1, StoredResidues(database, 2, 18).splice(3, 2, "TTT"))
        _same(_stored_one(database, 1), "acTTTacgtacgtacgtac")
        _same(_stored_one(database, 2), "acgtacgtacgtacgtac")


class TestWrites:
    """An edit writes the blocks it touches, not the sequence."""

    BLOCKS = 20

    @pytest.fixture
    def long(self, database: sqlite3.Connection) -> StoredResidues:
        insert_residues(database, 1, ["acgt" * (CHUNK // 4)] * self.BLOCKS)
        return _stored(database)

    @pytest.mark.parametrize(
        ("edit", "rows"),
        [
            ((5, 1, "t"), 1),
            ((5, 0, "t"), 2),
            ((CHUNK * 7 + 1, 0, "ttt"), 2),
            ((CHUNK * 7, 2, "gg"), 2),
            ((CHUNK * 7 + 1, CHUNK, ""), 1),
            ((CHUNK * 20 + 1, 0, "a"), 2),
            ((1, CHUNK * 3, "a"), 3),
        ],
    )
    def test_rows_written(
        self,
        database: sqlite3.Connection,
        long: StoredResidues,
        edit: tuple[int, int, str],
        rows: int,
    ) -> None:
        expected = TextResidues(long.text()).splice(*edit)
        before = database.total_changes
        write_residues(database, 1, long.splice(*edit))
        assert database.total_changes - before == rows
        assert digest(_stored(database)) == digest(expected)

    def test_nothing_for_the_same(self, database: sqlite3.Connection, long: StoredResidues) -> None:
        before = database.total_changes
        write_residues(database, 1, long)
        assert database.total_changes == before

    def test_typing_at_one_place(self, database: sqlite3.Connection, long: StoredResidues) -> None:
        place, expected, before = CHUNK * 5 + 100, TextResidues(long.text()), database.total_changes
        for n in range(300):
            stored = _stored(database)
            write_residues(database, 1, stored.splice(place + n, 0, "n"))
            expected = expected.splice(place + n, 0, "n")
        # One block for every letter, and one more when the first letter splits it.
        assert database.total_changes - before == 301
        assert digest(_stored(database)) == digest(expected)

    def test_an_exhausted_gap_moves_the_blocks_behind(self, database: sqlite3.Connection) -> None:
        for block, data in ((1, "aaaa"), (2, "cccc"), (3, "gggg")):
            row = (1, block, len(data), data)
            database.execute("INSERT INTO residues VALUES (?, ?, ?, ?)", row)
        write_residues(database, 1, _stored(database).splice(3, 0, "t" * 2 * CHUNK))
        assert _stored(database).text() == "aa" + "t" * 2 * CHUNK + "aaccccgggg"

    def test_a_substitution_is_compared_by_its_piece(
        self, database: sqlite3.Connection, long: StoredResidues
    ) -> None:
        statements: list[str] = []
        database.set_trace_callback(statements.append)
        same = long.splice(CHUNK * 3 + 1, 4, "acgt")
        assert same == long
        assert same == _stored(database)
        assert long.splice(CHUNK * 3 + 1, 4, "acgg") != long
        database.set_trace_callback(None)
        read = [s for s in statements if s.startswith("SELECT data")]
        assert len(read) == 3


def test_a_splice_outside_is_brought_inside() -> None:
    assert SplicedResidues(TextResidues("acgt"), 9, 5, "t").text() == "acgtt"
    assert SplicedResidues(TextResidues("acgt"), 0, -3, "t").text() == "tacgt"


@pytest.mark.parametrize("length", [0, 1, CHUNK, CHUNK + 1, 5 * CHUNK - 1])
def test_pieces_are_alike(length: int) -> None:
    pieces = list(cut("a" * length))
    assert sum(map(len, pieces)) == length
    assert max(map(len, pieces), default=0) <= CHUNK
    assert max(map(len, pieces), default=0) - min(map(len, pieces), default=0) <= 1


def test_residues_are_not_compared_with_other_things(database: sqlite3.Connection) -> None:
    assert _stored(database) != "acgt"
    assert _stored(database).splice(1, 0, "a") != 3


def test_a_block_gone_meanwhile_reads_as_nothing(database: sqlite3.Connection) -> None:
    insert_residues(database, 1, ["acgt"])
    assert _stored(database)._data(5) == ""


def _stored_one(connection: sqlite3.Connection, sequence_id: int) -> StoredResidues:
    query = "SELECT sum(length) FROM residues WHERE sequence_id = ?"
    length = connection.execute(query, (sequence_id,)).fetchone()[0]
    return StoredResidues(connection, sequence_id, length)


def _longest(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT coalesce(max(length), 0) FROM residues").fetchone()[0])
