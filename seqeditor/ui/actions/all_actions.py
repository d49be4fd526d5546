"""Everything that can be done in one window: the actions, the menus and the toolbar with them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QSize
from PySide6.QtWidgets import QDockWidget, QMainWindow, QToolBar

from seqeditor.texts import N_, _
from seqeditor.ui.actions.action import Action, Menu
from seqeditor.ui.actions.active_pane import ActionsOfActive
from seqeditor.ui.actions.close_window import CloseWindow
from seqeditor.ui.actions.edit_actions import EditActions
from seqeditor.ui.actions.every_action import use_keys
from seqeditor.ui.actions.file_actions import FileActions
from seqeditor.ui.actions.generate_listing import GenerateListing
from seqeditor.ui.actions.groups import GROUPS
from seqeditor.ui.actions.help_actions import HelpActions
from seqeditor.ui.actions.import_files import ImportFiles
from seqeditor.ui.actions.open_files import OpenFiles
from seqeditor.ui.actions.save_project import SaveProject
from seqeditor.ui.actions.sequence_actions import SequenceActions
from seqeditor.ui.actions.sequence_clipboard import SequenceClipboard
from seqeditor.ui.actions.tools_actions import ToolsActions
from seqeditor.ui.actions.view_actions import ViewActions
from seqeditor.ui.desk import Desk

_TITLES = {
    "file": N_("&File"),
    "edit": N_("&Edit"),
    "sequence": N_("&Sequence"),
    "feature": N_("Feat&ure"),
    "tools": N_("&Tools"),
    "view": N_("&View"),
    "help": N_("&Help"),
}

_BELOW = {
    "edit/find": N_("Fi&nd"),
    "edit/select": N_("&Select and filter"),
    "edit/residues": N_("R&esidues"),
    "sequence/ranges": N_("&Ranges and order"),
    "feature/proteins": N_("CDS and &Protein"),
    "view/jump": N_("&Jump to"),
    "view/residues": N_("&Residues"),
}
"""Menus within menus: no menu is longer than a small screen is high."""


class AllActions(QObject):
    """The actions of one window, by menu; what they do is in the modules of each."""

    def __init__(self, desk: Desk, window: QMainWindow, quit_program: Callable[[], object]) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self.opening = OpenFiles(desk, self)
        self.saving = SaveProject(desk, self)
        self.importing = ImportFiles(desk, self)
        self.generating = GenerateListing(desk, self)
        self.closing = CloseWindow(desk, self.saving, self)
        self.clipboard = SequenceClipboard(desk, self)
        self.file = FileActions(
            desk,
            window,
            opening=self.opening,
            saving=self.saving,
            importing=self.importing,
            generating=self.generating,
            quit_program=quit_program,
        )
        self.edit = EditActions(desk, window, self.clipboard)
        self.sequence = SequenceActions(desk, window, self.clipboard, self.edit)
        self.tools = ToolsActions(desk, window)
        self.view = ViewActions(desk, window)
        self.help = HelpActions(window)
        self._of_active = ActionsOfActive(desk, window)
        self.groups = [group(desk, window) for group in GROUPS]
        self.toolbar = self._make_toolbar()
        self.menus = {name: Menu(window, title) for name, title in _TITLES.items()}
        self._below: dict[str, Menu] = {}

    def fill_menus(self, docks: list[QDockWidget]) -> None:
        """Put everything into the menus of the window."""
        for menu in self.menus.values():
            self._window.menuBar().addMenu(menu)
        self.file.fill(self.menus["file"])
        self.edit.fill(self.menus["edit"])
        self.sequence.fill(self.menus["sequence"])
        self._of_active.add(self.menus["feature"], lambda editor: editor.features.table_actions())
        self.tools.fill(self.menus["tools"])
        self.view.fill(self.menus["view"], [*docks, self.toolbar], self._menu)
        self.help.fill(self.menus["help"])
        for group in self.groups:
            menu = self._menu(group.menu)
            if menu.actions():
                menu.addSeparator()
            group.fill(menu)
        for menu in (*self.menus.values(), *self._below.values()):
            _tidy(menu)
        use_keys(self._window, self._shortcuts())

    def _menu(self, name: str) -> Menu:
        """Return a menu, or one within it by a name such as "edit/find", made when asked for."""
        if name in self.menus:
            return self.menus[name]
        if name not in self._below:
            menu = self._below[name] = Menu(self._window, _BELOW[name])
            outer = self.menus[name.partition("/")[0]]
            outer.add(None, menu)
        return self._below[name]

    def _shortcuts(self) -> dict[str, str]:
        return self._desk.session.settings.shortcuts

    def _make_toolbar(self) -> QToolBar:
        bar = QToolBar(self._window)
        bar.setObjectName("toolbar")
        bar.setIconSize(QSize(20, 20))
        bar.setMovable(False)
        files, edits, sequences = self.file, self.edit, self.sequence
        groups = (
            (files.new, files.open, files.save),
            (edits.undo, edits.redo),
            (sequences.add, sequences.delete, sequences.up, sequences.down, sequences.skip),
            (files.import_file, files.generate),
        )
        for number, group in enumerate(groups):
            if number:
                bar.addSeparator()
            bar.addActions(list(group))
        self._window.addToolBar(bar)
        return bar

    def refresh(self) -> None:
        """Offer what can be done now, and nothing else."""
        for menu in (self.file, self.edit, self.sequence):
            menu.refresh()
        for group in self.groups:
            group.refresh()

    def retranslate(self) -> None:
        """Word everything in the language of the window."""
        self.toolbar.setWindowTitle(_("Toolbar"))
        self.toolbar.toggleViewAction().setText(_("&Toolbar"))
        for action in self._window.findChildren(Action):
            action.retranslate()
        for menu in self._window.findChildren(Menu):
            menu.retranslate()
        self.view.refresh()

    def redraw(self) -> None:
        """Draw the icons in the colours of the window."""
        for action in self._window.findChildren(Action):
            action.redraw()

    def end(self) -> None:
        """Hear nothing more from outside the window: the document is about to be closed."""
        self.edit.end()
        self.file.end()
        for group in self.groups:
            group.end()


def _tidy(menu: Menu) -> None:
    """Take away the lines between two menus within a menu: they belong together."""
    actions = menu.actions()
    for before, line, after in zip(actions, actions[1:], actions[2:], strict=False):
        if line.isSeparator() and before.menu() is not None and after.menu() is not None:
            menu.removeAction(line)
