"""The open reading frames found, as a table; the letters are made when a row is shown."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from seqeditor.domain.open_reading_frames import FORWARD, OpenFrame, Search
from seqeditor.domain.residues import Residues
from seqeditor.domain.translation import codon_letters, reverse_complement
from seqeditor.texts import N_, _
from seqeditor.ui.qt.locale import length_text

Index = QModelIndex | QPersistentModelIndex

LOCATION, STRAND, LENGTH, PROTEIN, TAKEN = range(5)
_HEADS = (N_("Location"), N_("Strand"), N_("Amino acids"), N_("Protein begins"), N_("CDS"))
_SHOWN = 24
"""Amino acids of the beginning that are shown."""


class OpenFramesTable(QAbstractTableModel):
    """Read only; sorted on request."""

    def __init__(self) -> None:
        super().__init__()
        self._frames: list[OpenFrame] = []
        self._residues: Residues | None = None
        self._search: Search | None = None
        self._taken: frozenset[str] = frozenset()
        self._sorted: tuple[int, Qt.SortOrder] = (LENGTH, Qt.SortOrder.DescendingOrder)

    def show_frames(
        self,
        frames: list[OpenFrame],
        residues: Residues,
        search: Search,
        taken: frozenset[str] = frozenset(),
    ) -> None:
        """Show what was found among residues; `taken` are the locations of CDS that are there."""
        self.beginResetModel()
        self._taken = taken
        self._frames, self._residues, self._search = list(frames), residues, search
        self._sort()
        self.endResetModel()

    def frame(self, row: int) -> OpenFrame:
        """Return the frame of a row."""
        return self._frames[row]

    def is_taken(self, frame: OpenFrame) -> bool:
        """Tell whether a frame is a CDS already."""
        return frame.location in self._taken

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many were found."""
        return 0 if parent is not None and parent.isValid() else len(self._frames)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(_HEADS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the head of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(_HEADS[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        if not index.isValid():
            return None
        frame = self._frames[index.row()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            number = index.column() == LENGTH
            # Residues and locations read from left to right in every window.
            edge = Qt.AlignmentFlag.AlignTrailing if number else Qt.AlignmentFlag.AlignLeading
            return int(edge | Qt.AlignmentFlag.AlignVCenter)
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if index.column() == LOCATION:
            return f"\u2066{frame.location}\u2069"
        if index.column() == STRAND:
            return _("as listed") if frame.strand == FORWARD else _("complementary")
        if index.column() == LENGTH:
            return length_text(frame.amino_acids)
        if index.column() == TAKEN:
            return _("is there") if self.is_taken(frame) else ""
        return f"\u2066{self.beginning(frame)}\u2069"

    def beginning(self, frame: OpenFrame) -> str:
        """Return the first amino acids of a frame."""
        assert self._residues is not None
        assert self._search is not None
        need = frame.codon_start - 1 + 3 * min(_SHOWN, frame.amino_acids)
        bases = _first(self._residues, frame, need).lower()[frame.codon_start - 1 :]
        letters = codon_letters(self._search.code)
        codons = [bases[at : at + 3] for at in range(0, len(bases) - 2, 3)]
        text = "".join(letters.get(codon, "X") for codon in codons)
        if codons and not frame.is_open_start and codons[0] in self._search.code.starts:
            text = "M" + text[1:]
        return text + ("…" if frame.amino_acids > len(codons) else "")

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column."""
        self._sorted = (column, order)
        before = self.persistentIndexList()
        held = [self._frames[index.row()] for index in before]
        self.layoutAboutToBeChanged.emit()
        self._sort()
        rows = {id(frame): row for row, frame in enumerate(self._frames)}
        after = [
            self.index(rows[id(frame)], index.column())
            for frame, index in zip(held, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _sort(self) -> None:
        column, order = self._sorted
        keys = {
            LOCATION: lambda f: f.pieces[0],
            STRAND: lambda f: (-f.strand, f.pieces[0]),
            LENGTH: lambda f: (f.amino_acids, -f.pieces[0][0]),
            PROTEIN: self.beginning,
            TAKEN: lambda f: (self.is_taken(f), f.pieces[0]),
        }
        self._frames.sort(key=keys[column], reverse=order == Qt.SortOrder.DescendingOrder)


def _first(residues: Residues, frame: OpenFrame, need: int) -> str:
    """Return the first bases of a frame as they are read."""
    pieces = frame.pieces if frame.strand == FORWARD else frame.pieces[::-1]
    text = ""
    for first, last in pieces:
        if frame.strand == FORWARD:
            text += residues.text(first, min(last, first + need - len(text) - 1))
        else:
            part = residues.text(max(first, last - need + len(text) + 1), last)
            text += reverse_complement(part.lower())
        if len(text) >= need:
            break
    return text[:need]
