"""Finding a fragment or motif in the residues of a listing, and features made of the hits."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from itertools import pairwise

from seqeditor.app.document import Change, Document
from seqeditor.app.jobs import Job
from seqeditor.domain.criteria import Criteria
from seqeditor.domain.edits.bulk_set import add_feature_once
from seqeditor.domain.location import LocationError, faults, parse
from seqeditor.domain.motif import (
    Element,
    Pattern,
    direct,
    in_codons,
    other_strand,
    read_motif,
)
from seqeditor.domain.sequence import NUCLEOTIDE_MOLTYPES, Feature, Qualifier, Sequence
from seqeditor.domain.translation import codon_letters, reverse_complement
from seqeditor.rules.coding import read_coding
from seqeditor.store.choosing import choose
from seqeditor.store.reader import Reader
from seqeditor.store.scanning import Scanned, scan
from seqeditor.texts import N_
from seqeditor.vocabulary.features import mandatory_qualifiers
from seqeditor.vocabulary.genetic_codes import default_code, genetic_code

MOST = 100_000
"""How many hits are kept."""

LABEL = N_("Add {count} features")
LABEL_ONE = N_("Add a feature")


class Kind(Enum):
    """What a motif is of, and where it is looked for."""

    NUCLEOTIDES = "nucleotides"
    AMINO_ACIDS = "amino acids"
    SIX_FRAMES = "six frames"
    """Amino acids in all that nucleotides could code for."""
    CODING = "coding"
    """Amino acids in what the CDS features code for."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is looked for. `both_strands`, `circular`, `code` count for nucleotides only."""

    motif: str
    kind: Kind = Kind.NUCLEOTIDES
    both_strands: bool = True
    circular: bool = False
    code: int = 1


@dataclass(frozen=True, slots=True)
class MotifHit:
    """One match: 1-based positions on the strand as it is written.

    `strand` is 1, -1, or 0 for a match that reads alike on both. `frame` is 1 to 3 in
    translations, else 0. `end` is before `start` where a match goes over the origin of a circle.
    """

    sequence_id: int
    start: int
    end: int
    strand: int
    match: str
    location: str
    frame: int = 0

    @property
    def path(self) -> tuple[str, int]:
        """The place, as results of other searches tell it."""
        return ("residues", self.start)

    @property
    def length(self) -> int:
        """How many residues can be selected as one from `start` on."""
        return self.end - self.start + 1 if self.end >= self.start else 1


@dataclass(slots=True)
class Found:
    """The hits; `is_cut`: there are more than are kept; `sequences`: in how many they are."""

    hits: list[MotifHit] = field(default_factory=list)
    is_cut: bool = False
    sequences: int = 0


Search = Callable[[Scanned], Iterator[MotifHit]]


def check_motif(wish: Wish) -> tuple[Element, ...]:
    """Return the places of the motif; raises MotifError."""
    return read_motif(wish.motif, amino=wish.kind is not Kind.NUCLEOTIDES)


def find_motif(reader: Reader, ids: Iterable[int], wish: Wish, job: Job) -> Found:
    """Return where a motif is, in the order of the ids; raises MotifError, CancelledError."""
    elements = check_motif(wish)
    wanted = array("q", ids)
    if wish.kind is Kind.CODING:
        hits: Iterator[MotifHit] = _in_coding(reader, wanted, elements, job)
    else:
        hits = _in_residues(reader, wanted, wish, elements, job)
    found = Found()
    last = 0
    for hit in hits:
        if len(found.hits) >= MOST:
            found.is_cut = True
            break
        found.hits.append(hit)
        found.sequences += hit.sequence_id != last
        last = hit.sequence_id
    return found


def _in_residues(
    reader: Reader, wanted: array[int], wish: Wish, elements: tuple[Element, ...], job: Job
) -> Iterator[MotifHit]:
    moltypes = ("AA",) if wish.kind is Kind.AMINO_ACIDS else NUCLEOTIDE_MOLTYPES
    search = _search(wish, elements)
    done = 0
    for part in scan(reader, wanted, moltypes):
        job.report(done, len(wanted))
        done += 500
        for one in part:
            job.check()
            yield from search(one)


def _search(wish: Wish, elements: tuple[Element, ...]) -> Search:
    """Return what finds the motif in one sequence."""
    if wish.kind is Kind.AMINO_ACIDS:
        plain = direct(elements)
        return lambda one: _hits(one, plain, 1, wish, str)
    if wish.kind is Kind.NUCLEOTIDES:
        return _nucleotides(wish, elements)
    code = genetic_code(wish.code) or default_code()
    codons = codon_letters(code)

    def translated(letters: str) -> str:
        return "".join(codons.get(letters[n : n + 3], "X") for n in range(0, len(letters), 3))

    forth, back = in_codons(elements, codons), in_codons(elements, codons, reverse=True)

    def frames(one: Scanned) -> Iterator[MotifHit]:
        yield from _hits(one, forth, 1, wish, translated)
        if wish.both_strands:
            yield from _hits(one, back, -1, wish, translated)

    return frames


def _nucleotides(wish: Wish, elements: tuple[Element, ...]) -> Search:
    forth, back = direct(elements), other_strand(elements)
    same = forth.source == back.source

    def search(one: Scanned) -> Iterator[MotifHit]:
        both = wish.both_strands and same
        yield from _hits(one, forth, 0 if both else 1, wish, str)
        if wish.both_strands and not same:
            yield from _hits(one, back, -1, wish, str)

    return search


def _hits(
    one: Scanned, pattern: Pattern, strand: int, wish: Wish, read: Callable[[str], str]
) -> Iterator[MotifHit]:
    letters, length = one.letters, len(one.letters)
    circular = wish.circular and one.moltype in NUCLEOTIDE_MOLTYPES
    frames = wish.kind is Kind.SIX_FRAMES
    for start, end in pattern.find(letters, circular=circular):
        matched = letters[start:end] + (letters[: end - length] if end > length else "")
        if strand < 0:
            matched = reverse_complement(matched)
        frame = (start if strand > 0 else length - end) % 3 + 1 if frames else 0
        last = end - length if end > length else end
        yield MotifHit(
            one.id,
            start + 1,
            last,
            strand,
            read(matched),
            location_of(_runs(start + 1, last, length), strand),
            frame,
        )


def _runs(start: int, end: int, length: int) -> list[tuple[int, int]]:
    return [(start, end)] if end >= start else [(start, length), (1, end)]


def location_of(runs: list[tuple[int, int]], strand: int) -> str:
    """Return the location of stretches, given in the order they are read on the upper strand."""
    parts = [str(first) if first == last else f"{first}..{last}" for first, last in runs]
    text = parts[0] if len(parts) == 1 else f"join({','.join(parts)})"
    return f"complement({text})" if strand < 0 else text


# In what CDS features code for --------------------------------------------------------------------


def _in_coding(
    reader: Reader, wanted: array[int], elements: tuple[Element, ...], job: Job
) -> Iterator[MotifHit]:
    pattern = direct(elements)
    with_cds = set(choose(reader, Criteria(feature="CDS")))
    for done, sequence_id in enumerate(wanted):
        if done % 100 == 0:
            job.report(done, len(wanted))
        if sequence_id not in with_cds:
            continue
        try:
            sequence = reader.sequence(sequence_id)
        except KeyError:
            continue
        for feature in sequence.features:
            if feature.key == "CDS":
                yield from _in_feature(sequence_id, sequence, feature, pattern)


def _in_feature(
    sequence_id: int, sequence: Sequence, feature: Feature, pattern: Pattern
) -> Iterator[MotifHit]:
    try:
        location = parse(feature.location, sequence.moltype)
    except LocationError:
        return
    if faults(location, sequence.moltype, sequence.length):
        return
    coding = read_coding(feature, sequence, location)
    if coding is None:
        return
    region, letters = coding.region, coding.computed.letters
    for start, end in pattern.find(letters):
        first = region.codon_start - 1 + 3 * start
        last = min(region.codon_start - 1 + 3 * end, len(region.bases))
        positions = [region.position(offset) for offset in range(first, last)]
        if not positions:
            continue
        strand = -1 if len(positions) > 1 and positions[1] < positions[0] else 1
        runs = _joined(sorted(positions))
        yield MotifHit(
            sequence_id,
            runs[0][0],
            runs[-1][1],
            strand,
            letters[start:end],
            location_of(runs, strand),
            region.codon_start,
        )


def _joined(positions: list[int]) -> list[tuple[int, int]]:
    breaks = [n for n, (one, other) in enumerate(pairwise(positions), 1) if other != one + 1]
    edges = [0, *breaks, len(positions)]
    return [(positions[a], positions[b - 1]) for a, b in pairwise(edges)]


# Features -----------------------------------------------------------------------------------------


def add_features(
    document: Document, hits: Iterable[MotifHit], keys: dict[str, str], note: str, job: Job
) -> Change:
    """Add a feature at every hit as one step.

    `keys` gives the feature key by molecule type; without one, sequences of that type are left
    alone. Qualifiers that a key needs are added empty, to be filled in. Raises CancelledError.
    """
    by_sequence: dict[int, list[MotifHit]] = {}
    for hit in hits:
        if hit.sequence_id in document.order:
            by_sequence.setdefault(hit.sequence_id, []).append(hit)
    count = sum(map(len, by_sequence.values()))

    def edit(sequence_id: int, sequence: Sequence) -> Sequence:
        key = keys.get(sequence.moltype, "")
        for hit in by_sequence[sequence_id] if key else ():
            if hit.start <= sequence.length and hit.end <= sequence.length:
                sequence = add_feature_once(sequence, _feature(sequence.moltype, key, hit, note))
        return sequence

    return document.apply_by_id(
        LABEL_ONE if count == 1 else LABEL,
        by_sequence,
        edit,
        arguments={} if count == 1 else {"count": count},
        job=job,
    )


def _feature(moltype: str, key: str, hit: MotifHit, note: str) -> Feature:
    given = (Qualifier("note", note),) if note else ()
    needed = [n for n in mandatory_qualifiers(moltype, key) if not (n == "note" and note)]
    return Feature(key, hit.location, (*given, *(Qualifier(name, "") for name in needed)))
