"""Coding regions and proteins brought together in a document; one undo takes it all back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from seqeditor.app.document import Document
from seqeditor.app.jobs import CancelledError, Job
from seqeditor.app.repairs import repair_all
from seqeditor.app.validation import Validation
from seqeditor.domain.edits.operations import (
    GiveTranslation,
    ListNucleotides,
    ListTranslation,
    Operation,
    SplitAtStops,
    TakeAsEnglish,
    TakeOrganism,
    TakeTranslation,
)
from seqeditor.domain.edits.sequence import new_sequence
from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from seqeditor.rules.finding import Finding, Level, Scope
from seqeditor.rules.registry import all_rules
from tests.app.conftest import Begin, content, numbers
from tests.listings import HEADER
from tests.rules.cases import Case, all_cases, engine_of, listing

LETTERS = "atggctaaagtttaacccgggcccgggccc"


def gene(*qualifiers: Qualifier) -> Sequence:
    made = new_sequence("DNA", LETTERS, organism="Homo sapiens", mol_type="genomic DNA")
    return replace(made, features=(*made.features, Feature("CDS", "1..15", qualifiers)))


def protein(letters: str = "MAKV", organism: str = "Homo sapiens") -> Sequence:
    return new_sequence("AA", letters, organism=organism, mol_type="protein")


def residues(document: Document) -> list[str]:
    return [document.sequence(i).residues.text() for i in document.order.ids]


def region(document: Document, position: int = 1) -> Feature:
    return document.sequence(document.order.id_at(position)).features[1]


def carried_out(document: Document, *operations: Operation) -> None:
    """Carry operations out; undo must restore all, redo do it again."""
    before = content(document)
    document.carry_out("Repair", operations)
    after = content(document)
    document.undo()
    assert content(document) == before
    document.redo()
    assert content(document) == after


def test_a_translation_is_listed_and_named(begin: Begin) -> None:
    document = begin(gene(Qualifier("translation", "MAKV")), protein("MLLL"))
    first = document.order.id_at(1)
    carried_out(document, ListTranslation(first, 1))
    assert residues(document) == [LETTERS, "MLLL", "MAKV"]
    assert region(document).value("protein_id") == "3"
    made = document.sequence(document.order.id_at(3))
    assert (made.moltype, made.organism) == ("AA", "Homo sapiens")
    # It is a link: it follows.
    document.move_sequences("Move", [document.order.id_at(3)], 1)
    assert region(document, 2).value("protein_id") == "1"


def test_a_protein_that_is_there_is_named(begin: Begin) -> None:
    other, same = protein(organism="Mus musculus"), protein()
    document = begin(gene(), other, same)
    carried_out(document, ListTranslation(document.order.id_at(1), 1))
    assert document.count() == 3
    assert region(document).value("translation") == "MAKV"
    assert region(document).value("protein_id") == "3"


def test_two_alike_share_their_protein(begin: Begin) -> None:
    document = begin(gene(Qualifier("translation", "MAKV")), gene())
    first, second = document.order.ids
    carried_out(document, ListTranslation(first, 1), ListTranslation(second, 1))
    assert residues(document) == [LETTERS, LETTERS, "MAKV"]
    assert [region(document, n).value("protein_id") for n in (1, 2)] == ["3", "3"]


def test_numbers_as_received_give_way(received: Begin) -> None:
    document = received(protein("MLLL"), gene(Qualifier("translation", "MAKV")))
    carried_out(document, ListTranslation(document.order.id_at(2), 1))
    assert numbers(document) == ["1", "2", "3"]
    assert region(document, 2).value("protein_id") == "3"


def test_residues_are_taken_and_given(begin: Begin) -> None:
    wrong = gene(Qualifier("translation", "MAAKV"), Qualifier("protein_id", "2"))
    document = begin(wrong, protein())
    first, second = document.order.ids
    site = Feature("SITE", "4", (Qualifier("note", "x"),))
    document.apply("Site", [second], lambda s: replace(s, features=(*s.features, site)))
    carried_out(document, GiveTranslation(first, 1, second))
    changed = document.sequence(second)
    assert changed.residues.text() == "MAAKV"
    assert [feature.location for feature in changed.features] == ["1..5", "5"]
    document.undo()
    carried_out(document, TakeTranslation(first, 1, second))
    assert region(document).value("translation") == "MAKV"


def test_organisms_are_taken_with_their_second_language(begin: Begin) -> None:
    given = gene()
    organism = Qualifier("organism", "Mus musculus", "Hausmaus")
    source = replace(given.features[0], qualifiers=(organism,))
    document = begin(replace(given, features=(source,)), protein())
    first, second = document.order.ids
    carried_out(document, TakeOrganism(second, first))
    names = {q.name: q for q in document.sequence(second).features[0].qualifiers}
    assert (names["organism"].value, names["organism"].non_english) == ("Mus musculus", "Hausmaus")


def test_nucleotides_inside_a_value_are_listed_once(begin: Begin) -> None:
    one = gene()
    variation = Feature("variation", "3..5", (Qualifier("replace", "acgtacgtacgg"),))
    one = replace(one, features=(*one.features, variation, variation))
    document = begin(one)
    first = document.order.id_at(1)
    carried_out(document, ListNucleotides(first, 2, 0), ListNucleotides(first, 3, 0))
    assert residues(document) == [LETTERS, "acgtacgtacgg"]
    made = document.sequence(document.order.id_at(2))
    assert made.source is not None
    assert made.source.value("mol_type") == "genomic DNA"


@pytest.mark.parametrize(
    "operation",
    [
        ListTranslation(99, 1),
        TakeTranslation(1, 9, 99),
        TakeOrganism(99, 1),
        ListNucleotides(1, 9, 9),
        SplitAtStops(9),
        TakeAsEnglish(),
    ],
)
def test_what_is_gone_meanwhile_is_passed_over(begin: Begin, operation: Operation) -> None:
    document = begin(gene())
    before = content(document)
    document.carry_out("Repair", [operation])
    assert content(document) == before


REPAIRED = [
    case
    for case in all_cases()
    if case.kind == "fail"
    and case.rule in all_rules()
    and case.rule.startswith(("tr-", "x-"))
    and all_rules()[case.rule].scope is Scope.LISTING
    and all_rules()[case.rule].repair
    and not case.body.get("unrepaired")
]


def found(document: Document) -> list[Finding]:
    Validation(document, processes=1).check_all(Job(), document.copy)
    return [kept.finding for kept in document.findings.kept(document.findings.ids())]


@pytest.mark.parametrize("case", REPAIRED, ids=lambda case: case.id)
def test_every_repair_over_sequences_in_a_document(case: Case, begin: Begin) -> None:
    whole = listing(case.body)
    document = begin(*(entry.sequence for entry in whole.entries), header=whole.header)
    wanted = [f for f in engine_of(case).listing(document.copy) if f.rule == case.rule]
    before = content(document)
    known = {f.rule for f in found(document) if f.level is Level.ERROR}
    repair_all(document, wanted)
    after = found(document)
    assert case.rule not in {f.rule for f in after}
    assert {f.rule for f in after if f.level is Level.ERROR} <= known
    document.undo()
    assert content(document) == before


BY_OPERATIONS = [
    case
    for case in all_cases()
    if case.kind == "fail"
    and not case.body.get("unrepaired")
    and (offered := all_rules()[case.rule].repair)
    and offered.as_operations
]


@pytest.mark.parametrize("case", BY_OPERATIONS, ids=lambda case: case.id)
def test_every_repair_by_operations_in_a_document(case: Case, begin: Begin) -> None:
    whole = listing(case.body)
    document = begin(*(entry.sequence for entry in whole.entries), header=whole.header)
    before, first = content(document), found(document)
    known = {f.rule for f in first if f.level is Level.ERROR}
    change = repair_all(document, [f for f in first if f.rule == case.rule])
    assert change.sequence_ids or change.header_changed
    after = found(document)
    assert case.rule not in {f.rule for f in after}
    assert {f.rule for f in after if f.level is Level.ERROR} <= known
    document.undo()
    assert content(document) == before


def test_the_parts_of_a_protein_are_appended_with_what_lies_in_them(begin: Begin) -> None:
    noted = (Qualifier("note", "binds zinc", "bindet Zink", "q7"),)
    whole = replace(
        protein("MAKV*MKVLA"),
        features=(
            *protein("MAKV*MKVLA").features,
            Feature("REGION", "2..8", noted),
        ),
    )
    document = begin(whole, gene())
    carried_out(document, SplitAtStops(document.order.id_at(1)))
    assert residues(document) == ["MAKV", LETTERS, "MKVLA"]
    one, other = (region(document, at) for at in (1, 3))
    assert (one.location, other.location) == ("2..4", "1..3")
    ids = [part.qualifiers[0].id for part in (one, other)]
    assert ids[0] == "q7"
    assert ids[1] not in ("q7", None)


def test_values_that_differ_from_the_english_ones_stay_with_their_code(begin: Begin) -> None:
    notes = (Qualifier("note", None, "membrane"), Qualifier("note", "zinc", "iron"))
    header = replace(HEADER, non_english_language="en")
    document = begin(gene(*notes[:1]), gene(*notes), header=header)
    carried_out(document, TakeAsEnglish())
    assert document.header.non_english_language == "en"
    first, second = region(document).qualifiers[0], region(document, 2).qualifiers
    assert (first.value, first.non_english) == ("membrane", None)
    assert (second[0].value, second[0].non_english) == ("membrane", None)
    assert (second[1].value, second[1].non_english) == ("zinc", "iron")


def test_what_is_stopped_halfway_changes_nothing(begin: Begin) -> None:
    german = Qualifier("organism", "Homo sapiens", "Mensch")
    one = new_sequence("DNA", LETTERS, organism="Homo sapiens", mol_type="genomic DNA")
    source = replace(one.features[0], qualifiers=(german, one.features[0].qualifiers[1]))
    many = [replace(one, features=(source,))] * 401
    document = begin(*many, header=replace(HEADER, non_english_language="en"))
    before, reported = content(document), []

    def stop(job: Job) -> None:
        reported.append((job.done, job.total))
        if job.done:
            job.cancel()

    with pytest.raises(CancelledError):
        document.carry_out("Repair", [TakeAsEnglish()], job=Job(stop))
    assert reported[-1] == (200, 401)
    assert content(document) == before
