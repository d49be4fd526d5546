"""Translations under the residues: which amino acid stands under which base."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from seqeditor.domain.location_tree import Stretch


@dataclass(frozen=True, slots=True)
class Codon:
    """A letter to be drawn under a position: the middle base of the codon."""

    position: int
    letter: str
    row: int = 0


Codons = Callable[[int, int], Iterable[Codon]]
"""Positions first to last (1-based, both included) -> the codons to be drawn under them."""


def _nothing(_number: int) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Translated:
    """A coding region and its protein.

    `stretches` are those of the location as `Location.spans` gives them: in the order they are
    read, each with its strand. `letters` are the amino acids, a stop as "*"; `further` gives those
    after them by the number of the codon (from 0), "" for none. `codon_start` is 1, 2 or 3 as in
    the qualifier.
    """

    stretches: tuple[Stretch, ...]
    letters: str
    codon_start: int = 1
    further: Callable[[int], str] = _nothing

    @property
    def start(self) -> int:
        """The lowest position."""
        return min((start for start, _, _ in self.stretches), default=1)

    @property
    def end(self) -> int:
        """The highest position."""
        return max((end for _, end, _ in self.stretches), default=0)

    def codons(self, first: int, last: int, row: int = 0) -> Iterator[Codon]:
        """Yield the codons whose middle base lies in the positions first to last."""
        before = 0
        for start, end, strand in self.stretches:
            low, high = max(start, first), min(end, last)
            for position in range(low, high + 1):
                along = before + (position - start if strand > 0 else end - position)
                number, base = divmod(along - (self.codon_start - 1), 3)
                if base != 1 or number < 0:
                    continue
                known = number < len(self.letters)
                letter = self.letters[number] if known else self.further(number)
                if letter:
                    yield Codon(position, letter, row)
            before += end - start + 1


def codons_of(translated: Sequence[Translated]) -> Codons:
    """Return the look-up for coding regions; overlapping ones stand in rows of their own."""
    return placed_codons([(one.start, one.end) for one in translated], translated.__getitem__)


def placed_codons(
    reaches: Iterable[tuple[int, int]], region_of: Callable[[int], Translated | None]
) -> Codons:
    """Return the look-up for regions of which only lowest and highest position are known yet.

    `region_of` gives the region with a number from 0, when its codons are asked for.
    """
    placed: list[tuple[int, int, int]] = []
    starts: list[int] = []
    furthest: list[int] = []  # the highest end so far, never falling
    ends: list[int] = []
    ordered = sorted(((start, -end, n) for n, (start, end) in enumerate(reaches)))
    for start, before_end, n in ordered:
        end = -before_end
        row = next((r for r, known in enumerate(ends) if known < start), len(ends))
        ends[row : row + 1] = [end]
        placed.append((row, end, n))
        starts.append(start)
        furthest.append(max(end, furthest[-1] if furthest else end))

    def look_up(first: int, last: int) -> Iterator[Codon]:
        for n in range(bisect_left(furthest, first), bisect_right(starts, last)):
            row, end, number = placed[n]
            region = region_of(number) if end >= first else None
            if region is not None:
                yield from region.codons(first, last, row)

    return look_up
