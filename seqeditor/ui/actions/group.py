"""A group of actions that belong together: one module, one line in `groups.py`, nothing else."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from seqeditor.ui.actions.action import Menu
from seqeditor.ui.desk import Desk


class ActionGroup(QObject):
    """Some actions of one window.

    `menu`: the name of the menu that they stand in, such as "edit", or "edit/find" within it.
    """

    menu: ClassVar[str]

    def __init__(self, desk: Desk, window: QMainWindow) -> None:
        super().__init__(window)
        self.desk = desk
        self.window = window

    def fill(self, menu: Menu) -> None:
        """Put the actions into their menu, below those of the groups before."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Offer what can be done now, and nothing else."""

    def end(self) -> None:
        """Hear nothing more from outside the window: the document is about to be closed."""
