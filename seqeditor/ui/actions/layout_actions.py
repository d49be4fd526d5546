"""The usual layout of the window, when it has been moved about too much."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QMainWindow

from seqeditor.texts import N_
from seqeditor.ui.actions.action import Action, Menu
from seqeditor.ui.actions.group import ActionGroup
from seqeditor.ui.desk import Desk


class LayoutActions(ActionGroup):
    """Reset layout."""

    menu: ClassVar[str] = "view"

    def __init__(self, desk: Desk, window: QMainWindow) -> None:
        super().__init__(desk, window)
        self.reset = Action(
            window,
            N_("R&eset layout"),
            desk.reset_layout,
            tip=N_("Put all panels, columns and sizes back to where they usually are"),
        )

    def fill(self, menu: Menu) -> None:
        """Put the action into its menu."""
        menu.add(self.reset)
