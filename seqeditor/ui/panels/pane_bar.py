"""The narrow bar above each of two panes: which of them is the active one, swap, close."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from seqeditor.texts import _
from seqeditor.ui.qt.icons import icon


class PaneBar(QWidget):
    """Says in words, shape and colour whether its pane is the active one.

    `chosen`: the bar was clicked. `swap_asked`, `close_asked`: by its buttons.
    """

    chosen = Signal()
    swap_asked = Signal()
    close_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_active = False
        self.label = QLabel()
        self.label.setMinimumWidth(1)  # cut before anything else is
        self.swap, self.close_button = QToolButton(), QToolButton()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 1, 4, 1)
        row.setSpacing(2)
        row.addWidget(self.label, 1)
        for button, asked in (
            (self.swap, self.swap_asked),
            (self.close_button, self.close_asked),
        ):
            button.setAutoRaise(True)
            button.setIconSize(QSize(14, 14))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _checked=False, asked=asked: asked.emit())
            row.addWidget(button)
        self.setAutoFillBackground(True)
        self.retranslate()

    @property
    def is_active(self) -> bool:
        """Whether the pane is marked as the active one."""
        return self._is_active

    def set_active(self, active: bool) -> None:
        """Mark the pane as the active one or not."""
        self._is_active = active
        font = self.label.font()
        font.setBold(active)
        self.label.setFont(font)
        self.retranslate()

    def retranslate(self) -> None:
        """Word everything in the language of the window."""
        sign, word = ("\u25cf", _("Active")) if self._is_active else ("\u25cb", _("Not active"))
        self.label.setText(f"{sign}  {word}")
        self.label.setToolTip(
            _("Menus, findings and the list of sequences act on this one.")
            if self._is_active
            else _("Click here, and menus, findings and the list act on this one.")
        )
        for button, words in (
            (self.swap, _("Swap the two panes")),
            (self.close_button, _("Close this pane")),
        ):
            button.setToolTip(words)
            button.setAccessibleName(words)
        self.redraw()

    def redraw(self) -> None:
        """Draw the bar in the colours of the window."""
        roles = QPalette.ColorRole
        ground = roles.Highlight if self._is_active else roles.AlternateBase
        ink = roles.HighlightedText if self._is_active else roles.WindowText
        if self.backgroundRole() != ground:  # to set it tells of a change of the palette again
            self.setBackgroundRole(ground)
        self.label.setForegroundRole(ink)
        palette = QPalette(self.palette())
        palette.setColor(roles.WindowText, palette.color(ink))
        self.swap.setIcon(icon("swap", palette))
        self.close_button.setIcon(icon("close", palette))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Be chosen."""
        event.accept()
        self.chosen.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and colours of the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self.redraw()
