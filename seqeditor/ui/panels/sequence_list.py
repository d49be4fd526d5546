"""The list of sequences: a table that stays quick with a million rows."""

from __future__ import annotations

from array import array

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAction,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QMenu, QTableView, QWidget

from seqeditor.texts import _
from seqeditor.ui.models.sequence_table import Column, SequenceTable, head
from seqeditor.ui.panels.row_dragging import RowDragging
from seqeditor.ui.qt.window_settings import keep_columns, restore_columns

_LINE_SPACE = 8
_ORGANISM_LETTERS, _NAME_LETTERS = 10, 8
_LAST = len(Column) - 1


class SequenceList(QTableView):
    """Shows a SequenceTable. Selections are asked for as ranges, never cell by cell.

    `current_changed(id)`: the sequence under the cursor, 0 for none. `selection_changed`: other
    rows are selected. `menu_asked(position)`: of the screen. `opened`: Enter or double click.
    `sort_asked(column)`: the head of a column was clicked. `extra_entries` stand at the end of the
    menu of the list; None is a line.
    """

    current_changed = Signal(object)
    selection_changed = Signal()
    menu_asked = Signal(QPoint)
    opened = Signal()
    sort_asked = Signal(int)

    def __init__(self, model: SequenceTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._usual: dict[int, int] = {}
        self._kept: tuple[array[int], int | None] = (array("q"), None)
        self.extra_entries: list[QAction | QMenu | None] = []
        self.setModel(model)
        self.setObjectName("sequence-list")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self._set_up_heads()
        self.dragging = RowDragging(self)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(
            lambda at: self.menu_asked.emit(self.viewport().mapToGlobal(at))
        )
        self.selectionModel().currentRowChanged.connect(self._current_changed)
        self.selectionModel().selectionChanged.connect(lambda _a, _b: self.selection_changed.emit())
        self.doubleClicked.connect(lambda _index: self.opened.emit())
        model.modelAboutToBeReset.connect(self._keep_place)
        model.modelReset.connect(self._restore_place)
        self.retranslate()

    def _set_up_heads(self) -> None:
        across, down = self.horizontalHeader(), self.verticalHeader()
        # With the view's own selection, a head asks every cell of a large selection for its flags:
        # 16 seconds for a million rows.
        across.setSelectionModel(QItemSelectionModel(self._model, across))
        down.setSelectionModel(QItemSelectionModel(self._model, down))
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across.setHighlightSections(False)
        across.setSectionsClickable(True)
        across.sectionClicked.connect(self.sort_asked)
        across.setSectionResizeMode(Column.ORGANISM, QHeaderView.ResizeMode.Stretch)
        across.setMinimumSectionSize(32)
        self._size_rows()

    def _size_rows(self) -> None:
        metrics = QFontMetrics(self.font())
        self.verticalHeader().setDefaultSectionSize(metrics.height() + _LINE_SPACE)
        digits = max(3, len(str(self._model.rowCount())))
        self.keep_widths()
        for column, sample, extra in (
            (Column.NUMBER, "0" * digits, 32),
            (Column.MOLTYPE, max("DNA", head(Column.MOLTYPE), key=metrics.horizontalAdvance), 18),
            (Column.LENGTH, max("10,000", head(Column.LENGTH), key=metrics.horizontalAdvance), 14),
        ):
            self._usual[column] = metrics.horizontalAdvance(sample) + extra
        self._usual[Column.NAME] = metrics.averageCharWidth() * _NAME_LETTERS
        restore_columns(self.horizontalHeader(), "sequence-list", self._usual)

    def keep_widths(self) -> None:
        """Remember the widths that the user has given to columns."""
        keep_columns(self.horizontalHeader(), "sequence-list", self._usual)

    def reset_layout(self) -> None:
        """Give the columns their usual widths; what was remembered is forgotten already."""
        restore_columns(self.horizontalHeader(), "sequence-list", self._usual)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the own names where there is no room for them beside the organism."""
        super().resizeEvent(event)
        width = self.fontMetrics().averageCharWidth()
        fixed = sum(map(self.columnWidth, (Column.NUMBER, Column.MOLTYPE, Column.LENGTH)))
        needed = fixed + (_ORGANISM_LETTERS + _NAME_LETTERS) * width
        self.setColumnHidden(Column.NAME, self.viewport().width() < needed)

    # What is selected --------------------------------------------------------------------------

    def show_sort(self, column: int | None, *, descending: bool = False) -> None:
        """Mark the column by which the rows are sorted, None for the order of the listing."""
        header = self.horizontalHeader()
        header.setSortIndicatorShown(column is not None)
        if column is not None:
            orders = Qt.SortOrder
            order = orders.DescendingOrder if descending else orders.AscendingOrder
            header.setSortIndicator(column, order)

    def invert_selection(self) -> None:
        """Select the rows shown that are not selected, and no others."""
        rest, row = QItemSelection(), 0
        for first, last in [*self._ranges(), (self._model.rowCount(), 0)]:
            if first > row:
                rest.select(self._model.index(row, 0), self._model.index(first - 1, _LAST))
            row = last + 1
        flags = QItemSelectionModel.SelectionFlag
        if rest.count():
            top = self._model.index(rest.at(0).top(), 0)
            self.selectionModel().setCurrentIndex(top, flags.NoUpdate)
        self.selectionModel().select(rest, flags.ClearAndSelect)

    def selected_ids(self) -> array[int]:
        """Return the ids of the selected sequences, in the order of the list."""
        ids: array[int] = array("q")
        for first, last in self._ranges():
            ids.extend(self._model.ids[first : last + 1])
        return ids

    def selected_count(self) -> int:
        """Return how many sequences are selected."""
        return sum(last - first + 1 for first, last in self._ranges())

    def _ranges(self) -> list[tuple[int, int]]:
        selection = self.selectionModel().selection()
        ranges = [selection.at(n) for n in range(selection.count())]
        found = sorted((one.top(), one.bottom()) for one in ranges)
        merged: list[tuple[int, int]] = []
        for first, last in found:
            if merged and first <= merged[-1][1] + 1:
                merged[-1] = merged[-1][0], max(merged[-1][1], last)
            else:
                merged.append((first, last))
        return merged

    def current_id(self) -> int | None:
        """Return the id of the sequence under the cursor, None for none."""
        return self._model.id_at(self.currentIndex().row())

    def selectRow(self, row: int) -> None:
        """Put the cursor on a row and select it alone.

        Qt's own looks for the column at the edge of the view; in a mirrored view wider than its
        columns there is none, and it would take the selection away.
        """
        if 0 <= row < self._model.rowCount():
            self._select(row, row, row)

    def show_id(self, sequence_id: int) -> bool:
        """Put the cursor on a sequence and select it alone; False when it is not shown."""
        row = self._model.row_of(sequence_id)
        if row is None:
            return False
        self._select(row, row, row)
        return True

    def move_within_selection(self, sequence_id: int) -> bool:
        """Put the cursor on a sequence and keep the selection; False unless it is one of several.

        What goes through results in the selected sequences must not lose which these are.
        """
        row = self._model.row_of(sequence_id)
        if row is None or self.selected_count() < 2:
            return False
        if not any(first <= row <= last for first, last in self._ranges()):
            return False
        index = self._model.index(row, 0)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.NoUpdate)
        self.scrollTo(index)
        return True

    def select_ids(self, ids: array[int]) -> None:
        """Select sequences that stand together or apart; the cursor goes to the first."""
        rows = sorted(row for i in ids if (row := self._model.row_of(i)) is not None)
        if not rows:
            return
        selection = QItemSelection()
        for first, last in _runs(rows):
            selection.select(self._model.index(first, 0), self._model.index(last, len(Column) - 1))
        flags = QItemSelectionModel.SelectionFlag
        model = self.selectionModel()
        model.setCurrentIndex(self._model.index(rows[0], 0), flags.NoUpdate)
        model.select(selection, flags.ClearAndSelect)
        self.scrollTo(self._model.index(rows[0], 0))

    def _select(self, first: int, last: int, current: int) -> None:
        flags = QItemSelectionModel.SelectionFlag
        index = self._model.index(current, 0)
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        if first != last:
            top, bottom = self._model.index(first, 0), self._model.index(last, len(Column) - 1)
            self.selectionModel().select(QItemSelection(top, bottom), flags.ClearAndSelect)
        self.scrollTo(index)

    def _keep_place(self) -> None:
        few = self.selected_count() <= 10_000
        self._kept = (self.selected_ids() if few else array("q"), self.current_id())

    def _restore_place(self) -> None:
        ids, current = self._kept
        if current is not None and self._model.row_of(current) is not None:
            self.show_id(current)
        if len(ids) > 1:
            self.select_ids(ids)
        if self.current_id() is None:
            self.current_changed.emit(None)

    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.current_changed.emit(self._model.id_at(current.row()))

    # Dragging ----------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep the selection where a drag of it may begin."""
        if not self.dragging.press(event):
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the selected rows."""
        if not self.dragging.move(event):
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Make up for a press that was kept back and was no drag."""
        if self.dragging.release():
            press = QMouseEvent(
                QEvent.Type.MouseButtonPress,
                event.position(),
                event.globalPosition(),
                event.button(),
                event.button(),
                event.modifiers(),
            )
            super().mousePressEvent(press)
        super().mouseReleaseEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take rows of this list and of other windows."""
        self.dragging.over(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where rows would go."""
        self.dragging.over(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show no place any more."""
        self.dragging.leave()
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take rows."""
        self.dragging.drop(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, and where others would go."""
        super().paintEvent(event)
        self.dragging.paint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes into the sequence; everything else as in every list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
            return
        super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Word everything in the language of the window."""
        self.setAccessibleName(_("Sequences"))
        self._size_rows()
        self._model.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and font of the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.FontChange and self.model() is not None:
            self._size_rows()


def _runs(rows: list[int]) -> list[tuple[int, int]]:
    """Return the runs of following numbers in sorted ones."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and row == runs[-1][1] + 1:
            runs[-1] = runs[-1][0], row
        else:
            runs.append((row, row))
    return runs
