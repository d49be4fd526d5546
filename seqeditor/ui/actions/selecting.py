"""Selecting many sequences of the list at once, and filtering it."""

from __future__ import annotations

from array import array
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow

from seqeditor.domain.number_ranges import Ranges
from seqeditor.store.choosing import ids_of_numbers
from seqeditor.texts import N_, _
from seqeditor.ui.actions.action import Action, Menu
from seqeditor.ui.actions.group import ActionGroup
from seqeditor.ui.desk import Desk
from seqeditor.ui.dialogs.message import show_message
from seqeditor.ui.dialogs.numbers import NumbersDialog


class Selecting(ActionGroup):
    """All shown, all others, those of some numbers; the filter with all its criteria."""

    menu: ClassVar[str] = "edit/select"

    def __init__(self, desk: Desk, window: QMainWindow) -> None:
        super().__init__(desk, window)
        self.all = Action(
            window,
            N_("Select all sho&wn sequences"),
            self._select_all,
            keys="Ctrl+Shift+A",
            tip=N_("Select all sequences that the filter leaves"),
        )
        self.invert = Action(
            window,
            N_("&Invert the selection of sequences"),
            self._invert,
            tip=N_("Select the sequences shown that are not selected"),
        )
        self.numbers = Action(
            window,
            N_("Select se&quences by number…"),
            self._ask_numbers,
            tip=N_("Select the sequences with numbers like 1-20, 35"),
        )
        self.filter = Action(
            window,
            N_("Filter b&y more criteria…"),
            desk.project.list_filter.open_dialog,
            picture="filter",
            keys="Ctrl+Shift+L",
            tip=N_("Filter the list by numbers, length, features, findings and more"),
        )
        desk.project.list.selection_changed.connect(self.refresh)
        self.refresh()

    def fill(self, menu: Menu) -> None:
        """Put the actions into their menu."""
        menu.add(self.filter, self.all, self.invert, self.numbers)

    def refresh(self) -> None:
        """Offer what can be done now, and nothing else."""
        any_shown = self.desk.project.model.rowCount() > 0
        for action in (self.all, self.invert, self.numbers):
            action.setEnabled(any_shown)

    def _select_all(self) -> None:
        self._to_list()
        self.desk.project.list.selectAll()

    def _invert(self) -> None:
        self._to_list()
        self.desk.project.list.invert_selection()

    def _to_list(self) -> None:
        self.desk.project.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_numbers(self) -> None:
        dialog = NumbersDialog(self.desk.widget)
        dialog.chosen.connect(self.select_numbers)
        dialog.open()

    def select_numbers(self, ranges: Ranges) -> None:
        """Select the sequences of these numbers, past the filter where it hides some of them."""
        project = self.desk.project
        wanted = ids_of_numbers(self.desk.document.copy, ranges)
        shown = array("q", (i for i in project.model.ids if i in wanted))
        if len(shown) < len(wanted):
            project.clear_filter()
            shown = array("q", (i for i in project.model.ids if i in wanted))
        if not shown:
            title = _("Select by number")
            show_message(self.desk.widget, title, _("No sequence has one of these numbers."))
            return
        project.choose(1)
        self._to_list()
        project.list.select_ids(shown)
