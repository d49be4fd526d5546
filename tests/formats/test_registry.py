"""Formats told apart by content, then by suffix."""

from __future__ import annotations

from pathlib import Path

import pytest

from seqeditor.formats.registry import FORMATS, format_named, format_of, format_of_bytes
from tests.formats.st26.listings import listing


@pytest.mark.parametrize(
    ("data", "suffix", "name"),
    [
        (listing().encode(), ".txt", "st26"),
        ("\ufeff".encode() + listing().encode(), "", "st26"),
        (listing().encode("utf-16"), "", "st26"),
        (listing().encode("utf-16-le"), "", "st26"),
        (b"<ST26SequenceListing>", "", "st26"),
        (b"SEQUENCE LISTING\n<110> Smith", ".txt", "st25"),
        (b"<110> Smith", ".xml", "st25"),
        (b">a\nACGT", ".txt", "fasta"),
        (b"; note\n;more\n\n>a\nACGT", "", "fasta"),
        (b"acgtacgt", ".FA", "fasta"),
        (b"SQLite format 3\0...", ".bin", "project"),
        (b"", ".xml", "st26"),
        (b"", "", None),
        (b"hello", ".txt", None),
        (b"\xff\xfe\xff", ".bin", None),
    ],
)
def test_a_format_is_known_by_its_content_then_by_its_suffix(
    data: bytes, suffix: str, name: str | None
) -> None:
    found = format_of_bytes(data, suffix)
    assert (found.name if found else None) == name


def test_a_file_is_looked_at(tmp_path: Path) -> None:
    path = tmp_path / "x.seqproj"
    path.write_bytes(b">a\nACGT")
    found = format_of(path)
    assert found is not None
    assert found.name == "fasta"


def test_names_and_suffixes_are_used_once() -> None:
    names = [known.name for known in FORMATS]
    suffixes = [suffix for known in FORMATS for suffix in known.suffixes]
    assert len(set(names)) == len(names)
    assert len(set(suffixes)) == len(suffixes)
    assert format_named("fasta") is FORMATS[names.index("fasta")]
    assert format_named("none") is None


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
def test_text_is_known_in_any_encoding(encoding: str) -> None:
    text = "  SEQUENCE LISTING\n\n<110> Acme\n<210> 1\n"
    found = format_of_bytes(text.encode(encoding), ".txt")
    assert found is not None
    assert found.name == "st25"
