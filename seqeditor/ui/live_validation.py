"""The rules at work while the user types: at once for what was edited, beside it for the rest."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from seqeditor.app.document import Change
from seqeditor.app.jobs import Job
from seqeditor.store.reader import Reader
from seqeditor.ui.qt.document_signal import DocumentSignal
from seqeditor.ui.qt.job_runner import JobRunner

DEBOUNCE = 150
"""Milliseconds without an edit before the rules run."""

AT_ONCE = 50
"""So many edited sequences are checked in the window's thread; more go beside it."""

LARGE = 300
"""A sequence with more features is checked beside the window: it would wait too long."""

MANY = 4_000
"""With more, everything is checked, which is divided among processes."""

SHOW_EVERY = 1000
"""Milliseconds between two looks at the counts while everything is checked."""

SHOW_SHARE = 20
"""So many times as long as a look takes, the window is left alone before the next one."""


class LiveValidation(QObject):
    """Keeps the findings of a document up to date.

    `state_changed`: whether everything has been checked, is being checked, or was stopped.
    """

    state_changed = Signal()

    def __init__(
        self, signal: DocumentSignal, runner: JobRunner, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._signal = signal
        self._runner = runner
        self._ids: set[int] = set()
        self._header = False
        self._listing = False
        self._languages = self._header_languages()
        self._checking_all: Job | None = None
        self._checking_part = False
        self._checking_large = False
        self.is_complete = False
        self._debounce = _timer(self, DEBOUNCE, self.check_now)
        self._debounce.setSingleShot(True)
        self._shows = _timer(self, SHOW_EVERY, self._show_so_far)
        signal.changed.connect(self._changed)
        signal.busy_changed.connect(self._busy_changed)

    @property
    def is_checking(self) -> bool:
        """Whether the whole listing is being checked."""
        return self._checking_all is not None

    @property
    def is_idle(self) -> bool:
        """Whether everything edited so far has been checked."""
        waiting = self._debounce.isActive() or self._ids or self._header or self._listing
        return not (waiting or self.is_checking or self._checking_part or self._checking_large)

    # The whole listing -------------------------------------------------------------------------

    def check_all(self) -> None:
        """Check the whole listing beside the window, anew when that is under way."""
        if self._checking_all is not None:
            self._checking_all.cancel()
        self._ids.clear()
        self._header = self._listing = False
        self.is_complete = False
        self._checking_all = self._runner.start(
            self._with_reader(self._signal.validation.check_all),
            on_done=lambda _none: self._all_ended(complete=True),
            on_cancelled=lambda: self._all_ended(complete=False),
        )
        self._shows.start(SHOW_EVERY)
        self.state_changed.emit()

    def stop(self) -> None:
        """Stop checking the whole listing; what is edited is checked all the same."""
        if self._checking_all is not None:
            self._checking_all.cancel()

    def tell_complete(self) -> None:
        """Somebody else has had everything checked, as Generate does."""
        if not self.is_checking:
            self.is_complete = True
            self._tell_all()
            self.state_changed.emit()

    def end(self) -> None:
        """Check nothing more: the document is about to be closed."""
        self._debounce.stop()
        self._shows.stop()
        self._signal.changed.disconnect(self._changed)

    def _all_ended(self, *, complete: bool) -> None:
        if any(running.job is self._checking_all for running in self._runner.running):
            return  # of an earlier check, which this one has replaced
        self._checking_all = None
        self.is_complete = complete
        self._shows.stop()
        self._tell_all()
        self.state_changed.emit()
        self._debounce.start()

    def _show_so_far(self) -> None:
        """Look at the counts; the longer that takes, the later the next time."""
        begun = QElapsedTimer()
        begun.start()
        self._tell_all()
        self._shows.setInterval(max(SHOW_EVERY, SHOW_SHARE * begun.elapsed()))

    def _tell_all(self) -> None:
        self._signal.findings_changed.emit(None)

    def _with_reader(self, check: Callable[[Job, Reader], object]) -> Callable[[Job], object]:
        """Return the work that gives a check a reader of its own."""

        def work(job: Job) -> object:
            reader = self._signal.document.reader()
            try:
                return check(job, reader)
            finally:
                reader.connection.close()

        return work

    # What was edited ---------------------------------------------------------------------------

    def _changed(self, change: Change) -> None:
        self._ids |= change.sequence_ids
        self._header |= change.header_changed
        self._listing = True
        self._debounce.start()

    def _busy_changed(self, busy: bool) -> None:
        if not busy and (self._ids or self._header or self._listing):
            self._debounce.start()

    def check_now(self) -> None:
        """Check what has been edited since the last time, without waiting any longer."""
        if self._signal.document.busy:
            return  # the one who has the document gives it back, and then we are called again
        if self._header:
            self._check_header()
        if self._ids and not self._checking_large:
            self._check_sequences()
        if self._listing and self._checking_all is None and not self._checking_part:
            self._check_listing()

    def _check_header(self) -> None:
        self._header = False
        self._signal.validation.check_header()
        self._signal.findings_changed.emit(frozenset())
        languages = self._header_languages()
        if languages != self._languages:
            # What may stand in a qualifier depends on the languages stated.
            self._languages = languages
            self.check_all()

    def _header_languages(self) -> tuple[str | None, ...]:
        header = self._signal.document.header
        return header.original_language, header.non_english_language

    def _check_sequences(self) -> None:
        document = self._signal.document
        concerned, self._ids = self._signal.validation.concerned(self._ids), set()
        gone = {i for i in concerned if i not in document.order}
        revision = document.copy.latest_revision
        ids = concerned - gone
        if len(ids) > MANY:
            document.findings.remove_sequences(gone, revision)
            self.check_all()
            return
        if len(ids) + len(gone) > AT_ONCE:
            self._check_many(ids, gone, revision)
            return
        document.findings.remove_sequences(gone, revision)
        if any(row.features > LARGE for row in document.rows_of(ids)):
            self._check_large(ids, gone)
            return
        self._signal.validation.check_sequences(ids)
        self._signal.findings_changed.emit(frozenset(ids | gone))

    def _check_large(self, ids: set[int], gone: set[int]) -> None:
        """Check beside the window; what is edited meanwhile is checked when this has ended."""
        self._checking_large = True
        validation = self._signal.validation

        def work(job: Job, reader: Reader) -> None:
            wanted = sorted((i for i in ids if i in reader.order), key=reader.order.position)
            validation.check_part(wanted, job, reader)

        def ended() -> None:
            self._checking_large = False
            self._signal.findings_changed.emit(frozenset(ids | gone))
            if self._ids:
                self._debounce.start()

        self._runner.start(
            self._with_reader(work),
            on_done=lambda _none: ended(),
            on_cancelled=ended,
            is_quiet=True,
        )

    def _check_many(self, ids: set[int], gone: set[int], revision: int) -> None:
        validation = self._signal.validation
        findings = self._signal.document.findings

        def work(job: Job, reader: Reader) -> None:
            findings.remove_sequences(gone, revision)
            order = reader.order
            wanted = sorted((i for i in ids if i in order), key=order.position)
            validation.check_part(wanted, job, reader)

        self._runner.start(
            self._with_reader(work),
            on_done=lambda _none: self._tell_all(),
            on_cancelled=self._tell_all,
        )

    def _check_listing(self) -> None:
        self._listing = False
        self._checking_part = True
        validation = self._signal.validation
        self._runner.start(
            self._with_reader(lambda _job, reader: validation.check_listing(reader)),
            on_done=lambda _none: self._listing_ended(),
            on_cancelled=self._listing_ended,
            is_quiet=True,
        )

    def _listing_ended(self) -> None:
        self._checking_part = False
        self._signal.findings_changed.emit(None)
        if self._listing:
            self._debounce.start()


def _timer(parent: QObject, interval: int, slot: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setInterval(interval)
    timer.timeout.connect(slot)
    return timer
