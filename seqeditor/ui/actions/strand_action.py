"""The complementary strand below the residues, on request; remembered between two starts."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QMainWindow

from seqeditor.texts import N_
from seqeditor.ui.actions.action import Action, Menu
from seqeditor.ui.actions.group import ActionGroup
from seqeditor.ui.desk import Desk


class StrandAction(ActionGroup):
    """Shows the complementary strand of nucleotides, or hides it."""

    menu: ClassVar[str] = "view"

    def __init__(self, desk: Desk, window: QMainWindow) -> None:
        super().__init__(desk, window)
        self.show_strand = Action(
            window,
            N_("&Complementary strand"),
            self._show,
            tip=N_("Show the complementary strand of nucleotides below the residues"),
        )
        self.show_strand.setCheckable(True)
        shown = desk.session.settings.both_strands
        self.show_strand.setChecked(shown)
        desk.editor.residues.set_both_strands(shown)

    def fill(self, menu: Menu) -> None:
        """Put the action into its menu."""
        menu.add(self.show_strand)

    def _show(self) -> None:
        shown = self.show_strand.isChecked()
        self.desk.editor.residues.set_both_strands(shown)
        self.desk.session.change(both_strands=shown)
