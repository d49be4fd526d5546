"""A location as a list of parts, for a form: one operator over points, ranges and sites.

What the form cannot show, such as an order of joins or a complement around another one, has no
parts; its text stays as it is. Positions are 1-based and inclusive.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from seqeditor.domain.location import (
    Between,
    Combination,
    Complement,
    Descriptor,
    Join,
    Location,
    Order,
    Point,
    Range,
)


class PartKind(StrEnum):
    """The forms of a part."""

    RANGE = "range"
    """`x..y`"""
    POINT = "point"
    """`x`"""
    BETWEEN = "between"
    """`x^y`"""


class Operator(StrEnum):
    """How the parts belong together."""

    JOIN = "join"
    ORDER = "order"


@dataclass(frozen=True, slots=True)
class Part:
    """One line of the form; `end` counts for ranges and sites only.

    `before` is `<` at the first number, `after` is `>` at the last.
    """

    kind: PartKind = PartKind.RANGE
    start: int = 1
    end: int = 1
    before: bool = False
    after: bool = False
    complement: bool = False

    def __str__(self) -> str:
        text = str(self._descriptor())
        return f"complement({text})" if self.complement else text

    def _descriptor(self) -> Descriptor:
        if self.kind is PartKind.RANGE:
            return Range(self.start, self.end, self.before, self.after)
        if self.kind is PartKind.BETWEEN:
            return Between(self.start, self.end)
        return Point(self.start, "<" * self.before or ">" * self.after)


@dataclass(frozen=True, slots=True)
class Parts:
    """All lines of the form; `complement` puts the whole on the other strand."""

    parts: tuple[Part, ...]
    operator: Operator = Operator.JOIN
    complement: bool = False

    def __str__(self) -> str:
        if not self.parts:
            return ""
        text = ",".join(map(str, self.parts))
        if len(self.parts) > 1:
            text = f"{self.operator}({text})"
        return f"complement({text})" if self.complement else text

    @property
    def plain(self) -> Parts:
        """The same with the complement of a single part on the part itself."""
        if len(self.parts) == 1 and self.complement and not self.parts[0].complement:
            return Parts((replace(self.parts[0], complement=True),), self.operator)
        return self


def parts_of(location: Location) -> Parts | None:
    """Return a location as lines of the form, None where the form cannot show it."""
    whole = isinstance(location, Complement) and isinstance(location.inner, Combination)
    inner = location.inner if isinstance(location, Complement) and whole else location
    if isinstance(inner, Combination):
        members = tuple(map(_part, inner.members))
        operator = Operator.ORDER if isinstance(inner, Order) else Operator.JOIN
        assert isinstance(inner, Order | Join)
    else:
        members, operator = (_part(inner),), Operator.JOIN
    known = tuple(part for part in members if part is not None)
    return Parts(known, operator, whole) if len(known) == len(members) else None


def _part(location: Location) -> Part | None:
    if isinstance(location, Complement):
        part = _part(location.inner)
        return None if part is None or part.complement else replace(part, complement=True)
    if isinstance(location, Range):
        return Part(PartKind.RANGE, location.start, location.end, location.before, location.after)
    if isinstance(location, Between):
        return Part(PartKind.BETWEEN, location.first, location.second)
    if isinstance(location, Point):
        place = location.position
        return Part(PartKind.POINT, place, place, location.bound == "<", location.bound == ">")
    return None
