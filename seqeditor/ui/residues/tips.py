"""What is told beside the mouse over the residues."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

from seqeditor.ui.residues.strange import is_strange, strange_words

if TYPE_CHECKING:
    from seqeditor.ui.residues.view import ResidueView


def show_tip(view: ResidueView, event: QHelpEvent) -> None:
    """Show what is told at the place of the mouse, or nothing."""
    tip = tip_at(view, event.pos())
    if tip:
        QToolTip.showText(event.globalPos(), tip, view)
    else:
        QToolTip.hideText()


def tip_at(view: ResidueView, point: QPoint) -> str:
    """Return the tip of a band, or why a letter may not stand there; "" for neither."""
    band = view.band_at(point)
    if band is not None:
        return band.tip or band.label or band.key
    position = view.residue_at(point)
    letter = "" if position is None else view.residues.text(position, position)
    return strange_words(letter, view.moltype) if is_strange(letter, view.moltype) else ""
