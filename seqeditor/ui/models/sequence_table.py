"""The sequences of a listing as a table: ids in memory, rows fetched as they come into sight.

Quick with a million rows: no proxy above it, no per-row object in it.
"""

from __future__ import annotations

from array import array
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QFont, QGuiApplication

from seqeditor.app.document import Change
from seqeditor.domain.row import SequenceRow
from seqeditor.rules.finding import Level
from seqeditor.store.reader import Reader
from seqeditor.texts import N_, _, pgettext
from seqeditor.ui.models.order_change import compare
from seqeditor.ui.models.row_cache import Entry, RowCache
from seqeditor.ui.qt.colours import faint_text
from seqeditor.ui.qt.document_signal import DocumentSignal
from seqeditor.ui.qt.icons import level_icon
from seqeditor.ui.qt.locale import length_text
from seqeditor.ui.qt.marks import marks_pixmap, marks_words

Index = QModelIndex | QPersistentModelIndex

# Compared as numbers: enums cost twice the time of painting a page.
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_DECORATION = int(Qt.ItemDataRole.DecorationRole)
_TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)
_FONT = int(Qt.ItemDataRole.FontRole)
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_FOREGROUND = int(Qt.ItemDataRole.ForegroundRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)

_LEVEL_WORDS = {
    Level.ERROR: N_("has errors"),
    Level.WARNING: N_("has warnings"),
    Level.INFO: N_("has advice"),
}


class Column(IntEnum):
    """What the columns show."""

    NUMBER = 0
    MOLTYPE = 1
    LENGTH = 2
    ORGANISM = 3
    NAME = 4


_TO_THE_END = int((Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter).value)
_TO_THE_START = int((Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter).value)


class SequenceTable(QAbstractTableModel):
    """All sequences of a document, or those that a filter leaves."""

    def __init__(
        self, signal: DocumentSignal, reader: Reader, parent: QObject | None = None
    ) -> None:
        """Show the document of `signal`, read by a reader that nobody else uses."""
        super().__init__(parent)
        self._signal = signal
        self._document = signal.document
        self._filtered = False
        self._cache = RowCache(reader.rows_of, self._document.findings.levels)
        self._cache.set_ids(self._document.order.ids)
        signal.changed.connect(self._changed)
        signal.findings_changed.connect(self._findings_changed)

    # Rows and ids ------------------------------------------------------------------------------

    @property
    def ids(self) -> array[int]:
        """The ids of the rows shown, in order; not to be changed."""
        return self._cache.ids

    @property
    def is_filtered(self) -> bool:
        """Whether other rows are shown than all sequences in the order of the listing."""
        return self._filtered

    def id_at(self, row: int) -> int | None:
        """Return the id of the sequence in a row, None where there is none."""
        return self.ids[row] if 0 <= row < len(self.ids) else None

    def row_of(self, sequence_id: int) -> int | None:
        """Return the row of a sequence, None when it is not shown."""
        order = self._document.order
        if not self._filtered and self.ids is order.ids:
            return order.position(sequence_id) - 1 if sequence_id in order else None
        try:
            return self.ids.index(sequence_id)
        except ValueError:
            return None

    def row_at(self, row: int) -> SequenceRow | None:
        """Return the columns of a row, None for a sequence gone meanwhile."""
        entry = self._cache.entry(row)
        return None if entry is None else entry[0]

    def show_ids(self, ids: array[int] | None) -> None:
        """Show only these sequences, in this order; None for all in the order of the listing."""
        self._filtered = ids is not None
        self._exchange(self._document.order.ids if ids is None else ids)

    def _exchange(self, ids: array[int]) -> None:
        """Go over to other ids, telling the view as little as is true."""
        change = compare(self.ids, ids)
        if change.removed.count and change.inserted.count:
            self.beginResetModel()
            self._cache.set_ids(ids)
            self.endResetModel()
            return
        if change.removed.count:
            self.beginRemoveRows(QModelIndex(), change.removed.first, change.removed.last)
            self._cache.set_ids(ids)
            self.endRemoveRows()
        elif change.inserted.count:
            self.beginInsertRows(QModelIndex(), change.inserted.first, change.inserted.last)
            self._cache.set_ids(ids)
            self.endInsertRows()
        else:
            self._cache.set_ids(ids)
        # Every number after the place has changed.
        self._tell_rows(change.inserted.first, len(ids) - 1)

    # Changes -----------------------------------------------------------------------------------

    def _changed(self, change: Change) -> None:
        if change.order_changed:
            order = self._document.order
            if self._filtered:
                present = array("q", (i for i in self.ids if i in order))
                self._exchange(present)
            else:
                self._exchange(order.ids)
        self._refresh(change.sequence_ids)

    def _findings_changed(self, ids: frozenset[int] | None) -> None:
        if ids is None:
            self._cache.clear()
            self._tell_rows(0, len(self.ids) - 1)
        else:
            self._refresh(ids)

    def _refresh(self, ids: frozenset[int]) -> None:
        rows = self._cache.drop(ids)
        if rows:
            self._tell_rows(min(rows), max(rows))

    def _tell_rows(self, first: int, last: int) -> None:
        if first <= last:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(Column) - 1))

    def end(self) -> None:
        """Show nothing more: the document is about to be closed."""
        self._signal.changed.disconnect(self._changed)
        self._signal.findings_changed.disconnect(self._findings_changed)
        self.beginResetModel()
        self._cache.set_ids(array("q"))
        self.endResetModel()

    def retranslate(self) -> None:
        """Show heads and words anew in the language of the window."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        self._tell_rows(0, len(self.ids) - 1)

    # What a view asks --------------------------------------------------------------------------

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many sequences are shown."""
        return 0 if parent is not None and parent.isValid() else len(self.ids)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(Column)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """Return what a cell shows."""
        if role not in _ROLES or not index.isValid():
            return None
        column = index.column()
        if role == _ALIGNMENT:
            return _TO_THE_END if column in (Column.NUMBER, Column.LENGTH) else _TO_THE_START
        entry = self._cache.entry(index.row())
        if entry is None:
            return None
        return _ROLES[role](entry, column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        """Return the head of a column."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        if role == _ALIGNMENT:
            return _TO_THE_END if section in (Column.NUMBER, Column.LENGTH) else _TO_THE_START
        if role == _DISPLAY:
            return head(Column(section))
        if role == _TOOL_TIP:
            return _("SEQ ID NO") if section == Column.NUMBER else None
        return None


def head(column: Column) -> str:
    """Return the head of a column in the language of the window."""
    match column:
        case Column.NUMBER:
            return pgettext("column", "No.")
        case Column.MOLTYPE:
            return pgettext("column", "Type")
        case Column.LENGTH:
            return pgettext("column", "Length")
        case Column.ORGANISM:
            return pgettext("column", "Organism")
    return pgettext("column", "Name")


def cell_text(row: SequenceRow, column: int) -> str:
    """Return what a cell says; also used when rows are copied as a table."""
    match column:
        case Column.NUMBER:
            return row.number
        case Column.MOLTYPE:
            return "" if row.skipped else row.moltype
        case Column.LENGTH:
            return "" if row.skipped else length_text(row.length)
        case Column.ORGANISM:
            return _("intentionally skipped") if row.skipped else row.organism
    return row.name


def _text(entry: Entry, column: int) -> str:
    return cell_text(entry[0], column)


def _decoration(entry: Entry, column: int) -> Any:
    row, level = entry
    if column == Column.ORGANISM:
        return marks_pixmap(row.colour, note=bool(row.note), todo=row.todo)
    return level_icon(level) if level is not None and column == Column.NUMBER else None


def _tool_tip(entry: Entry, column: int) -> str | None:
    row, level = entry
    if column == Column.NUMBER:
        return _(_LEVEL_WORDS[level]) if level is not None else None
    if column == Column.ORGANISM:
        words = [row.organism, *marks_words(row.colour, row.note, todo=row.todo)]
        return "\n".join(filter(None, words)) or None
    return row.name or None if column == Column.NAME else None


def _accessible(entry: Entry, column: int) -> str:
    text = cell_text(entry[0], column)
    if column == Column.NUMBER and entry[1] is not None:
        return f"{text}, {_(_LEVEL_WORDS[entry[1]])}"
    if column == Column.ORGANISM:
        row = entry[0]
        return ", ".join([text, *marks_words(row.colour, row.note, todo=row.todo)])
    return text


def _font(entry: Entry, column: int) -> QFont | None:
    # Only scientific names: other scripts than Latin have no slanted letters in many fonts.
    if entry[0].skipped or column != Column.ORGANISM:
        return None
    font = QGuiApplication.font()
    font.setItalic(True)
    return font


def _foreground(entry: Entry, _column: int) -> Any:
    if not entry[0].skipped:
        return None
    return QBrush(faint_text(QGuiApplication.palette()))


_ROLES: dict[int, Any] = {
    _DISPLAY: _text,
    _DECORATION: _decoration,
    _TOOL_TIP: _tool_tip,
    _ALIGNMENT: None,
    _FONT: _font,
    _FOREGROUND: _foreground,
    _ACCESSIBLE: _accessible,
}
