"""What all dialogs of the program have in common: the default button, and the size last left."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

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
            self._make_room()
            self._take_size()
            self._show_all()
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

    def _room(self) -> QSize:
        """The largest size that leaves the frame of the window on the screen."""
        return self.screen().availableSize() - QSize(32, 64)

    def _make_room(self) -> None:
        """With large letters: no less than what shows all words, what is too much scrolls."""
        layout = self.layout()
        if layout is None or layout.sizeConstraint() == QLayout.SizeConstraint.SetFixedSize:
            return
        layout.activate()
        needed, room = layout.totalMinimumSize(), self._room()
        if needed.width() > room.width() or needed.height() > room.height():
            self._scroll(layout, needed)
            return
        # A smallest width that was set counts more for Qt than what the fields need.
        if 0 < self.minimumWidth() < needed.width():
            self.setMinimumWidth(needed.width())
        if 0 < self.minimumHeight() < needed.height():
            self.setMinimumHeight(needed.height())

    def _scroll(self, layout: QLayout, needed: QSize) -> None:
        """Put everything but the buttons at the bottom into an area that scrolls."""
        box = self._take_buttons(layout)
        inner = QWidget()
        inner.setLayout(layout)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setWidget(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area, 1)
        if box is not None:
            row = QVBoxLayout()
            row.setContentsMargins(16, 0, 16, 16)
            row.addWidget(box)
            column.addLayout(row)
        self.setMinimumSize(0, 0)
        bar = area.verticalScrollBar().sizeHint().width()
        self.resize((needed + QSize(bar, 0)).boundedTo(self._room()))

    def _take_buttons(self, layout: QLayout) -> QDialogButtonBox | None:
        last = layout.itemAt(layout.count() - 1)
        box = last.widget() if last is not None else None
        if not isinstance(box, QDialogButtonBox):
            return None
        layout.removeWidget(box)
        return box

    def _show_all(self) -> None:
        """Be as high as lines broken at this width need."""
        layout = self.layout()
        if layout is None or not layout.hasHeightForWidth():
            return
        if not self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            self.adjustSize()
        needed = layout.totalHeightForWidth(self.width())
        if self.height() < needed:
            self.resize(self.width(), min(needed, self._room().height()))

    def _take_size(self) -> None:
        kept = kept_size(type(self).__name__)
        if kept is not None:
            self.resize(kept.expandedTo(self.minimumSizeHint()).boundedTo(self._room()))

    def _keep_size(self) -> None:
        if self._shown_size is not None and self.size() != self._shown_size:
            keep_size(type(self).__name__, self.size())
