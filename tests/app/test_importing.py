from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from seqeditor.app.import_report import Action
from seqeditor.app.importing import (
    UnknownFormatError,
    import_file,
    sequence_from_text,
)
from seqeditor.app.jobs import CancelledError, Job
from seqeditor.app.receiving import UnreadableError
from seqeditor.app.saving import save_project
from seqeditor.domain.general_information import GeneralInformation
from seqeditor.store.reports import report_items, reports
from tests.app.conftest import Begin, Opened, content, numbers
from tests.listings import coding, different, dna, protein, write_listing

FASTA = b"; from a colleague\n>one\nACGT ACGT\n1 acgu\n>two\nMKV*\n>three\n\n>\nacgtacgtacgt\n"


def _fasta(folder: Path, data: bytes = FASTA) -> Path:
    path = folder / "primers.fa"
    path.write_bytes(data)
    return path


def test_fasta_comes_in_as_one_step_with_a_report(begin: Begin, tmp_path: Path) -> None:
    document = begin(dna(), protein("MAAAA"))
    before = content(document)
    path = _fasta(tmp_path)
    report = import_file(document, path, 2, Job())
    assert (report.format, report.sequences) == ("fasta", 3)
    assert report.sha256 == hashlib.sha256(FASTA).hexdigest()
    found = [document.sequence(i) for i in document.order.ids]
    assert [one.moltype for one in found] == ["DNA", "RNA", "AA", "DNA", "AA"]
    assert [one.residues.text() for one in found[1:4]] == ["acgtacgtacgt", "MKV", "acgtacgtacgt"]
    assert [one.name for one in found[1:4]] == ["one", "two", ""]
    assert found[2].source is not None
    assert found[2].source.value("mol_type") == "protein"
    # Items speak of the sequences by the numbers they have now.
    assert {item.sequence for item in report.items if item.code == "fasta-organism"} == {2, 3, 4}
    step = document.undo_step()
    assert step is not None
    assert step.arguments == {"file": "primers.fa"}
    document.undo()
    assert content(document) == before
    document.redo()
    assert document.count() == 5


def test_the_report_is_kept_with_the_project(begin: Begin, opened: Opened, tmp_path: Path) -> None:
    document = begin(dna())
    report = import_file(document, _fasta(tmp_path), 2, Job())
    save_project(document, tmp_path / "a.seqproj", Job(), document.copy)
    document.close()
    again = opened(tmp_path / "a.seqproj")
    (kept,) = reports(again.copy)
    assert (kept.source, kept.format, kept.sequences) == (report.source, "fasta", 3)
    assert json.loads(kept.counts) == {str(action): report.counts[action] for action in Action}
    assert len(report_items(again.copy, kept.id)) == len(report.items)


def test_a_listing_comes_in_with_its_own_links(begin: Begin, tmp_path: Path) -> None:
    document = begin(dna(), protein("MAAAA"))
    path = write_listing(tmp_path / "a.xml", [coding("2"), protein()])
    report = import_file(document, path, 1, Job())
    assert (report.format, report.sequences, report.items) == ("st26", 2, [])
    assert report.counts[Action.KEPT] == 11  # sequences, features and qualifiers
    assert report.is_complete
    assert numbers(document) == ["1", "2", "3", "4"]
    assert document.sequence(document.order.ids[0]).features[1].value("protein_id") == "2"
    assert document.sequence(document.order.ids[1]).residues.text() == "MKVLA"
    document.undo()
    assert document.count() == 2


def test_what_has_no_place_in_the_listing_is_reported(begin: Begin, tmp_path: Path) -> None:
    path = write_listing(tmp_path / "a.xml", [dna()])
    text = path.read_text(encoding="utf-8")
    text = text.replace("<INSDSeq_division>", "<Extra>x</Extra><INSDSeq_division>")
    path.write_text(text, encoding="utf-8")
    report = import_file(begin(dna()), path, 1, Job())
    (item,) = report.items
    assert (item.action, item.code, item.sequence) == (Action.DROPPED, "dtd-unknown-element", 1)
    assert text.splitlines()[(item.line or 0) - 1].count("<Extra>") == 1
    assert not report.is_complete


@pytest.mark.parametrize("data", [b"", b"MZ" + bytes(300), b"plain words"])
def test_an_unknown_format_is_refused(begin: Begin, tmp_path: Path, data: bytes) -> None:
    document = begin(dna())
    before = content(document)
    path = tmp_path / "file.bin"
    path.write_bytes(data)
    with pytest.raises(UnknownFormatError):
        import_file(document, path, 1, Job())
    assert content(document) == before


@pytest.mark.parametrize("cut", [60, 400])
def test_half_a_listing_is_not_taken(begin: Begin, tmp_path: Path, cut: int) -> None:
    document = begin(dna())
    before, step = content(document), document.undo_step()
    path = write_listing(tmp_path / "a.xml", different(4))
    path.write_bytes(path.read_bytes()[:-cut])
    with pytest.raises(UnreadableError) as refused:
        import_file(document, path, 1, Job())
    assert refused.value.findings
    assert (content(document), document.undo_step()) == (before, step)
    assert reports(document.copy) == []


@pytest.mark.parametrize("name", ["a.xml", "a.fa"])
def test_stopping_changes_nothing(begin: Begin, tmp_path: Path, name: str) -> None:
    document = begin(dna())
    before, step = content(document), document.undo_step()
    path = tmp_path / name
    if name.endswith("xml"):
        write_listing(path, different(3))
    else:
        path.write_bytes(FASTA)
    job = Job()
    job.cancel()
    with pytest.raises(CancelledError):
        import_file(document, path, 1, job)
    assert (content(document), document.undo_step()) == (before, step)
    assert reports(document.copy) == []


def test_a_sequence_from_text_has_what_is_to_be_filled_in() -> None:
    one, other = sequence_from_text("acgt", "DNA"), sequence_from_text("MKV", "AA")
    assert one.source is not None
    assert (one.source.location, one.source.value("mol_type"), one.organism) == ("1..4", "", "")
    assert other.source is not None
    assert other.source.value("mol_type") == "protein"


def test_the_real_files_come_in(begin: Begin, shared: Path) -> None:
    document = begin()
    samples = [
        shared / "fixtures" / "biopython" / "Fasta__nucleotide_lib.fa",
        shared / "fixtures" / "import_samples" / "peer_imp1.fasta",
        shared / "fixtures" / "ddbj" / "annex-iii-specimen.xml",
    ]
    counts = [import_file(document, path, 1, Job()).sequences for path in samples]
    assert all(counts)
    assert document.count() == sum(counts)


def test_a_protein_id_that_names_nothing_of_the_file_names_nothing_here(
    begin: Begin, tmp_path: Path
) -> None:
    document = begin(dna(), protein("MAAAA"))
    path = write_listing(tmp_path / "a.xml", [coding("2")])
    report = import_file(document, path, 3, Job())
    assert document.sequence(document.order.id_at(3)).features[1].value("protein_id") is None
    (item,) = report.items
    assert (item.action, item.old, item.sequence) == (Action.DROPPED, "2", 3)
    assert not report.is_complete


def test_a_protein_id_beyond_all_numbers_stays_as_received(begin: Begin, tmp_path: Path) -> None:
    document = begin(dna(), protein("MAAAA"))
    path = write_listing(tmp_path / "a.xml", [coding("20")])
    import_file(document, path, 3, Job())
    assert document.sequence(document.order.id_at(3)).features[1].value("protein_id") == "20"


ST25 = """<110> Acme
<120> A title
<130> R-1
<210> 1
<212> DNA
<213> Artificial Sequence
<220>
<221> CDS
<222> (1)..(15)
<400> 1
atg gct gga aaa taa  15
Met Ala Gly Lys
1
<210> 3
<212> PRT
<213> Artificial Sequence
<400> 3
Met Ala Gly Lys
"""


def test_st25_comes_into_the_middle_with_its_own_links(begin: Begin, tmp_path: Path) -> None:
    file = tmp_path / "old.txt"
    file.write_text(ST25, encoding="utf-8")
    document = begin(dna(), dna())
    empty = GeneralInformation(file_name="own.xml")
    document.copy.write_header(empty)
    report = import_file(document, file, 2, Job())
    assert (report.format, report.sequences, document.count()) == ("st25", 3, 5)
    coding_one = document.sequence(document.order.id_at(2))
    assert coding_one.features[1].value("protein_id") == "4"
    assert {item.sequence for item in report.items} == {None, 2, 3, 4}
    assert document.copy.header.file_reference == "R-1"
    assert document.copy.header.file_name == "own.xml"
    document.undo()
    assert (document.count(), document.copy.header) == (2, empty)


def test_the_general_information_of_the_listing_is_not_overwritten(
    begin: Begin, tmp_path: Path
) -> None:
    file = tmp_path / "old.txt"
    file.write_text(ST25, encoding="utf-8")
    document = begin(dna())
    before = document.copy.header
    report = import_file(document, file, 1, Job())
    assert document.copy.header == before
    (item,) = [item for item in report.items if item.sequence is None]
    assert item.code == "st25-general-information"
    assert "<130> R-1" in (item.old or "")
