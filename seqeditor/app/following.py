"""Translations and proteins follow what their CDS codes for, in the step of the edit (par. 92).

Only a CDS whose translation was what it codes for is followed, and only a protein that was that
translation: a difference that was received or typed is never rewritten. What cannot follow at once
- a frame broken while three bases are typed - follows with the edit that mends it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from seqeditor.app.changed_stretch import changed_stretch
from seqeditor.app.coding_agreement import agrees, followed, is_untouched
from seqeditor.app.jobs import Job
from seqeditor.domain.edits.proteins import with_value
from seqeditor.domain.edits.residues import features_lost, replace_residues
from seqeditor.domain.location import LocationError, faults, parse
from seqeditor.domain.residues import TextResidues
from seqeditor.domain.sequence import Feature, Sequence
from seqeditor.rules.coding import (
    FEWEST,
    KEY,
    Coding,
    is_pseudo,
    specific,
    stated,
)
from seqeditor.rules.translation.changes import coding_of
from seqeditor.store.reader import Reader, Stored
from seqeditor.store.workingcopy import WorkingCopy
from seqeditor.texts import N_

FOLLOW = N_("The proteins follow")

_AT_ONCE = 100


class Reason(StrEnum):
    """Why a translation or a protein did not follow an edit, or what to look at after it has."""

    STOP = "stop"
    FRAME = "frame"
    LOCATION = "location"
    UNREAD = "unread"
    DIFFERED = "differed"
    SHARED = "shared"
    SHORT = "short"
    OTHER = "other"
    FEATURES = "features"
    PROTEIN = "protein"
    ALONE = "alone"


@dataclass(frozen=True, slots=True)
class NotFollowed:
    """One CDS with what is to be told of it.

    `sequence` is the permanent id of the sequence of the CDS, `feature` the address of the CDS,
    `protein` the permanent id of its protein, 0 where it is not about that. `count` is the codon
    that stops, or the number of bases left over.
    """

    reason: Reason
    sequence: int
    feature: int
    location: str
    protein: int = 0
    count: int = 0


@dataclass
class Behind:
    """What could not follow at some time, as it was when it agreed last.

    By CDS, the translation and what was computed then; by protein, its residues. An entry stays:
    undo may lead back to where it is needed, and it counts only for the very same letters.
    """

    translations: dict[tuple[int, int], tuple[str, str]] = field(default_factory=dict)
    proteins: dict[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Move:
    sequence: int
    feature: Feature
    given: str
    letters: str


class Following:
    """The following of one step; `told` are the places that the user should hear of."""

    def __init__(self, copy: WorkingCopy, behind: Behind) -> None:
        self._copy = copy
        self._behind = behind
        self._moves: dict[int, list[_Move]] = {}
        self._unnamed: dict[int, tuple[int, Feature]] = {}
        self.told: list[NotFollowed] = []

    def rewritten(self, sequence_id: int, old: Stored, new: Sequence) -> Sequence:
        """Return what is written in the place of an edited sequence; asked before it is."""
        if new.moltype == "AA":
            self._look_at_protein(sequence_id, old.sequence, new)
            return new
        if old.links:
            self._note_unnamed(sequence_id, old, new)
        former = {
            f.ref: f
            for f in old.sequence.features
            if f.key == KEY and f.value("translation") is not None
        }
        if not former or not new.is_nucleotide:
            return new
        before = old.sequence
        stretch = changed_stretch(before.residues, new.residues)
        for index, feature in enumerate(new.features):
            was = former.pop(feature.ref, None) if feature.key == KEY else None
            if was is None or (stretch is None and was is feature):
                continue
            if is_untouched(was, feature, before, new, stretch):
                continue
            letters = self._letters(sequence_id, was, before, feature, new)
            if letters is not None:
                new = with_value(new, index, "translation", letters)
                self._take_protein(sequence_id, new.features[index], old, stated(was), letters)
            elif feature.value("translation") != was.value("translation"):
                self._told_anew(sequence_id, was, feature, old, new)
        return new

    def removed(self, gone: set[int]) -> None:
        """Note the proteins that only sequences taken out have named; asked before they are."""
        for sequence_id, ref, target in self._copy.links_from(gone):
            if target in gone or target in self._unnamed or target not in self._copy.order:
                continue
            if any(one not in gone for one in self._copy.links_to(target)):
                continue
            for feature in self._copy.sequence(sequence_id).features:
                if any(one.ref == ref for one in feature.qualifiers):
                    self._unnamed[target] = sequence_id, feature

    def finish(self, job: Job) -> None:
        """Let the proteins follow, once all coding sequences of the step are written.

        Raises CancelledError.
        """
        for done, (protein, moves) in enumerate(self._moves.items()):
            if done % _AT_ONCE == 0:
                job.report(done, len(self._moves), FOLLOW)
            if protein in self._copy.order:
                named = coding_for(self._copy, protein)
                places = {(sequence_id, feature.ref) for sequence_id, feature in named}
                # Without those that name another protein by the end of the step.
                left = [m for m in moves if (m.sequence, m.feature.ref) in places]
                if left:
                    agree = all(stated(feature) == left[-1].letters for _id, feature in named)
                    self._move_protein(protein, left[-1], agree=agree)
        for protein, (sequence_id, feature) in self._unnamed.items():
            if self._is_alone(protein):
                self._tell(Reason.ALONE, (sequence_id, feature.ref), feature, protein=protein)

    # -- translations ------------------------------------------------------------------------------

    def _letters(
        self, sequence_id: int, was: Feature, before: Sequence, feature: Feature, new: Sequence
    ) -> str | None:
        """Return the new translation of a CDS, None where none is to be written."""
        given, key = stated(was), (sequence_id, feature.ref)
        if feature.value("translation") != was.value("translation") or is_pseudo(feature):
            return None
        if not (was.value("translation") or "").strip():
            return None  # yet to be filled in
        coding = coding_of(new, feature)
        is_same = coding is not None and coding.computed.letters == given
        if coding is not None and is_same and not coding.is_out_of_frame:
            return None
        # With the same letters and bases left over, what comes next is followed from here.
        former = self._agreed(key, was, before)
        if not former:
            if is_same:
                return None
            unread = coding_of(before, was) is None
            self._tell(Reason.UNREAD if unread else Reason.DIFFERED, key, feature)
            return None
        letters = followed(given, former, coding)
        if not letters:
            self._behind.translations[key] = given, former
            reason, count = _hindrance(feature, new, coding)
            self._tell(reason, key, feature, count=count)
            return None
        return None if letters == given else letters

    def _agreed(self, key: tuple[int, int], was: Feature, before: Sequence) -> str:
        """Return the letters computed when a translation agreed with them last, "" if never."""
        given = stated(was)
        coding = coding_of(before, was)
        if coding is not None and given and agrees(coding):
            return coding.computed.letters
        known, letters = self._behind.translations.get(key, ("", ""))
        return letters if known == given else ""

    def _told_anew(
        self, sequence_id: int, was: Feature, feature: Feature, old: Stored, new: Sequence
    ) -> None:
        """Let the protein follow an edit that has written what the CDS codes for by itself."""
        coding, given, letters = coding_of(new, feature), stated(was), stated(feature)
        if given and letters and coding is not None and agrees(coding):
            self._take_protein(sequence_id, feature, old, given, letters)

    def _tell(
        self,
        reason: Reason,
        key: tuple[int, int],
        feature: Feature,
        *,
        protein: int = 0,
        count: int = 0,
    ) -> None:
        self.told.append(NotFollowed(reason, *key, feature.location, protein, count))

    # -- proteins ----------------------------------------------------------------------------------

    def _note_unnamed(self, sequence_id: int, old: Stored, new: Sequence) -> None:
        """Note the proteins that a CDS has named and does not name any more."""
        now = {feature.ref: feature for feature in new.features}
        for was in old.sequence.features:
            after = now.get(was.ref)
            if after is was:
                continue
            kept = () if after is None else {one.ref for one in after.qualifiers}
            for one in was.qualifiers:
                target = old.links.get(one.ref)
                if target is not None and one.ref not in kept:
                    self._unnamed[target] = sequence_id, was

    def _is_alone(self, protein: int) -> bool:
        """Tell whether a protein is still there, and no CDS names it."""
        if protein not in self._copy.order or self._copy.links_to(protein):
            return False
        left = self._copy.sequence(protein)
        return left.moltype == "AA" and not left.is_skipped

    def _take_protein(
        self, sequence_id: int, feature: Feature, old: Stored, given: str, letters: str
    ) -> None:
        for qualifier in feature.qualifiers:
            target = old.links.get(qualifier.ref) if qualifier.name == "protein_id" else None
            if target is not None:
                move = _Move(sequence_id, feature, given, letters)
                self._moves.setdefault(target, []).append(move)

    def _move_protein(self, protein: int, move: _Move, *, agree: bool) -> None:
        """Write a translation as a protein; `agree`: it is that of all CDS which name it."""
        sequence = self._copy.sequence(protein)
        if sequence.moltype != "AA" or sequence.is_skipped:
            return  # a rule of its own speaks of it
        residues, key = sequence.residues.text(), (move.sequence, move.feature.ref)
        if residues == move.letters:
            return
        if residues not in (move.given, self._behind.proteins.get(protein)):
            self._tell(Reason.OTHER, key, move.feature, protein=protein)
            return
        if specific(move.letters) < FEWEST:
            hindrance: Reason | None = Reason.SHORT
        else:
            hindrance = None if agree else Reason.SHARED
        if hindrance is not None:
            self._behind.proteins[protein] = residues
            self._tell(hindrance, key, move.feature, protein=protein)
            return
        changed, is_plain = with_protein(sequence, move.letters)
        self._copy.write_sequence(protein, changed)
        if not is_plain:
            self._tell(Reason.FEATURES, key, move.feature, protein=protein)

    def _look_at_protein(self, sequence_id: int, old: Sequence, new: Sequence) -> None:
        """Tell when a protein is edited away from the translation that it was."""
        if old.moltype != "AA" or changed_stretch(old.residues, new.residues) is None:
            return
        former, letters = old.residues.text(), new.residues.text()
        for coding, feature in coding_for(self._copy, sequence_id):
            if stated(feature) == former != letters:
                self._tell(Reason.PROTEIN, (coding, feature.ref), feature, protein=sequence_id)


def coding_for(reader: Reader, protein: int) -> list[tuple[int, Feature]]:
    """Return the CDS that name a protein, each with the id of its sequence."""
    return [
        (sequence_id, feature)
        for sequence_id, refs in reader.links_to(protein).items()
        for feature in reader.sequence(sequence_id).features
        if feature.key == KEY and any(q.ref in refs for q in feature.qualifiers)
    ]


def with_protein(sequence: Sequence, letters: str) -> tuple[Sequence, bool]:
    """Return a protein with other residues, its features moved, and whether all surely fit.

    They do where residues were only put in, taken out or replaced one for one.
    """
    stretch = changed_stretch(sequence.residues, TextResidues(letters))
    if stretch is None:
        return sequence, True
    start, removed, inserted = stretch
    put = letters[start - 1 : start - 1 + inserted]
    lost = features_lost(sequence, start, removed, put)
    is_splice = not removed or not inserted or removed == inserted
    is_plain = not lost and (is_splice or not _overlaps(sequence, start, removed))
    return replace_residues(sequence, start, removed, put), is_plain


def _overlaps(sequence: Sequence, start: int, removed: int) -> bool:
    for feature in sequence.features:
        if feature.key == "source":
            continue
        try:
            spans = parse(feature.location, sequence.moltype).spans()
        except LocationError:
            return True
        if any(a < start + removed and b >= start for a, b, _ in spans):
            return True
    return False


def _hindrance(feature: Feature, sequence: Sequence, coding: Coding | None) -> tuple[Reason, int]:
    """Return why what a CDS codes for cannot be its translation, and where."""
    if coding is not None:
        if coding.is_out_of_frame:
            return Reason.FRAME, coding.computed.left_over
        if coding.computed.inner_stops:
            return Reason.STOP, coding.computed.inner_stops[0]
        return Reason.LOCATION, 0
    try:
        location = parse(feature.location, sequence.moltype)
    except LocationError:
        return Reason.LOCATION, 0
    wrong = faults(location, sequence.moltype, sequence.length)
    return (Reason.LOCATION if wrong else Reason.UNREAD), 0
