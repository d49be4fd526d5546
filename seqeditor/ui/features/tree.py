"""The tree of features: keys that edit, the step from one field to the next, copying as a table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QTreeView, QWidget

from seqeditor.ui.features.cells import NAME, VALUE

Index = QModelIndex | QPersistentModelIndex

_Hint = QAbstractItemDelegate.EndEditHint


class FeatureTree(QTreeView):
    """A tree with one field after another, as in a form: Tab goes on to the next."""

    copy_wanted = Signal()
    cut_wanted = Signal()
    paste_wanted = Signal()

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
        self._clicked = QPersistentModelIndex()
        self._slow_click = QTimer(self)
        self._slow_click.setSingleShot(True)
        self._slow_click.timeout.connect(self._edit_clicked)
        self.setExpandsOnDoubleClick(False)
        self.header().setSectionsMovable(False)
        self.header().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter edit the location or value; the clipboard is the business of the editor."""
        for standard, wanted in (
            (QKeySequence.StandardKey.Copy, self.copy_wanted),
            (QKeySequence.StandardKey.Cut, self.cut_wanted),
            (QKeySequence.StandardKey.Paste, self.paste_wanted),
        ):
            if event.matches(standard):
                wanted.emit()
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
        # Leaving the field that is open may carry out an edit, and with it move or take rows.
        place = QPersistentModelIndex(index)
        self.setCurrentIndex(index)
        there = self._cell(place)
        if not there.flags() & Qt.ItemFlag.ItemIsEditable:
            return False
        self.scrollTo(there)
        field = self.indexWidget(there)
        if field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        self._slow_click.stop()
        nothing = QEvent(QEvent.Type.None_)
        return bool(super().edit(there, QAbstractItemView.EditTrigger.AllEditTriggers, nothing))

    def _cell(self, place: QPersistentModelIndex) -> QModelIndex:
        if not place.isValid():
            return QModelIndex()
        return self.model().index(place.row(), place.column(), place.parent())

    def edit(self, index: Index, *how: Any) -> bool:  # type: ignore[override]
        """Begin to edit, as Qt asks for it.

        The second click on a row begins after a while, unless it was the first half of a double
        click. Qt's own timer would then edit whatever is current, and complain where it cannot.
        """
        trigger = how[0] if how else None
        if trigger == QAbstractItemView.EditTrigger.SelectedClicked:
            self._clicked = QPersistentModelIndex(index)
            self._slow_click.start(QGuiApplication.styleHints().mouseDoubleClickInterval())
            return False
        if trigger != QAbstractItemView.EditTrigger.NoEditTriggers:
            self._slow_click.stop()
        if how:
            return bool(super().edit(index, *how))
        return self.edit_cell(self._cell(QPersistentModelIndex(index)))

    def _edit_clicked(self) -> None:
        index = self._cell(self._clicked)
        idle = self.state() is QAbstractItemView.State.NoState
        if idle and index.isValid() and index == self.currentIndex() and self.hasFocus():
            self.edit_cell(index)

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

    def select_rows(self, rows: list[QModelIndex]) -> None:
        """Select these rows and no others; the current one stays current."""
        chosen = QItemSelection()
        for row in rows:
            chosen.select(row, row)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(chosen, flags.ClearAndSelect | flags.Rows)

    def table(self) -> str:
        """Return the selected rows as text, columns parted by tabs."""
        lines = [
            "\t".join(_flat(cell) for cell in _cells(row))
            for row in sorted(self.selected_rows(), key=lambda r: self.visualRect(r).top())
        ]
        return "\n".join(lines)


def _cells(row: QModelIndex) -> Iterator[QModelIndex]:
    return (row.siblingAtColumn(n) for n in range(row.model().columnCount()))


def _flat(cell: QModelIndex) -> str:
    text = " ".join(str(cell.data(Qt.ItemDataRole.EditRole) or "").split())
    return f"    {text}" if cell.column() == NAME and cell.parent().isValid() else text
