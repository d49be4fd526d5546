"""The snapshots of a project: what was filed, and what can be done with it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from seqeditor.store.snapshots import Snapshot, snapshots
from seqeditor.texts import N_, _, fill
from seqeditor.ui.qt.document_signal import DocumentSignal
from seqeditor.ui.qt.flow import FlowLayout
from seqeditor.ui.qt.locale import count_text, moment_text

_HEADS = (N_("Label"), N_("Kept on"), N_("File name"), N_("Sequences"), N_("Size in bytes"))
_BUTTONS = {
    "open": N_("&Open in a window"),
    "export": N_("&Export XML…"),
    "compare": N_("&Compare with the listing"),
    "rename": N_("&Rename…"),
    "delete": N_("&Delete…"),
}
_EDITS = ("rename", "delete")


class SnapshotsPanel(QWidget):
    """Lists the snapshots. `asked(what, Snapshot)`: a button; `what` is a key of the buttons."""

    asked = Signal(str, object)

    def __init__(self, signal: DocumentSignal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._signal = signal
        self._shown: list[Snapshot] = []
        self.title = QLabel()
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.list = self._make_list()
        self.title.setBuddy(self.list)
        self.details = QLabel()
        self.details.setTextFormat(Qt.TextFormat.PlainText)
        self.details.setWordWrap(True)
        self.details.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.buttons: dict[str, QPushButton] = {}
        row = FlowLayout(spacing=8)
        for what in _BUTTONS:
            button = self.buttons[what] = QPushButton()
            button.clicked.connect(lambda _checked=False, what=what: self._ask(what))
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(12)
        for widget in (self.title, self.words, self.list, self.details):
            column.addWidget(widget, 1 if widget is self.list else 0)
        column.addLayout(row)
        signal.state_changed.connect(self.refresh)
        signal.busy_changed.connect(lambda _busy: self._offer())
        self.retranslate()
        self.refresh()

    def _make_list(self) -> QTreeWidget:
        table = QTreeWidget()
        table.setRootIsDecorated(False)
        table.setUniformRowHeights(True)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setColumnCount(len(_HEADS))
        table.header().setStretchLastSection(False)
        table.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.itemSelectionChanged.connect(self._offer)
        table.itemActivated.connect(lambda _item, _column: self._ask("open"))
        return table

    def current(self) -> Snapshot | None:
        """Return the snapshot that is selected."""
        item = self.list.currentItem()
        row = -1 if item is None else self.list.indexOfTopLevelItem(item)
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def refresh(self) -> None:
        """Show the snapshots as they are now; while long work has the document, as they were."""
        if self._signal.document.busy:
            self._offer()
            return  # to ask would mean to wait; it is told when the work has ended
        found = snapshots(self._signal.document.copy)
        if found != self._shown:
            before = self.current()
            self._shown = found
            self._fill()
            ids = [one.id for one in found]
            row = ids.index(before.id) if before is not None and before.id in ids else 0
            item = self.list.topLevelItem(row)
            if item is not None:
                self.list.setCurrentItem(item)
        self._offer()

    def _fill(self) -> None:
        self.list.clear()
        for one in self._shown:
            at = moment_text(datetime.fromisoformat(one.at))
            cells = [one.label, at, one.file_name, count_text(one.total), count_text(one.size)]
            item = QTreeWidgetItem(cells)
            for column in (3, 4):
                item.setTextAlignment(
                    column, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
                )
            item.setToolTip(0, one.label)
            item.setSizeHint(0, QSize(0, self.list.fontMetrics().height() + 8))
            self.list.addTopLevelItem(item)

    def _offer(self) -> None:
        one = self.current()
        document = self._signal.document
        for what, button in self.buttons.items():
            allowed = document.is_editable if what in _EDITS else not document.busy
            button.setEnabled(one is not None and allowed)
        self.list.setVisible(bool(self._shown))
        self.details.setVisible(one is not None)
        if one is not None:
            words = _("{size} bytes, SHA-256 {digest}")
            self.details.setText(fill(words, {"size": count_text(one.size), "digest": one.sha256}))

    def _ask(self, what: str) -> None:
        one = self.current()
        if one is not None and self.buttons[what].isEnabled():
            self.asked.emit(what, one)

    def retranslate(self) -> None:
        """Word everything in the language of the window."""
        self.title.setText(_("Snapshots"))
        self.words.setText(
            _(
                "What was filed, kept byte for byte. “Generate ST.26 XML” offers to keep a"
                " snapshot; it is saved with the project. From then on the numbers are frozen:"
                " Delete leaves a skipped sequence, and new sequences go behind."
            )
        )
        self.list.setHeaderLabels([_(words) for words in _HEADS])
        self.list.setAccessibleName(_("Snapshots"))
        for what, button in self.buttons.items():
            button.setText(_(_BUTTONS[what]))
        self._fill()
        self._offer()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language of the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
