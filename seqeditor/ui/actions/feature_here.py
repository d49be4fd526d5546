"""A feature on what is selected among the residues, from wherever the cursor is."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QMainWindow, QMenu

from seqeditor.domain.sequence import Sequence
from seqeditor.texts import N_
from seqeditor.ui.actions.action import Action, Menu
from seqeditor.ui.actions.group import ActionGroup
from seqeditor.ui.desk import Desk
from seqeditor.ui.residues.bands import Band

MOST_SEEN = 200
"""Sequences looked through for values: some hundredths of a second."""


class FeatureHere(ActionGroup):
    """Feature here, on the strand shown or on the other one."""

    menu = "feature"

    def __init__(self, desk: Desk, window: QMainWindow) -> None:
        super().__init__(desk, window)
        self.here = Action(
            window,
            N_("Feature &Here…"),
            lambda: self._begin(complement=False),
            tip=N_("Add a feature on the selected residues, or on the one at the caret"),
            picture="feature",
            keys="Ctrl+Shift+H",
        )
        self.complement = Action(
            window,
            N_("Feature Here on the &Complementary Strand…"),
            lambda: self._begin(complement=True),
            tip=N_("Add a feature on the other strand of the selected residues"),
            keys="Ctrl+Shift+J",
        )
        desk.editor.menu_hooks.append(self._add_to_menu)
        desk.panes.place_changed.connect(lambda _words: self.refresh())
        desk.panes.each(lambda editor: editor.features.earlier.begin_with(self._first_sequences))
        self.refresh()

    def _first_sequences(self) -> Iterator[Sequence]:
        """Yield some sequences of the listing, whose values are offered when one is typed."""
        document = self.desk.document
        for position in range(min(MOST_SEEN, document.count()), 0, -1):
            yield document.sequence(document.order.id_at(position))

    def fill(self, menu: Menu) -> None:
        """Put the actions into their menu."""
        menu.add(self.here, self.complement)
        menu.aboutToShow.connect(self.refresh)

    def refresh(self) -> None:
        """Offer what can be done now, and nothing else."""
        features = self.desk.editor.features
        shown = self.desk.editor.sequence_id is not None and self.desk.editor.isVisible()
        possible = shown and features.is_writable and bool(features.selected_location())
        self.here.setEnabled(possible)
        self.complement.setEnabled(possible and features.sequence.is_nucleotide)

    def _begin(self, *, complement: bool) -> None:
        self.desk.editor.features.feature_here(complement=complement)

    def _add_to_menu(self, menu: QMenu, _band: Band | None) -> None:
        self.refresh()
        menu.addAction(self.here)
        if self.desk.editor.features.sequence.is_nucleotide:
            menu.addAction(self.complement)
