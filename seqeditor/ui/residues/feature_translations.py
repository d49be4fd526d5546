"""The translations written in a sequence's CDS features, placed under its residues."""

from __future__ import annotations

from collections.abc import Iterator

from seqeditor.domain.location import LocationError, parse
from seqeditor.domain.sequence import Feature, Sequence
from seqeditor.ui.residues.translations import Codons, Translated, codons_of


def translations_of(sequence: Sequence) -> Codons | None:
    """Return the look-up of amino acids by position, None when nothing is translated.

    What is shown is the value of the qualifier translation, as it stands.
    """
    found = list(_translated(sequence))
    return codons_of(found) if found else None


def _translated(sequence: Sequence) -> Iterator[Translated]:
    for feature in sequence.features:
        letters = feature.value("translation") if feature.key == "CDS" else None
        if letters:
            one = _of_feature(feature, letters, sequence)
            if one is not None:
                yield one


def _of_feature(feature: Feature, letters: str, sequence: Sequence) -> Translated | None:
    try:
        spans = parse(feature.location, sequence.moltype).spans()
    except LocationError:
        return None
    strands = {strand < 0 for _, _, strand in spans}
    pieces = sorted((start, end) for start, end, _ in spans)
    # Exons of both strands, or out of their order, cannot be drawn as one line of codons.
    if len(strands) != 1 or not pieces or pieces[-1][1] > sequence.length:
        return None
    start = feature.value("codon_start") or "1"
    return Translated(
        tuple(pieces),
        "".join(letters.split()),
        reverse=strands.pop(),
        codon_start=int(start) if start in ("1", "2", "3") else 1,
    )
