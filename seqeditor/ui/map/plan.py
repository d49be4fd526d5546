"""What a straight and a round map have in common: marks, grips, and what is at a point."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from seqeditor.domain.location_ends import Side
from seqeditor.ui.map.entries import Entry, Piece
from seqeditor.ui.map.lanes import Block

GRIP = 5.0
"""Pixels around an end within which the mouse takes hold of it."""


@dataclass(frozen=True, slots=True)
class Grip:
    """The end of a piece that the mouse can take hold of."""

    entry: Entry
    piece: Piece
    side: Side


@dataclass(frozen=True, slots=True)
class Marks:
    """What is marked: features by index, the selected residues, those seen in the residue view.

    `preview` is a feature as it would be if the mouse were let go now, its end at `dragged_gap`;
    `said` stands beside it. `line` are stretches of the sequence itself (1-based) that are the
    current feature, as `source` is.
    """

    current: int | None = None
    hovered: int | None = None
    selection: tuple[int, int] | None = None
    seen: tuple[int, int] | None = None
    preview: Entry | None = None
    dragged_gap: int = 0
    said: str = ""
    hint: str = ""
    title: str = ""
    line: tuple[tuple[int, int], ...] = ()

    @property
    def current_index(self) -> int:
        """The index of the current feature, -1 for none."""
        return -1 if self.current is None else self.current


def side_at(
    piece: Piece, place: float, ends: tuple[float, float], inside: float, outside: float
) -> Side | None:
    """Return which end of a piece is held at a place, so far inside or outside of it."""
    low, high = ends
    if Side.SITE in piece.sides:
        return Side.SITE if abs(place - low) <= outside else None
    if Side.START in piece.sides and low - outside <= place <= low + inside:
        return Side.START
    if Side.END in piece.sides and high - inside <= place <= high + outside:
        return Side.END
    return None


class Plan(Protocol):
    """A map laid out for one size and place: answers what is where, and paints itself."""

    def gap_at(self, point: QPointF) -> int:
        """Return the gap between residues that is nearest to a point."""

    def block_at(self, point: QPointF) -> Block | None:
        """Return the feature at a point, or the features too small to be told apart there."""

    def grip_at(self, point: QPointF, current: int | None) -> Grip | None:
        """Return the end at a point; the current feature can be held a little outside too."""

    def rect_of(self, entry: Entry) -> QRectF:
        """Return the place of a feature as far as it is seen."""

    def paint(self, painter: QPainter, marks: Marks) -> None:
        """Paint the map."""
