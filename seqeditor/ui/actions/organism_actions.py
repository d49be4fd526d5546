"""The user's own names of organisms."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QMainWindow

from seqeditor.texts import N_
from seqeditor.ui.actions.action import Action, Menu
from seqeditor.ui.actions.group import ActionGroup
from seqeditor.ui.desk import Desk
from seqeditor.ui.dialogs.own_organisms import OwnOrganismsDialog


class OrganismActions(ActionGroup):
    """Keeping the own list."""

    menu: ClassVar[str] = "tools"

    def __init__(self, desk: Desk, window: QMainWindow) -> None:
        super().__init__(desk, window)
        self.own = Action(
            window,
            N_("Own &organisms…"),
            self._show,
            tip=N_("Names of organisms that are offered first, for all your projects"),
        )

    def fill(self, menu: Menu) -> None:
        """Put the action into its menu."""
        menu.add(self.own)

    def _show(self) -> None:
        OwnOrganismsDialog(self.desk.session, self.window).open()
