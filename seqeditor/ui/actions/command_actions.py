"""Finding commands by name, and the keys of all of them."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QMainWindow

from seqeditor.texts import N_, _, fill
from seqeditor.ui.actions.action import Action, Menu
from seqeditor.ui.actions.every_action import entries, use_keys
from seqeditor.ui.actions.group import ActionGroup
from seqeditor.ui.desk import Desk
from seqeditor.ui.dialogs.palette import CommandPalette
from seqeditor.ui.dialogs.shortcuts import ShortcutsDialog


class CommandActions(ActionGroup):
    """The palette and the shortcuts."""

    menu: ClassVar[str] = "help"

    def __init__(self, desk: Desk, window: QMainWindow) -> None:
        super().__init__(desk, window)
        self.palette = Action(
            window,
            N_("&Find a command…"),
            self._show_palette,
            keys="Ctrl+Shift+P",
            tip=N_("Run any command by a few letters of its name; a number goes to that SEQ ID NO"),
        )
        self.shortcuts = Action(window, N_("&Keyboard shortcuts…"), self._show_shortcuts)
        desk.session.shortcuts_changed.connect(self.use_keys)

    def fill(self, menu: Menu) -> None:
        """Put the actions into their menu."""
        menu.add(self.palette, self.shortcuts)

    def end(self) -> None:
        """Hear nothing more from outside the window."""
        self.desk.session.shortcuts_changed.disconnect(self.use_keys)

    def use_keys(self) -> None:
        """Give the actions the keys that the user has chosen."""
        use_keys(self.window, self.desk.session.settings.shortcuts)

    def _show_palette(self) -> None:
        # Menus that fill themselves are filled when they are about to be shown.
        CommandPalette(entries(self.window), self._go_to_number, self.window).show()

    def _go_to_number(self, number: str) -> None:
        sequence_id = self.desk.document.copy.id_of_number(number)
        if sequence_id is None or not self.desk.project.show_sequence(sequence_id):
            words = N_("There is no SEQ ID NO {number}.")
            self.desk.notice.show_words(lambda: fill(_(words), {"number": number}))

    def _show_shortcuts(self) -> None:
        session = self.desk.session
        ShortcutsDialog(
            entries(self.window),
            session.settings.shortcuts,
            session.choose_shortcuts,
            self.window,
        ).open()
