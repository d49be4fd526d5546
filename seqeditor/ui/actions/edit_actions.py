"""The Edit menu: undo, redo, and what the focused part of the window does with the clipboard."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from seqeditor.store.workingcopy import Step
from seqeditor.texts import N_, _
from seqeditor.ui.actions.action import Action, Menu
from seqeditor.ui.actions.sequence_clipboard import SequenceClipboard
from seqeditor.ui.actions.typing import finish_typing
from seqeditor.ui.desk import Desk
from seqeditor.ui.features.editor import FeatureEditor
from seqeditor.ui.residues.view import ResidueView

Keys = QKeySequence.StandardKey


@runtime_checkable
class Target(Protocol):
    """What can cut, copy and paste for itself."""

    def cut(self) -> None:
        """Copy what is selected and take it away."""

    def copy(self) -> None:
        """Copy what is selected."""

    def paste(self) -> None:
        """Put the clipboard in the place of what is selected."""


class EditActions(QObject):
    """Undo and redo of the document; clipboard of whatever has the focus."""

    def __init__(self, desk: Desk, parent: QWidget, clipboard: SequenceClipboard) -> None:
        super().__init__(parent)
        self._desk = desk
        self._clipboard = clipboard
        self._last: QWidget | None = None
        self.undo = Action(parent, N_("&Undo"), self._undo, picture="undo", keys=Keys.Undo)
        self.redo = Action(parent, N_("&Redo"), self._redo, picture="redo", keys=Keys.Redo)
        self.cut = Action(parent, N_("Cu&t"), self._cut, picture="cut", keys=Keys.Cut)
        self.copy = Action(parent, N_("&Copy"), self._copy, picture="copy", keys=Keys.Copy)
        self.paste = Action(parent, N_("&Paste"), self._paste, picture="paste", keys=Keys.Paste)
        self.select_all = Action(parent, N_("Select &all"), self._select_all, keys=Keys.SelectAll)
        self.copy_table = Action(
            parent,
            N_("Copy as ta&ble"),
            clipboard.copy_table,
            keys="Ctrl+Shift+C",
            tip=N_("Copy the rows of the selected sequences for a spreadsheet"),
        )
        self.find = Action(
            parent,
            N_("&Find a sequence"),
            self._find,
            picture="find",
            keys="Ctrl+E",
            tip=N_("Filter the list of sequences"),
        )
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self._application = application
        application.focusChanged.connect(self._focus_changed)
        QGuiApplication.clipboard().dataChanged.connect(self.refresh)
        desk.project.list.selection_changed.connect(self.refresh)
        desk.panes.each(
            lambda editor: editor.residues.selection_changed.connect(self._residues_moved)
        )
        self.refresh()

    def end(self) -> None:
        """Hear nothing more of the application: the document is about to be closed."""
        self._application.focusChanged.disconnect(self._focus_changed)
        QGuiApplication.clipboard().dataChanged.disconnect(self.refresh)

    def fill(self, menu: Menu) -> None:
        """Put the actions into their menu."""
        menu.add(self.undo, self.redo, None, self.cut, self.copy, self.paste, self.select_all, None)
        menu.add(self.copy_table, None, self.find)
        menu.aboutToShow.connect(self.refresh)

    # Undo --------------------------------------------------------------------------------------

    def _undo(self) -> None:
        finish_typing(self._desk.widget)
        self._exchange(self._desk.document.undo)

    def _redo(self) -> None:
        self._exchange(self._desk.document.redo)

    def _exchange(self, exchange: Callable[[], object]) -> None:
        # One keystroke takes a millisecond, a hundred thousand sequences some seconds.
        if self._desk.document.is_editable:
            self._desk.runner.run_or_start(
                lambda _job: exchange(),
                on_error=lambda error: self._desk.tell(_("Nothing was changed."), error),
            )

    def _show_steps(self) -> None:
        document = self._desk.document
        if document.busy:
            # To ask would mean to wait for whoever has it; it is told when that one has ended.
            self.undo.setEnabled(False)
            self.redo.setEnabled(False)
            return
        before, after = document.undo_step(), document.redo_step()
        self.undo.say(*_step_words(N_("&Undo"), N_("&Undo: {step}"), before))
        self.redo.say(*_step_words(N_("&Redo"), N_("&Redo: {step}"), after))
        self.undo.setEnabled(before is not None and document.is_editable)
        self.redo.setEnabled(after is not None and document.is_editable)

    # Clipboard ---------------------------------------------------------------------------------

    def _target(self) -> Target | None:
        """Return what has the focus and works with the clipboard."""
        widget = self._focused()
        if widget is self._desk.project.list:
            return self._clipboard
        while widget is not None:
            if isinstance(widget, Target):
                return widget
            widget = widget.parentWidget()
        return None

    def _focused(self) -> QWidget | None:
        """Return what had the focus before a menu took it."""
        return self._last if self._last is not None and isValid(self._last) else None

    def _cut(self) -> None:
        if (target := self._target()) is not None:
            target.cut()

    def _copy(self) -> None:
        if (target := self._target()) is not None:
            target.copy()

    def _paste(self) -> None:
        if (target := self._target()) is not None:
            target.paste()
        elif self._desk.document.count() == 0:
            self._clipboard.paste()

    def _select_all(self) -> None:
        widget = self._focused()
        for name in ("select_all", "selectAll"):
            if hasattr(widget, name):
                getattr(widget, name)()
                return

    def _find(self) -> None:
        self._desk.project.window().show()
        self._desk.project.filter.setFocus()
        self._desk.project.filter.selectAll()

    # What is offered ---------------------------------------------------------------------------

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        in_menu = isinstance(new, QMenu | QMenuBar)
        if new is not None and not in_menu and new.window() is self._desk.widget:
            self._last = new
        self.refresh()

    def _residues_moved(self, _start: int, _end: int) -> None:
        self._show_clipboard()

    def refresh(self) -> None:
        """Offer what can be done now, and nothing else."""
        self._show_steps()
        self._show_clipboard()

    def _show_clipboard(self) -> None:
        target = self._target()
        editable = self._desk.document.is_editable
        selected, writable = _state(target)
        self.copy.setEnabled(target is not None and selected)
        self.cut.setEnabled(target is not None and selected and writable and editable)
        anything = QGuiApplication.clipboard().mimeData() is not None
        first = target is None and self._desk.document.count() == 0
        self.paste.setEnabled(anything and editable and (first or (bool(target) and writable)))
        widget = self._focused()
        self.select_all.setEnabled(hasattr(widget, "select_all") or hasattr(widget, "selectAll"))
        self.copy_table.setEnabled(self._desk.project.list.selected_count() > 0)


def _state(target: Target | None) -> tuple[bool, bool]:
    """Tell whether something is selected in a target, and whether it may be changed."""
    match target:
        case SequenceClipboard():
            return target.has_selection, True
        case ResidueView():
            return not target.selection.is_empty, not target.read_only
        case FeatureEditor():
            return target.has_selection, target.is_writable
        case QLineEdit():
            return target.hasSelectedText(), not target.isReadOnly()
        case QTextEdit() | QPlainTextEdit():
            return target.textCursor().hasSelection(), not target.isReadOnly()
    return True, True


def _step_words(bare: str, with_step: str, step: Step | None) -> tuple[str, dict[str, str | int]]:
    if step is None:
        return bare, {}
    return with_step, {"step": step_label(step)}


def step_label(step: Step) -> str:
    """Return what a step did, in the language of the window."""
    words = _(step.label)
    for name, value in step.arguments.items():
        # The name of a field is itself a text of the program; what a user typed is not.
        shown = _(str(value)) if name == "field" else str(value)
        words = words.replace(f"{{{name}}}", shown)
    return words
