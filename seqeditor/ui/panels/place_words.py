"""Where the caret is and what is selected, in words for the status line."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from seqeditor.domain.residues import CHUNK
from seqeditor.texts import N_, _, nN_, say
from seqeditor.ui.qt.locale import length_text
from seqeditor.ui.residues.view import ResidueView

AT_ONCE = 200_000
"""So many residues are counted while the mouse is dragged; more when it rests."""

REST = 150
"""Milliseconds without a change before the residues of a large selection are counted."""

_POSITION = N_("Position {position} of {length}")
_SELECTED = nN_("{place}, {count} residue of {length}", "{place}, {count} of {length} residues")
_GC = N_("GC {percent} %")

_STRONG, _WEAK = "gcs", "atw"
"""Symbols that are surely G or C, and those that surely are not; `s` and `w` are of one kind."""


class PlaceWords(QObject):
    """Words about the selection of a view. `changed`: they are others now though nothing moved."""

    changed = Signal()

    def __init__(self, view: ResidueView) -> None:
        super().__init__(view)
        self._view = view
        self._counted: tuple[object, tuple[int, int], str] | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._count_now)
        view.overwrite_changed.connect(lambda _on: self.changed.emit())

    def words(self) -> str:
        """Return position or selection, GC content of selected nucleotides, and overwriting."""
        selection, length = self._view.selection, self._view.length
        facts: dict[str, object] = {
            "position": selection.start,
            # As one value: beside words read from right to left it would be turned round.
            "place": f"{selection.start}..{selection.end}",
            "count": length_text(selection.size),
            "length": length_text(length),
        }
        if not length:
            said = []
        elif selection.is_empty:
            said = [say(_POSITION, facts)]
        else:
            said = [say(_SELECTED[0], facts, plural=_SELECTED[1], count=selection.size)]
            said += [one for one in (self._gc(),) if one]
        if self._view.overwrite:
            said.append(_("Overwriting"))
        return "  \u00b7  ".join(said)

    def _gc(self) -> str:
        """Return the GC content of the selection, "" for amino acids and while it is uncounted."""
        if self._view.moltype == "AA":
            return ""
        selection = self._view.selection
        span, counted = (selection.start, selection.end), self._counted
        # The same object: stored residues of one sequence are equal whatever they say now.
        if counted is not None and counted[0] is self._view.residues and counted[1] == span:
            return counted[2]
        if selection.size > AT_ONCE:
            self._rest.start()
            return ""
        return self._count()

    def _count_now(self) -> None:
        if self._view.selection.size > AT_ONCE:
            self._count()
            self.changed.emit()

    def _count(self) -> str:
        selection = self._view.selection
        strong = weak = 0
        for first in range(selection.start, selection.end + 1, 16 * CHUNK):
            last = min(first + 16 * CHUNK - 1, selection.end)
            letters = self._view.residues.text(first, last).lower()
            strong += sum(map(letters.count, _STRONG))
            weak += sum(map(letters.count, _WEAK))
        known = strong + weak
        words = ""
        if known:
            words = say(_GC, {"percent": f"{100 * strong / known:.1f}"})
        self._counted = (self._view.residues, (selection.start, selection.end), words)
        return words
