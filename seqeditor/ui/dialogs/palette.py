"""The command palette: every action found by a few letters of its name."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QBrush, QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from seqeditor.texts import _, fill
from seqeditor.ui.actions.every_action import Entry
from seqeditor.ui.dialogs.dialog import Dialog

WIDTH, HEIGHT = 560, 420
_MOVING = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class CommandPalette(Dialog):
    """Lists what can be done now; what cannot is grey. A number goes to that SEQ ID NO."""

    def __init__(
        self,
        entries: Iterable[Entry],
        go_to_number: Callable[[str], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Commands"))
        self._entries = list(entries)
        self._go_to_number = go_to_number
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("Type what you want to do, or a SEQ ID NO"))
        self.line.setAccessibleName(_("Command"))
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(self._show)
        self.line.installEventFilter(self)
        self.tree = self._make_tree()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.line)
        column.addWidget(self.tree, 1)
        room = parent.size()
        self.resize(min(WIDTH, room.width() - 32), min(HEIGHT, room.height() - 64))
        place = QPoint((room.width() - self.width()) // 2, 48)
        self.move(parent.mapToGlobal(place))
        self._show("")
        self.line.setFocus()

    def _make_tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setColumnCount(3)
        tree.setHeaderHidden(True)
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        tree.setFrameShape(QFrame.Shape.NoFrame)
        tree.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        tree.setAccessibleName(_("Commands"))
        header = tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        tree.itemClicked.connect(lambda item, _column: self._run(item))
        return tree

    def _show(self, text: str) -> None:
        self.tree.clear()
        number = text.strip()
        if number.isascii() and number.isdecimal():
            words = fill(_("Go to SEQ ID NO {number}"), {"number": number})
            item = QTreeWidgetItem([words, "", ""])
            item.setData(0, Qt.ItemDataRole.UserRole, number)
            self.tree.addTopLevelItem(item)
        grey = QBrush(self.palette().color(QPalette.ColorRole.PlaceholderText))
        for entry in found(self._entries, text):
            item = QTreeWidgetItem([entry.text, entry.menu, entry.keys])
            item.setData(0, Qt.ItemDataRole.UserRole, entry)
            item.setToolTip(0, entry.action.toolTip())
            for column in (1, 2):
                item.setForeground(column, grey)
            if not entry.action.isEnabled():
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEnabled)
            self.tree.addTopLevelItem(item)
        self._choose_first()

    def _choose_first(self) -> None:
        for row in range(self.tree.topLevelItemCount()):
            item = self.tree.topLevelItem(row)
            if item is not None and item.flags() & Qt.ItemFlag.ItemIsEnabled:
                self.tree.setCurrentItem(item)
                return

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move in the list and run what is chosen there, while the line has the focus."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _MOVING:
                self.tree.event(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._run(self.tree.currentItem())
                return True
        return super().eventFilter(watched, event)

    def _run(self, item: QTreeWidgetItem | None) -> None:
        if item is None or not item.flags() & Qt.ItemFlag.ItemIsEnabled:
            return
        chosen = item.data(0, Qt.ItemDataRole.UserRole)
        self.close()  # first, so that the focus is where the action looks for it
        if isinstance(chosen, Entry):
            chosen.action.trigger()
        else:
            self._go_to_number(str(chosen))


def found(entries: Iterable[Entry], text: str) -> list[Entry]:
    """Return the entries that fit: those that begin so, hold the words, then the letters."""
    sought = text.casefold().split()
    if not sought:
        return list(entries)
    ranked = [(rank, n, entry) for n, entry in enumerate(entries) if (rank := _rank(entry, sought))]
    return [entry for _rank, _n, entry in sorted(ranked, key=lambda one: one[:2])]


def _rank(entry: Entry, sought: list[str]) -> int:
    """Return how well an entry fits, 1 the best; 0 when it does not."""
    text, whole = entry.text.casefold(), f"{entry.menu} {entry.text}".casefold()
    if text.startswith(" ".join(sought)):
        return 1
    if all(any(word.startswith(part) for word in text.split()) for part in sought):
        return 2
    if all(part in whole for part in sought):
        return 3
    letters = iter(text)
    return 4 if all(letter in letters for letter in "".join(sought)) else 0
