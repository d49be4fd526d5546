"""One sequence under edit: what it is, its residues, its features."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from seqeditor.app.document import Change
from seqeditor.domain.edits.sequence import set_moltype, set_name, set_source_value, unskip
from seqeditor.domain.path import Path
from seqeditor.domain.residues import TextResidues
from seqeditor.domain.sequence import NUCLEOTIDE_MOLTYPES, Sequence
from seqeditor.rules.finding import Level
from seqeditor.texts import N_
from seqeditor.ui.features.editor import FeatureEditor
from seqeditor.ui.features.table import USUAL_WIDTHS
from seqeditor.ui.map.panel import MapPanel
from seqeditor.ui.panels.go_to_bar import GoToBar
from seqeditor.ui.panels.map_in_step import MapInStep
from seqeditor.ui.panels.notice import Notice
from seqeditor.ui.panels.place_words import PlaceWords
from seqeditor.ui.panels.residue_edits import ResidueEdits
from seqeditor.ui.panels.sequence_head import SequenceHead
from seqeditor.ui.panels.skipped_note import SkippedNote
from seqeditor.ui.qt.document_signal import DocumentSignal
from seqeditor.ui.qt.window_settings import (
    keep_columns,
    keep_splitter,
    restore_columns,
    restore_splitter,
)
from seqeditor.ui.residues.bands import Band
from seqeditor.ui.residues.feature_bands import bands_of
from seqeditor.ui.residues.feature_translations import translations_of
from seqeditor.ui.residues.view import ResidueView
from seqeditor.vocabulary.qualifiers import mol_types

RENAME = N_("Rename the sequence")
CHANGE_MOLTYPE = N_("Change the molecule type")
CHANGE_ORGANISM = N_("Change the organism")
_USUAL_SIZES = [190, 290, 210]
"""Pixels of map, residues and features, shared out over the height there is."""

_LEAST_TABLE = 84
"""Pixels of height that features and toolbar can be pushed to: two panes fit a small screen."""

UNSKIP = N_("Make a skipped sequence a sequence again")


class SequenceEditor(QWidget):
    """Shows the sequence with an id and carries the edits of its parts to the document.

    `place_changed(text)`: where the caret is or what is selected, for the status line.
    `sequences_pasted(text)`: several sequences were pasted where only one can go.
    """

    place_changed = Signal(str)
    sequences_pasted = Signal(str)

    def __init__(
        self,
        signal: DocumentSignal,
        parent: QWidget | None = None,
        *,
        name: str = "map-residues-features",
    ) -> None:
        """Make an editor; `name`: what the sizes of its parts are remembered by."""
        super().__init__(parent)
        self._signal = signal
        self._document = signal.document
        self._id: int | None = None
        self.head = SequenceHead()
        self.notice = Notice()
        self.residues = ResidueView()
        self.edits = ResidueEdits(
            self.residues, self.notice, self._document, lambda: self._id, self._apply
        )
        self.go_to = GoToBar(self.residues)
        self._place = PlaceWords(self.residues)
        self.menu_hooks: list[Callable[[QMenu, Band | None], object]] = []
        self.features = FeatureEditor()
        self.features.setMinimumHeight(_LEAST_TABLE)
        self.features.listing = signal.document.copy.folder.name
        self.skipped = SkippedNote()
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.map = MapPanel()
        self._in_step = MapInStep(self.map, self.residues, self.features, self._apply)
        self._in_step.menu_hook = self._add_to_menu
        self.splitter.setObjectName(name)
        self.splitter.setChildrenCollapsible(False)
        for part in (self.map, self.residues, self.features):
            self.splitter.addWidget(part)
        self.splitter.setSizes(_USUAL_SIZES)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.splitter)
        self.pages.addWidget(self.skipped)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        line = QFrame()
        line.setFrameShape(QFrame.Shape.HLine)
        line.setFrameShadow(QFrame.Shadow.Plain)
        line.setForegroundRole(QPalette.ColorRole.Mid)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(line)
        column.addWidget(self.notice)
        column.addWidget(self.go_to)
        column.addWidget(self.pages, 1)
        restore_splitter(self.splitter)
        restore_columns(self.features.tree.header(), "features", USUAL_WIDTHS)

    def _connect(self) -> None:
        self.head.name_edited.connect(self._rename)
        self.head.organism_edited.connect(self._change_organism)
        self.head.organism.completion.set_used(self._document.organism_names)
        self.head.moltype_chosen.connect(self._change_moltype)
        self.skipped.unskip_asked.connect(self._unskip)
        self.edits.sequences_pasted.connect(self.sequences_pasted)
        self._place.changed.connect(self.tell_place)
        self.residues.selection_changed.connect(self._residues_selected)
        self.residues.band_clicked.connect(self._band_chosen)
        self.residues.band_activated.connect(self._band_chosen)
        self.residues.menu_hook = self._add_to_menu
        self.features.edit_requested.connect(self._apply)
        self.features.feature_selected.connect(self._feature_selected)
        self.features.feature_activated.connect(self._show_feature)
        self._signal.findings_changed.connect(self._findings_changed)
        self._signal.changed.connect(self._changed)
        self._signal.busy_changed.connect(lambda _busy: self.show_editable())

    # What is shown -----------------------------------------------------------------------------

    @property
    def sequence_id(self) -> int | None:
        """The id of the sequence shown, None for none."""
        return self._id

    @property
    def is_skipped(self) -> bool:
        """Whether an intentionally skipped sequence is shown, which has nothing to edit."""
        return self.pages.currentWidget() is self.skipped

    def show_sequence(self, sequence_id: int | None) -> None:
        """Show a sequence from its beginning; None for none."""
        if sequence_id == self._id:
            return
        self.finish()
        self.notice.clear()
        self._id = sequence_id
        for line in (self.head.name, self.head.organism):
            line.setModified(False)
        self._show(keep_caret_at=1)
        self._show_findings()

    def finish(self) -> None:
        """Take over what is still being typed into a field."""
        if self._id is not None and self._id in self._document.order:
            self.head.finish()
            self.features.leave_field(commit=True)

    def _show(self, keep_caret_at: int | None = None) -> None:
        if self._id is None or self._id not in self._document.order:
            self._id = None
            return
        sequence = self._document.sequence(self._id)
        self.head.show_sequence(sequence, self._document.number(self._id))
        self.pages.setCurrentIndex(1 if sequence.is_skipped else 0)
        if sequence.is_skipped:
            self.go_to.hide()
        self.residues.set_bands(bands_of(sequence))
        self.residues.set_translations(translations_of(sequence))
        self.residues.set_residues(sequence.residues, sequence.moltype, keep_caret_at)
        self.features.set_language(self._document.header.non_english_language)
        self._in_step.show_sequence(sequence, another=keep_caret_at is not None)
        if not (self.edits.is_typing and self.features.show_later(sequence)):
            self.features.set_sequence(sequence, another=keep_caret_at is not None)
        self.show_editable()
        self.tell_place()

    def show_editable(self) -> None:
        """Take edits or not, as the document does now."""
        read_only = not self._signal.is_editable
        if self.residues.read_only != read_only:
            self.residues.set_read_only(read_only)
        self.features.set_read_only(read_only)
        self.map.map.set_read_only(read_only)
        self.head.set_read_only(read_only)
        self.skipped.button.setEnabled(not read_only)

    def _changed(self, change: Change) -> None:
        if self._id is None:
            return
        if self._id in change.sequence_ids:
            self._show()
        elif change.header_changed:
            self.features.set_language(self._document.header.non_english_language)
        elif change.order_changed and self._id in self._document.order:
            self.head.show_sequence(
                self._document.sequence(self._id), self._document.number(self._id)
            )

    def _findings_changed(self, ids: frozenset[int] | None) -> None:
        if ids is None or self._id in ids:
            self._show_findings()

    def _show_findings(self) -> None:
        """Mark the rows of the feature table with the gravest of what was found there."""
        levels: dict[Path, Level] = {}
        if self._id is not None:
            for kept in self._document.findings.of_sequence(self._id):
                # The store gives the gravest first.
                levels.setdefault(kept.finding.path, kept.finding.level)
        self.features.set_findings(levels)

    def focus_residues(self) -> None:
        """Put the cursor among the residues; for a skipped sequence on its button."""
        if self.pages.currentWidget() is self.skipped:
            self.skipped.button.setFocus()
        else:
            self.residues.setFocus()

    def focus_place(self, path: Path) -> bool:
        """Put the cursor to a place of the sequence; False when it has no field here."""
        match path:
            case ("moltype", *_):
                self.head.moltype.setFocus()
            case ("name", *_):
                self.head.name.setFocus()
            case ("residues", int(position), *_):
                self.residues.go_to(position)
                self.residues.setFocus()
            case ("features", *_):
                return self.features.focus_place(path)
            case _:
                self.focus_residues()
        return True

    # Residues and features together ------------------------------------------------------------

    def _residues_selected(self, start: int, end: int) -> None:
        self.features.set_selected_residues(start, end)
        self.tell_place()

    def _band_chosen(self, band: Band) -> None:
        self.features.select_feature(band.index)

    def _feature_selected(self, index: int) -> None:
        self.residues.set_active_feature(index if index >= 0 else None)

    def _show_feature(self, index: int) -> None:
        """Select the residues that a feature covers."""
        for band in self.residues.bands.bands:
            if band.index == index:
                self.residues.select(band.start, band.end)

    def _add_to_menu(self, menu: QMenu, band: Band | None) -> None:
        menu.addSeparator()
        for hook in self.menu_hooks:
            hook(menu, band)

    def tell_place(self) -> None:
        """Tell where the caret is or what is selected."""
        if self.pages.currentWidget() is self.skipped or self._id is None:
            self.place_changed.emit("")
            return
        self.place_changed.emit(self._place.words())

    # Edits -------------------------------------------------------------------------------------

    def _apply(self, label: str, edit: Callable[[Sequence], Sequence], *, target: str = "") -> None:
        if self._id is not None and self._signal.is_editable:
            self._document.apply(label, [self._id], edit, target=target, origin=self)

    def _rename(self, name: str) -> None:
        self._apply(RENAME, partial(set_name, name=name))

    def _change_organism(self, organism: str) -> None:
        self._apply(CHANGE_ORGANISM, partial(set_source_value, name="organism", value=organism))

    def _change_moltype(self, moltype: str) -> None:
        self._apply(CHANGE_MOLTYPE, partial(with_moltype, moltype=moltype))

    def _unskip(self) -> None:
        self._apply(UNSKIP, unskip)
        self.residues.setFocus()

    # The rest ----------------------------------------------------------------------------------

    def keep_sizes(self) -> None:
        """Remember how the parts share the room."""
        keep_splitter(self.splitter)
        if not self.features.is_narrow:
            keep_columns(self.features.tree.header(), "features", USUAL_WIDTHS)

    def reset_layout(self) -> None:
        """Share the room as usual; what was remembered is forgotten already."""
        self.splitter.setSizes(_USUAL_SIZES)
        restore_columns(self.features.tree.header(), "features", USUAL_WIDTHS)
        self.residues.zoom_reset()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language of the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.tell_place()


def with_moltype(sequence: Sequence, moltype: str) -> Sequence:
    """Return the sequence as another molecule type, its letters in the case asked for there.

    A mol_type that does not suit the new molecule type is emptied: only the author knows it.
    """
    source = sequence.source
    former = (source.value("mol_type") if source else None) or ""
    fitting = mol_types(moltype)
    wanted = former if former in fitting else fitting[0] if len(fitting) == 1 else ""
    new = set_moltype(sequence, moltype, mol_type=wanted)
    letters = new.residues.text()
    cased = letters.lower() if moltype in NUCLEOTIDE_MOLTYPES else letters.upper()
    return new if cased == letters else replace(new, residues=TextResidues(cased))
