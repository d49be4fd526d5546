"""Documents for tests; each is closed at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from seqeditor.app.document import Document
from seqeditor.app.jobs import Job
from seqeditor.app.opening import new_document, open_file
from seqeditor.domain.general_information import GeneralInformation
from seqeditor.domain.sequence import Sequence
from tests.listings import HEADER, write_listing

Begin = Callable[..., Document]
Opened = Callable[[Path], Document]


@pytest.fixture
def keep() -> Iterator[Callable[[Document], Document]]:
    """Have a document closed at the end of the test."""
    documents: list[Document] = []

    def take(document: Document) -> Document:
        documents.append(document)
        return document

    yield take
    for document in documents:
        document.close()


@pytest.fixture
def opened(keep: Callable[[Document], Document]) -> Opened:
    """Open a file."""
    return lambda path: keep(open_file(path, Job()))


@pytest.fixture
def begin(keep: Callable[[Document], Document]) -> Begin:
    """Begin a new document that holds sequences."""

    def make(*sequences: Sequence, header: GeneralInformation = HEADER) -> Document:
        document = keep(new_document())
        document.apply_header("Fill", lambda _old: header)
        document.insert_sequences("Fill", 1, sequences)
        return document

    return make


@pytest.fixture
def received(opened: Opened, tmp_path: Path) -> Begin:
    """Open an ST.26 file that holds sequences."""

    def make(*sequences: Sequence, header: GeneralInformation = HEADER) -> Document:
        return opened(write_listing(tmp_path / "received.xml", sequences, header))

    return make


def content(document: Document) -> tuple[GeneralInformation, list[Sequence], list[str]]:
    """Return all that a document says, residues as text."""
    ids: Iterable[int] = document.order.ids
    found = [document.sequence(i) for i in ids]
    return document.header, found, [one.residues.text() for one in found]


def numbers(document: Document) -> list[str]:
    """Return the SEQ ID NO of all sequences in order."""
    return [document.number(i) for i in document.order.ids]
