"""Values of transl_except and anticodon put together (ST.26 Annex I, Section 6, 6.78 and 6.2)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from seqeditor.domain.location import LocationError, faults, parse
from seqeditor.domain.sequence import Feature, Sequence
from seqeditor.vocabulary.genetic_codes import GeneticCode, default_code, genetic_code
from seqeditor.vocabulary.residues import reverse_complement, three_letter

_VALUE = re.compile(r"\(?\s*pos:(?P<pos>[^:]*?),\s*aa:(?P<aa>\w*)(?:,\s*seq:(?P<seq>\w*))?\s*\)?")

MOST_BASES = 60
"""More than these are not shown: nobody means so long a codon."""


@dataclass(frozen=True, slots=True)
class CodonValue:
    """What such a value says; `bases` only for an anticodon."""

    place: str = ""
    amino_acid: str = ""
    bases: str = ""

    def text(self, name: str) -> str:
        """Return the value for the qualifier of this name."""
        bases = f",seq:{self.bases}" if name == "anticodon" else ""
        return f"(pos:{self.place},aa:{self.amino_acid}{bases})"


def read_codon_value(text: str) -> CodonValue:
    """Return what can be read of a value; parts that cannot are empty."""
    match = _VALUE.fullmatch(text.strip()) if len(text) < 400 else None
    if match is None:
        return CodonValue()
    return CodonValue(match["pos"].strip(), match["aa"], match["seq"] or "")


def bases_at(place: str, sequence: Sequence) -> str:
    """Return the bases at a location as the feature reads them, "" where it is none."""
    try:
        location = parse(place, sequence.moltype)
    except LocationError:
        return ""
    if faults(location, sequence.moltype, sequence.length):
        return ""
    spans = location.spans()
    if sum(last - first + 1 for first, last, _ in spans) > MOST_BASES:
        return ""
    parts = []
    for first, last, strand in spans:
        letters = sequence.residues.text(first, last)
        parts.append(letters if strand > 0 else reverse_complement(letters))
    return "".join(parts)


def read_as(bases: str, feature: Feature) -> str:
    """Return the three-letter code that a codon has in the genetic code of a feature.

    TERM for a stop, "" where it cannot be told.
    """
    letter = _code_of(feature).amino_acid(bases.replace("u", "t"))
    if letter is None:
        return ""
    return "TERM" if letter == "*" else three_letter(letter) or ""


def _code_of(feature: Feature) -> GeneticCode:
    number = feature.value("transl_table") or ""
    plain = number.isascii() and number.isdecimal() and len(number) < 4
    return (genetic_code(int(number)) if plain else None) or default_code()


def on_strand_of(feature: Feature, start: int, end: int, moltype: str) -> str:
    """Return the location of some residues on the strand that a feature lies on."""
    place = str(start) if start == end else f"{start}..{end}"
    try:
        spans = parse(feature.location, moltype).spans()
    except LocationError:
        return place
    reverse = bool(spans) and all(strand < 0 for _, _, strand in spans)
    return f"complement({place})" if reverse else place
