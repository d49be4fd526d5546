"""The author's own note on sequences."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from seqeditor.texts import _
from seqeditor.ui.dialogs.dialog import Dialog


class NoteDialog(Dialog):
    """A text of any length. `written(text)`: it was changed and taken over."""

    written = Signal(str)

    def __init__(self, title: str, note: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._before = note
        label = QLabel(_("&Note (stays in the project, never in the XML):"))
        self.text = QPlainTextEdit(note)
        self.text.setTabChangesFocus(True)
        label.setBuddy(self.text)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        for widget in (label, self.text, buttons):
            column.addWidget(widget)
        self.resize(460, 260)
        self.finished.connect(self.deleteLater)

    def accept(self) -> None:
        """Tell the text, if it is another."""
        super().accept()
        if self.text.toPlainText() != self._before:
            self.written.emit(self.text.toPlainText())
