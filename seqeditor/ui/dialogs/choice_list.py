"""A list to be searched by abbreviation or full name, as a field of a dialog."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QHeaderView,
    QLineEdit,
    QSizePolicy,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from seqeditor.texts import _

_IdRole = int(Qt.ItemDataRole.UserRole)
_LIST_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)

Row = tuple[str, tuple[str, ...]]
"""What names the row, and its cells."""


class ChoiceList(QWidget):
    """A search field over a list; `chosen(id)` when another row is the current one."""

    chosen = Signal(str)

    def __init__(self, name: str, heads: Sequence[str], parent: QWidget | None = None) -> None:
        """`heads` are worded already; the last but one column takes what room there is."""
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(_("Type a part of the abbreviation or of the full name"))
        self.search.installEventFilter(self)
        self.list = QTreeWidget()
        self.list.setAccessibleName(name)
        self.list.setColumnCount(len(heads))
        self.list.setHeaderLabels(list(heads))
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAlternatingRowColors(True)
        header = self.list.header()
        header.setStretchLastSection(False)
        for column in range(len(heads)):
            wide = QHeaderView.ResizeMode.Stretch if column == 1 else None
            header.setSectionResizeMode(column, wide or QHeaderView.ResizeMode.ResizeToContents)
        column_box = QVBoxLayout(self)
        column_box.setContentsMargins(0, 0, 0, 0)
        column_box.setSpacing(4)
        column_box.addWidget(self.search)
        column_box.addWidget(self.list, 1)
        self.setFocusProxy(self.search)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.search.textChanged.connect(lambda _text: self._fill(self.current))
        self.list.currentItemChanged.connect(lambda _now, _old: self.chosen.emit(self.current))

    def set_rows(self, rows: Iterable[Row], current: str = "") -> None:
        """Offer these rows, and make one the current one."""
        self._rows = tuple(rows)
        self._fill(current)

    @property
    def current(self) -> str:
        """What names the current row, "" for none."""
        item = self.list.currentItem()
        return str(item.data(0, _IdRole)) if item is not None else ""

    def choose(self, wanted: str) -> None:
        """Make a row the current one; "" for none."""
        self.search.clear()
        self._fill(wanted)

    def _fill(self, current: str) -> None:
        blocked = self.list.blockSignals(True)  # filling chooses nothing by the way
        self.list.clear()
        text = self.search.text().strip().casefold()
        kept: QTreeWidgetItem | None = None
        for id_, cells in sorted(self._rows, key=lambda row: _rank(row, text)):
            if _rank((id_, cells), text) > 3:
                continue
            # Names of the standard and of chemistry run from left to right in every window.
            item = QTreeWidgetItem([f"\u2066{cell}\u2069" if cell else "" for cell in cells])
            item.setData(0, _IdRole, id_)
            for column, cell in enumerate(cells):
                item.setToolTip(column, cell)
            self.list.addTopLevelItem(item)
            kept = item if id_ == current else kept
        if kept is None and text:
            kept = self.list.topLevelItem(0)
        if kept is not None:
            self.list.setCurrentItem(kept)
            self.list.scrollToItem(kept)
        self.list.blockSignals(blocked)
        self.chosen.emit(self.current)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows move in the list while the cursor stays in the search field."""
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if watched is self.search and pressed and event.key() in _LIST_KEYS:  # type: ignore[attr-defined]
            QApplication.sendEvent(self.list, event)
            return True
        return super().eventFilter(watched, event)


def _rank(row: Row, text: str) -> int:
    """Return how well a row fits: 0 the abbreviation itself, 4 not at all."""
    if not text:
        return 0
    cells = [cell.casefold() for cell in row[1][:2]]
    if text == cells[0]:
        return 0
    if cells[0].startswith(text):
        return 1
    if any(cell.startswith(text) for cell in cells):
        return 2
    return 3 if any(text in cell for cell in cells) else 4
