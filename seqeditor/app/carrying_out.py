"""Carrying out edits of the listing as a whole, inside a step of the working copy."""

from __future__ import annotations

from dataclasses import replace

from seqeditor.app.jobs import Job
from seqeditor.domain.edits.operations import (
    GiveId,
    GiveTranslation,
    InsertSkipped,
    ListNucleotides,
    ListTranslation,
    Operation,
    RemoveSequence,
    Renumber,
    ReplaceHeader,
    SortByNumber,
    SplitAtStops,
    TakeAsEnglish,
    TakeOrganism,
    TakeTranslation,
)
from seqeditor.domain.edits.proteins import (
    nucleotides,
    protein,
    with_letters,
    with_organism_of,
    with_value,
)
from seqeditor.domain.edits.qualifiers import with_english_values
from seqeditor.domain.path import put
from seqeditor.domain.residues import TextResidues, digest
from seqeditor.domain.row import SequenceRow
from seqeditor.domain.sequence import Sequence, skipped_sequence
from seqeditor.rules.coding import FEWEST, specific, stated
from seqeditor.rules.residues.changes import parted_at_stops
from seqeditor.rules.translation.changes import with_computed
from seqeditor.store.workingcopy import WorkingCopy

_AT_ONCE = 200


def carry_out(copy: WorkingCopy, operation: Operation, job: Job) -> None:
    """Carry out one operation; what it names and is not there any more is passed over.

    Raises CancelledError.
    """
    match operation:
        case Renumber():
            copy.number_by_position()
        case SortByNumber():
            copy.reorder([row.id for row in sorted(copy.rows(), key=_number_key)])
        case InsertSkipped(position, count):
            copy.insert_sequences(position, (skipped_sequence() for _ in range(count)))
        case RemoveSequence(sequence_id):
            copy.remove_sequences([sequence_id])
        case ReplaceHeader(header):
            copy.write_header(header)
        case TakeAsEnglish():
            _take_as_english(copy, job)
        case _:
            _between_sequences(copy, operation)


def _between_sequences(copy: WorkingCopy, operation: Operation) -> None:
    try:
        match operation:
            case ListTranslation(sequence_id, feature):
                _list_translation(copy, sequence_id, feature)
            case TakeTranslation(sequence_id, feature, protein_id):
                letters = copy.sequence(protein_id).residues.text()
                changed = with_value(copy.sequence(sequence_id), feature, "translation", letters)
                copy.write_sequence(sequence_id, changed)
            case GiveTranslation(sequence_id, feature, protein_id):
                letters = stated(copy.sequence(sequence_id).features[feature])
                if letters:
                    changed = with_letters(copy.sequence(protein_id), letters)
                    copy.write_sequence(protein_id, changed)
            case TakeOrganism(sequence_id, source):
                changed = with_organism_of(copy.sequence(sequence_id), copy.sequence(source))
                copy.write_sequence(sequence_id, changed)
            case GiveId(sequence_id, path):
                sequence = copy.sequence(sequence_id)
                changed = put(sequence, (*path, "id"), copy.next_qualifier_id())
                copy.write_sequence(sequence_id, changed)
            case SplitAtStops(sequence_id):
                first, *others = parted_at_stops(copy.sequence(sequence_id))
                copy.write_sequence(sequence_id, first)
                copy.insert_sequences(copy.count() + 1, others)
            case ListNucleotides(sequence_id, feature, qualifier):
                _list_nucleotides(copy, sequence_id, feature, qualifier)
    except LookupError:
        # Removed meanwhile, by an earlier operation of the same step perhaps.
        return


def _take_as_english(copy: WorkingCopy, job: Job) -> None:
    left = False
    wanted = [row.id for row in copy.rows() if row.non_english]
    for done, sequence_id in enumerate(wanted):
        if done % _AT_ONCE == 0:
            job.report(done, len(wanted))
        changed = with_english_values(copy.sequence(sequence_id))
        copy.write_sequence(sequence_id, changed)
        left |= any(q.non_english for f in changed.features for q in f.qualifiers)
    if not left:
        copy.write_header(replace(copy.header, non_english_language=None))


def _list_translation(copy: WorkingCopy, sequence_id: int, feature: int) -> None:
    sequence = copy.sequence(sequence_id)
    if not stated(sequence.features[feature]):
        sequence = with_computed(sequence, feature)
        copy.write_sequence(sequence_id, sequence)
    letters = stated(sequence.features[feature])
    if specific(letters) < FEWEST:
        return
    found = _listed(copy, protein(letters, sequence))
    # Read again: the numbers that other protein_id show may have changed.
    sequence = copy.sequence(sequence_id)
    number = copy.number(found)
    copy.write_sequence(sequence_id, with_value(sequence, feature, "protein_id", number))


def _list_nucleotides(copy: WorkingCopy, sequence_id: int, feature: int, qualifier: int) -> None:
    sequence = copy.sequence(sequence_id)
    letters = sequence.features[feature].qualifiers[qualifier].value or ""
    _listed(copy, nucleotides(letters.lower().replace("u", "t"), sequence))


def _listed(copy: WorkingCopy, wanted: Sequence) -> int:
    """Return the id of a sequence of the same residues and organism, appended if there is none."""
    assert isinstance(wanted.residues, TextResidues)
    for row in copy.rows_of(copy.ids_of_digest(digest(wanted.residues))):
        if row.moltype == wanted.moltype and _may_be_same(row.organism, wanted.organism):
            return row.id
    return copy.insert_sequences(copy.count() + 1, [wanted])[0]


def _may_be_same(one: str, other: str) -> bool:
    """Tell whether two organisms are the same, as far as both are named."""
    return not one.split() or not other.split() or one.split() == other.split()


def _number_key(row: SequenceRow) -> tuple[int, int]:
    """Sort by number; what is no number goes last, in the order it has."""
    number = row.number
    if number.isascii() and number.isdecimal() and len(number) < 19:
        return int(number), row.position
    return 1 << 62, row.position
