"""Edits of the residues; features follow (ST.26 par. 50-59, 63-71).

How a location follows is said in `location_remap`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from seqeditor.domain.location import LocationError, moved, parse, whole
from seqeditor.domain.location_remap import remap
from seqeditor.domain.sequence import Feature, Qualifier, Sequence

LINKS = ("CROSSLNK", "DISULFID")
"""Keys of amino acids whose range means its two ends (par. 66(c))."""

LOCATION_VALUES = ("rpt_unit_range", "tag_peptide")
"""Qualifiers whose value is a range of the sequence."""

POSITION_VALUES = ("anticodon", "transl_except")
"""Qualifiers with a location within their value: `(pos:<location>,aa:...)`."""

POSITION = re.compile(r"\A(\s*\(\s*pos\s*:)(.*?)(,\s*aa\s*:)")
"""What stands before the location in such a value, the location, and what follows."""


_WITH_PLACES = frozenset(LOCATION_VALUES + POSITION_VALUES)
_NUMBER = re.compile(r"[0-9]{1,18}")


@dataclass(frozen=True, slots=True)
class Consequences:
    """What an edit of the residues takes away, or changes in another way than by moving it.

    `features` go as a whole. `qualifiers` go because the residues that they name are gone; each
    stands with its feature as it was. `out_of_frame` are coding regions that become longer or
    shorter by bases that are no whole codons; they stand as they were.
    """

    features: tuple[Feature, ...] = ()
    qualifiers: tuple[tuple[Feature, Qualifier], ...] = ()
    out_of_frame: tuple[Feature, ...] = ()

    @property
    def loses_something(self) -> bool:
        """Whether something that was written goes."""
        return bool(self.features or self.qualifiers)


def replace_residues(sequence: Sequence, start: int, removed: int, inserted: str) -> Sequence:
    """Return the sequence with `removed` residues from position `start` (1-based) replaced.

    `start` may be one after the last residue, to append. Locations of features, and those within
    qualifier values, follow; one that cannot be read stays as it is. A feature of which nothing is
    left goes, and a qualifier that names residues of which none is left; `consequences` names them
    beforehand. When no residue remains at all, the features wait for new residues. A single source
    feature always covers the whole sequence (par. 63).
    Raises ValueError when the positions are not those of the sequence.
    """
    if not (1 <= start <= sequence.length + 1 and 0 <= removed <= sequence.length + 1 - start):
        raise ValueError((start, removed))
    if sequence.residues.text(start, start + removed - 1) == inserted:
        return sequence
    residues = sequence.residues.splice(start, removed, inserted)
    edit = _Following(sequence, start, removed, len(inserted))
    features = tuple(filter(None, map(edit.feature, sequence.features)))
    return replace(sequence, residues=residues, features=features, written_length=None)


def consequences(sequence: Sequence, start: int, removed: int, inserted: int) -> Consequences:
    """Return what `replace_residues` with so many inserted residues would take away or disturb."""
    edit = _Following(sequence, start, removed, inserted)
    features: list[Feature] = []
    qualifiers: list[tuple[Feature, Qualifier]] = []
    out_of_frame: list[Feature] = []
    for feature in sequence.features:
        if edit.spares(feature):
            continue
        new = edit.feature(feature)
        if new is None:
            features.append(feature)
            continue
        if len(new.qualifiers) < len(feature.qualifiers):
            gone = (one for one in feature.qualifiers if edit.qualifier(one) is None)
            qualifiers += [(feature, one) for one in gone]
        if feature.key == "CDS" and edit.changes_frame(feature, new):
            out_of_frame.append(feature)
    return Consequences(tuple(features), tuple(qualifiers), tuple(out_of_frame))


def features_lost(
    sequence: Sequence, start: int, removed: int, inserted: str
) -> tuple[Feature, ...]:
    """Return the features of which `replace_residues` would leave nothing."""
    return consequences(sequence, start, removed, len(inserted)).features


@dataclass(frozen=True, slots=True)
class _Named:
    """The lowest and the highest number in some places, and whether one lies between residues."""

    lowest: int
    highest: int
    has_site: bool


@lru_cache(maxsize=8192)
def _named(places: tuple[str, ...]) -> _Named | None:
    """Return what numbers places name, None for none; asked of all features several times a key."""
    numbers = [int(number) for text in places for number in _NUMBER.findall(text)]
    if not numbers:
        return None
    return _Named(min(numbers), max(numbers), any("^" in text for text in places))


class _Following:
    """One edit of the residues, as the features of the sequence feel it."""

    def __init__(self, sequence: Sequence, start: int, removed: int, inserted: int) -> None:
        self._moltype = sequence.moltype
        self._edit = (start, removed, inserted)
        self._length = sequence.length - removed + inserted
        self._old_length = sequence.length
        sources = [feature for feature in sequence.features if feature.key == "source"]
        self._source = sources[0] if len(sources) == 1 else None

    def feature(self, feature: Feature) -> Feature | None:
        """Return the feature after the edit, None when nothing of it is left."""
        if not self._length:
            return feature
        linked = self._moltype == "AA" and feature.key in LINKS
        if feature is self._source or self._covers_all(feature):
            location: str | None = str(whole(self._length))
        else:
            if self._lies_before(feature):
                return feature
            location = self._text(feature.location, linked=linked)
        if location is None:
            return None
        qualifiers = feature.qualifiers
        if any(one.name in _WITH_PLACES for one in qualifiers):
            qualifiers = tuple(filter(None, map(self.qualifier, qualifiers)))
            if qualifiers == feature.qualifiers:
                qualifiers = feature.qualifiers  # the same, so that nobody compares them again
        # Not dataclasses.replace: thousands of features come by here at every key.
        return Feature(feature.key, location, qualifiers, feature.ref)

    def _lies_before(self, feature: Feature) -> bool:
        """Tell at once whether all that a feature names lies before the edit."""
        named = _named(self._places(feature))
        # In a site the last and the first residue of a circle are neighbours.
        return named is not None and not named.has_site and named.highest < self._edit[0]

    def _places(self, feature: Feature) -> tuple[str, ...]:
        places = [one.value or "" for one in feature.qualifiers if one.name in _WITH_PLACES]
        return (feature.location, *places)

    def spares(self, feature: Feature) -> bool:
        """Tell whether a feature is only moved, or not even that: most are, so it must be quick."""
        start, removed, _inserted = self._edit
        named = _named(self._places(feature))
        return named is None or named.highest < start or named.lowest >= start + removed

    def changes_frame(self, old: Feature, new: Feature) -> bool:
        """Tell whether a coding region gains or loses bases that are no whole codons."""
        if old.location == new.location:
            return False
        return (self._covered(new.location) - self._covered(old.location)) % 3 != 0

    def _covered(self, text: str) -> int:
        try:
            spans = parse(text, self._moltype).spans()
        except LocationError:
            return 0
        return sum(end - start + 1 for start, end, _ in spans)

    def _covers_all(self, feature: Feature) -> bool:
        return feature.key == "source" and feature.location == str(whole(self._old_length))

    def _text(self, text: str, *, linked: bool = False) -> str | None:
        if not self._old_length:
            return text  # it waited for these residues
        start, removed, inserted = self._edit
        as_plain = moved(text, self._moltype, start + removed, inserted - removed)
        if as_plain is not None:
            return as_plain
        try:
            location = parse(text, self._moltype)
        except LocationError:
            return text
        new = remap(location, *self._edit, self._length, linked=linked)
        if new is None:
            return None
        return text if new is location or new == location else str(new)

    def qualifier(self, qualifier: Qualifier) -> Qualifier | None:
        """Return the qualifier with the location in its value moved, None when that is gone."""
        value: str | None = qualifier.value
        if not value:
            return qualifier
        if qualifier.name in LOCATION_VALUES:
            value = self._text(value)
        elif qualifier.name in POSITION_VALUES:
            match = POSITION.match(value)
            if match is None:
                return qualifier
            location = self._text(match[2])
            value = None if location is None else match[1] + location + value[match.end(2) :]
        if value is None:
            return None
        return qualifier if value == qualifier.value else replace(qualifier, value=value)
