"""Organism names that differ so little that one may be a slip (ST.26 par. 77)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import combinations

from seqeditor.rules.finding import Hit, Level, Scope, hit
from seqeditor.rules.rule import rule
from seqeditor.rules.view import ListingContext, ListingView
from seqeditor.texts import N_

_SHORT = 5
"""Words shorter than this tell strains and types apart: sp. A, sp. B, virus 1."""
_LONGEST = 200
_MOST_ALIKE = 20
"""Names that share all letters but one and are compared with each other."""


@rule(
    "x-organism-spelling",
    Level.INFO,
    "par. 77",
    Scope.LISTING,
    message=N_(
        "The organism is {value} here and {other} in sequence {number}. Is it the same organism?"
    ),
    thorough=True,
    shifting=("number",),
)
def spelling(view: ListingView, _context: ListingContext) -> Iterator[Hit]:
    """Two organism names of a listing do not differ by upper and lower case or one letter only.

    Mostly it is the same organism with a slip in one of the names. Names that differ in a number
    or in a short word, as strains do, are not told.

    A search for the organism finds only a part of its sequences.

    Right: Mus musculus in both sequences
    Wrong: Mus musculus in one sequence, Mus musculuss in another

    Write the name in the same way everywhere if it is the same organism.
    """
    first: dict[str, tuple[int, str]] = {}
    for row in view.rows():
        # White space, and letters composed in another way, show the same name.
        name = unicodedata.normalize("NFC", " ".join(row.organism.split()))
        if not row.skipped and name and len(name) <= _LONGEST:
            first.setdefault(name, (row.id, row.number))
    near: dict[str, list[str]] = {}
    for name in first:
        for key in set(_keys(name.casefold())):
            near.setdefault(key, []).append(name)
    told: set[tuple[str, str]] = set()
    for names in near.values():
        for other, name in combinations(names[:_MOST_ALIKE], 2):
            if (other, name) not in told and _alike(other.casefold(), name.casefold()):
                told.add((other, name))
                sequence, _ = first[name]
                other_id, number = first[other]
                yield hit(
                    sequence=sequence, others=(other_id,), value=name, other=other, number=number
                )


def _keys(name: str) -> Iterator[str]:
    """Yield the name itself and the name without each of its letters: near names share one."""
    yield name
    for at in range(len(name)):
        yield f"{name[:at]}{name[at + 1 :]}"


def _alike(one: str, other: str) -> bool:
    """Tell whether two names differ in nothing or in one letter of one long word."""
    words, others = one.split(), other.split()
    if len(words) != len(others):
        return False
    changed = [(a, b) for a, b in zip(words, others, strict=True) if a != b]
    if len(changed) > 1:
        return False
    return all(min(len(a), len(b)) >= _SHORT and a.isalpha() and b.isalpha() for a, b in changed)
