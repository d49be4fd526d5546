"""The other strand in place of residues; features wholly within follow (ST.26 par. 67).

A sequence or a stretch of it is read the other way round. A feature keeps the residues that it
names: its location is mirrored and changes its strand.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from seqeditor.domain.edits.residues import LOCATION_VALUES, POSITION, POSITION_VALUES
from seqeditor.domain.location import (
    Between,
    Combination,
    Complement,
    Location,
    LocationError,
    Point,
    Range,
    parse,
)
from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from seqeditor.domain.translation import reverse_complement

_OTHER_SIDE = {write("left"): write("right") for write in (str.lower, str.upper, str.title)} | {
    write("right"): write("left") for write in (str.lower, str.upper, str.title)
}
"""Values of the qualifier direction, which is that of the sequence as listed."""

_OTHER_BOUND = {"": "", "<": ">", ">": "<"}


def reverse_complemented(sequence: Sequence, start: int, end: int) -> Sequence:
    """Return the sequence with positions start to end (1-based, both included) reversed.

    A feature wholly within them follows; every other location stays as it is written, also that of
    a feature that crosses a bound: `crossing` names these. Raises ValueError for amino acids, and
    when the positions are not those of the sequence.
    """
    if not sequence.is_nucleotide or not 1 <= start <= end <= sequence.length:
        raise ValueError((sequence.moltype, start, end))
    letters = reverse_complement(sequence.residues.text(start, end))
    residues = sequence.residues.splice(start, end - start + 1, letters)
    turn = _Turn(start, end, sequence.moltype)
    features = tuple(map(turn.feature, sequence.features))
    return replace(sequence, residues=residues, features=features, written_length=None)


def crossing(sequence: Sequence, start: int, end: int) -> tuple[Feature, ...]:
    """Return the features partly within the positions and partly not; source is none of them."""
    turn = _Turn(start, end, sequence.moltype)
    return tuple(filter(turn.is_crossed_by, sequence.features))


@dataclass(frozen=True, slots=True)
class _Turn:
    """The positions that are turned round."""

    start: int
    end: int
    moltype: str

    def _read(self, text: str) -> Location | None:
        try:
            return parse(text, self.moltype)
        except LocationError:
            return None

    def _holds(self, location: Location) -> bool:
        return location.minimum >= self.start and location.maximum <= self.end

    def is_crossed_by(self, feature: Feature) -> bool:
        location = None if feature.key == "source" else self._read(feature.location)
        if location is None or self._holds(location):
            return False
        return any(first <= self.end and last >= self.start for first, last, _ in location.spans())

    def feature(self, feature: Feature) -> Feature:
        """Return the feature after the turn."""
        location = self._read(feature.location)
        if feature.key == "source" or location is None or not self._holds(location):
            return feature
        qualifiers = tuple(map(self._qualifier, feature.qualifiers))
        return replace(feature, location=str(self._turned(location)), qualifiers=qualifiers)

    def _qualifier(self, qualifier: Qualifier) -> Qualifier:
        value = qualifier.value or ""
        if qualifier.name == "direction":
            value = _OTHER_SIDE.get(value, value)
        elif qualifier.name in LOCATION_VALUES:
            location = self._read(value)
            # A range of bases without a strand: it lies at its mirror place.
            if location is not None and self._holds(location):
                value = str(self._mirrored(location))
        elif qualifier.name in POSITION_VALUES and (match := POSITION.match(value)):
            location = self._read(match[2])
            if location is not None and self._holds(location):
                value = match[1] + str(self._turned(location)) + value[match.end(2) :]
        return qualifier if value == (qualifier.value or "") else replace(qualifier, value=value)

    def _turned(self, location: Location) -> Location:
        """Return the mirrored location on the other strand, in its plainest form."""
        if isinstance(location, Complement):
            return self._mirrored(location.inner)
        if isinstance(location, Combination) and any(
            isinstance(member, Complement) for member in location.members
        ):
            return type(location)(tuple(map(self._turned, location.members)))
        return Complement(self._mirrored(location))

    def _mirrored(self, location: Location) -> Location:
        if isinstance(location, Complement):
            return Complement(self._mirrored(location.inner))
        if isinstance(location, Combination):
            return type(location)(tuple(map(self._mirrored, reversed(location.members))))
        if isinstance(location, Range):
            return Range(
                self._place(location.end),
                self._place(location.start),
                before=location.after,
                after=location.before,
            )
        if isinstance(location, Between):
            return Between(self._place(location.second), self._place(location.first))
        if isinstance(location, Point):
            return Point(self._place(location.position), _OTHER_BOUND[location.bound])
        return location

    def _place(self, position: int) -> int:
        return self.start + self.end - position
