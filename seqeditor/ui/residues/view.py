"""The residue view: selecting and editing residues by mouse, keyboard and input method.

It changes no data. It says what the user wants by signals, and is told the new residues.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QMenu, QWidget

from seqeditor.domain.residues import Residues
from seqeditor.texts import _
from seqeditor.ui.residues.accessible import (
    AccessibleResidues,
    announce_caret,
    announce_residues,
    install_factory,
)
from seqeditor.ui.residues.bands import Band
from seqeditor.ui.residues.caret import Move, moved
from seqeditor.ui.residues.input_method import input_method_answer
from seqeditor.ui.residues.keyboard import Act, Step, command_for, typed_text
from seqeditor.ui.residues.menu import popup_menu, standard_menu
from seqeditor.ui.residues.mouse import Mouse
from seqeditor.ui.residues.selection import Selection, caret_at, residues_from
from seqeditor.ui.residues.sheet import ResidueSheet
from seqeditor.ui.residues.tips import show_tip
from seqeditor.ui.residues.typed import residue_for

MenuHook = Callable[[QMenu, Band | None], None]
"""Adds entries to the context menu; told the band under the mouse, if there is one."""

WHEEL_STEP = 120
"""What Qt reports for one notch of a mouse wheel."""


class ResidueView(ResidueSheet):
    """Shows residues and lets the user select and edit them.

    Positions in signals are 1-based. `edit_requested(start, removed, inserted)`: so many residues
    from `start` on are to be replaced. `paste_requested(start, removed, raw)`: likewise, by text
    that is still to be cleaned. `selection_changed(start, end)`: `end` is `start - 1` when there
    is only a caret, which then stands before `start`. `refused(letter)`: what was typed is no
    residue. `band_hovered`, `band_clicked` and `band_activated` carry a `Band`; None is no band.
    """

    edit_requested = Signal(int, int, str)
    paste_requested = Signal(int, int, str)
    selection_changed = Signal(int, int)
    refused = Signal(str)
    overwrite_changed = Signal(bool)
    band_hovered = Signal(object)
    band_clicked = Signal(object)
    band_activated = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._read_only = False
        self._expected: tuple[int, int] | None = None
        self._wheel = 0
        self._mouse = Mouse(self)
        self.menu_hook: MenuHook | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.accessible: AccessibleResidues | None = None
        install_factory(ResidueView)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text anew in the language of the window."""
        self.setAccessibleName(_("Residues"))
        self._placeholder = "" if self._read_only else _("Type or paste residues here")
        self.viewport().update()

    # Data --------------------------------------------------------------------------------------

    def set_residues(
        self, residues: Residues, moltype: str, keep_caret_at: int | None = None
    ) -> None:
        """Show residues; the caret goes before position `keep_caret_at`.

        Without it the caret goes behind what the last `edit_requested` inserted when these
        residues are its answer, else stays where it was as far as the sequence reaches.
        """
        expected, self._expected = self._expected, None
        other_kind = moltype != self._moltype
        self._residues, self._moltype = residues, moltype
        self._seen = (1, 0, "")
        if other_kind and self._both_strands:
            self._refresh_look()
        else:
            self._lay_out()
        if keep_caret_at is not None:
            wanted = caret_at(keep_caret_at - 1)
        elif expected is not None and expected[1] == len(residues):
            wanted = caret_at(expected[0])
        else:
            wanted = self._selection
        announce_residues(self)
        self._put_selection(wanted, tell=True)
        self.updateMicroFocus()

    @property
    def read_only(self) -> bool:
        """Whether nothing may be edited; selecting and copying still work."""
        return self._read_only

    def set_read_only(self, read_only: bool) -> None:
        """Allow or forbid editing."""
        self._read_only = read_only
        self.retranslate()
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, not read_only)

    @property
    def overwrite(self) -> bool:
        """Whether typing replaces the residue behind the caret."""
        return self._overwrite

    def set_overwrite(self, overwrite: bool) -> None:
        """Choose between overwriting and inserting."""
        if overwrite != self._overwrite:
            self._overwrite = overwrite
            self.viewport().update()
            self.overwrite_changed.emit(overwrite)

    # Selection ---------------------------------------------------------------------------------

    def set_selection(self, selection: Selection) -> None:
        """Select, show the caret, and tell the others when something changed."""
        self._put_selection(selection, tell=False)

    def _put_selection(self, selection: Selection, *, tell: bool) -> None:
        selection = selection.within(self.length)
        changed = selection != self._selection
        self._selection = selection
        self.ensure_visible(selection.caret, trailing=selection.trailing)
        if changed or tell:
            if self.hasFocus():
                self._blink.start()
            self.viewport().update()
            self.selection_changed.emit(selection.start, selection.end)
        if changed:
            announce_caret(self)
            self.updateMicroFocus()

    def select(self, start: int, end: int) -> None:
        """Select the positions start to end, both included, and show them."""
        selection = residues_from(min(start, end + 1), end)
        self.ensure_visible(selection.start - 1)
        self.set_selection(selection)

    def select_all(self) -> None:
        """Select every residue, without scrolling away from where the user looks."""
        top = self.verticalScrollBar().value()
        self.set_selection(Selection(0, self.length, trailing=True))
        self.verticalScrollBar().setValue(top)

    def go_to(self, position: int) -> None:
        """Put the caret before a position and show it."""
        self.set_selection(caret_at(position - 1))

    def selected_text(self) -> str:
        """Return the selected residues."""
        selection = self._selection
        if selection.is_empty:
            return ""
        return self._residues.text(selection.start, selection.end)

    # Editing -----------------------------------------------------------------------------------

    def expect(self, start: int, removed: int, inserted: int) -> None:
        """Put the caret behind so many inserted residues when those now asked for are shown."""
        self._expected = (start - 1 + inserted, self.length - removed + inserted)

    def arrive(self) -> None:
        """Put the caret there when nothing had to change, as when `a` overwrites `a`."""
        expected, self._expected = self._expected, None
        if expected is not None and expected[1] == self.length:
            self.set_selection(caret_at(expected[0]))

    def _request(self, start: int, removed: int, inserted: str) -> None:
        self.expect(start, removed, len(inserted))
        self.edit_requested.emit(start, removed, inserted)

    def type_text(self, text: str) -> None:
        """Insert what was typed, letter by letter what is a residue; refuse the rest gently."""
        if self._read_only:
            return
        residues = ""
        for letter in text:
            residue = residue_for(letter, self._moltype)
            if residue is None:
                self.refused.emit(letter)
            else:
                residues += residue
        if not residues:
            return
        selection = self._selection
        removed = selection.size
        if self._overwrite and selection.is_empty:
            removed = min(len(residues), self.length - selection.caret)
        self._request(selection.start, removed, residues)

    def _erase(self, move: Move) -> None:
        """Remove the selection, or what lies between the caret and where it would move."""
        if self._read_only:
            return
        selection = self._selection
        if selection.is_empty:
            selection = moved(selection, move, self._grid, extend=True)
        if selection.size:
            self._request(selection.start, selection.size, "")

    def copy(self) -> None:
        """Put the selected residues on the clipboard as plain text."""
        if not self._selection.is_empty:
            QGuiApplication.clipboard().setText(self.selected_text())

    def cut(self) -> None:
        """Copy the selected residues and ask for their removal."""
        if not self._read_only and not self._selection.is_empty:
            self.copy()
            self._erase(Move.LEFT)

    def paste(self) -> None:
        """Ask for the clipboard's text to be cleaned and put in place of the selection."""
        text = QGuiApplication.clipboard().text()
        if text and not self._read_only:
            self.paste_requested.emit(self._selection.start, self._selection.size, text)

    # Keyboard ----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, edit or type; leave every other key to the window."""
        command = command_for(event)
        if isinstance(command, Step):
            extend, page = command.extend, self.page_lines
            after = moved(self._selection, command.move, self._grid, extend=extend, page=page)
            self.set_selection(after)
        elif command is not None:
            self._acts()[command]()
        elif typed_text(event) and not self._read_only:
            self.type_text(typed_text(event))
        else:
            event.ignore()
            return
        event.accept()

    def _acts(self) -> dict[Act, Callable[[], None]]:
        return {
            Act.BACKSPACE: lambda: self._erase(Move.LEFT),
            Act.DELETE: lambda: self._erase(Move.RIGHT),
            Act.BACKSPACE_GROUP: lambda: self._erase(Move.GROUP_LEFT),
            Act.DELETE_GROUP: lambda: self._erase(Move.GROUP_RIGHT),
            Act.COPY: self.copy,
            Act.CUT: self.cut,
            Act.PASTE: self.paste,
            Act.SELECT_ALL: self.select_all,
            Act.OVERWRITE: lambda: self.set_overwrite(not self._overwrite),
        }

    def event(self, event: QEvent) -> bool:
        """Claim our keys before the window's shortcuts see them."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and (command_for(event) is not None or typed_text(event))
        ):
            event.accept()
            return True
        return super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Take committed letters; a composition under way concerns nobody here."""
        if event.commitString():
            self.type_text(event.commitString())
        event.accept()

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> Any:
        """Tell an input method where the caret is and that Latin letters are wanted."""
        known, answer = input_method_answer(self, query)
        return answer if known else super().inputMethodQuery(query)

    # Mouse -------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the caret, or select."""
        if event.button() == Qt.MouseButton.LeftButton:
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            point = event.position().toPoint()
            self._mouse.press(point, extend=shift)
            if not shift and (band := self.band_at(point)) is not None:
                self.band_clicked.emit(band)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the residues of a feature by its band, or a group of ten."""
        point = event.position().toPoint()
        band = self.band_at(point)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if band is not None:
            self.select(band.start, band.end)
            self.band_activated.emit(band)
        else:
            self._mouse.double_click(point)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Extend the selection, or tell which band the mouse is over."""
        point = event.position().toPoint()
        if self._mouse.is_dragging:
            self._mouse.move(point)
        else:
            self._hover(self.band_at(point))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a selection by the mouse."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._mouse.release()

    def _hover(self, band: Band | None) -> None:
        if band == self._hovered:
            return
        self._hovered = band
        shape = Qt.CursorShape.IBeamCursor if band is None else Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(shape)
        self.viewport().update()
        self.band_hovered.emit(band)

    def viewportEvent(self, event: QEvent) -> bool:
        """Show the tip of a band; forget the band when the mouse leaves."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            show_tip(self, event)
            return True
        if event.type() == QEvent.Type.Leave:
            self._hover(None)
        return super().viewportEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl change the size of the letters."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self._wheel += event.angleDelta().y()
        notches = int(self._wheel / WHEEL_STEP)
        self._wheel -= notches * WHEEL_STEP
        self.set_font_size(self.font_size + notches)
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the menu of the residues or of the band under the mouse."""
        popup_menu(self, event)

    def context_menu(self, band: Band | None = None) -> QMenu:
        """Return the menu, with the entries that `menu_hook` adds."""
        menu = standard_menu(self)
        if self.menu_hook is not None:
            self.menu_hook(menu, band)
        return menu

    # Focus and surroundings --------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let the caret blink."""
        super().focusInEvent(event)
        self._blink.start()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the caret."""
        super().focusOutEvent(event)
        self._blink.stop()

    def changeEvent(self, event: QEvent) -> None:
        """Follow language, palette, font, style and activity of the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() in (
            QEvent.Type.PaletteChange,
            QEvent.Type.FontChange,
            QEvent.Type.StyleChange,
            QEvent.Type.ActivationChange,
        ):
            self._refresh_look()
