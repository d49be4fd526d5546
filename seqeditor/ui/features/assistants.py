"""Dialogs that help with one cell of the feature table; one at a time, beside the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from seqeditor.domain.path import Path
from seqeditor.domain.sequence import Feature, Sequence
from seqeditor.ui.dialogs.location_builder import LocationBuilder
from seqeditor.ui.features.requests import change

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
        if isinstance(self.dialog, LocationBuilder):
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
