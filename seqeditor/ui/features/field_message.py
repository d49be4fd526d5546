"""What is wrong with a field of the table, below it and without getting in the way."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget

LEAST_WIDTH = 280

_MOVED = (QEvent.Type.Resize, QEvent.Type.Move)


class FieldMessage(QLabel):
    """A neighbour of a field; it goes along with the field, and hides with it."""

    def __init__(self, field: QWidget) -> None:
        parent = field.parentWidget()
        super().__init__(parent)
        self._field = field
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setMargin(4)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.ToolTipBase)
        self.setForegroundRole(QPalette.ColorRole.ToolTipText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        field.installEventFilter(self)
        if parent is not None:
            parent.installEventFilter(self)

    @property
    def said(self) -> str:
        """What is said, "" for nothing."""
        return self.text() if not self.isHidden() else ""

    def say(self, text: str) -> None:
        """Say something, "" for nothing, to screen readers too."""
        self._field.setAccessibleDescription(text)
        self.setText(text)
        self.setVisible(bool(text))
        self._place()

    def _place(self) -> None:
        parent = self.parentWidget()
        if self.isHidden() or parent is None:
            return
        width = max(self._field.width(), LEAST_WIDTH)
        height = self.heightForWidth(width)
        below = self._field.geometry().bottomLeft() + QPoint(0, 1)
        if below.y() + height > parent.height():
            below.setY(self._field.geometry().top() - height)
        below.setX(max(0, min(below.x(), parent.width() - width)))
        self.setGeometry(below.x(), below.y(), width, height)
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep beside the field."""
        if event.type() in _MOVED:
            self._place()
        elif event.type() == QEvent.Type.Hide and watched is self._field:
            self.hide()
        return super().eventFilter(watched, event)
