"""FASTA of every dialect in, plain FASTA out."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seqeditor.domain.residues import TextResidues
from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from seqeditor.formats.fasta import FastaRecord, read_fasta, write_fasta


def read(data: bytes | str) -> list[tuple[str, str, int]]:
    raw = data.encode() if isinstance(data, str) else data
    return [(r.head, r.text, r.line) for r in read_fasta(io.BytesIO(raw))]


@pytest.mark.parametrize(
    ("text", "records"),
    [
        ("", []),
        ("\n\n", []),
        (">a b\nACGT\nac gt\n\n>c\nMK", [("a b", "ACGTac gt", 1), ("c", "MK", 5)]),
        (">a\r\nAC\r\nGT\r\n", [("a", "ACGT", 1)]),
        (">a\rAC\rGT\r>b\rT", [("a", "ACGT", 1), ("b", "T", 4)]),
        ("\ufeff>a\nAC", [("a", "AC", 1)]),
        ("acgt\nacgt\n", [("", "acgtacgt", 1)]),
        ("; old style\nacgt", [("old style", "acgt", 2)]),
        ("; note\n>a\n; inside\nacgt", [("a", "acgt", 2)]),
        (">empty\n>b\nA", [("empty", "", 1), ("b", "A", 2)]),
        (">", [("", "", 1)]),
        (">a\tb\x01c\nA>C 10", [("a b c", "A>C 10", 1)]),
    ],
)
def test_records_are_read_as_they_stand(text: str, records: list[tuple[str, str, int]]) -> None:
    assert read(text) == records


def test_other_encodings_are_shown() -> None:
    assert read(">Ж\nAC".encode("utf-16")) == [("Ж", "AC", 1)]
    assert read(b">caf\xe9\nAC") == [("café", "AC", 1)]
    assert read(bytes(range(256)))


def test_a_line_end_across_two_blocks_is_one_line_end() -> None:
    body = b">a\n" + b"A" * ((1 << 20) - 4) + b"\r\nC\r\n>b\r\n"
    assert [line for _, _, line in read(body)] == [1, 4]


def test_a_huge_line_is_read() -> None:
    (only,) = read(b">a\n" + b"ACGT" * 1_000_000)
    assert len(only[1]) == 4_000_000


def test_what_is_written_names_number_type_length_and_organism() -> None:
    source = Feature("source", "1..70", (Qualifier("organism", "Homo sapiens"),))
    one = Sequence("DNA", TextResidues("a" * 70), (source,), name="my\nname")
    target = io.BytesIO()
    write_fasta(target, [("12", one)])
    assert target.getvalue().decode() == (
        f">SEQ_ID_NO_12 my name DNA 70 Homo sapiens\n{'a' * 60}\n{'a' * 10}\n"
    )


@given(st.lists(st.text("acgtMKVL*-", min_size=1, max_size=200), max_size=5))
@settings(max_examples=50, deadline=None)
def test_residues_come_back(texts: list[str]) -> None:
    target = io.BytesIO()
    numbered = [(str(n), Sequence("DNA", TextResidues(t))) for n, t in enumerate(texts)]
    write_fasta(target, numbered)
    target.seek(0)
    assert [r.text for r in read_fasta(target)] == texts


@given(st.binary(max_size=300))
@settings(max_examples=100, deadline=None)
def test_no_bytes_are_too_strange(data: bytes) -> None:
    assert all(isinstance(r, FastaRecord) for r in read_fasta(io.BytesIO(data)))
