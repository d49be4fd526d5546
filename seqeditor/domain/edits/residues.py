"""Edits of the residues; features follow (ST.26 par. 50-59, 63-71).

How a location follows is said in `location_remap`.
"""

from __future__ import annotations

import re
from dataclasses import replace

from seqeditor.domain.location import LocationError, parse, whole
from seqeditor.domain.location_remap import remap
from seqeditor.domain.sequence import Feature, Qualifier, Sequence

LINKS = ("CROSSLNK", "DISULFID")
"""Keys of amino acids whose range means its two ends (par. 66(c))."""

_LOCATION_VALUES = ("rpt_unit_range", "tag_peptide")
_POSITION_VALUES = ("anticodon", "transl_except")
_POSITION = re.compile(r"\A(\s*\(\s*pos\s*:)(.*?)(,\s*aa\s*:)")


def replace_residues(sequence: Sequence, start: int, removed: int, inserted: str) -> Sequence:
    """Return the sequence with `removed` residues from position `start` (1-based) replaced.

    `start` may be one after the last residue, to append. Locations of features, and those within
    qualifier values, follow; one that cannot be read stays as it is. A feature of which nothing is
    left goes; `features_lost` names it beforehand. When no residue remains at all, the features
    wait for new residues. A single source feature always covers the whole sequence (par. 63).
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


def features_lost(
    sequence: Sequence, start: int, removed: int, inserted: str
) -> tuple[Feature, ...]:
    """Return the features of which `replace_residues` would leave nothing."""
    edit = _Following(sequence, start, removed, len(inserted))
    return tuple(feature for feature in sequence.features if edit.feature(feature) is None)


class _Following:
    """One edit of the residues, as the features of the sequence feel it."""

    def __init__(self, sequence: Sequence, start: int, removed: int, inserted: int) -> None:
        self._moltype = sequence.moltype
        self._edit = (start, removed, inserted)
        self._length = sequence.length - removed + inserted
        self._has_residues = sequence.length > 0
        sources = [feature for feature in sequence.features if feature.key == "source"]
        self._source = sources[0] if len(sources) == 1 else None

    def feature(self, feature: Feature) -> Feature | None:
        """Return the feature after the edit, None when nothing of it is left."""
        if not self._length:
            return feature
        linked = self._moltype == "AA" and feature.key in LINKS
        if feature is self._source:
            location: str | None = str(whole(self._length))
        else:
            location = self._text(feature.location, linked=linked)
        if location is None:
            return None
        qualifiers = tuple(map(self._qualifier, feature.qualifiers))
        return replace(feature, location=location, qualifiers=qualifiers)

    def _text(self, text: str, *, linked: bool = False) -> str | None:
        if not self._has_residues:
            return text  # it waited for these residues
        try:
            location = parse(text, self._moltype)
        except LocationError:
            return text
        new = remap(location, *self._edit, self._length, linked=linked)
        if new is None:
            return None
        return text if new == location else str(new)

    def _qualifier(self, qualifier: Qualifier) -> Qualifier:
        """Return the qualifier with the location in its value moved; one wiped out stays."""
        value = qualifier.value
        if not value:
            return qualifier
        if qualifier.name in _LOCATION_VALUES:
            value = self._text(value) or value
        elif qualifier.name in _POSITION_VALUES:
            value = _POSITION.sub(
                lambda match: match[1] + (self._text(match[2]) or match[2]) + match[3], value, 1
            )
        return qualifier if value == qualifier.value else replace(qualifier, value=value)
