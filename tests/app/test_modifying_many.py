from __future__ import annotations

import pytest

from seqeditor.app.document import Document
from seqeditor.app.jobs import CancelledError, Job
from seqeditor.app.modified_nucleotides import NucleotideWish, planned
from seqeditor.app.modifying_many import Outcome, modify_many
from seqeditor.app.opening import close_document, new_document
from seqeditor.domain.edits.modifications import Modification
from seqeditor.domain.sequence import Sequence, skipped_sequence
from tests.app.conftest import content
from tests.listings import dna, protein


def plan(sequence: Sequence) -> Modification:
    return planned(sequence, NucleotideWish("12", "OTHER", "xanthine"))


@pytest.fixture
def document() -> Document:
    one = new_document()
    one.insert_sequences("Add", 1, [dna(), dna("acgt"), protein(), skipped_sequence(), dna()])
    yield one  # type: ignore[misc]
    close_document(one, keep=False)


def test_what_does_not_fit_is_left_and_counted(document: Document) -> None:
    before = content(document)
    ids = [document.order.id_at(n) for n in range(1, 6)]
    assert modify_many(document, ids, plan, Job()) == Outcome(2, 3)
    step = document.undo_step()
    assert step is not None
    assert step.arguments == {"count": 2}
    assert modify_many(document, ids, plan, Job()) == Outcome(0, 5)
    document.undo()
    assert content(document) == before


def test_nothing_is_changed_when_it_is_stopped(document: Document) -> None:
    before = content(document)
    job = Job()
    job.cancel()
    with pytest.raises(CancelledError):
        modify_many(document, [document.order.id_at(1)], plan, job)
    assert content(document) == before


def test_sequences_that_are_gone_are_passed_over(document: Document) -> None:
    assert modify_many(document, [99_999], plan, Job()) == Outcome(0, 0)
