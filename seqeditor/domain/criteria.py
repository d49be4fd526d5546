"""What a filter of the sequence list asks for; all of it at once (AND), empty parts ask nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields

from seqeditor.domain.colours import COLOURS
from seqeditor.domain.sequence import MOLTYPES

ANY = "any"
"""In `findings` and `marked`: whichever."""
NONE = "none"
"""In `findings`: no finding at all; in `feature`: nothing beside the source feature."""
ONLY, WITHOUT = "only", "without"
"""In `skipped`: intentionally skipped sequences only, or none of them."""
COLOUR, NOTE, TODO = "colour", "note", "todo"
"""In `marked`: a colour of the author's own, a note, or the mark that something is to be done."""

FINDINGS = ("", "error", "warning", "info", ANY, NONE)
SKIPPED = ("", ONLY, WITHOUT)
MARKED = ("", ANY, COLOUR, NOTE, TODO, *COLOURS)

Ranges = tuple[tuple[int, int | None], ...]

_RANGE = re.compile(r"\s*(\d{1,9})?\s*(?:(-|–|\.\.|:)\s*(\d{1,9})?)?\s*\Z", re.ASCII)
_MOST_TEXT = 1000


class NumbersError(ValueError):
    """A text names no numbers; `args[0]` is the part that cannot be read."""


@dataclass(frozen=True, slots=True)
class Criteria:
    """One filter. `numbers` is as typed ("1-20, 35"), lengths are in residues, both inclusive.

    `feature` is a feature key, or NONE for sequences without features beside source.
    """

    text: str = ""
    numbers: str = ""
    moltypes: tuple[str, ...] = ()
    organism: str = ""
    shortest: int | None = None
    longest: int | None = None
    findings: str = ""
    feature: str = ""
    duplicates: bool = False
    skipped: str = ""
    marked: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether every sequence meets it."""
        return self == Criteria()

    def to_record(self) -> dict[str, object]:
        """Return what is kept in a file: the parts that ask for something."""
        usual = Criteria()
        return {k: v for k, v in asdict(self).items() if v != getattr(usual, k)}


def from_record(record: object) -> Criteria:
    """Return criteria as kept in a file; parts that make no sense are left out."""
    if not isinstance(record, Mapping):
        return Criteria()
    known = {one.name for one in fields(Criteria)}
    taken = {k: v for k, v in record.items() if k in known and _fits(str(k), v)}
    if "moltypes" in taken:
        taken["moltypes"] = tuple(one for one in MOLTYPES if one in taken["moltypes"])
    return Criteria(**taken)


def _fits(name: str, value: object) -> bool:
    match name:
        case "moltypes":
            return isinstance(value, list | tuple)
        case "shortest" | "longest":
            return isinstance(value, int) and not isinstance(value, bool) and value >= 0
        case "duplicates":
            return isinstance(value, bool)
    allowed = {"findings": FINDINGS, "skipped": SKIPPED, "marked": MARKED}.get(name)
    if allowed is not None:
        return value in allowed
    return isinstance(value, str) and len(value) <= _MOST_TEXT


def parse_numbers(text: str) -> Ranges:
    """Return the ranges of numbers in a text like `1-20, 35, 40-`, sorted and merged.

    Raises NumbersError with the part that is no number and no range.
    """
    found: list[tuple[int, int | None]] = []
    for part in re.split(r"[,;،、，\n]", text):
        if not part.strip():
            continue
        match = _RANGE.match(part)
        if match is None or not (match[1] or match[3]):
            raise NumbersError(part.strip())
        first = int(match[1] or 1)
        last = first if not match[2] else int(match[3]) if match[3] else None
        if last is not None and last < first:
            first, last = last, first
        found.append((first, last))
    return _merged(found)


def _merged(ranges: Iterable[tuple[int, int | None]]) -> Ranges:
    merged: list[tuple[int, int | None]] = []
    for first, last in sorted(ranges, key=lambda one: one[0]):
        if merged:
            before, end = merged[-1]
            if end is None:
                break
            if first <= end + 1:
                merged[-1] = before, None if last is None else max(end, last)
                continue
        merged.append((first, last))
    return tuple(merged)


def in_ranges(number: int, ranges: Ranges) -> bool:
    """Tell whether a number lies in one of the ranges."""
    return any(first <= number and (last is None or number <= last) for first, last in ranges)
