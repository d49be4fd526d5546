"""The Sequence menu."""

from __future__ import annotations

from array import array

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from seqeditor.domain.edits.sequence import new_sequence
from seqeditor.domain.sequence import Sequence
from seqeditor.store.workingcopy import WorkingCopy
from seqeditor.texts import N_, _, fill, ngettext
from seqeditor.ui.actions.action import Action, Menu
from seqeditor.ui.actions.bulk import labelled
from seqeditor.ui.actions.edit_actions import EditActions
from seqeditor.ui.actions.rearranging import Label, rearranger
from seqeditor.ui.actions.sequence_clipboard import SequenceClipboard
from seqeditor.ui.desk import Desk
from seqeditor.ui.dialogs.message import Answer, Icon, Role, show_message
from seqeditor.vocabulary.qualifiers import mol_types


class SequenceActions(QObject):
    """Adding, removing, moving and skipping sequences."""

    def __init__(
        self, desk: Desk, parent: QWidget, clipboard: SequenceClipboard, edits: EditActions
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._list = desk.project.list
        self._clipboard = clipboard
        self._edits = edits
        self._rearranger = rearranger(desk)
        self.add = Action(
            parent,
            N_("&Add"),
            self._add,
            picture="add",
            keys="Ctrl+Return",
            tip=N_("Add an empty sequence after the current one"),
        )
        self.insert = Action(
            parent,
            N_("&Insert before"),
            self._insert,
            picture="insert",
            keys="Ctrl+Shift+Return",
            tip=N_("Insert an empty sequence before the current one"),
        )
        self.delete = Action(
            parent,
            N_("&Delete"),
            self._delete,
            picture="delete",
            keys="Del",
            only_within=self._list,
            tip=N_("Take the selected sequences out; the following numbers move up"),
        )
        self.up = Action(
            parent,
            N_("Move &up"),
            self._up,
            picture="up",
            keys="Alt+Up",
            only_within=self._list,
            tip=N_("Move the selected sequences up by one"),
        )
        self.down = Action(
            parent,
            N_("Move do&wn"),
            self._down,
            picture="down",
            keys="Alt+Down",
            only_within=self._list,
            tip=N_("Move the selected sequences down by one"),
        )
        self.skip = Action(
            parent,
            N_("S&kip"),
            self._skip,
            picture="skip",
            tip=N_("Turn the selected sequences into intentionally skipped ones"),
        )
        self._list.selection_changed.connect(self.refresh)
        self._list.menu_asked.connect(self._show_menu)
        self._set_up_dragging()
        self.refresh()

    def fill(self, menu: Menu) -> None:
        """Put the actions into their menu."""
        menu.add(self.add, self.insert, None, self.delete, self.skip, None, self.up, self.down)

    def _set_up_dragging(self) -> None:
        dragging = self._list.dragging
        dragging.data = self._clipboard.dragged
        dragging.takes = self._clipboard.takes
        dragging.may_move = lambda: (
            self._desk.document.is_editable and not self._desk.project.model.is_filtered
        )
        dragging.moved.connect(lambda row: self._move(row + 1))
        dragging.copied.connect(
            lambda data, row: self._clipboard.drop(data, self._position_of_row(row))
        )

    def _position_of_row(self, row: int) -> int:
        """Return the position of the sequence in a row of the list; the end behind the last."""
        order = self._desk.document.order
        found = self._desk.project.model.id_at(row)
        return order.position(found) if found is not None and found in order else len(order) + 1

    def _show_menu(self, place: QPoint) -> None:
        menu = QMenu(self._list)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        edits = self._edits
        menu.addActions([self.add, self.insert, self.delete, self.skip])
        menu.addSeparator()
        menu.addActions([self.up, self.down])
        menu.addSeparator()
        menu.addActions([edits.cut, edits.copy, edits.paste, edits.copy_table])
        for extra in self._list.extra_entries:
            if isinstance(extra, QMenu):
                menu.addMenu(extra)
            elif extra is None:
                menu.addSeparator()
            else:
                menu.addAction(extra)
        menu.popup(place)

    def refresh(self) -> None:
        """Offer what can be done now, and nothing else."""
        editable = self._desk.document.is_editable
        count = self._list.selected_count()
        frozen = count > 0 and self._edges()[0] <= self._desk.document.filed
        self.delete.say(N_("&Delete (leave skipped)") if frozen else N_("&Delete"))
        self.add.setEnabled(editable)
        self.insert.setEnabled(editable and self._list.current_id() is not None)
        for action in (self.delete, self.skip):
            action.setEnabled(editable and count > 0)
        # Among the rows that a filter leaves, up and down have no plain meaning.
        movable = editable and count > 0 and not self._desk.project.model.is_filtered
        first, last = self._edges() if movable else (1, 0)
        self.up.setEnabled(movable and first > 1)
        self.down.setEnabled(movable and 0 < last < self._desk.document.count())

    def _edges(self) -> tuple[int, int]:
        """Return the positions of the first and the last selected sequence."""
        ids, order = self._list.selected_ids(), self._desk.document.order
        if not ids or ids[0] not in order or ids[-1] not in order:
            return 1, 0
        return order.position(ids[0]), order.position(ids[-1])

    # Adding ------------------------------------------------------------------------------------

    def _empty(self) -> Sequence:
        """Return an empty sequence of the molecule type of the current one."""
        current = self._list.current_id()
        moltype = "DNA"
        if current is not None:
            moltype = self._desk.document.sequence(current).moltype or "DNA"
        fitting = mol_types(moltype)
        return new_sequence(moltype, mol_type=fitting[0] if len(fitting) == 1 else "")

    def _add(self) -> None:
        self._put(self._clipboard.position_after_current())

    def _insert(self) -> None:
        self._put(self._clipboard.position_after_current() - 1, asks=True)

    def _put(self, position: int, *, asks: bool = False) -> None:
        label: Label = (N_("Add a sequence"), {})
        empty = self._empty()

        def put(copy: WorkingCopy, place: int) -> list[int]:
            return copy.insert_sequences(place, [empty])

        self._rearranger.insert(label, position, 1, put, self._show_new, asks=asks)

    def _show_new(self, ids: list[int]) -> None:
        project = self._desk.project
        project.clear_filter()
        project.show_sequence(ids[0])
        self._desk.editor.residues.setFocus()

    # Removing ----------------------------------------------------------------------------------

    def _delete(self) -> None:
        ids = self._list.selected_ids()
        position = self._desk.document.order.position(ids[0])
        label = labelled(N_("Delete a sequence"), N_("Delete {count} sequences"), len(ids))
        self._rearranger.remove(label, ids, lambda: self._show_position(position))

    def _show_position(self, position: int) -> None:
        order = self._desk.document.order
        if len(order):
            self._desk.project.show_sequence(order.id_at(min(position, len(order))))

    def _skip(self) -> None:
        ids = self._list.selected_ids()
        rows = self._desk.document.rows_of(ids[:2000])
        full = sum(1 for row in rows if not row.skipped and (row.length or row.features))
        if not full:
            self._skip_now(ids)
            return
        question = ngettext(
            "Skip this sequence? Its residues and features will be removed.",
            "Skip {count} sequences? Their residues and features will be removed.",
            len(ids),
        )
        show_message(
            self._desk.widget,
            _("Skip sequences"),
            fill(question, {"count": len(ids)}),
            details=_("The numbers of the others stay as they are. Undo brings everything back."),
            icon=Icon.Question,
            answers=(
                Answer(N_("S&kip"), lambda: self._skip_now(ids), is_default=True),
                Answer(N_("&Cancel"), role=Role.RejectRole),
            ),
        )

    def _skip_now(self, chosen: array[int]) -> None:
        document = self._desk.document
        if not document.is_editable:
            return
        ids = [i for i in chosen if i in document.order]  # the question may have stood a while
        label = labelled(N_("Skip a sequence"), N_("Skip {count} sequences"), len(ids))
        self._rearranger.skip(label, ids)

    # Moving ------------------------------------------------------------------------------------

    def _up(self) -> None:
        self._move(self._edges()[0] - 1)

    def _down(self) -> None:
        self._move(self._edges()[1] + 2)

    def _move(self, position: int) -> None:
        ids = self._list.selected_ids()
        label = labelled(N_("Move a sequence"), N_("Move {count} sequences"), len(ids))
        self._rearranger.move(label, ids, position, lambda: self._list.select_ids(ids))
