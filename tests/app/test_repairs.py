from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from seqeditor.app.document import Change, Document
from seqeditor.app.jobs import CancelledError, Job
from seqeditor.app.repairs import is_safe, repair, repair_all, repair_of
from seqeditor.app.validation import Validation
from seqeditor.domain.edits.features import add_feature
from seqeditor.domain.general_information import LanguageText
from seqeditor.domain.residues import TextResidues
from seqeditor.domain.sequence import Feature, Qualifier, Sequence, skipped_sequence
from seqeditor.rules.finding import Finding, Level
from tests.app.conftest import Begin, Opened, content, numbers
from tests.listings import HEADER, different, dna, write_listing


def _checked(document: Document) -> None:
    Validation(document, processes=1).check_all(Job(), document.copy)


def _of(document: Document, rule: str) -> list[Finding]:
    _checked(document)
    return [kept.finding for kept in document.findings.of_rule(rule)]


def _wrong_length(letters: str = "acgtgcattacgatc") -> Sequence:
    return replace(dna(letters), written_length="99")


def test_one_finding_is_repaired_as_one_step(begin: Begin) -> None:
    document = begin(_wrong_length(), _wrong_length("acgtgcattacgaaa"))
    before = content(document)
    first, _second = _of(document, "seq-length-mismatch")
    assert is_safe(first)
    change = repair(document, first)
    assert change.sequence_ids == {first.sequence}
    assert len(_of(document, "seq-length-mismatch")) == 1
    step = document.undo_step()
    assert step is not None
    assert step.arguments == {"rule": "seq-length-mismatch"}
    document.undo()
    assert content(document) == before


def test_all_of_a_kind_are_repaired_in_one_step(begin: Begin) -> None:
    document = begin(*(_wrong_length(one.residues.text()) for one in different(5)))
    before = content(document)
    repair_all(document, _of(document, "seq-length-mismatch"))
    assert _of(document, "seq-length-mismatch") == []
    document.undo()
    assert content(document) == before


def test_several_places_of_one_sequence(begin: Begin) -> None:
    one = dna()
    notes = [Qualifier("note", f"  note {n} ") for n in range(3)]
    features = [Feature("misc_feature", f"{n}..9", tuple(notes)) for n in (1, 2)]
    one = replace(one, features=(*one.features, *features))
    document = begin(one)
    found = _of(document, "xml-outer-space")
    assert len(found) == 6
    repair_all(document, found)
    assert _of(document, "xml-outer-space") == []
    assert document.undo() is not None
    assert len(_of(document, "xml-outer-space")) == len(found)


def test_header_and_sequences_are_repaired_in_one_step(begin: Begin) -> None:
    header = replace(HEADER, titles=(LanguageText("  Two  spaces ", "en"),))
    one = dna()
    (source,) = one.features
    qualifiers = tuple(replace(q, value=f"{q.value} ") for q in source.qualifiers)
    document = begin(
        replace(one, features=(replace(source, qualifiers=qualifiers),)), header=header
    )
    before = content(document)
    found = _of(document, "xml-outer-space")
    assert {finding.sequence is None for finding in found} == {True, False}
    change = repair_all(document, found)
    assert change.header_changed
    assert change.sequence_ids
    assert _of(document, "xml-outer-space") == []
    document.undo()
    assert content(document) == before


def test_what_an_edit_has_put_right_meanwhile_is_left_alone(begin: Begin) -> None:
    document = begin(_wrong_length(), _wrong_length("acgtgcattacgaaa"))
    first, second = _of(document, "seq-length-mismatch")
    assert first.sequence is not None
    document.apply(
        "Shorten", [first.sequence], lambda one: replace(one, written_length=None, features=())
    )
    after = content(document)
    assert repair(document, first) == Change()
    assert content(document) == after
    document.remove_sequences("Remove", [second.sequence or 0])
    assert repair_all(document, [first, second]) == Change()


def test_without_a_repair_nothing_happens(begin: Begin) -> None:
    document = begin(dna())
    step = document.undo_step()
    for finding in (
        Finding("gi-title-missing", Level.ERROR),
        Finding("seq-length-mismatch", Level.ERROR, omitted=5),
    ):
        assert repair_of(finding) is None
        assert not is_safe(finding)
        assert repair(document, finding) == Change()
    assert document.undo_step() == step


def test_the_total_is_repaired(opened: Opened, tmp_path: Path) -> None:
    path = write_listing(tmp_path / "a.xml", [dna()])
    text = path.read_text(encoding="utf-8").replace("Quantity>1<", "Quantity>7<")
    path.write_text(text, encoding="utf-8")
    document = opened(path)
    (found,) = _of(document, "gi-total-mismatch")
    assert repair(document, found).header_changed
    assert _of(document, "gi-total-mismatch") == []


def test_numbers_are_repaired_for_the_listing_as_a_whole(opened: Opened, tmp_path: Path) -> None:
    path = write_listing(tmp_path / "a.xml", different(4))
    text = path.read_text(encoding="utf-8")
    for old, new in (("3", "7"), ("4", "9")):
        text = text.replace(f'sequenceIDNumber="{old}"', f'sequenceIDNumber="{new}"')
    path.write_text(text, encoding="utf-8")
    document = opened(path)
    before = content(document)
    assert numbers(document) == ["1", "2", "7", "9"]
    _checked(document)
    kept = [one.finding for one in document.findings.kept(document.findings.ids())]
    found = [f for f in kept if f.rule.startswith("num-") and repair_of(f) is not None]
    assert found
    repair_all(document, [f for f in found if f.rule == found[0].rule])
    assert _of(document, found[0].rule) == []
    document.undo()
    assert content(document) == before
    assert numbers(document) == ["1", "2", "7", "9"]


def test_stopping_a_long_repair_changes_nothing(begin: Begin) -> None:
    document = begin(*(_wrong_length(one.residues.text()) for one in different(250)))
    before = content(document)
    found = _of(document, "seq-length-mismatch")

    def stop(job: Job) -> None:
        if job.done:
            job.cancel()

    with pytest.raises(CancelledError):
        repair_all(document, found, job=Job(stop))
    assert content(document) == before


def test_a_skipped_sequence_is_repaired_too(begin: Begin) -> None:
    document = begin(dna(), replace(skipped_sequence(), division="PAT"), dna("acgtacgtaacc"))
    _checked(document)
    kept = [one.finding for one in document.findings.kept(document.findings.ids())]
    found = [f for f in kept if f.level is Level.ERROR]
    for finding in found:
        repair(document, finding)
    _checked(document)
    assert document.findings.counts()[Level.ERROR] == 0


def test_residues_are_cleaned(begin: Begin) -> None:
    one = replace(dna("acgtacgtacgt"), residues=TextResidues("acgt acgt acgt"))
    document = begin(one)
    _checked(document)
    kept = [k.finding for k in document.findings.kept(document.findings.ids())]
    (found,) = [f for f in kept if f.level is Level.ERROR]
    repair(document, found)
    assert document.sequence(document.order.ids[0]).residues.text() == "acgtacgtacgt"


def test_missing_ids_are_given_in_one_step_each_free_in_the_whole_listing(begin: Begin) -> None:
    note = Qualifier("note", "membrane", "Membran")
    with_id = Qualifier("note", "nucleus", "Kern", id="q7")
    one = add_feature(dna(), "misc_feature", "1..9", (note, with_id))
    document = begin(one, one)
    missing = _of(document, "lang-qualifier-id-missing")
    assert len(missing) == 2
    assert all(is_safe(finding) for finding in missing)
    steps = len(document.copy.history())
    repair_all(document, missing)
    assert len(document.copy.history()) == steps + 1
    texts = [
        qualifier.id
        for sequence_id in document.order.ids
        for feature in document.sequence(sequence_id).features
        for qualifier in feature.qualifiers
        if qualifier.non_english
    ]
    assert texts == ["q9", "q7", "q10", "q8"]
    document.undo()
    assert document.sequence(document.order.id_at(1)).features[1].qualifiers[0].id is None
