from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.listings import HEADER, coding, dna, protein, write_listing

FASTA = b">one first primer\nACGTACGTAC\nacgu\n>two\nMKVLAE\n>three\nacgacgacg\n>four\n\n"
TOLD = ("--organism", "Homo sapiens", "--mol-type", "genomic DNA", "--file-reference", "AB-1")
HEAD = (
    *("--applicant-name", "Example Ltd", "--applicant-language", "en"),
    *("--title", "Primers", "--title-language", "en"),
)


def _fasta(folder: Path, data: bytes = FASTA) -> Path:
    path = folder / "primers.fasta"
    path.write_bytes(data)
    return path


def test_fasta_becomes_a_listing_with_a_report_on_everything(call: Call, tmp_path: Path) -> None:
    source, target, report = _fasta(tmp_path), tmp_path / "out.xml", tmp_path / "report.json"
    told = call("convert", source, target, "--report", report)
    assert told.status == 1
    assert told.err.count("\n") == 1  # the report has the rest
    found = json.loads(report.read_text(encoding="utf-8"))
    assert found["source"] == {
        "path": source.as_posix(),
        "format": "fasta",
        "sha256": hashlib.sha256(FASTA).hexdigest(),
    }
    assert found["sequences"] == 3
    assert set(found["counts"]) == {"kept", "renamed", "note", "dropped", "decision"}
    shape = {"action", "code", "sequence", "field", "old", "new", "check", "line", "message"}
    assert all(set(item) == shape for item in found["items"])
    for action in ("renamed", "dropped", "decision"):
        items = [item for item in found["items"] if item["action"] == action]
        assert len(items) == found["counts"][action] > 0
    # u means RNA, and what does not decide is DNA with a question.
    undecided = [item["sequence"] for item in found["items"] if item["code"] == "fasta-moltype"]
    assert undecided == [3]
    assert any(item["code"] == "fasta-empty" for item in found["items"])
    # What is still wrong is named.
    assert any(error["rule"] == "gi-applicant-name-missing" for error in found["errors"])
    text = target.read_text(encoding="utf-8")
    moltypes = [
        line.split(">")[1].split("<")[0] for line in text.split("\n") if "_moltype>" in line
    ]
    assert moltypes == ["RNA", "AA", "DNA"]


def test_with_all_told_the_listing_is_valid(call: Call, tmp_path: Path) -> None:
    source = _fasta(tmp_path, b">\nacgtacgtacgtacgt\n>\nacgtacgtacgtacgg\n")
    told = call("convert", source, tmp_path / "out.xml", *TOLD, *HEAD)
    assert (told.status, told.out, told.err) == (0, "", "")
    assert call("validate", tmp_path / "out.xml").status == 0


def test_there_and_back_through_a_project(call: Call, tmp_path: Path) -> None:
    first = write_listing(tmp_path / "a.xml", [coding("2"), protein(), dna()])
    project, second = tmp_path / "b.seqproj", tmp_path / "c.xml"
    assert call("convert", first, project).status == 0
    assert call("convert", project, second).status == 0
    skipped = ("softwareVersion", "productionDate")
    lines = [
        [
            " ".join(word for word in line.split(" ") if not word.startswith(skipped))
            for line in path.read_text(encoding="utf-8").replace(path.name, "NAME").splitlines()
        ]
        for path in (first, second)
    ]
    assert lines[0] == lines[1]


def test_a_listing_to_fasta_says_what_is_lost(call: Call, tmp_path: Path) -> None:
    source = write_listing(tmp_path / "a.xml", [coding("2"), protein()])
    target, report = tmp_path / "b.fa", tmp_path / "r.txt"
    told = call("convert", source, target, "--report", report)
    assert told.status == 1
    lines = target.read_text(encoding="utf-8").splitlines()
    assert [line.split()[0] for line in lines if line.startswith(">")] == [
        ">SEQ_ID_NO_1",
        ">SEQ_ID_NO_2",
    ]
    assert "MKVLA" in lines
    assert "general information" in report.read_text(encoding="utf-8")


def test_names_stay_in_a_project(call: Call, tmp_path: Path) -> None:
    source, project = _fasta(tmp_path, b">my name\nacgtacgtacgt\n"), tmp_path / "b.seqproj"
    call("convert", source, project)
    call("convert", project, tmp_path / "c.fa")
    assert "my name" in (tmp_path / "c.fa").read_text(encoding="utf-8")


def test_a_target_is_replaced_only_by_force(call: Call, tmp_path: Path) -> None:
    source = write_listing(tmp_path / "a.xml", [dna()])
    target = tmp_path / "b.seqproj"
    target.write_text("mine", encoding="utf-8")
    refused = call("convert", source, target)
    assert (refused.status, refused.err.count("\n")) == (2, 1)
    assert target.read_text(encoding="utf-8") == "mine"
    assert call("convert", source, target, "--force").status == 0
    assert target.read_bytes().startswith(b"SQLite")


def test_a_file_may_be_written_over_itself_by_force(call: Call, tmp_path: Path) -> None:
    source = write_listing(tmp_path / "a.xml", [dna()])
    assert call("convert", source, source, "--force").status == 0
    assert call("validate", source).status == 0


def test_formats_may_be_named(call: Call, tmp_path: Path) -> None:
    source = tmp_path / "letters.txt"
    source.write_bytes(b"acgtacgtacgtacgt !\n")
    assert call("convert", source, tmp_path / "a.out").status == 2
    assert call("convert", source, tmp_path / "a.xml").status == 2
    told = call(
        *("convert", source, tmp_path / "a.out", "--from", "fasta", "--to", "st26", *TOLD, *HEAD)
    )
    assert told.status == 0
    assert call("convert", tmp_path / "a.out", tmp_path / "p", "--to", "seqproj").status == 0


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("--to", "st25"), "st25"),
        (("--from", "helm"), "helm"),
        (("--report", "r.pdf"), ".json"),
        (("--report", "no folder/r.json"), "no folder"),
        (("--mol-type", "DNA"), "genomic DNA"),
        (("--pair", "ja"), "ja"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(
    call: Call,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    word: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    write_listing(tmp_path / "a.xml", [dna()])
    told = call("convert", "a.xml", "b.xml", *arguments)
    assert (told.status, told.err.count("\n")) == (2, 1)
    assert word in told.err
    assert not (tmp_path / "b.xml").exists()


def test_an_older_listing_without_sequences_is_refused(call: Call, tmp_path: Path) -> None:
    source = tmp_path / "old.txt"
    source.write_text("<110>  Example\n<160>  1\n", encoding="utf-8")
    told = call("convert", source, tmp_path / "a.xml")
    assert (told.status, told.err.count("\n")) == (2, 1)
    assert "No sequence" in told.err
    assert not (tmp_path / "a.xml").exists()


def test_a_listing_of_st25_is_converted(call: Call, tmp_path: Path) -> None:
    source = tmp_path / "old.txt"
    source.write_text(
        "<110> Acme\n<120> Title\n<130> R-1\n<210> 1\n<211> 12\n<212> DNA\n"
        "<213> Artificial Sequence\n<400> 1\nacgtacgtacgt  12\n",
        encoding="utf-8",
    )
    asked = call("convert", source, tmp_path / "a.xml", "--report", tmp_path / "a.json")
    assert asked.status == 1
    report = json.loads((tmp_path / "a.json").read_text("utf-8"))
    assert report["source"]["format"] == "st25"
    assert {"st25-language-needed", "st25-title-language"} == {
        item["code"] for item in report["items"] if item["action"] == "decision"
    }
    told = ("--applicant-language", "en", "--title-language", "en", "--force")
    assert call("convert", source, tmp_path / "a.xml", *told).status == 0
    assert call("validate", tmp_path / "a.xml").status == 0
    assert call("convert", source, tmp_path / "b.xml", "--to", "st25").status == 2


def test_the_pair_of_the_listing_itself(call: Call, tmp_path: Path) -> None:
    source = write_listing(tmp_path / "a.xml", [dna()])
    assert call("convert", source, tmp_path / "b.xml", "--pair", "en").status == 0
    assert call("convert", source, tmp_path / "b.fa", "--pair", "en").status == 2


def test_a_listing_that_breaks_off_is_not_converted(call: Call, tmp_path: Path) -> None:
    source = write_listing(tmp_path / "a.xml", [dna(), dna("acgtgcattacgaa")])
    source.write_bytes(source.read_bytes()[:-60])
    told = call("convert", source, tmp_path / "b.xml")
    assert (told.status, told.err.count("\n")) == (2, 1)
    assert not (tmp_path / "b.xml").exists()


def test_what_a_listing_loses_is_reported(call: Call, tmp_path: Path) -> None:
    source = write_listing(tmp_path / "a.xml", [dna()])
    text = source.read_text(encoding="utf-8")
    text = text.replace(
        "<ApplicantFileReference>", "<!-- mine --><Extra>x</Extra><ApplicantFileReference>"
    )
    source.write_text(text, encoding="utf-8")
    report = tmp_path / "r.json"
    told = call("convert", source, tmp_path / "b.xml", "--report", report)
    assert told.status == 1
    items = json.loads(report.read_text(encoding="utf-8"))["items"]
    codes = {item["code"] for item in items if item["action"] == "dropped"}
    assert codes == {"dtd-unknown-element", "xml-comment-or-pi"}


def test_general_information_may_be_told(call: Call, tmp_path: Path) -> None:
    source = write_listing(tmp_path / "a.xml", [dna()], HEADER)
    call("convert", source, tmp_path / "b.xml", "--title", "Neu", "--title-language", "de")
    header = call("info", tmp_path / "b.xml", "--format", "json").json["header"]
    assert header["titles"] == [{"text": "Neu", "language_code": "de"}]
    assert header["file_reference"] == "AB-1"


def test_an_older_listing_is_brought_up_to_date_and_told(call: Call, tmp_path: Path) -> None:
    older, target, report = (tmp_path / name for name in ("old.xml", "new.xml", "report.json"))
    write_listing(older, [dna()])
    text = older.read_text(encoding="utf-8").replace('dtdVersion="V1_3"', 'dtdVersion="V1_2"')
    assert ">source<" in text
    older.write_text(text.replace(">source<", ">SOURCE<"), encoding="utf-8")
    told = call("convert", older, target, "--report", report)
    assert told.status == 0
    assert ">source<" in target.read_text(encoding="utf-8")
    items = json.loads(report.read_text(encoding="utf-8"))["items"]
    renamed = {item["code"]: item for item in items if item["action"] == "renamed"}
    assert set(renamed) == {"root-dtd-version-outdated", "feat-key-case"}
    assert (renamed["feat-key-case"]["old"], renamed["feat-key-case"]["sequence"]) == ("SOURCE", 1)


def test_the_report_is_a_page_in_the_language_chosen(call: Call, tmp_path: Path) -> None:
    source, report = tmp_path / "a.fa", tmp_path / "r.html"
    source.write_bytes(b">a<script>alert(1)</script>\nacgtacgtacgtacgt\n")
    told = call("convert", source, tmp_path / "a.xml", "--report", report, "--language", "ar")
    assert told.status == 1
    page = report.read_text(encoding="utf-8")
    assert page.startswith('<!DOCTYPE html>\n<html lang="ar" dir="rtl">')
    assert "<script" not in page
    assert "a&lt;script&gt;" in page
