"""The field for the name of an organism."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from seqeditor.ui.organisms.completion import OrganismCompletion


class OrganismLine(QLineEdit):
    """A line that offers names while one types; arrow down shows them without typing."""

    def __init__(self, parent: QWidget | None = None, used: Callable[[], list[str]] = list) -> None:
        super().__init__(parent)
        self.completion = OrganismCompletion(self, used)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show the names on the arrow down, as a box of choices does."""
        popup = self.completion.popup
        if event.key() == Qt.Key.Key_Down and not popup.isVisible() and not self.isReadOnly():
            self.completion.show_usual()
            event.accept()
            return
        super().keyPressEvent(event)
