"""The field for one of several words: keys, qualifier names, controlled values."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from seqeditor.ui.features.cells import Choice
from seqeditor.ui.features.field_message import FieldMessage

MOST_VISIBLE = 16


MOST_WIDE = 560

_SearchRole = int(Qt.ItemDataRole.UserRole)

Index = QModelIndex | QPersistentModelIndex


class _Completer(QCompleter):
    """Finds words by their meanings too, and completes to the word alone."""

    def pathFromIndex(self, index: Index) -> str:
        """Return the word of a row."""
        return str(index.data(Qt.ItemDataRole.DisplayRole) or "")


class _WithMeaning(QStyledItemDelegate):
    """Shows a word and, faintly parted from it, what it means."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Put the meaning behind the word."""
        super().initStyleOption(option, index)
        meaning = index.data(Qt.ItemDataRole.ToolTipRole)
        if meaning:
            option.text = f"\u2066{option.text}\u2069    \u2068{meaning}\u2069"


class ChoiceBox(QComboBox):
    """A box that completes what is typed, at any place in the words offered."""

    def __init__(
        self,
        parent: QWidget,
        choices: Iterable[Choice],
        wrong: Callable[[str], str] | None = None,
        *,
        strict: bool = False,
    ) -> None:
        """Offer the choices; `wrong` says what is wrong with a text, "" for nothing.

        `strict`: a wrong text is not handed over, so `refused` keeps it in the field.
        """
        super().__init__(parent)
        self._wrong = wrong
        self._strict = strict
        self._before: str | None = None
        self._message = FieldMessage(self)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setMaxVisibleItems(MOST_VISIBLE)
        self.setAutoFillBackground(True)
        for choice in choices:
            self.addItem(choice.text)
            self.setItemData(self.count() - 1, choice.meaning, Qt.ItemDataRole.ToolTipRole)
            words = f"{choice.text}\n{choice.meaning}\n{choice.original}"
            self.setItemData(self.count() - 1, words, _SearchRole)
        completer = _Completer(self.model(), self)
        completer.setCompletionRole(_SearchRole)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setCompleter(completer)
        self._show_meanings()
        self.editTextChanged.connect(self._typed)

    def _show_meanings(self) -> None:
        """Show each word with its meaning, in lists wide enough for both."""
        completer = self.completer()
        rows = [(self.itemText(n), self._meaning(n)) for n in range(self.count())]
        if completer is None or not any(meaning for _text, meaning in rows):
            return
        wide = max(self.fontMetrics().horizontalAdvance(f"{t}    {m}") for t, m in rows)
        for view in filter(None, (self.view(), completer.popup())):
            view.setItemDelegate(_WithMeaning(view))
            view.setMinimumWidth(min(wide + 48, MOST_WIDE))

    def _meaning(self, row: int) -> str:
        return str(self.itemData(row, Qt.ItemDataRole.ToolTipRole) or "")

    def set_text(self, text: str) -> None:
        """Show a text, whether it is among the words or not, ready to be typed over."""
        self._before = text
        self.setCurrentIndex(self.findText(text, Qt.MatchFlag.MatchExactly))
        self.setEditText(text)
        line = self.lineEdit()
        if line is not None:
            line.selectAll()

    # What is wrong -----------------------------------------------------------------------------

    @property
    def message(self) -> str:
        """What is said about the text as it stands."""
        return self._message.said

    def _typed(self, text: str) -> None:
        """Say what is wrong as soon as nothing of the list can come of it."""
        wanted = text.strip().lower()
        rows = range(self.count())
        possible = any(wanted in str(self.itemData(n, _SearchRole)).lower() for n in rows)
        self._message.say("" if possible or self._wrong is None else self._wrong(text.strip()))

    def refused(self) -> bool:
        """Tell whether the text cannot be taken, and say why; what stood there may stay."""
        if self._wrong is None or not self._strict or self.text() == self._before:
            return False
        wrong = self._wrong(self.text().strip())
        self._message.say(wrong)
        return bool(wrong)

    def discard(self) -> None:
        """Delete the message: it is a neighbour of the field, not its child."""
        self._message.deleteLater()

    def text(self) -> str:
        """Return the text as it stands."""
        return self.currentText()
