"""The feature table as it is shown: toolbar, tree, and what stands there when there is none.

It changes no data. Every edit goes out as `edit_requested(label, edit)`, and the answer comes back
by `set_sequence`.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QStackedLayout,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from seqeditor.domain.path import Path
from seqeditor.domain.sequence import Sequence
from seqeditor.rules.finding import Level
from seqeditor.texts import _
from seqeditor.ui.features.cells import NAME, VALUE
from seqeditor.ui.features.chooser import Chooser
from seqeditor.ui.features.commands import ON_TOOLBAR, make_actions, word_actions
from seqeditor.ui.features.delegate import FeatureDelegate
from seqeditor.ui.features.earlier import EarlierValues
from seqeditor.ui.features.empty import EmptyTable
from seqeditor.ui.features.model import FeatureTreeModel, PathRole
from seqeditor.ui.features.state import open_first, restore, same_rows, state_of
from seqeditor.ui.features.tree import FeatureTree

CARD_HEIGHT = 380
"""Pixels; room for a dozen keys and what is to be known of one."""


USUAL_WIDTHS = {NAME: 240, VALUE: 360}
"""Pixels of the columns, until the user chooses others."""

MOST_AT_ONCE = 200
"""More features than these are not shown anew at every key."""

LATE = 150
"""Milliseconds after the last key until those say where they lie now."""

_EDITING = QAbstractItemView.State.EditingState

NAMES_SHARE = 60
"""Names take at most this percentage of the width of a table made narrower."""


class FeatureTable(QWidget):
    """Shows the features of one sequence; what is done with them is in FeatureEditor.

    `edit_requested(label, edit)`: `label` is a message id, `edit` a pure function from sequence to
    sequence. `feature_selected(index)`: the feature of the current row, -1 for none.
    """

    edit_requested = Signal(str, object)
    feature_selected = Signal(int)
    feature_activated = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._read_only = False
        self._residues: tuple[int, int] | None = None
        self._caret = 1
        self._then: Path | None = None
        self._then_rows: tuple[int, ...] = ()
        self._changing = False
        self._awaited: Sequence | None = None
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(LATE)
        self._late.timeout.connect(self.catch_up)
        self.model = FeatureTreeModel(self)
        self.tree = FeatureTree(self)
        self.tree.setModel(self.model)
        self.earlier = EarlierValues()
        self.delegate = FeatureDelegate(self.tree, self.earlier)
        self.tree.setItemDelegate(self.delegate)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.empty = EmptyTable(self)
        self._actions = make_actions(self)
        self._toolbar = QToolBar(self)
        self._toolbar.setIconSize(QSize(16, 16))
        self._toolbar.addActions([self._actions[name] for name in ON_TOOLBAR])
        self.chooser = Chooser(self)
        self._wide_name = self._narrow_name = 0
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self._pages = QStackedLayout()
        self._pages.addWidget(self.tree)
        self._pages.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._toolbar)
        layout.addLayout(self._pages, 1)
        for name in ("add_feature", "add_qualifier"):
            button = self._toolbar.widgetForAction(self._actions[name])
            if isinstance(button, QToolButton):
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        for column, width in USUAL_WIDTHS.items():
            self.tree.header().resizeSection(column, width)

    def _connect(self) -> None:
        self.model.edit_requested.connect(self.edit_requested)
        self.tree.selectionModel().currentRowChanged.connect(self._current_changed)
        self.tree.selectionModel().selectionChanged.connect(self._update_actions)
        self.tree.doubleClicked.connect(self._activated)
        self.chooser.closed.connect(self.tree.setFocus)

    @property
    def is_narrow(self) -> bool:
        """Whether the names have less room than was chosen for them."""
        return self._wide_name > 0

    def _update_actions(self) -> None:
        """Offer what can be done now."""

    def retranslate(self) -> None:
        """Set every text anew in the language of the window."""
        word_actions(self._actions, self.palette())
        self.tree.setAccessibleName(_("Features"))
        self._toolbar.setAccessibleName(_("Features"))
        self.model.retranslate()
        self.empty.retranslate()
        self.chooser.retranslate()

    # What is shown -----------------------------------------------------------------------------

    @property
    def sequence(self) -> Sequence:
        """The sequence shown, or to be shown in a moment: it has the same rows."""
        return self.model.sequence if self._awaited is None else self._awaited

    def set_sequence(self, sequence: Sequence, *, another: bool = False) -> None:
        """Show the sequence as it is now, keeping what is open, selected and being edited.

        `another` tells that it is not the one shown before: then the view begins at its top.
        """
        self._awaited = None
        self._late.stop()
        if another:
            self.leave_field(commit=False)  # it was about the sequence before
            self.chooser.dismiss()
            self._then, self._then_rows = None, ()
        before = self.current_feature
        # Where no row comes or goes, the tree itself keeps what is open: it is quicker.
        stays = not another and same_rows(self.model.sequence, sequence)
        state = None if stays else state_of(self.tree, self.model)
        self._changing = True  # half-way the rows are not those of the sequence
        self.model.set_sequence(sequence)
        self.earlier.see(sequence)
        if another:
            open_first(self.tree, self.model)
        elif state is not None:
            restore(self.tree, self.model, state)
        self._changing = False
        self._show_page()
        if another or self.current_feature != before:
            self.feature_selected.emit(self.current_feature)
        self._go_on()

    def show_later(self, sequence: Sequence) -> bool:
        """Show the sequence when no key follows for a moment; False where that must be at once.

        It must where there are few rows, where one comes or goes, and while a field is open.
        """
        if len(sequence.features) <= MOST_AT_ONCE or self.tree.state() == _EDITING:
            return False
        if not same_rows(self.model.sequence, sequence):
            return False
        self._awaited = sequence
        self._late.start()
        return True

    def catch_up(self) -> None:
        """Show what has been put off."""
        if self._awaited is not None:
            self.set_sequence(self._awaited)

    def leave_field(self, *, commit: bool) -> None:
        """Close the field that is being typed into, and take over its text or not."""
        field = self.tree.indexWidget(self.tree.currentIndex())
        if field is not None:
            if commit:
                self.tree.commitData(field)
            self.tree.closeEditor(field, QAbstractItemDelegate.EndEditHint.NoHint)

    def _show_page(self) -> None:
        sequence = self.model.sequence
        self.empty.show_for(skipped=sequence.is_skipped, read_only=self._read_only)
        self._pages.setCurrentIndex(0 if sequence.features else 1)
        self._update_actions()

    def set_language(self, code: str | None) -> None:
        """Show a column for values in the second language of the listing; None for none."""
        if self.model.language == code:
            return
        state = state_of(self.tree, self.model)
        self.model.set_language(code)
        restore(self.tree, self.model, state)

    def set_read_only(self, read_only: bool) -> None:
        """Allow or forbid editing."""
        self._read_only = read_only
        self.model.set_read_only(read_only)
        self._show_page()

    def set_findings(self, levels: Mapping[Path, Level]) -> None:
        """Mark the places of findings, by paths relative to the sequence."""
        self.model.set_findings(levels)

    def set_selected_residues(self, start: int, end: int) -> None:
        """Take what is selected among the residues as location of the next new feature."""
        self._residues = (start, end) if start <= end else None
        self._caret = start
        self._selection_changed()

    @property
    def selected_residues(self) -> tuple[int, int]:
        """The residues selected beside the table (1-based), the end below the start for none."""
        return self._residues or (self._caret, self._caret - 1)

    def _selection_changed(self) -> None:
        """Go along with what is selected among the residues."""

    # Places ------------------------------------------------------------------------------------

    @property
    def current_feature(self) -> int:
        """The index of the feature of the current row, -1 for none."""
        place = self.model.place_of(self.tree.currentIndex())
        return -1 if place is None else place[0]

    def select_feature(self, index: int) -> None:
        """Make the row of a feature current, without taking the focus."""
        if index != self.current_feature:
            self.tree.setCurrentIndex(self.model.index(index, NAME))

    def focus_place(self, path: Path) -> bool:
        """Put the cursor into the field of a path; tell whether there is such a place.

        For a place that is gone, or has no field of its own, the nearest row around it.
        """
        index = self.model.index_of(path)
        if not index.isValid():
            return False
        if index.parent().isValid():
            self.tree.expand(index.parent())
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)
        self.tree.setCurrentIndex(index)
        self.tree.scrollTo(index)
        exact = self.model.data(index, PathRole) == path
        if exact and not self._read_only:
            self.tree.edit_cell(index)
        return True

    def _go_on(self) -> None:
        """Go to what the last request was for, now that it is there."""
        then, self._then = self._then, None
        rows, self._then_rows = self._then_rows, ()
        if then is None or not self.model.index_of(then).isValid():
            return
        if len(then) % 2 == 0:
            index = self.model.index_of(then)
            self.tree.setCurrentIndex(index)
            self.tree.scrollTo(index)
        else:
            self.focus_place(then)
        if len(rows) > 1:
            self.tree.select_rows([self.model.index(row, NAME) for row in rows])

    def selected_location(self) -> str:
        """Return the location of the selected residues, or of the one at the caret, "" for none."""
        start, end = self._residues or (self._caret, self._caret)
        if not 1 <= start <= end <= self.sequence.length:
            return ""
        return str(start) if start == end else f"{start}..{end}"

    def selected_paths(self) -> list[Path]:
        """Return the paths of the selected rows, features and qualifiers."""
        paths = (self.model.row_path(row) for row in self.tree.selected_rows())
        return [path for path in paths if path is not None]

    def selected_features(self) -> list[int]:
        """Return the selected features in order, those of selected qualifiers where none is."""
        paths = self.selected_paths()
        rows = {p[1] for p in paths if len(p) == 2} or {p[1] for p in paths}
        count = len(self.sequence.features)
        return sorted(row for row in rows if isinstance(row, int) and row < count)

    @property
    def has_selection(self) -> bool:
        """Whether there is something to copy."""
        return bool(self.tree.selected_rows())

    @property
    def is_writable(self) -> bool:
        """Whether features may be cut and pasted."""
        return not self._read_only and not self.sequence.is_skipped

    # Events ------------------------------------------------------------------------------------

    def _current_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        if self._changing:
            return
        self._update_actions()
        now, before = self.model.place_of(current), self.model.place_of(previous)
        if (now and now[0]) != (before and before[0]):
            self.feature_selected.emit(-1 if now is None else now[0])

    def _activated(self, index: QModelIndex) -> None:
        place = self.model.place_of(index)
        if place is not None:
            self.feature_activated.emit(place[0])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the card below the toolbar, and room for the values beside the names."""
        super().resizeEvent(event)
        if self.chooser.isVisible():
            self._place_chooser()
        self._share_width()

    def _share_width(self) -> None:
        header, most = self.tree.header(), max(self.width() * NAMES_SHARE // 100, 90)
        now = header.sectionSize(NAME)
        # Another width than the one given here is one that was chosen meanwhile.
        wanted = self._wide_name if self._wide_name and now == self._narrow_name else now
        self._wide_name, self._narrow_name = (wanted, most) if wanted > most else (0, 0)
        if now != min(wanted, most):
            header.resizeSection(NAME, min(wanted, most))

    def _place_chooser(self) -> None:
        """Put the card below the toolbar; up over the residues where the table is too low."""
        window = self.window()
        if self.chooser.parentWidget() is not window:
            self.chooser.setParent(window)
        corner = self.mapTo(window, QPoint(0, 0))
        width = min(720, self.width() - 16)
        top = corner.y() + self._toolbar.geometry().bottom() + 4
        bottom = corner.y() + self.height() - 8
        height = min(max(CARD_HEIGHT, min(460, bottom - top)), window.height() - 16)
        top = max(8, min(top, bottom - height))
        left = corner.x() + 8
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            left = corner.x() + self.width() - width - 8
        self.chooser.setGeometry(left, top, width, height)

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the card away with the table."""
        super().hideEvent(event)
        self.chooser.dismiss()

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and palette of the window."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self.retranslate()
