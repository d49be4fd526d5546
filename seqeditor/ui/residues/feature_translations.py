"""The translations of a sequence's CDS features, placed under its residues."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from seqeditor.domain.location import REMEMBERED, LocationError, reach_of, spans_of
from seqeditor.domain.location_tree import Stretch
from seqeditor.domain.residues import Residues
from seqeditor.domain.sequence import Feature, Sequence
from seqeditor.domain.translation import (
    STOP,
    codon_letters,
    read_exceptions,
    reverse_complement,
)
from seqeditor.ui.residues.translations import Codons, Translated, placed_codons
from seqeditor.vocabulary.genetic_codes import default_code, genetic_code
from seqeditor.vocabulary.residues import one_letter_codes

WINDOW = 1024
"""Bases fetched at a time."""

_UNREAD = ("pseudo", "pseudogene")
"""Qualifiers of a CDS that is not translated."""


def translations_of(sequence: Sequence) -> Codons | None:
    """Return the look-up of amino acids by position, None when nothing is translated.

    What is shown is the value of the qualifier translation, as it stands, and the stop after it;
    where there is none, what the genetic code gives. That is read codon by codon when it is asked
    for, so that a chromosome with thousands of CDS costs no more than what is visible.
    """
    if not sequence.is_nucleotide:
        return None
    moltype, length = sequence.moltype, sequence.length
    found: list[Feature] = []
    reaches: list[tuple[int, int]] = []
    for feature in sequence.features:
        if feature.key == "CDS" and _is_read(feature):
            reach = _reach(feature.location, moltype, length)
            if reach is not None:
                found.append(feature)
                reaches.append(reach)
    if not found:
        return None
    bases, known = _Bases(sequence.residues), dict[int, Translated]()

    def region(number: int) -> Translated:
        if number not in known:
            known[number] = _translated(found[number], moltype, bases)
        return known[number]

    return placed_codons(reaches, region)


def _is_read(feature: Feature) -> bool:
    for one in feature.qualifiers:
        if one.name in _UNREAD:
            return bool((feature.value("translation") or "").strip())
    return True


@lru_cache(maxsize=8192)
def _remembered(location: str, amino: bool) -> tuple[int, int, int, int] | None:
    """Return the lowest and highest position named, and those of what is read; None for nothing."""
    moltype = "AA" if amino else "DNA"
    try:
        low, high = reach_of(location, moltype)
        stretches = spans_of(location, moltype)
    except LocationError:
        return None
    if not stretches:
        return None
    # Not low and high: a place between two residues is named, and no stretch.
    return low, high, min([one[0] for one in stretches]), max([one[1] for one in stretches])


def _reach(location: str, moltype: str, length: int) -> tuple[int, int] | None:
    """Return the first and the last position of a region, None where nothing is to be shown."""
    find = _remembered if len(location) <= REMEMBERED else _remembered.__wrapped__
    found = find(location, moltype == "AA")
    if found is None or not 1 <= found[0] <= found[1] <= length:
        return None
    return found[2:]


def _translated(feature: Feature, moltype: str, bases: _Bases) -> Translated:
    written = "".join((feature.value("translation") or "").split())
    stretches = spans_of(feature.location, moltype)
    start = feature.value("codon_start") or "1"
    codon_start = int(start) if start in ("1", "2", "3") else 1
    begins_open = "<" in feature.location if stretches[0][2] > 0 else ">" in feature.location
    further = _Further(
        bases,
        stretches,
        codon_start,
        table=feature.value("transl_table") or "",
        written=len(written),
        may_start=not begins_open and codon_start == 1,
        excepted=_excepted(feature, moltype, stretches, codon_start),
    )
    return Translated(stretches, written, codon_start, further.letter)


def _excepted(
    feature: Feature, moltype: str, stretches: tuple[Stretch, ...], codon_start: int
) -> dict[int, str]:
    """Return the amino acids that transl_except names, by the number of their codon from 0."""
    values = list(feature.values("transl_except"))
    found: dict[int, str] = {}
    for one in read_exceptions(values, one_letter_codes(), moltype) if values else ():
        spans = one.location.spans()
        if not spans:
            continue
        start, end, strand = spans[0]
        along = _along(stretches, start if strand > 0 else end, strand) - (codon_start - 1)
        if along >= 0 and along % 3 == 0:
            found[along // 3] = one.letter
    return found


def _along(stretches: tuple[Stretch, ...], position: int, strand: int) -> int:
    """Return how many bases of the region are read before a position; -1 outside of it."""
    before = 0
    for start, end, direction in stretches:
        if start <= position <= end and direction == strand:
            return before + (position - start if strand > 0 else end - position)
        before += end - start + 1
    return -1


@dataclass(slots=True)
class _Bases:
    """Single bases of a sequence, fetched by windows."""

    residues: Residues
    windows: dict[int, str] = field(default_factory=dict)

    def at(self, position: int) -> str:
        number, place = divmod(position - 1, WINDOW)
        if number not in self.windows:
            first = number * WINDOW + 1
            self.windows[number] = self.residues.text(first, first + WINDOW - 1).lower()
        return self.windows[number][place : place + 1]


class _Further:
    """The amino acids that a region has beyond those written, by the genetic code."""

    def __init__(
        self,
        bases: _Bases,
        stretches: tuple[Stretch, ...],
        codon_start: int,
        *,
        table: str,
        written: int,
        may_start: bool,
        excepted: Mapping[int, str],
    ) -> None:
        self._bases = bases
        self._stretches = stretches
        self._codon_start = codon_start
        known = int(table) if table.isascii() and table.isdecimal() and len(table) < 4 else 0
        self._code = genetic_code(known) or default_code()
        self._letters: Mapping[str, str] = codon_letters(self._code)
        self._written = written
        self._may_start = may_start
        self._excepted = excepted

    def letter(self, number: int) -> str:
        """Return the amino acid of a codon, "" where there is none or too much is unknown."""
        if self._written and number > self._written:
            return ""
        codon = "".join(self._base(3 * number + self._codon_start - 1 + n) for n in range(3))
        letter = self._letters.get(codon, "X") if len(codon) == 3 else ""
        if self._written:
            return letter if letter == STOP else ""
        if number in self._excepted:
            return self._excepted[number]
        if number == 0 and self._may_start and codon in self._code.starts:
            return "M"
        return letter

    def _base(self, along: int) -> str:
        """Return the base so many after the first of the region, as it is read."""
        for start, end, strand in self._stretches:
            size = end - start + 1
            if along < size:
                position = start + along if strand > 0 else end - along
                base = self._bases.at(position)
                return base if strand > 0 else reverse_complement(base)
            along -= size
        return ""
