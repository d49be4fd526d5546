"""Long work in a thread of its own, its progress and its end told in the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, QTimer, Signal

from seqeditor.app.jobs import CancelledError, Job
from seqeditor.ui.qt.document_signal import DocumentSignal

Work = Callable[[Job], Any]

PATIENCE = 50
"""Milliseconds an edit may take in the window's sight; more would be felt as a freeze."""

TICK = 100
"""Milliseconds between two looks at how far the work is."""


def _nothing(_result: Any) -> None: ...


def _done_nothing() -> None: ...


class _Worker(QThread):
    """Runs one function and keeps its result or what it raised."""

    def __init__(self, work: Work, job: Job, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._job = job
        self.result: Any = None
        self.error: BaseException | None = None

    def run(self) -> None:
        """Do the work; an exception is handed over, never lost in the thread."""
        try:
            self.result = self._work(self._job)
        except BaseException as error:
            self.error = error


@dataclass
class Running:
    """One work under way and what is to happen at its end."""

    job: Job
    worker: _Worker
    holds_document: bool
    is_quiet: bool
    on_done: Callable[[Any], None]
    on_error: Callable[[BaseException], None] | None
    on_cancelled: Callable[[], None]


class JobRunner(QObject):
    """Runs long work of one window.

    `progress(Running | None)`: how far the work to be shown is; None when there is none any more.
    `failed(exception)`: work ended by an exception nobody else takes.
    """

    progress = Signal(object)
    failed = Signal(object)
    idle = Signal()

    def __init__(self, signal: DocumentSignal, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._signal = signal
        self._running: list[Running] = []
        self._is_ended = False
        self._ticks = QTimer(self)
        self._ticks.setInterval(TICK)
        self._ticks.timeout.connect(self._tick)

    @property
    def running(self) -> tuple[Running, ...]:
        """What is under way, oldest first."""
        return tuple(self._running)

    def start(
        self,
        work: Work,
        *,
        on_done: Callable[[Any], None] = _nothing,
        on_error: Callable[[BaseException], None] | None = None,
        on_cancelled: Callable[[], None] = _done_nothing,
        holds_document: bool = False,
        is_quiet: bool = False,
    ) -> Job:
        """Run `work(job)` beside the window; the end is told by one of the three functions.

        `holds_document`: edits are refused until it ends. `is_quiet`: no progress is shown.
        """
        job = Job()
        worker = _Worker(work, job, self)
        running = Running(job, worker, holds_document, is_quiet, on_done, on_error, on_cancelled)
        self._running.append(running)
        worker.finished.connect(self._sweep)
        if holds_document:
            self._signal.set_busy(True)
        self._ticks.start()
        worker.start()
        return job

    def run_or_start(
        self,
        work: Work,
        *,
        on_done: Callable[[Any], None] = _nothing,
        on_error: Callable[[BaseException], None] | None = None,
        patience: int | None = None,
    ) -> None:
        """Do an edit of unknown size: at once when it is quick, else beside the window.

        What is done within `patience` milliseconds (PATIENCE) is done and told when this returns;
        what takes longer keeps the document until it ends.
        """
        job = Job()
        worker = _Worker(work, job, self)
        worker.finished.connect(self._sweep)
        worker.start()
        quick = worker.wait(PATIENCE if patience is None else patience)
        running = Running(job, worker, not quick, False, on_done, on_error, _done_nothing)
        self._running.append(running)
        if quick:
            # What the document has told from the thread waits to be heard in this one.
            QCoreApplication.sendPostedEvents(self._signal, QEvent.Type.MetaCall.value)
            self._sweep()
        else:
            self._signal.set_busy(True)
            self._ticks.start()
            QTimer.singleShot(0, self._sweep)

    def cancel_all(self) -> None:
        """Ask all work to stop."""
        for running in self._running:
            running.job.cancel()

    def end(self) -> None:
        """Stop all work and wait for it; nothing of its end is told."""
        self._is_ended = True
        self.cancel_all()
        self._ticks.stop()
        for running in self._running:
            running.worker.wait()
        self._running.clear()

    def _tick(self) -> None:
        shown = [running for running in self._running if not running.is_quiet]
        if shown:
            # What holds the document is what the user waits for.
            self.progress.emit(max(shown, key=lambda running: running.holds_document))

    def _sweep(self) -> None:
        ended = [running for running in self._running if running.worker.isFinished()]
        for running in ended:
            self._running.remove(running)
        if not any(running.holds_document for running in self._running):
            self._signal.set_busy(False)
        if not self._running:
            self._ticks.stop()
        if not any(not running.is_quiet for running in self._running):
            self.progress.emit(None)
        for running in ended:
            running.worker.deleteLater()
            if not self._is_ended:  # the end of one may have closed the window
                self._conclude(running)
        if ended and not self._running:
            self.idle.emit()

    def _conclude(self, running: Running) -> None:
        error = running.worker.error
        if error is None:
            running.on_done(running.worker.result)
        elif isinstance(error, CancelledError):
            running.on_cancelled()
        elif running.on_error is not None:
            running.on_error(error)
        else:
            self.failed.emit(error)
