"""Changes to many places: shown before they are made, or told after they were."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from seqeditor.rules.finding import Finding
from seqeditor.rules.wording import repair_title, sentence
from seqeditor.texts import N_, Catalogue, _, language
from seqeditor.ui.dialogs.dialog import Dialog
from seqeditor.ui.dialogs.report_table import ReportTable

MOST = 500
_HEADS = (N_("SEQ ID NO"), N_("What was found"), N_("What is done"))


class ChangesDialog(Dialog):
    """A table of findings with what is done about each; `accepted` when it is to be done."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        head: str,
        findings: Iterable[Finding],
        number_of: Callable[[Finding], str],
        *,
        accept: str = "",
    ) -> None:
        """Show a list; with `accept`, the words of a button, it asks before anything is done."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        words = QLabel(head)
        words.setWordWrap(True)
        words.setTextFormat(Qt.TextFormat.PlainText)
        self.table = ReportTable(title, _HEADS, wide=(1, 2))
        catalogue = Catalogue(language(), on_screen=True)
        self.table.fill(
            [
                (number_of(f), sentence(f, catalogue), repair_title(f, catalogue) or "")
                for f in list(findings)[:MOST]
            ]
        )
        buttons = QDialogButtonBox()
        if accept:
            go = buttons.addButton(accept, QDialogButtonBox.ButtonRole.AcceptRole)
            go.setDefault(True)
            buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        else:
            buttons.addButton(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(_("Copy as table"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda _checked=False: self.table.copy())
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        for widget in (words, self.table, buttons):
            column.addWidget(widget)
        self.resize(720, 420)
