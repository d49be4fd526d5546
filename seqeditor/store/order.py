"""The order of the sequences: ids in one array, ranks with gaps in the database."""

from __future__ import annotations

from array import array
from collections.abc import Iterable

GAP = 1 << 20
"""The distance between the ranks of neighbours when they are first given."""


class Order:
    """The ids of all sequences in the order of the listing; positions are 1-based."""

    def __init__(self, ids: Iterable[int] = ()) -> None:
        self._ids = array("q", ids)
        self._positions: array[int] | None = None

    def __len__(self) -> int:
        return len(self._ids)

    @property
    def ids(self) -> array[int]:
        """All ids in order; not to be changed by the caller."""
        return self._ids

    def replace(self, other: Order) -> None:
        """Take over another order, for everyone who shares this one."""
        self._ids, self._positions = other._ids, other._positions

    def id_at(self, position: int) -> int:
        """Return the id at a position; raises IndexError outside the listing."""
        if not 1 <= position <= len(self._ids):
            raise IndexError(position)
        return self._ids[position - 1]

    def position(self, sequence_id: int) -> int:
        """Return the position of an id; raises KeyError for one that is not in the listing."""
        positions = self._inverse()
        if not 0 <= sequence_id < len(positions) or not positions[sequence_id]:
            raise KeyError(sequence_id)
        return positions[sequence_id]

    def __contains__(self, sequence_id: int) -> bool:
        positions = self._inverse()
        return 0 <= sequence_id < len(positions) and positions[sequence_id] > 0

    def _inverse(self) -> array[int]:
        if self._positions is None:
            positions = array("q", bytes(8 * (max(self._ids, default=0) + 1)))
            for position, sequence_id in enumerate(self._ids, 1):
                positions[sequence_id] = position
            self._positions = positions
        return self._positions


def ranks_between(before: int | None, after: int | None, count: int) -> list[int] | None:
    """Return `count` ranks strictly between two neighbours, None when the gap is too small.

    None for a neighbour means that there is none on that side.
    """
    if after is None:
        start = 0 if before is None else before
        return [start + GAP * n for n in range(1, count + 1)]
    low = after - GAP * (count + 1) if before is None else before
    width = after - low
    if width <= count:
        return None
    return [low + width * n // (count + 1) for n in range(1, count + 1)]
