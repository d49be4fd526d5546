"""A button that says where the protein of a CDS is, or what a protein is translated from."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton, QWidget

from seqeditor.texts import _
from seqeditor.ui.qt.icons import icon

MOST = 48
"""Characters shown; the rest is in the tooltip."""


class ProteinChip(QToolButton):
    """Hidden while there is nothing to say. `place` is what the toolbar shows and hides it by."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: Callable[[], str] | None = None
        self.place: QAction | None = None
        self.setAutoRaise(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.redraw()

    def say(self, words: Callable[[], str] | None) -> None:
        """Show what `words` gives in the language of the window; None hides the button."""
        self._words = words
        if self.place is not None:
            self.place.setVisible(words is not None)
        self.retranslate()

    def retranslate(self) -> None:
        """Word everything in the language of the window."""
        text = self._words() if self._words is not None else ""
        self.setText(text if len(text) <= MOST else f"{text[:MOST]}…")
        self.setToolTip(text)
        self.setAccessibleName(text or _("Protein"))

    def redraw(self) -> None:
        """Draw the icon in the colours of the window."""
        self.setIcon(icon("link", self.palette()))

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and colours of the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self.redraw()
