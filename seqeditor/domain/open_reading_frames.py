"""Open reading frames: stretches that could code for a protein, on both strands.

A frame begins with a start codon, as far as one is asked for, and ends with the first stop codon
in step with it. Offsets in here are 0-based and count on the strand that is read.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from seqeditor.domain.translation import STOP, Code, codon_letters, reverse_complement

FORWARD, REVERSE = 1, -1


class Starts(StrEnum):
    """What a frame may begin with: ATG, any start codon of the genetic code, or any codon."""

    ATG = "atg"
    TABLE = "table"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for.

    `minimum`: the fewest amino acids. `nested`: not only the longest frame before each stop, but
    one from every start codon. `partial`: also frames cut off by an end of a linear molecule.
    """

    code: Code
    minimum: int = 100
    starts: Starts = Starts.ATG
    strands: tuple[int, ...] = (FORWARD, REVERSE)
    nested: bool = False
    partial: bool = False
    circular: bool = False


@dataclass(frozen=True, slots=True)
class OpenFrame:
    """One frame: `bases` from `offset` on, of a molecule of `total` bases, the stop included.

    `amino_acids` counts without the stop. `is_open_start`, `is_open_end`: cut off by an end of the
    molecule; then `codon_start` says where the first whole codon begins.
    """

    offset: int
    bases: int
    strand: int
    total: int
    amino_acids: int
    codon_start: int = 1
    is_open_start: bool = False
    is_open_end: bool = False

    @property
    def pieces(self) -> tuple[tuple[int, int], ...]:
        """The stretches of positions, 1-based, as the molecule is listed; two across the joint."""
        first, last = self.offset + 1, self.offset + self.bases
        if self.strand == REVERSE:
            first, last = self.total - last + 1, self.total - first + 1
        if first < 1:
            return (first + self.total, self.total), (1, last)
        if last > self.total:
            return (first, self.total), (1, last - self.total)
        return ((first, last),)

    @property
    def start(self) -> int:
        """The position of the first base read."""
        pieces = self.pieces
        return pieces[0][0] if self.strand == FORWARD else pieces[-1][1]

    @property
    def location(self) -> str:
        """The location as the standard writes it (par. 64-70)."""
        forward = self.strand == FORWARD
        low = "<" * (self.is_open_start if forward else self.is_open_end)
        high = ">" * (self.is_open_end if forward else self.is_open_start)
        parts = [f"{first}..{last}" for first, last in self.pieces]
        if len(parts) == 1:
            first, last = self.pieces[0]
            text = f"{low}{first}..{high}{last}"
        else:
            text = f"join({','.join(parts)})"
        return text if forward else f"complement({text})"


def open_frames(
    letters: str, search: Search, check: Callable[[], object] = lambda: None
) -> Iterator[OpenFrame]:
    """Yield the frames strand by strand, in the order of their stops.

    `check` is called now and then, and may raise to end the search.
    """
    plain = letters.lower().replace("u", "t")
    if len(plain) < 3:
        return
    for strand in search.strands:
        check()
        text = plain if strand == FORWARD else reverse_complement(plain)
        yield from _Strand(text, strand, search, check).frames()


class _Strand:
    """One strand as it is read, and the regions between its stops."""

    def __init__(self, text: str, strand: int, search: Search, check: Callable[[], object]) -> None:
        self._total = len(text)
        # Once round and once more: what begins before the joint is read on behind it.
        self._text = text + text + text[:2] if search.circular else text
        self._strand = strand
        self._search = search
        self._check = check
        code = search.code
        self._letters = codon_letters(code)
        self._starts = {Starts.ATG: {"atg"}, Starts.TABLE: set(code.starts), Starts.ANY: set()}[
            search.starts
        ]

    def frames(self) -> Iterator[OpenFrame]:
        stops: tuple[list[int], list[int], list[int]] = ([], [], [])
        for codon in (codon for codon, letter in self._letters.items() if letter == STOP):
            at = self._text.find(codon)
            while at >= 0:
                stops[at % 3].append(at)
                at = self._text.find(codon, at + 1)
        for frame in range(3):
            self._check()
            stops[frame].sort()
            if self._search.circular:
                yield from self._around(stops[frame])
            else:
                yield from self._along(stops[frame], frame)

    def _along(self, stops: list[int], frame: int) -> Iterator[OpenFrame]:
        begin, is_cut = frame, True
        for count, stop in enumerate(stops):
            if count % 4096 == 0:
                self._check()
            yield from self._region(begin, stop, is_cut=is_cut, has_stop=True)
            begin, is_cut = stop + 3, False
        if self._search.partial:
            yield from self._region(begin, self._total, is_cut=is_cut, has_stop=False)

    def _around(self, stops: list[int]) -> Iterator[OpenFrame]:
        # Each stop once, in the second round: all that may lead to it lies before it, and no frame
        # is longer than the circle.
        for at in range(bisect_left(stops, self._total), len(stops)):
            if at % 4096 == 0:
                self._check()
            stop = stops[at]
            begin = stop + 3 - self._total // 3 * 3
            if at:
                begin = max(begin, stops[at - 1] + 3)
            yield from self._region(begin, stop, is_cut=False, has_stop=True)

    def _region(self, begin: int, end: int, *, is_cut: bool, has_stop: bool) -> Iterator[OpenFrame]:
        """Yield the frames that end with one stop, or with the end of the molecule."""
        search = self._search
        last = end - 3 * max(search.minimum, 1)
        if begin > last:
            return
        if is_cut and search.partial:
            yield self._made(begin, end, has_stop=has_stop, is_cut=True)
            if not search.nested:
                return
        if search.starts is Starts.ANY:
            if not (is_cut and search.partial):
                yield self._made(begin, end, has_stop=has_stop)
            return
        text, starts = self._text, self._starts
        for at in range(begin, last + 1, 3):
            if text[at : at + 3] in starts:
                yield self._made(at, end, has_stop=has_stop)
                if not search.nested:
                    return

    def _made(self, begin: int, end: int, *, has_stop: bool, is_cut: bool = False) -> OpenFrame:
        behind = end + 3 if has_stop else end
        first = 0 if is_cut else begin
        return OpenFrame(
            offset=first % self._total,
            bases=behind - first,
            strand=self._strand,
            total=self._total,
            amino_acids=(end - begin) // 3,
            codon_start=begin + 1 if is_cut else 1,
            is_open_start=is_cut,
            is_open_end=not has_stop,
        )
