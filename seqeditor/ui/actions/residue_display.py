"""How the residues are shown: both strands, and how many to a line; remembered between starts."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QMainWindow

from seqeditor.texts import N_
from seqeditor.ui.actions.action import Action, Menu
from seqeditor.ui.actions.group import ActionGroup
from seqeditor.ui.desk import Desk
from seqeditor.ui.panels.sequence_editor import SequenceEditor
from seqeditor.ui.residues.geometry import USUAL_PER_LINE


class ResidueDisplay(ActionGroup):
    """Shows the complementary strand of nucleotides or hides it; sets the length of the lines."""

    menu: ClassVar[str] = "view/residues"

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
        self.fill_lines = Action(
            window,
            N_("Residues fill the &width"),
            self._fill_lines,
            tip=N_("Fill the width with groups of ten instead of sixty residues to a line"),
        )
        self.fill_lines.setCheckable(True)
        filled = desk.session.settings.residues_fill_lines
        self.fill_lines.setChecked(filled)
        desk.panes.each(self._show_in)

    def fill(self, menu: Menu) -> None:
        """Put the actions into their menu."""
        menu.add(self.show_strand, self.fill_lines)

    def _show_in(self, editor: SequenceEditor) -> None:
        editor.residues.set_both_strands(self.show_strand.isChecked())
        editor.residues.set_most_per_line(0 if self.fill_lines.isChecked() else USUAL_PER_LINE)

    def _show_in_all(self) -> None:
        for editor in self.desk.panes.editors:
            self._show_in(editor)

    def _show(self) -> None:
        shown = self.show_strand.isChecked()
        self._show_in_all()
        self.desk.session.change(both_strands=shown)

    def _fill_lines(self) -> None:
        filled = self.fill_lines.isChecked()
        self._show_in_all()
        self.desk.session.change(residues_fill_lines=filled)
