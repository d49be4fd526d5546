"""Annotating modified residues: features added with the residues that stand for them (par. 16, 29).

Residues are exchanged one for one, so no location moves.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from seqeditor.domain.edits.places import kept
from seqeditor.domain.sequence import Feature, Qualifier, Sequence


@dataclass(frozen=True, slots=True)
class Modification:
    """What is to be written: features, and residues by their position (1-based)."""

    features: tuple[Feature, ...] = ()
    residues: tuple[tuple[int, str], ...] = field(default=())


def annotation(key: str, location: str, **values: str) -> Feature:
    """Return a feature with qualifiers of these names, leaving out empty ones."""
    return Feature(key, location, tuple(Qualifier(n, v) for n, v in values.items() if v))


def modified(sequence: Sequence, change: Modification, instead_of: int = 0) -> Sequence:
    """Return the sequence with the residues exchanged and the features added at the end.

    A feature that is there already is not added again. `instead_of` is the permanent address of a
    feature that the first one takes the place of; its other qualifiers stay.
    Raises ValueError when a position is not one of the sequence.
    """
    new = replace(sequence, features=_features(sequence.features, change.features, instead_of))
    return kept(sequence, _with_residues(new, change.residues))


def _with_residues(sequence: Sequence, exchanged: Iterable[tuple[int, str]]) -> Sequence:
    wanted = dict(exchanged)
    if not wanted:
        return sequence
    first, last = min(wanted), max(wanted)
    if first < 1 or last > sequence.length or any(len(one) != 1 for one in wanted.values()):
        raise ValueError(wanted)
    old = sequence.residues.text(first, last)
    new = "".join(wanted.get(at, letter) for at, letter in enumerate(old, first))
    if new == old:
        return sequence
    residues = sequence.residues.splice(first, len(old), new)
    return replace(sequence, residues=residues)


def _features(
    old: tuple[Feature, ...], added: tuple[Feature, ...], instead_of: int
) -> tuple[Feature, ...]:
    place = next((i for i, one in enumerate(old) if instead_of and one.ref == instead_of), None)
    if place is None or not added:
        return (*old, *_not_in(old, added))
    others = (*old[:place], *old[place + 1 :])
    first = _merged(old[place], added[0])
    rest = _not_in((*others, first), added[1:])
    return (*old[:place], first, *rest, *old[place + 1 :])


def _not_in(there: tuple[Feature, ...], added: Iterable[Feature]) -> list[Feature]:
    known = {_said(one) for one in there}
    found: list[Feature] = []
    for one in added:
        if _said(one) not in known:
            known.add(_said(one))
            found.append(one)
    return found


def _said(feature: Feature) -> tuple[str, str, tuple[tuple[str, str | None], ...]]:
    return feature.key, feature.location, tuple((q.name, q.value) for q in feature.qualifiers)


def _merged(old: Feature, new: Feature) -> Feature:
    """Return the new feature in place of the old: equal names keep id, language and address.

    The first note goes when it named what was modified; any other stays.
    """
    left = list(new.qualifiers)
    result: list[Qualifier] = []
    names = {"mod_base"} if _explained(old) else {"mod_base", "note"}
    for one in old.qualifiers:
        match = next((q for q in left if q.name == one.name and _takes(q, one, names)), None)
        if match is not None:
            left.remove(match)
            result.append(one if one.value == match.value else _reworded(one, match))
        elif one.name not in names:
            result.append(one)
        names.discard(one.name)
    return Feature(new.key, new.location, (*result, *left), old.ref)


def _explained(feature: Feature) -> bool:
    """Whether the notes only add to what mod_base says."""
    return (feature.value("mod_base") or "OTHER") != "OTHER"


def _takes(new: Qualifier, old: Qualifier, names: set[str]) -> bool:
    return old.name in names or new.value == old.value


def _reworded(old: Qualifier, new: Qualifier) -> Qualifier:
    """A value worded anew is no longer what its translation says."""
    return replace(old, value=new.value, non_english=None)
