"""The Help menu."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from seqeditor.texts import N_
from seqeditor.ui.actions.action import Action, Menu
from seqeditor.ui.dialogs.about import AboutDialog


class HelpActions(QObject):
    """What is told about the program."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self.about = Action(parent, N_("&About seqeditor"), self._about, picture="info")
        self.about.setMenuRole(QAction.MenuRole.AboutRole)

    def fill(self, menu: Menu) -> None:
        """Put the actions into their menu."""
        menu.add(self.about)

    def _about(self) -> None:
        AboutDialog(self._window).open()
