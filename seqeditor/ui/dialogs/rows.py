"""A sentence and a table of rows: what is about to be done, or what has been found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from seqeditor.texts import _
from seqeditor.ui.dialogs.dialog import Dialog
from seqeditor.ui.dialogs.report_table import ReportTable

MOST = 500


class RowsDialog(Dialog):
    """Shows rows under heads (message ids); `accepted` when `accept`, the words of a button, is."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        head: str,
        heads: Sequence[str],
        rows: Sequence[Sequence[str]],
        *,
        wide: Sequence[int],
        accept: str = "",
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.words = QLabel(head)
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.table = ReportTable(title, heads, wide=wide)
        self.table.fill(list(rows)[:MOST])
        buttons = QDialogButtonBox()
        if accept:
            go = buttons.addButton(accept, QDialogButtonBox.ButtonRole.AcceptRole)
            go.setDefault(True)
            buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        else:
            buttons.addButton(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(_("Copy as table"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.setAutoDefault(False)
        copy.clicked.connect(lambda _checked=False: self.table.copy())
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        for widget in (self.words, self.table, buttons):
            column.addWidget(widget)
        self.resize(720, 420)
