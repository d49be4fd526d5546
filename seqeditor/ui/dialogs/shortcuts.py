"""The keys of all actions: listed, searched, changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from seqeditor.texts import _, fill
from seqeditor.ui.actions.every_action import Entry, Format, usual_keys
from seqeditor.ui.dialogs.dialog import Dialog
from seqeditor.ui.dialogs.palette import found

_ENTRY = int(Qt.ItemDataRole.UserRole)


class ShortcutsDialog(Dialog):
    """Shows every action with its keys; `use(chosen)` is called when the dialog is accepted.

    `chosen` maps names of actions to keys in portable form, "" for none; what has its usual keys
    is not in it.
    """

    def __init__(
        self,
        entries: list[Entry],
        chosen: Mapping[str, str],
        use: Callable[[dict[str, str]], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Keyboard shortcuts"))
        self._entries = [entry for entry in entries if entry.name]
        self.chosen = dict(chosen)
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("Search"))
        self.line.setAccessibleName(_("Search"))
        self.line.setClearButtonEnabled(True)
        self.tree = self._make_tree()
        self.keys = QKeySequenceEdit()
        self.keys.setMaximumSequenceLength(1)
        self.keys.setClearButtonEnabled(True)
        self.usual, self.all_usual = QPushButton(_("&Usual")), QPushButton(_("&All usual"))
        self.hint = QLabel()
        self.hint.setWordWrap(True)
        self.hint.setMinimumHeight(2 * self.fontMetrics().height())
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self._lay_out()
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.accepted.connect(lambda: use(self.chosen))
        self.line.textChanged.connect(self._show)
        self.tree.currentItemChanged.connect(lambda *_items: self._show_keys())
        self.keys.keySequenceChanged.connect(self._take)
        self.usual.clicked.connect(lambda: self._set_usual())
        self.all_usual.clicked.connect(lambda: self._set_all_usual())
        self._show("")
        self.line.setFocus()

    def _make_tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setHeaderLabels([_("Command"), _("Menu"), _("Keys")])
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        tree.setAccessibleName(_("Keyboard shortcuts"))
        header = tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        return tree

    def _lay_out(self) -> None:
        label = QLabel(_("&Keys of the command:"))
        label.setBuddy(self.keys)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label)
        row.addWidget(self.keys, 1)
        row.addWidget(self.usual)
        row.addWidget(self.all_usual)
        for button in (self.usual, self.all_usual):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.line)
        column.addWidget(self.tree, 1)
        column.addLayout(row)
        column.addWidget(self.hint)
        column.addWidget(self.buttons)
        self.resize(680, 520)

    # What is shown -----------------------------------------------------------------------------

    def _show(self, text: str) -> None:
        self.tree.clear()
        for entry in found(self._entries, text):
            keys = self.keys_of(entry).toString(Format.NativeText)
            item = QTreeWidgetItem([entry.text, entry.menu, keys])
            item.setData(0, _ENTRY, entry)
            self.tree.addTopLevelItem(item)
        first = self.tree.topLevelItem(0)
        if first is not None:
            self.tree.setCurrentItem(first)
        self._show_keys()

    def keys_of(self, entry: Entry) -> QKeySequence:
        """Return the keys of an action as chosen here."""
        if entry.name in self.chosen:
            return QKeySequence(self.chosen[entry.name], Format.PortableText)
        usual = usual_keys(entry.action)
        return usual[0] if usual else QKeySequence()

    def _current(self) -> Entry | None:
        item = self.tree.currentItem()
        entry = item.data(0, _ENTRY) if item is not None else None
        return entry if isinstance(entry, Entry) else None

    def _show_keys(self) -> None:
        entry = self._current()
        self.keys.blockSignals(True)
        self.keys.setKeySequence(self.keys_of(entry) if entry else QKeySequence())
        self.keys.blockSignals(False)
        self.keys.setEnabled(entry is not None)
        self._refresh()

    def _refresh(self) -> None:
        entry = self._current()
        self.usual.setEnabled(entry is not None and entry.name in self.chosen)
        self.all_usual.setEnabled(bool(self.chosen))
        others = self.clashes(entry) if entry is not None else []
        words = ""
        if others:
            names = ", ".join(one.text for one in others)
            words = fill(
                _("These keys are also those of: {names}. Choose others."), {"names": names}
            )
        self.hint.setText(words)

    def clashes(self, entry: Entry) -> list[Entry]:
        """Return the other actions that the keys of an action would also call.

        Keys that count in one part of the window only may be those of something in another part.
        """
        keys = self.keys_of(entry)
        if keys.isEmpty():
            return []
        return [
            other
            for other in self._entries
            if other.name != entry.name and self.keys_of(other) == keys and _meet(entry, other)
        ]

    # Changes -----------------------------------------------------------------------------------

    def _take(self, keys: QKeySequence) -> None:
        entry = self._current()
        if entry is None:
            return
        usual = usual_keys(entry.action)
        if keys == (usual[0] if usual else QKeySequence()):
            self.chosen.pop(entry.name, None)
        else:
            self.chosen[entry.name] = keys.toString(Format.PortableText)
        self._show_item(entry)

    def _show_item(self, entry: Entry) -> None:
        item = self.tree.currentItem()
        if item is not None:
            item.setText(2, self.keys_of(entry).toString(Format.NativeText))
        self._refresh()

    def _set_usual(self) -> None:
        entry = self._current()
        if entry is not None:
            self.chosen.pop(entry.name, None)
            self._show_keys()
            self._show_item(entry)

    def _set_all_usual(self) -> None:
        self.chosen.clear()
        self._show(self.line.text())

    def accept(self) -> None:
        """Refuse keys that would call two actions: Qt would call neither."""
        for entry in self._entries:
            if entry.name in self.chosen and self.clashes(entry):
                self.line.clear()
                self._go_to(entry)
                return
        super().accept()

    def _go_to(self, entry: Entry) -> None:
        for row in range(self.tree.topLevelItemCount()):
            item = self.tree.topLevelItem(row)
            if item is not None and item.data(0, _ENTRY) is entry:
                self.tree.setCurrentItem(item)
                self.keys.setFocus()


def _meet(one: Entry, other: Entry) -> bool:
    """Tell whether the keys of both count at one place."""
    within = Qt.ShortcutContext.WidgetWithChildrenShortcut
    places = [
        set(entry.action.associatedObjects())
        for entry in (one, other)
        if entry.action.shortcutContext() == within
    ]
    return len(places) < 2 or bool(places[0] & places[1])
