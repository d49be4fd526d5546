from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from seqeditor.app.document import Document, ReadOnlyError
from seqeditor.app.jobs import CancelledError, Job
from seqeditor.app.migration import is_outdated, migrate
from seqeditor.app.opening import close_document, new_document
from seqeditor.domain.general_information import GeneralInformation
from seqeditor.domain.residues import TextResidues
from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from seqeditor.rules.wording import repair_title
from seqeditor.store.reader import Reader
from seqeditor.texts import Catalogue
from tests.app.conftest import Opened
from tests.listings import write_listing

OLD = Sequence(
    "AA",
    TextResidues("MKCVLLCRST"),
    (
        Feature(
            "SOURCE",
            "1..10",
            (Qualifier("ORGANISM", "Homo sapiens"), Qualifier("MOL_TYPE", "protein")),
        ),
        Feature("DISULFID", "join(3,7)", (Qualifier("NOTE", "a bond"),)),
        Feature("REGION", "join(1..2,9..10)", (Qualifier("NOTE", "two parts"),)),
    ),
)
TODAY = Sequence(
    "DNA",
    TextResidues("acgtacgtacgt"),
    (
        Feature(
            "source",
            "1..12",
            (Qualifier("organism", "Homo sapiens"), Qualifier("mol_type", "genomic DNA")),
        ),
    ),
)


@pytest.fixture
def document() -> Iterator[Document]:
    made = new_document()
    made.insert_sequences("Add", 1, [OLD, TODAY])
    made.apply_header("Set", lambda header: replace(header, dtd_version="V1_2"))
    yield made
    close_document(made, keep=False)


@pytest.fixture
def reader(document: Document) -> Iterator[Reader]:
    made = document.reader()
    yield made
    made.connection.close()


def test_older_versions_are_told() -> None:
    assert is_outdated(GeneralInformation(dtd_version="V1_2"))
    assert is_outdated(GeneralInformation(dtd_version="1.0"))
    assert not is_outdated(GeneralInformation(dtd_version="V1_3"))
    assert not is_outdated(GeneralInformation(dtd_version="V1_4"))


def test_an_older_listing_is_brought_up_to_date_in_one_step(
    document: Document, reader: Reader
) -> None:
    before = [document.sequence(i) for i in document.order.ids]
    steps = len(document.copy.history())
    done = migrate(document, Job(), reader)
    assert len(document.copy.history()) == steps + 1
    assert document.header.dtd_version == "V1_3"
    first, second = (document.sequence(i) for i in document.order.ids)
    assert second == before[1]
    assert [(f.key, f.location) for f in first.features] == [
        ("source", "1..10"),
        ("DISULFID", "3..7"),
        ("REGION", "1..2"),
        ("REGION", "9..10"),
    ]
    names = {q.name for feature in first.features for q in feature.qualifiers}
    assert names == {"organism", "mol_type", "note"}
    assert {f.rule for f in done.findings} == {
        "root-dtd-version-outdated",
        "feat-key-case",
        "qual-case",
        "loc-aa-operator",
    }
    assert {f.number for f in done.findings} == {None, "1"}
    document.undo()
    assert [document.sequence(i) for i in document.order.ids] == before
    assert document.header.dtd_version == "V1_2"


def test_a_migration_stopped_changes_nothing(document: Document, reader: Reader) -> None:
    job = Job()
    job.cancel()
    with pytest.raises(CancelledError):
        migrate(document, job, reader)
    assert document.header.dtd_version == "V1_2"


def test_a_document_for_reading_only_is_not_migrated(document: Document, reader: Reader) -> None:
    document.read_only = "held"
    with pytest.raises(ReadOnlyError):
        migrate(document, Job(), reader)


def test_the_doctype_of_an_older_file_is_named_among_the_changes(
    opened: Opened, tmp_path: Path
) -> None:
    path = write_listing(tmp_path / "older.xml", [TODAY], GeneralInformation(dtd_version="V1_2"))
    text = path.read_text("utf-8")
    assert "Listing 1.3//EN" in text
    path.write_text(text.replace("Listing 1.3//EN", "Listing 1.2//EN"), "utf-8")
    document = opened(path)
    reader = document.reader()
    done = migrate(document, Job(), reader)
    reader.connection.close()
    first = done.findings[0]
    assert first.rule == "xml-doctype-public-id"
    assert repair_title(first, Catalogue("en"))
