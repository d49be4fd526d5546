"""The import reports of a project: what became of every datum of the files taken in."""

from __future__ import annotations

from datetime import datetime
from pathlib import PurePath

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSplitter,
    QTableView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from seqeditor.app.import_report_words import ACTIONS, format_words
from seqeditor.app.kept_reports import counts_of
from seqeditor.store.reports import KeptReport, mark_looked_at, report_items, reports
from seqeditor.texts import N_, Catalogue, _, language
from seqeditor.ui.models.import_items import (
    EXPLANATION,
    HEADS,
    LINE,
    LOOKED,
    NEW,
    NUMBER,
    OLD,
    TO_CHECK,
    ImportItems,
)
from seqeditor.ui.qt.document_signal import DocumentSignal
from seqeditor.ui.qt.flow import FlowLayout
from seqeditor.ui.qt.locale import count_text, moment_text

_HEADS = (
    N_("File name"),
    N_("Imported on"),
    N_("Format"),
    N_("Sequences"),
    N_("What became of the data"),
)
_WIDEST = 140
_SHOWN_FIRST = 50
"""Rows whose texts decide how wide the columns are."""


class _Items(QTableView):
    """`chosen(row)`: its sequence is wanted; `copied`: the rows are wanted as a table."""

    chosen = Signal(int)
    copied = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the sequence, Space sets the tick; else as in every table."""
        row = self.currentIndex().row()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(row)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit()
        elif event.key() == Qt.Key.Key_Space:
            self._tick(row)
        else:
            super().keyPressEvent(event)

    def _tick(self, row: int) -> None:
        index = self.model().index(row, LOOKED)
        role = Qt.ItemDataRole.CheckStateRole
        if index.isValid() and index.data(role) is not None:
            is_set = index.data(role) == Qt.CheckState.Checked.value
            state = Qt.CheckState.Unchecked if is_set else Qt.CheckState.Checked
            self.model().setData(index, state.value, role)


class ImportReportsPanel(QWidget):
    """Lists the reports, the newest first, and the items of the one that is selected.

    `sequence_asked(id)`: the sequence of an item is to be shown, which may be gone.
    `write_asked(KeptReport)`: the report is wanted as a file.
    """

    sequence_asked = Signal(object)
    write_asked = Signal(object)

    def __init__(self, signal: DocumentSignal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._signal = signal
        self._shown: list[KeptReport] = []
        self._open: int | None = None
        self.title = QLabel()
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.list = self._make_list()
        self.title.setBuddy(self.list)
        self.model = ImportItems(signal.document.copy.number, self._mark, self)
        self.table = self._make_table()
        self.details = QLabel()
        self.details.setWordWrap(True)
        self.details.setTextFormat(Qt.TextFormat.PlainText)
        self.details.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.show_label = QLabel()
        self.filter = QComboBox()
        self.filter.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.show_label.setBuddy(self.filter)
        self.filter.currentIndexChanged.connect(lambda _index: self._choose())
        self.go = QPushButton()
        self.go.clicked.connect(lambda _checked=False: self._go(self.table.currentIndex().row()))
        self.copy_button = QPushButton()
        self.copy_button.clicked.connect(lambda _checked=False: self.copy())
        self.write = QPushButton()
        self.write.clicked.connect(lambda _checked=False: self._ask_write())
        self._lay_out()
        signal.state_changed.connect(self.refresh)
        signal.busy_changed.connect(lambda _busy: self.refresh())
        signal.changed.connect(lambda _change: self.model.refresh())
        self.retranslate()
        self.refresh()

    def _make_list(self) -> QTreeWidget:
        made = QTreeWidget()
        made.setRootIsDecorated(False)
        made.setUniformRowHeights(True)
        made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        made.setColumnCount(len(_HEADS))
        made.header().setStretchLastSection(True)
        made.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        made.itemSelectionChanged.connect(self._open_current)
        return made

    def _make_table(self) -> _Items:
        table = _Items()
        table.setModel(self.model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 8)
        table.horizontalHeader().setHighlightSections(False)
        table.chosen.connect(self._go)
        table.copied.connect(self.copy)
        table.clicked.connect(self._clicked)
        table.doubleClicked.connect(self._double_clicked)
        table.selectionModel().currentRowChanged.connect(lambda *_: self._offer())
        return table

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.show_label)
        row.addWidget(self.filter)
        row.addStretch(1)
        buttons = FlowLayout(spacing=8)
        for button in (self.go, self.copy_button, self.write):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        below = QWidget()
        inner = QVBoxLayout(below)
        inner.setContentsMargins(0, 8, 0, 0)
        inner.setSpacing(8)
        inner.addLayout(row)
        inner.addWidget(self.table, 1)
        inner.addWidget(self.details)
        inner.addLayout(buttons)
        self.parts = QSplitter(Qt.Orientation.Vertical)
        self.parts.setChildrenCollapsible(False)
        self.parts.addWidget(self.list)
        self.parts.addWidget(below)
        self.parts.setSizes([100, 500])
        self.parts.setStretchFactor(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.title)
        column.addWidget(self.words)
        column.addWidget(self.parts, 1)
        column.addStretch(0)

    # What is shown -----------------------------------------------------------------------------

    def current(self) -> KeptReport | None:
        """Return the report that is selected."""
        item = self.list.currentItem()
        row = -1 if item is None else self.list.indexOfTopLevelItem(item)
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def refresh(self) -> None:
        """Show the reports as they are now."""
        if self._signal.document.busy:
            return  # to ask would mean to wait; it is told when the work has ended
        found = reports(self._signal.document.copy)[::-1]
        if found != self._shown:
            self._shown = found
            self._fill()
        self._offer()

    def _fill(self) -> None:
        kept = self._open
        self.list.blockSignals(True)
        self.list.clear()
        catalogue = Catalogue(language())
        for one in self._shown:
            counts = counts_of(one)
            became = [
                f"{_(words)} {count_text(counts[action])}"
                for action, words in ACTIONS.items()
                if counts[action]
            ]
            cells = [
                f"\u2068{PurePath(one.source).name}\u2069",
                _moment(one.at),
                format_words(one.format, catalogue),
                count_text(one.sequences),
                ", ".join(became),
            ]
            item = QTreeWidgetItem(cells)
            item.setTextAlignment(3, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
            item.setToolTip(0, one.source)
            item.setToolTip(4, cells[4])
            self.list.addTopLevelItem(item)
        ids = [one.id for one in self._shown]
        if ids:
            # What has just been imported is what the user wants to see.
            row = ids.index(kept) if kept in ids and ids[0] <= max(ids[1:], default=0) else 0
            self.list.setCurrentIndex(self.list.model().index(row, 0))
        self.list.blockSignals(False)
        self._open_current()

    def _open_current(self) -> None:
        one = self.current()
        if (None if one is None else one.id) != self._open:
            self._open = None if one is None else one.id
            rows = [] if one is None else report_items(self._signal.document.copy, one.id)
            self.model.show_items(rows)
            self._fill_filter("")
            self._size_columns()
        self._offer()

    def _fill_filter(self, chosen: str) -> None:
        self.filter.blockSignals(True)
        self.filter.clear()
        kinds = [("", _("Everything")), (TO_CHECK, _("To look at"))]
        kinds += [(str(action), _(words)) for action, words in ACTIONS.items()]
        for kind, words in kinds:
            count = self.model.count(kind)
            if count or kind in ("", chosen):
                self.filter.addItem(f"{words} ({count_text(count)})", kind)
        self.filter.setCurrentIndex(max(self.filter.findData(chosen), 0))
        self.filter.blockSignals(False)

    def _choose(self) -> None:
        chosen = self.filter.currentData() or ""
        self.model.choose(chosen)
        self._fill_filter(chosen)
        self._offer()

    def _size_columns(self) -> None:
        header, metrics = self.table.horizontalHeader(), self.table.fontMetrics()
        modes = QHeaderView.ResizeMode
        shown = [self.model.cells(n) for n in range(min(self.model.rowCount(), _SHOWN_FIRST))]
        for column, head in enumerate(HEADS):
            wide = column == EXPLANATION
            header.setSectionResizeMode(column, modes.Stretch if wide else modes.Interactive)
            if not wide:
                texts = [_(head), *(cells[column] for cells in shown)]
                width = max(metrics.horizontalAdvance(text[:60]) for text in texts)
                self.table.setColumnWidth(column, min(width + 20, _WIDEST))
        for column in (OLD, NEW, LINE):
            self.table.setColumnHidden(column, not self.model.says_in(column))

    def _offer(self) -> None:
        one = self.current()
        self.parts.setVisible(bool(self._shown))
        index = self.table.currentIndex()
        said = index.siblingAtColumn(EXPLANATION).data(Qt.ItemDataRole.ToolTipRole)
        self.details.setText(said or "")
        self.details.setVisible(bool(said))
        self.go.setEnabled(self.model.sequence_at(index.row()) is not None)
        self.copy_button.setEnabled(bool(self.model.rowCount()))
        self.write.setEnabled(one is not None and not self._signal.document.busy)
        self.words.setText(
            _(
                "What became of every datum of the files that were imported, saved with the"
                " project. Tick what you have looked at."
            )
            if self._shown
            else _("Nothing has been imported into this project yet.")
        )

    # What is asked for -------------------------------------------------------------------------

    def _mark(self, position: int, looked_at: bool) -> bool:
        one, document = self.current(), self._signal.document
        if one is None or not self._signal.is_editable:
            return False
        mark_looked_at(document.copy, one.id, position, looked_at=looked_at)
        self._signal.tell_state()
        return True

    def _clicked(self, index: QModelIndex) -> None:
        if index.column() == NUMBER:
            self._go(index.row())

    def _double_clicked(self, index: QModelIndex) -> None:
        if index.column() not in (LOOKED, NUMBER):
            self._go(index.row())

    def _go(self, row: int) -> None:
        found = self.model.sequence_at(row)
        if found is not None:
            self.sequence_asked.emit(found)

    def _ask_write(self) -> None:
        one = self.current()
        if one is not None:
            self.write_asked.emit(one)

    def copy(self) -> None:
        """Copy the selected items as a table for a spreadsheet, all of them when one is."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        lines = ["\t".join(_(head) for head in HEADS)]
        chosen = rows if len(rows) > 1 else range(self.model.rowCount())
        copied = (self.model.cells(row) for row in chosen)
        lines += ["\t".join(" ".join(cell.split()) for cell in cells) for cells in copied]
        QGuiApplication.clipboard().setText("\n".join(lines) + "\n")

    # Words -------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Word everything in the language of the window."""
        self.title.setText(_("Import reports"))
        self.list.setHeaderLabels([_(words) for words in _HEADS])
        self.list.setAccessibleName(_("Import reports"))
        self.table.setAccessibleName(_("What became of the data"))
        self.show_label.setText(_("&Show:"))
        self.go.setText(_("&Go to the sequence"))
        self.copy_button.setText(_("Copy as table"))
        self.write.setText(_("&Write to a file…"))
        self._fill()
        self.model.refresh()
        self._fill_filter(self.filter.currentData() or "")
        self._size_columns()
        self._offer()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language of the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def _moment(at: str) -> str:
    try:
        return moment_text(datetime.fromisoformat(at))
    except ValueError:
        return at
