from __future__ import annotations

from pathlib import Path

from seqeditor.domain.sequence import skipped_sequence
from tests.cli.conftest import Call
from tests.listings import coding, dna, protein, write_listing


def _listing(folder: Path) -> Path:
    return write_listing(
        folder / "a.xml", [coding("2"), protein(), skipped_sequence(), dna("acgtacgtacgt")]
    )


def test_facts_as_json(call: Call, tmp_path: Path) -> None:
    path = _listing(tmp_path)
    told = call("info", path, "--format", "json")
    assert (told.status, told.err) == (0, "")
    facts = told.json
    assert facts["path"] == str(path)
    assert facts["bytes"] == path.stat().st_size
    assert (facts["sequences"], facts["skipped"]) == (4, 1)
    assert facts["by_moltype"] == {"DNA": 2, "AA": 1}
    assert (facts["residues"], facts["longest"], facts["features"]) == (35, 18, 4)
    assert facts["header"]["applicant_name"]["text"] == "Example Ltd"


def test_a_project_tells_the_same(call: Call, tmp_path: Path) -> None:
    path, project = _listing(tmp_path), tmp_path / "a.seqproj"
    call("convert", path, project)
    of_project = call("info", project, "--format", "json").json
    of_xml = call("info", path, "--format", "json").json
    for name in ("path", "bytes"):
        del of_project[name], of_xml[name]
    assert of_project == of_xml


def test_facts_as_text(call: Call, tmp_path: Path) -> None:
    told = call("info", _listing(tmp_path))
    assert "Applicant: Example Ltd" in told.out
    assert "Sequences: 4" in told.out
    assert "Application" not in told.out.replace("Applicant", "")  # what is absent is left out


def test_a_listing_that_breaks_off_has_status_1(call: Call, tmp_path: Path) -> None:
    path = _listing(tmp_path)
    path.write_bytes(path.read_bytes()[:-60])
    told = call("info", path, "--format", "json")
    assert told.status == 1
    assert told.json["sequences"] >= 3


def test_what_is_no_project_is_refused(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "a.seqproj"
    path.write_bytes(b"SQLite format 3\0" + bytes(500))
    told = call("info", path)
    assert (told.status, told.out, told.err.count("\n")) == (2, "", 1)
    assert "a.seqproj" in told.err
