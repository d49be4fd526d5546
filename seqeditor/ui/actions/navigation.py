"""Back and forward through the places visited, by keys, menu and the side buttons of the mouse."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeySequence, QMouseEvent
from PySide6.QtWidgets import QMainWindow

from seqeditor.app.visited import Place
from seqeditor.texts import N_
from seqeditor.ui.actions.action import Action, Menu
from seqeditor.ui.actions.every_action import set_usual_keys, use_keys
from seqeditor.ui.actions.group import ActionGroup
from seqeditor.ui.actions.typing import finish_typing
from seqeditor.ui.desk import Desk
from seqeditor.ui.panels.project import SEQUENCES

_STEPS = {Qt.MouseButton.BackButton: -1, Qt.MouseButton.ForwardButton: 1}


class Navigation(ActionGroup):
    """Watches which part, sequence and position is shown, and goes there again."""

    menu: ClassVar[str] = "view"

    def __init__(self, desk: Desk, window: QMainWindow) -> None:
        super().__init__(desk, window)
        self._visited = desk.visited
        self.back = Action(
            window,
            N_("&Back"),
            partial(self.go, -1),
            tip=N_("Go back to the place shown before"),
        )
        self.forward = Action(
            window,
            N_("Forwar&d"),
            partial(self.go, 1),
            tip=N_("Go forward again after going back"),
        )
        self._give_keys()
        # Once what happens now is over: on the way to a place others may be shown.
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.note)
        desk.project.part_chosen.connect(lambda _part: self._later.start(0))
        desk.panes.place_changed.connect(lambda _words: self._later.start(0))
        window.installEventFilter(self)
        self.refresh()

    def fill(self, menu: Menu) -> None:
        """Put the actions into their menu."""
        menu.add(self.back, self.forward)

    def end(self) -> None:
        """Note nothing more: the document is about to be closed."""
        self._later.stop()

    def refresh(self) -> None:
        """Offer a way only where there is a place."""
        self.back.setEnabled(self._visited.can_go(-1, self._is_there))
        self.forward.setEnabled(self._visited.can_go(1, self._is_there))

    # Noting ------------------------------------------------------------------------------------

    def note(self) -> None:
        """Note the place shown now as the present one."""
        part, editor = self.desk.project.parts.currentRow(), self.desk.editor
        if part != SEQUENCES:
            self._visited.visit(Place(part))
        elif editor.sequence_id is not None and editor.sequence_id in self.desk.document.order:
            self._visited.visit(Place(part, editor.sequence_id, editor.residues.selection.start))
        self.refresh()

    def _is_there(self, place: Place) -> bool:
        return place.sequence is None or place.sequence in self.desk.document.order

    # Going -------------------------------------------------------------------------------------

    def go(self, step: int) -> None:
        """Show the place before (-1) or behind (1) the present one, past what is gone."""
        finish_typing(self.window)
        if self._later.isActive():
            self._later.stop()
            self.note()
        place = self._visited.go(step, self._is_there)
        if place is None:
            return
        if place.sequence is None:
            self.desk.project.choose(place.part)
        elif self.desk.project.show_sequence(place.sequence):
            residues = self.desk.editor.residues
            if residues.length:
                residues.go_to(min(place.position, residues.length + 1))
            self.desk.editor.focus_residues()
        self.refresh()

    def _give_keys(self) -> None:
        # As in browsers: back is where reading begins.
        mirrored = self.window.layoutDirection() == Qt.LayoutDirection.RightToLeft
        names = ("Alt+Right", "Alt+Left") if mirrored else ("Alt+Left", "Alt+Right")
        for action, name in zip((self.back, self.forward), names, strict=True):
            set_usual_keys(action, [QKeySequence(name)])

    # The window --------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear the side buttons of the mouse wherever it is, and changes of the direction."""
        match event.type():
            case QEvent.Type.Show:
                handle = self.window.windowHandle()
                if watched is self.window and handle is not None:
                    # Before the widgets: most of them take every button for themselves.
                    handle.installEventFilter(self)
            case QEvent.Type.LayoutDirectionChange:
                self._give_keys()
                use_keys(self.window, self.desk.session.settings.shortcuts)
            case QEvent.Type.MouseButtonPress | QEvent.Type.MouseButtonDblClick:
                step = _STEPS.get(event.button()) if isinstance(event, QMouseEvent) else None
                if step is not None and watched is not self.window:
                    self.go(step)
                    return True
        return False
