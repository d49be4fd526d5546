"""Asks for the reason for which a finding is put aside."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from seqeditor.texts import _, ngettext
from seqeditor.ui.dialogs.dialog import Dialog
from seqeditor.ui.qt.locale import count_text


class ReviewDialog(Dialog):
    """Shows what is put aside; `accepted` with the `reason` typed.

    `alike` findings of the same kind that are open, this one among them: they can go with it.
    """

    def __init__(self, sentence: str, parent: QWidget, alike: int = 1) -> None:
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
        every = ngettext("&All {count} of this kind", "&All {count} of this kind", alike)
        self.every = QCheckBox(every.replace("{count}", count_text(alike)))
        self.every.setHidden(alike < 2)
        note = QLabel(_("What is reviewed is not counted. It returns when its place changes."))
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
        for widget in (said, ask, self._reason, self.every, note, buttons):
            column.addWidget(widget)
        self.setMinimumWidth(420)
        self._reason.setFocus()

    @property
    def reason(self) -> str:
        """The reason as typed, without white space around it."""
        return " ".join(self._reason.toPlainText().split())
