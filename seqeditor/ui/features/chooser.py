"""A card to choose one word from many, by typing a part of it or of its meaning."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from seqeditor.texts import _
from seqeditor.ui.features.cells import Choice
from seqeditor.ui.qt.feature_colours import feature_icon

_LIST_KEYS = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
)


class Chooser(QFrame):
    """A search field over a list of words with their meanings; nothing modal.

    `chosen(text)` when one is taken, by Enter or double click; Escape, or going elsewhere, closes
    the card without a choice.
    """

    chosen = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self._choices: Sequence[Choice] = ()
        self._coloured = False
        self._title = QLabel(self)
        self._search = QLineEdit(self)
        self._search.setClearButtonEnabled(True)
        self._list = QTreeWidget(self)
        self._list.setColumnCount(2)
        self._list.setHeaderHidden(True)
        self._list.setRootIsDecorated(False)
        self._list.setUniformRowHeights(True)
        self._list.setAlternatingRowColors(True)
        self._list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self._meaning = QLabel(self)
        self._meaning.setWordWrap(True)
        self._meaning.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        self._meaning.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        for widget in (self._title, self._search, self._list, self._meaning):
            layout.addWidget(widget)
        self._title.setBuddy(self._search)
        self._search.textChanged.connect(self._filter)
        self._search.installEventFilter(self)
        self._list.installEventFilter(self)
        self._list.itemActivated.connect(self._take)
        self._list.itemDoubleClicked.connect(self._take)
        self._list.currentItemChanged.connect(self._explain)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text anew in the language of the window."""
        self._search.setPlaceholderText(_("Type a part of the name or of its meaning"))
        self._list.setAccessibleName(_("Choices"))

    def open(self, title: str, choices: Sequence[Choice], *, coloured: bool = False) -> None:
        """Show the card with these choices; `coloured` gives each the sign of its feature key."""
        self._title.setText(title)
        self._search.setAccessibleName(title)
        self._choices, self._coloured = choices, coloured
        self._search.clear()
        self._filter()
        self.show()
        self.raise_()
        self._search.setFocus(Qt.FocusReason.PopupFocusReason)

    def shown(self) -> list[str]:
        """Return the words that the search leaves, in order."""
        model = self._list.model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def dismiss(self) -> None:
        """Close the card without a choice."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def _filter(self) -> None:
        wanted = self._search.text().strip().lower()
        names = [c for c in self._choices if wanted in c.text.lower()]
        names.sort(key=lambda c: bool(wanted) and not c.text.lower().startswith(wanted))
        meanings = [c for c in self._choices if c not in names and wanted in c.meaning.lower()]
        self._list.clear()
        for choice in (*names, *meanings):
            item = QTreeWidgetItem([choice.text, choice.meaning])
            item.setToolTip(1, choice.meaning)
            if self._coloured:
                item.setIcon(0, feature_icon(choice.text, self.palette()))
            self._list.addTopLevelItem(item)
        first = self._list.topLevelItem(0)
        if first is not None:
            self._list.setCurrentItem(first)
        self._explain()

    def _explain(self) -> None:
        current = self._list.currentItem()
        self._meaning.setText(current.text(1) if current else _("Nothing fits. Type less."))

    def _take(self) -> None:
        current = self._list.currentItem()
        if current is not None and self.isVisible():
            text = current.text(0)
            self.hide()
            self.closed.emit()
            self.chosen.emit(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows move in the list while the cursor stays in the search field."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.dismiss()
                return True
            if watched is self._search and event.key() in _LIST_KEYS:
                QApplication.sendEvent(self._list, event)
                return True
        return super().eventFilter(watched, event)

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        inside = new is None or new is self or self.isAncestorOf(new)
        if self.isVisible() and not inside:
            self.dismiss()
