"""The field for one of several words: keys, qualifier names, controlled values."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from seqeditor.ui.features.cells import Choice

MOST_VISIBLE = 16


class ChoiceBox(QComboBox):
    """A box that completes what is typed, at any place in the words offered."""

    def __init__(self, parent: QWidget, choices: Iterable[Choice]) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setMaxVisibleItems(MOST_VISIBLE)
        self.setAutoFillBackground(True)
        for choice in choices:
            self.addItem(choice.text)
            self.setItemData(self.count() - 1, choice.meaning, Qt.ItemDataRole.ToolTipRole)
        completer = QCompleter(self.model(), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setCompleter(completer)

    def set_text(self, text: str) -> None:
        """Show a text, whether it is among the words or not, ready to be typed over."""
        self.setCurrentIndex(self.findText(text, Qt.MatchFlag.MatchExactly))
        self.setEditText(text)
        line = self.lineEdit()
        if line is not None:
            line.selectAll()

    def text(self) -> str:
        """Return the text as it stands."""
        return self.currentText()
