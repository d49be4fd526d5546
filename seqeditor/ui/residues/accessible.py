"""What a screen reader learns of the residue view: letters, caret, position, features."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING
from weakref import ref

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QAccessibleTextCursorEvent,
    QAccessibleTextInterface,
    QAccessibleTextUpdateEvent,
)
from PySide6.QtWidgets import QAccessibleWidget

from seqeditor.domain.sequence import NUCLEOTIDE_MOLTYPES
from seqeditor.texts import _, fill
from seqeditor.ui.residues.strange import is_strange, strange_words
from seqeditor.vocabulary.residues import complement

if TYPE_CHECKING:
    from seqeditor.ui.residues.view import ResidueView

MOST_LETTERS = 65_536
"""A screen reader that asks for a whole chromosome gets so many letters of it."""


def _living(of: ref[ResidueView]) -> ResidueView:
    """Return the view; an interface is not asked any more once its view is gone."""
    view = of()
    if view is None:
        raise RuntimeError("the view of this interface is gone")
    return view


class ResidueText(QAccessibleTextInterface):
    """The residues as text, so that a reader can follow the caret letter by letter.

    PySide6 gives no way to answer `selection()` (its results are output arguments), so no
    selection is offered here; the description tells it.
    """

    def __init__(self, view: ResidueView) -> None:
        super().__init__()
        self._of = ref(view)  # PySide6 never lets go of an interface: it must not keep the view

    @property
    def _view(self) -> ResidueView:
        return _living(self._of)

    def text(self, start_offset: int, end_offset: int) -> str:
        """Return the letters between two gaps; -1 stands for the end."""
        end = self._view.length if end_offset < 0 else min(end_offset, self._view.length)
        end = min(end, start_offset + MOST_LETTERS)
        return self._view.residues.text(start_offset + 1, end) if end > start_offset >= 0 else ""

    def characterCount(self) -> int:
        """Return the number of residues."""
        return self._view.length

    def cursorPosition(self) -> int:
        """Return the gap of the caret."""
        return self._view.selection.caret

    def setCursorPosition(self, position: int) -> None:
        """Put the caret to a gap."""
        self._view.go_to(position + 1)

    def selectionCount(self) -> int:
        """Return 0: see the class."""
        return 0

    def addSelection(self, start_offset: int, end_offset: int) -> None:
        """Select the residues between two gaps."""
        self._view.select(start_offset + 1, end_offset)

    def setSelection(self, selection_index: int, start_offset: int, end_offset: int) -> None:
        """Select the residues between two gaps."""
        self._view.select(start_offset + 1, end_offset)

    def removeSelection(self, selection_index: int) -> None:
        """Keep only the caret."""
        self._view.go_to(self._view.selection.caret + 1)

    def characterRect(self, offset: int) -> QRect:
        """Return where a residue is on the screen."""
        rect = self._view.residue_rectangle(offset + 1)
        return QRect(self._view.viewport().mapToGlobal(rect.topLeft()), rect.size())

    def offsetAtPoint(self, point: QPoint) -> int:
        """Return the gap at a point of the screen."""
        return self._view.gap_at(self._view.viewport().mapFromGlobal(point))[0]

    def scrollToSubstring(self, start_index: int, end_index: int) -> None:
        """Show the residues between two gaps."""
        self._view.ensure_visible(end_index)
        self._view.ensure_visible(start_index)


class AccessibleResidues(QAccessibleWidget):
    """The view for a screen reader: an editable text with a description of where one is."""

    def __init__(self, view: ResidueView) -> None:
        super().__init__(view, QAccessible.Role.EditableText)
        self._of = ref(view)
        self._text = ResidueText(view)

    @property
    def _view(self) -> ResidueView:
        return _living(self._of)

    def text(self, t: QAccessible.Text) -> str:
        """Return position, residue and features as description, the visible line as value."""
        if t == QAccessible.Text.Description:
            return describe(self._view)
        if t == QAccessible.Text.Value:
            selection, grid = self._view.selection, self._view.grid
            first, last = grid.span(grid.line_of(selection.caret, trailing=selection.trailing))
            return self._view.residues.text(first, last) if last >= first else ""
        return super().text(t)

    def interface_cast(self, t: QAccessible.InterfaceType) -> object:  # type: ignore[override]
        """Return the text interface when it is asked for (PySide6 declares an int by mistake)."""
        if t == QAccessible.InterfaceType.TextInterface:
            return self._text
        return super().interface_cast(t)


def describe(view: ResidueView) -> str:
    """Say where the caret is, on which residue, what is selected and which features are there."""
    if not view.length:
        return _("No residues yet. Type or paste them.")
    selection = view.selection
    place = min(selection.start, view.length)
    facts: dict[str, object] = {
        "position": place,
        "start": selection.start,
        "end": selection.end,
        "count": selection.size,
        "length": view.length,
        "residue": view.residues.text(place, place),
    }
    if not selection.is_empty:
        said = fill(_("Selected: {start} to {end}, {count} of {length} residues."), facts)
    elif selection.caret == view.length:
        said = fill(_("At the end, behind position {length}."), facts)
    else:
        said = fill(_("Position {position} of {length}, residue {residue}."), facts)
    residue = str(facts["residue"])
    if is_strange(residue, view.moltype):
        said += " " + strange_words(residue, view.moltype)
    if view.both_strands and view.moltype in NUCLEOTIDE_MOLTYPES and residue:
        said += " " + fill(_("On the other strand: {residue}."), {"residue": complement(residue)})
    here = [band.tip or band.label or band.key for band in view.bands.over(place)]
    if here:
        said += " " + fill(_("Features here: {features}."), {"features": ", ".join(here)})
    return said


@cache
def install_factory(kind: type[ResidueView]) -> None:
    """Make views of this class known to screen readers; once in a process is enough."""

    def answer(class_name: str, thing: QObject | None) -> QAccessibleInterface | None:
        if not isinstance(thing, kind):
            return None
        thing.accessible = AccessibleResidues(thing)
        return thing.accessible

    QAccessible.installFactory(answer)


def announce_caret(view: ResidueView) -> None:
    """Tell screen readers that the caret moved."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleTextCursorEvent(view, view.selection.caret))


def announce_residues(view: ResidueView) -> None:
    """Tell screen readers that the residues changed."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleTextUpdateEvent(view, 0, "", ""))
