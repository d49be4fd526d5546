"""Asks for numbers of sequences: 1-20, 35."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from seqeditor.domain.number_ranges import NumbersError, Ranges, parse_numbers
from seqeditor.texts import _
from seqeditor.ui.dialogs.dialog import Dialog
from seqeditor.ui.panels.filter_words import numbers_fault


class NumbersDialog(Dialog):
    """`chosen(ranges)`: numbers were typed and confirmed. Not modal."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Select by number"))
        label = QLabel(_("&Numbers of the sequences to select:"))
        self.line = QLineEdit()
        self.line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.line.setPlaceholderText("1-20, 35")
        label.setBuddy(self.line)
        self.fault = QLabel()
        self.fault.setWordWrap(True)
        self.fault.setTextFormat(Qt.TextFormat.PlainText)
        buttons = QDialogButtonBox()
        self.go = buttons.addButton(_("&Select"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setDefault(True)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.line.textChanged.connect(lambda _text: self._check())
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        for widget in (label, self.line, self.fault, buttons):
            column.addWidget(widget)
        self.setMinimumWidth(360)
        self._check()

    def _check(self) -> Ranges:
        ranges: Ranges = ()
        try:
            ranges = parse_numbers(self.line.text())
            self.fault.clear()
        except NumbersError as error:
            self.fault.setText(numbers_fault(error))
        self.go.setEnabled(bool(ranges))
        return ranges

    def accept(self) -> None:
        """Tell the numbers; what cannot be read stays in the field with its message."""
        ranges = self._check()
        if ranges:
            super().accept()
            self.chosen.emit(ranges)
