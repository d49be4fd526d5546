from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from seqeditor.app.checking import Options
from seqeditor.app.document import Document, ReadOnlyError
from seqeditor.app.jobs import CancelledError, Job
from seqeditor.app.opening import close_document, new_document, open_file
from seqeditor.app.project_checking import check_project
from seqeditor.app.reviewing import (
    NotReviewableError,
    review,
    review_all,
    take_back,
    take_back_all,
)
from seqeditor.app.saving import save_project
from seqeditor.app.validation import Validation
from seqeditor.domain.edits.features import add_feature, set_location
from seqeditor.domain.edits.qualifiers import add_qualifier, set_qualifier_value
from seqeditor.domain.edits.sequence import new_sequence
from seqeditor.domain.sequence import Sequence
from seqeditor.rules.finding import Finding, Level
from tests.app.conftest import Opened
from tests.listings import write_listing

RULE = "qual-organism-abbreviated"


@pytest.fixture
def document() -> Iterator[Document]:
    made = new_document()
    sequence = new_sequence("DNA", "acgt" * 9, organism="E. coli", mol_type="genomic DNA")
    made.insert_sequences("Add", 1, [sequence])
    yield made
    close_document(made, keep=False)


@pytest.fixture
def validation(document: Document) -> Validation:
    made = Validation(document, processes=1)
    check(made)
    return made


def check(validation: Validation) -> None:
    reader = validation.document.reader()
    validation.check_all(Job(), reader)
    reader.connection.close()


def of(document: Document, rule: str) -> Finding:
    (kept,) = document.findings.of_rule(rule)
    return kept.finding


def organism_at(document: Document) -> tuple[int, int]:
    features = document.sequence(document.order.id_at(1)).features
    for at, feature in enumerate(features):
        for n, qualifier in enumerate(feature.qualifiers):
            if qualifier.name == "organism":
                return at, n
    raise AssertionError


def test_a_warning_put_aside_is_kept_but_not_counted(
    document: Document, validation: Validation
) -> None:
    before = document.findings.counts()[Level.WARNING]
    review(document, of(document, RULE), "  it is called so in the deposit ")
    check(validation)
    assert of(document, RULE).reviewed == "it is called so in the deposit"
    assert document.findings.counts()[Level.WARNING] == before - 1
    take_back(document, of(document, RULE))
    check(validation)
    assert of(document, RULE).reviewed is None
    assert document.findings.counts()[Level.WARNING] == before


def test_reviews_are_undone_and_redone_like_any_edit(
    document: Document, validation: Validation
) -> None:
    change = review(document, of(document, RULE), "reason")
    assert change.sequence_ids == {document.order.id_at(1)}
    document.undo()
    check(validation)
    assert of(document, RULE).reviewed is None
    document.redo()
    check(validation)
    assert of(document, RULE).reviewed == "reason"


def test_it_returns_when_its_place_changes_and_not_when_another_does(
    document: Document, validation: Validation
) -> None:
    only = [document.order.id_at(1)]
    review(document, of(document, RULE), "reason")
    document.apply("Add", only, lambda s: add_feature(s, "gene", "1..3", at=0))
    validation.check_sequences(only)
    assert of(document, RULE).path[1] == 1
    assert of(document, RULE).reviewed == "reason"
    document.apply("Set", only, lambda s: set_location(s, 0, "1..9"))
    validation.check_sequences(only)
    assert of(document, RULE).reviewed == "reason"
    at, n = organism_at(document)
    document.apply("Set", only, lambda s: set_qualifier_value(s, at, n, "B. subtilis"))
    validation.check_sequences(only)
    assert of(document, RULE).reviewed is None


def test_it_stays_when_a_sequence_before_it_shifts_the_number(
    document: Document, validation: Validation
) -> None:
    rule = "seq-moltype-suspect-aa"
    protein = new_sequence("AA", "ACGT" * 4, organism="Homo sapiens", mol_type="protein")
    _change, ids = document.insert_sequences("Add", 2, [protein])
    validation.check_sequences(ids)
    assert of(document, rule).parameters["number"] == "2"
    review(document, of(document, rule), "it is one")
    document.move_sequences("Move", ids, 1)
    validation.check_sequences(ids)
    assert of(document, rule).parameters["number"] == "1"
    assert of(document, rule).reviewed == "it is one"


def test_advice_on_the_general_information(document: Document, validation: Validation) -> None:
    advice = of(document, "gi-priority-missing")
    assert review(document, advice, "no priority is claimed").header_changed
    validation.check_header()
    assert of(document, "gi-priority-missing").reviewed == "no priority is claimed"
    undone = document.undo()
    assert undone is not None
    assert undone.header_changed


def test_an_error_cannot_be_put_aside(document: Document, validation: Validation) -> None:
    with pytest.raises(NotReviewableError):
        review(document, of(document, "gi-title-missing"), "please")
    document.read_only = "held"
    with pytest.raises(ReadOnlyError):
        review(document, of(document, RULE), "reason")


def test_reviews_stay_with_the_project_and_appear_in_reports(
    document: Document, validation: Validation, tmp_path: Path
) -> None:
    review(document, of(document, RULE), "as deposited")
    path = tmp_path / "one.seqproj"
    reader = document.reader()
    save_project(document, path, Job(), reader)
    reader.connection.close()
    report = check_project(path, Options(), job=Job(), name="one.seqproj")
    assert [f.reviewed for f in report.findings if f.rule == RULE] == ["as deposited"]
    document.project_claim.release()  # type: ignore[union-attr]
    document.project_claim = None
    again = open_file(path, Job())
    check(Validation(again, processes=1))
    assert of(again, RULE).reviewed == "as deposited"
    close_document(again, keep=False)


def test_a_profile_judges_the_received_file_anew(opened: Opened, tmp_path: Path) -> None:
    path = write_listing(tmp_path / "listing.xml", [dna("acgtacgtacgtacgt")])
    document = opened(path.rename(tmp_path / "my listing.txt"))
    rules = Validation(document, processes=1)

    def told() -> list[tuple[str, Level]]:
        return [(k.finding.rule, k.finding.level) for k in document.findings.of_received()]

    as_opened = told()
    assert ("xml-file-extension", Level.WARNING) in as_opened
    rules.choose_profile("us")
    assert ("xml-file-name-us", Level.ERROR) in told()
    assert "xml-file-extension" not in [rule for rule, _level in told()]
    rules.choose_profile("applicant")
    assert told() == as_opened


# -- numbers that shift ---------------------------------------------------------------------------


def dna(residues: str) -> Sequence:
    return new_sequence("DNA", residues, organism="Homo sapiens", mol_type="genomic DNA")


def spacer() -> Sequence:
    return dna("gattacagattaca" * 3)


def gene(protein: str = "", translation: str = "MAKV") -> Sequence:
    made = add_feature(dna("atggctaaagtttaacccgggcccgggccc"), "CDS", "1..15")
    at = len(made.features) - 1
    for name, value in (("translation", translation), ("protein_id", protein)):
        if value:
            made = add_qualifier(made, at, name, value)
    return made


def protein(residues: str = "MAKV") -> Sequence:
    return new_sequence("AA", residues, organism="Homo sapiens", mol_type="protein")


TOGETHER = {
    "x-duplicate-sequence": (dna("acggt" * 6), dna("acggt" * 6)),
    "x-reverse-complement": (dna("aaccggttaaccggga"), dna("tcccggttaaccggtt")),
    "x-missing-protein-link": (gene("", ""), protein()),
    "x-two-cds-one-protein": (gene("3"), gene("3"), protein()),
    "tr-protein-id-without-translation": (gene("2", ""), protein()),
    "tr-mismatch": (gene("2", "MAKL"), protein("MAKL")),
    "x-embedded-primers": (
        add_qualifier(dna("ccgat" * 7), 0, "PCR_primers", "fwd_seq: acgtaacgtaacgt"),
    ),
}


@pytest.fixture(params=list(TOGETHER))
def together(request: pytest.FixtureRequest) -> Iterator[tuple[Document, Validation, str]]:
    made = new_document()
    made.insert_sequences("Add", 1, TOGETHER[request.param])
    validation = Validation(made, processes=1)
    check(validation)
    review(made, of(made, request.param), "known")
    check(validation)
    assert of(made, request.param).reviewed == "known"
    yield made, validation, request.param
    close_document(made, keep=False)


def is_known(document: Document, validation: Validation, rule: str) -> bool:
    check(validation)
    return of(document, rule).reviewed == "known"


def test_it_stays_while_the_numbers_of_the_sequences_shift(
    together: tuple[Document, Validation, str],
) -> None:
    document, validation, rule = together
    first = document.order.id_at(1)
    _change, added = document.insert_sequences("Add", 1, [spacer()])
    assert document.number(first) == "2"
    assert is_known(document, validation, rule)
    document.move_sequences("Move", added, document.count() + 1)
    assert is_known(document, validation, rule)
    document.move_sequences("Move", [first], document.count() + 1)
    assert is_known(document, validation, rule)
    document.remove_sequences("Remove", added)
    assert is_known(document, validation, rule)
    for _ in range(4):
        document.undo()
        assert is_known(document, validation, rule)
    for _ in range(4):
        document.redo()
        assert is_known(document, validation, rule)


def test_it_stays_when_saved_and_opened_with_other_numbers(
    together: tuple[Document, Validation, str], tmp_path: Path
) -> None:
    document, _validation, rule = together
    document.insert_sequences("Add", 1, [spacer()])
    path = tmp_path / "one.seqproj"
    reader = document.reader()
    save_project(document, path, Job(), reader)
    reader.connection.close()
    assert document.project_claim is not None
    document.project_claim.release()
    document.project_claim = None
    opened = open_file(path, Job())
    try:
        again = Validation(opened, processes=1)
        assert is_known(opened, again, rule)
        opened.insert_sequences("Add", 1, [dna("ttgac" * 6)])
        assert is_known(opened, again, rule)
        take_back(opened, of(opened, rule))
        assert not is_known(opened, again, rule)
    finally:
        close_document(opened, keep=False)


def test_it_returns_when_the_other_sequence_is_another(
    document: Document, validation: Validation
) -> None:
    rule = "tr-protein-id-without-translation"
    (_change, (coding, first, second)) = document.insert_sequences(
        "Add", 2, [gene("3", ""), protein(), protein("MAKI")]
    )
    check(validation)
    review(document, of(document, rule), "known")
    assert is_known(document, validation, rule)
    at = len(document.sequence(coding).features) - 1
    for number, known in ((document.number(second), False), (document.number(first), True)):
        document.apply("Set", [coding], lambda s, n=number: set_qualifier_value(s, at, 0, n))
        assert is_known(document, validation, rule) is known


def test_of_two_copies_moved_the_review_can_be_taken_back(
    document: Document, validation: Validation
) -> None:
    rule = "x-duplicate-sequence"
    _change, (first, _second) = document.insert_sequences("Add", 2, TOGETHER[rule])
    check(validation)
    review(document, of(document, rule), "known")
    document.move_sequences("Move", [first], document.count() + 1)
    assert is_known(document, validation, rule)
    assert of(document, rule).sequence == first
    take_back(document, of(document, rule))
    assert not is_known(document, validation, rule)
    document.undo()
    assert is_known(document, validation, rule)


def test_two_findings_of_a_rule_at_one_place_are_reviewed_each_for_itself(
    document: Document, validation: Validation
) -> None:
    rule = "x-seq-id-reference"
    only = [document.order.id_at(1)]
    note = "as SEQ ID NO: 30 and SEQ ID NO: 31"
    document.apply("Add", only, lambda s: add_feature(s, "misc_feature", "1..3"))
    at = len(document.sequence(only[0]).features) - 1
    document.apply("Add", only, lambda s: add_qualifier(s, at, "note", note))
    check(validation)
    for kept in document.findings.of_rule(rule):
        review(document, kept.finding, f"of {kept.finding.value}")
    check(validation)
    found = {k.finding.value: k.finding.reviewed for k in document.findings.of_rule(rule)}
    assert found == {"30": "of 30", "31": "of 31"}


def test_many_are_put_aside_in_one_step_unless_it_is_stopped(
    document: Document, validation: Validation
) -> None:
    more = [dna(letters * 9) for letters in ("aacg", "ttga")]
    document.insert_sequences("Add", 2, more)
    check(validation)
    found = [k.finding for k in document.findings.kept(document.findings.ids())]
    steps = len(document.copy.history())
    job = Job()
    job.cancel()
    with pytest.raises(CancelledError):
        review_all(document, found, "a draft", job)
    assert len(document.copy.history()) == steps
    review_all(document, found, "a draft", Job())
    assert len(document.copy.history()) == steps + 1
    check(validation)
    counts = document.findings.counts()
    assert counts[Level.ERROR]
    assert not counts[Level.WARNING] + counts[Level.INFO]
    aside = document.findings.kept(document.findings.ids(reviewed=True))
    take_back_all(document, [k.finding for k in aside])
    check(validation)
    assert len(document.findings.ids(reviewed=True)) == 0
    assert len(document.findings.ids()) == len(found)
