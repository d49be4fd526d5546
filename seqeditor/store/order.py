"""The order of the sequences: ids in one array, ranks with gaps in the database."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable

GAP = 1 << 20
"""The distance between the ranks of neighbours when they are first given."""
_FARTHEST = 1 << 62
_SPARSE = 1_000_000
_FEW = 8


class Order:
    """The ids of all sequences in the order of the listing; positions are 1-based."""

    def __init__(self, ids: Iterable[int] = ()) -> None:
        # One reference, so that another thread sees an order whole, with its own positions.
        self._listed = _Listed(ids if isinstance(ids, array) else array("q", ids))

    def __len__(self) -> int:
        return len(self._listed.ids)

    @property
    def ids(self) -> array[int]:
        """All ids in order; not to be changed by the caller."""
        return self._listed.ids

    def replace(self, other: Order) -> None:
        """Take over another order, for everyone who shares this one."""
        self._listed = other._listed

    def copy(self) -> Order:
        """Return an order that does not follow what happens to this one."""
        other = Order()
        other.replace(self)
        return other

    def id_at(self, position: int) -> int:
        """Return the id at a position; raises IndexError outside the listing."""
        ids = self._listed.ids
        if not 1 <= position <= len(ids):
            raise IndexError(position)
        return ids[position - 1]

    def position(self, sequence_id: int) -> int:
        """Return the position of an id; raises KeyError for one that is not in the listing."""
        found = self._listed.position(sequence_id)
        if not found:
            raise KeyError(sequence_id)
        return found

    def __contains__(self, sequence_id: int) -> bool:
        return self._listed.position(sequence_id) > 0

    def without(self, ids: Collection[int]) -> array[int]:
        """Return the ids in order, less some of them."""
        if len(ids) > _FEW:
            return array("q", (i for i in self.ids if i not in ids))
        rest = self.ids[:]
        for one in ids:
            rest.remove(one)
        return rest


class _Listed:
    """One order that never changes; positions are worked out when first asked for."""

    __slots__ = ("_positions", "ids")

    def __init__(self, ids: array[int]) -> None:
        self.ids = ids
        self._positions: array[int] | dict[int, int] | None = None

    def position(self, sequence_id: int) -> int:
        """The position of an id, 0 when it is not there."""
        positions = self._positions
        if positions is None:
            positions = self._positions = self._inverse()
        if isinstance(positions, dict):
            return positions.get(sequence_id, 0)
        return positions[sequence_id] if 0 <= sequence_id < len(positions) else 0

    def _inverse(self) -> array[int] | dict[int, int]:
        highest = max(self.ids, default=0)
        if highest > 4 * len(self.ids) + _SPARSE:
            # Much has been deleted: an array over all ids ever given would take too much room.
            return {sequence_id: n for n, sequence_id in enumerate(self.ids, 1)}
        positions = array("q", bytes(8 * (highest + 1)))
        for position, sequence_id in enumerate(self.ids, 1):
            positions[sequence_id] = position
        return positions


def ranks_between(before: int | None, after: int | None, count: int) -> list[int] | None:
    """Return `count` ranks strictly between two neighbours, None when the gap is too small.

    None for a neighbour means that there is none on that side.
    """
    if after is None:
        start = 0 if before is None else before
        if start + GAP * count > _FARTHEST:
            return None
        return [start + GAP * n for n in range(1, count + 1)]
    low = after - GAP * (count + 1) if before is None else before
    width = after - low
    if width <= count or low < -_FARTHEST:
        return None
    return [low + width * n // (count + 1) for n in range(1, count + 1)]
