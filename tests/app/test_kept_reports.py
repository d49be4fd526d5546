"""The import reports of a project, read again."""

from __future__ import annotations

from pathlib import Path

from seqeditor.app.importing import import_file
from seqeditor.app.jobs import Job
from seqeditor.app.kept_reports import counts_of, whole_report
from seqeditor.store.reports import KeptReport, report_items, reports
from tests.app.conftest import Begin
from tests.listings import dna, write_listing


def test_a_report_is_read_as_it_was_made(begin: Begin, tmp_path: Path) -> None:
    document = begin(dna())
    path = tmp_path / "a.fa"
    path.write_bytes(b">one\nacgtacgtacgu\n>two\nMKVLAAGIVW\n")
    made = import_file(document, path, 2, Job())
    (kept,) = reports(document.copy)
    again = whole_report(document.copy, kept)
    assert again.items == made.items
    assert (again.counts, again.sequences, again.format) == (made.counts, 2, "fasta")


def test_items_follow_their_sequences(begin: Begin, tmp_path: Path) -> None:
    document = begin(dna())
    path = tmp_path / "a.fa"
    path.write_bytes(b">one\nacgtacgtacgt\n>two\nacgtacgtacgt\n")
    import_file(document, path, 2, Job())
    document.remove_sequences("Delete", document.order.ids[:2])
    (kept,) = reports(document.copy)
    assert {item.sequence for item in whole_report(document.copy, kept).items} == {None, 1}


def test_what_a_listing_lost_is_about_the_sequences_of_the_open_one(
    begin: Begin, tmp_path: Path
) -> None:
    document = begin(dna(), dna())
    path = write_listing(tmp_path / "a.xml", [dna(), dna()])
    text = path.read_text(encoding="utf-8")
    head, tail = text.rsplit("</INSDSeq>", 1)
    path.write_text(f"{head}<Stranger>lost</Stranger></INSDSeq>{tail}", encoding="utf-8")
    report = import_file(document, path, 3, Job())
    (item,) = report.items
    assert item.sequence == 4
    (kept,) = reports(document.copy)
    assert report_items(document.copy, kept.id)[0][2] == document.order.ids[3]


def test_damaged_counts_are_none() -> None:
    for counts in ("", "[]", '{"kept": "x"}'):
        head = KeptReport(1, "", "a", "fasta", "", 1, counts)
        assert sum(counts_of(head).values()) == 0
