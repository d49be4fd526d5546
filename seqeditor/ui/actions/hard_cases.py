"""Special cases of the standard: hybrids, circles, variants, residues that stand for several."""

from __future__ import annotations

from PySide6.QtWidgets import QMainWindow, QMenu

from seqeditor.domain.sequence import Sequence
from seqeditor.texts import N_
from seqeditor.ui.actions.action import Action, Menu
from seqeditor.ui.actions.going import go_to_feature
from seqeditor.ui.actions.group import ActionGroup
from seqeditor.ui.actions.typing import finish_typing
from seqeditor.ui.desk import Desk
from seqeditor.ui.dialogs.alternatives import AlternativesDialog
from seqeditor.ui.dialogs.circular import CircularDialog
from seqeditor.ui.dialogs.hybrid import HybridDialog
from seqeditor.ui.dialogs.special_case import Chosen, SpecialCaseDialog
from seqeditor.ui.dialogs.variants import VariantsDialog
from seqeditor.ui.residues.bands import Band


class HardCases(ActionGroup):
    """Dialogs that lead through what the standard asks for in a special case."""

    menu = "feature"

    def __init__(self, desk: Desk, window: QMainWindow) -> None:
        super().__init__(desk, window)
        self.hybrid = Action(
            window,
            N_("&DNA and RNA in One Molecule…"),
            lambda: self._show(HybridDialog),
            tip=N_("Say which residues are DNA and which are RNA (par. 55)"),
        )
        self.variants = Action(
            window,
            N_("&Variants…"),
            lambda: self._show(VariantsDialog),
            tip=N_("Make features or sequences of variants such as E484K (par. 93 to 97)"),
        )
        self.circular = Action(
            window,
            N_("&Circular Molecule: Set Origin…"),
            lambda: self._show(CircularDialog),
            tip=N_("Make the residue at the caret the first one of a circle (par. 12, 25)"),
        )
        self.alternatives = Action(
            window,
            N_("What &X or n Stands For…"),
            lambda: self._show(AlternativesDialog),
            tip=N_("Say which residues X or n stands for, or that it may be absent (par. 15, 27)"),
        )
        self.cases = Menu(window, N_("Special C&ases"))
        desk.editor.menu_hooks.append(self._add_to_menu)
        desk.panes.place_changed.connect(lambda _words: self.refresh())
        self.refresh()

    def fill(self, menu: Menu) -> None:
        """Put the actions into their menu."""
        self.cases.add(self.variants, self.alternatives, self.hybrid, self.circular)
        menu.add(self.cases)
        menu.aboutToShow.connect(self.refresh)

    def _add_to_menu(self, menu: QMenu, _band: Band | None) -> None:
        self.refresh()
        if self.variants.isEnabled():
            menu.addSeparator()
            menu.addMenu(self.cases)

    def refresh(self) -> None:
        """Offer what can be done now, and nothing else."""
        sequence = self.sequence
        there = sequence is not None and not sequence.is_skipped
        editable = there and self.desk.document.is_editable
        bases = editable and sequence is not None and sequence.is_nucleotide
        self.hybrid.setEnabled(bases)
        filled = editable and sequence is not None and sequence.length > 0
        for action in (self.variants, self.alternatives, self.circular):
            action.setEnabled(filled)

    @property
    def sequence(self) -> Sequence | None:
        """The sequence shown."""
        editor = self.desk.editor
        there = editor.sequence_id is not None and editor.sequence_id in self.desk.document.order
        return editor.features.sequence if there else None

    def _show(self, kind: type[SpecialCaseDialog]) -> None:
        finish_typing(self.desk.widget)
        sequence_id = self.desk.editor.sequence_id
        if sequence_id is None or self.sequence is None:
            return
        for there in self.desk.widget.findChildren(kind):
            if there.place == sequence_id and there.isVisible():
                there.raise_()
                there.activateWindow()
                return
        dialog = kind(self.desk, sequence_id)  # type: ignore[call-arg]
        dialog.chosen.connect(self._write)
        dialog.show()

    def _write(self, chosen: Chosen) -> None:
        document = self.desk.document
        if not document.is_editable or chosen.id not in document.order:
            return
        new = chosen.sequence
        if new is not None:
            document.apply(chosen.label, [chosen.id], lambda _old: new)
            self._show_first_new(chosen.id, {feature.ref for feature in new.features})
        elif chosen.added:
            position = document.count() + 1
            _change, ids = document.insert_sequences(chosen.label, position, chosen.added)
            self.desk.project.show_sequence(ids[0])

    def _show_first_new(self, sequence_id: int, known: set[int]) -> None:
        """Go to the first feature that was added."""
        added = (f.ref for f in self.desk.document.sequence(sequence_id).features)
        ref = next((one for one in added if one not in known), None)
        if ref is not None:
            go_to_feature(self.desk, sequence_id, ref)
