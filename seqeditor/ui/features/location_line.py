"""The field for a feature location: left to right, checked while typing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QFontDatabase, QHideEvent, QMoveEvent, QPalette
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from seqeditor.domain.location import LocationFault, faults
from seqeditor.rules.finding import Finding, Level
from seqeditor.rules.registry import all_rules
from seqeditor.rules.wording import sentence
from seqeditor.texts import Catalogue, _, language
from seqeditor.ui.qt.icons import level_icon


def fault_text(text: str, moltype: str, length: int) -> str:
    """Say what is wrong with a location in a sequence of this length, "" when nothing is."""
    if not text.strip():
        return _("Enter a location, such as 12 or 12..400.")
    found = faults(text, moltype, length)
    return _worded(found[0], text) if found else ""


def _worded(fault: LocationFault, text: str) -> str:
    if fault.rule not in all_rules():
        return _("This location cannot be read. Examples: 12, 12..400, join(1..5,9..12).")
    finding = Finding(
        fault.rule, Level.ERROR, value=text, variant=fault.variant, parameters=fault.parameters
    )
    return sentence(finding, Catalogue(language(), on_screen=True))


class LocationLine(QLineEdit):
    """A line for a location; what is wrong with it stands below, without getting in the way."""

    def __init__(self, parent: QWidget, moltype: str, length: int) -> None:
        super().__init__(parent)
        self._moltype = moltype
        self._length = length
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.setPlaceholderText("12..400")
        self.setAccessibleName(_("Location"))
        self._sign = QAction(level_icon(Level.ERROR, self.palette()), "", self)
        self.addAction(self._sign, QLineEdit.ActionPosition.TrailingPosition)
        self._sign.setVisible(False)
        self._message = QLabel(parent)
        self._message.setWordWrap(True)
        self._message.setMargin(4)
        self._message.setAutoFillBackground(True)
        self._message.setBackgroundRole(QPalette.ColorRole.ToolTipBase)
        self._message.setForegroundRole(QPalette.ColorRole.ToolTipText)
        self._message.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._message.hide()
        self.textEdited.connect(self._check)
        parent.installEventFilter(self)

    @property
    def message(self) -> str:
        """What is said about the location as it stands, "" when nothing is wrong."""
        return self._message.text() if not self._message.isHidden() else ""

    def _check(self) -> None:
        wrong = fault_text(self.text(), self._moltype, self._length)
        self._sign.setVisible(bool(wrong))
        self._sign.setToolTip(wrong)
        self.setAccessibleDescription(wrong)
        self._message.setText(wrong)
        self._message.setVisible(bool(wrong))
        self._place_message()

    def _place_message(self) -> None:
        parent = self.parentWidget()
        if self._message.isHidden() or parent is None:
            return
        width = max(self.width(), 280)
        height = self._message.heightForWidth(width)
        below = self.geometry().bottomLeft() + QPoint(0, 1)
        if below.y() + height > parent.height():
            below.setY(self.geometry().top() - height)
        below.setX(max(0, min(below.x(), parent.width() - width)))
        self._message.setGeometry(below.x(), below.y(), width, height)
        self._message.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the message beside the field when the table is resized."""
        if event.type() == QEvent.Type.Resize:
            self._place_message()
        return super().eventFilter(watched, event)

    def moveEvent(self, event: QMoveEvent) -> None:
        """Take the message along."""
        super().moveEvent(event)
        self._place_message()

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the message away with the field, which is deleted a moment later."""
        self._message.hide()
        super().hideEvent(event)

    def discard(self) -> None:
        """Delete the message: it is a neighbour of the field, not its child."""
        self._message.deleteLater()
