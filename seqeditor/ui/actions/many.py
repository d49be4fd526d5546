"""What is done in many sequences at once: setting one thing."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QMainWindow

from seqeditor.texts import N_
from seqeditor.ui.actions.action import Action, Menu
from seqeditor.ui.actions.group import ActionGroup
from seqeditor.ui.actions.typing import finish_typing
from seqeditor.ui.desk import Desk
from seqeditor.ui.dialogs.bulk_set import BulkSetDialog


class Many(ActionGroup):
    """Sets one thing in all sequences selected, shown, or of some numbers."""

    menu: ClassVar[str] = "sequence"

    def __init__(self, desk: Desk, window: QMainWindow) -> None:
        super().__init__(desk, window)
        self.dialog: BulkSetDialog | None = None
        self.set = Action(
            window,
            N_("Set in &many sequences…"),
            self._set,
            keys="Ctrl+Shift+B",
            tip=N_("Set the organism, a qualifier or a feature in many sequences as one step"),
        )
        desk.project.list.extra_entries += [None, self.set]
        self.refresh()

    def fill(self, menu: Menu) -> None:
        """Put the actions into their menu."""
        menu.add(self.set)

    def refresh(self) -> None:
        """Offer what can be done now, and nothing else."""
        self.set.setEnabled(self.desk.document.is_editable and self.desk.document.count() > 0)

    def _set(self) -> None:
        finish_typing(self.desk.widget)
        self.dialog = BulkSetDialog(self.desk)
        self.dialog.show()
