"""What all dialogs of the program have in common: the default button, and the size last left."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget

from seqeditor.ui.qt.window_settings import keep_size, kept_size


class Dialog(QDialog):
    """A dialog with the default button that was meant, in the size in which it was left last."""

    def __init__(
        self, parent: QWidget | None = None, flags: Qt.WindowType = Qt.WindowType.Dialog
    ) -> None:
        super().__init__(parent, flags)
        self._shown_size: QSize | None = None

    def setVisible(self, visible: bool) -> None:
        """Prepare what is shown; keep the size of what goes."""
        if visible and not self.isVisible():
            self._choose_default()
            self._name_parts()
            self._take_size()
            super().setVisible(True)
            self._shown_size = self.size()
            return
        if not visible and self.isVisible():
            self._keep_size()
        super().setVisible(visible)

    def _name_parts(self) -> None:
        """Give the part of a field that takes the keys the name that stands beside the field.

        What reads the screen aloud knows a label as that of the whole field only.
        """
        for label in self.findChildren(QLabel):
            field = label.buddy()
            part = field.focusProxy() if field is not None else None
            if part is not None and not part.accessibleName():
                part.setAccessibleName(label.text().replace("&", "").rstrip(": "))

    def _choose_default(self) -> None:
        """Tell the dialog of its default button.

        A button that was called the default before it was laid out is not known to the dialog,
        which then takes the first one, often Cancel.
        """
        for button in self.findChildren(QPushButton):
            if button.isDefault() and button.window() is self:
                button.setDefault(False)
                button.setDefault(True)
                return

    def _take_size(self) -> None:
        kept = kept_size(type(self).__name__)
        if kept is not None:
            room = self.screen().availableSize() - QSize(32, 64)
            self.resize(kept.expandedTo(self.minimumSizeHint()).boundedTo(room))

    def _keep_size(self) -> None:
        if self._shown_size is not None and self.size() != self._shown_size:
            keep_size(type(self).__name__, self.size())
