"""Menu entries that belong to an editor: in the menus stand those of the active pane."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu

from seqeditor.ui.actions.every_action import use_keys
from seqeditor.ui.desk import Desk
from seqeditor.ui.panels.sequence_editor import SequenceEditor

ActionsOf = Callable[[SequenceEditor], list[QAction]]


class ActionsOfActive(QObject):
    """Exchanges the entries when another pane becomes the active one."""

    def __init__(self, desk: Desk, window: QMainWindow) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._entries: list[tuple[QMenu, ActionsOf, list[QAction]]] = []
        desk.panes.active_changed.connect(self._exchange)

    def add(self, menu: QMenu, actions_of: ActionsOf) -> None:
        """Put the actions of the active editor at the end of a menu."""
        actions = actions_of(self._desk.editor)
        menu.addActions(actions)
        self._entries.append((menu, actions_of, actions))

    def _exchange(self) -> None:
        for number, (menu, actions_of, before) in enumerate(self._entries):
            now = actions_of(self._desk.editor)
            for old, new in zip(before, now, strict=True):
                menu.insertAction(old, new)
                menu.removeAction(old)
            self._entries[number] = menu, actions_of, now
        use_keys(self._window, self._desk.session.settings.shortcuts)
