from __future__ import annotations

from dataclasses import replace

import pytest

from seqeditor.app.document import Change, Document, ReadOnlyError
from seqeditor.app.jobs import CancelledError, Job
from seqeditor.domain.edits.operations import (
    InsertSkipped,
    RemoveSequence,
    Renumber,
    ReplaceHeader,
)
from seqeditor.domain.edits.sequence import set_name
from seqeditor.domain.general_information import GeneralInformation, LanguageText
from seqeditor.domain.sequence import Sequence
from tests.app.conftest import Begin, content, numbers
from tests.listings import HEADER, coding, dna, protein


def _named(sequence: Sequence) -> Sequence:
    return set_name(sequence, "renamed")


def test_an_edit_tells_what_it_has_changed(begin: Begin) -> None:
    document = begin(dna(), dna("acgtgcattacgaa"))
    heard: list[Change] = []
    end = document.subscribe(heard.append)
    first, second = document.order.ids
    origin = object()
    change = document.apply("Rename", [first], _named, origin=origin)
    assert heard == [change]
    assert change.sequence_ids == {first}
    assert not change.order_changed
    assert not change.header_changed
    assert change.origin is origin
    assert document.sequence(first).name == "renamed"
    assert document.sequence(second).name == ""
    assert document.apply_header("Title", lambda h: replace(h, titles=())).header_changed
    assert document.move_sequences("Move", [second], 1).order_changed
    end()
    document.undo()
    assert len(heard) == 3


def test_an_equal_result_makes_no_step_and_tells_nothing(begin: Begin) -> None:
    document = begin(dna())
    heard: list[Change] = []
    document.subscribe(heard.append)
    before = document.undo_step()
    assert document.apply("Nothing", document.order.ids, lambda one: one) == Change()
    assert document.apply("Equal", document.order.ids, replace) == Change()
    assert document.apply_header("Nothing", lambda header: header) == Change()
    assert document.remove_sequences("Nothing", [999]) == Change()
    assert (document.undo_step(), heard) == (before, [])


def test_undo_and_redo_go_through_every_kind_of_edit(begin: Begin) -> None:
    document = begin(dna(), coding("3"), protein())
    first, second, third = document.order.ids
    states = [content(document)]
    for edit in (
        lambda: document.apply("Rename", [first, third], _named),
        lambda: document.apply_header("Title", lambda h: replace(h, titles=())),
        lambda: document.insert_sequences("Insert", 2, [dna("acgtgcattagg"), protein("MKL")]),
        lambda: document.move_sequences("Move", [third], 1),
        lambda: document.remove_sequences("Remove", [second]),
        lambda: document.carry_out(
            "Numbers", [InsertSkipped(1, 2), RemoveSequence(first), ReplaceHeader(HEADER)]
        ),
    ):
        edit()
        states.append(content(document))
    assert len({repr(state) for state in states}) == len(states)
    for state in reversed(states[:-1]):
        change = document.undo()
        assert change is not None
        assert change != Change()
        assert content(document) == state
    for state in states[1:]:
        assert document.redo() is not None
        assert content(document) == state
    assert document.redo() is None
    assert document.redo_step() is None


def test_undo_steps_name_what_was_done(begin: Begin) -> None:
    document = begin(dna())
    document.apply("Rename to {name}", document.order.ids, _named, arguments={"name": "x"})
    step = document.undo_step()
    assert step is not None
    assert (step.label, step.arguments) == ("Rename to {name}", {"name": "x"})
    document.undo()
    again = document.redo_step()
    assert again is not None
    assert again.label == "Rename to {name}"


def test_typing_at_one_place_is_one_step(begin: Begin) -> None:
    document = begin(dna())
    (only,) = document.order.ids
    for text in ("a", "ab", "abc"):
        document.apply("Name", [only], lambda one, t=text: set_name(one, t), target="name")
    document.undo()
    assert document.sequence(only).name == ""


def test_an_edit_that_fails_changes_nothing(begin: Begin) -> None:
    document = begin(*(dna() for _ in range(5)))
    before, step = content(document), document.undo_step()
    heard: list[Change] = []
    document.subscribe(heard.append)

    def fails(sequence_id: int, sequence: Sequence) -> Sequence:
        if sequence_id == document.order.ids[3]:
            raise ValueError("no")
        return _named(sequence)

    with pytest.raises(ValueError, match="no"):
        document.apply_by_id("Rename", document.order.ids, fails)
    with pytest.raises(KeyError):
        document.apply("Rename", [*document.order.ids, 999], _named)
    assert (content(document), document.undo_step(), heard) == (before, step, [])


def test_cancelling_a_long_edit_changes_nothing(begin: Begin) -> None:
    document = begin(*(dna() for _ in range(450)))
    before = content(document)
    seen: list[int] = []

    def listener(job: Job) -> None:
        seen.append(job.done)
        if job.done >= 400:
            job.cancel()

    with pytest.raises(CancelledError):
        document.apply("Rename", document.order.ids, _named, job=Job(listener))
    assert seen == [0, 200, 400]
    assert content(document) == before
    assert document.apply("Rename", document.order.ids, _named, job=Job()) != Change()


def test_a_read_only_document_refuses_every_edit(begin: Begin) -> None:
    document = begin(dna())
    document.apply("Rename", document.order.ids, _named)
    before = content(document)
    document.read_only = "Why"
    assert not document.is_editable
    for edit in (
        lambda: document.apply("Rename", document.order.ids, _named),
        lambda: document.apply_header("Title", lambda h: replace(h, titles=())),
        lambda: document.insert_sequences("Insert", 1, [dna()]),
        lambda: document.remove_sequences("Remove", document.order.ids),
        lambda: document.carry_out("Number", [Renumber()]),
        document.undo,
        document.redo,
    ):
        with pytest.raises(ReadOnlyError):
            edit()
    assert content(document) == before


def test_sequences_of_another_listing_go_on_naming_their_own(begin: Begin) -> None:
    document = begin(dna(), protein("MAAAA"), dna("acgtgcattaggg"))
    received = [("1", coding("2")), ("2", protein()), ("3", coding("9"))]
    change, ids = document.take_in("Import", 2, received)
    assert change.order_changed
    assert numbers(document) == ["1", "2", "3", "4", "5", "6"]
    assert document.order.ids[1:4].tolist() == ids
    cds = document.sequence(ids[0]).features[1]
    assert cds.value("protein_id") == "3"
    assert document.sequence(ids[1]).residues.text() == "MKVLA"
    # It follows when the sequences move, and one undo takes it all back.
    document.remove_sequences("Remove", [document.order.ids[0]])
    assert document.sequence(ids[0]).features[1].value("protein_id") == "2"
    document.undo()
    document.undo()
    assert document.count() == 3


def test_taking_in_nothing_changes_nothing(received: Begin) -> None:
    document = received(dna())
    assert document.take_in("Import", 1, []) == (Change(), [])
    assert document.undo_step() is None


def test_rows_and_readers_show_the_same(begin: Begin) -> None:
    document = begin(dna(), protein())
    reader = document.reader()
    try:
        assert list(reader.rows()) == document.rows_of(document.order.ids)
        assert reader.header == document.header
    finally:
        reader.connection.close()


def test_a_closed_document_tells_nobody(begin: Begin) -> None:
    document = begin(dna())
    document.subscribe(lambda _change: pytest.fail("told after the end"))
    document.close()
    assert not document._listeners


def test_is_modified(received: Begin) -> None:
    document: Document = received(dna())
    assert not document.is_modified
    document.apply("Rename", document.order.ids, _named)
    assert document.is_modified
    document.undo()
    assert not document.is_modified


def test_the_header_of_a_new_listing_is_empty(begin: Begin) -> None:
    document = begin(header=GeneralInformation(applicant_name=LanguageText("A", "en")))
    assert document.header.applicant_name == LanguageText("A", "en")
    assert (document.title, document.count()) == ("", 0)
