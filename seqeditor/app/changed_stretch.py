"""Where two versions of the residues of a sequence differ, without reading what both share."""

from __future__ import annotations

from seqeditor.domain.residues import Residues, TextResidues
from seqeditor.store.stored_residues import SplicedResidues, StoredResidues

Stretch = tuple[int, int, int]
"""First position (1-based), number of residues removed, number of residues in their place."""


def changed_stretch(old: Residues, new: Residues) -> Stretch | None:
    """Return one stretch that holds all differences, None when there are none.

    For long residues it is what was edited; where that is not known it is the whole.
    """
    if isinstance(old, TextResidues) and isinstance(new, TextResidues):
        return _between(old.text(), new.text())
    stretch: Stretch | None = None
    edits: list[SplicedResidues] = []
    base: Residues = new
    while isinstance(base, SplicedResidues) and base is not old:
        edits.append(base)
        base = base.base
    if not _is_same(old, base):
        return 1, len(old), len(new)
    for edit in reversed(edits):
        one = (edit.start, edit.removed, len(edit.inserted))
        stretch = one if stretch is None else joined(stretch, one)
    return stretch


def joined(first: Stretch, second: Stretch) -> Stretch:
    """Return the stretch of two edits of which the second was made on the result of the first."""
    start = min(first[0], second[0])
    # One behind the last residue that either has touched, in the result of the first.
    behind = max(first[0] + first[2], second[0] + second[1])
    removed = behind - first[2] + first[1] - start
    return start, removed, behind - start + second[2] - second[1]


def _is_same(one: Residues, other: Residues) -> bool:
    if one is other:
        return True
    if not isinstance(one, StoredResidues) or not isinstance(other, StoredResidues):
        return False
    return one.is_same_as(other) and len(one) == len(other)


def _between(old: str, new: str) -> Stretch | None:
    if old == new:
        return None
    before = _shared(old, new)
    behind = _shared(old[before:][::-1], new[before:][::-1])
    return before + 1, len(old) - before - behind, len(new) - before - behind


def _shared(one: str, other: str) -> int:
    """Return how many letters both begin with; halving is many times quicker than counting."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
