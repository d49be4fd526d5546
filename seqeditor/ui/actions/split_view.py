"""Two sequences beside or below one another, in the View menu and the menu of the list."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QActionGroup, QMouseEvent
from PySide6.QtWidgets import QMainWindow

from seqeditor.texts import N_
from seqeditor.ui.actions.action import Action, Menu
from seqeditor.ui.actions.group import ActionGroup
from seqeditor.ui.actions.typing import finish_typing
from seqeditor.ui.desk import Desk
from seqeditor.ui.panels.panes import BELOW, BESIDE
from seqeditor.ui.panels.project import SEQUENCES

_SETTINGS = {BESIDE: "beside", BELOW: "below"}


class SplitView(ActionGroup):
    """Splitting, going to the other pane, swapping, closing."""

    menu: ClassVar[str] = "view"

    def __init__(self, desk: Desk, window: QMainWindow) -> None:
        super().__init__(desk, window)
        self._panes = desk.panes
        self._before: int | None = None
        self.split = Action(
            window,
            N_("&Split view"),
            self._toggle,
            keys="F6",
            tip=N_("Show a second sequence beside or below the first"),
        )
        self.split.setCheckable(True)
        self.beside = Action(window, N_("Side &by side"), partial(self._lay, BESIDE))
        self.below = Action(window, N_("&One above the other"), partial(self._lay, BELOW))
        self._ways = QActionGroup(self)
        for action in (self.beside, self.below):
            action.setCheckable(True)
            self._ways.addAction(action)
        self.other = Action(
            window,
            N_("&Go to the other pane"),
            self._go_to_other,
            keys="Shift+F6",
            tip=N_("Put the cursor into the other one of the two sequences"),
        )
        self.swap = Action(window, N_("S&wap the two panes"), self._panes.swap, picture="swap")
        self.close = Action(
            window,
            N_("&Close this pane"),
            lambda: self._panes.close_pane(self._panes.active),
            tip=N_("Close the active one of the two panes"),
        )
        self.show_in_other = Action(
            window,
            N_("Show in the other &pane"),
            self._show_in_other,
            tip=N_("Show this sequence beside the one in the active pane"),
        )
        desk.project.list.extra_entries += [None, self.show_in_other]
        desk.project.list.viewport().installEventFilter(self)
        desk.project.list.selection_changed.connect(self.refresh)
        self._panes.split_changed.connect(self._split_changed)
        self.refresh()

    def fill(self, menu: Menu) -> None:
        """Put the actions into their menu."""
        below = Menu(self.window, N_("Split &view"))
        below.add(self.split, None, self.beside, self.below, None)
        below.add(self.other, self.show_in_other, self.swap, self.close)
        menu.add(below)

    def refresh(self) -> None:
        """Offer what can be done now, and nothing else."""
        split = self._panes.is_split
        self.split.setChecked(split)
        chosen = self.beside if self._orientation() == BESIDE else self.below
        chosen.setChecked(True)
        some = self.desk.document.count() > 0
        for action in (self.split, self.beside, self.below):
            action.setEnabled(some or split)
        for action in (self.other, self.swap, self.close):
            action.setEnabled(split)
        self.show_in_other.setEnabled(self._listed() is not None)

    def _orientation(self) -> Qt.Orientation:
        if self._panes.is_split:
            return self._panes.orientation
        return BELOW if self.desk.session.settings.split_way == _SETTINGS[BELOW] else BESIDE

    def _listed(self) -> int | None:
        """Return the sequence under the cursor of the list."""
        return self.desk.project.list.current_id()

    def _split_changed(self) -> None:
        if self._panes.is_split:
            way = _SETTINGS[self._panes.orientation]
            if way != self.desk.session.settings.split_way:
                self.desk.session.change(split_way=way)
        self.refresh()

    # Doing -------------------------------------------------------------------------------------

    def _toggle(self) -> None:
        finish_typing(self.window)
        if self._panes.is_split:
            self._panes.close_other()
        else:
            self._lay(self._orientation())

    def _lay(self, orientation: Qt.Orientation) -> None:
        self.desk.project.choose(SEQUENCES)
        self._panes.split(orientation, self._second())
        self.refresh()

    def _second(self) -> int | None:
        """Return what to show beside the active sequence: selected too, or else the next one."""
        shown, order = self.desk.editor.sequence_id, self.desk.document.order
        selected = self.desk.project.list.selected_ids()[:2]
        others = [one for one in selected if one != shown]
        if others and len(selected) > 1:
            return others[0]
        if shown is None or shown not in order or len(order) < 2:
            return shown
        at = order.position(shown)
        return order.id_at(at + 1 if at < len(order) else at - 1)

    def _go_to_other(self) -> None:
        other = self._panes.other
        if other is not None:
            self.desk.project.choose(SEQUENCES)
            self._panes.activate(other)

    def _show_in_other(self) -> None:
        """Show the listed sequence in the other pane; the active one keeps what it had before."""
        listed, before = self._listed(), self._before
        if listed is None:
            return
        self.desk.project.choose(SEQUENCES)
        if self._panes.is_split:
            self._panes.show_in_other(listed)
        else:
            self._panes.split(self._orientation(), listed)
        if before is not None and before in self.desk.document.order:
            self.desk.project.show_sequence(before)
        self.refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note what the active pane showed before the menu of the list was asked for."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            asks = event.button() == Qt.MouseButton.RightButton
            self._before = self.desk.editor.sequence_id if asks else None
        return False
