"""The feature table editor: what can be done with features, and how it is asked for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QMenu,
    QSizePolicy,
    QWidget,
)

from seqeditor.domain.path import at
from seqeditor.domain.sequence import Feature, Sequence
from seqeditor.texts import _, fill
from seqeditor.ui.features.assistants import Assistants
from seqeditor.ui.features.cells import Choice, qualifier_choices
from seqeditor.ui.features.choices import offered_keys, offered_qualifiers
from seqeditor.ui.features.clipboard import can_paste, paste, put_on_clipboard
from seqeditor.ui.features.requests import (
    Request,
    deletion,
    duplicate,
    new_feature,
    new_qualifier,
    shift,
    sort_by_location,
)
from seqeditor.ui.features.table import FeatureTable

SOURCE = "source"

_LEFT_TO_RIGHT, _END = "\u2066", "\u2069"


class FeatureEditor(FeatureTable):
    """Shows and edits the features of one sequence; edits go out as `edit_requested`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._choosing: Callable[[str], Request] | None = None
        self.listing = ""  # stands for the listing: what was copied in another has other numbers
        self.menu_hook: Callable[[QMenu, int], None] | None = None
        self.menu_hooks: list[Callable[[QMenu, int], object]] = []
        super().__init__(parent)
        self.assistants = Assistants(self)
        self._connect_actions()
        self._show_page()

    def _connect_actions(self) -> None:
        self.delegate.help_wanted.connect(self.assistants.help)
        # Once the field that says so is closed: a dialog takes the focus away.
        later = Qt.ConnectionType.QueuedConnection
        self.model.other_wanted.connect(self.assistants.name_other, later)
        self.tree.customContextMenuRequested.connect(self._show_menu)
        self.tree.copy_wanted.connect(self.copy)
        self.tree.cut_wanted.connect(self.cut)
        self.tree.paste_wanted.connect(self.paste)
        self.empty.source_wanted.connect(self.add_source)
        self.chooser.chosen.connect(self._chosen)
        for name, run in (
            ("add_feature", self.add_feature),
            ("add_qualifier", self.add_qualifier),
            ("duplicate", self.duplicate),
            ("delete", self.delete),
            ("move_up", lambda: self.move_row(-1)),
            ("move_down", lambda: self.move_row(1)),
            ("sort", self.sort),
            ("build_location", self.assistants.build_location),
            ("help_value", self.assistants.help),
        ):
            self._actions[name].triggered.connect(run)

    def set_sequence(self, sequence: Sequence, *, another: bool = False) -> None:
        """Show the sequence as it is now, and take leave of a dialog that was about another."""
        self.assistants.follow(sequence, another=another)
        super().set_sequence(sequence, another=another)

    def _selection_changed(self) -> None:
        self.assistants.set_selection(*self.selected_residues)

    # Actions -----------------------------------------------------------------------------------

    def action(self, name: str) -> QAction:
        """Return an action by name: add_feature, add_qualifier, duplicate, delete, move_up ..."""
        return self._actions[name]

    def add_to_toolbar(self, widget: QWidget) -> QAction:
        """Put a widget at the end of the toolbar; the action shows and hides it."""
        room = QWidget(self._toolbar)
        room.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._toolbar.addWidget(room)
        return self._toolbar.addWidget(widget)

    def table_actions(self) -> list[QAction]:
        """Return all actions, for a menu of the window."""
        return list(self._actions.values())

    def ask(self, request: Request | None) -> None:
        """Let a request go out, unless nothing may be changed."""
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
        self.ask(new_feature(self.sequence, SOURCE, self._location_for(SOURCE, "")))

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
            self.ask(request(text))

    def duplicate(self) -> None:
        """Ask for copies of the selected features."""
        self.ask(duplicate(self.selected_features()))

    def delete(self) -> None:
        """Ask for the selected features and qualifiers to be deleted."""
        self.ask(deletion(self.selected_paths()))

    def move_row(self, by: int) -> None:
        """Ask for the selected rows to be moved up (-1) or down (1)."""
        self.ask(shift(self.sequence, self.selected_paths(), by))

    def sort(self) -> None:
        """Ask for the features to be sorted by location."""
        self.ask(sort_by_location(self.sequence))

    # Clipboard ---------------------------------------------------------------------------------

    def copy(self) -> None:
        """Copy the selected rows: features or qualifiers for this program, a table for others."""
        if not self.has_selection:
            return
        paths, sequence = self.selected_paths(), self.sequence
        if any(len(path) == 2 for path in paths):
            chosen = tuple(sequence.features[row] for row in self.selected_features())
        else:  # qualifiers alone, for other features
            chosen = (Feature("", "", tuple(at(sequence, path) for path in paths)),)
        put_on_clipboard(sequence.moltype, chosen, self.tree.table(), self.listing)

    def cut(self) -> None:
        """Copy the selected rows and ask for them to be deleted."""
        if self.is_writable:
            self.copy()
            self.delete()

    def paste(self) -> None:
        """Ask for copied features to be put behind the selected ones, qualifiers into them."""
        if self.is_writable:
            paste(self, self.sequence, self.selected_features(), self.ask, self.listing)

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
            ("build_location", 0 <= feature < len(sequence.features)),
            ("help_value", self.assistants.can_help()),
        ):
            self._actions[name].setEnabled(editable and possible)

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
        for hook in self.menu_hooks:
            hook(menu, self.current_feature)
        return menu
