"""Says why a file could not be opened: each fault in plain words, with its line."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from seqeditor.rules.finding import Finding
from seqeditor.rules.wording import sentence
from seqeditor.texts import Catalogue, _, fill, language
from seqeditor.ui.dialogs.dialog import Dialog
from seqeditor.ui.qt.icons import level_icon

MOST = 200


class UnreadableDialog(Dialog):
    """The faults of one file; it was not changed, nor was what is open."""

    def __init__(self, path: Path, findings: Iterable[Finding], parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("The file could not be opened"))
        head = QLabel(
            fill(_("{file} could not be opened as a sequence listing:"), {"file": path.name})
        )
        head.setTextFormat(Qt.TextFormat.PlainText)
        head.setWordWrap(True)
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setAccessibleName(_("What is wrong with the file"))
        catalogue = Catalogue(language(), on_screen=True)
        for finding in list(findings)[:MOST]:
            self.list.addItem(QListWidgetItem(level_icon(finding.level), _said(finding, catalogue)))
        foot = QLabel(_("Nothing was changed: neither this file nor what is open."))
        foot.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        for widget in (head, self.list, foot, buttons):
            column.addWidget(widget)
        self.resize(560, 300)


def _said(finding: Finding, catalogue: Catalogue) -> str:
    words = sentence(finding, catalogue)
    if finding.line is None or "line" in finding.parameters:
        return words
    line = fill(_("Line {line}:"), {"line": finding.line})
    return f"{line} {words}"


def show_unreadable(parent: QWidget, path: Path, findings: Iterable[Finding]) -> UnreadableDialog:
    """Show the faults of a file without stopping the window."""
    dialog = UnreadableDialog(path, findings, parent)
    dialog.open()
    return dialog
