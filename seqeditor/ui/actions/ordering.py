"""Sequences moved, inserted, deleted, skipped and sorted by number and in bulk."""

from __future__ import annotations

from array import array
from typing import ClassVar

from PySide6.QtWidgets import QMainWindow

from seqeditor.app.jobs import Job
from seqeditor.app.snapshots import freeze, unfreeze
from seqeditor.app.sorting import SortKey, sorted_ids
from seqeditor.domain.edits.sequence import new_sequence
from seqeditor.domain.sequence import skipped_sequence
from seqeditor.store.workingcopy import WorkingCopy
from seqeditor.texts import N_, _
from seqeditor.ui.actions.action import Action, Menu
from seqeditor.ui.actions.bulk import labelled
from seqeditor.ui.actions.group import ActionGroup
from seqeditor.ui.actions.rearranging import rearranger
from seqeditor.ui.desk import Desk
from seqeditor.ui.dialogs.message import Answer, Icon, Role, show_message
from seqeditor.ui.dialogs.rearranging import InsertDialog, RangeDialog, SortDialog, end_words
from seqeditor.vocabulary.qualifiers import mol_types


class Ordering(ActionGroup):
    """What changes the order by dialogs, and the freezing of numbers."""

    menu: ClassVar[str] = "sequence/ranges"

    def __init__(self, desk: Desk, window: QMainWindow) -> None:
        super().__init__(desk, window)
        self._list = desk.project.list
        self._rearranger = rearranger(desk)
        self.insert = Action(
            window,
            N_("Insert se&quences at…"),
            lambda: self._ask_insert(skipped=False),
            tip=N_("Insert new sequences before a number"),
        )
        self.insert_skipped = Action(
            window,
            N_("Insert skipp&ed sequences…"),
            lambda: self._ask_insert(skipped=True),
            tip=N_("Insert intentionally skipped sequences (000) before a number"),
        )
        self.move = Action(
            window,
            N_("Move to &position…"),
            self._ask_move,
            keys="Ctrl+Shift+M",
            tip=N_("Move the selected sequences, or those of a range of numbers"),
        )
        self.delete = Action(
            window,
            N_("Delete &range…"),
            self._ask_delete,
            tip=N_("Take out sequences by their numbers; the following numbers move up"),
        )
        self.skip = Action(
            window,
            N_("Skip ran&ge…"),
            self._ask_skip,
            tip=N_("Turn sequences into intentionally skipped ones by their numbers"),
        )
        self.sort = Action(
            window,
            N_("S&ort…"),
            self._ask_sort,
            tip=N_("Put the sequences into another order; their numbers follow"),
        )
        self.frozen = Action(
            window,
            N_("Numbering is &frozen"),
            self._freeze_or_not,
            tip=N_("Numbers stay as filed: Delete leaves a skipped sequence, new ones go behind"),
        )
        self.frozen.setCheckable(True)
        self._list.selection_changed.connect(self.refresh)
        self.refresh()

    def fill(self, menu: Menu) -> None:
        """Put the actions into their menu."""
        menu.add(self.insert, self.insert_skipped, self.move, self.sort, None)
        menu.add(self.delete, self.skip, None, self.frozen)

    def refresh(self) -> None:
        """Offer what can be done now, and nothing else."""
        document = self.desk.document
        editable, count = document.is_editable, document.count()
        for action in (self.insert, self.insert_skipped):
            action.setEnabled(editable)
        for action in (self.delete, self.skip):
            action.setEnabled(editable and count > 0)
        for action in (self.move, self.sort):
            action.setEnabled(editable and count > 1)
        filed = document.filed
        self.frozen.setChecked(filed > 0)
        self.frozen.setEnabled(editable and count > 0)

    # -- inserting -----------------------------------------------------------------------------

    def _ask_insert(self, *, skipped: bool) -> None:
        current = self._list.current_id()
        order = self.desk.document.order
        position = len(order) + 1
        if current is not None and current in order:
            position = order.position(current)
        dialog = InsertDialog(
            self.desk.document, self.desk.widget, skipped=skipped, position=position
        )
        dialog.chosen.connect(self._insert)
        dialog.open()

    def _insert(self, moltype: str, count: int, position: int) -> None:
        fitting = mol_types(moltype) if moltype else ()
        mol_type = fitting[0] if len(fitting) == 1 else ""
        one = new_sequence(moltype, mol_type=mol_type) if moltype else skipped_sequence()
        many = N_("Insert {count} sequences")
        if not moltype:
            many = N_("Insert {count} skipped sequences")
        label = labelled(N_("Insert a sequence"), many, count)

        def put(copy: WorkingCopy, place: int) -> list[int]:
            return copy.insert_sequences(place, [one] * count)

        self._rearranger.insert(label, position, count, put, self._show, asks=True)

    def _show(self, ids: list[int]) -> None:
        self.desk.project.clear_filter()
        self.desk.project.choose(1)
        self._list.select_ids(array("q", ids[:10_000]))

    # -- ranges ----------------------------------------------------------------------------------

    def _range(
        self, title: str, button: str, *, asks_place: bool = False, consequence: str = ""
    ) -> RangeDialog:
        return RangeDialog(
            self.desk.document,
            self.desk.widget,
            title,
            button,
            self._list.selected_ids(),
            asks_place=asks_place,
            consequence=consequence,
        )

    def _ask_move(self) -> None:
        dialog = self._range(
            _("Move sequences"),
            _("&Move"),
            asks_place=True,
            consequence=end_words(self.desk.document),
        )
        dialog.chosen.connect(self._move)
        dialog.open()

    def _move(self, ids: array[int], position: int) -> None:
        label = labelled(N_("Move a sequence"), N_("Move {count} sequences"), len(ids))
        self._rearranger.move(label, ids, position, lambda: self._list.select_ids(ids[:10_000]))

    def _ask_delete(self) -> None:
        dialog = self._range(_("Delete sequences"), _("&Delete"))
        dialog.chosen.connect(lambda ids, _place: self._delete(ids))
        dialog.open()

    def _delete(self, ids: array[int]) -> None:
        label = labelled(N_("Delete a sequence"), N_("Delete {count} sequences"), len(ids))
        self._rearranger.remove(label, ids)

    def _ask_skip(self) -> None:
        dialog = self._range(
            _("Skip sequences"),
            _("&Skip"),
            consequence=_("Their residues and features will be removed; the numbers stay."),
        )
        dialog.chosen.connect(lambda ids, _place: self._skip(ids))
        dialog.open()

    def _skip(self, ids: array[int]) -> None:
        label = labelled(N_("Skip a sequence"), N_("Skip {count} sequences"), len(ids))
        self._rearranger.skip(label, ids)

    # -- sorting ---------------------------------------------------------------------------------

    def _ask_sort(self) -> None:
        dialog = SortDialog(self.desk.widget, self._list.selected_count())
        dialog.chosen.connect(self._sort)
        dialog.open()

    def _sort(self, keys: tuple[SortKey, ...], only_selected: bool) -> None:
        document = self.desk.document
        if not document.is_editable:
            return
        chosen = self._list.selected_ids() if only_selected else None

        def work(job: Job) -> array[int]:
            reader = document.reader()
            try:
                return sorted_ids(reader, keys, job, chosen)
            finally:
                reader.connection.close()

        self.desk.runner.start(
            work,
            on_done=self._sorted,
            on_error=lambda error: self.desk.tell(_("Nothing was changed."), error),
            holds_document=True,
        )

    def _sorted(self, wanted: array[int]) -> None:
        document = self.desk.document
        if wanted == document.order.ids and document.copy.numbering == "position":
            self.desk.notice.show_words(lambda: _("The sequences are in this order already."))
            return
        count = len(wanted)
        label = labelled(N_("Sort the sequences"), N_("Sort {count} sequences"), count)
        self._rearranger.sort(label, wanted)

    # -- freezing --------------------------------------------------------------------------------

    def _freeze_or_not(self) -> None:
        document = self.desk.document
        is_frozen = document.filed > 0
        self.frozen.setChecked(is_frozen)
        if not is_frozen:
            freeze(document)
            return
        show_message(
            self.desk.widget,
            _("Numbering is frozen"),
            _("Let the numbers of what was filed change again?"),
            details=_(
                "Deleting and moving will give sequences other numbers than they have in what"
                " was filed. Snapshots stay as they are."
            ),
            icon=Icon.Warning,
            answers=(
                Answer(N_("&Unfreeze"), lambda: unfreeze(document)),
                Answer(N_("&Cancel"), role=Role.RejectRole, is_default=True),
            ),
        )
