"""What is done with residues from the Edit menu and the menu of the residue view."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow, QMenu

from seqeditor.app.residue_text import fasta_of, numbered
from seqeditor.domain.sequence import NUCLEOTIDE_MOLTYPES
from seqeditor.domain.translation import reverse_complement
from seqeditor.texts import N_, _
from seqeditor.ui.actions.action import Action, Menu
from seqeditor.ui.actions.group import ActionGroup
from seqeditor.ui.desk import Desk
from seqeditor.ui.panels.project import SEQUENCES
from seqeditor.ui.panels.sequence_editor import SequenceEditor
from seqeditor.ui.residues.bands import Band
from seqeditor.ui.residues.view import ResidueView


class ResidueActions(ActionGroup):
    """Going to a position, the other strand, and copying residues in the forms others read.

    What is copied or turned is the selection, or the whole sequence where nothing is selected.
    """

    menu: ClassVar[str] = "edit/residues"

    def __init__(self, desk: Desk, window: QMainWindow) -> None:
        super().__init__(desk, window)
        self.go_to = Action(
            window,
            N_("&Go to position…"),
            self._go_to,
            keys="Ctrl+L",
            tip=N_("Go to a position, or select a range or a location"),
        )
        self.overwrite = Action(
            window,
            N_("&Overwrite residues"),
            self._overwrite,
            tip=N_("Typing replaces residues instead of inserting; the Ins key does it too"),
        )
        self.overwrite.setCheckable(True)
        self.reverse = Action(
            window,
            N_("Re&verse complement"),
            lambda: desk.editor.edits.reverse_complement(),
            keys="Ctrl+Shift+R",
            tip=N_("Put the other strand in place of the selection, or of the whole sequence"),
        )
        self.copy_reverse = Action(
            window,
            N_("Copy the reverse complement"),
            self._copy_reverse,
            tip=N_("Copy the other strand of the selection, or of the whole sequence"),
        )
        self.copy_fasta = Action(
            window,
            N_("Copy as F&ASTA"),
            self._copy_fasta,
            tip=N_("Copy the selection, or the whole sequence, as FASTA text"),
        )
        self.copy_numbered = Action(
            window,
            N_("Copy with &numbers"),
            self._copy_numbered,
            tip=N_("Copy the selection, or the whole sequence, in groups of ten with positions"),
        )
        self._copies = Menu(window, N_("Copy residues a&s"))
        self._copies.add(self.copy_fasta, self.copy_numbered, self.copy_reverse)
        desk.editor.menu_hooks.append(self._add_to_menu)
        desk.panes.each(self._follow)
        desk.panes.place_changed.connect(lambda _words: self.refresh())
        self.refresh()

    def _follow(self, editor: SequenceEditor) -> None:
        editor.edits.beside = self.desk.runner.start
        editor.residues.overwrite_changed.connect(lambda _on: self._show_overwrite())

    @property
    def _view(self) -> ResidueView:
        return self.desk.editor.residues

    def _show_overwrite(self) -> None:
        self.overwrite.setChecked(self._view.overwrite)

    def fill(self, menu: Menu) -> None:
        """Put the actions into their menu."""
        menu.add(self.go_to, self._copies, self.reverse, self.overwrite)
        menu.aboutToShow.connect(self.refresh)

    def refresh(self) -> None:
        """Offer what can be done now, and nothing else."""
        self._show_overwrite()
        editor = self.desk.editor
        shown = editor.sequence_id is not None and not editor.is_skipped
        filled = shown and self._view.length > 0
        strands = filled and self._view.moltype in NUCLEOTIDE_MOLTYPES
        editable = self.desk.document.is_editable
        self.go_to.setEnabled(filled)
        self.overwrite.setEnabled(shown and editable)
        self.reverse.setEnabled(strands and editable)
        self.copy_reverse.setEnabled(strands)
        for action in (self.copy_fasta, self.copy_numbered):
            action.setEnabled(filled)

    def _add_to_menu(self, menu: QMenu, band: Band | None) -> None:
        self.refresh()
        if band is not None:
            menu.addSeparator()
            words = _("Select the residues of this &feature")
            menu.addAction(words, partial(self._view.select, band.start, band.end))
            menu.addAction(_("Show this feature in the &table"), partial(self._show_band, band))
        menu.addSeparator()
        menu.addMenu(self._copies)
        menu.addAction(self.reverse)
        menu.addAction(self.go_to)

    def _show_band(self, band: Band) -> None:
        features = self.desk.editor.features
        features.select_feature(band.index)
        features.tree.setFocus()

    def _go_to(self) -> None:
        if self.desk.editor.sequence_id is not None:
            self.desk.project.choose(SEQUENCES)
            self.desk.visited.begin_jump()
            self.desk.editor.go_to.ask()

    def _overwrite(self) -> None:
        self._view.set_overwrite(self.overwrite.isChecked())

    # Copying -----------------------------------------------------------------------------------

    def _chosen(self) -> tuple[int, int]:
        selection = self._view.selection
        whole = selection.is_empty
        return (1, self._view.length) if whole else (selection.start, selection.end)

    def _letters(self) -> str:
        return self._view.residues.text(*self._chosen())

    def _copy_reverse(self) -> None:
        _copy(reverse_complement(self._letters()))

    def _copy_numbered(self) -> None:
        _copy(numbered(self._letters(), self._chosen()[0]))

    def _copy_fasta(self) -> None:
        sequence_id = self.desk.editor.sequence_id
        if sequence_id is None:
            return
        start, end = self._chosen()
        document = self.desk.document
        place = "" if (start, end) == (1, self._view.length) else f"{start}..{end}"
        sequence, number = document.sequence(sequence_id), document.number(sequence_id)
        _copy(fasta_of(sequence, number, self._letters(), place))


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
