"""The blinking of the caret, in the rhythm of the system, only while there is focus."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication


class Blink(QObject):
    """Tells whether the caret shows at the moment, and calls back when that changes."""

    def __init__(self, parent: QObject, changed: Callable[[], None]) -> None:
        super().__init__(parent)
        self._changed = changed
        self._shown = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._turn)

    @property
    def shown(self) -> bool:
        """Whether the caret is to be painted."""
        return self._shown

    @property
    def is_running(self) -> bool:
        """Whether the caret blinks at all: some systems ask for a steady one."""
        return self._timer.isActive()

    def start(self) -> None:
        """Show the caret from now on, beginning with its visible half."""
        self._shown = True
        flash = QApplication.cursorFlashTime()
        if flash > 1:
            self._timer.start(flash // 2)
        else:
            self._timer.stop()
        self._changed()

    def stop(self) -> None:
        """Hide the caret."""
        self._timer.stop()
        self._shown = False
        self._changed()

    def _turn(self) -> None:
        self._shown = not self._shown
        self._changed()
