"""Sorting a listing."""

from __future__ import annotations

from array import array

import pytest

from seqeditor.app.document import Document
from seqeditor.app.jobs import CancelledError, Job
from seqeditor.app.sorting import SortBy, SortKey, sorted_ids
from seqeditor.domain.edits.sequence import new_sequence, set_name
from seqeditor.domain.sequence import Sequence, skipped_sequence
from tests.app.conftest import Begin


def _made(name: str, letters: str, moltype: str = "DNA", organism: str = "x") -> Sequence:
    return set_name(new_sequence(moltype, letters, organism=organism), name)


def _names(document: Document, ids: array[int]) -> list[str]:
    return [document.sequence(one).name for one in ids]


@pytest.fixture
def document(begin: Begin) -> Document:
    return begin(
        _made("primer 10", "ccc", organism="Zea mays"),
        skipped_sequence(),
        _made("primer 2", "aaaaa", "RNA", "homo sapiens"),
        _made("Arm", "MA", "AA", "Homo sapiens"),
        _made("primer 1", "aaa", organism="Homo sapiens"),
    )


@pytest.mark.parametrize(
    ("keys", "names"),
    [
        ([SortKey(SortBy.NAME)], ["Arm", "primer 1", "primer 2", "primer 10", ""]),
        ([SortKey(SortBy.NAME, True)], ["primer 10", "primer 2", "primer 1", "Arm", ""]),
        ([SortKey(SortBy.LENGTH)], ["Arm", "primer 10", "primer 1", "primer 2", ""]),
        ([SortKey(SortBy.RESIDUES)], ["primer 1", "primer 2", "primer 10", "Arm", ""]),
        (
            [SortKey(SortBy.ORGANISM), SortKey(SortBy.LENGTH, True)],
            ["primer 2", "primer 1", "Arm", "primer 10", ""],
        ),
        (
            [SortKey(SortBy.MOLTYPE), SortKey(SortBy.NAME)],
            ["Arm", "primer 1", "primer 10", "primer 2", ""],
        ),
        ([SortKey(SortBy.RECEIVED)], ["primer 10", "", "primer 2", "Arm", "primer 1"]),
    ],
)
def test_sorts(document: Document, keys: list[SortKey], names: list[str]) -> None:
    found = sorted_ids(document.copy, keys, Job())
    assert _names(document, found) == names
    assert sorted(found) == sorted(document.order.ids)


def test_sorts_chosen_ones_among_themselves(document: Document) -> None:
    ids = document.order.ids
    only = array("q", [ids[0], ids[2], ids[4]])
    found = sorted_ids(document.copy, [SortKey(SortBy.NAME)], Job(), only)
    assert _names(document, found) == ["primer 1", "", "primer 2", "Arm", "primer 10"]


def test_numbers_as_received(received: Begin) -> None:
    document = received(_made("", "acgtacgtacgt"), _made("", "ccgtacgtacgt"))
    ids = list(document.order.ids)
    document.move_sequences("Move", [ids[1]], 1)
    assert list(sorted_ids(document.copy, [SortKey(SortBy.RECEIVED)], Job())) == ids


def test_can_be_stopped(document: Document) -> None:
    job = Job()
    job.cancel()
    with pytest.raises(CancelledError):
        sorted_ids(document.copy, [SortKey(SortBy.NAME)], job)
