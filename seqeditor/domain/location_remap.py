"""Where a feature lies after residues were inserted, removed or replaced.

The rules, for residues `start`..`start+removed-1` replaced by `inserted` others:

* Replacing goes letter for letter; what is left over on one side is an insertion or a deletion at
  the end of the replaced stretch. So replacing three residues by three moves nothing.
* An insertion inside a range makes it longer; before its first residue it moves it; after its last
  residue it leaves it alone.
* A deletion over one end of a range trims it; over all of it leaves nothing. `<` and `>` stay as
  they are: whether what remains is still complete is for the author to say.
* `x^y` keeps to the residue x when something is put between the two; it goes when both neighbours
  go, or when it would lie outside the sequence. `N^1` stays the joint of the circle.
* A location names residues, not "all of the sequence": what is added before or after a range over
  all residues does not belong to it. Only `source` covers everything: `edits.residues` sees to it.
* A member of which nothing is left goes; an operator left with one member goes too.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from seqeditor.domain.location_tree import (
    Between,
    Combination,
    Complement,
    Location,
    Point,
    Range,
)


def remap(
    location: Location,
    start: int,
    removed: int,
    inserted: int,
    new_length: int,
    *,
    linked: bool = False,
) -> Location | None:
    """Return the location after an edit of the residues, None when nothing of it is left.

    `start` is 1-based, up to the old length + 1. `linked` means that x..y are two bound residues
    and not the stretch between (CROSSLNK and DISULFID, par. 66(c)): it goes when one of them goes.
    """
    edit = _Edit(start, removed, inserted, new_length, linked)
    return edit.location(location)


@dataclass(frozen=True, slots=True)
class _Edit:
    start: int
    removed: int
    inserted: int
    new_length: int
    linked: bool

    @property
    def _last(self) -> int:
        """The last residue removed."""
        return self.start + self.removed - 1

    @property
    def _growth(self) -> int:
        return self.inserted - self.removed

    @property
    def _old_length(self) -> int:
        return self.new_length - self._growth

    def _is_gone(self, position: int) -> bool:
        return self.start + self.inserted <= position <= self._last

    def _moved(self, position: int) -> int:
        """The new place of a residue that is not gone."""
        return position + self._growth if position > self._last else position

    def _end_moved(self, position: int) -> int:
        """The new place of the last residue of a stretch, trimmed when it is gone."""
        if self.removed and position == self._last:
            return position + self._growth
        return self.start + self.inserted - 1 if self._is_gone(position) else self._moved(position)

    def location(self, location: Location) -> Location | None:
        if isinstance(location, Complement):
            inner = self.location(location.inner)
            return None if inner is None else Complement(inner)
        if isinstance(location, Combination):
            return self._combination(location)
        if isinstance(location, Range):
            return self._range(location)
        if isinstance(location, Between):
            return self._between(location)
        if isinstance(location, Point) and not self._is_gone(location.position):
            return replace(location, position=self._moved(location.position))
        return None

    def _combination(self, location: Combination) -> Location | None:
        members = tuple(filter(None, map(self.location, location.members)))
        if len(members) < 2:
            return members[0] if members else None
        return type(location)(members)

    def _range(self, location: Range) -> Location | None:
        if self.linked:
            return self._link(location)
        if location.start > location.end:  # wrong already: only keep it in step
            start, end = self._moved(location.start), self._moved(location.end)
            return Range(start, end, location.before, location.after)
        gone = self._is_gone(location.start)
        start = self.start + self.inserted if gone else self._moved(location.start)
        end = self._end_moved(location.end)
        if start > end:
            return None
        if start == end and location.start < location.end:
            return _single(start, location)
        return Range(start, end, location.before, location.after)

    def _link(self, location: Range) -> Location | None:
        if self._is_gone(location.start) or self._is_gone(location.end):
            return None
        return replace(location, start=self._moved(location.start), end=self._moved(location.end))

    def _between(self, location: Between) -> Between | None:
        if (location.first, location.second) == (self._old_length, 1):
            return Between(self.new_length, 1) if self.new_length else None
        if self._is_gone(location.first) and self._is_gone(location.second):
            return None
        first = self._end_moved(location.first)
        if location.second != location.first + 1:  # wrong already: only keep it in step
            return Between(first, self._moved(location.second))
        return Between(first, first + 1) if 1 <= first < self.new_length else None


def _single(position: int, location: Range) -> Location:
    """Return what is left of a range trimmed to one residue; `<x..>x` has no shorter form."""
    if location.before and location.after:
        return Range(position, position, before=True, after=True)
    return Point(position, "<" * location.before or ">" * location.after)
