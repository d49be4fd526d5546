"""The middle of the window: the general information, a sequence, or how to begin."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from seqeditor.app.document import Change
from seqeditor.domain.path import Path
from seqeditor.store.findings import HEADER, LISTING, Kept
from seqeditor.ui.panels.empty_state import EmptyState
from seqeditor.ui.panels.general_information import GeneralInformationForm
from seqeditor.ui.panels.import_reports import ImportReportsPanel
from seqeditor.ui.panels.notice import Notice
from seqeditor.ui.panels.panes import Panes
from seqeditor.ui.panels.project import GENERAL_INFORMATION, REPORTS, SEQUENCES, SNAPSHOTS
from seqeditor.ui.panels.sequence_editor import SequenceEditor
from seqeditor.ui.panels.snapshots import SnapshotsPanel
from seqeditor.ui.qt.document_signal import DocumentSignal


class Centre(QWidget):
    """Shows one part at a time, notices above it, and binds the form to the document."""

    def __init__(self, signal: DocumentSignal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._signal = signal
        self._part = SEQUENCES
        self._current: int | None = None
        self.banner = Notice(closable=False)
        self.version = Notice()
        self.notice = Notice()
        self.empty = EmptyState()
        self.form = GeneralInformationForm()
        self.panes = Panes(signal)
        self.snapshots = SnapshotsPanel(signal)
        self.reports = ImportReportsPanel(signal)
        self.pages = QStackedWidget()
        for page in (self.empty, self.form, self.panes, self.snapshots, self.reports):
            self.pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.version)
        column.addWidget(self.notice)
        column.addWidget(self.pages, 1)
        self.form.edit_requested.connect(self._edit_header)
        signal.changed.connect(self._changed)
        signal.findings_changed.connect(self._findings_changed)
        signal.busy_changed.connect(lambda _busy: self.show_editable())
        self.form.set_header(signal.document.header)
        self.show_editable()
        self._show_page()

    # What is shown -----------------------------------------------------------------------------

    @property
    def editor(self) -> SequenceEditor:
        """The active one of the editors of a sequence."""
        return self.panes.active

    def show_part(self, part: int) -> None:
        """Show one of the parts of the project."""
        self._part = part
        self._show_page()

    def show_sequence(self, sequence_id: int | None) -> None:
        """Make a sequence the one that is shown when sequences are; None for none."""
        self._current = sequence_id
        self.editor.show_sequence(sequence_id)
        self._show_page()

    def _show_page(self) -> None:
        if self._part == GENERAL_INFORMATION:
            page: QWidget = self.form
        elif self._part == SNAPSHOTS:
            page = self.snapshots
        elif self._part == REPORTS:
            page = self.reports
        else:
            page = self.empty if self._current is None else self.panes
        self.pages.setCurrentWidget(page)

    def show_editable(self) -> None:
        """Take edits or not, as the document does now."""
        editable = self._signal.is_editable
        self.form.set_read_only(not editable)
        self.empty.set_editable(editable)

    def _changed(self, change: Change) -> None:
        self.notice.clear()  # it was about what has been done before
        if change.header_changed:
            self.form.set_header(self._signal.document.header)

    def _findings_changed(self, ids: frozenset[int] | None) -> None:
        if not ids:
            found = self._signal.document.findings.of_header()
            self.form.set_findings(kept.finding for kept in found)

    def _edit_header(
        self, label: str, arguments: dict[str, str | int], edit: object, target: str
    ) -> None:
        if self._signal.is_editable and callable(edit):
            self._signal.document.apply_header(
                label, edit, arguments=arguments, target=target, origin=self.form
            )

    def focus_place(self, kept: Kept) -> bool:
        """Put the cursor to the place of a finding; its sequence is shown already."""
        path: Path = kept.finding.path
        if kept.finding.sequence is not None:
            return self.editor.focus_place(path)
        return kept.origin in (HEADER, LISTING) and self.form.focus_place(path)
