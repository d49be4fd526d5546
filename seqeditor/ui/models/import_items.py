"""The items of an import report as a table: rows as they are kept, worded when in sight."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication

from seqeditor.app.import_report import Action, Item
from seqeditor.app.import_report_words import ACTIONS, worded
from seqeditor.app.kept_reports import item_of
from seqeditor.store.reports import LOOKED_AT, TO_LOOK_AT, ItemRow
from seqeditor.texts import N_, Catalogue, _, language

Index = QModelIndex | QPersistentModelIndex
_ROLES = Qt.ItemDataRole
LOOKED, NUMBER, BECAME, EXPLANATION, OLD, NEW, LINE = range(7)
HEADS = (
    N_("Looked at"),
    N_("SEQ ID NO"),
    N_("What became of it"),
    N_("Explanation"),
    N_("In the file"),
    N_("In the listing"),
    N_("Line"),
)
TO_CHECK = "check"
"""Chooses the items that are still to be looked at."""

_AT_MOST = 300
"""Letters of a value in a cell; the tip has more."""
_IN_A_TIP = 2_000


class ImportItems(QAbstractTableModel):
    """Shows the items of one report, or those of them that were chosen.

    `number` gives the SEQ ID NO of a sequence, `mark(position, looked_at)` keeps a tick and tells
    whether it could.
    """

    def __init__(
        self,
        number: Callable[[int], str],
        mark: Callable[[int, bool], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._number = number
        self._mark = mark
        self._all: list[ItemRow] = []
        self._rows: list[int] = []
        self._catalogue = Catalogue(language(), on_screen=True)
        self._item = lru_cache(maxsize=512)(self._make_item)

    def show_items(self, rows: list[ItemRow], chosen: str = "") -> None:
        """Show other items; `chosen` as in `choose`."""
        self._all = rows
        self.choose(chosen)

    def choose(self, chosen: str) -> None:
        """Show the items with an action, those TO_CHECK, or all with an empty text."""
        self.beginResetModel()
        self._rows = [n for n, row in enumerate(self._all) if _fits(row, chosen)]
        self._item.cache_clear()
        self.endResetModel()

    def count(self, chosen: str) -> int:
        """Return how many items of the report would be shown."""
        return sum(_fits(row, chosen) for row in self._all)

    def refresh(self) -> None:
        """Word the rows anew, as when numbers or the language have changed."""
        self._catalogue = Catalogue(language(), on_screen=True)
        self._item.cache_clear()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(HEADS) - 1)
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, LINE))

    def says_in(self, column: int) -> bool:
        """Tell whether any item has something in the column of old, new or line."""
        at = {OLD: 4, NEW: 5, LINE: 7}[column]
        return any(row[at] for row in self._all)

    def sequence_at(self, row: int) -> int | None:
        """Return the id of the sequence that an item is about."""
        return self._all[self._rows[row]][2] if 0 <= row < len(self._rows) else None

    def is_to_check(self, row: int) -> bool:
        """Tell whether an item asks to be looked at."""
        return 0 <= row < len(self._rows) and _asks(self._all[self._rows[row]])

    def cells(self, row: int) -> list[str]:
        """Return the texts of a row as they go into a file, without signs for a screen."""
        kept = self._all[self._rows[row]]
        item = self._make_item(self._rows[row])
        catalogue = Catalogue(language())
        looked = _("Looked at") if kept[6] & LOOKED_AT else ""
        return [looked, *_texts(item, catalogue)]

    def _make_item(self, n: int) -> Item:
        row = self._all[n]
        return item_of(row, "" if row[2] is None else self._number(row[2]))

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many items are shown."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(HEADS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let a tick be set where an item asks to be looked at."""
        flags = super().flags(index)
        if index.isValid() and index.column() == LOOKED and self.is_to_check(index.row()):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = _ROLES.DisplayRole) -> Any:
        """Return what a cell shows."""
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row, column = self._all[self._rows[index.row()]], index.column()
        if column == LOOKED:
            if role == _ROLES.CheckStateRole and _asks(row):
                state = Qt.CheckState.Checked if row[6] & LOOKED_AT else Qt.CheckState.Unchecked
                return int(state.value)
            if role == _ROLES.AccessibleTextRole and _asks(row):
                return _("Looked at") if row[6] & LOOKED_AT else _("To look at")
            return None
        if role in (_ROLES.DisplayRole, _ROLES.ToolTipRole):
            text = _texts(self._item(self._rows[index.row()]), self._catalogue)[column - 1]
            most = _IN_A_TIP if role == _ROLES.ToolTipRole else _AT_MOST
            text = text if len(text) <= most else f"{text[: most - 1]}…"
            return _left_to_right(text) if column in (OLD, NEW) else text
        if role == _ROLES.TextAlignmentRole:
            flags = Qt.AlignmentFlag
            side = flags.AlignTrailing if column in (NUMBER, LINE) else flags.AlignLeading
            return int((side | flags.AlignVCenter).value)
        return None

    def setData(self, index: Index, value: Any, role: int = _ROLES.EditRole) -> bool:
        """Keep the tick of an item."""
        if role != _ROLES.CheckStateRole or not self.is_to_check(index.row()):
            return False
        looked_at = Qt.CheckState(value) == Qt.CheckState.Checked
        n = self._rows[index.row()]
        if not self._mark(n + 1, looked_at):
            return False
        row = self._all[n]
        marks = row[6] | LOOKED_AT if looked_at else row[6] & ~LOOKED_AT
        self._all[n] = (*row[:6], marks, *row[7:])
        self.dataChanged.emit(index, index, [int(role)])
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _ROLES.DisplayRole
    ) -> Any:
        """Return the head of a column."""
        across = orientation == Qt.Orientation.Horizontal
        if across and role == _ROLES.DisplayRole and 0 <= section < len(HEADS):
            return _(HEADS[section])
        return None


def _asks(row: ItemRow) -> bool:
    return bool(row[6] & TO_LOOK_AT) or row[0] == Action.DECISION


def _fits(row: ItemRow, chosen: str) -> bool:
    if chosen == TO_CHECK:
        return _asks(row) and not row[6] & LOOKED_AT
    return not chosen or row[0] == chosen


def _texts(item: Item, catalogue: Catalogue) -> tuple[str, ...]:
    """Return the texts of the columns from the number on."""
    return (
        "" if item.sequence is None else str(item.sequence),
        catalogue.gettext(ACTIONS[item.action]),
        worded(item, catalogue),
        item.old or "",
        item.new or "",
        "" if item.line is None else str(item.line),
    )


def _left_to_right(text: str) -> str:
    if not text or QGuiApplication.layoutDirection() != Qt.LayoutDirection.RightToLeft:
        return text
    return f"\u2066{text}\u2069"
