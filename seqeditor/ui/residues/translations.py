"""Translations under the residues: which amino acid stands under which base."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Codon:
    """A letter to be drawn under a position: the middle base of the codon."""

    position: int
    letter: str
    row: int = 0


Codons = Callable[[int, int], Iterable[Codon]]
"""Positions first to last (1-based, both included) -> the codons to be drawn under them."""


@dataclass(frozen=True, slots=True)
class Translated:
    """A coding region and its protein.

    `pieces` are the parts of the location in order of position (1-based, both included),
    `codon_start` is 1, 2 or 3 as in the qualifier, `letters` the amino acids, a stop as "*".
    """

    pieces: tuple[tuple[int, int], ...]
    letters: str
    reverse: bool = False
    codon_start: int = 1

    @property
    def start(self) -> int:
        """The first position."""
        return self.pieces[0][0] if self.pieces else 1

    @property
    def end(self) -> int:
        """The last position."""
        return self.pieces[-1][1] if self.pieces else 0

    def codons(self, first: int, last: int, row: int = 0) -> Iterator[Codon]:
        """Yield the codons whose middle base lies in the positions first to last."""
        total = sum(end - start + 1 for start, end in self.pieces)
        before = 0
        for start, end in self.pieces:
            low, high = max(start, first), min(end, last)
            for position in range(low, high + 1):
                offset = before + position - start
                along = total - 1 - offset if self.reverse else offset
                number, base = divmod(along - (self.codon_start - 1), 3)
                if base == 1 and 0 <= number < len(self.letters):
                    yield Codon(position, self.letters[number], row)
            before += end - start + 1


def codons_of(translated: Sequence[Translated]) -> Codons:
    """Return the look-up for coding regions; overlapping ones stand in rows of their own."""
    placed: list[tuple[int, Translated]] = []
    ends: list[int] = []
    for region in sorted(translated, key=lambda t: (t.start, -t.end)):
        row = next((n for n, end in enumerate(ends) if end < region.start), len(ends))
        ends[row : row + 1] = [region.end]
        placed.append((row, region))

    def look_up(first: int, last: int) -> Iterator[Codon]:
        for row, region in placed:
            if region.start <= last and region.end >= first:
                yield from region.codons(first, last, row)

    return look_up
