"""Modified residues, D-amino acids, terminal groups and links: a submenu of guided dialogs."""

from __future__ import annotations

from PySide6.QtWidgets import QMainWindow, QMenu

from seqeditor.app import (
    chain_links,
    modified_amino_acids,
    modified_nucleotides,
    terminal_groups,
)
from seqeditor.app.jobs import Job
from seqeditor.app.modifying_many import Outcome, modify_many
from seqeditor.domain.edits.modifications import modified
from seqeditor.domain.sequence import Feature, Sequence
from seqeditor.texts import N_, fill, ngettext
from seqeditor.ui.actions.action import Action, Menu
from seqeditor.ui.actions.bulk import labelled, run_edit
from seqeditor.ui.actions.going import go_to_feature
from seqeditor.ui.actions.group import ActionGroup
from seqeditor.ui.actions.typing import finish_typing
from seqeditor.ui.desk import Desk
from seqeditor.ui.dialogs.chain_links import ChainLinksDialog
from seqeditor.ui.dialogs.d_amino_acids import DAminoAcidsDialog
from seqeditor.ui.dialogs.modification import ModificationDialog, Written
from seqeditor.ui.dialogs.modified_amino_acids import ModifiedAminoAcidsDialog
from seqeditor.ui.dialogs.modified_nucleotides import ModifiedNucleotidesDialog
from seqeditor.ui.dialogs.terminal_groups import TerminalGroupsDialog
from seqeditor.ui.residues.bands import Band

CHANGE = N_("Change a modified residue")

Kind = type[ModificationDialog]


class ModifiedResidues(ActionGroup):
    """The dialogs for modified residues of the sequence shown."""

    menu = "feature"

    def __init__(self, desk: Desk, window: QMainWindow) -> None:
        super().__init__(desk, window)
        self.submenu = Menu(window, N_("&Modified Residues"))
        self.residues = Action(
            window,
            N_("&Modified Residues…"),
            self._open_residues,
            keys="Ctrl+Shift+K",
            tip=N_("Name modified nucleotides or amino acids by the tables of Annex I"),
        )
        self.d_amino_acids = Action(
            window,
            N_("&D-Amino Acids…"),
            lambda: self._open(DAminoAcidsDialog),
            tip=N_("Say which amino acids of the peptide are D"),
        )
        self.ends = Action(
            window,
            N_("&Terminal Groups…"),
            lambda: self._open(TerminalGroupsDialog),
            tip=N_("Say what stands at the two ends of the sequence"),
        )
        self.links = Action(
            window,
            N_("&Links Within the Chain…"),
            lambda: self._open(ChainLinksDialog),
            tip=N_("Disulfides, lactams and other links between two residues; circular peptides"),
        )
        self.change = Action(
            window,
            N_("&Change This Modification…"),
            self._change,
            tip=N_("Open the dialog that fits the selected feature, with its values"),
        )
        self.submenu.add(self.residues, self.d_amino_acids, self.ends, self.links)
        self.submenu.add(None, self.change)
        self.submenu.aboutToShow.connect(self.refresh)
        desk.editor.menu_hooks.append(self._add_to_menu)
        desk.editor.features.menu_hooks.append(self._add_to_feature_menu)
        desk.panes.place_changed.connect(lambda _words: self._place_changed())
        desk.panes.each(
            lambda one: one.features.feature_selected.connect(lambda _index: self.refresh())
        )
        self.refresh()

    def fill(self, menu: Menu) -> None:
        """Put the actions into their menu."""
        menu.add(self.submenu)
        menu.aboutToShow.connect(self.refresh)

    def refresh(self) -> None:
        """Offer what can be done now, and nothing else."""
        sequence = self.sequence
        possible = (
            sequence is not None
            and self.desk.document.is_editable
            and not sequence.is_skipped
            and sequence.length > 0
            and sequence.moltype in ("DNA", "RNA", "AA")
        )
        peptide = possible and sequence is not None and sequence.moltype == "AA"
        self.residues.setEnabled(possible)
        self.ends.setEnabled(possible)
        self.d_amino_acids.setEnabled(peptide)
        self.links.setEnabled(peptide)
        self.change.setEnabled(possible and self._kind() is not None)
        self.submenu.menuAction().setEnabled(possible)

    def _add_to_menu(self, menu: QMenu, _band: Band | None) -> None:
        self.refresh()
        menu.addMenu(self.submenu)

    def _add_to_feature_menu(self, menu: QMenu, _index: int) -> None:
        self.refresh()
        if self.change.isEnabled():
            menu.addAction(self.change)

    # What is at hand ---------------------------------------------------------------------------

    @property
    def sequence(self) -> Sequence | None:
        """The sequence shown."""
        editor = self.desk.editor
        there = editor.sequence_id is not None and editor.sequence_id in self.desk.document.order
        return editor.features.sequence if there else None

    @property
    def feature(self) -> Feature | None:
        """The feature of the current row of the feature table."""
        sequence, index = self.sequence, self.desk.editor.features.current_feature
        there = sequence is not None and 0 <= index < len(sequence.features)
        return sequence.features[index] if sequence is not None and there else None

    def _kind(self) -> Kind | None:
        sequence, feature = self.sequence, self.feature
        if sequence is None or feature is None or not feature.ref:
            return None
        return kind_of(feature, sequence)

    # Dialogs -----------------------------------------------------------------------------------

    def _open_residues(self) -> None:
        sequence = self.sequence
        if sequence is not None:
            peptide = sequence.moltype == "AA"
            self._open(ModifiedAminoAcidsDialog if peptide else ModifiedNucleotidesDialog)

    def _change(self) -> None:
        finish_typing(self.desk.widget)
        kind, feature = self._kind(), self.feature
        if kind is not None and feature is not None:
            self._open(kind, feature.ref)

    def _open(self, kind: Kind, instead_of: int = 0) -> None:
        finish_typing(self.desk.widget)
        sequence_id = self.desk.editor.sequence_id
        if sequence_id is None or self.sequence is None:
            return
        for there in self.desk.widget.findChildren(kind):
            if there.place == (sequence_id, instead_of) and there.isVisible():
                there.raise_()
                there.activateWindow()
                return
        dialog = kind(self.desk.widget, self.desk.signal, sequence_id, instead_of)
        dialog.chosen.connect(self._write)
        dialog.set_selection(*self.desk.editor.features.selected_residues)
        selected = self.desk.project.list.selected_ids()
        if sequence_id in selected:
            dialog.set_others(tuple(one for one in selected if one != sequence_id))
        dialog.begin()
        dialog.show()

    def _place_changed(self) -> None:
        """Tell the dialogs that stand beside the window what is selected now."""
        self.refresh()
        editor = self.desk.editor
        for dialog in self.desk.widget.findChildren(ModificationDialog):
            if dialog.place[0] == editor.sequence_id:
                dialog.set_selection(*editor.features.selected_residues)

    def _write(self, written: Written) -> None:
        document = self.desk.document
        if not document.is_editable or written.sequence not in document.order:
            return
        if written.others:
            self._write_many(written)
            return
        before = {one.ref for one in document.sequence(written.sequence).features}
        count = len(written.change.features)
        label, arguments = labelled(written.label, written.many, count)
        if written.instead_of:
            label, arguments = CHANGE, {}
        document.apply(
            label,
            [written.sequence],
            lambda sequence: modified(sequence, written.change, written.instead_of),
            arguments=arguments,
        )
        after = (one.ref for one in document.sequence(written.sequence).features)
        shown = written.instead_of or next((ref for ref in after if ref not in before), 0)
        if shown:
            go_to_feature(self.desk, written.sequence, shown)

    def _write_many(self, written: Written) -> None:
        document, ids = self.desk.document, (written.sequence, *written.others)
        outcome: list[Outcome] = []

        def work(job: Job) -> None:
            outcome.append(modify_many(document, ids, written.plan, job))

        run_edit(self.desk, len(ids), work, lambda: self._tell(outcome[0]))

    def _tell(self, outcome: Outcome) -> None:
        def words() -> str:
            changed = ngettext(
                "{count} sequence changed.", "{count} sequences changed.", outcome.changed
            )
            said = [fill(changed, {"count": outcome.changed})]
            if outcome.left:
                left = ngettext(
                    "{count} was left as it is: what was asked for does not fit there.",
                    "{count} were left as they are: what was asked for does not fit there.",
                    outcome.left,
                )
                said.append(fill(left, {"count": outcome.left}))
            return " ".join(said)

        self.desk.notice.show_words(words)


def kind_of(feature: Feature, sequence: Sequence) -> Kind | None:
    """Return the dialog that a feature can be changed in, None when there is none."""
    if terminal_groups.wish_of(feature, sequence) is not None:
        return TerminalGroupsDialog
    if sequence.is_nucleotide:
        found = modified_nucleotides.wish_of(feature, sequence.moltype)
        return ModifiedNucleotidesDialog if found is not None else None
    if modified_amino_acids.d_wish_of(feature) is not None:
        return DAminoAcidsDialog
    if chain_links.wish_of(feature) is not None:
        return ChainLinksDialog
    return ModifiedAminoAcidsDialog if modified_amino_acids.wish_of(feature) is not None else None
