"""The feature map in step with the residues and the feature table of one sequence."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QSplitter

from seqeditor.domain.path import Path
from seqeditor.domain.sequence import Sequence
from seqeditor.ui.features.editor import FeatureEditor
from seqeditor.ui.features.requests import change
from seqeditor.ui.map.entries import Entry
from seqeditor.ui.map.panel import MapPanel
from seqeditor.ui.residues.bands import Band
from seqeditor.ui.residues.selection import Selection
from seqeditor.ui.residues.view import ResidueView

Apply = Callable[[str, Callable[[Sequence], Sequence]], object]
"""Carries an edit to the document: the message id of its label, and a pure function."""

SMALL_SHARE = 3
"""A circle gets at least this part of the height: one third."""


class MapInStep(QObject):
    """Lets map, residues and features follow one another; `apply` takes what the map changes."""

    def __init__(
        self, panel: MapPanel, residues: ResidueView, features: FeatureEditor, apply: Apply
    ) -> None:
        super().__init__(panel)
        self._panel, self._residues, self._features = panel, residues, features
        self._apply = apply
        self.menu_hook: Callable[[QMenu, Band | None], object] | None = None
        shown = panel.map
        shown.feature_chosen.connect(self._feature_chosen)
        shown.feature_activated.connect(self._edit_location)
        shown.residues_chosen.connect(residues.select)
        shown.location_dragged.connect(self._change_location)
        panel.menu_hook = self._fill_menu
        panel.circular_chosen.connect(self._make_room)
        residues.selection_changed.connect(shown.set_selection)
        features.feature_selected.connect(self._feature_selected)
        bar = residues.verticalScrollBar()
        for changed in (bar.valueChanged, bar.rangeChanged):
            changed.connect(self._tell_seen)

    def show_sequence(self, sequence: Sequence, *, another: bool) -> None:
        """Show a sequence as it is now; `another` tells that it is not the one before."""
        self._panel.map.set_sequence(sequence, another=another)
        self._tell_seen()

    def _feature_chosen(self, index: int) -> None:
        self._features.select_feature(index)
        entry = self._panel.map.entry(index)
        if entry is not None:
            # The caret at its beginning: that is where one wants to read.
            self._residues.set_selection(Selection(entry.end, entry.start - 1))

    def _feature_selected(self, index: int) -> None:
        self._panel.map.set_current(index if index >= 0 else None)

    def _edit_location(self, index: int) -> None:
        self._features.focus_place(("features", index, "location"))

    def _change_location(self, index: int, location: str) -> None:
        path: Path = ("features", index, "location")
        request = change(self._panel.map.sequence, path, location)
        if request is not None:
            self._apply(request.label, request.edit)

    def _tell_seen(self) -> None:
        rows = self._residues.rows()
        if rows:
            self._panel.map.set_seen(rows[0].first, rows[-1].last)

    def _fill_menu(self, menu: QMenu, entry: Entry | None) -> None:
        if self.menu_hook is not None:
            wanted = None if entry is None else entry.index
            bands = self._residues.bands.bands
            self.menu_hook(menu, next((band for band in bands if band.index == wanted), None))

    def _make_room(self, circular: bool) -> None:
        """Give a circle some height where the map has little."""
        splitter = self._panel.parentWidget()
        if not circular or not isinstance(splitter, QSplitter):
            return
        sizes, at = splitter.sizes(), splitter.indexOf(self._panel)
        wanted = sum(sizes) // SMALL_SHARE
        if sizes[at] < wanted:
            rest = sum(sizes) - sizes[at] or 1
            share = (sum(sizes) - wanted) / rest
            new = [wanted if n == at else round(size * share) for n, size in enumerate(sizes)]
            splitter.setSizes(new)
