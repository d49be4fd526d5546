from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from seqeditor.app import validation
from seqeditor.app.document import Document
from seqeditor.app.jobs import CancelledError, Job
from seqeditor.app.validation import Validation, results_of
from seqeditor.domain.edits.sequence import set_source_value
from seqeditor.rules.engine import Engine
from seqeditor.rules.finding import Finding, Level
from seqeditor.store.findings import FindingsStore
from tests.app.conftest import Begin
from tests.listings import HEADER, coding, different, dna, protein

TODAY = date(2026, 1, 1)


def _validation(document: Document, processes: int = 1) -> Validation:
    return Validation(document, today=lambda: TODAY, processes=processes)


def _found(document: Document) -> list[tuple[Any, ...]]:
    found = [kept.finding for kept in document.findings.kept(document.findings.ids())]
    return sorted((f.rule, f.level, f.sequence or 0, f.path, f.value or "") for f in found)


def _wrong(document: Document, position: int) -> int:
    sequence_id = document.order.id_at(position)
    document.apply("Wrong", [sequence_id], lambda one: set_source_value(one, "mol_type", "mRNA"))
    return sequence_id


def _check_all(document: Document, processes: int = 1, job: Job | None = None) -> None:
    reader = document.reader()
    try:
        _validation(document, processes).check_all(job or Job(), reader)
    finally:
        reader.connection.close()


def test_everything_is_checked(begin: Begin) -> None:
    document = begin(*different(3), header=replace(HEADER, titles=()))
    wrong = _wrong(document, 2)
    document.insert_sequences("Twice", 1, [dna(), dna()])
    _check_all(document)
    rules = {row[0]: row[2] for row in _found(document)}
    assert rules["gi-title-missing"] == 0
    assert wrong in rules.values()
    # One rule of each scope: the header, one sequence, all of them.
    assert len(rules) >= 3
    assert document.findings.counts()[Level.ERROR] >= 2


def test_an_edit_has_only_what_it_touched_checked_again(
    begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = begin(*different(5))
    _check_all(document)
    checked: list[int] = []
    check = Engine.sequence

    def spy(engine: Engine, *values: Any, sequence_id: int, **options: Any) -> list[Finding]:
        checked.append(sequence_id)
        return check(engine, *values, sequence_id=sequence_id, **options)

    monkeypatch.setattr(Engine, "sequence", spy)
    rules = _validation(document)
    document.subscribe(lambda change: rules.check_sequences(change.sequence_ids) and None)
    wrong = _wrong(document, 3)
    assert checked == [wrong]
    assert document.findings.counts()[Level.ERROR] == 1
    document.undo()
    assert checked == [wrong, wrong]
    assert document.findings.counts()[Level.ERROR] == 0


def test_a_header_edit_shows_at_once(begin: Begin) -> None:
    document = begin(dna())
    rules = _validation(document)
    rules.check_header()
    assert document.findings.counts()[Level.ERROR] == 0
    document.apply_header("Title", lambda header: replace(header, titles=()))
    rules.check_header()
    assert [row[0] for row in _found(document) if row[1] is Level.ERROR] == ["gi-title-missing"]


def test_late_results_are_dropped(begin: Begin) -> None:
    document = begin(*different(2))
    wrong = _wrong(document, 1)
    late = results_of(Engine(today=TODAY), document.copy, [wrong])
    document.undo()
    rules = _validation(document)
    assert rules.check_sequences([wrong]) == {wrong}
    assert document.findings.replace_sequences(late) == set()
    assert document.findings.counts()[Level.ERROR] == 0


def test_a_header_edited_while_all_is_checked_keeps_its_findings(
    begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = begin(dna())
    rules = _validation(document)
    really_replace = FindingsStore.replace_all
    edits = iter([lambda: document.apply_header("Title", lambda h: replace(h, titles=()))])

    def late(store: FindingsStore, origin: str, findings: Iterable[Finding]) -> None:
        # Between the check of the old header and the taking over of its findings.
        for edit in edits:
            edit()
            rules.check_header()
        really_replace(store, origin, findings)

    monkeypatch.setattr(FindingsStore, "replace_all", late)
    _check_all(document)
    assert "gi-title-missing" in [row[0] for row in _found(document)]


def test_sequences_gone_meanwhile_are_left_out(begin: Begin) -> None:
    document = begin(*different(3))
    first, second, third = document.order.ids
    document.remove_sequences("Remove", [second])
    assert _validation(document).check_sequences([first, second, third]) == {first, third}
    reader = document.reader()
    document.remove_sequences("Remove", [first])
    _validation(document).check_part([first, third], Job(), reader)
    reader.connection.close()
    assert document.findings.counts()[Level.ERROR] == 0


@pytest.mark.slow
def test_processes_find_the_same(begin: Begin, monkeypatch: pytest.MonkeyPatch) -> None:
    document = begin(*different(60))
    for position in (2, 31, 59):
        _wrong(document, position)
    _check_all(document)
    alone = _found(document)
    assert len(alone) >= 3
    document.findings.remove_sequences(document.order.ids)
    monkeypatch.setattr(validation, "ALONE_BELOW", 0)
    monkeypatch.setattr(validation, "PART", 7)
    told: list[tuple[int, int]] = []
    _check_all(document, 2, Job(lambda job: told.append((job.done, job.total))))
    assert _found(document) == alone
    assert told[-1] == (60, 60)


@pytest.mark.slow
def test_a_check_in_processes_can_be_stopped(begin: Begin, monkeypatch: pytest.MonkeyPatch) -> None:
    document = begin(*different(60))
    monkeypatch.setattr(validation, "ALONE_BELOW", 0)
    monkeypatch.setattr(validation, "PART", 7)

    def stop(job: Job) -> None:
        if job.done:
            job.cancel()

    with pytest.raises(CancelledError):
        _check_all(document, 2, Job(stop))
    assert document.is_editable
    _check_all(document)


@pytest.mark.slow
def test_workers_that_die_do_not_end_the_check(
    begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = begin(*different(20))
    _wrong(document, 3)
    monkeypatch.setattr(validation, "ALONE_BELOW", 0)
    monkeypatch.setattr(document.copy, "folder", document.copy.folder / "none")
    reader = document.copy
    _validation(document, 2).check_all(Job(), reader)
    assert document.findings.counts()[Level.ERROR] == 1


def test_stopping_keeps_what_has_been_found(begin: Begin, monkeypatch: pytest.MonkeyPatch) -> None:
    document = begin(*different(9))
    _wrong(document, 1)
    _wrong(document, 9)
    monkeypatch.setattr(validation, "PART", 3)

    def stop(job: Job) -> None:
        if job.done >= 3:
            job.cancel()

    with pytest.raises(CancelledError):
        _check_all(document, job=Job(stop))
    assert document.findings.counts()[Level.ERROR] == 1


def test_another_profile_judges_otherwise(begin: Begin) -> None:
    document = begin(dna())
    rules = _validation(document)
    rules.choose_profile("strict")
    assert rules.profile == "strict"
    rules.check_header()
    with pytest.raises(KeyError):
        document.sequence(999)


def test_whoever_names_a_protein_is_concerned_by_it(begin: Begin) -> None:
    document = begin(coding("2"), protein(), dna("gattacagattacagattaca"))
    judge = _validation(document)
    coded, named, other = document.order.ids
    assert judge.concerned([named]) == {coded, named}
    assert judge.concerned([other]) == {other}
    assert judge.concerned([]) == set()
    rule = "qual-value-missing"

    def check(ids: frozenset[int]) -> int:
        judge.check_sequences(judge.concerned(ids))
        return len(document.findings.of_rule(rule))

    removed = document.remove_sequences("Remove", [named])
    assert check(removed.sequence_ids) == 1
    for expected, step in ((0, document.undo), (1, document.redo), (0, document.undo)):
        change = step()
        assert change is not None
        assert check(change.sequence_ids) == expected


def test_identifiers_are_judged_by_the_numbers_of_now(begin: Begin) -> None:
    named = replace(dna(), other_seqids=("pat|WO|2013999999|A1|2",))
    document = begin(*different(1), named)

    def wrong() -> list[str]:
        _validation(document).check_listing(document.copy)
        return [row[4] for row in _found(document) if row[0] == "seq-other-seqids-format"]

    assert wrong() == []
    document.insert_sequences("Before", 1, different(1))
    assert wrong() == ["pat|WO|2013999999|A1|2"]
    document.undo()
    assert wrong() == []
