"""Features on the clipboard, and what to know before they go into another sequence."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from enum import Enum

from seqeditor.domain.edits.feature_sets import clipped, copied
from seqeditor.domain.location import faults
from seqeditor.domain.sequence import MOLTYPES, Feature, Sequence
from seqeditor.formats.st26.codec import FragmentError, decode_fragment, encode_annotations
from seqeditor.vocabulary.features import feature_key

MIME = "application/x-seqeditor-features+xml"
LISTING_MIME = "application/x-seqeditor-listing"
"""Stands for the listing that features were copied from."""


def to_clipboard(moltype: str, features: Iterable[Feature]) -> bytes:
    """Return features as a fragment of ST.26 XML (type MIME)."""
    return encode_annotations(Sequence(moltype, features=copied(features)))


def from_clipboard(fragment: bytes) -> tuple[Feature, ...]:
    """Return the features of what `to_clipboard` made; raises FragmentError."""
    found = decode_fragment(fragment)
    if not found:
        raise FragmentError("no INSDSeq")
    return tuple(one for sequence in found for one in copied(sequence.features))


def without_links(features: Iterable[Feature]) -> tuple[Feature, ...]:
    """Return the features without protein_id: in another listing its number means another one."""
    return tuple(
        replace(one, qualifiers=tuple(q for q in one.qualifiers if q.name != "protein_id"))
        for one in features
    )


class Doubt(Enum):
    """Why a feature may not belong where it is to be pasted."""

    OUTSIDE = "outside"
    """Its location is none of this sequence."""
    SOURCE = "source"
    """A sequence has one source (par. 63)."""
    PRESENT = "present"
    """The same feature is there."""
    KEY = "key"
    """This molecule type has no such feature key."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A feature to be pasted, and what speaks against it."""

    feature: Feature
    doubts: frozenset[Doubt]


def arrivals(sequence: Sequence, features: Iterable[Feature]) -> tuple[Arrival, ...]:
    """Return each feature with what speaks against putting it into a sequence."""
    there = set(map(_content, sequence.features))
    return tuple(
        Arrival(feature, frozenset(_doubts(sequence, feature, there))) for feature in features
    )


def _doubts(sequence: Sequence, feature: Feature, there: AbstractSet[object]) -> Iterable[Doubt]:
    if _content(feature) in there:
        yield Doubt.PRESENT
    elif feature.key == "source" and sequence.source is not None:
        yield Doubt.SOURCE
    if sequence.moltype in MOLTYPES and feature_key(sequence.moltype, feature.key) is None:
        yield Doubt.KEY
    if feature.location and faults(feature.location, sequence.moltype, sequence.length):
        yield Doubt.OUTSIDE


def _content(feature: Feature) -> object:
    quals = tuple(sorted((q.name, q.value or "", q.non_english or "") for q in feature.qualifiers))
    return feature.key, feature.location, quals


def settled(
    sequence: Sequence, found: Iterable[Arrival], left_out: AbstractSet[Doubt], *, clip: bool
) -> tuple[Feature, ...]:
    """Return the features to be put in: without those left out, clipped if that was chosen.

    What is clipped away entirely is left out; what no clipping can mend stays as it is.
    """
    made: list[Feature] = []
    for one in found:
        if one.doubts & left_out:
            continue
        if clip and Doubt.OUTSIDE in one.doubts:
            location = clipped(one.feature.location, sequence.moltype, sequence.length)
            if location is not None:
                made.append(replace(one.feature, location=location))
        else:
            made.append(one.feature)
    return tuple(made)
