"""Colours, notes and marks of the author's own on sequences; none of them reaches the XML."""

from __future__ import annotations

from array import array
from functools import partial
from typing import ClassVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMainWindow, QToolButton

from seqeditor.app.jobs import Job
from seqeditor.domain.colours import COLOURS
from seqeditor.domain.edits.sequence import set_note
from seqeditor.store.marks import set_colour, set_marked
from seqeditor.store.workingcopy import WorkingCopy
from seqeditor.texts import N_, _, fill
from seqeditor.ui.actions.action import Action, Menu
from seqeditor.ui.actions.bulk import labelled, run_edit
from seqeditor.ui.actions.group import ActionGroup
from seqeditor.ui.desk import Desk
from seqeditor.ui.dialogs.note import NoteDialog
from seqeditor.ui.panels.sequence_editor import SequenceEditor
from seqeditor.ui.qt.icons import icon
from seqeditor.ui.qt.marks import SIZE, colour_icon, colour_name, marks_pixmap, marks_words

_LOOKED_AT = 100
"""So many of the selected sequences are looked at to tell what they have in common."""


class Notes(ActionGroup):
    """The author's own marks on the selected sequences."""

    menu: ClassVar[str] = "sequence"

    def __init__(self, desk: Desk, window: QMainWindow) -> None:
        super().__init__(desk, window)
        self._list = desk.project.list
        self.colours = Menu(window, N_("&Colour"))
        self.by_colour: dict[str, QAction] = {}
        self._one = QActionGroup(self)
        for colour in ("", *COLOURS):
            self._add_colour(colour)
        self.note = Action(
            window,
            N_("&Note…"),
            self._ask_note,
            picture="note",
            keys="Ctrl+Shift+N",
            tip=N_("A note of your own on the selected sequences; it is never in the XML"),
        )
        self.todo = Action(
            window,
            N_("&To do"),
            self._toggle_todo,
            picture="todo",
            keys="Ctrl+Shift+D",
            tip=N_("Mark the selected sequences as to be done; it is never in the XML"),
        )
        self.todo.setCheckable(True)
        self._list.extra_entries += [None, self.colours, self.note, self.todo]
        self._marks = Menu(window, N_("Marks"))
        self._marks.add(self.colours, self.note, self.todo)
        desk.panes.each(self._make_button)
        desk.panes.split_changed.connect(self.refresh)
        self._list.selection_changed.connect(self.refresh)
        self._list.current_changed.connect(lambda _current: self.refresh())
        desk.signal.changed.connect(lambda _change: self.refresh())
        desk.session.colours_changed.connect(self.refresh)
        self.refresh()

    def _add_colour(self, colour: str) -> None:
        action = QAction(self.colours)
        action.setCheckable(True)
        action.triggered.connect(lambda _checked=False: self._set_colour(colour))
        self._one.addAction(action)
        self.colours.addAction(action)
        self.by_colour[colour] = action

    @property
    def button(self) -> QToolButton:
        """The button with the marks in the head of the sequence in the active pane."""
        return self.desk.editor.head.marks

    def _make_button(self, editor: SequenceEditor) -> None:
        """Show the marks of the sequence in its head, with a menu to change them."""
        button = editor.head.marks
        button.setMenu(self._marks)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        # The menu is about the sequences selected in the list: those of the active pane.
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def fill(self, menu: Menu) -> None:
        """Put the actions into their menu."""
        menu.add(self.colours, self.note, self.todo)

    def end(self) -> None:
        """Hear nothing more from the session."""
        self.desk.session.colours_changed.disconnect(self.refresh)

    # -- what can be done ------------------------------------------------------------------------

    def refresh(self) -> None:
        """Offer what can be done now, and show what the selected sequences bear."""
        for colour, action in self.by_colour.items():
            action.setText(colour_name(colour) if colour else _("None"))
            action.setIcon(colour_icon(colour))
        rows = self.desk.document.rows_of(self._list.selected_ids()[:_LOOKED_AT])
        editable = self.desk.document.is_editable and bool(rows)
        for entry in (self.note, self.todo):
            entry.setEnabled(editable)
        self.colours.setEnabled(editable)
        self.todo.setChecked(bool(rows) and all(row.todo for row in rows))
        shared = {row.colour for row in rows}
        for colour, action in self.by_colour.items():
            action.setChecked(shared == {colour})
        for editor in self.desk.panes.editors:
            self._show_marks(editor.head.marks, editor.sequence_id)

    def _show_marks(self, button: QToolButton, current: int | None) -> None:
        rows = self.desk.document.rows_of([current]) if current is not None else []
        if not rows:
            return
        (row,) = rows
        pixmap = marks_pixmap(row.colour, note=bool(row.note), todo=row.todo)
        if pixmap is None:
            button.setIcon(icon("note"))
            button.setIconSize(QSize(SIZE, SIZE))
        else:
            button.setIcon(pixmap)
            button.setIconSize(pixmap.deviceIndependentSize().toSize())
        words = marks_words(row.colour, row.note, todo=row.todo)
        button.setToolTip("\n".join(words) or _("Colour, note and mark of your own"))
        button.setAccessibleName(", ".join([_("Marks of your own"), *words]))

    # -- doing -----------------------------------------------------------------------------------

    def _selected(self) -> array[int]:
        """The selected sequences; the one shown where the list has none."""
        ids = self._list.selected_ids()
        current = self.desk.editor.sequence_id
        return ids if ids or current is None else array("q", [current])

    def _set_colour(self, colour: str) -> None:
        ids = self._selected()
        one, many = N_("Colour a sequence"), N_("Colour {count} sequences")
        self._write(one, many, ids, partial(set_colour, ids=ids, colour=colour))

    def _toggle_todo(self) -> None:
        ids = self._selected()
        on = self.todo.isChecked()
        one, many = N_("Mark a sequence as to do"), N_("Mark {count} sequences as to do")
        if not on:
            one, many = N_("Mark a sequence as done"), N_("Mark {count} sequences as done")
        self._write(one, many, ids, partial(set_marked, ids=ids, on=on))

    def _write(self, one: str, many: str, ids: array[int], work: partial[None]) -> None:
        document = self.desk.document
        if not document.is_editable or not ids:
            return
        label = labelled(one, many, len(ids))

        def edit(_job: Job) -> None:
            document.write(label[0], lambda copy: _call(work, copy), arguments=label[1])

        run_edit(self.desk, len(ids), edit, self.refresh)

    def _ask_note(self) -> None:
        ids = self._selected()
        rows = self.desk.document.rows_of(ids[:_LOOKED_AT])
        if not rows:
            return
        shared = {row.note for row in rows}
        title = _("Note on SEQ ID NO {number}")
        words = fill(title, {"number": rows[0].number})
        if len(ids) > 1:
            words = _("Note on the selected sequences")
        note = rows[0].note if len(shared) == 1 else ""
        dialog = NoteDialog(words, note, self.desk.widget)
        dialog.written.connect(lambda text: self._set_note(ids, text))
        dialog.open()

    def _set_note(self, chosen: array[int], text: str) -> None:
        document = self.desk.document
        if not document.is_editable:
            return
        ids = [one for one in chosen if one in document.order]
        label = labelled(N_("Note on a sequence"), N_("Note on {count} sequences"), len(ids))
        run_edit(
            self.desk,
            len(ids),
            lambda job: document.apply(
                label[0], ids, lambda old: set_note(old, text), arguments=label[1], job=job
            ),
            self.refresh,
        )


def _call(work: partial[None], copy: WorkingCopy) -> None:
    work(copy)
