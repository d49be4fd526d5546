"""The context menu of the residue view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu

from seqeditor.texts import _

if TYPE_CHECKING:
    from seqeditor.ui.residues.view import ResidueView


def popup_menu(view: ResidueView, event: QContextMenuEvent) -> None:
    """Show the menu: where the mouse is, or at the caret when a key asks for it."""
    by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
    band = view.band_at(event.pos()) if by_mouse else None
    place = event.globalPos()
    if not by_mouse:
        place = view.viewport().mapToGlobal(view.caret_rectangle().bottomLeft())
    menu = view.context_menu(band)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(place)


def standard_menu(view: ResidueView) -> QMenu:
    """Return a menu of what every text can do, what is impossible now greyed out."""
    menu = QMenu(view)
    selected = not view.selection.is_empty
    editable = not view.read_only
    filled = bool(QGuiApplication.clipboard().text())
    key = QKeySequence.StandardKey
    for label, shortcut, run, possible in (
        (_("Cu&t"), key.Cut, view.cut, selected and editable),
        (_("&Copy"), key.Copy, view.copy, selected),
        (_("&Paste"), key.Paste, view.paste, editable and filled),
        ("", key.UnknownKey, view.select_all, False),
        (_("Select &All"), key.SelectAll, view.select_all, view.length > 0),
    ):
        if not label:
            menu.addSeparator()
            continue
        action = menu.addAction(label, run)
        action.setShortcut(shortcut)
        action.setEnabled(possible)
    return menu
