"""What a feature location says, as frozen values (ST.26 par. 64-71).

Positions are 1-based and inclusive. `str(location)` is the text of the standard. A value may say
something wrong, such as a range that runs backwards: `location.faults` tells.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

Stretch = tuple[int, int, int]
"""First and last position (first <= last) and strand: 1 as listed, -1 the other one."""


@dataclass(frozen=True, slots=True)
class Location:
    """Any location; the classes below are its forms."""

    def spans(self) -> tuple[Stretch, ...]:
        """Return the stretches of residues in the order the feature is read, 5' to 3'.

        `x^y` lies between residues and gives no stretch.
        """
        raise NotImplementedError

    def descriptors(self) -> Iterator[Descriptor]:
        """Yield the points, ranges and sites in the order they are written."""
        raise NotImplementedError

    @property
    def minimum(self) -> int:
        """The lowest position named."""
        return min(position for one in self.descriptors() for position in one.positions)

    @property
    def maximum(self) -> int:
        """The highest position named."""
        return max(position for one in self.descriptors() for position in one.positions)

    def is_whole(self, length: int) -> bool:
        """Tell whether this is exactly the whole sequence, as source must be (par. 63)."""
        return self == whole(length)


@dataclass(frozen=True, slots=True)
class Descriptor(Location):
    """A location without an operator (par. 65, 66)."""

    @property
    def positions(self) -> tuple[int, ...]:
        """The positions named, as written."""
        raise NotImplementedError

    def descriptors(self) -> Iterator[Descriptor]:
        """Yield this descriptor."""
        yield self


@dataclass(frozen=True, slots=True)
class Point(Descriptor):
    """One residue `x`, or a place beyond it: `<x`, `>x`; `bound` is "", "<" or ">"."""

    position: int
    bound: str = ""

    @property
    def positions(self) -> tuple[int, ...]:
        """The one position."""
        return (self.position,)

    def spans(self) -> tuple[Stretch, ...]:
        """Return the one residue."""
        return ((self.position, self.position, 1),)

    def __str__(self) -> str:
        return f"{self.bound}{self.position}"


@dataclass(frozen=True, slots=True)
class Range(Descriptor):
    """`x..y`; `before` is `<` at the first number, `after` is `>` at the second."""

    start: int
    end: int
    before: bool = False
    after: bool = False

    @property
    def positions(self) -> tuple[int, ...]:
        """Start and end."""
        return (self.start, self.end)

    def spans(self) -> tuple[Stretch, ...]:
        """Return the stretch, the lower position first even if written the other way."""
        return ((min(self.start, self.end), max(self.start, self.end), 1),)

    def __str__(self) -> str:
        return f"{'<' * self.before}{self.start}..{'>' * self.after}{self.end}"


@dataclass(frozen=True, slots=True)
class Between(Descriptor):
    """`x^y`, the site between two neighbours (par. 66(b)); `N^1` closes a circle."""

    first: int
    second: int

    @property
    def positions(self) -> tuple[int, ...]:
        """Both neighbours."""
        return (self.first, self.second)

    def spans(self) -> tuple[Stretch, ...]:
        """Return nothing: no residue is covered."""
        return ()

    def __str__(self) -> str:
        return f"{self.first}^{self.second}"


@dataclass(frozen=True, slots=True)
class Complement(Location):
    """`complement(location)`: read on the other strand (par. 67)."""

    operator: ClassVar[str] = "complement"
    inner: Location

    def spans(self) -> tuple[Stretch, ...]:
        """Return the stretches of what is inside from last to first, on the other strand."""
        return tuple((first, last, -strand) for first, last, strand in reversed(self.inner.spans()))

    def descriptors(self) -> Iterator[Descriptor]:
        """Yield those of what is inside."""
        return self.inner.descriptors()

    def __str__(self) -> str:
        return f"complement({self.inner})"


@dataclass(frozen=True, slots=True)
class Combination(Location):
    """`join` or `order` over two or more members (par. 67-69)."""

    operator: ClassVar[str] = ""
    members: tuple[Location, ...]

    def spans(self) -> tuple[Stretch, ...]:
        """Return the stretches of the members one after the other."""
        return tuple(span for member in self.members for span in member.spans())

    def descriptors(self) -> Iterator[Descriptor]:
        """Yield those of all members."""
        for member in self.members:
            yield from member.descriptors()

    def __str__(self) -> str:
        return f"{self.operator}({','.join(map(str, self.members))})"


@dataclass(frozen=True, slots=True)
class Join(Combination):
    """`join(...)`: the members placed end to end make one stretch."""

    operator: ClassVar[str] = "join"


@dataclass(frozen=True, slots=True)
class Order(Combination):
    """`order(...)`: the members come in this order; whether they are joined is left open."""

    operator: ClassVar[str] = "order"


def whole(length: int) -> Descriptor:
    """Return the location of the whole sequence: 1..N, or 1 for a single residue."""
    return Point(1) if length == 1 else Range(1, length)


def normalise(location: Location) -> Location:
    """Return the form by which two locations are compared.

    `x..x` becomes `x`; complements stand on the members, in reading order; a join within a join
    and a complement within a complement are dissolved. The stretches read stay the same.
    """
    return _normal(location, complemented=False)


def _normal(location: Location, *, complemented: bool) -> Location:
    if isinstance(location, Complement):
        return _normal(location.inner, complemented=not complemented)
    if isinstance(location, Combination):
        members: list[Location] = []
        for member in reversed(location.members) if complemented else location.members:
            normal = _normal(member, complemented=complemented)
            members.extend(normal.members if type(normal) is type(location) else (normal,))
        return type(location)(tuple(members))
    if isinstance(location, Range) and location == Range(location.start, location.start):
        location = Point(location.start)
    return Complement(location) if complemented else location
