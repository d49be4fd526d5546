"""The View menu: docks, size of the residues, language of the window."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject
from PySide6.QtGui import QActionGroup, QKeySequence
from PySide6.QtWidgets import QDockWidget, QToolBar, QWidget

from seqeditor.texts import LANGUAGES, N_
from seqeditor.ui.actions.action import Action, Menu
from seqeditor.ui.desk import Desk
from seqeditor.ui.panels.project import GENERAL_INFORMATION, SEQUENCES
from seqeditor.ui.panels.sequence_editor import SequenceEditor

Keys = QKeySequence.StandardKey


class ViewActions(QObject):
    """What is shown and how."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.larger = Action(
            parent,
            N_("&Larger residues"),
            lambda: desk.editor.residues.zoom_in(),
            keys=Keys.ZoomIn,
        )
        self.smaller = Action(
            parent,
            N_("&Smaller residues"),
            lambda: desk.editor.residues.zoom_out(),
            keys=Keys.ZoomOut,
        )
        self.usual = Action(
            parent,
            N_("&Usual size of residues"),
            lambda: desk.editor.residues.zoom_reset(),
            keys="Ctrl+0",
        )
        desk.panes.each(self._size)
        places = (
            (N_("Go to the general &information"), self._go_to_information),
            (N_("Go to the list of s&equences"), self._go_to_list),
            (N_("Go to the &residues"), self._go_to_residues),
            (N_("Go to the fe&atures"), self._go_to_features),
        )
        self.places = [
            Action(parent, text, slot, keys=f"Ctrl+{number}")
            for number, (text, slot) in enumerate(places, 1)
        ]
        self.languages = Menu(parent, N_("Lan&guage"))
        self._group = QActionGroup(self)
        self._fill_languages()
        self.refresh()

    def fill(
        self,
        menu: Menu,
        parts: Iterable[QDockWidget | QToolBar],
        within: Callable[[str], Menu],
    ) -> None:
        """Put the actions into their menu, and into menus within it that `within` gives by name."""
        menu.addActions([part.toggleViewAction() for part in parts])
        within("view/jump").add(*self.places)
        within("view/residues").add(self.larger, self.smaller, self.usual)
        menu.add(None, self.languages)

    def _go_to_information(self) -> None:
        self._desk.project.choose(GENERAL_INFORMATION)
        self._desk.information.focus_place(("file_reference",))

    def _go_to_list(self) -> None:
        self._desk.project.choose(SEQUENCES)
        self._desk.project.list.setFocus()

    def _go_to_residues(self) -> None:
        self._desk.project.choose(SEQUENCES)
        self._desk.editor.focus_residues()

    def _go_to_features(self) -> None:
        self._desk.project.choose(SEQUENCES)
        self._desk.editor.features.tree.setFocus()

    def _fill_languages(self) -> None:
        for code, name in LANGUAGES.items():
            # Each language under its own name, for those who cannot read the present one.
            entry = self.languages.addAction(name)
            entry.setCheckable(True)
            entry.setData(code)
            entry.triggered.connect(
                lambda _checked=False, code=code: self._desk.session.choose_language(code)
            )
            self._group.addAction(entry)

    def _size(self, editor: SequenceEditor) -> None:
        if self._desk.session.settings.residue_size:
            editor.residues.set_font_size(self._desk.session.settings.residue_size)
        editor.residues.font_size_changed.connect(self._keep_size)

    def _keep_size(self, points: int) -> None:
        if points != self._desk.session.settings.residue_size:
            self._desk.session.change(residue_size=points)

    def refresh(self) -> None:
        """Mark the language spoken."""
        for entry in self._group.actions():
            entry.setChecked(entry.data() == self._desk.session.language)
