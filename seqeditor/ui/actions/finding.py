"""Finding and replacing in the whole listing; what is found stands in a dock below."""

from __future__ import annotations

from array import array
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow

from seqeditor.app.finding_text import Hit
from seqeditor.texts import N_
from seqeditor.ui.actions.action import Action, Menu
from seqeditor.ui.actions.group import ActionGroup
from seqeditor.ui.actions.typing import finish_typing
from seqeditor.ui.desk import Desk
from seqeditor.ui.dialogs.find_fields import Asked
from seqeditor.ui.dialogs.find_motif import Asked as AskedMotif
from seqeditor.ui.dialogs.find_motif import MotifDialog
from seqeditor.ui.dialogs.find_text import FindDialog
from seqeditor.ui.panels.project import GENERAL_INFORMATION, SEQUENCES
from seqeditor.ui.panels.search_results import SearchResults

MOST_OFFERED = 60
"""Selected residues that may be what is looked for; more are selected for another purpose."""


class Finding(ActionGroup):
    """Find, find and replace, and going through what was found."""

    menu: ClassVar[str] = "edit/find"

    def __init__(self, desk: Desk, window: QMainWindow) -> None:
        super().__init__(desk, window)
        self.results = SearchResults(window)
        window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self.results)
        self.results.hide()
        self.results.hit_chosen.connect(self.show_hit)
        self.results.sequences_asked.connect(self.select_sequences)
        self._asked = Asked()
        self.dialog: FindDialog | None = None
        self._asked_motif = AskedMotif()
        self.motif_dialog: MotifDialog | None = None
        self._shown = (0, 0)
        self.find = Action(
            window,
            N_("Fi&nd…"),
            lambda: self.open_dialog(replacing=False),
            picture="find",
            keys="Ctrl+F",
            tip=N_("Find text in qualifiers, names, general information and residues"),
        )
        self.replace = Action(
            window,
            N_("Fin&d and replace…"),
            lambda: self.open_dialog(replacing=True),
            keys="Ctrl+H",
            tip=N_("Find text and replace it in one place or in all"),
        )
        self.motif = Action(
            window,
            N_("Find a frag&ment or motif…"),
            self.open_motif,
            keys="Ctrl+M",
            tip=N_("Find residues in both strands, and amino acids in translations"),
        )
        self.next = Action(window, N_("Ne&xt result"), lambda: self.go_on(1), keys="F3")
        self.previous = Action(
            window, N_("Pr&evious result"), lambda: self.go_on(-1), keys="Shift+F3"
        )
        self.results.model.modelReset.connect(self.refresh)
        self.results.model.rowsRemoved.connect(self.refresh)
        desk.signal.changed.connect(self._changed)
        self.refresh()

    def fill(self, menu: Menu) -> None:
        """Put the actions into their menu."""
        menu.add(self.find, self.replace, self.motif, self.next, self.previous)
        menu.addAction(self.results.toggleViewAction())

    def refresh(self, *_arguments: object) -> None:
        """Offer what can be done now, and nothing else."""
        some = self.results.model.rowCount() > 0
        self.next.setEnabled(some)
        self.previous.setEnabled(some)
        self.replace.setEnabled(self.desk.document.is_editable)

    def _changed(self, _change: object) -> None:
        self.results.model.refresh()

    # Finding -----------------------------------------------------------------------------------

    def open_dialog(self, *, replacing: bool) -> None:
        """Show the dialog, made anew in the language of now unless it is open."""
        if self.dialog is not None and self.dialog.isVisible():
            self.dialog.show_replacing(replacing)
        else:
            if self.dialog is not None:
                self.dialog.deleteLater()
            self.dialog = FindDialog(self.desk, self.results, self._asked, replacing=replacing)
            self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def open_motif(self) -> None:
        """Show the dialog for motifs; residues that are selected are offered."""
        if self.motif_dialog is None or not self.motif_dialog.isVisible():
            if self.motif_dialog is not None:
                self.motif_dialog.deleteLater()
            self.motif_dialog = MotifDialog(self.desk, self.results, self._asked_motif)
            residues = self.desk.editor.residues
            selected = residues.selection
            # What a result has selected is no wish for something new.
            if 0 < selected.size <= MOST_OFFERED and (selected.start, selected.end) != self._shown:
                self.motif_dialog.offer(residues.selected_text(), residues.moltype)
            self.motif_dialog.show()
        self.motif_dialog.raise_()
        self.motif_dialog.activateWindow()

    def go_on(self, step: int) -> None:
        """Show the next result, or the one before."""
        count = self.results.model.rowCount()
        if count:
            self.results.show()
            self.results.go_to((self.results.table.currentIndex().row() + step) % count)

    # Showing -----------------------------------------------------------------------------------

    def show_hit(self, hit: Any) -> None:
        """Show the place of a result and select it."""
        desk = self.desk
        finish_typing(desk.widget)
        desk.visited.begin_jump()
        if not hit.sequence_id:
            desk.project.choose(GENERAL_INFORMATION)
            desk.information.focus_place(hit.path)
            return
        if hit.sequence_id not in desk.document.order:
            return
        desk.project.choose(SEQUENCES)
        moved = desk.project.list.move_within_selection(hit.sequence_id)
        if not moved and not desk.project.show_sequence(hit.sequence_id):
            return
        if hit.path[0] == "residues":
            length = desk.document.sequence(hit.sequence_id).length
            start = int(hit.path[1])
            end = start + self._width(hit) - 1
            if start <= length:
                self._shown = start, min(end, length)
                desk.editor.residues.select(*self._shown)
                desk.editor.focus_residues()
        else:
            # The row, not the field: nothing is about to be typed there.
            desk.editor.focus_place(hit.path[:4])

    def _width(self, hit: Any) -> int:
        return hit.end - hit.start if isinstance(hit, Hit) else int(hit.length)

    def select_sequences(self, ids: array[int]) -> None:
        """Select the sequences of results in the list, past the filter where it hides some."""
        project = self.desk.project
        if any(project.model.row_of(one) is None for one in ids[:1000]):
            project.clear_filter()
        wanted = set(ids)
        project.choose(SEQUENCES)
        project.list.select_ids(array("q", (i for i in project.model.ids if i in wanted)))
        project.list.setFocus(Qt.FocusReason.OtherFocusReason)
