"""From a coding region to its amino acids (ST.26 par. 89-92, Annex I Sec. 6 transl_table).

A region is read 5' to 3' over all its stretches, on either strand, from codon_start on. Codons in
which transl_except names another amino acid give that one. Ambiguity symbols give an amino acid
where all codons they stand for agree, X otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from typing import Protocol

from seqeditor.domain.location import Location, LocationError, parse
from seqeditor.domain.location_tree import Between, Descriptor, Point, Range
from seqeditor.domain.residues import Residues

STOP = "*"
UNKNOWN = "X"
TERM = "TERM"
OTHER = "OTHER"

AMBIGUITIES: Mapping[str, str] = {
    "a": "a",
    "c": "c",
    "g": "g",
    "t": "t",
    "m": "ac",
    "r": "ag",
    "w": "at",
    "s": "cg",
    "y": "ct",
    "k": "gt",
    "v": "acg",
    "h": "act",
    "d": "agt",
    "b": "cgt",
    "n": "acgt",
}
"""The bases each nucleotide symbol stands for (Annex I, Table 1)."""

_COMPLEMENT = str.maketrans("acgtmrwsykvhdbn", "tgcakywsrmbdhvn")
_EXCEPTION = re.compile(r"\(pos:\s*([^:]+?)\s*,\s*aa:\s*([A-Za-z]+)\s*\)")


class Code(Protocol):
    """A genetic code: `amino_acids` has a letter for each codon in the order t, c, a, g."""

    @property
    def id(self) -> int:
        """The number of the table."""

    @property
    def amino_acids(self) -> str:
        """64 letters, `*` for stop."""

    @property
    def starts(self) -> frozenset[str]:
        """The codons a protein may begin with."""


@dataclass(frozen=True, slots=True)
class CodingRegion:
    """The bases of a coding region in the order they are read, `u` as they are stored: t.

    `stretches` are those of the location in the same order; `is_partial_start` and
    `is_partial_end` say that the 5' or 3' end is marked as lying beyond what is shown.
    `is_joined`: the region has several stretches.
    """

    bases: str
    stretches: tuple[tuple[int, int, int], ...]
    codon_start: int = 1
    is_partial_start: bool = False
    is_partial_end: bool = False

    @property
    def is_joined(self) -> bool:
        """Whether the region has several stretches."""
        return len(self.stretches) > 1

    def offset(self, position: int) -> int | None:
        """Return the 0-based place of a position of the sequence in `bases`, None if outside."""
        before = 0
        for start, end, strand in self.stretches:
            if start <= position <= end:
                return before + (position - start if strand > 0 else end - position)
            before += end - start + 1
        return None

    def position(self, offset: int) -> int:
        """Return the position in the sequence of a 0-based place; raises IndexError."""
        before = 0
        for start, end, strand in self.stretches:
            width = end - start + 1
            if 0 <= offset - before < width:
                inside = offset - before
                return start + inside if strand > 0 else end - inside
            before += width
        raise IndexError(offset)


@dataclass(frozen=True, slots=True)
class CodonException:
    """What one transl_except says: the place of its bases and the amino acid's letter.

    `letter` is `*` for TERM and X for OTHER.
    """

    location: Location
    letter: str


@dataclass(frozen=True, slots=True)
class Translation:
    """The outcome. `letters` are without the stop at the end.

    `has_start`: the first codon is one a protein may begin with. `has_stop`: the region ends with
    a stop. `inner_stops`: the 1-based numbers of codons that stop before the end. `left_over`: the
    bases after the last whole codon that no TERM completes. `misplaced`: exceptions whose bases
    are no codon of the region.
    """

    letters: str
    has_start: bool
    has_stop: bool
    inner_stops: tuple[int, ...] = ()
    left_over: int = 0
    misplaced: tuple[CodonException, ...] = field(default=())


def coding_region(residues: Residues, location: Location, codon_start: int = 1) -> CodingRegion:
    """Return the bases of a location in the order they are read.

    Positions outside the residues are passed over: a rule of its own speaks of them.
    """
    stretches = tuple(
        (max(start, 1), min(end, len(residues)), strand)
        for start, end, strand in location.spans()
        if start <= len(residues) and end >= 1
    )
    pieces = []
    for start, end, strand in stretches:
        piece = residues.text(start, end).lower()
        pieces.append(piece if strand > 0 else reverse_complement(piece))
    begins, ends = _open_ends(location)
    return CodingRegion("".join(pieces), stretches, codon_start, begins, ends)


def reverse_complement(letters: str) -> str:
    """Return the other strand, 5' to 3'; characters that are no nucleotide symbol stay."""
    return letters.translate(_COMPLEMENT)[::-1]


def _open_ends(location: Location) -> tuple[bool, bool]:
    """Tell whether the 5' and the 3' end are marked with `<` or `>`, strand taken into account."""
    spans = location.spans()
    if not spans:
        return False, False
    found = [d for d in location.descriptors() if not isinstance(d, Between)]
    marks = {_bounds(d): _marks(d) for d in found}
    first, last = spans[0], spans[-1]
    low, high = marks.get(first[:2], (False, False))
    begins = low if first[2] > 0 else high
    low, high = marks.get(last[:2], (False, False))
    return begins, (high if last[2] > 0 else low)


def _bounds(descriptor: Descriptor) -> tuple[int, int]:
    positions = descriptor.positions
    return min(positions), max(positions)


def _marks(descriptor: Descriptor) -> tuple[bool, bool]:
    """Whether the lower and the higher end are open; a lone point is open on its marked side."""
    text = str(descriptor)
    if isinstance(descriptor, (Point, Range)):
        return "<" in text, ">" in text
    return False, False


def read_exceptions(
    values: Iterable[str], letters: Mapping[str, str], moltype: str
) -> list[CodonException]:
    """Return what transl_except values say; those that cannot be read are left out.

    `letters` gives the one-letter symbol by three-letter code.
    """
    found = []
    for value in values:
        match = _EXCEPTION.fullmatch(value.strip())
        if match is None:
            continue
        letter = {TERM: STOP, OTHER: UNKNOWN}.get(match[2]) or letters.get(match[2])
        try:
            location = parse(match[1], moltype)
        except LocationError:
            continue
        if letter is not None:
            found.append(CodonException(location, letter))
    return found


def translate(
    region: CodingRegion, code: Code, exceptions: Iterable[CodonException] = ()
) -> Translation:
    """Return the amino acids of a region by a genetic code.

    A stop at the end is left out of the letters; the first codon gives M where it may begin a
    protein and the 5' end is not marked as lying beyond.
    """
    bases = region.bases[region.codon_start - 1 :]
    amino_acids = _letters_of(code.id, code.amino_acids)
    codons = [bases[at : at + 3] for at in range(0, len(bases) - len(bases) % 3, 3)]
    letters = [amino_acids.get(codon, UNKNOWN) for codon in codons]
    has_start = bool(codons) and codons[0] in code.starts
    if has_start and not region.is_partial_start and region.codon_start == 1:
        letters[0] = "M"
    left_over, misplaced = len(bases) % 3, []
    excepted: set[int] = set()
    for exception in exceptions:
        at = _codon_of(region, exception, len(codons), left_over)
        if at is None:
            misplaced.append(exception)
        elif at == len(codons):
            # The stop is completed when the RNA is processed: one or two bases stand for it.
            letters.append(exception.letter)
            left_over = 0
        else:
            letters[at] = exception.letter
            excepted.add(at)
    has_stop = bool(letters) and letters[-1] == STOP
    if has_stop:
        letters.pop()
    inner = tuple(at for at, letter in enumerate(letters, 1) if letter == STOP)
    return Translation("".join(letters), has_start, has_stop, inner, left_over, tuple(misplaced))


def _codon_of(
    region: CodingRegion, exception: CodonException, codons: int, left_over: int
) -> int | None:
    """Return the 0-based number of the codon an exception is about, None if it is none.

    The number of codons stands for the bases left over at the end, which only TERM completes.
    """
    offsets = []
    for start, end, strand in exception.location.spans():
        positions = range(start, end + 1) if strand > 0 else range(end, start - 1, -1)
        if len(positions) > 3:
            return None
        offsets += [region.offset(position) for position in positions]
    first = offsets[0] if offsets else None
    if first is None or None in offsets:
        return None
    at, out_of_frame = divmod(first - (region.codon_start - 1), 3)
    if out_of_frame or at < 0 or offsets != list(range(first, first + len(offsets))):
        return None
    if at < codons:
        return at if len(offsets) == 3 else None
    completes = exception.letter == STOP and 0 < len(offsets) <= left_over
    return at if completes and at == codons else None


def codon_letters(code: Code) -> Mapping[str, str]:
    """Return the letter of every codon of nucleotide symbols, `*` for a stop, X where in doubt."""
    return _letters_of(code.id, code.amino_acids)


@cache
def _letters_of(_code_id: int, amino_acids: str) -> Mapping[str, str]:
    """Return the letter of every codon of nucleotide symbols: 15 to the power of 3."""
    plain = {
        "".join(codon): letter
        for codon, letter in zip(product("tcag", repeat=3), amino_acids, strict=True)
    }
    every = {}
    for codon in product(AMBIGUITIES, repeat=3):
        found = {plain["".join(one)] for one in product(*(AMBIGUITIES[base] for base in codon))}
        every["".join(codon)] = found.pop() if len(found) == 1 else UNKNOWN
    return every


def agree(one: str, other: str) -> int:
    """Return 0 when two proteins agree, X matching anything, else the first 1-based difference.

    Where one ends before the other, the difference is the residue after its end.
    """
    if one == other:
        return 0
    for at, (first, second) in enumerate(zip(one, other, strict=False), 1):
        if first != second and UNKNOWN not in (first, second):
            return at
    return 0 if len(one) == len(other) else min(len(one), len(other)) + 1
