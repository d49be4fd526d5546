"""What is selected among the residues: a caret and where the selection began."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Selection:
    """An anchor and a caret, both gaps between residues (gap n stands behind residue n).

    `trailing` keeps a caret between two lines at the end of the upper one.
    """

    anchor: int = 0
    caret: int = 0
    trailing: bool = False

    @property
    def start(self) -> int:
        """The first selected position; with nothing selected the position behind the caret."""
        return min(self.anchor, self.caret) + 1

    @property
    def end(self) -> int:
        """The last selected position; `start - 1` when nothing is selected."""
        return max(self.anchor, self.caret)

    @property
    def is_empty(self) -> bool:
        """Whether there is only a caret."""
        return self.anchor == self.caret

    @property
    def size(self) -> int:
        """How many residues are selected."""
        return self.end - self.start + 1

    def within(self, length: int) -> Selection:
        """Return the selection cut to a sequence of this length."""
        anchor, caret = (min(max(gap, 0), length) for gap in (self.anchor, self.caret))
        return Selection(anchor, caret, self.trailing and caret == self.caret)


def caret_at(gap: int, *, trailing: bool = False) -> Selection:
    """Return a selection of nothing, with the caret at a gap."""
    return Selection(gap, gap, trailing)


def residues_from(start: int, end: int) -> Selection:
    """Return the selection of the positions start to end, both included, caret at its end."""
    return Selection(start - 1, end, trailing=end >= start)


def extended(selection: Selection, gap: int, *, trailing: bool = False) -> Selection:
    """Return the selection from the same anchor to another caret."""
    return Selection(selection.anchor, gap, trailing)


def widened(kept: Selection, other: Selection) -> Selection:
    """Return the selection of both, growing away from `kept`: dragging by groups or lines."""
    start, end = min(kept.start, other.start), max(kept.end, other.end)
    if other.start < kept.start:
        return Selection(end, start - 1)
    return Selection(start - 1, end, trailing=True)
