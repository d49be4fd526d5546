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
    assert found.numbers == [(2, -2), (3, -1), (4, 1)]


def test_one_letter_proteins_and_signs_that_are_none() -> None:
    found = amino_acids([(1, "MKTAYIAK QRQ"), (2, "@@")])
    assert (found.letters, found.strange) == ("MKTAYIAKQRQ", [("@@", 2)])
    assert found.groups == []


def test_an_empty_file_is_an_empty_header(tmp_path: Path) -> None:
    header, found = read(tmp_path, b"")
    assert (header.data, found) == ([], [])


def test_letters_behind_400_without_a_number_are_residues(tmp_path: Path) -> None:
    _header, (one,) = read(tmp_path, b"<210> SEQ ID NO: 7\n<400> acgtacgt\ntttt 12\n")
    assert (one.number, one.number_400) == ("7", "")
    assert nucleotides(one.residues).letters == "acgtacgttttt"
    _header, (one,) = read(tmp_path, b"<210> 7\n<400> SEQ ID NO: 7\nacgt\n")
    assert (one.number_400, nucleotides(one.residues).letters) == ("7", "acgt")


def test_a_very_long_line_is_taken_to_its_end(tmp_path: Path) -> None:
    letters = "acgt" * 500_000
    _header, (one,) = read(tmp_path, f"<210> 1\n<400> 1 {letters}\n".encode())
    assert nucleotides(one.residues).letters == letters


@pytest.mark.parametrize("head", ["SEQUENCE LISTING", "Page 3 of 9", "- 3 -", "3/9", "\f"])
def test_the_head_of_a_page_is_no_residue(tmp_path: Path, head: str) -> None:
    _header, (one,) = read(tmp_path, f"<210> 1\n<400> 1\nacgt 4\n\n{head}\n\nacgt 8\n".encode())
    assert nucleotides(one.residues).letters == "acgtacgt"
    assert nucleotides(one.residues).strange == []


def test_what_stands_before_the_first_sequence_is_none(tmp_path: Path) -> None:
    header, (one,) = read(tmp_path, b"<110> A\n<220>\n<223> x\n<210> 1\n<400> 1\nacgt\n")
    assert [datum.tag for datum in header.data] == [110, 220, 223]
    assert one.number == "1"


@pytest.mark.parametrize("tag", [210, 211, 212, 213])
def test_what_is_said_twice_is_not_lost(tmp_path: Path, tag: int) -> None:
    text = f"<210> 1\n<211> 4\n<212> DNA\n<213> A\n<{tag}> other\n<400> 1\nacgt\n"
    _header, found = read(tmp_path, text.encode())
    assert tag == 210 or [datum.text for datum in found[0].unknown] == ["other"]


def test_a_text_before_its_key_belongs_to_the_feature(tmp_path: Path) -> None:
    _header, (one,) = read(
        tmp_path, b"<210> 1\n<220>\n<223> x\n<221> exon\n<222> (1)..(3)\n<400> 1\nacgt\n"
    )
    assert [(f.key, f.notes) for f in one.features] == [("exon", ("x",))]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-16", "utf-8"])
def test_no_letter_is_lost_where_the_file_is_cut_into_blocks(tmp_path: Path, encoding: str) -> None:
    title = "é" * 1_500_000
    header, _rest = read(tmp_path, f"<110> A\r<120> x{title}\r".encode(encoding))
    assert header.texts(120)[0].text == f"x{title}"


@pytest.mark.parametrize(
    ("lines", "groups"),
    [
        (["Met Ala 4Hyp Gly bAla Lys"], "Met Ala 4Hyp Gly bAla Lys"),
        (["MetAlaGly", "Lys"], "Met Ala Gly Lys"),
        (["Met-Ala-Gly-Lys"], "Met Ala Gly Lys"),
        (["MET ALA GLY"], "MET ALA GLY"),
        (["met ala gly"], "met ala gly"),
        (["Met Foo Gly *"], "Met Foo Gly *"),
        (["Met1 Ala2 Gly"], "Met Ala Gly"),
        (["Met Ala Metal Gly"], "Met Ala Metal Gly"),
    ],
)
def test_three_letters_in_their_order(lines: list[str], groups: str) -> None:
    found = amino_acids(list(enumerate(lines)))
    assert " ".join(group for group, _line in found.groups) == groups
    assert (found.letters, found.strange) == ("", [])


def test_one_letter_lines_keep_their_order() -> None:
    found = amino_acids([(1, "MKTAYIAKQR MKT 13"), (2, "QRS 16"), (3, "AYI AKQRQ")])
    assert (found.letters, found.groups) == ("MKTAYIAKQRMKTQRSAYIAKQRQ", [])


def test_a_number_of_thousands_of_digits_is_none() -> None:
    found = amino_acids([(1, "Met Lys"), (2, "1" * 9000)])
    assert found.numbers == []
