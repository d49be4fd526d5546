"""Two docks at the two sides of a window, changing sides with the direction of reading."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow

_LEFT, _RIGHT = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea


class SideDocks:
    """One dock where reading begins, one at the other side; the user may move both."""

    def __init__(self, window: QMainWindow, first: QDockWidget, second: QDockWidget) -> None:
        self._window = window
        self._docks = [first, second]
        self._is_mirrored = False
        self.place()

    def place(self) -> None:
        """Put the docks to their sides; their widths go with them."""
        sides = [_LEFT, _RIGHT]
        self._is_mirrored = self._mirrored()
        if self._is_mirrored:
            sides.reverse()
        widths = [dock.width() for dock in self._docks]
        for side, dock in zip(sides, self._docks, strict=True):
            self._window.addDockWidget(side, dock)
        if self._window.isVisible():
            self.resize(widths)

    def resize(self, widths: list[int]) -> None:
        """Give the docks these widths, in pixels."""
        self._window.resizeDocks(self._docks, widths, Qt.Orientation.Horizontal)

    def follow_direction(self) -> None:
        """Change sides when the direction of reading has; docks moved elsewhere stay there."""
        areas = {self._window.dockWidgetArea(dock) for dock in self._docks}
        if self._mirrored() != self._is_mirrored and areas == {_LEFT, _RIGHT}:
            self.place()

    def _mirrored(self) -> bool:
        return self._window.layoutDirection() == Qt.LayoutDirection.RightToLeft
