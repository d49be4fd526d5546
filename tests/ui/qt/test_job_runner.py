from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from seqeditor.app.document import Document
from seqeditor.app.jobs import Job
from seqeditor.ui.qt.document_signal import DocumentSignal
from seqeditor.ui.qt.job_runner import JobRunner


@pytest.fixture
def runner(document: Callable[..., Document], qtbot: QtBot) -> Iterator[JobRunner]:
    signal = DocumentSignal(document())
    made = JobRunner(signal)
    yield made
    made.end()
    signal.end()


def test_work_is_done_elsewhere_and_its_end_told_here(runner: JobRunner, qtbot: QtBot) -> None:
    here = threading.get_ident()
    told: list[tuple[int, bool]] = []
    runner.start(
        lambda _job: threading.get_ident(),
        on_done=lambda there: told.append((there, threading.get_ident() == here)),
    )
    qtbot.waitUntil(lambda: bool(told))
    assert told[0][0] != here
    assert told[0][1]


def test_an_error_comes_back_to_who_asked(runner: JobRunner, qtbot: QtBot) -> None:
    def work(_job: Job) -> None:
        raise OSError("no")

    told: list[BaseException] = []
    runner.start(work, on_error=told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], OSError)


def test_an_error_nobody_takes_is_not_lost(runner: JobRunner, qtbot: QtBot) -> None:
    def work(_job: Job) -> None:
        raise ZeroDivisionError

    with qtbot.waitSignal(runner.failed) as told:
        runner.start(work)
    assert told.args is not None
    assert isinstance(told.args[0], ZeroDivisionError)


def test_the_document_is_busy_meanwhile(runner: JobRunner, qtbot: QtBot) -> None:
    document = runner._signal.document
    go_on = threading.Event()
    told: list[bool] = []
    runner._signal.busy_changed.connect(told.append)
    runner.start(lambda _job: go_on.wait(10), holds_document=True)
    assert not document.is_editable
    go_on.set()
    qtbot.waitUntil(lambda: not runner.running)
    assert document.is_editable
    assert told == [True, False]


def test_stopping_ends_the_work(runner: JobRunner, qtbot: QtBot) -> None:
    def work(job: Job) -> None:
        while True:
            job.report(1, 2)

    told: list[str] = []
    job = runner.start(
        work,
        on_done=lambda _none: told.append("done"),
        on_cancelled=lambda: told.append("stopped"),
    )
    job.cancel()
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["stopped"]


def test_progress_is_told_while_there_is_work(runner: JobRunner, qtbot: QtBot) -> None:
    go_on = threading.Event()
    told: list[object] = []
    runner.progress.connect(lambda running: told.append(running and running.job.done))

    def work(job: Job) -> None:
        job.report(7, 10, "At work")
        go_on.wait(10)

    runner.start(work)
    qtbot.waitUntil(lambda: 7 in told)
    go_on.set()
    qtbot.waitUntil(lambda: told[-1] is None)


def test_quiet_work_shows_nothing(runner: JobRunner, qtbot: QtBot) -> None:
    told: list[object] = []
    runner.progress.connect(told.append)
    runner.start(lambda job: job.report(1, 2), is_quiet=True)
    qtbot.waitUntil(lambda: not runner.running)
    assert [one for one in told if one is not None] == []


def test_the_end_waits_for_all_work(runner: JobRunner) -> None:
    ended: list[bool] = []

    def work(job: Job) -> None:
        try:
            while True:
                job.check()
        finally:
            ended.append(True)

    runner.start(work)
    runner.end()
    assert ended == [True]
    assert runner.running == ()


def test_when_the_end_of_one_work_closes_the_window_no_other_is_told(
    runner: JobRunner, qtbot: QtBot
) -> None:
    told: list[str] = []

    def close(_result: object) -> None:
        told.append("closed")
        runner.end()

    go_on = threading.Event()
    runner.start(lambda _job: go_on.wait(10), on_done=close)
    runner.start(lambda _job: go_on.wait(10), on_done=lambda _none: told.append("too late"))
    go_on.set()
    for running in runner.running:
        running.worker.wait()
    qtbot.waitUntil(lambda: told != [])
    assert told == ["closed"]


def test_quick_work_is_done_when_it_returns(runner: JobRunner) -> None:
    told: list[int] = []
    runner.run_or_start(lambda _job: 7, on_done=told.append, patience=10_000)
    assert told == [7]
    assert runner.running == ()


def test_slow_work_keeps_the_document(runner: JobRunner, qtbot: QtBot) -> None:
    go_on = threading.Event()
    told: list[bool] = []
    runner.run_or_start(lambda _job: go_on.wait(10), on_done=told.append, patience=1)
    assert not runner._signal.is_editable
    go_on.set()
    qtbot.waitUntil(lambda: told == [True])
    assert runner._signal.is_editable
