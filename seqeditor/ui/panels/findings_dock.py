"""The findings panel in its dock: kept up to date, its wishes carried out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDockWidget, QWidget

from seqeditor.app.repairs import is_safe, repair, repair_all
from seqeditor.rules.finding import Level
from seqeditor.store.findings import Kept
from seqeditor.texts import _
from seqeditor.ui.panels.findings import FindingsPanel
from seqeditor.ui.qt.document_signal import DocumentSignal
from seqeditor.ui.qt.job_runner import JobRunner


class FindingsDock(QDockWidget):
    """Shows the findings of a document; `go_to` shows the place of one."""

    def __init__(
        self,
        signal: DocumentSignal,
        runner: JobRunner,
        go_to: Callable[[Kept], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("findings")
        self._signal = signal
        self._runner = runner
        document = signal.document
        self.panel = FindingsPanel(document.findings, document.number)
        self.setWidget(self.panel)
        self.panel.go_to.connect(go_to)
        self.panel.repair_requested.connect(self._repair)
        self.panel.repair_all_requested.connect(self._repair_all)
        signal.findings_changed.connect(lambda _ids: self.panel.refresh())
        signal.busy_changed.connect(lambda _busy: self.show_editable())
        self.show_editable()
        self.retranslate()

    def show_errors(self) -> None:
        """Come to the front and show the errors; without errors the warnings."""
        self.show()
        self.raise_()
        counts = self._signal.document.findings.counts()
        grave = next((level for level in Level if counts[level]), Level.ERROR)
        self.panel.show_levels([grave])

    def show_editable(self) -> None:
        """Offer repairs or not, as the document takes edits now."""
        self.panel.set_read_only(not self._signal.is_editable)

    def _repair(self, kept: Kept) -> None:
        if self._signal.is_editable:
            repair(self._signal.document, kept.finding)

    def _repair_all(self, rule: str) -> None:
        document = self._signal.document
        alike = [kept.finding for kept in document.findings.of_rule(rule)]
        self._runner.start(
            lambda job: repair_all(document, (f for f in alike if is_safe(f)), job=job),
            holds_document=True,
        )

    def retranslate(self) -> None:
        """Word the title in the language of the window."""
        self.setWindowTitle(_("Findings"))
        self.toggleViewAction().setText(_("&Findings"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language of the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
