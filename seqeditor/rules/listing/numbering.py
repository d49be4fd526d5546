"""How the numbers of a listing can be wrong (ST.26 par. 10): each fault once, none as two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from seqeditor.rules.listing.columns import Columns


@dataclass(frozen=True, slots=True)
class Gap:
    """Numbers that are missing between two that are there; `index` is the place of the next."""

    index: int
    previous: int
    next: int

    @property
    def count(self) -> int:
        """How many numbers are missing."""
        return self.next - self.previous - 1


@dataclass(frozen=True, slots=True)
class Repeated:
    """A number used more than once; `index` is the place of its second use."""

    index: int
    number: int
    count: int


@dataclass(frozen=True, slots=True)
class Descent:
    """A number that stands after a larger one."""

    index: int
    number: int
    previous: int


def repeated(columns: Columns) -> Iterator[Repeated]:
    """Yield each number that is used more than once."""
    if columns.in_order:
        return
    uses = Counter(columns.numbers)
    told: set[int] = set()
    for index, number in _again(columns):
        if number not in told:
            told.add(number)
            yield Repeated(index, number, uses[number])


def descents(columns: Columns) -> Iterator[Descent]:
    """Yield each number that is smaller than the one before it, repeated ones left aside."""
    if columns.in_order:
        return
    again = {index for index, _ in _again(columns)}
    previous = 0
    for index, number in enumerate(columns.numbers):
        if not number or index in again:
            continue
        if number < previous:
            yield Descent(index, number, previous)
        previous = number


def gaps(columns: Columns) -> Iterator[Gap]:
    """Yield each run of numbers that no sequence has; the first gap is the one before number 1.

    A number that cannot be read, or is there twice, may stand for one that is missing: where
    there are as many of these as missing numbers, the gap is not a fault of its own.
    """
    if columns.regular:
        return
    spare = _spare(columns)
    previous = 0
    for number, index in _places(columns):
        if number - previous - 1 > spare.get(previous, 0):
            yield Gap(index, previous, number)
        previous = number


def _again(columns: Columns) -> Iterator[tuple[int, int]]:
    """Yield place and number of each use of a number that is not its first."""
    seen: set[int] = set()
    for index, number in enumerate(columns.numbers):
        if number and number in seen:
            yield index, number
        seen.add(number)


def _spare(columns: Columns) -> Counter[int]:
    """Return, by the number before them, how many places have no number of their own."""
    again = set() if columns.in_order else {index for index, _ in _again(columns)}
    if not again and not columns.odd:
        return Counter()
    spare: Counter[int] = Counter()
    previous = 0
    for index, number in enumerate(columns.numbers):
        if number and index not in again:
            previous = number
        else:
            spare[previous] += 1
    return spare


def _places(columns: Columns) -> Iterator[tuple[int, int]]:
    """Yield the numbers in ascending order, each once, with the place of the first use."""
    numbers: Sequence[int] = columns.numbers
    if columns.in_order:
        yield from ((number, index) for index, number in enumerate(numbers) if number)
        return
    first: dict[int, int] = {}
    for index, number in enumerate(numbers):
        if number:
            first.setdefault(number, index)
    yield from sorted(first.items())
