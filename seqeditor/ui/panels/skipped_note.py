"""What the centre shows for an intentionally skipped sequence."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from seqeditor.texts import _


class SkippedNote(QWidget):
    """Says what a skipped sequence is, and offers to make a sequence of it."""

    unskip_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setMaximumWidth(520)
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = QPushButton()
        self.button.clicked.connect(self.unskip_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addStretch(2)
        for widget in (self._text, self.button):
            row = QHBoxLayout()
            row.addStretch(1)
            row.addWidget(widget, 3 if widget is self._text else 0)
            row.addStretch(1)
            column.addLayout(row)
        column.addStretch(3)
        self.retranslate()

    def retranslate(self) -> None:
        """Word everything in the language of the window."""
        self._text.setText(
            _(
                "This sequence is intentionally skipped. It keeps its number so that the others "
                "keep theirs, and the XML shows 000 in the place of its residues."
            )
        )
        self.button.setText(_("Make it a sequence again"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language of the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
