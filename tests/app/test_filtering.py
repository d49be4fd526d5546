from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from seqeditor.app import filtering
from seqeditor.app.document import Document
from seqeditor.app.filtering import chosen, saved_filters
from seqeditor.domain.criteria import ANY, COLOUR, NONE, ONLY, TODO, WITHOUT, Criteria
from seqeditor.domain.edits.features import add_feature
from seqeditor.domain.edits.sequence import new_sequence, set_colour, set_name, set_note
from seqeditor.domain.number_ranges import NumbersError
from seqeditor.domain.sequence import Sequence, skipped_sequence
from seqeditor.rules.finding import Finding, Level
from seqeditor.store.choosing import Sort
from seqeditor.store.marks import set_marked

Begin = Callable[..., Document]


def dna(letters: str, organism: str = "Homo sapiens", name: str = "") -> Sequence:
    made = new_sequence("DNA", letters, organism=organism, mol_type="genomic DNA")
    return set_name(made, name)


def listing(begin: Begin) -> Document:
    return begin(
        dna("a" * 10, name="beta"),
        add_feature(dna("c" * 30, "Mus musculus", "alpha"), "CDS", "1..30"),
        new_sequence("AA", "MKV", organism="Homo sapiens", mol_type="protein"),
        skipped_sequence(),
        set_note(dna("a" * 10, "Écoli"), "look again"),
        set_colour(add_feature(dna("g" * 12), "misc_feature", "1..2"), "green"),
    )


@pytest.mark.parametrize(
    ("wanted", "positions"),
    [
        (Criteria(), [1, 2, 3, 4, 5, 6]),
        (Criteria(text="ALPHA"), [2]),
        (Criteria(text="aa"), [3]),
        (Criteria(numbers="2-3, 6"), [2, 3, 6]),
        (Criteria(numbers="5-"), [5, 6]),
        (Criteria(moltypes=("DNA",)), [1, 2, 5, 6]),
        (Criteria(organism="homo"), [1, 3, 6]),
        (Criteria(organism="éco"), [5]),
        (Criteria(shortest=10, longest=12), [1, 5, 6]),
        (Criteria(longest=3), [3]),
        (Criteria(feature="CDS"), [2]),
        (Criteria(feature="CD"), []),
        (Criteria(feature=NONE), [1, 3, 4, 5]),
        (Criteria(duplicates=True), [1, 5]),
        (Criteria(skipped=ONLY), [4]),
        (Criteria(skipped=WITHOUT, longest=3), [3]),
        (Criteria(marked=ANY), [5, 6]),
        (Criteria(marked=COLOUR), [6]),
        (Criteria(marked="green"), [6]),
        (Criteria(marked="blue"), []),
        (Criteria(moltypes=("DNA",), organism="homo", shortest=11), [6]),
    ],
)
def test_all_that_is_asked_for_is_met(begin: Begin, wanted: Criteria, positions: list[int]) -> None:
    document = listing(begin)
    found = chosen(document.copy, document.findings, wanted)
    assert [document.order.position(i) for i in found] == positions


def test_numbers_are_those_shown(received: Begin) -> None:
    document = received(dna("a" * 10), dna("c" * 10), dna("g" * 10))
    ids = list(document.order.ids)
    found = chosen(document.copy, document.findings, Criteria(numbers="2"))
    assert list(found) == [i for i in ids if document.number(i) == "2"]


def test_numbers_that_cannot_be_read_are_told(begin: Begin) -> None:
    document = listing(begin)
    with pytest.raises(NumbersError):
        chosen(document.copy, document.findings, Criteria(numbers="one"))


def test_findings_are_asked_of_their_own_store(begin: Begin) -> None:
    document = listing(begin)
    ids = document.order.ids
    error = Finding(rule="seq-x", level=Level.ERROR, path=(), sequence=ids[1])
    warning = replace(error, level=Level.WARNING, sequence=ids[2])
    aside = replace(error, sequence=ids[4], reviewed="as filed")
    document.findings.replace_sequences(
        [(one.sequence or 0, 1, [one]) for one in (error, warning, aside)]
    )

    def shown(what: str) -> list[int]:
        found = chosen(document.copy, document.findings, Criteria(findings=what))
        return [document.order.position(i) for i in found]

    assert shown("error") == [2]
    assert shown("warning") == [3]
    assert shown(ANY) == [2, 3]
    assert shown(NONE) == [1, 4, 5, 6]


@pytest.mark.parametrize(
    ("sort", "positions"),
    [
        (Sort("length"), [3, 4, 1, 5, 6, 2]),
        (Sort("length", descending=True), [2, 6, 1, 5, 3, 4]),
        (Sort("name"), [3, 4, 5, 6, 2, 1]),
        (Sort("number", descending=True), [6, 5, 4, 3, 2, 1]),
    ],
)
def test_a_view_is_sorted_and_the_listing_stays(
    begin: Begin, sort: Sort, positions: list[int]
) -> None:
    document = listing(begin)
    before = list(document.order.ids)
    found = chosen(document.copy, document.findings, Criteria(), sort)
    assert [document.order.position(i) for i in found] == positions
    assert list(document.order.ids) == before
    some = chosen(document.copy, document.findings, Criteria(moltypes=("DNA",)), sort)
    assert list(some) == [i for i in found if document.rows_of([i])[0].moltype == "DNA"]


def test_filters_are_kept_by_name(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SEQEDITOR_HOME", str(tmp_path))
    filtering.save_filter("primers", Criteria(longest=30))
    filtering.save_filter("Antibodies", Criteria(moltypes=("AA",)))
    filtering.save_filter("primers", Criteria(longest=40))
    assert [one.name for one in saved_filters()] == ["Antibodies", "primers"]
    filtering.rename_filter("primers", "short ones")
    assert saved_filters()[1] == filtering.SavedFilter("short ones", Criteria(longest=40))
    filtering.delete_filter("Antibodies")
    assert [one.name for one in saved_filters()] == ["short ones"]


def test_what_is_marked_as_to_do_is_found(begin: Begin) -> None:
    document = listing(begin)
    second = document.order.id_at(2)
    document.write("Mark", lambda copy: set_marked(copy, [second], on=True))
    for wanted, positions in ((Criteria(marked=TODO), [2]), (Criteria(marked=ANY), [2, 5, 6])):
        found = chosen(document.copy, document.findings, wanted)
        assert [document.order.position(i) for i in found] == positions
