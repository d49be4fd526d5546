"""A small bar above the residues: go to a position, or select a range or location."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from seqeditor.domain.destination import destination, is_range
from seqeditor.texts import N_, _, say
from seqeditor.ui.qt.icons import icon
from seqeditor.ui.residues.view import ResidueView

_UNREAD = N_("Type a position, such as 120, or a range or location, such as 120..180.")
_BEYOND = N_("This sequence has the positions 1 to {length}.")
_EMPTY = N_("This sequence has no residues yet.")


class GoToBar(QFrame):
    """Hidden until it is asked for; Enter goes there, Escape closes it."""

    def __init__(self, view: ResidueView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._label = QLabel()
        self.line = QLineEdit()
        # Positions and locations read from left to right in every language.
        self.line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.line.setMaximumWidth(280)
        self.line.setMinimumWidth(120)
        self._label.setBuddy(self.line)
        self.go = QPushButton()
        self.message = QLabel()
        self.message.setWordWrap(True)
        self.close_button = QToolButton()
        self.close_button.setAutoRaise(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 8, 4)
        row.setSpacing(8)
        row.addWidget(self._label)
        row.addWidget(self.line)
        row.addWidget(self.go)
        row.addWidget(self.message, 1)
        row.addWidget(self.close_button)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self.line.textEdited.connect(lambda _text: self.message.clear())
        self.line.returnPressed.connect(self.take)
        self.go.clicked.connect(self.take)
        self.close_button.clicked.connect(self.leave)
        self.hide()
        self.retranslate()

    def ask(self) -> None:
        """Show the bar with the selection as proposal, ready to be typed over."""
        selection = self._view.selection
        start, end = selection.start, selection.end
        self.line.setText(f"{start}..{end}" if end >= start else f"{min(start, self._view.length)}")
        self.line.selectAll()
        self.message.clear()
        self.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def take(self) -> None:
        """Go where the text says, or say why not."""
        length = self._view.length
        wanted = destination(self.line.text())
        if not length:
            self.message.setText(_(_EMPTY))
        elif wanted is None:
            self.message.setText(_(_UNREAD))
        elif not 1 <= wanted[0] <= wanted[1] <= length:
            self.message.setText(say(_BEYOND, {"length": length}))
        else:
            start, end = wanted
            if is_range(self.line.text()):
                self._view.select(start, end)
            else:
                self._view.go_to(start)
            self.leave()
            return
        self.line.setAccessibleDescription(self.message.text())
        self.line.selectAll()
        self.line.setFocus()

    def leave(self) -> None:
        """Close the bar and go back to the residues."""
        self.hide()
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Word everything in the language of the window."""
        self._label.setText(_("Go to &position:"))
        self.line.setPlaceholderText("120..180")
        self.line.setToolTip(_(_UNREAD))
        self.line.setAccessibleName(_("Position, range or location to go to"))
        self.go.setText(_("&Go"))
        self.message.clear()
        self.close_button.setToolTip(_("Close this bar"))
        self.close_button.setAccessibleName(_("Close this bar"))
        self.redraw()

    def redraw(self) -> None:
        """Draw the sign in the colours of the window."""
        self.close_button.setIcon(icon("stop", self.palette()))

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and colours of the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self.redraw()
