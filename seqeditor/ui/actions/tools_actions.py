"""The Tools menu."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from seqeditor.texts import N_
from seqeditor.ui.actions.action import Action, Menu
from seqeditor.ui.actions.migrate import Migrate
from seqeditor.ui.actions.profiles import ProfileActions
from seqeditor.ui.desk import Desk


class ToolsActions(QObject):
    """Checking on request."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.check = Action(
            parent,
            N_("&Check the whole listing"),
            desk.live.check_all,
            picture="check",
            keys="F7",
            tip=N_("Run all rules again; while you type only what they touch is checked"),
        )
        self.stop = Action(
            parent,
            N_("&Stop checking"),
            desk.live.stop,
            picture="stop",
            tip=N_("Stop checking the whole listing; what is edited is checked all the same"),
        )
        self.errors = Action(
            parent,
            N_("Show &findings"),
            desk.show_errors,
            keys="F8",
            tip=N_("Go to the findings panel"),
        )
        self._migrate = Migrate(desk, self)
        self.migrate = Action(
            parent,
            N_("&Migrate to DTD V1_3"),
            self._migrate.run,
            tip=N_("Bring an older listing up to the version in force; shows what was changed"),
        )
        self.profiles = ProfileActions(desk, parent)
        desk.live.state_changed.connect(self.refresh)
        desk.signal.state_changed.connect(self.refresh)
        self.refresh()

    def fill(self, menu: Menu) -> None:
        """Put the actions into their menu."""
        menu.add(self.check, self.stop, None, self.errors, None, self.profiles.menu, self.migrate)

    def refresh(self) -> None:
        """Offer what can be done now, and nothing else."""
        self.stop.setEnabled(self._desk.live.is_checking)
        self.migrate.setEnabled(self._migrate.is_offered())
        self.profiles.refresh()
