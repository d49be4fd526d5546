"""Taking over what is still being typed, before something is done with the whole listing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def finish_typing(window: QWidget) -> None:
    """Let the field with the focus hand over its text, as it does when it is left."""
    focused = QApplication.focusWidget()
    if focused is not None and focused.window() is window:
        focused.clearFocus()
        focused.setFocus(Qt.FocusReason.OtherFocusReason)
