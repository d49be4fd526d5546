"""The table of a report: rows of text, read only, copied whole for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem

from seqeditor.texts import _

_SIGNS = dict.fromkeys(range(0x2066, 0x206A))
"""What keeps a text from left to right on the screen; nobody else wants it."""


class ReportTable(QTableWidget):
    """Shows rows of text under heads, which are message ids."""

    def __init__(self, name: str, heads: Sequence[str], wide: Iterable[int]) -> None:
        """`wide`: the columns that share the room the others leave."""
        super().__init__(0, len(heads))
        self._heads = heads
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels([_(words) for words in heads])
        self.verticalHeader().hide()
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.setWordWrap(True)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setHighlightSections(False)
        for column in wide:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        QShortcut(QKeySequence.StandardKey.Copy, self, self.copy)

    def fill(self, rows: Sequence[Sequence[str]]) -> None:
        """Show rows in the place of those shown."""
        self.setRowCount(len(rows))
        for row, cells in enumerate(rows):
            for column, text in enumerate(cells):
                cell = QTableWidgetItem(text)
                cell.setToolTip(text)
                self.setItem(row, column, cell)
        self.resizeRowsToContents()

    def copy(self) -> None:
        """Copy the whole table for a spreadsheet."""
        lines = ["\t".join(_(words) for words in self._heads)]
        for row in range(self.rowCount()):
            cells = (self.item(row, column) for column in range(self.columnCount()))
            texts = (cell.text() if cell is not None else "" for cell in cells)
            lines.append("\t".join(text.translate(_SIGNS) for text in texts))
        QGuiApplication.clipboard().setText("\n".join(lines) + "\n")
