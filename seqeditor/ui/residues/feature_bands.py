"""The features of a sequence as bands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from seqeditor.domain.location import REMEMBERED, LocationError, reach_of, spans_of
from seqeditor.domain.sequence import Feature, Sequence
from seqeditor.ui.qt.feature_colours import is_drawn
from seqeditor.ui.residues.bands import Band

_NAMING = ("gene", "product", "standard_name", "mod_base", "bound_moiety", "note")
"""Qualifiers that name a feature best, in this order."""

_RANK = {name: rank for rank, name in enumerate(_NAMING)}

LONGEST_NAME = 60


def bands_of(sequence: Sequence) -> tuple[Band, ...]:
    """Return a band for each feature that can be drawn, in the order of the features.

    `source` is none of them, nor a feature whose location cannot be read or lies beyond the end.
    """
    return tuple(_bands(sequence))


def _bands(sequence: Sequence) -> Iterator[Band]:
    for index, feature in enumerate(sequence.features):
        if is_drawn(feature.key):
            band = _band(feature, index, sequence.moltype, sequence.length)
            if band is not None:
                yield band


def _band(feature: Feature, index: int, moltype: str, length: int) -> Band | None:
    name, text = name_of(feature), feature.location
    make = _made if len(text) <= REMEMBERED else _made.__wrapped__
    band = make(feature.key, text, name, feature.ref, index, moltype == "AA")
    if band is None or (band.start >= 1 and band.end <= length):
        return band
    pieces = sorted(
        (max(a, 1), min(b, length))
        for a, b in band.pieces or ((band.start, band.end),)
        if a <= length and b >= 1
    )
    if not pieces:
        return None
    return replace(
        band,
        start=pieces[0][0],
        end=max(end for _, end in pieces),
        pieces=tuple(pieces) if len(pieces) > 1 else (),
    )


@lru_cache(maxsize=8192)
def _made(key: str, text: str, name: str, ref: int, index: int, amino: bool) -> Band | None:
    """Return the band of a feature, however long the sequence is.

    Remembered: at a key the features before it stay as they are.
    """
    moltype = "AA" if amino else "DNA"
    try:
        spans = spans_of(text, moltype) or ((*reach_of(text, moltype), 1),)
    except LocationError:
        return None
    # Lists and no generators: as many as there are features are made at every key.
    pieces = sorted([(start, end) for start, end, _ in spans])
    return Band(
        start=pieces[0][0],
        end=max([end for _, end in pieces]),
        key=key,
        label=f"{key}  {name}" if name else key,
        ref=ref,
        tip=f"{key} {text}" + (f"\n{name}" if name else ""),
        index=index,
        pieces=tuple(pieces) if len(pieces) > 1 else (),
        reverse=all(strand < 0 for _, _, strand in spans),
    )


def name_of(feature: Feature) -> str:
    """Return what names a feature best, cut to a readable length; "" for nothing."""
    best, found = len(_NAMING), ""
    for one in feature.qualifiers:
        rank = _RANK.get(one.name, best)
        if rank < best and one.value and (value := " ".join(one.value.split())):
            best, found = rank, value
    return found if len(found) <= LONGEST_NAME else f"{found[: LONGEST_NAME - 1]}…"
