"""Asks for the reason for which a finding is put aside."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from seqeditor.texts import _
from seqeditor.ui.dialogs.dialog import Dialog


class ReviewDialog(Dialog):
    """Shows the sentence of a finding; `accepted` with the `reason` typed."""

    def __init__(self, sentence: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Mark as reviewed"))
        said = QLabel(sentence)
        said.setWordWrap(True)
        said.setTextFormat(Qt.TextFormat.PlainText)
        ask = QLabel(_("&Why is this as it should be?"))
        self._reason = QPlainTextEdit()
        self._reason.setTabChangesFocus(True)
        self._reason.setFixedHeight(72)
        ask.setBuddy(self._reason)
        note = QLabel(_("The finding is not counted any more. It returns when its place changes."))
        note.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.mark = buttons.addButton(_("&Mark"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.mark.setDefault(True)
        self.mark.setEnabled(False)
        self._reason.textChanged.connect(lambda: self.mark.setEnabled(bool(self.reason)))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        for widget in (said, ask, self._reason, note, buttons):
            column.addWidget(widget)
        self.setMinimumWidth(420)
        self._reason.setFocus()

    @property
    def reason(self) -> str:
        """The reason as typed, without white space around it."""
        return " ".join(self._reason.toPlainText().split())
