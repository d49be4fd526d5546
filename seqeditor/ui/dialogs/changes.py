"""Changes to many places: shown before they are made, or told after they were."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from seqeditor.rules.finding import Finding
from seqeditor.rules.wording import repair_title, sentence
from seqeditor.texts import N_, Catalogue, _, language

MOST = 500
_HEADS = (N_("SEQ ID NO"), N_("What was found"), N_("What is done"))


class ChangesDialog(QDialog):
    """A table of findings with what is done about each; `accepted` when it is to be done."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        head: str,
        findings: Iterable[Finding],
        number_of: Callable[[Finding], str],
        *,
        accept: str = "",
    ) -> None:
        """Show a list; with `accept`, the words of a button, it asks before anything is done."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        words = QLabel(head)
        words.setWordWrap(True)
        words.setTextFormat(Qt.TextFormat.PlainText)
        self.table = _table(title)
        self._fill(list(findings)[:MOST], number_of)
        QShortcut(QKeySequence.StandardKey.Copy, self.table, self.copy)
        buttons = QDialogButtonBox()
        if accept:
            go = buttons.addButton(accept, QDialogButtonBox.ButtonRole.AcceptRole)
            go.setDefault(True)
            buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        else:
            buttons.addButton(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(_("Copy as table"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda _checked=False: self.copy())
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        for widget in (words, self.table, buttons):
            column.addWidget(widget)
        self.resize(720, 420)

    def _fill(self, findings: list[Finding], number_of: Callable[[Finding], str]) -> None:
        catalogue = Catalogue(language())
        self.table.setRowCount(len(findings))
        for row, finding in enumerate(findings):
            done = repair_title(finding, catalogue) or ""
            for column, text in enumerate((number_of(finding), sentence(finding, catalogue), done)):
                cell = QTableWidgetItem(text)
                cell.setToolTip(text)
                self.table.setItem(row, column, cell)
        self.table.resizeRowsToContents()

    def copy(self) -> None:
        """Copy the whole table for a spreadsheet."""
        lines = ["\t".join(_(words) for words in _HEADS)]
        for row in range(self.table.rowCount()):
            cells = (self.table.item(row, column) for column in range(len(_HEADS)))
            lines.append("\t".join(cell.text() if cell is not None else "" for cell in cells))
        QGuiApplication.clipboard().setText("\n".join(lines) + "\n")


def _table(name: str) -> QTableWidget:
    table = QTableWidget(0, len(_HEADS))
    table.setAccessibleName(name)
    table.setHorizontalHeaderLabels([_(words) for words in _HEADS])
    table.verticalHeader().hide()
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
    for column in (1, 2):
        header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
    return table
