from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from seqeditor.domain.residues import CHUNK, TextResidues
from seqeditor.domain.sequence import skipped_sequence
from seqeditor.formats.st26.text import UnwritableCharacter
from seqeditor.store.database import DamagedError, StoreError
from seqeditor.store.reader import Reader
from seqeditor.store.stored_residues import StoredResidues
from seqeditor.store.workingcopy import WorkingCopy, open_reader
from tests.store.rows import dna


@pytest.fixture
def filled(copy: WorkingCopy) -> WorkingCopy:
    with copy.step("fill"):
        copy.insert_sequences(
            1,
            [
                dna(name="Alpha", organism="Homo sapiens"),
                dna("cc", name="beta", organism="Mus musculus"),
                dna("ggg", name="Élan", organism="Équus"),
                skipped_sequence(),
            ],
        )
    return copy


@pytest.fixture
def reader(filled: WorkingCopy) -> Iterator[Reader]:
    made = filled.open_reader()
    yield made
    made.connection.close()


@pytest.mark.parametrize(
    ("text", "positions"),
    [
        ("homo", [1]),
        ("HOMO", [1]),
        ("mus", [2]),
        ("u", [2, 3]),
        ("BETA", [2]),
        ("élan", [3]),
        ("ÉQUUS", [3]),
        ("dna", [1, 2, 3]),
        ("dn", []),
        ("2", [2]),
        (" 4 ", [4]),
        ("5", []),
        ("%", []),
        ("'", []),
    ],
)
def test_matching(filled: WorkingCopy, text: str, positions: list[int]) -> None:
    assert list(filled.matching(text)) == [filled.order.id_at(n) for n in positions]


def test_matching_over_a_reader(reader: Reader) -> None:
    assert len(reader.matching("é")) == 1
    assert len(reader.matching("É")) == 1


def test_matching_reads_one_index_and_no_row(filled: WorkingCopy) -> None:
    asked: list[str] = []
    filled.connection.set_trace_callback(asked.append)
    filled.matching("homo")
    filled.connection.set_trace_callback(None)
    (query,) = [sql for sql in asked if "instr" in sql]
    plan = filled.connection.execute(f"EXPLAIN QUERY PLAN {query}").fetchall()
    assert [row[3] for row in plan] == ["SCAN sequence USING COVERING INDEX sequence_words"]


def test_rows(filled: WorkingCopy) -> None:
    found = list(filled.rows())
    assert [(row.position, row.number) for row in found] == [(n, str(n)) for n in range(1, 5)]
    assert [row.organism for row in found] == ["Homo sapiens", "Mus musculus", "Équus", ""]
    assert [row.length for row in found] == [4, 2, 3, 3]
    assert [row.skipped for row in found] == [False, False, False, True]
    assert [row.features for row in found] == [1, 1, 1, 0]


def test_rows_of_many(copy: WorkingCopy) -> None:
    with copy.step("fill"):
        ids = copy.insert_sequences(1, [dna(name=str(n)) for n in range(1200)])
    wanted = [*reversed(ids), 5000]
    assert [row.name for row in copy.rows_of(wanted)] == [str(n) for n in reversed(range(1200))]


def test_a_reader_follows_the_order(filled: WorkingCopy, reader: Reader) -> None:
    with filled.step("remove"):
        filled.remove_sequences([filled.order.id_at(1)])
    assert reader.count() == 3
    assert reader.number(filled.order.id_at(1)) == "1"


def test_a_reader_of_an_empty_listing_follows_too(copy: WorkingCopy) -> None:
    reader = copy.open_reader()
    with copy.step("insert"):
        copy.insert_sequences(1, [dna()])
    assert reader.count() == 1
    reader.connection.close()


def test_a_reader_by_the_folder(filled: WorkingCopy) -> None:
    reader = open_reader(filled.folder)
    assert list(reader.order.ids) == list(filled.order.ids)
    reader.connection.close()


def test_a_reader_cannot_write(reader: Reader) -> None:
    with pytest.raises(StoreError):
        reader.connection.execute("DELETE FROM sequence")


def test_what_is_not_there(filled: WorkingCopy) -> None:
    with pytest.raises(KeyError):
        filled.sequence(99)
    assert filled.revision(99) is None
    assert filled.number(99) == ""


def test_long_residues_stay_on_disk(copy: WorkingCopy) -> None:
    with copy.step("fill"):
        short, long = copy.insert_sequences(1, [dna("a" * CHUNK), dna("a" * (CHUNK + 1))])
    assert isinstance(copy.sequence(short).residues, TextResidues)
    assert isinstance(copy.sequence(long).residues, StoredResidues)


@pytest.mark.parametrize("fragment", [b"", b"<INSDSeq>", b"\xff\xfe"])
def test_a_damaged_fragment_is_said(filled: WorkingCopy, fragment: bytes) -> None:
    one = filled.order.id_at(1)
    filled.connection.execute("UPDATE sequence SET annotations = ? WHERE id = ?", (fragment, one))
    with pytest.raises(DamagedError):
        filled.sequence(one)
    assert filled.sequence(filled.order.id_at(2)).organism == "Mus musculus"


@pytest.mark.parametrize("text", ["", "[]", "null", '{"titles": 1}', '{"priority": {"x": 1}}'])
def test_a_damaged_header_is_said(filled: WorkingCopy, text: str) -> None:
    filled.connection.execute("UPDATE listing SET header = ?", (text,))
    with pytest.raises(DamagedError):
        assert filled.header


def test_text_that_is_none_is_said(filled: WorkingCopy) -> None:
    filled.connection.execute("UPDATE sequence SET name = CAST(x'ff' AS TEXT)")
    with pytest.raises(StoreError):
        list(filled.rows())


@pytest.mark.parametrize("text", ["\x01", "\ud800", "\ufffe"])
def test_what_xml_cannot_hold_is_refused(filled: WorkingCopy, text: str) -> None:
    header = replace(filled.header, file_reference=text)
    with pytest.raises(UnwritableCharacter), filled.step("edit"):
        filled.write_header(header)
    odd = dna(organism=text)
    with pytest.raises(UnwritableCharacter), filled.step("edit"):
        filled.insert_sequences(1, [odd])
    assert filled.count() == 4


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        WorkingCopy.open(tmp_path)
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(StoreError):
        open_reader(tmp_path)


def test_a_database_of_another_program(tmp_path: Path) -> None:
    (tmp_path / "copy.db").write_bytes(b"")
    with pytest.raises(StoreError):
        WorkingCopy.open(tmp_path)


def test_a_copy_is_made_once(filled: WorkingCopy) -> None:
    with pytest.raises(StoreError):
        WorkingCopy.create(filled.folder)
    assert filled.count() == 4


def test_a_reader_of_a_broken_database(tmp_path: Path) -> None:
    (tmp_path / "copy.db").write_bytes(b"")
    with pytest.raises(StoreError):
        open_reader(tmp_path)


def test_an_order_that_changes_meanwhile(
    filled: WorkingCopy, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(_order: object, position: int) -> int:
        raise IndexError(position)

    monkeypatch.setattr("seqeditor.store.order.Order.id_at", gone)
    assert filled.id_of_number("2") is None
