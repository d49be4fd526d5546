"""Moving one end of a location, as by dragging it on a map (ST.26 par. 65, 66).

A descriptor is named by its number in the order the location is written, from 0. Bound symbols
stay where they are: whether a feature goes on beyond its end is for the author to say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from enum import Enum, auto
from itertools import count

from seqeditor.domain.location_tree import (
    Between,
    Combination,
    Complement,
    Descriptor,
    Location,
    Point,
    Range,
)


class Side(Enum):
    """What of a descriptor is moved: its lower end, its higher end, or the site `x^y` itself."""

    START = auto()
    END = auto()
    SITE = auto()


_BOTH = (Side.START, Side.END)
_SITE = (Side.SITE,)


def movable_sides(one: Descriptor) -> tuple[Side, ...]:
    """Return what of a descriptor can be moved.

    Nothing of a range that runs backwards, of a point beyond a bound (`<x`), of `N^1`.
    """
    if isinstance(one, Range):
        return _BOTH if one.start <= one.end else ()
    if isinstance(one, Between):
        return _SITE if one.second == one.first + 1 else ()
    return _BOTH if isinstance(one, Point) and not one.bound else ()


def with_end_moved(
    location: Location, number: int, side: Side, position: int, length: int
) -> Location:
    """Return the location with one end of a descriptor at a position, or as near as it may go.

    An end goes neither beyond the sequence of this length nor over the other end. For a site the
    position is that of the residue before it. What cannot be moved comes back as it was.
    """
    return _replaced(location, number, side, position, length, count())


def _replaced(
    location: Location, number: int, side: Side, position: int, length: int, at: Iterator[int]
) -> Location:
    if isinstance(location, Complement):
        return Complement(_replaced(location.inner, number, side, position, length, at))
    if isinstance(location, Combination):
        members = tuple(
            _replaced(member, number, side, position, length, at) for member in location.members
        )
        return replace(location, members=members)
    if isinstance(location, Descriptor) and next(at) == number:
        return _moved(location, side, position, length)
    return location


def _moved(one: Descriptor, side: Side, position: int, length: int) -> Descriptor:
    if side not in movable_sides(one):
        return one
    if isinstance(one, Between):
        first = min(max(position, 1), length - 1)
        return Between(first, first + 1) if first >= 1 else one
    low, high = min(one.positions), max(one.positions)
    if side is Side.START:
        low = min(max(position, 1), high)
    else:
        high = max(min(position, length), low)
    if (low, high) == (min(one.positions), max(one.positions)):
        return one
    if isinstance(one, Range) and (one.before or one.after):
        return replace(one, start=low, end=high)
    return Point(low) if low == high else Range(low, high)
