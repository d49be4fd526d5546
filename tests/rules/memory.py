"""A whole listing in memory: what the rules over the whole listing see in the cases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from seqeditor.domain.edits.operations import (
    InsertSkipped,
    Operation,
    RemoveSequence,
    Renumber,
    ReplaceHeader,
    SortByNumber,
)
from seqeditor.domain.general_information import GeneralInformation
from seqeditor.domain.residues import digest
from seqeditor.domain.row import SequenceRow
from seqeditor.domain.sequence import Feature, Qualifier, Sequence, skipped_sequence


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
