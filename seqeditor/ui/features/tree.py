"""The tree of features: keys that edit, the step from one field to the next, copying as a table."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QTreeView, QWidget

from seqeditor.ui.features.cells import NAME, VALUE

_Hint = QAbstractItemDelegate.EndEditHint


class FeatureTree(QTreeView):
    """A tree with one field after another, as in a form: Tab goes on to the next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setUniformRowHeights(True)
        self.setAlternatingRowColors(True)
        self.setAllColumnsShowFocus(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.SelectedClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setExpandsOnDoubleClick(False)
        self.header().setSectionsMovable(False)
        self.header().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter edit the location or value, and Copy take the rows as a table."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            return
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.state() is not QAbstractItemView.State.EditingState:
            current = self.currentIndex()
            value = current.siblingAtColumn(VALUE) if current.column() == NAME else current
            if value.isValid() and self.edit_cell(value):
                return
        super().keyPressEvent(event)

    def edit_cell(self, index: QModelIndex) -> bool:
        """Put the cursor into a cell; tell whether it can be edited."""
        if not index.flags() & Qt.ItemFlag.ItemIsEditable:
            return False
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self.edit(index)
        return True

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Go on to the next or previous field of the form instead of the next row's column."""
        here = self.currentIndex()
        step = {_Hint.EditNextItem: 1, _Hint.EditPreviousItem: -1}.get(hint, 0)
        super().closeEditor(editor, _Hint.NoHint if step else hint)
        if step:
            following = self._neighbour(here, step)
            if following.isValid():
                self.edit_cell(following)

    def _neighbour(self, index: QModelIndex, step: int) -> QModelIndex:
        """Return the next editable cell: along the row, then in the rows that are shown."""
        columns = self.model().columnCount()
        column, row = index.column() + step, index
        while row.isValid():
            while 0 <= column < columns:
                cell = row.siblingAtColumn(column)
                if cell.flags() & Qt.ItemFlag.ItemIsEditable:
                    return cell
                column += step
            row = self.indexBelow(row) if step > 0 else self.indexAbove(row)
            column = 0 if step > 0 else columns - 1
        return QModelIndex()

    def selected_rows(self) -> list[QModelIndex]:
        """Return the first cells of the selected rows."""
        return self.selectionModel().selectedRows(NAME)

    def copy(self) -> None:
        """Put the selected rows on the clipboard, columns parted by tabs."""
        lines = [
            "\t".join(_flat(cell) for cell in _cells(row))
            for row in sorted(self.selected_rows(), key=lambda r: self.visualRect(r).top())
        ]
        if lines:
            QGuiApplication.clipboard().setText("\n".join(lines))


def _cells(row: QModelIndex) -> Iterator[QModelIndex]:
    return (row.siblingAtColumn(n) for n in range(row.model().columnCount()))


def _flat(cell: QModelIndex) -> str:
    text = " ".join(str(cell.data(Qt.ItemDataRole.EditRole) or "").split())
    return f"    {text}" if cell.column() == NAME and cell.parent().isValid() else text
