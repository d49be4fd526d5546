"""Mentions of SEQ ID NOs in a text, brought in line with other numbers of the same sequences."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from seqeditor.domain.number_ranges import Range, ranges_of
from seqeditor.rules.references import Reference, references_in

NewNumber = Callable[[int], int | None]
"""The number of a sequence afterwards, by the one before; None for a sequence that is gone."""

_MOST_RUNS = 20
_WIDEST = 100_000
_SINGULAR = re.compile(r"NO(?=\W*$)", re.IGNORECASE)
_PLURAL = "SEQ ID NOs: "


@dataclass(frozen=True, slots=True)
class Adjusted:
    """A text with its mentions adjusted.

    `changed`: pairs of the words before and after. `lost`: what names a sequence that is gone, or
    cannot be said in new numbers; it stands in the text as it stood.
    """

    text: str
    changed: tuple[tuple[str, str], ...] = ()
    lost: tuple[str, ...] = ()


@dataclass
class _Work:
    new_number: NewNumber
    changed: list[tuple[str, str]] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)


def adjusted(text: str, new_number: NewNumber) -> Adjusted:
    """Return the text with every SEQ ID NO naming the sequence that it named before."""
    work = _Work(new_number)
    pieces: list[str] = []
    at = 0
    for reference in references_in(text):
        for start, end, new in _edits(text, reference, work):
            if start >= at:
                pieces += [text[at:start], new]
                at = end
    if not pieces:
        return Adjusted(text, (), tuple(work.lost))
    return Adjusted("".join(pieces) + text[at:], tuple(work.changed), tuple(work.lost))


def _edits(text: str, reference: Reference, work: _Work) -> Iterator[tuple[int, int, str]]:
    for item in reference.items:
        old = text[item.start : item.end]
        runs = _after(item.first, item.last, work.new_number)
        is_same = runs == ((item.first, item.last),)
        if runs is None or not (is_same or reference.is_clear):
            work.lost.append(old)
        elif not is_same:
            new = _worded(runs, item.joint)
            work.changed.append((old, new))
            if len(runs) > 1 and not reference.is_plural:
                prefix = _plural(text[reference.start : item.start])
                yield reference.start, item.end, prefix + new
            else:
                yield item.start, item.end, new


def _after(first: int, last: int, new_number: NewNumber) -> tuple[Range, ...] | None:
    """The runs of the numbers afterwards, None where they cannot be told."""
    if last < first or last - first > _WIDEST:
        return None
    found = [new_number(one) for one in range(first, last + 1)]
    if None in found:
        return None
    runs = ranges_of(one for one in found if one is not None)
    return runs if len(runs) <= _MOST_RUNS else None


def _worded(runs: tuple[Range, ...], joint: str) -> str:
    if len(runs) == 1 and joint:
        return f"{runs[0][0]}{joint}{runs[0][1]}"
    # Words such as "through" would not be understood within a list.
    dash = joint if joint.strip() in ("-", "\N{EN DASH}") else "-"
    parts = []
    for first, last in runs:
        if last - first < 2:
            parts += [str(one) for one in range(first, last + 1)]
        else:
            parts.append(f"{first}{dash}{last}")
    return ", ".join(parts)


def _plural(prefix: str) -> str:
    """Return SEQ ID NO in the plural, as a list needs it."""
    new, count = _SINGULAR.subn("NOs", prefix)
    return new if count else _PLURAL
