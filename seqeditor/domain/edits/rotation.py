"""Another first residue of a circular molecule; features follow (ST.26 par. 12, 25, 64-71).

The author of a listing chooses the residue with number 1. A feature over the new ends becomes a
join of its two parts; a join of two parts that meet where the old ends were becomes one range.
Amino acids have no join: such a feature is divided into two. What cannot be said is an obstacle.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from seqeditor.domain.edits.residues import (
    LINKS,
    LOCATION_VALUES,
    POSITION,
    POSITION_VALUES,
)
from seqeditor.domain.location import (
    Between,
    Combination,
    Complement,
    Join,
    Location,
    LocationError,
    Point,
    Range,
    parse,
    whole,
)
from seqeditor.domain.residues import TextResidues
from seqeditor.domain.sequence import Feature, Qualifier, Sequence

_WHOLE = ("source", "misc_feature", "REGION")
"""Keys for which all of a circle is 1..N, wherever it begins; a CDS has a beginning of its own."""

Parts = tuple[Location, ...]


@dataclass(frozen=True, slots=True)
class Effects:
    """What a new first residue does to features beside moving them, each as it was before.

    `divided` lie over the new ends and become a join, of amino acids two features; `joined` lay
    over the old ones and become one range. `unread` keep their location, which cannot be read or
    lies outside. `obstacles` are qualifiers that cannot say where they would lie.
    """

    divided: tuple[Feature, ...] = ()
    joined: tuple[Feature, ...] = ()
    unread: tuple[Feature, ...] = ()
    obstacles: tuple[tuple[Feature, Qualifier], ...] = ()


def rotated(sequence: Sequence, first: int) -> Sequence:
    """Return the sequence with the residue at position `first` (1-based) as its first one.

    Locations in features and qualifiers follow. Raises ValueError when there is no such position;
    an obstacle (see `effects`) stays as it is written.
    """
    if not 1 <= first <= sequence.length:
        raise ValueError(first)
    if first == 1:
        return sequence
    letters = sequence.residues.text()
    turn = _Turn(sequence, first)
    return replace(
        sequence,
        residues=TextResidues(letters[first - 1 :] + letters[: first - 1]),
        features=tuple(new for one in sequence.features for new in turn.features(one)),
        written_length=None,
    )


def effects(sequence: Sequence, first: int) -> Effects:
    """Return what `rotated` would do beside moving."""
    turn = _Turn(sequence, first)
    divided, joined, unread = [], [], []
    obstacles: list[tuple[Feature, Qualifier]] = []
    for feature in sequence.features:
        if feature.key == "source" or first == 1:
            continue
        if turn.read(feature.location) is None:
            unread.append(feature)
        new = turn.features(feature)
        before = _count(feature.location, sequence.moltype)
        after = sum(_count(one.location, sequence.moltype) for one in new)
        if after > before:
            divided.append(feature)
        elif after < before:
            joined.append(feature)
        obstacles += [(feature, one) for one in feature.qualifiers if turn.stops(one)]
    return Effects(tuple(divided), tuple(joined), tuple(unread), tuple(obstacles))


def _count(text: str, moltype: str) -> int:
    try:
        return sum(1 for _ in parse(text, moltype).descriptors())
    except LocationError:
        return 1


def circle_feature(sequence: Sequence) -> Feature:
    """Return the feature that says that a molecule is circular.

    Nucleotides: a misc_feature between the last and the first residue (par. 66(b)).
    """
    if sequence.moltype == "AA":
        note = Qualifier("note", "circular peptide")
        return Feature("REGION", str(whole(sequence.length)), (note,))
    note = Qualifier("note", f"circular {sequence.moltype}")
    return Feature("misc_feature", str(Between(sequence.length, 1)), (note,))


def says_circular(feature: Feature) -> bool:
    """Tell whether a feature says that the molecule is circular."""
    if feature.key not in ("misc_feature", "REGION"):
        return False
    return any(
        "circular" in note.lower() or "cyclic" in note.lower() for note in feature.values("note")
    )


def with_circle(sequence: Sequence) -> Sequence:
    """Return the sequence with a feature that says that it is circular, unless one does."""
    if any(map(says_circular, sequence.features)):
        return sequence
    return replace(sequence, features=(*sequence.features, circle_feature(sequence)))


class _Turn:
    """One choice of the first residue."""

    def __init__(self, sequence: Sequence, first: int) -> None:
        self._first, self._length = first, sequence.length
        self._moltype = sequence.moltype

    def _place(self, position: int) -> int:
        return (position - self._first) % self._length + 1

    def read(self, text: str) -> Location | None:
        """Return a location that can be turned, None for another one."""
        try:
            location = parse(text, self._moltype)
        except LocationError:
            return None
        for one in location.descriptors():
            if not all(1 <= position <= self._length for position in one.positions):
                return None
            if isinstance(one, Range) and one.start > one.end:
                return None
            if isinstance(one, Between) and one.second != one.first % self._length + 1:
                return None
        return location

    # Features ----------------------------------------------------------------------------------

    def features(self, feature: Feature) -> tuple[Feature, ...]:
        """Return the feature after the turn: two when amino acids lie over the new ends."""
        location = self.read(feature.location)
        if location is None:
            return (feature,)
        qualifiers = tuple(map(self._qualifier, feature.qualifiers))
        texts = tuple(self._texts(feature, location))
        first = replace(feature, location=texts[0], qualifiers=qualifiers)
        fresh = tuple(replace(one, id=None, ref=0) for one in qualifiers)
        return (first, *(Feature(feature.key, text, fresh) for text in texts[1:]))

    def _texts(self, feature: Feature, location: Location) -> Iterator[str]:
        stays = feature.key in _WHOLE and location == whole(self._length)
        if stays or (
            isinstance(location, Between) and says_circular(feature) and location.second == 1
        ):
            yield feature.location
        elif self._moltype == "AA" and feature.key in LINKS and isinstance(location, Range):
            ends = sorted((self._place(location.start), self._place(location.end)))
            yield str(replace(location, start=ends[0], end=ends[1]))
        elif self._moltype == "AA":
            yield from map(str, self._parts(location))
        else:
            new = self._location(location)
            yield feature.location if new == location else str(new)

    # Qualifiers --------------------------------------------------------------------------------

    def stops(self, qualifier: Qualifier) -> bool:
        """Tell whether a range in a qualifier would lie over the new ends, where it cannot."""
        if qualifier.name not in LOCATION_VALUES:
            return False
        location = self.read(qualifier.value or "")
        return location is not None and isinstance(self._location(location), Combination)

    def _qualifier(self, qualifier: Qualifier) -> Qualifier:
        value = qualifier.value or ""
        if qualifier.name in LOCATION_VALUES and not self.stops(qualifier):
            value = self._text(value)
        elif qualifier.name in POSITION_VALUES and (match := POSITION.match(value)):
            value = match[1] + self._text(match[2]) + value[match.end(2) :]
        return qualifier if value == (qualifier.value or "") else replace(qualifier, value=value)

    def _text(self, text: str) -> str:
        location = self.read(text)
        if location is None:
            return text
        new = self._location(location)
        return text if new == location else str(new)

    # Locations ---------------------------------------------------------------------------------

    def _location(self, location: Location) -> Location:
        if isinstance(location, Complement):
            return Complement(self._location(location.inner))
        if isinstance(location, Combination):
            members = self._members(self._closed(location))
            return replace(location, members=members) if len(members) > 1 else members[0]
        parts = self._parts(location)
        return Join(parts) if len(parts) > 1 else parts[0]

    def _members(self, members: Parts) -> Parts:
        """Return the members after the turn, none of them a combination within another one."""
        found: list[Location] = []
        for member in members:
            if isinstance(member, Complement) and not isinstance(member.inner, Combination):
                found += map(Complement, reversed(self._parts(member.inner)))
            elif isinstance(member, Combination | Complement):
                found.append(self._location(member))
            else:
                found += self._parts(member)
        return tuple(found)

    def _parts(self, location: Location) -> Parts:
        if isinstance(location, _Arc | Range):
            return self._cut(location)
        if isinstance(location, Between):
            return (Between(self._place(location.first), self._place(location.second)),)
        assert isinstance(location, Point)
        return (replace(location, position=self._place(location.position)),)

    def _cut(self, one: Range) -> Parts:
        start, end = self._place(one.start), self._place(one.end)
        crosses = start > end or (start == end and one.start != one.end)
        if not crosses:
            return (_plain(start, end, before=one.before, after=one.after, was=one),)
        return (
            _plain(start, self._length, before=one.before, after=False),
            _plain(1, end, before=False, after=one.after),
        )

    def _closed(self, location: Combination) -> Parts:
        """Return the members, those that meet at the old ends as one that goes over them."""
        members: list[Location] = []
        for member in location.members:
            closed = self._over_ends(members[-1], member) if members else None
            if closed is None:
                members.append(member)
            else:
                members[-1] = closed
        return tuple(members)

    def _over_ends(self, one: Location, other: Location) -> Location | None:
        if isinstance(one, Complement) and isinstance(other, Complement):
            inner = self._over_ends(other.inner, one.inner)
            return None if inner is None else Complement(inner)
        before, after = _range(one), _range(other)
        if before is None or after is None or before.after or after.before:
            return None
        if before.end != self._length or after.start != 1 or after.end >= before.start:
            return None
        return _Arc(before.start, after.end, before.before, after.after)


class _Arc(Range):
    """A range over the ends of the circle: from its start on to the end, and from 1 to its end."""

    __slots__ = ()


def _range(location: Location) -> Range | None:
    if isinstance(location, Range):
        return location
    if isinstance(location, Point):
        place, bound = location.position, location.bound
        return Range(place, place, before=bound == "<", after=bound == ">")
    return None


def _plain(
    start: int, end: int, *, before: bool, after: bool, was: Range | None = None
) -> Location:
    if start < end or (before and after) or (was is not None and was.start == was.end):
        return Range(start, end, before=before, after=after)
    return Point(start, "<" * before or ">" * after)
