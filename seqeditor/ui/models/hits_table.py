"""The hits of a search as a table: plain values in memory, words made when a row is in sight."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication

from seqeditor.texts import _

Index = QModelIndex | QPersistentModelIndex
_ROLES = Qt.ItemDataRole
_LEFT_TO_RIGHT, _FIRST_STRONG, _END = "\u2066", "\u2068", "\u2069"


@dataclass(frozen=True)
class HitColumn:
    """One column: its head as a message id, and what it shows of a hit.

    `fixed`: residues or positions, in letters of one width and from left to right. `wide`: takes
    the room that others leave.
    """

    head: str
    text: Callable[[Any], str]
    fixed: bool = False
    wide: bool = False
    to_end: bool = False


@dataclass(frozen=True)
class HitList:
    """What a search has found, to be shown: `columns` say how. `hits` may be any objects."""

    hits: Sequence[Any] = ()
    columns: Sequence[HitColumn] = field(default_factory=tuple)


class HitsTable(QAbstractTableModel):
    """Shows the hits of one search; quick at a hundred thousand."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hits: list[Any] = []
        self.columns: Sequence[HitColumn] = ()

    @property
    def hits(self) -> list[Any]:
        """The hits shown, in order; not to be changed."""
        return self._hits

    def show_list(self, found: HitList) -> None:
        """Show other hits."""
        self.beginResetModel()
        self._hits = list(found.hits)
        self.columns = found.columns
        self.endResetModel()

    def hit_at(self, row: int) -> Any:
        """Return the hit in a row, None where there is none."""
        return self._hits[row] if 0 <= row < len(self._hits) else None

    def remove_rows(self, rows: Sequence[int]) -> None:
        """Leave out some rows, as when their hits have been replaced."""
        for row in sorted(set(rows), reverse=True):
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._hits[row]
            self.endRemoveRows()

    def exchange(self, row: int, hit: Any) -> None:
        """Show another hit in a row."""
        self._hits[row] = hit
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.columns) - 1))

    def refresh(self) -> None:
        """Word the rows anew, as when numbers have changed."""
        if self._hits:
            last = self.index(len(self._hits) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many hits there are."""
        return 0 if parent is not None and parent.isValid() else len(self._hits)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = _ROLES.DisplayRole) -> Any:
        """Return what a cell shows."""
        if not index.isValid() or not 0 <= index.row() < len(self._hits):
            return None
        column = self.columns[index.column()]
        if role in (_ROLES.DisplayRole, _ROLES.ToolTipRole):
            return _isolated(column.text(self._hits[index.row()]), column)
        if role == _ROLES.FontRole and column.fixed:
            return QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        if role == _ROLES.TextAlignmentRole:
            flags = Qt.AlignmentFlag
            side = flags.AlignTrailing if column.to_end else flags.AlignLeading
            return int((side | flags.AlignVCenter).value)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _ROLES.DisplayRole
    ) -> Any:
        """Return the head of a column."""
        across = orientation == Qt.Orientation.Horizontal
        if not across or not 0 <= section < len(self.columns):
            return None
        if role == _ROLES.DisplayRole:
            return _(self.columns[section].head)
        return None


def _isolated(text: str, column: HitColumn) -> str:
    """Keep the direction of residues and positions in a mirrored window, by signs not seen."""
    if not text or QGuiApplication.layoutDirection() != Qt.LayoutDirection.RightToLeft:
        return text
    return f"{_LEFT_TO_RIGHT if column.fixed else _FIRST_STRONG}{text}{_END}"
