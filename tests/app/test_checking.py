"""The streamed check and the one of an open document find the same."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from seqeditor.app import checking
from seqeditor.app.checking import Options, check_file
from seqeditor.app.document import Document
from seqeditor.app.file_report import LISTED, FileReport, Verdict, unreadable
from seqeditor.app.jobs import CancelledError, Job
from seqeditor.app.project_checking import check_project, is_project
from seqeditor.app.saving import save_project
from seqeditor.app.validation import Validation
from seqeditor.domain.sequence import skipped_sequence
from seqeditor.formats.st26.xpath import xpath
from seqeditor.rules.finding import Finding, Level, Scope
from seqeditor.rules.registry import all_rules
from seqeditor.rules.wording import sentence
from seqeditor.store.findings import RECEIVED
from seqeditor.texts import Catalogue
from tests.app.conftest import Opened
from tests.listings import coding, different, dna, protein, write_listing

TODAY = date(2026, 1, 1)
OPTIONS = Options(today=TODAY)
Found = Counter[tuple[Any, ...]]


def _streamed(path: Path) -> Found:
    report = check_file(path, OPTIONS, jobs=1, job=Job(), name=path.name)
    return Counter(
        (f.rule, f.level, f.place, f.value, f.variant)
        for f in report.findings
        if all_rules()[f.rule].scope is not Scope.FILE
    )


def _stored(document: Document) -> Found:
    Validation(document, today=lambda: TODAY, processes=1).check_all(Job(), document.copy)
    found: Found = Counter()
    for kept in document.findings.kept(document.findings.ids()):
        one = kept.finding
        if kept.origin != RECEIVED:
            at = document.order.position(one.sequence) if one.sequence is not None else None
            found[one.rule, one.level, xpath(one.path, at), one.value, one.variant] += 1
    return found


def test_a_listing_of_every_kind(opened: Opened, tmp_path: Path) -> None:
    sequences = [
        coding("2"),
        protein(),
        skipped_sequence(),
        dna(mol_type="mRNA"),
        dna(),
        dna("acg"),
    ]
    path = write_listing(tmp_path / "a.xml", sequences)
    assert _streamed(path) == _stored(opened(path))


def test_the_real_files(opened: Opened, shared: Path) -> None:
    compared = 0
    for folder in ("ddbj", "peer_suite", "st26_other", "st26_wild"):
        for path in sorted((shared / "fixtures" / folder).glob("*.xml")):
            report = check_file(path, OPTIONS, jobs=1, job=Job(), name=path.name)
            if not report.readable:
                continue
            streamed, stored = _streamed(path), _stored(opened(path))
            assert streamed <= stored, path.name
            if not any(f.rule.startswith("dtd-") for f in report.findings):
                # Nothing is missing that the reader would have told already.
                assert streamed == stored, path.name
                compared += 1
    assert compared > 30


def test_a_project_and_its_listing(opened: Opened, tmp_path: Path) -> None:
    path = write_listing(tmp_path / "a.xml", [coding("2"), protein(), dna(mol_type="mRNA")])
    document = opened(path)
    project = tmp_path / "a.seqproj"
    save_project(document, project, Job(), document.copy)
    assert (is_project(project), is_project(path)) == (True, False)
    report = check_project(project, OPTIONS, job=Job(), name="a")
    found = Counter((f.rule, f.level, f.place, f.value, f.variant) for f in report.findings)
    assert found == _streamed(path)
    assert (report.sequences, report.verdict) == (3, Verdict.INVALID)


def test_the_first_residue_that_differs_from_the_protein_is_named(
    opened: Opened, tmp_path: Path
) -> None:
    # The stream has it from the file read once more, beyond the first batches.
    proteins = (protein("MKVLA"), protein("MKILA"))
    sequences = [*different(2_000), coding("2003"), coding("2004", "atgaaggtgctggcctaa"), *proteins]
    path = write_listing(tmp_path / "a.xml", sequences)
    rule = "tr-protein-id-equal"
    report = check_file(path, OPTIONS, jobs=1, job=Job(), name="a")
    (finding,) = [f for f in report.findings if f.rule == rule]
    document = opened(path)
    validation = Validation(document, today=lambda: TODAY, processes=1)
    validation.check_listing(document.copy)
    (kept,) = document.findings.of_rule(rule)
    told = {"pos": 3, "given": "V", "listed": "I"}
    for one in (finding, kept.finding):
        assert one.variant == "residue"
        assert told.items() <= one.parameters.items()
    assert sentence(finding, Catalogue("en")) == (
        "CDS 1..18 names sequence 2004 as its protein, but residue 3 is V in the translation and I"
        " in sequence 2004."
    )


def test_stopping(tmp_path: Path) -> None:
    path = write_listing(tmp_path / "a.xml", different(5))
    job = Job()
    job.cancel()
    with pytest.raises(CancelledError):
        check_file(path, OPTIONS, jobs=1, job=job, name="a")


@pytest.mark.slow
def test_stopping_ends_the_processes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_listing(tmp_path / "a.xml", different(5))
    monkeypatch.setattr(checking, "ALONE_BELOW", 0)
    job = Job()
    job.cancel()
    with pytest.raises(CancelledError):
        check_file(path, OPTIONS, jobs=2, job=job, name="a")


def test_workers_that_die_do_not_end_the_check(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Dying:
        """A pool whose first work ends it."""

        def __init__(self, *_arguments: object) -> None:
            self._is_broken = False

        def __enter__(self) -> Dying:
            return self

        def __exit__(self, *_error: object) -> None: ...

        def submit(self, *_arguments: object) -> Future[Any]:
            if self._is_broken:
                raise BrokenProcessPool
            self._is_broken = True
            future: Future[Any] = Future()
            future.set_exception(BrokenProcessPool())
            return future

        def shutdown(self, **_options: object) -> None: ...

    path = write_listing(tmp_path / "a.xml", [dna(mol_type="mRNA"), *different(2_500)])
    alone = check_file(path, OPTIONS, jobs=1, job=Job(), name="a")
    monkeypatch.setattr(checking, "ALONE_BELOW", 0)
    monkeypatch.setattr(checking, "ProcessPoolExecutor", Dying)
    assert check_file(path, OPTIONS, jobs=2, job=Job(), name="a") == alone
    assert alone.counts[Level.ERROR] == 1


def test_a_report_counts_what_it_does_not_list() -> None:
    report = FileReport("a")
    one = Finding("seq-length-mismatch", Level.ERROR, line=5)
    report.add([one] * (LISTED + 2))
    report.add([Finding("seq-length-mismatch", Level.ERROR, omitted=3)])
    report.add([Finding("xml-outer-space", Level.WARNING, line=2)])
    report.close()
    assert report.counts == {Level.ERROR: LISTED + 5, Level.WARNING: 1}
    assert len(report.findings) == LISTED + 2
    # In the order of the file, what stands for the rest last.
    assert report.findings[0].line == 2
    assert report.findings[-1] == Finding("seq-length-mismatch", Level.ERROR, omitted=5)
    assert report.verdict is Verdict.INVALID


def test_the_verdict() -> None:
    assert FileReport("a").verdict is Verdict.VALID
    warned = FileReport("a")
    warned.add([Finding("xml-outer-space", Level.WARNING)])
    assert warned.verdict is Verdict.VALID
    assert unreadable("a", "no-project").verdict is Verdict.UNREADABLE
