"""A line of text above the content: tells something without standing in the way."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from seqeditor.rules.finding import Level
from seqeditor.texts import _
from seqeditor.ui.qt.icons import icon, level_icon

Words = Callable[[], str]
"""Makes the sentence in the language of the window, each time it is shown anew."""


class Notice(QFrame):
    """Shows one notice at a time, hidden while there is none."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None, *, closable: bool = True) -> None:
        super().__init__(parent)
        self._words: Words | None = None
        self._level = Level.INFO
        self._buttons: list[tuple[QPushButton, str]] = []
        self._sign = QLabel()
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._close = QToolButton()
        self._close.setAutoRaise(True)
        self._close.clicked.connect(self.clear)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 8, 8, 8)
        self._row.setSpacing(8)
        self._row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self._text, 1)
        self._row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        # Not before: a widget without a parent would be shown as a window of its own.
        self._close.setVisible(closable)
        self.setAutoFillBackground(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self.hide()
        self.retranslate()

    @property
    def text(self) -> str:
        """What is shown, "" while hidden."""
        return self._text.text() if self._words is not None else ""

    def show_words(
        self,
        words: Words,
        *,
        level: Level = Level.INFO,
        buttons: Mapping[str, Callable[[], object]] | None = None,
    ) -> None:
        """Show a notice; `buttons` are message ids with what they do."""
        self._remove_buttons()
        self._words, self._level = words, level
        for label, slot in (buttons or {}).items():
            button = QPushButton()
            button.clicked.connect(lambda _checked=False, act=slot: act())
            self._row.insertWidget(self._row.count() - 1, button, 0, Qt.AlignmentFlag.AlignTop)
            self._buttons.append((button, label))
        self.retranslate()
        self.redraw()
        self.show()

    def clear(self) -> None:
        """Show nothing."""
        if self._words is not None:
            self._words = None
            self._remove_buttons()
            self.hide()
            self.closed.emit()

    def _remove_buttons(self) -> None:
        for button, _label in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons.clear()

    def retranslate(self) -> None:
        """Word everything in the language of the window."""
        self._text.setText(self._words() if self._words is not None else "")
        for button, label in self._buttons:
            button.setText(_(label))
        self._close.setToolTip(_("Close this notice"))
        self._close.setAccessibleName(_("Close this notice"))

    def redraw(self) -> None:
        """Draw the signs in the colours of the window."""
        self._sign.setPixmap(level_icon(self._level, self.palette()).pixmap(20, 20))
        self._close.setIcon(icon("stop", self.palette()))

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and colours of the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self.redraw()
