from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from seqeditor.app import generating
from seqeditor.app.document import Document
from seqeditor.app.generating import (
    BrokenOffError,
    ErrorsRemainError,
    generate,
    plan,
    suggested_file_name,
    write_listing,
)
from seqeditor.app.jobs import CancelledError, Job
from seqeditor.app.validation import Validation
from seqeditor.bundled import bundled
from seqeditor.domain.edits.general_information import set_field
from seqeditor.domain.sequence import skipped_sequence
from tests import listings
from tests.app.conftest import Begin, Opened
from tests.listings import coding, different, dna, protein

TODAY = date(2026, 1, 1)
NOT_COMPARED = {"softwareName", "softwareVersion", "productionDate", "fileName", "dtdVersion"}


def _generate(document: Document, target: Path, job: Job | None = None) -> None:
    reader = document.reader()
    try:
        generate(document, target, job or Job(), reader, today=TODAY)
    finally:
        reader.connection.close()


def _elements(path: Path) -> Iterator[tuple[str, dict[str, str], str]]:
    """Yield all elements in order, with attributes and text, as a parser of its own sees them."""
    for element in etree.parse(path).getroot().iter(etree.Element):
        attributes = {k: v for k, v in element.attrib.items() if k not in NOT_COMPARED}
        text = element.text or ""
        yield element.tag, attributes, "" if len(element) else text


def _is_valid(path: Path) -> bool:
    with bundled("resources", "dtd", "ST26SequenceListing_V1_3.dtd").open("rb") as stream:
        return etree.DTD(stream).validate(etree.parse(path))


@pytest.mark.parametrize("name", ["annex-iii-specimen.xml", "Valid_DNA_AA_project.xml"])
def test_a_valid_listing_is_written_as_it_was_read(
    opened: Opened, shared: Path, tmp_path: Path, name: str
) -> None:
    source, target = shared / "fixtures" / "ddbj" / name, tmp_path / "out.xml"
    document = opened(source)
    found = plan(document, Validation(document), Job(), document.copy)
    assert found.errors == 0
    _generate(document, target)
    assert list(_elements(target)) == list(_elements(source))
    assert _is_valid(target)


def test_the_form_of_what_is_written(begin: Begin, tmp_path: Path) -> None:
    document, target = begin(coding("2"), protein(), skipped_sequence(), dna()), tmp_path / "a.xml"
    _generate(document, target)
    lines = target.read_text(encoding="utf-8").splitlines()
    assert lines[0] == '<?xml version="1.0" encoding="UTF-8"?>'
    assert lines[1] == (
        '<!DOCTYPE ST26SequenceListing PUBLIC "-//WIPO//DTD Sequence Listing 1.3//EN"'
        ' "ST26SequenceListing_V1_3.dtd">'
    )
    root = etree.parse(target).getroot()
    assert root.get("softwareName") == "seqeditor"
    assert root.get("fileName") == "a.xml"
    assert root.get("productionDate") == "2026-01-01"
    assert root.findtext("SequenceTotalQuantity") == "4"
    assert [one.get("sequenceIDNumber") for one in root.iter("SequenceData")] == list("1234")
    assert _is_valid(target)


def test_the_plan_shows_what_would_be_written(begin: Begin) -> None:
    document = begin(coding("2"), protein(), skipped_sequence(), dna("acgtgcattaacc"))
    found = plan(document, Validation(document), Job(), document.copy)
    assert (found.total, found.skipped, found.by_moltype) == (4, 1, {"DNA": 2, "AA": 1})
    assert (found.languages, found.errors) == (("en",), 0)
    assert found.file_name == "AB-1.xml"


def test_errors_are_found_and_keep_the_listing_from_being_written(
    begin: Begin, tmp_path: Path
) -> None:
    document, target = begin(dna(), dna(mol_type="mRNA")), tmp_path / "a.xml"
    found = plan(document, Validation(document), Job(), document.copy)
    assert found.errors == 1
    with pytest.raises(ErrorsRemainError):
        _generate(document, target)
    assert not target.exists()


def test_half_a_listing_is_not_written(opened: Opened, tmp_path: Path) -> None:
    path = listings.write_listing(tmp_path / "a.xml", different(3))
    path.write_bytes(path.read_bytes()[:-60])
    document = opened(path)
    # One of them says that the total does not fit, the other that the end is missing.
    assert plan(document, Validation(document), Job(), document.copy).errors == 2
    with pytest.raises(BrokenOffError):
        _generate(document, tmp_path / "b.xml")
    assert not (tmp_path / "b.xml").exists()


def test_protein_id_follows_the_sequence_it_names(begin: Begin, tmp_path: Path) -> None:
    document, target = begin(coding("2"), protein()), tmp_path / "a.xml"
    document.insert_sequences("Insert", 1, [dna()])
    document.insert_sequences("Insert", 3, [dna("acgtgcattaacg")])
    _generate(document, target)
    values = dict(re.findall("name>(protein_id)</.*?value>(.*?)<", target.read_text("utf-8"), re.S))
    assert values == {"protein_id": "4"}


def test_a_former_file_is_whole_when_writing_is_stopped(begin: Begin, tmp_path: Path) -> None:
    document, target = begin(*different(1_200)), tmp_path / "a.xml"
    target.write_text("former", encoding="utf-8")

    def stop(job: Job) -> None:
        if job.done >= 1_000:
            job.cancel()

    with pytest.raises(CancelledError):
        _generate(document, target, Job(stop))
    assert target.read_text(encoding="utf-8") == "former"
    assert [path.name for path in tmp_path.glob("*") if path.name != "home"] == ["a.xml"]


def test_a_former_file_is_whole_when_writing_fails(
    begin: Begin, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document, target = begin(dna()), tmp_path / "a.xml"
    target.write_text("former", encoding="utf-8")

    def fail(stream: object, *_arguments: object, **_options: object) -> None:
        stream.write(b"half")  # type: ignore[attr-defined]
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(generating, "write", fail)
    with pytest.raises(OSError, match="No space"):
        _generate(document, target)
    assert target.read_text(encoding="utf-8") == "former"


def test_what_is_written_is_the_listing_at_one_moment(
    begin: Begin, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document, target = begin(*different(3)), tmp_path / "a.xml"
    edits = iter([lambda: document.remove_sequences("Remove", document.order.ids[:2])])

    def edit(_job: Job) -> None:
        for one in edits:
            one()

    _generate(document, target, Job(edit))
    assert document.count() == 1
    assert target.read_text(encoding="utf-8").count("<SequenceData ") == 3


@pytest.mark.parametrize(
    ("reference", "name"),
    [
        ("AB 12/34", "AB-12-34.xml"),
        ("出願", "sequence-listing.xml"),
        ("---", "sequence-listing.xml"),
        ("x" * 90, "x" * 60 + ".xml"),
        (None, "sequence-listing.xml"),
        ("../../etc", "etc.xml"),
    ],
)
def test_the_name_offered_is_one_every_office_takes(
    begin: Begin, reference: str | None, name: str
) -> None:
    document = begin(dna())
    document.apply_header("Reference", lambda h: set_field(h, ("file_reference",), reference))
    assert suggested_file_name(document) == name
    assert re.fullmatch(r"[A-Za-z0-9_-]{1,60}\.xml", name)


def test_a_file_name_that_xml_cannot_hold_is_left_out(begin: Begin, tmp_path: Path) -> None:
    document, target = begin(dna()), tmp_path / "a\x01.xml"
    write_listing(document.copy, target, Job(), today=TODAY)
    assert etree.parse(target).getroot().get("fileName") is None
