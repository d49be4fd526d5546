"""What an edit does to a sequence, line by line, so that it can be looked at beforehand."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from seqeditor.domain.residues import same_residues
from seqeditor.domain.sequence import Feature, Qualifier, Sequence


class Fate(StrEnum):
    """What becomes of something."""

    NEW = "new"
    CHANGED = "changed"
    MOVED = "moved"
    GONE = "gone"


class Subject(StrEnum):
    """What a line speaks of."""

    MOLTYPE = "moltype"
    RESIDUES = "residues"
    FEATURE = "feature"


@dataclass(frozen=True, slots=True)
class Difference:
    """One line; for a feature that is gone key, location and text are those it had."""

    fate: Fate
    subject: Subject
    key: str = ""
    location: str = ""
    text: str = ""


def differences(old: Sequence, new: Sequence) -> list[Difference]:
    """Return what differs; features are told apart by their permanent numbers.

    Of features without a number those that are there in both are the same.
    """
    found = []
    if old.moltype != new.moltype:
        found.append(Difference(Fate.CHANGED, Subject.MOLTYPE, text=new.moltype))
    if not same_residues(old.residues, new.residues):
        found.append(Difference(Fate.CHANGED, Subject.RESIDUES))
    before = {one.ref: one for one in old.features if one.ref}
    after = {one.ref for one in new.features}
    unnumbered = [one for one in old.features if not one.ref]
    for feature in new.features:
        former = before.get(feature.ref)
        if former is None and feature in unnumbered:
            continue
        if former is None:
            found.append(_line(Fate.NEW, feature))
        elif former != feature:
            moved = former.qualifiers == feature.qualifiers and former.key == feature.key
            found.append(_line(Fate.MOVED if moved else Fate.CHANGED, feature))
    return found + [
        _line(Fate.GONE, one) for one in old.features if one.ref and one.ref not in after
    ]


def _line(fate: Fate, feature: Feature) -> Difference:
    text = "; ".join(map(_said, feature.qualifiers))
    return Difference(fate, Subject.FEATURE, feature.key, feature.location, text)


def _said(qualifier: Qualifier) -> str:
    if qualifier.value is None:
        return qualifier.name
    return f"{qualifier.name}: {qualifier.value}" if qualifier.value else f"{qualifier.name}: –"
