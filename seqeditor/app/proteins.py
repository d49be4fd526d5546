"""Proteins of CDS as sequences of their own: found, made, and named by protein_id (par. 92)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from seqeditor.app.jobs import Job
from seqeditor.domain.edits.proteins import protein, with_value
from seqeditor.domain.mention import MentionKind
from seqeditor.domain.residues import TextResidues, digest
from seqeditor.domain.sequence import Feature, Sequence
from seqeditor.rules.coding import FEWEST, KEY, is_pseudo, specific, stated
from seqeditor.rules.translation.changes import coding_of, is_computable
from seqeditor.store.reader import Reader
from seqeditor.store.workingcopy import WorkingCopy
from seqeditor.texts import N_

WRITE = N_("Adding the proteins")
LOOK = N_("Looking for coding regions")

_UNLISTED = (MentionKind.CODING, MentionKind.EXCEPTED, MentionKind.TRANSLATION)
_AT_ONCE = 100


class Fate(StrEnum):
    """What becomes of a CDS: a new protein, one that is there (or made just now), or nothing."""

    NEW = "new"
    FOUND = "found"
    SAME = "same"
    SHORT = "short"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A CDS without protein: permanent ids of sequence and feature, and what becomes of it.

    `protein` is the permanent id of the one found, 0 for none.
    """

    sequence: int
    feature: int
    location: str
    letters: str
    fate: Fate
    protein: int = 0


Key = tuple[str, tuple[str, ...]]
"""What makes two proteins the same: residues and organism."""


def lacks_protein(feature: Feature) -> bool:
    """Tell whether a feature is a CDS that ought to name a protein and does not."""
    named = any((value or "").strip() for value in feature.values("protein_id"))
    return feature.key == KEY and not named and not is_pseudo(feature)


def protein_letters(sequence: Sequence, feature: Feature) -> str:
    """Return the translation of a CDS, computed where it has none; "" if it cannot be."""
    given = stated(feature)
    if given or (feature.value("translation") or "").strip():
        return given
    coding = coding_of(sequence, feature)
    return coding.computed.letters if coding is not None and is_computable(coding) else ""


def proteins_wanted(reader: Reader, ids: Collection[int] | None, job: Job) -> Iterator[Wanted]:
    """Yield the CDS of some sequences, or of all, that have no protein; raises CancelledError."""
    found = reader.ids_saying(_UNLISTED)
    if ids is not None:
        chosen = set(ids)
        found = [i for i in found if i in chosen]
    made: set[Key] = set()
    for done, sequence_id in enumerate(found):
        if done % _AT_ONCE == 0:
            job.report(done, len(found), LOOK)
        sequence = reader.sequence(sequence_id)
        for feature in sequence.features:
            if sequence.is_nucleotide and lacks_protein(feature):
                yield _fate(reader, sequence_id, sequence, feature, made)


def _fate(
    reader: Reader, sequence_id: int, sequence: Sequence, feature: Feature, made: set[Key]
) -> Wanted:
    letters, fate, found = protein_letters(sequence, feature), Fate.NEW, 0
    if not letters:
        fate = Fate.UNREADABLE
    elif specific(letters) < FEWEST:
        fate = Fate.SHORT
    else:
        found = same_protein(reader, letters, sequence.organism) or 0
        key = (letters, tuple(sequence.organism.split()))
        fate = Fate.FOUND if found else Fate.SAME if key in made else Fate.NEW
        made.add(key)
    return Wanted(sequence_id, feature.ref, feature.location, letters, fate, found)


def same_protein(reader: Reader, letters: str, organism: str) -> int | None:
    """Return the first protein of the same residues and organism, None if there is none."""
    for row in reader.rows_of(reader.ids_of_digest(digest(TextResidues(letters)))):
        if row.moltype == "AA" and row.organism.split() == organism.split():
            return row.id
    return None


def add_proteins(
    copy: WorkingCopy,
    wanted: Mapping[int, Collection[int]],
    job: Job,
    *,
    reuse: bool = True,
) -> list[int]:
    """Give CDS their proteins inside a step: translation, sequence at the end, protein_id.

    `wanted` has the addresses of CDS by the id of their sequence. Without `reuse`, no protein that
    is there already is named. Returns the ids of the new proteins; raises CancelledError.
    """
    keys: dict[tuple[int, int], Key] = {}
    found: dict[Key, int] = {}
    new: dict[Key, Sequence] = {}
    for done, (sequence_id, refs) in enumerate(wanted.items()):
        if done % _AT_ONCE == 0:
            job.report(done, 2 * len(wanted), WRITE)
        if sequence_id not in copy.order:
            continue
        sequence = copy.sequence(sequence_id)
        for feature in sequence.features:
            letters = protein_letters(sequence, feature) if feature.ref in refs else ""
            if specific(letters) < FEWEST:
                continue
            key = (letters, tuple(sequence.organism.split()))
            keys[sequence_id, feature.ref] = key
            if key in found or key in new:
                continue
            there = same_protein(copy, letters, sequence.organism) if reuse else None
            if there is None:
                new[key] = protein(letters, sequence)
            else:
                found[key] = there
    made = copy.insert_sequences(copy.count() + 1, new.values())
    found.update(zip(new, made, strict=True))
    for done, sequence_id in enumerate(dict.fromkeys(i for i, _ref in keys)):
        if done % _AT_ONCE == 0:
            job.report(len(wanted) + done, 2 * len(wanted), WRITE)
        _name_proteins(copy, sequence_id, keys, found)
    return made


def _name_proteins(
    copy: WorkingCopy,
    sequence_id: int,
    keys: Mapping[tuple[int, int], Key],
    found: Mapping[Key, int],
) -> None:
    sequence = copy.sequence(sequence_id)
    for index, feature in enumerate(sequence.features):
        key = keys.get((sequence_id, feature.ref))
        if key is not None:
            if not stated(feature):
                sequence = with_value(sequence, index, "translation", key[0])
            number = copy.number(found[key])
            sequence = with_value(sequence, index, "protein_id", number)
    copy.write_sequence(sequence_id, sequence)


def by_sequence(wanted: Iterable[Wanted]) -> dict[int, set[int]]:
    """Return those that get a protein as `add_proteins` takes them."""
    chosen: dict[int, set[int]] = {}
    for one in wanted:
        if one.fate in (Fate.NEW, Fate.FOUND, Fate.SAME):
            chosen.setdefault(one.sequence, set()).add(one.feature)
    return chosen
