"""Plain residues, WIPO multi-sequence text and packed files: taken in whole, or told."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seqeditor.app.fasta_import import Wishes
from seqeditor.app.import_report import Action, ImportReport
from seqeditor.app.importing import UnknownFormatError, import_file, new_report
from seqeditor.app.jobs import Job
from seqeditor.app.receiving import NoSequenceError
from seqeditor.app.text_import import sequences_of_text
from seqeditor.app.unpacking import unpacked
from seqeditor.domain.sequence import Sequence
from seqeditor.formats import gzipped
from seqeditor.formats.annotated import BrokenRecordError
from seqeditor.formats.registry import format_of, format_of_bytes
from tests.app.conftest import Begin

MULTI = """<one; DNA; Homo sapiens>
ACGT ACGTAC
1 acgn

stray
<two|PRT>

MetAlaGlyTrp
<three>
acguacguac
<four; other RNA; synthetic construct>acguacguac
<five; XYZ; Mus musculus>
MKVLAEQ
<six; DNA>
"""


def taken(
    folder: Path, text: str, kind: str, wishes: Wishes | None = None
) -> tuple[list[Sequence], ImportReport]:
    path = folder / "a.txt"
    path.write_text(text, encoding="utf-8")
    report = new_report(path)
    assert report.format == kind
    return list(sequences_of_text(path, report, wishes or Wishes(), Job())), report


def test_multi_sequence_text(tmp_path: Path) -> None:
    made, report = taken(tmp_path, MULTI, "multi")
    assert [(s.name, s.moltype, s.residues.text(), s.organism) for s in made] == [
        ("one", "DNA", "acgtacgtacacgn", "Homo sapiens"),
        ("two", "AA", "MAGW", ""),
        ("three", "RNA", "acgtacgtac", ""),
        ("four", "RNA", "acgtacgtac", "synthetic construct"),
        ("five", "AA", "MKVLAEQ", "Mus musculus"),
    ]
    assert made[3].source is not None
    assert made[3].source.value("mol_type") == "other RNA"
    said = [(item.code, item.sequence, item.line) for item in report.items]
    assert ("multi-beyond", 1, 1) in said
    assert ("multi-moltype", 5, 12) in said
    assert ("multi-empty", 6, 14) in said
    assert [i.old for i in report.items if i.code == "multi-beyond"] == ["stray"]


@pytest.mark.parametrize("separator", [";", "|", "\t", ", ", " ; "])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_variants_of_the_head(tmp_path: Path, separator: str, end: str) -> None:
    text = f"\ufeff\n<a{separator}dna{separator}Homo sapiens>\nacgtacgt\n<b{separator}PRT>\nMKV\n"
    path = tmp_path / "a.txt"
    path.write_bytes(text.replace("\n", end).encode())
    report = new_report(path)
    made = list(sequences_of_text(path, report, Wishes(), Job()))
    assert [(s.name, s.moltype, s.length) for s in made] == [("a", "DNA", 8), ("b", "AA", 3)]


@pytest.mark.parametrize(
    ("text", "moltype", "residues"),
    [
        ("1 acgtacgtac gtacg\n16 acg", "DNA", "acgtacgtacgtacgacg"),
        ("5'-ACGUACGUAC-3'", "RNA", "acgtacgtac"),
        ("ACGTacgtaaACGT", "DNA", "acgtacgtaaacgt"),
        ("H-Met-Ala-Gly-Trp-OH", "AA", "MAGW"),
        ("QIKDLLVSSS TDLDTTLVLV\nNAIYFKGMW*", "AA", "QIKDLLVSSSTDLDTTLVLVNAIYFKGMW"),
    ],
)
def test_plain_residues(tmp_path: Path, text: str, moltype: str, residues: str) -> None:
    (made,), _report = taken(tmp_path, text, "raw")
    assert (made.moltype, made.residues.text()) == (moltype, residues)


@pytest.mark.parametrize(
    "text",
    ["mGmGmUmUfGmGfAmUf", "plain words here", "THIS IS A CLAIM", "Call Sam Now", "hello", "acgt;"],
)
def test_words_and_modified_residues_are_not_taken_for_plain_ones(text: str) -> None:
    assert format_of_bytes(text.encode(), ".txt") is None


@given(st.text(alphabet="<>;|\n ACGTacguMk*1-é", max_size=80))
@settings(max_examples=100, deadline=None)
def test_no_letter_of_any_text_is_lost(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("any") / "a.txt"
    path.write_text(f"<a; AA>\nM\n{text}", encoding="utf-8")
    report = ImportReport("a", "multi")
    try:
        made = list(sequences_of_text(path, report, Wishes(), Job()))
    except NoSequenceError:
        made = []
    told = "".join(str(item.old) for item in report.items)
    letters = "".join(s.residues.text().lower().replace("u", "t") for s in made)
    for letter in "cg":
        kept = letters.count(letter) + told.lower().count(letter)
        heads_left_out = [line for line in text.splitlines() if "<" not in line]
        assert kept >= sum(line.lower().count(letter) for line in heads_left_out)


def test_packed_files_are_told_apart_by_what_they_hold(tmp_path: Path) -> None:
    for name, data, kind in (
        ("a.fa.gz", b"\xef\xbb\xbf>a\nACGTACGTAC\n", "fasta"),
        ("a.gb.gz", b"LOCUS       A 10 bp DNA\n", "genbank"),
        ("a.embl.gz", b"ID   X1; SV 1; linear; DNA\n", "embl"),
        ("b.txt.gz", b"acgtacgtacgt", "raw"),
        ("b.fa.gz", b"acgt", "fasta"),
    ):
        path = tmp_path / name
        path.write_bytes(gzip.compress(data))
        found = format_of(path)
        assert found is not None
        assert found.name == kind
    path.write_bytes(gzip.compress(b"SQLite format 3\0"))
    assert format_of(path) is None


def test_a_packed_file_comes_in_and_damage_is_told(begin: Begin, tmp_path: Path) -> None:
    data = b"".join(b">n%d\n%s\n" % (n, b"ACGTTGCA" * (n + 5)) for n in range(400))
    packed = gzip.compress(data[:9000]) + gzip.compress(data[9000:])
    path = tmp_path / "a.fa.gz"
    path.write_bytes(packed)
    whole = import_file(begin(), path, 1, Job())
    assert (whole.sequences, whole.format) == (400, "fasta")
    assert "fasta-damaged" not in [item.code for item in whole.items]
    path.write_bytes(packed[:-40])
    document = begin()
    cut = import_file(document, path, 1, Job())
    assert 0 < cut.sequences <= 400
    (item,) = [item for item in cut.items if item.code == "fasta-damaged"]
    assert item.action is Action.DROPPED


def test_a_bomb_is_refused(begin: Begin, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gzipped, "MOST_UNPACKED", 100_000)
    path = tmp_path / "a.fa.gz"
    path.write_bytes(gzip.compress(b">a\n" + b"A" * 5_000_000))
    document = begin()
    with pytest.raises(BrokenRecordError):
        import_file(document, path, 1, Job())
    assert document.count() == 0


def test_what_is_no_text_in_a_packed_file_is_unknown(begin: Begin, tmp_path: Path) -> None:
    path = tmp_path / "a.gz"
    for data in (b"\x1f\x8b\x08", b"\x1f\x8b\x08" + b"x" * 50, gzip.compress(gzip.compress(b">a"))):
        path.write_bytes(data)
        with pytest.raises(UnknownFormatError):
            import_file(begin(), path, 1, Job())


def test_a_file_without_packing_is_read_where_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.fa"
    path.write_bytes(b">a\nacgt")
    with unpacked(path, ImportReport("a", "fasta")) as plain:
        assert plain == path


def test_the_real_samples_come_in(begin: Begin, shared: Path) -> None:
    document = begin()
    folder = shared / "fixtures" / "import_samples"
    for name in ("peer_imp1.txt", "peer_imp2.txt", "peer_imp3.txt", "peer_imp4.txt"):
        assert import_file(document, folder / name, 1, Job()).sequences == 1
    found = [document.sequence(i).moltype for i in document.order.ids]
    assert sorted(found) == ["AA", "DNA", "DNA", "RNA"]
    with pytest.raises(UnknownFormatError):
        import_file(document, folder / "sirna_compact_notation.txt", 1, Job())
