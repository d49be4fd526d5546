"""Changes of the order with the texts that speak of numbers."""

from __future__ import annotations

from array import array
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seqeditor.app.document import Document
from seqeditor.app.jobs import CancelledError, Job
from seqeditor.app.opening import close_document, new_document
from seqeditor.app.renumbering import (
    NON_ENGLISH,
    TITLE,
    VALUE,
    Plan,
    adjust,
    planned,
    with_gap,
    with_moved,
    without,
)
from seqeditor.domain.edits.sequence import new_sequence
from seqeditor.domain.general_information import LanguageText
from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from seqeditor.rules.references import numbers_in
from seqeditor.store.workingcopy import WorkingCopy
from tests.app.conftest import Begin

LETTERS = "acgtacgtacgtacgt"


def said(text: str = "", *, other: str | None = None, protein: str = "") -> Sequence:
    """Return a sequence with a note, and a CDS with a protein_id."""
    made = new_sequence("DNA", LETTERS, organism="Homo sapiens", mol_type="genomic DNA")
    features = list(made.features)
    if text or other:
        features.append(Feature("misc_feature", "1..4", (Qualifier("note", text or None, other),)))
    if protein:
        features.append(Feature("CDS", "1..9", (Qualifier("protein_id", protein),)))
    return replace(made, features=tuple(features))


def _note(document: Document, sequence_id: int) -> str:
    return document.sequence(sequence_id).features[1].qualifiers[0].value or ""


def _plan(document: Document, wanted: array[int], **named: object) -> Plan:
    return planned(document.copy, wanted, Job(), **named)  # type: ignore[arg-type]


def test_finds_mentions_in_both_languages_and_titles(begin: Begin) -> None:
    document = begin(said("as SEQ ID NO: 2", other="配列 SEQ ID NO: 3"), said(), said())
    header = document.header
    titles = (*header.titles, LanguageText("Peptide of SEQ ID NO: 2", "en"))
    document.apply_header("Title", lambda old: replace(old, titles=titles))
    plan = _plan(document, with_gap(document.order.ids, 2, 1))
    assert {(p.field, p.result.text) for p in plan.places} == {
        (TITLE, "Peptide of SEQ ID NO: 3"),
        (VALUE, "as SEQ ID NO: 3"),
        (NON_ENGLISH, "配列 SEQ ID NO: 4"),
    }
    assert (plan.changed, plan.lost) == (3, 0)


def test_finds_a_mention_in_the_other_language_alone(begin: Begin) -> None:
    document = begin(said("as shown", other="voir SEQ ID NO: 2"), said())
    plan = _plan(document, with_gap(document.order.ids, 1, 1))
    assert [p.result.text for p in plan.places] == ["voir SEQ ID NO: 3"]


def test_at_the_end_nothing_is_concerned(begin: Begin) -> None:
    document = begin(said("SEQ ID NO: 2"), said())
    assert not _plan(document, with_gap(document.order.ids, 3, 5)).places


def test_numbers_as_received_become_places(received: Begin) -> None:
    document = received(said("SEQ ID NO: 7"), said())
    second = document.order.id_at(2)
    document.copy.connection.execute(
        "UPDATE sequence SET written_number = '7' WHERE id = ?", (second,)
    )
    plan = _plan(document, document.order.ids)
    assert [place.result.text for place in plan.places] == ["SEQ ID NO: 2"]
    assert not _plan(document, document.order.ids, skipped={document.order.id_at(1)}).changed


def test_of_what_goes_nothing_is_guessed(begin: Begin) -> None:
    document = begin(said("SEQ ID NO: 2 and SEQ ID NO: 3"), said(), said())
    ids = document.order.ids
    plan = _plan(document, without(ids, [ids[1]]))
    (place,) = plan.places
    assert place.result.lost == ("2",)
    assert place.result.text == "SEQ ID NO: 2 and SEQ ID NO: 2"
    # Texts in the sequence that goes concern nobody.
    assert not _plan(document, without(ids, [ids[0], ids[1]])).places


def test_of_a_skipped_sequence_mentions_are_told(begin: Begin) -> None:
    document = begin(said("SEQ ID NO: 2"), said())
    ids = document.order.ids
    plan = _plan(document, ids, skipped={ids[1]})
    assert (plan.changed, plan.lost) == (0, 1)


def test_change_and_texts_are_one_step(begin: Begin) -> None:
    document = begin(said("SEQ ID NO: 2"), said())
    first, ids = document.order.id_at(1), document.order.ids
    plan = _plan(document, with_gap(ids, 1, 1))

    def work(copy: WorkingCopy) -> None:
        copy.insert_sequences(1, [said()])
        adjust(copy, plan)

    document.write("Insert", work)
    assert _note(document, first) == "SEQ ID NO: 3"
    document.undo()
    assert (_note(document, first), document.count()) == ("SEQ ID NO: 2", 2)
    document.redo()
    assert (_note(document, first), document.count()) == ("SEQ ID NO: 3", 3)


def test_a_text_edited_meanwhile_stays(begin: Begin) -> None:
    document = begin(said("SEQ ID NO: 2"), said())
    first = document.order.id_at(1)
    plan = _plan(document, with_gap(document.order.ids, 1, 1))
    document.apply("Edit", [first], lambda _old: said("SEQ ID NO: 2 indeed"))
    document.write("Adjust", lambda copy: adjust(copy, plan))
    assert _note(document, first) == "SEQ ID NO: 2 indeed"


def test_can_be_stopped(begin: Begin) -> None:
    document = begin(said("SEQ ID NO: 2"), said())
    job = Job()
    job.cancel()
    with pytest.raises(CancelledError):
        planned(document.copy, with_gap(document.order.ids, 1, 1), job)


CHANGES = st.lists(
    st.tuples(
        st.sampled_from(["insert", "move", "delete", "sort", "skip"]),
        st.lists(st.integers(0, 30), min_size=1, max_size=3),
        st.integers(1, 9),
    ),
    max_size=5,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.tuples(st.integers(1, 7), st.integers(1, 7)), min_size=7, max_size=7),
    CHANGES,
)
def test_links_and_mentions_name_the_same_sequences(
    named: list[tuple[int, int]], changes: list[tuple[str, list[int], int]]
) -> None:
    document = new_document()
    try:
        document.insert_sequences(
            "Fill", 1, [said(f"Like SEQ ID NO: {m}.", protein=str(p)) for m, p in named]
        )
        ids = list(document.order.ids)
        meant = {one: (ids[m - 1], ids[p - 1]) for one, (m, p) in zip(ids, named, strict=True)}
        lost: set[int] = set()
        for kind, choices, position in changes:
            _carry_out(document, kind, choices, position, meant, lost)
        for one, (mention, protein) in meant.items():
            if one in document.order and not document.sequence(one).is_skipped:
                _check(document, one, mention, protein, lost)
    finally:
        close_document(document, keep=False)


def _carry_out(
    document: Document,
    kind: str,
    choices: list[int],
    position: int,
    meant: dict[int, tuple[int, int]],
    lost: set[int],
) -> None:
    ids = document.order.ids
    if not len(ids):
        return
    chosen = list(dict.fromkeys(ids[n % len(ids)] for n in choices))
    position = min(position, len(ids) + 1)
    skipped: set[int] = set()
    if kind == "insert":
        wanted = with_gap(ids, position, 2)
    elif kind == "move":
        wanted = with_moved(ids, chosen, position)
    elif kind == "delete":
        wanted = without(ids, chosen)
    elif kind == "sort":
        wanted = array("q", sorted(ids, reverse=True))
    else:
        wanted, skipped = ids, set(chosen)
    gone = {i for i in ids if i not in wanted} | skipped
    plan = planned(document.copy, wanted, Job(), skipped=skipped)
    # What names a sequence that goes keeps its words: from then on it is nobody's concern here.
    lost |= {one for one, (mention, _p) in meant.items() if mention in gone}

    def work(copy: WorkingCopy) -> None:
        if kind == "insert":
            copy.insert_sequences(position, [said(), said()])
        elif kind == "move":
            copy.move_sequences(chosen, position)
        elif kind == "delete":
            copy.remove_sequences(chosen)
        elif kind == "sort":
            copy.reorder(wanted)
        adjust(copy, plan)

    document.write("Change", work)
    if kind != "insert":
        assert kind == "skip" or list(document.order.ids) == list(wanted)


def _check(document: Document, one: int, mention: int, protein: int, lost: set[int]) -> None:
    sequence = document.sequence(one)
    if one not in lost:
        (number,) = numbers_in(sequence.features[1].qualifiers[0].value or "")
        assert number == document.number(mention)
    assert sequence.features[2].qualifiers[0].value == document.number(protein)
