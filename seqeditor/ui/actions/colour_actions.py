"""View > Colours: the colours of all windows, remembered between starts."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMainWindow

from seqeditor.texts import N_
from seqeditor.ui.actions.action import Action, Menu
from seqeditor.ui.actions.group import ActionGroup
from seqeditor.ui.desk import Desk
from seqeditor.ui.qt.colours import AS_THE_SYSTEM, CHOICES


class ColourActions(ActionGroup):
    """Colours as the system has them, light, dark, or of high contrast."""

    menu: ClassVar[str] = "view"

    def __init__(self, desk: Desk, window: QMainWindow) -> None:
        super().__init__(desk, window)
        self.choices = Menu(window, N_("C&olours"))
        self.entries: dict[str, Action] = {}
        group = QActionGroup(self)
        for name, text in CHOICES.items():
            entry = Action(window, text, partial(desk.session.choose_colours, name))
            entry.setCheckable(True)
            entry.setActionGroup(group)
            self.choices.add(entry)
            self.entries[name] = entry
        desk.session.colours_changed.connect(self.refresh)
        self.refresh()

    def fill(self, menu: Menu) -> None:
        """Put the choices into their menu."""
        menu.add(self.choices)

    def refresh(self) -> None:
        """Mark what is chosen."""
        chosen = self.desk.session.settings.colours
        self.entries.get(chosen, self.entries[AS_THE_SYSTEM]).setChecked(True)

    def end(self) -> None:
        """Hear nothing more from the session."""
        self.desk.session.colours_changed.disconnect(self.refresh)
