"""The next filing: what is proposed, what stays, what is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from seqeditor.app.document import Kind
from seqeditor.app.family import (
    NextFiling,
    begin_next_filing,
    keep_parent,
    proposed,
    with_next_filing,
)
from seqeditor.app.jobs import Job
from seqeditor.app.opening import close_document, new_document
from seqeditor.domain.edits.sequence import new_sequence
from seqeditor.domain.general_information import (
    ApplicationIdentification,
    GeneralInformation,
    LanguageText,
)
from seqeditor.store.snapshots import snapshot_bytes, snapshots

FIRST = ApplicationIdentification("EP", "EP1", "2024-01-02")
LATER = ApplicationIdentification("IB", "PCT/IB2", "2025-01-02")


@pytest.mark.parametrize(
    ("application", "priority", "expected"),
    [
        (None, None, None),
        (LATER, None, LATER),
        (LATER, FIRST, FIRST),
        (FIRST, LATER, FIRST),
        (ApplicationIdentification("EP", "", "2020-01-01"), LATER, LATER),
        (ApplicationIdentification("EP", "X", None), LATER, LATER),
    ],
)
def test_the_earliest_application_known_is_the_priority(
    application: ApplicationIdentification | None,
    priority: ApplicationIdentification | None,
    expected: ApplicationIdentification | None,
) -> None:
    header = GeneralInformation(application=application, priority=priority)
    assert proposed(header).priority == expected


def test_what_is_not_asked_stays() -> None:
    header = GeneralInformation(
        application=FIRST,
        file_reference="A",
        file_name="a.xml",
        production_date="2024-01-01",
        applicant_name=LanguageText("Acme", "en"),
        titles=(LanguageText("T", "en"),),
    )
    filing = NextFiling("B", "US", "", "", FIRST)
    assert with_next_filing(header, filing) == GeneralInformation(
        file_reference="B",
        priority=FIRST,
        applicant_name=LanguageText("Acme", "en"),
        titles=(LanguageText("T", "en"),),
    )


def test_the_parent_is_kept_and_its_file_left_alone(tmp_path: Path) -> None:
    document = new_document()
    made = new_sequence("DNA", "acgtacgtacgt", organism="Homo sapiens", mol_type="genomic DNA")
    document.insert_sequences("x", 1, [made])
    document.apply_header("x", lambda _h: GeneralInformation(application=FIRST))
    document.kind, document.path = Kind.PROJECT, tmp_path / "parent.seqproj"
    reader = document.reader()
    keep_parent(document, "as filed", Job(), reader)
    assert document.filed == 1
    begin_next_filing(document, NextFiling("REF/2", "US", "", "", FIRST))
    assert document.header.file_reference == "REF/2"
    assert document.filed == 0
    assert (document.kind, document.path) == (Kind.RECEIVED, tmp_path / "REF-2.seqproj")
    (kept,) = snapshots(reader)
    assert kept.label == "as filed"
    assert b"EP1" in b"".join(snapshot_bytes(reader.connection, kept))
    document.undo()
    assert document.header.application == FIRST
    assert document.filed == 1
    reader.connection.close()
    close_document(document, keep=False)
