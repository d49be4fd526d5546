"""The line at the foot of the window: counts, progress of long work, what was saved, language."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QStatusBar,
    QToolButton,
    QWidget,
)

from seqeditor.rules.finding import Level
from seqeditor.rules.rule import PROFILES
from seqeditor.texts import _, language, ngettext, say
from seqeditor.ui.qt.document_signal import DocumentSignal
from seqeditor.ui.qt.icons import icon, level_icon
from seqeditor.ui.qt.job_runner import JobRunner, Running
from seqeditor.ui.qt.locale import count_text, time_text
from seqeditor.vocabulary.standard import DTD, NAME, VERSION

STANDARD = f"{NAME} v{VERSION} / {DTD}"
SHOW_AFTER = 200
"""Milliseconds of work before its progress is shown."""


class ProgressPart(QWidget):
    """How far long work is, and the button that stops it; hidden while there is none."""

    def __init__(self, runner: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._running: Running | None = None
        self.label = QLabel()
        self.bar = QProgressBar()
        self.bar.setFixedWidth(140)
        self.bar.setTextVisible(False)
        self.cancel = QToolButton()
        self.cancel.setAutoRaise(True)
        self.cancel.clicked.connect(self._cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self.label, self.bar, self.cancel):
            row.addWidget(widget)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(SHOW_AFTER)
        self._wait.timeout.connect(self._appear)
        runner.progress.connect(self._progress)
        self.hide()
        self.retranslate()

    def _progress(self, running: Running | None) -> None:
        self._running = running
        if running is None:
            self._wait.stop()
            self.hide()
        elif self.isHidden() and not self._wait.isActive():
            self._wait.start()
        self._show()

    def _appear(self) -> None:
        if self._running is not None:
            self._show()
            self.show()

    def _show(self) -> None:
        if self._running is None:
            return
        job = self._running.job
        self.label.setText(say(job.label, job.parameters) if job.label else _("At work"))
        self.bar.setMaximum(1000 if job.total else 0)
        if job.total:
            self.bar.setValue(min(1000, job.done * 1000 // job.total))
        self.cancel.setEnabled(not job.cancelled)

    def _cancel(self) -> None:
        if self._running is not None:
            self._running.job.cancel()
            self._show()

    def retranslate(self) -> None:
        """Word everything in the language of the window."""
        self.cancel.setToolTip(_("Stop this work; everything stays as it was"))
        self.cancel.setAccessibleName(_("Stop"))
        self.bar.setAccessibleName(_("Progress"))
        self.cancel.setIcon(icon("stop"))
        self._show()


class StatusLine(QStatusBar):
    """Shows the state of one document. `findings_asked`: the counts of findings were clicked."""

    findings_asked = Signal()

    def __init__(
        self, signal: DocumentSignal, runner: JobRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._signal = signal
        self._saved: datetime | None = None
        self._is_checking = False
        self._is_complete = True
        self._selected = 0
        self._count = QLabel()
        self._standard = QLabel(STANDARD)
        self._findings = QToolButton()
        self._findings.setAutoRaise(True)
        self._findings.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._findings.clicked.connect(self.findings_asked)
        self._place = QLabel()
        self._saved_label = QLabel()
        self.language_button = QToolButton()
        self.language_button.setAutoRaise(True)
        self.language_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.progress = ProgressPart(runner)
        left = QWidget()
        row = QHBoxLayout(left)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(16)
        for widget in (self._count, self._standard, self._findings, self.progress):
            row.addWidget(widget)
        row.addStretch(1)
        self.addWidget(left, 1)
        for widget in (self._place, self._saved_label, self.language_button):
            self.addPermanentWidget(widget)
        signal.changed.connect(lambda _change: self._show_count())
        signal.findings_changed.connect(lambda _ids: self._show_findings())
        signal.state_changed.connect(self._show_standard)
        self.retranslate()

    # What is shown -----------------------------------------------------------------------------

    def set_language_menu(self, menu: QMenu) -> None:
        """Let the language be chosen here too."""
        self.language_button.setMenu(menu)

    def show_place(self, words: str) -> None:
        """Show where the cursor is, or how much is selected; "" for neither."""
        self._place.setText(words)

    def show_saved(self, moment: datetime) -> None:
        """Show when the project was saved."""
        self._saved = moment
        self._show_saved()

    def show_checking(self, *, checking: bool, complete: bool) -> None:
        """Show whether the counts are still growing, or checking was stopped."""
        self._is_checking, self._is_complete = checking, complete
        self._show_findings()

    def show_selected(self, count: int) -> None:
        """Show how many sequences are selected, when it is more than the current one."""
        self._selected = count
        self._show_count()

    def _show_count(self) -> None:
        count = self._signal.document.count()
        words = ngettext("{count} sequence", "{count} sequences", count)
        words = words.replace("{count}", count_text(count))
        if self._selected > 1:
            chosen = ngettext("{count} selected", "{count} selected", self._selected)
            words = f"{words}, {chosen.replace('{count}', count_text(self._selected))}"
        self._count.setText(words)

    def _show_findings(self) -> None:
        counts = self._signal.document.findings.counts()
        errors, warnings = counts[Level.ERROR], counts[Level.WARNING]
        level = next((level for level in Level if counts[level]), None)
        words = f"{_errors(errors)}, {_warnings(warnings)}"
        if not counts[Level.ERROR] and not counts[Level.WARNING]:
            words = _("No errors, no warnings")
        if self._is_checking:
            words = _("{counts} so far").replace("{counts}", words)
        elif not self._is_complete:
            words = _("{counts}, not all is checked").replace("{counts}", words)
        self._findings.setText(words)
        palette = self.palette()
        self._findings.setIcon(level_icon(level, palette) if level else icon("check", palette))
        self._findings.setAccessibleName(words)

    def _show_saved(self) -> None:
        words = ""
        if self._saved is not None:
            words = _("saved {time}").replace("{time}", time_text(self._saved))
        self._saved_label.setText(words)
        self._saved_label.setVisible(bool(words))

    # Words -------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Word everything in the language of the window."""
        self._standard.setToolTip(
            _("The version of WIPO Standard ST.26 and of its DTD that is written and checked.")
        )
        self._show_standard()
        self._findings.setToolTip(_("Show the findings"))
        self.language_button.setText(language().upper())
        self.language_button.setToolTip(_("Language of the window"))
        self.language_button.setAccessibleName(_("Language of the window"))
        self.progress.retranslate()
        self._show_count()
        self._show_findings()
        self._show_saved()

    def _show_standard(self) -> None:
        profile = self._signal.validation.profile
        usual = profile == PROFILES[0]
        self._standard.setText(STANDARD if usual else f"{STANDARD} \u00b7 {profile}")

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and colours of the window."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self.retranslate()


def _errors(count: int) -> str:
    return ngettext("{count} error", "{count} errors", count).replace("{count}", count_text(count))


def _warnings(count: int) -> str:
    words = ngettext("{count} warning", "{count} warnings", count)
    return words.replace("{count}", count_text(count))
