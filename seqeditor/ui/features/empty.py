"""What stands in the place of the table when a sequence has no features."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from seqeditor.texts import _


class EmptyTable(QWidget):
    """Says what features are and offers the one that every sequence needs."""

    source_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._skipped = False
        self._read_only = False
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._button = QPushButton(self)
        self._button.clicked.connect(self.source_wanted)
        layout = QVBoxLayout(self)
        layout.setSpacing(16)
        layout.setContentsMargins(32, 16, 32, 16)
        layout.addStretch(1)
        layout.addWidget(self._text)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)
        self.retranslate()

    @property
    def text(self) -> str:
        """What is said."""
        return self._text.text()

    def show_for(self, *, skipped: bool, read_only: bool) -> None:
        """Fit the words to the sequence."""
        self._skipped, self._read_only = skipped, read_only
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text anew in the language of the window."""
        if self._skipped:
            self._text.setText(_("An intentionally skipped sequence has no features."))
        else:
            self._text.setText(
                _(
                    "This sequence has no features yet. Every sequence needs the feature source, "
                    "which says what organism it is from and what kind of molecule it is."
                )
            )
        self._button.setText(_("Add the feature source"))
        self._button.setVisible(not self._skipped and not self._read_only)
