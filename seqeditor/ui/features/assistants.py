"""Dialogs that help with one cell of the feature table; one at a time, beside the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from seqeditor.domain.path import Path
from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from seqeditor.ui.dialogs.codon_value import CodonValueDialog
from seqeditor.ui.dialogs.location_builder import LocationBuilder
from seqeditor.ui.dialogs.modified_residue import (
    OTHER,
    modified_amino_acid_dialog,
    modified_base_dialog,
)
from seqeditor.ui.features.helped import Help, help_for
from seqeditor.ui.features.requests import change, codon_value, modified_base

if TYPE_CHECKING:
    from seqeditor.ui.features.editor import FeatureEditor


class Assistants(QObject):
    """Opens the dialog that fits, hands it what is selected, and asks for what it has made.

    A dialog belongs to its feature wherever that has moved to; it goes when the feature is gone or
    another sequence is shown.
    """

    def __init__(self, editor: FeatureEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self.dialog: QDialog | None = None
        self._ref = 0
        self._row = -1
        self._key = ""

    # What a dialog is about --------------------------------------------------------------------

    def _row_in(self, sequence: Sequence) -> int:
        """Return where the feature is now, -1 when it is gone."""
        for row, feature in enumerate(sequence.features):
            if self._ref and feature.ref == self._ref:
                return row
        there = not self._ref and self._row < len(sequence.features)
        return self._row if there and sequence.features[self._row].key == self._key else -1

    def follow(self, sequence: Sequence, *, another: bool) -> None:
        """Close the dialog when what it is about is no longer shown."""
        if self.dialog is not None and (another or self._row_in(sequence) < 0):
            self.close()

    def close(self) -> None:
        """Close the dialog without taking over anything."""
        if self.dialog is not None:
            self.dialog.reject()

    def set_selection(self, start: int, end: int) -> None:
        """Tell the dialog what is selected among the residues."""
        if isinstance(self.dialog, LocationBuilder | CodonValueDialog):
            self.dialog.set_selection(start, end)

    def _open(self, dialog: QDialog, row: int, feature: Feature) -> None:
        self.close()
        self.dialog, self._row, self._ref, self._key = dialog, row, feature.ref, feature.key
        dialog.finished.connect(self._closed)
        dialog.show()

    def _closed(self) -> None:
        if self.sender() is self.dialog:
            self.dialog = None
            self._editor.tree.setFocus()

    def _current(self) -> tuple[int, Feature] | None:
        row = self._editor.current_feature
        if not self._editor.is_writable or not 0 <= row < len(self._editor.sequence.features):
            return None
        return row, self._editor.sequence.features[row]

    # Location ----------------------------------------------------------------------------------

    def build_location(self) -> None:
        """Open the location builder on the current feature."""
        there = self._current()
        if there is None:
            return
        row, feature = there
        sequence = self._editor.sequence
        dialog = LocationBuilder(
            feature.key, feature.location, sequence.moltype, sequence.length, self._editor
        )
        dialog.chosen.connect(lambda text: self._put(lambda r: ("features", r, "location"), text))
        self._open(dialog, row, feature)
        start, end = self._editor.selected_residues
        dialog.set_selection(start, end)

    def _put(self, place: Callable[[int], Path], text: str) -> None:
        sequence = self._editor.sequence
        row = self._row_in(sequence)
        if row >= 0:
            self._editor.ask(change(sequence, place(row), text))

    # Values ------------------------------------------------------------------------------------

    def _cell(self) -> tuple[int, Feature, int, Qualifier] | None:
        """Return feature and qualifier of the current row, None for the row of a feature."""
        there = self._current()
        place = self._editor.model.place_of(self._editor.tree.currentIndex())
        if there is None or place is None or place[1] is None:
            return None
        row, feature = there
        if place[1] >= len(feature.qualifiers):
            return None
        return row, feature, place[1], feature.qualifiers[place[1]]

    def can_help(self) -> bool:
        """Tell whether there is a dialog for the current cell."""
        cell = self._cell()
        if cell is None:
            return self._current() is not None
        kind = help_for(self._editor.sequence.moltype, cell[1], cell[3])
        start, end = self._editor.selected_residues
        return kind is not None and (kind is not Help.RANGE or start <= end)

    def help(self) -> None:
        """Open the dialog for the current cell: of the location, or of the value."""
        cell = self._cell()
        if cell is None:
            self.build_location()
            return
        row, feature, index, one = cell
        kind = help_for(self._editor.sequence.moltype, feature, one)
        if kind is Help.CODON:
            self._help_with_codon(row, feature, index, one)
        elif kind is Help.MODIFIED_BASE:
            self._name_base(row, feature, feature.value("mod_base") or "")
        elif kind is Help.MODIFIED_AMINO_ACID:
            self._name_amino_acid(row, feature, index, one)
        elif kind is Help.RANGE:
            start, end = self._editor.selected_residues
            if start <= end:
                path: Path = ("features", row, "qualifiers", index, "value")
                self._editor.ask(change(self._editor.sequence, path, f"{start}..{end}"))

    def _help_with_codon(self, row: int, feature: Feature, index: int, one: Qualifier) -> None:
        sequence = self._editor.sequence
        dialog = CodonValueDialog(one.name, one.value or "", feature, sequence, self._editor)
        dialog.chosen.connect(lambda value, note: self._put_codon(index, value, note))
        self._open(dialog, row, feature)
        dialog.set_selection(*self._editor.selected_residues)

    def _put_codon(self, index: int, value: str, note: str) -> None:
        sequence = self._editor.sequence
        row = self._row_in(sequence)
        if row >= 0:
            self._editor.ask(codon_value(sequence, row, index, value, note))

    def name_other(self, row: int) -> None:
        """Ask for the full name that mod_base OTHER needs, and set both in one step."""
        if self._editor.is_writable and row < len(self._editor.sequence.features):
            self._name_base(row, self._editor.sequence.features[row], OTHER)

    def _name_base(self, row: int, feature: Feature, current: str) -> None:
        dialog = modified_base_dialog(current, feature.value("note") or "", self._editor)
        dialog.chosen.connect(self._put_base)
        self._open(dialog, row, feature)

    def _put_base(self, abbreviation: str, note: str) -> None:
        row = self._row_in(self._editor.sequence)
        if row >= 0:
            self._editor.ask(modified_base(self._editor.sequence, row, abbreviation, note))

    def _name_amino_acid(self, row: int, feature: Feature, index: int, one: Qualifier) -> None:
        dialog = modified_amino_acid_dialog(one.value or "", self._editor)
        dialog.chosen.connect(
            lambda _abbreviation, note: self._put(
                lambda r: ("features", r, "qualifiers", index, "value"), note
            )
        )
        self._open(dialog, row, feature)
