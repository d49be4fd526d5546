"""A card to choose one word from many, by typing a part of it or of its meaning."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QKeyEvent
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
from seqeditor.ui.qt.colours import faint_text
from seqeditor.ui.qt.feature_colours import feature_icon

_WordRole = int(Qt.ItemDataRole.UserRole)

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
        self._meaning.setTextFormat(Qt.TextFormat.PlainText)
        self._meaning.setMinimumHeight(4 * self.fontMetrics().lineSpacing())
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
        self._search.setAccessibleName(_("Search the choices"))
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
        rows = (model.index(row, 0) for row in range(model.rowCount()))
        return [
            str(row.data(_WordRole)) for row in rows if row.flags() & Qt.ItemFlag.ItemIsSelectable
        ]

    def dismiss(self) -> None:
        """Close the card without a choice."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def _filter(self) -> None:
        wanted = self._search.text().strip().lower()
        self._list.clear()
        group = ""
        for choice, word in found(self._choices, wanted):
            if not wanted and choice.group and choice.group != group:
                group = choice.group
                heading = self._heading(group)
                self._list.addTopLevelItem(heading)
                heading.setFirstColumnSpanned(True)  # once it is in its list
            self._list.addTopLevelItem(self._item(choice, word))
        for row in range(self._list.topLevelItemCount()):
            item = self._list.topLevelItem(row)
            if item is not None and item.flags() & Qt.ItemFlag.ItemIsSelectable:
                self._list.setCurrentItem(item)
                break
        self._list.scrollToTop()
        self._explain()

    def _heading(self, group: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem([_(group)])
        item.setSizeHint(1, QSize(0, self.fontMetrics().height() + 8))
        item.setFlags(Qt.ItemFlag.NoItemFlags)  # the arrow keys pass it by
        font = item.font(0)
        font.setBold(True)
        item.setFont(0, font)
        item.setForeground(0, QBrush(faint_text(self.palette())))
        return item

    def _item(self, choice: Choice, word: str) -> QTreeWidgetItem:
        meaning = f"{choice.meaning} ({word})" if word else choice.meaning
        # Names and meanings keep their reading direction in every window.
        item = QTreeWidgetItem([f"\u2066{choice.text}\u2069", f"\u2068{meaning}\u2069"])
        item.setData(0, _WordRole, choice.text)
        item.setSizeHint(1, QSize(0, self.fontMetrics().height() + 8))
        item.setToolTip(1, meaning)
        if self._coloured:
            item.setIcon(0, feature_icon(choice.text, self.palette()))
        return item

    def _explain(self) -> None:
        current = self._list.currentItem()
        text = str(current.data(0, _WordRole) or "") if current else ""
        choice = next((one for one in self._choices if one.text == text), None)
        if choice is None:
            self._meaning.setText(_("Nothing fits. Type less."))
            return
        self._meaning.setText("\n".join(filter(None, (choice.meaning, choice.about))))

    def _take(self) -> None:
        current = self._list.currentItem()
        if (
            current is not None
            and current.flags() & Qt.ItemFlag.ItemIsSelectable
            and self.isVisible()
        ):
            text = str(current.data(0, _WordRole))
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


def found(choices: Sequence[Choice], wanted: str) -> list[tuple[Choice, str]]:
    """Return the choices that a text in lower case finds, best first, with the word that did.

    Names that begin with it come first, names that hold it next, then what is found by its other
    words, then by its meaning. The word is "" where the name or the meaning shows it.
    """
    if not wanted:
        return [(choice, "") for choice in choices]
    ranked: list[tuple[int, Choice, str]] = []
    for choice in choices:
        name = choice.text.lower()
        word = next((one for one in choice.also if wanted in _loose(one)), "")
        if wanted in name:
            ranked.append((0 if name.startswith(wanted) else 1, choice, ""))
        elif word:
            ranked.append((2, choice, word))
        elif wanted in _meant(choice):
            ranked.append((3, choice, ""))
    ranked.sort(key=lambda one: one[0])
    return [(choice, word) for _rank, choice, word in ranked]


def _meant(choice: Choice) -> str:
    """Return what a choice means, in the language of the window and in that of the standard."""
    group = _(choice.group) if choice.group else ""
    return f"{choice.meaning}\n{choice.original}\n{group}".lower()


def _loose(word: str) -> str:
    """Return a word with its blanks too, as people type it."""
    return f"{word} {word.replace('_', ' ')}".lower()
