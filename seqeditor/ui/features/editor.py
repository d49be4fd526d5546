"""The feature table editor: toolbar, tree, and the cards to choose keys and qualifiers.

It changes no data. Every edit goes out as `edit_requested(label, edit)`, and the answer comes back
by `set_sequence`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QMenu, QStackedLayout, QToolBar, QToolButton, QVBoxLayout, QWidget

from seqeditor.domain.path import Path
from seqeditor.domain.sequence import Sequence
from seqeditor.rules.finding import Level
from seqeditor.texts import _, fill
from seqeditor.ui.features.cells import NAME, VALUE, Choice, qualifier_choices
from seqeditor.ui.features.choices import offered_keys, offered_qualifiers
from seqeditor.ui.features.chooser import Chooser
from seqeditor.ui.features.clipboard import can_paste, paste, put_on_clipboard
from seqeditor.ui.features.commands import ON_TOOLBAR, make_actions, word_actions
from seqeditor.ui.features.delegate import FeatureDelegate
from seqeditor.ui.features.empty import EmptyTable
from seqeditor.ui.features.model import FeatureTreeModel, PathRole
from seqeditor.ui.features.requests import (
    Request,
    deletion,
    duplicate,
    new_feature,
    new_qualifier,
    shift,
    sort_by_location,
)
from seqeditor.ui.features.state import open_first, restore, state_of
from seqeditor.ui.features.tree import FeatureTree

SOURCE = "source"

_LEFT_TO_RIGHT, _END = "\u2066", "\u2069"


class FeatureEditor(QWidget):
    """Shows and edits the features of one sequence.

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
        self._choosing: Callable[[str], Request] | None = None
        self.menu_hook: Callable[[QMenu, int], None] | None = None
        self.model = FeatureTreeModel(self)
        self.tree = FeatureTree(self)
        self.tree.setModel(self.model)
        self.tree.setItemDelegate(FeatureDelegate(self.tree))
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.empty = EmptyTable(self)
        self._actions = make_actions(self)
        self._toolbar = QToolBar(self)
        self._toolbar.setIconSize(QSize(16, 16))
        self._toolbar.addActions([self._actions[name] for name in ON_TOOLBAR])
        self.chooser = Chooser(self)
        self._lay_out()
        self._connect()
        self.retranslate()
        self._show_page()

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
        self.tree.header().resizeSection(NAME, 240)
        self.tree.header().resizeSection(VALUE, 360)

    def _connect(self) -> None:
        self.model.edit_requested.connect(self.edit_requested)
        self.tree.selectionModel().currentRowChanged.connect(self._current_changed)
        self.tree.selectionModel().selectionChanged.connect(self._update_actions)
        self.tree.customContextMenuRequested.connect(self._show_menu)
        self.tree.doubleClicked.connect(self._activated)
        self.tree.copy_wanted.connect(self.copy)
        self.tree.cut_wanted.connect(self.cut)
        self.tree.paste_wanted.connect(self.paste)
        self.empty.source_wanted.connect(self.add_source)
        self.chooser.chosen.connect(self._chosen)
        self.chooser.closed.connect(self.tree.setFocus)
        for name, run in (
            ("add_feature", self.add_feature),
            ("add_qualifier", self.add_qualifier),
            ("duplicate", self.duplicate),
            ("delete", self.delete),
            ("move_up", lambda: self.move_row(-1)),
            ("move_down", lambda: self.move_row(1)),
            ("sort", self.sort),
        ):
            self._actions[name].triggered.connect(run)

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
        """The sequence shown."""
        return self.model.sequence

    def set_sequence(self, sequence: Sequence, *, another: bool = False) -> None:
        """Show the sequence as it is now, keeping what is open, selected and being edited.

        `another` tells that it is not the one shown before: then the view begins at its top.
        """
        if another:
            self.chooser.dismiss()
            self._then, self._then_rows = None, ()
        before = self.current_feature
        state = state_of(self.tree, self.model)
        self._changing = True  # half-way the rows are not those of the sequence
        self.model.set_sequence(sequence)
        if another:
            open_first(self.tree, self.model)
        else:
            restore(self.tree, self.model, state)
        self._changing = False
        self._show_page()
        if another or self.current_feature != before:
            self.feature_selected.emit(self.current_feature)
        self._go_on()

    def _show_page(self) -> None:
        sequence = self.model.sequence
        self.empty.show_for(skipped=sequence.is_skipped, read_only=self._read_only)
        self._pages.setCurrentIndex(0 if sequence.features else 1)
        self._update_actions()

    def set_language(self, code: str | None) -> None:
        """Show a column for values in the second language of the listing; None for none."""
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

    # Actions -----------------------------------------------------------------------------------

    def action(self, name: str) -> QAction:
        """Return an action by name: add_feature, add_qualifier, duplicate, delete, move_up ..."""
        return self._actions[name]

    def table_actions(self) -> list[QAction]:
        """Return all actions, for a menu of the window."""
        return list(self._actions.values())

    def _ask(self, request: Request | None) -> None:
        if request is not None and not self._read_only:
            self._then, self._then_rows = request.then, request.rows
            self.edit_requested.emit(request.label, request.edit)

    def add_feature(self) -> None:
        """Let the user choose a feature key, then ask for a feature with it."""
        self._choose_key(self.selected_location() if self._residues else "")

    def feature_here(self, *, complement: bool = False) -> None:
        """Ask for a feature on the selected residues, or on the one at the caret.

        `complement`: on the complementary strand, for nucleotides.
        """
        location = self.selected_location()
        if location and complement:
            location = f"complement({location})"
        self._choose_key(location)

    def selected_location(self) -> str:
        """Return the location of the selected residues, or of the one at the caret, "" for none."""
        start, end = self._residues or (self._caret, self._caret)
        if not 1 <= start <= end <= self.sequence.length:
            return ""
        return str(start) if start == end else f"{start}..{end}"

    def _choose_key(self, location: str) -> None:
        if self._read_only or self.sequence.is_skipped:
            return
        shown = f"{_LEFT_TO_RIGHT}{location}{_END}"
        title = fill(_("New feature at {location}"), {"location": shown})
        without = () if self.sequence.source is None else (SOURCE,)
        self._choose(
            title if location else _("New feature"),
            offered_keys(self.sequence.moltype, without),
            lambda key: new_feature(self.sequence, key, self._location_for(key, location)),
            coloured=True,
        )

    def _location_for(self, key: str, location: str) -> str:
        """The source spans the whole sequence (par. 63); nothing else goes without saying."""
        length = self.sequence.length
        if key != SOURCE or not length:
            return location
        return "1" if length == 1 else f"1..{length}"

    def add_source(self) -> None:
        """Ask for the feature that every sequence needs."""
        self._ask(new_feature(self.sequence, SOURCE, self._location_for(SOURCE, "")))

    def add_qualifier(self) -> None:
        """Let the user choose a qualifier that the feature may carry, then ask for it."""
        feature = self.current_feature
        if feature < 0:
            return
        one = self.sequence.features[feature]
        title = fill(_("New qualifier of {key}"), {"key": one.key})
        choices = offered_qualifiers(self.sequence.moltype, one)
        self._choose(title, choices, lambda name: new_qualifier(self.sequence, feature, name))

    def _choose(
        self,
        title: str,
        choices: tuple[Choice, ...],
        request: Callable[[str], Request],
        *,
        coloured: bool = False,
    ) -> None:
        self._choosing = request
        self._place_chooser()
        self.chooser.open(title, choices, coloured=coloured)

    def _chosen(self, text: str) -> None:
        request, self._choosing = self._choosing, None
        if request is not None:
            self._ask(request(text))

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

    def duplicate(self) -> None:
        """Ask for copies of the selected features."""
        self._ask(duplicate(self.selected_features()))

    def delete(self) -> None:
        """Ask for the selected features and qualifiers to be deleted."""
        self._ask(deletion(self.selected_paths()))

    def move_row(self, by: int) -> None:
        """Ask for the selected rows to be moved up (-1) or down (1)."""
        self._ask(shift(self.sequence, self.selected_paths(), by))

    def sort(self) -> None:
        """Ask for the features to be sorted by location."""
        self._ask(sort_by_location(self.sequence))

    # Clipboard ---------------------------------------------------------------------------------

    @property
    def has_selection(self) -> bool:
        """Whether there is something to copy."""
        return bool(self.tree.selected_rows())

    @property
    def is_writable(self) -> bool:
        """Whether features may be cut and pasted."""
        return not self._read_only and not self.sequence.is_skipped

    def copy(self) -> None:
        """Copy the selected rows: features for this program, a table for others."""
        if not self.has_selection:
            return
        table = self.tree.table()
        whole = any(len(path) == 2 for path in self.selected_paths())
        chosen = self.selected_features() if whole else []
        features = tuple(self.sequence.features[row] for row in chosen)
        put_on_clipboard(self.sequence.moltype, features, table)

    def cut(self) -> None:
        """Copy the selected rows and ask for them to be deleted."""
        if self.is_writable:
            self.copy()
            self.delete()

    def paste(self) -> None:
        """Ask for the copied features to be put behind the selected ones."""
        if self.is_writable:
            chosen = self.selected_features()
            paste(self, self.sequence, chosen[-1] + 1 if chosen else None, self._ask)

    def _update_actions(self) -> None:
        if self._changing:
            return
        sequence, feature = self.sequence, self.current_feature
        paths = self.selected_paths()
        editable = not self._read_only and not sequence.is_skipped
        allowed = 0 <= feature < len(sequence.features) and bool(
            qualifier_choices(sequence.moltype, sequence.features[feature])
        )
        for name, possible in (
            ("add_feature", True),
            ("add_qualifier", allowed),
            ("duplicate", bool(paths)),
            ("delete", bool(paths)),
            ("move_up", shift(sequence, paths, -1) is not None),
            ("move_down", shift(sequence, paths, 1) is not None),
            ("sort", len(sequence.features) > 1),
        ):
            self._actions[name].setEnabled(editable and possible)

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

    def _show_menu(self, point: QPoint) -> None:
        menu = self.context_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.tree.viewport().mapToGlobal(point))

    def context_menu(self) -> QMenu:
        """Return the menu of the current row, with the entries that `menu_hook` adds."""
        menu = QMenu(self)
        menu.addActions(self.table_actions())
        menu.addSeparator()
        keys, selected = QKeySequence.StandardKey, self.has_selection
        pasted = self.is_writable and can_paste()
        for label, key, run, possible in (
            (_("Cu&t"), keys.Cut, self.cut, selected and self.is_writable),
            (_("&Copy"), keys.Copy, self.copy, selected),
            (_("&Paste"), keys.Paste, self.paste, pasted),
        ):
            action = menu.addAction(label, run)
            action.setShortcut(key)
            action.setEnabled(possible)
        if self.menu_hook is not None:
            self.menu_hook(menu, self.current_feature)
        return menu

    def _place_chooser(self) -> None:
        top = self._toolbar.geometry().bottom() + 4
        width = min(640, self.width() - 16)
        height = max(160, min(420, self.height() - top - 8))
        left = 8
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            left = self.width() - width - 8
        self.chooser.setGeometry(left, top, width, height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the card below the toolbar."""
        super().resizeEvent(event)
        self._place_chooser()

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and palette of the window."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self.retranslate()
