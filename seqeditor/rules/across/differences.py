"""Where a translation and the protein that it should be differ first."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice

from seqeditor.domain.sequence import Sequence
from seqeditor.rules.across.proteins import Told
from seqeditor.rules.coding import stated
from seqeditor.rules.view import ListingView

_WHOLE = re.compile(r"[1-9][0-9]{0,17}")
_MOST = 500
"""So many regions are read to say where they differ; with more, the numbers are all wrong."""

Region = tuple[int, int]
"""The id of a coding sequence and the 0-based index of its CDS."""


@dataclass(frozen=True, slots=True)
class Difference:
    """The first residue (1-based) that differs, in the translation and in the protein.

    Where one of them ends before anything differs, its residue is "".
    """

    position: int
    given: str
    listed: str


def region(one: Told) -> Region:
    """Return the CDS that a mention of a protein is in."""
    return one.row.id, int(one.mention.path[1])


@dataclass(frozen=True, slots=True)
class Differences:
    """Where regions and their proteins differ first, as far as that can be said.

    `faulty`: proteins that have another fault, which may be why: another length than they state,
    or characters that are no amino acids.
    """

    first: dict[Region, Difference] = field(default_factory=dict)
    faulty: frozenset[int] = frozenset()


def differences(view: ListingView, found: Iterable[Told]) -> Differences:
    """Return where translations differ from the proteins they name, for the first 500 of them.

    A protein written as it should not be is left out: its places are not those of its residues.
    """
    wanted = [one for one in islice(found, _MOST) if one.target is not None]
    if not wanted:
        return Differences()
    regions: dict[int, list[int]] = {}
    for one in wanted:
        sequence_id, feature = region(one)
        regions.setdefault(sequence_id, []).append(feature)
    proteins = {one.target.id for one in wanted if one.target is not None}
    given: dict[Region, str] = {}
    listed: dict[int, str] = {}
    faulty: set[int] = set()
    for sequence_id, sequence in view.sequences_of(sorted(proteins | regions.keys())):
        for feature in regions.get(sequence_id, ()):
            given[sequence_id, feature] = _translation(sequence, feature)
        if sequence_id in proteins:
            listed[sequence_id] = sequence.residues.text()
            if _has_another_fault(sequence, listed[sequence_id]):
                faulty.add(sequence_id)
    first = {
        region(one): difference
        for one in wanted
        if one.target is not None
        and (difference := _first(given.get(region(one), ""), listed.get(one.target.id, "")))
    }
    return Differences(first, frozenset(faulty))


def _has_another_fault(sequence: Sequence, letters: str) -> bool:
    written = sequence.written_length or ""
    is_other_length = bool(_WHOLE.fullmatch(written)) and int(written) != len(letters)
    return is_other_length or not (letters.isascii() and letters.isalpha())


def _translation(sequence: Sequence, feature: int) -> str:
    return stated(sequence.features[feature]) if feature < len(sequence.features) else ""


def _first(given: str, listed: str) -> Difference | None:
    regular = listed.isupper() and listed.isalpha()
    if not given or not regular or given == listed:
        return None
    pairs = enumerate(zip(given, listed, strict=False))
    at = next((at for at, (one, other) in pairs if one != other), min(len(given), len(listed)))
    return Difference(at + 1, given[at : at + 1], listed[at : at + 1])
