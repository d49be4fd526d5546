"""An ST.25 listing is taken apart as it is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from seqeditor.formats.st25.reader import Feature25, Header25, Sequence25, encoding_of, read_st25
from seqeditor.formats.st25.residues import amino_acids, nucleotides

TEXT = """                         SEQUENCE LISTING

<110>  Acme Corp.
       Bolt Ltd.
<120>  A VERY LONG
    TITLE

  <130>	REF-1
<150>
<210>  1
<211>  12
<212>  DNA
<213>  Artificial Sequence

<220>
<221>  promoter
<222>  (1)..(6)
<223>  first
       line two
<223>  second
<220>
<223>  only a note
<301>  Doe,
       Jane
<999>  odd
<400>  1
acgtacgtac gt                                           12

<210>  2
<400>  2
000
"""


def read(tmp_path: Path, data: bytes) -> tuple[Header25, list[Sequence25]]:
    file = tmp_path / "l.txt"
    file.write_bytes(data)
    header, *rest = read_st25(file)
    assert isinstance(header, Header25)
    return header, [one for one in rest if isinstance(one, Sequence25)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_everything_comes_as_written(tmp_path: Path, end: str) -> None:
    header, (one, two) = read(tmp_path, TEXT.replace("\n", end).encode())
    assert header.texts(110)[0].lines[:2] == ("Acme Corp.", "       Bolt Ltd.")
    assert header.texts(120)[0].text == "A VERY LONG TITLE"
    assert header.texts(130)[0].text == "REF-1"
    assert header.texts(150) == []
    assert (one.number, one.length, one.moltype) == ("1", "12", "DNA")
    assert one.organism == "Artificial Sequence"
    assert one.features == (
        Feature25(15, "promoter", "(1)..(6)", ("first line two", "second")),
        Feature25(21, "", "", ("only a note",)),
    )
    assert [datum.text for datum in one.publications] == ["Doe, Jane"]
    assert [datum.text for datum in one.unknown] == ["odd"]
    assert nucleotides(one.residues).letters == "acgtacgtacgt"
    assert (two.number, two.number_400) == ("2", "2")
    assert nucleotides(two.residues).is_skipped


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (b"plain", "ascii"),
        ("é".encode(), "utf-8"),
        (b"\xe9", "cp1252"),
        (b"\xef\xbb\xbfx", "utf-8-sig"),
        ("<110>".encode("utf-16"), "utf-16"),
    ],
)
def test_the_encoding_is_found(data: bytes, encoding: str) -> None:
    assert encoding_of(data) == encoding


def test_a_feature_without_its_head_is_one_all_the_same(tmp_path: Path) -> None:
    text = b"<210> 1\n<221> CDS\n<222> (1)..(3)\n<221> exon\n<222> (4)..(6)\n<400> 1\nacgacg\n"
    _header, (one,) = read(tmp_path, text)
    assert [(f.key, f.location) for f in one.features] == [
        ("CDS", "(1)..(3)"),
        ("exon", "(4)..(6)"),
    ]


def test_a_sequence_without_its_number_begins_behind_the_last(tmp_path: Path) -> None:
    _header, found = read(tmp_path, b"<210> 1\n<400> 1\nacg\n<211> 3\n<400> 2\nttt\n")
    assert [(one.number, one.number_400) for one in found] == [("1", "1"), ("", "2")]


def test_residues_beside_the_identifier_are_taken(tmp_path: Path) -> None:
    _header, (one,) = read(tmp_path, b"<210> 1\n<400> 1 acgt 4\ntttt 8\n")
    assert nucleotides(one.residues).letters == "acgttttt"


def test_mixed_mode_is_taken_apart() -> None:
    found = nucleotides([(1, "atg gag acc aaa  48"), (2, "Met Glu Thr Lys"), (3, " 1       4")])
    assert found.letters == "atggagaccaaa"
    assert [group for group, _line in found.groups] == ["Met", "Glu", "Thr", "Lys"]


def test_numbers_below_a_protein_belong_to_the_residue_above() -> None:
    found = amino_acids(
        [(1, "Met Lys Ala Gly Ser"), (2, "    -2  -1  1"), (3, "Val Val"), (4, "    5")]
    )
    groups = " ".join(group for group, _line in found.groups)
    assert groups == "Met Lys Ala Gly Ser Val Val"
    assert found.numbers == [(2, -2), (3, -1), (4, 1), (7, 5)]


def test_one_letter_proteins_and_signs_that_are_none() -> None:
    found = amino_acids([(1, "MKTAYIAK QRQ"), (2, "@@")])
    assert (found.letters, found.strange) == ("MKTAYIAKQRQ", [("@@", 2)])
    assert found.groups == []


def test_an_empty_file_is_an_empty_header(tmp_path: Path) -> None:
    header, found = read(tmp_path, b"")
    assert (header.data, found) == ([], [])
