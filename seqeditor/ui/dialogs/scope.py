"""Which sequences something is done in: the selected, the shown, all, or some numbers."""

from __future__ import annotations

from array import array

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from seqeditor.domain.number_ranges import parse_numbers
from seqeditor.store.choosing import ids_of_numbers
from seqeditor.texts import _, fill, ngettext
from seqeditor.ui.panels.project import ProjectPanel
from seqeditor.ui.qt.document_signal import DocumentSignal
from seqeditor.ui.qt.locale import count_text

SELECTED, SHOWN, ALL, NUMBERS = "selected", "shown", "all", "numbers"


class ScopeBox(QWidget):
    """`changed`: other sequences are meant."""

    changed = Signal()

    def __init__(self, project: ProjectPanel, signal: DocumentSignal) -> None:
        super().__init__()
        self._project = project
        self._signal = signal
        self.choice = QComboBox()
        self.choice.setAccessibleName(_("Which sequences"))
        for scope in (SELECTED, SHOWN, ALL, NUMBERS):
            self.choice.addItem("", scope)
        self.numbers = QLineEdit()
        self.numbers.setAccessibleName(_("Numbers of sequences"))
        self.numbers.setPlaceholderText("1-20, 35")
        self.numbers.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.numbers.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.choice, 1)
        row.addWidget(self.numbers, 1)
        self.setFocusProxy(self.choice)
        self.refresh()
        self.choice.currentIndexChanged.connect(self._chosen)
        self.numbers.textChanged.connect(lambda _text: self.changed.emit())
        project.list.selection_changed.connect(self._selection_changed)
        project.model.modelReset.connect(self._view_changed)
        project.model.rowsInserted.connect(self._view_changed)
        project.model.rowsRemoved.connect(self._view_changed)

    @property
    def scope(self) -> str:
        """SELECTED, SHOWN, ALL or NUMBERS."""
        return str(self.choice.currentData())

    def choose(self, scope: str) -> None:
        """Mean other sequences."""
        self.choice.setCurrentIndex(self.choice.findData(scope))

    def ids(self) -> array[int]:
        """Return the sequences meant, in order; raises NumbersError."""
        match self.scope:
            case "selected":
                return self._project.list.selected_ids()
            case "shown":
                return self._project.model.ids[:]
            case "numbers":
                document = self._signal.document
                wanted = ids_of_numbers(document.copy, parse_numbers(self.numbers.text()))
                return array("q", (i for i in document.order.ids if i in wanted))
        return self._signal.document.order.ids[:]

    def refresh(self) -> None:
        """Say how many sequences each choice means."""
        selected = self._project.list.selected_count()
        shown = self._project.model.rowCount()
        total = self._signal.document.count()
        meant = (
            (ngettext("The selected sequence", "{count} selected sequences", selected), selected),
            (ngettext("The sequence shown", "{count} sequences shown", shown), shown),
            (ngettext("The one sequence", "All {count} sequences", total), total),
        )
        for row, (words, count) in enumerate(meant):
            self.choice.setItemText(row, fill(words, {"count": count_text(count)}))
        self.choice.setItemText(3, _("Sequences by number"))

    def _chosen(self, _index: int) -> None:
        self.numbers.setVisible(self.scope == NUMBERS)
        self.changed.emit()

    def _selection_changed(self) -> None:
        self.refresh()
        if self.scope == SELECTED:
            self.changed.emit()

    def _view_changed(self, *_arguments: object) -> None:
        self.refresh()
        if self.scope == SHOWN:
            self.changed.emit()
