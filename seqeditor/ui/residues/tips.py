"""What is told beside the mouse over the residues."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from seqeditor.ui.residues.strange import is_strange, strange_words

if TYPE_CHECKING:
    from seqeditor.ui.residues.view import ResidueView


def tip_at(view: ResidueView, point: QPoint) -> str:
    """Return the tip of a band, or why a letter may not stand there; "" for neither."""
    band = view.band_at(point)
    if band is not None:
        return band.tip or band.label or band.key
    position = view.residue_at(point)
    letter = "" if position is None else view.residues.text(position, position)
    return strange_words(letter, view.moltype) if is_strange(letter, view.moltype) else ""
