"""The field for free text in the feature table: several lines, with a counter."""

from __future__ import annotations

import math
from collections.abc import Iterable

from PySide6.QtCore import QMargins, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QCompleter, QFrame, QLabel, QPlainTextEdit, QWidget

from seqeditor.texts import _, fill

MOST_LINES = 8

LEAST_TYPED = 2
"""Letters before earlier values are offered."""


class TextBox(QPlainTextEdit):
    """A box for a text of at most `longest` characters (None: no limit).

    Enter is done with it (`finished`), Shift+Enter begins a new line, Escape is the table's. A
    text that is too long is not cut: the counter says by how much, the finding follows.
    """

    finished = Signal()
    grown = Signal()

    def __init__(self, parent: QWidget, longest: int | None, earlier: Iterable[str] = ()) -> None:
        super().__init__(parent)
        self._longest = longest
        self._completer = self._make_completer(earlier)
        self._shown_height = 0
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.Box)
        self.setAutoFillBackground(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._counter = QLabel(self)
        self._counter.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self._counter.setContentsMargins(QMargins(4, 0, 6, 2))
        self._counter.setAutoFillBackground(True)
        self._counter.setBackgroundRole(QPalette.ColorRole.Base)
        self.setViewportMargins(0, 0, 0, self._counter_height())
        self.textChanged.connect(self._count)
        self._count()

    @property
    def counter(self) -> str:
        """What the counter says."""
        return self._counter.text()

    def _counter_height(self) -> int:
        return self.fontMetrics().height() + 2

    def _count(self) -> None:
        size = len(self.toPlainText())
        if self._longest is None:
            text = fill(_("{count} characters"), {"count": size})
        elif size <= self._longest:
            text = fill(_("{count} of {most}"), {"count": size, "most": self._longest})
        else:
            text = fill(
                _("{count} of {most}: {over} too many"),
                {"count": size, "most": self._longest, "over": size - self._longest},
            )
        self._counter.setText(text)
        self.setAccessibleDescription(text)
        height = self._text_height()
        if height != self._shown_height:
            self._shown_height = height
            self.grown.emit()

    def _text_height(self) -> int:
        """Return the height of the text as it is broken now, within reason."""
        most = MOST_LINES * self.fontMetrics().lineSpacing()
        block, height = self.document().begin(), 0.0
        while block.isValid() and height < most:
            height += self.blockBoundingRect(block).height()
            block = block.next()
        return min(math.ceil(height), most)

    def sizeHint(self) -> QSize:
        """Return room for the whole text, up to a limit, and the counter."""
        margin = math.ceil(2 * self.document().documentMargin()) + 2 * self.frameWidth()
        return QSize(320, self._text_height() + margin + self._counter_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the text anew, and keep the counter at the bottom."""
        super().resizeEvent(event)
        self._count()  # which may resize the box once more: the counter comes last
        inner = self.contentsRect()
        height = self._counter_height()
        place = QRect(inner.left(), inner.bottom() + 1 - height, inner.width(), height)
        self._counter.setGeometry(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter end the editing, and Shift+Enter begin a line."""
        if self._is_for_the_list(event):
            event.ignore()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.insertPlainText("\n")
            else:
                self.finished.emit()
            return
        super().keyPressEvent(event)
        if event.text() and self._completer is not None:
            self._complete(self._completer)

    # Completion --------------------------------------------------------------------------------

    def _make_completer(self, earlier: Iterable[str]) -> QCompleter | None:
        values = list(earlier)
        if not values:
            return None
        completer = QCompleter(values, self)
        completer.setWidget(self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(8)
        completer.activated.connect(self._take)
        return completer

    def _complete(self, completer: QCompleter) -> None:
        """Offer earlier values that hold what is typed; none is taken unless it is chosen."""
        typed = self.toPlainText()
        at_end = self.textCursor().atEnd()
        completer.setCompletionPrefix(typed)
        only_itself = completer.completionCount() == 1 and completer.currentCompletion() == typed
        if len(typed) < LEAST_TYPED or not at_end or not completer.completionCount() or only_itself:
            self._hide_list()
            return
        completer.complete(QRect(0, 0, self.width(), self._text_height() + 6))

    def _is_for_the_list(self, event: QKeyEvent) -> bool:
        """Tell whether a key takes a value of the list that is open, or closes the list."""
        popup = self._completer.popup() if self._completer is not None else None
        if popup is None or not popup.isVisible():
            return False
        if event.key() == Qt.Key.Key_Escape:
            return True
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not popup.currentIndex().isValid():
            popup.hide()
            return False
        return enter

    def _hide_list(self) -> None:
        popup = self._completer.popup() if self._completer is not None else None
        if popup is not None:
            popup.hide()

    def _take(self, value: str) -> None:
        self.selectAll()
        self.insertPlainText(value)
