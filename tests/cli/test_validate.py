from __future__ import annotations

import hashlib
import json
import os
import sys
from pathlib import Path

import pytest

from seqeditor import __version__
from seqeditor.app import checking, file_report
from seqeditor.app.jobs import Job
from seqeditor.app.opening import close_document, open_file
from seqeditor.app.reviewing import review
from seqeditor.app.saving import save_project
from seqeditor.app.validation import Validation
from tests.cli.conftest import Call
from tests.listings import HEADER, different, dna, write_listing

FINDING = {"rule", "level", "reference", "sequence", "line", "path", "value", "message", "fix"}


def _wrong_length(path: Path) -> Path:
    write_listing(path, [dna(), dna("acgtgcattacgatcggg")])
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("<INSDSeq_length>18<", "<INSDSeq_length>20<"), encoding="utf-8")
    return path


def test_a_report_has_the_shape_of_the_contract(call: Call, tmp_path: Path) -> None:
    path = _wrong_length(tmp_path / "one.xml")
    told = call("validate", path, "--format", "json")
    assert told.status == 1
    report = told.json
    assert report["tool"] == {"name": "seqeditor", "version": __version__}
    assert report["standard"] == {"name": "ST.26", "version": "1.7", "dtd": "V1_3"}
    assert report["profile"] == "applicant"
    (file,) = report["files"]
    data = path.read_bytes()
    assert file["path"] == path.as_posix()
    assert file["bytes"] == len(data)
    assert file["sha256"] == hashlib.sha256(data).hexdigest()
    assert (file["sequences"], file["verdict"]) == (2, "invalid")
    assert file["counts"]["error"] == 1
    (found,) = [f for f in file["findings"] if f["level"] == "error"]
    assert set(found) == FINDING
    lines = data.decode().splitlines()
    assert "<INSDSeq_length>20<" in lines[found["line"] - 1]
    assert found["rule"] == "seq-length-mismatch"
    assert found["sequence"] == 2
    assert found["path"] == "SequenceData[2]/INSDSeq/INSDSeq_length"
    assert found["value"] == "20"
    assert "18" in found["message"]
    assert found["fix"]


def test_a_valid_file_has_status_0(call: Call, tmp_path: Path) -> None:
    told = call("validate", write_listing(tmp_path / "one.xml", [dna()]), "--format", "json")
    assert told.status == 0
    assert told.json["files"][0]["verdict"] == "valid"
    assert told.err == ""


def test_level_chooses_what_is_listed_and_never_what_is_counted(call: Call, tmp_path: Path) -> None:
    path = _wrong_length(tmp_path / "name with blanks.xml")
    everything = call("validate", path, "--format", "json").json["files"][0]
    assert {f["level"] for f in everything["findings"]} > {"error"}
    errors = call("validate", path, "--format", "json", "--level", "error")
    only = errors.json["files"][0]
    assert {f["level"] for f in only["findings"]} == {"error"}
    assert (only["counts"], only["verdict"], errors.status) == (
        everything["counts"],
        "invalid",
        1,
    )


def test_text_lists_warnings_and_above(call: Call, tmp_path: Path) -> None:
    path = _wrong_length(tmp_path / "name with blanks.xml")
    shown = call("validate", path)
    assert "Error, line" in shown.out
    assert "seq-length-mismatch" in shown.out
    assert "Advice" not in shown.out
    assert "Advice" in call("validate", path, "--level", "info").out


def test_a_folder_means_all_xml_files_below_in_name_order(call: Call, tmp_path: Path) -> None:
    (tmp_path / "sub" / "deep").mkdir(parents=True)
    for name in ("b.xml", "a.XML", "sub/c.xml", "sub/deep/d.Xml"):
        write_listing(tmp_path / name, [dna()])
    (tmp_path / "notes.txt").write_text("no listing", encoding="utf-8")
    told = call("validate", tmp_path, "--format", "json")
    head = tmp_path.as_posix()
    assert [f["path"] for f in told.json["files"]] == [
        f"{head}/{name}" for name in ("a.XML", "b.xml", "sub/c.xml", "sub/deep/d.Xml")
    ]


def test_paths_are_reported_as_given(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    write_listing(tmp_path / "in" / "a.xml", [dna()])
    for given, shown in (("./in/", "./in/a.xml"), (".", "./in/a.xml"), ("in/a.xml", "in/a.xml")):
        told = call("validate", given, "--format", "json")
        assert [f["path"] for f in told.json["files"]] == [shown]


def test_a_folder_without_xml_and_a_missing_file_are_wrong_use(call: Call, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    good = write_listing(tmp_path / "good.xml", [dna()])
    for missing in (tmp_path / "empty", tmp_path / "none.xml", "a\0b"):
        told = call("validate", missing, good, "--format", "json")
        assert told.status == 2
        assert told.err.count("\n") == 1
        # What is there is reported all the same.
        assert [f["verdict"] for f in told.json["files"]] == ["valid"]


def test_the_report_goes_to_a_file(call: Call, tmp_path: Path) -> None:
    path, output = _wrong_length(tmp_path / "one.xml"), tmp_path / "report.json"
    told = call("validate", path, "--format", "json", "--output", output)
    assert (told.status, told.out, told.err) == (1, "", "")
    assert json.loads(output.read_text(encoding="utf-8"))["files"][0]["verdict"] == "invalid"


@pytest.mark.parametrize("where", ["no folder/report.json", ".", "one.xml"])
def test_an_output_that_cannot_be_is_refused_before_work(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    monkeypatch.chdir(tmp_path)
    path = write_listing(tmp_path / "one.xml", [dna()])
    before = path.read_bytes()
    told = call("validate", "one.xml", "--output", where)
    assert (told.status, told.out, told.err.count("\n")) == (2, "", 1)
    assert path.read_bytes() == before


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="nothing is forbidden to this user"
)
def test_a_forbidden_file_is_unreadable_and_costs_nothing_else(call: Call, tmp_path: Path) -> None:
    write_listing(tmp_path / "a.xml", [dna()]).chmod(0)
    write_listing(tmp_path / "b.xml", [dna()])
    told = call("validate", tmp_path, "--format", "json")
    assert told.status == 2
    assert [f["verdict"] for f in told.json["files"]] == ["unreadable", "valid"]
    assert told.json["files"][0]["findings"]


def test_a_file_that_cannot_be_opened_is_unreadable(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = write_listing(tmp_path / "a.xml", [dna()])
    write_listing(tmp_path / "b.xml", [dna()])
    really_open = Path.open

    def forbidden(path: Path, *arguments: object, **options: object) -> object:
        if path == bad:
            raise PermissionError(13, "Permission denied", str(path))
        return really_open(path, *arguments, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", forbidden)
    told = call("validate", tmp_path, "--format", "json")
    assert told.status == 2
    assert [f["verdict"] for f in told.json["files"]] == ["unreadable", "valid"]
    assert "Permission denied" in told.json["files"][0]["findings"][0]["message"]


def test_a_project_is_checked_like_the_listing_it_holds(call: Call, tmp_path: Path) -> None:
    path = write_listing(tmp_path / "one.xml", [dna(), dna("acgtgcattacgat", mol_type="mRNA")])
    project = tmp_path / "one.seqproj"
    assert call("convert", path, project).status == 0
    of_xml = call("validate", path, "--format", "json")
    of_project = call("validate", project, "--format", "json")
    assert of_project.status == of_xml.status == 1
    here, there = of_project.json["files"][0], of_xml.json["files"][0]
    assert here["sequences"] == there["sequences"] == 2
    assert here["bytes"] == project.stat().st_size
    assert here["sha256"] == hashlib.sha256(project.read_bytes()).hexdigest()
    assert all(f["line"] is None for f in here["findings"])
    shown = [
        [(f["rule"], f["path"], f["sequence"], f["message"]) for f in file["findings"]]
        for file in (here, there)
    ]
    assert sorted(shown[0]) == sorted(shown[1])


def test_what_was_reviewed_in_a_project_is_marked_in_every_report(
    call: Call, tmp_path: Path
) -> None:
    path = write_listing(tmp_path / "one.xml", [dna(), dna()])
    project = tmp_path / "one.seqproj"
    assert call("convert", path, project).status == 0
    document = open_file(project, Job())
    validation = Validation(document, processes=1)
    validation.check_listing(document.copy)
    (kept,) = document.findings.of_rule("x-duplicate-sequence")
    review(document, kept.finding, "two clones")
    save_project(document, project, Job(), document.copy)
    close_document(document, keep=False)
    told = call("validate", project, "--format", "json")
    (finding,) = [
        one for one in told.json["files"][0]["findings"] if one["rule"] == "x-duplicate-sequence"
    ]
    assert finding["reviewed"] == "two clones"
    assert told.json["files"][0]["counts"]["warning"] == 1
    assert "Reviewed: two clones" in call("validate", project).out


def test_the_text_says_by_what_it_was_judged(call: Call, tmp_path: Path) -> None:
    path = write_listing(tmp_path / "one.xml", [dna()])
    last = call("validate", path, "--profile", "strict").out.splitlines()[-1]
    assert last == "Checked by WIPO ST.26 version 1.7, DTD V1_3, profile strict."


@pytest.mark.parametrize("data", [b"", b"SQLite format 3\0" + b"x" * 4000])
def test_a_damaged_project_is_unreadable(call: Call, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "bad.seqproj"
    path.write_bytes(data)
    told = call("validate", path, "--format", "json")
    assert told.status == 2
    assert told.json["files"][0]["verdict"] == "unreadable"
    assert told.json["files"][0]["findings"][0]["message"]


def test_beyond_a_thousand_one_finding_stands_for_the_rest(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_report, "LISTED", 5)
    wrong = [dna(mol_type="mRNA") for _ in range(8)]
    told = call("validate", write_listing(tmp_path / "a.xml", wrong), "--format", "json")
    (file,) = told.json["files"]
    closing = [f for f in file["findings"] if "omitted" in f]
    by_rule = {f["rule"]: f for f in closing}
    (rule,) = {f["rule"] for f in file["findings"] if f["level"] == "error"}
    found = [f for f in file["findings"] if f["rule"] == rule and "omitted" not in f]
    assert len(found) == 5
    assert by_rule[rule]["omitted"] == 3
    assert by_rule[rule]["sequence"] is None
    assert file["counts"]["error"] == 8
    # The closing findings come last.
    assert file["findings"][-len(closing) :] == closing


@pytest.mark.slow
def test_a_thousand_findings_of_a_rule_are_listed(call: Call, tmp_path: Path) -> None:
    wrong = (dna(mol_type="mRNA") for _ in range(1_003))
    told = call("validate", write_listing(tmp_path / "a.xml", wrong), "--format", "json")
    (file,) = told.json["files"]
    errors = [f for f in file["findings"] if f["level"] == "error"]
    assert len(errors) == 1_001
    assert errors[-1]["omitted"] == 3
    assert file["counts"]["error"] == 1_003


@pytest.mark.slow
def test_processes_give_the_same_report(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sequences = [
        dna("acgtgcattacg", mol_type="mRNA") if n % 7 == 0 else one
        for n, one in enumerate(different(4_000))
    ]
    path = write_listing(tmp_path / "a.xml", sequences)
    text = path.read_text(encoding="utf-8").replace(">PAT<", ">PLN<", 30)
    path.write_text(text.replace("<INSDSeq_length>22<", "<note/>", 3), encoding="utf-8")
    monkeypatch.setattr(checking, "ALONE_BELOW", 0)
    alone = call("validate", path, "--format", "json", "--jobs", "1")
    together = call("validate", path, "--format", "json", "--jobs", "2")
    assert alone.out == together.out
    assert alone.status == together.status
    assert alone.json["files"][0]["counts"]["error"] > 500


@pytest.mark.parametrize("profile", ["applicant", "office", "strict", "legacy", "us"])
def test_every_profile_is_known(call: Call, tmp_path: Path, profile: str) -> None:
    path = write_listing(tmp_path / "a.xml", [dna()])
    told = call("validate", path, "--format", "json", "--profile", profile, "--thorough")
    assert told.status == 0
    assert told.json["profile"] == profile


@pytest.mark.parametrize("language", ["ar", "de", "en", "es", "fr", "ja", "ko", "pt", "ru", "zh"])
def test_every_language_is_spoken(call: Call, tmp_path: Path, language: str) -> None:
    path = _wrong_length(tmp_path / "a.xml")
    told = call("validate", path, "--language", language)
    assert told.status == 1
    assert "seq-length-mismatch" in told.out


def test_no_progress_is_shown_where_there_is_no_terminal(call: Call, tmp_path: Path) -> None:
    assert call("validate", write_listing(tmp_path / "a.xml", [dna()])).err == ""


def test_an_empty_listing_is_told_and_not_unreadable(call: Call, tmp_path: Path) -> None:
    told = call("validate", write_listing(tmp_path / "a.xml", [], HEADER), "--format", "json")
    assert told.status == 1
    assert told.json["files"][0]["verdict"] == "invalid"


def test_the_real_files(call: Call, shared: Path) -> None:
    told = call("validate", shared / "fixtures" / "ddbj", "--format", "json")
    files = {Path(f["path"]).name: f for f in told.json["files"]}
    for name in ("annex-iii-specimen.xml", "Valid_DNA_AA_project.xml"):
        assert files[name]["verdict"] == "valid"
        assert files[name]["counts"]["error"] == 0
    missing = next(f for name, f in files.items() if "MOL_TYPE" in name)
    assert any(
        f["level"] == "error" and f["sequence"] == 2 and "mol_type" in f["message"]
        for f in missing["findings"]
    )
    unused = next(f for name, f in files.items() if "Non_English" in name)
    assert any(
        f["level"] == "warning" and f["rule"] == "lang-noneng-code-unused"
        for f in unused["findings"]
    )
