from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
from pytestqt.qtbot import QtBot

from seqeditor.app.document import Document
from seqeditor.app.jobs import Job
from seqeditor.rules.finding import Finding, Level
from seqeditor.store.findings import HEADER
from seqeditor.ui.panels.status_line import StatusLine
from seqeditor.ui.qt.document_signal import DocumentSignal
from seqeditor.ui.qt.job_runner import JobRunner
from seqeditor.ui.session import Session
from tests.ui.conftest import sequence


@pytest.fixture
def runner(document: Callable[..., Document], qtbot: QtBot) -> Iterator[JobRunner]:
    signal = DocumentSignal(document(1))
    made = JobRunner(signal)
    yield made
    made.end()
    signal.end()


@pytest.fixture
def line(runner: JobRunner, session: Session, qtbot: QtBot) -> StatusLine:
    made = StatusLine(runner._signal, runner)
    qtbot.addWidget(made)
    made.show()
    return made


def test_counts_follow_the_listing(line: StatusLine) -> None:
    assert line._count.text() == "1 sequence"
    line._signal.document.insert_sequences("x", 1, [sequence()])
    assert line._count.text() == "2 sequences"
    line.show_selected(2)
    assert line._count.text() == "2 sequences, 2 selected"


def test_findings_are_counted_by_level(line: StatusLine) -> None:
    assert line._findings.text() == "No errors, no warnings"
    found = [Finding("seq-length-mismatch", level) for level in (Level.ERROR, Level.WARNING)]
    line._signal.document.findings.replace_all(HEADER, found)
    line._signal.findings_changed.emit(None)
    assert line._findings.text() == "1 error, 1 warning"
    line.show_checking(checking=True, complete=False)
    assert line._findings.text() == "1 error, 1 warning so far"
    line.show_checking(checking=False, complete=False)
    assert line._findings.text() == "1 error, 1 warning, not all is checked"
    line.show_checking(checking=False, complete=True)
    assert line._findings.text() == "1 error, 1 warning"


def test_when_it_was_saved(line: StatusLine) -> None:
    assert line._saved_label.isHidden()
    line.show_saved(datetime(2026, 5, 4, 14, 2))
    assert "2:02" in line._saved_label.text() or "14:02" in line._saved_label.text()


def test_long_work_shows_its_progress_and_can_be_stopped(
    line: StatusLine, runner: JobRunner, qtbot: QtBot
) -> None:
    def work(job: Job) -> None:
        while True:
            job.report(25, 100, "Reading")

    told: list[str] = []
    runner.start(work, on_cancelled=lambda: told.append("stopped"))
    progress = line.progress
    assert progress.isHidden()
    qtbot.waitUntil(lambda: not progress.isHidden())
    assert (progress.label.text(), progress.bar.value()) == ("Reading", 250)
    progress.cancel.click()
    qtbot.waitUntil(lambda: told == ["stopped"])
    assert progress.isHidden()


def test_work_of_unknown_size_is_shown_as_such(
    line: StatusLine, runner: JobRunner, qtbot: QtBot
) -> None:
    go_on = threading.Event()
    runner.start(lambda _job: go_on.wait(10))
    qtbot.waitUntil(lambda: not line.progress.isHidden())
    assert line.progress.bar.maximum() == 0
    assert line.progress.label.text() == "At work"
    go_on.set()
    qtbot.waitUntil(lambda: line.progress.isHidden())
