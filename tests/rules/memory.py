"""A whole listing in memory: what the rules over the whole listing see in the cases."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

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
from seqeditor.domain.general_information import GeneralInformation
from seqeditor.domain.mention import Mentioned, MentionKind
from seqeditor.domain.path import put
from seqeditor.domain.residues import digest
from seqeditor.domain.row import SequenceRow
from seqeditor.domain.sequence import Feature, Qualifier, Sequence, skipped_sequence
from seqeditor.rules.mentions import annotation_digest, mentions, other_strand
from seqeditor.rules.residues.changes import parted_at_stops
from seqeditor.rules.translation.changes import with_computed


@dataclass(frozen=True)
class Entry:
    """One sequence with its permanent id and the number shown."""

    id: int
    number: str
    sequence: Sequence


@dataclass(frozen=True)
class MemoryListing:
    """A ListingView over a tuple."""

    header: GeneralInformation
    entries: tuple[Entry, ...]

    def count(self) -> int:
        return len(self.entries)

    def rows(self) -> Iterator[SequenceRow]:
        for position, entry in enumerate(self.entries, 1):
            one = entry.sequence
            yield SequenceRow(
                id=entry.id,
                position=position,
                number=entry.number,
                moltype=one.moltype,
                length=one.length,
                skipped=one.is_skipped,
                organism=one.organism,
                name=one.name,
                digest=digest(one.residues),
                features=len(one.features),
                non_english=sum(
                    q.non_english is not None for f in one.features for q in f.qualifiers
                ),
            )

    def rows_of(self, ids: Iterable[int]) -> list[SequenceRow]:
        rows = {row.id: row for row in self.rows()}
        return [rows[i] for i in ids if i in rows]

    def mentions(self, kind: MentionKind) -> Iterator[Mentioned]:
        numbers = {e.number: e.id for e in reversed(self.entries)}
        for entry in self.entries:
            for one in mentions(entry.sequence):
                if one.kind is kind:
                    target = numbers.get(one.number) if one.number else None
                    yield Mentioned(entry.id, one, target)

    def ids_of_digest(self, residues: bytes) -> list[int]:
        return [row.id for row in self.rows() if row.digest == residues]

    def twins(self) -> Iterator[list[int]]:
        groups: dict[bytes, list[int]] = {}
        for row in self.rows():
            if not row.skipped and row.length:
                groups.setdefault(row.digest, []).append(row.id)
        return (ids for ids in groups.values() if len(ids) > 1)

    def strands(self) -> Iterator[tuple[int, int]]:
        known: dict[bytes, int] = {}
        for entry in self.entries:
            strand = other_strand(entry.sequence)
            if strand and strand in known:
                yield known[strand], entry.id
            known.setdefault(digest(entry.sequence.residues), entry.id)

    def annotation_digest(self, sequence_id: int) -> bytes:
        return annotation_digest(self.sequence(sequence_id))

    def all_residues(self) -> Iterator[tuple[SequenceRow, Iterable[str]]]:
        for row in self.rows():
            yield row, self.sequence(row.id).residues.chunks()

    def sequences_of(self, ids: Collection[int]) -> Iterator[tuple[int, Sequence]]:
        return ((entry.id, entry.sequence) for entry in self.entries if entry.id in ids)

    def sequence(self, sequence_id: int) -> Sequence:
        return next(e.sequence for e in self.entries if e.id == sequence_id)

    def changed(self, sequence_id: int, sequence: Sequence) -> MemoryListing:
        """Return the listing with another sequence in the place of one."""
        entries = (
            replace(e, sequence=sequence) if e.id == sequence_id else e for e in self.entries
        )
        return replace(self, entries=tuple(entries))

    def appended(self, sequence: Sequence) -> MemoryListing:
        """Return the listing with one more sequence, which has the highest id."""
        free = max((e.id for e in self.entries), default=0) + 1
        joined = (*self.entries, Entry(free, "", sequence))
        return renumbered(counted(replace(self, entries=joined)))


def carried_out(listing: MemoryListing, operations: tuple[Operation, ...]) -> MemoryListing:
    """Return the listing after the operations, one after the other."""
    for one in operations:
        listing = _carried_out(listing, one)
    return listing


def _carried_out(listing: MemoryListing, one: Operation) -> MemoryListing:
    entries = listing.entries
    match one:
        case Renumber():
            return renumbered(listing)
        case SortByNumber():
            ordered = sorted(entries, key=lambda e: int(e.number) if e.number.isdecimal() else 0)
            return replace(listing, entries=tuple(ordered))
        case InsertSkipped(position, count):
            free = max((e.id for e in entries), default=0) + 1
            new = tuple(Entry(free + i, "", skipped_sequence()) for i in range(count))
            joined = entries[: position - 1] + new + entries[position - 1 :]
            return renumbered(counted(replace(listing, entries=joined)))
        case RemoveSequence(gone):
            return counted(replace(listing, entries=tuple(e for e in entries if e.id != gone)))
        case ReplaceHeader(header):
            return replace(listing, header=header)
        case ListTranslation(coding, feature):
            return _with_protein(listing, coding, feature)
        case TakeTranslation(coding, feature, target):
            letters = listing.sequence(target).residues.text()
            sequence = with_value(listing.sequence(coding), feature, "translation", letters)
            return listing.changed(coding, sequence)
        case GiveTranslation(coding, feature, target):
            letters = listing.sequence(coding).features[feature].value("translation") or ""
            return listing.changed(target, with_letters(listing.sequence(target), letters))
        case TakeOrganism(changed, given):
            sequence = with_organism_of(listing.sequence(changed), listing.sequence(given))
            return listing.changed(changed, sequence)
        case ListNucleotides(within, feature, at):
            holder = listing.sequence(within)
            letters = holder.features[feature].qualifiers[at].value or ""
            return listing.appended(nucleotides(letters, holder))
        case SplitAtStops(protein_id):
            first, *others = parted_at_stops(listing.sequence(protein_id))
            listing = listing.changed(protein_id, first)
            for other in others:
                listing = listing.appended(other)
            return listing
        case TakeAsEnglish():
            return _as_english(listing)
        case GiveId(within, path):
            return listing.changed(
                within, put(listing.sequence(within), (*path, "id"), _free(listing))
            )


def _as_english(listing: MemoryListing) -> MemoryListing:
    for e in listing.entries:
        listing = listing.changed(e.id, with_english_values(e.sequence))
    if any(row.non_english for row in listing.rows()):
        return listing
    return replace(listing, header=replace(listing.header, non_english_language=None))


def _free(listing: MemoryListing) -> str:
    """Return the next free XML id of a listing."""
    taken = {q.id for e in listing.entries for f in e.sequence.features for q in f.qualifiers}
    return next(one for n in range(1, 1000) if (one := f"q{n}") not in taken)


def _with_protein(listing: MemoryListing, coding: int, feature: int) -> MemoryListing:
    sequence = listing.sequence(coding)
    if sequence.features[feature].value("translation") is None:
        sequence = with_computed(sequence, feature)
        listing = listing.changed(coding, sequence)
    letters = sequence.features[feature].value("translation") or ""
    if len(letters.replace("X", "")) < 4:
        return listing
    wanted = protein(letters, sequence)
    rows = listing.rows_of(listing.ids_of_digest(digest(wanted.residues)))
    numbers = [row.number for row in rows if row.organism in ("", wanted.organism)]
    if not numbers:
        listing = listing.appended(wanted)
        numbers = [listing.entries[-1].number]
    sequence = with_value(listing.sequence(coding), feature, "protein_id", numbers[0])
    return listing.changed(coding, sequence)


def counted(listing: MemoryListing) -> MemoryListing:
    """Return the listing with the total left to this program."""
    return replace(listing, header=replace(listing.header, written_total=None))


def renumbered(listing: MemoryListing) -> MemoryListing:
    """Return the listing numbered by place; protein_id follows."""
    new = {e.number: str(at) for at, e in enumerate(listing.entries, 1) if e.number}
    return replace(
        listing,
        entries=tuple(
            replace(e, number=str(at), sequence=_linked(e.sequence, new))
            for at, e in enumerate(listing.entries, 1)
        ),
    )


def _linked(sequence: Sequence, new: dict[str, str]) -> Sequence:
    def follow(q: Qualifier) -> Qualifier:
        return replace(q, value=new.get(q.value or "", q.value)) if q.name == "protein_id" else q

    def each(f: Feature) -> Feature:
        return replace(f, qualifiers=tuple(follow(q) for q in f.qualifiers))

    return replace(sequence, features=tuple(each(f) for f in sequence.features))
