"""What a search has found, in a dock below: a click shows the place."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDockWidget,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from seqeditor.texts import _
from seqeditor.ui.models.hits_table import HitList, HitsTable


class _Table(QTableView):
    """`chosen`: Enter on a row; `copied`: the rows are wanted as a table."""

    chosen = Signal()
    copied = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter shows the place; everything else as in every table."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit()
            return
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit()
            return
        super().keyPressEvent(event)


class SearchResults(QDockWidget):
    """Shows one list of hits at a time, whoever has found them.

    `hit_chosen(hit)`: its place is to be shown. `sequences_asked(ids)`: these are to be selected.
    """

    hit_chosen = Signal(object)
    sequences_asked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("search-results")
        self.model = HitsTable(self)
        self.table = _Table()
        self.table.setModel(self.model)
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.select = QPushButton()
        self.select.setAutoDefault(False)
        self.copy_button = QPushButton()
        self.copy_button.setAutoDefault(False)
        self.act = QPushButton()
        self.act.setAutoDefault(False)
        self.act.hide()
        self._worded: Callable[[], str] = str
        self._act_worded: Callable[[], str] = str
        self._act: Callable[[list[Any]], object] | None = None
        self._lay_out()
        self.table.clicked.connect(self._show)
        self.table.chosen.connect(lambda: self._show(self.table.currentIndex()))
        self.table.selectionModel().currentRowChanged.connect(self._moved)
        self.select.clicked.connect(lambda _checked=False: self._ask_sequences())
        self.table.copied.connect(self.copy)
        self.copy_button.clicked.connect(lambda _checked=False: self.copy())
        self.act.clicked.connect(lambda _checked=False: self._do_act())
        self._is_used = False
        self.toggleViewAction().setEnabled(False)
        self.hide()
        self.retranslate()

    def _lay_out(self) -> None:
        table = self.table
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 8)
        table.horizontalHeader().setHighlightSections(False)
        table.setCornerButtonEnabled(False)
        top = QHBoxLayout()
        top.setContentsMargins(8, 4, 8, 0)
        top.setSpacing(8)
        top.addWidget(self.words, 1)
        top.addWidget(self.copy_button)
        top.addWidget(self.select)
        top.addWidget(self.act)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(table, 1)
        self.setWidget(inner)

    # What is shown -----------------------------------------------------------------------------

    def show_found(
        self,
        found: HitList,
        words: Callable[[], str],
        act: Callable[[list[Any]], object] | None = None,
        act_words: Callable[[], str] = str,
    ) -> None:
        """Show hits with a sentence about them; `act` is what can be done with the selected."""
        self._worded, self._act, self._act_worded = words, act, act_words
        self.model.show_list(found)
        self._size_columns()
        self.act.setVisible(act is not None)
        for button in (self.act, self.select, self.copy_button):
            button.setEnabled(bool(found.hits))
        self._word()
        self._is_used = True
        self.toggleViewAction().setEnabled(True)
        self.show()
        self.raise_()

    def showEvent(self, event: QShowEvent) -> None:
        """Keep the place remembered from last time, without showing it empty."""
        super().showEvent(event)
        if not self._is_used:
            QTimer.singleShot(0, self, self.hide)

    def _size_columns(self) -> None:
        header, metrics = self.table.horizontalHeader(), self.table.fontMetrics()
        for number, column in enumerate(self.model.columns):
            modes = QHeaderView.ResizeMode
            header.setSectionResizeMode(number, modes.Stretch if column.wide else modes.Interactive)
            if not column.wide:
                shown = [_(column.head), *(column.text(hit) for hit in self.model.hits[:50])]
                width = max(metrics.horizontalAdvance(text) for text in shown)
                self.table.setColumnWidth(number, min(width + 32, 260))

    def selected_hits(self) -> list[Any]:
        """Return the hits of the selected rows, in order."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [self.model.hits[row] for row in rows]

    def remove(self, hits: list[Any]) -> None:
        """Leave out hits that have been dealt with."""
        if len(hits) == len(self.model.hits):
            self.model.show_list(HitList((), self.model.columns))
        else:
            gone = set(map(id, hits))
            rows = [n for n, hit in enumerate(self.model.hits) if id(hit) in gone]
            if len(rows) > 100:
                rest = [hit for hit in self.model.hits if id(hit) not in gone]
                self.model.show_list(HitList(rest, self.model.columns))
            else:
                self.model.remove_rows(rows)
        self._word()

    def go_to(self, row: int) -> None:
        """Put the cursor on a row and show its place."""
        if 0 <= row < self.model.rowCount():
            # Not selectRow: in a mirrored view with room to spare it selects nothing.
            flags, index = QItemSelectionModel.SelectionFlag, self.model.index(row, 0)
            self.table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.table.scrollTo(index)
            self._show(index)

    # What is asked for -------------------------------------------------------------------------

    def _show(self, index: QModelIndex) -> None:
        hit = self.model.hit_at(index.row())
        if hit is not None:
            self.hit_chosen.emit(hit)

    def _moved(self, current: QModelIndex, _before: QModelIndex) -> None:
        """Follow the arrow keys; a click tells of itself."""
        if current.isValid() and self.table.hasFocus() and not _pressed():
            self._show(current)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_sequences(self) -> None:
        chosen = self.selected_hits()
        hits = chosen if len(chosen) > 1 else self.model.hits
        ids = array("q", dict.fromkeys(hit.sequence_id for hit in hits if hit.sequence_id))
        self.sequences_asked.emit(ids)

    def copy(self) -> None:
        """Copy the selected results as a table for a spreadsheet, all of them when one is."""
        chosen = self.selected_hits()
        columns = self.model.columns
        lines = ["\t".join(_(column.head) for column in columns)]
        for hit in chosen if len(chosen) > 1 else self.model.hits:
            cells = (" ".join(column.text(hit).split()) for column in columns)
            lines.append("\t".join(cells))
        QGuiApplication.clipboard().setText("\n".join(lines) + "\n")

    def _do_act(self) -> None:
        if self._act is not None:
            chosen = self.selected_hits()
            self._act(chosen if len(chosen) > 1 else list(self.model.hits))

    # Words -------------------------------------------------------------------------------------

    def _word(self) -> None:
        self.words.setText(self._worded())
        self.act.setText(self._act_worded())

    def retranslate(self) -> None:
        """Word everything in the language of the window."""
        self.setWindowTitle(_("Search results"))
        self.toggleViewAction().setText(_("Searc&h results"))
        self.table.setAccessibleName(_("Search results"))
        self.select.setText(_("Select the sequences"))
        self.copy_button.setText(_("Copy as table"))
        self.select.setToolTip(
            _("Select the sequences of the selected results in the list, of all when one is.")
        )
        self._word()
        last = len(self.model.columns) - 1
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(last, 0))
        self.model.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language of the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def _pressed() -> bool:
    return QApplication.mouseButtons() != Qt.MouseButton.NoButton
