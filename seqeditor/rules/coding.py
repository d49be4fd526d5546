"""A CDS as it can be read: its bases, the genetic code, what it codes for, what its value says.

One reading serves all rules over a coding region and the columns of the whole listing. What cannot
be read for a fault that has a rule of its own is None: no rule builds on it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from seqeditor.domain.location import Between, Complement, Location, Order
from seqeditor.domain.sequence import Feature, Sequence
from seqeditor.domain.translation import (
    CodingRegion,
    CodonException,
    Translation,
    coding_region,
    read_exceptions,
    translate,
)
from seqeditor.rules.feature.misspelt import is_misspelt_in
from seqeditor.vocabulary.genetic_codes import GeneticCode, default_code, genetic_code
from seqeditor.vocabulary.qualifiers import qualifier
from seqeditor.vocabulary.residues import one_letter_codes, symbols

KEY = "CDS"
FEWEST = 4
"""So many specifically defined amino acids make a sequence that must be listed (par. 7, 8)."""
RARE = {"U": "Sec", "O": "Pyl"}
"""Amino acids that stand for a stop codon read otherwise, with their three-letter codes."""

_REMEMBERED = 3_000
"""Bases of a region whose translation is remembered; so many fit most genes."""
_LETTERS = re.compile(r"[A-Z]+")
_NUMBER = re.compile(r"[1-9][0-9]{0,2}")
_PSEUDO = ("pseudo", "pseudogene")
_EXCUSES = ("exception", "trans_splicing")
_SAYING_HOW = (
    *("codon_start", "transl_table", "transl_except", "ribosomal_slippage"),
    *_PSEUDO,
    *_EXCUSES,
)
_MANY = 3
"""Fewer differences are slips; from so many on, over half of a protein, the frame is wrong."""


@dataclass(frozen=True, slots=True)
class Difference:
    """How a translation departs from the one computed.

    `kind` is "length", "throughout" or "residue"; `position` is the 1-based residue, 0 where all
    letters both have agree.
    """

    kind: str
    position: int = 0


@dataclass(frozen=True)
class Coding:
    """A coding region, its genetic code and what it codes for.

    `given` are the letters of the qualifier translation, "" where there are none worth comparing.
    """

    region: CodingRegion
    code: GeneticCode
    exceptions: tuple[CodonException, ...]
    computed: Translation
    given: str

    @property
    def is_out_of_frame(self) -> bool:
        """Whether bases are left over though both ends are shown."""
        partial = self.region.is_partial_start or self.region.is_partial_end
        return bool(self.computed.left_over) and not partial

    @property
    def has_stop(self) -> bool:
        """Whether the region ends with a stop, or with one that is an amino acid elsewhere."""
        return self.computed.has_stop or (
            not self.computed.left_over and self.codon(self.codons) in self.code.also_sense
        )

    @property
    def codons(self) -> int:
        """The number of whole codons."""
        return (len(self.region.bases) - self.region.codon_start + 1) // 3

    def codon(self, number: int) -> str:
        """Return the bases of a codon by its 1-based number."""
        first = self.region.codon_start - 1 + 3 * (number - 1)
        return self.region.bases[first : first + 3]

    def place(self, number: int) -> str:
        """Return the location of a codon by its 1-based number, as transl_except writes it.

        "" for a region on both strands.
        """
        strands = _strands(self.region)
        if len(strands) > 1:
            return ""
        first = self.region.codon_start - 1 + 3 * (number - 1)
        found = [self.region.position(first + n) for n in range(3)]
        if strands == {1}:
            return _joined(found)
        return f"complement({_joined(found[::-1])})"

    @cached_property
    def inner_stops(self) -> tuple[int, ...]:
        """The codons that stop before the end, where the translation does not say U or O."""
        return tuple(
            at for at in self.computed.inner_stops if self.given[at - 1 : at] not in tuple(RARE)
        )

    @cached_property
    def difference(self) -> Difference | None:
        """How the given translation departs from the one computed, None if it does not.

        None also where there is no translation or the frame itself is wrong.
        """
        if not self.given or self.given == self.computed.letters or self.is_out_of_frame:
            return None
        wrong = [at for at in range(self._shared) if not self._alike(at)]
        first = wrong[0] + 1 if wrong else 0
        if len(self.given) not in self._lengths:
            return Difference("length", first)
        if not wrong:
            return None
        throughout = len(wrong) >= _MANY and 2 * len(wrong) > self._shared
        return Difference("throughout" if throughout else "residue", first)

    @property
    def _shared(self) -> int:
        return min(len(self.given), len(self.computed.letters))

    @property
    def _lengths(self) -> set[int]:
        """The lengths that need no word of their own."""
        length = len(self.computed.letters)
        allowed = {length}
        if self.computed.left_over and self.region.is_partial_end:
            # The last codon may be known from two bases.
            allowed.add(length + 1)
        if not self.computed.has_stop and (not self.region.is_partial_end or self.has_stop):
            # Another rule says that the stop is missing.
            allowed.add(length - 1)
        return allowed

    def _alike(self, at: int) -> bool:
        given, computed = self.given[at], self.computed.letters[at]
        if given == computed or "X" in (given, computed) or computed == "*":
            return True
        if given in RARE and computed != given and at + 1 in self.unexcused:
            return True
        if at == 0:
            codon = self.codon(1)
            literal = self.code.amino_acid(codon)
            return given == literal or (given == "M" and codon in self.code.starts)
        known = symbols("AA").get(given)
        return known is not None and known.is_ambiguous and computed in known.stands_for

    @cached_property
    def unexcused(self) -> frozenset[int]:
        """The residues U and O of the translation that lack a transl_except."""
        return frozenset(unexcused(self.given, self.exceptions, self.computed.letters))


def unexcused(given: str, exceptions: tuple[CodonException, ...], computed: str = "") -> list[int]:
    """Return the 1-based residues U and O of a translation that lack a transl_except.

    Where there are as many transl_except as residues, none lacks one: whether they stand at the
    right codons is the business of other rules.
    """
    found: list[int] = []
    for letter in RARE:
        told = sum(1 for one in exceptions if one.letter == letter)
        if given.count(letter) > told:
            found += [
                at
                for at, one in enumerate(given, 1)
                if one == letter and computed[at - 1 : at] != letter
            ]
    return sorted(found)


def is_pseudo(feature: Feature) -> bool:
    """Tell whether a feature is marked as one that does not work."""
    return any(q.name in _PSEUDO for q in feature.qualifiers)


def stated(feature: Feature) -> str:
    """Return the letters of the qualifier translation, "" where none can be read.

    Blanks, lower case and a stop at the end are passed over: a rule of their own speaks of them.
    """
    return letters_of(feature.value("translation") or "")


def letters_of(value: str) -> str:
    """Return the letters a translation means, "" if it holds anything else.

    Upper and lower case together are three-letter codes, which are no letters of residues.
    """
    if not _LETTERS.fullmatch(value):
        if value.upper() != value != value.lower():
            return ""
        value = "".join(value.split()).upper().rstrip("*")
    return value if _LETTERS.fullmatch(value) else ""


def specific(letters: str) -> int:
    """Return the number of specifically defined amino acids: all but X (par. 3(k))."""
    return len(letters) - letters.count("X")


def exceptions_of(feature: Feature, moltype: str) -> tuple[CodonException, ...] | None:
    """Return what the transl_except of a feature say, None when one cannot be read."""
    values = list(feature.values("transl_except"))
    if not values:
        return ()
    found = read_exceptions(values, one_letter_codes(), moltype)
    return tuple(found) if len(found) == len(values) else None


def read_coding(feature: Feature, sequence: Sequence, location: Location) -> Coding | None:
    """Return a coding region with what it codes for, None where nothing should be built on it.

    `location` is that of the feature, without faults. None for pseudogenes, where an exception to
    the genetic code is told in words, and where a value cannot be read.
    """
    codon_start = feature.value("codon_start") or "1"
    table = feature.value("transl_table")
    code = default_code() if table is None else _code(table)
    exceptions = exceptions_of(feature, sequence.moltype)
    if code is None or exceptions is None or codon_start not in ("1", "2", "3"):
        return None
    if is_pseudo(feature) or _is_excused(feature, location) or not _is_joined(location):
        return None
    if is_unclear(feature, sequence.moltype):
        return None
    region = coding_region(sequence.residues, location, int(codon_start))
    if len(region.bases) < region.codon_start:
        return None
    exceptions = tuple(_turned(one, region) for one in exceptions)
    computed = _translated(region, code, exceptions)
    if computed.misplaced:
        return None
    return Coding(region, code, exceptions, computed, stated(feature))


def is_unclear(feature: Feature, moltype: str) -> bool:
    """Tell whether a qualifier that says how to read is there without its right name."""
    if all(qualifier(moltype, one.name) for one in feature.qualifiers):
        return False
    unnamed = any(not one.name.strip() for one in feature.qualifiers)
    return unnamed or any(is_misspelt_in(feature, name, moltype) for name in _SAYING_HOW)


def _translated(
    region: CodingRegion, code: GeneticCode, exceptions: tuple[CodonException, ...]
) -> Translation:
    """Translate, or remember: an edit in a genome leaves most of its regions as they were."""
    if exceptions or len(region.bases) > _REMEMBERED:
        return translate(region, code, exceptions)
    return _remembered(region.bases, region.codon_start, region.is_partial_start, code.id)


@lru_cache(maxsize=8192)
def _remembered(bases: str, codon_start: int, is_partial_start: bool, table: int) -> Translation:
    code = genetic_code(table)
    assert code is not None
    region = CodingRegion(bases, (), codon_start, is_partial_start)
    return translate(region, code)


def _code(value: str) -> GeneticCode | None:
    return genetic_code(int(value)) if _NUMBER.fullmatch(value) else None


def _is_excused(feature: Feature, location: Location) -> bool:
    """Whether the standard lets the translation differ from what the codons say."""
    names = {q.name for q in feature.qualifiers}
    if names.intersection(_EXCUSES):
        return True
    # A slippage that the location shows, as join(1..8,8..12), is read like any other.
    return "ribosomal_slippage" in names and len(location.spans()) < 2


def _is_joined(location: Location) -> bool:
    if isinstance(location, Order) or "order" in str(location):
        return False
    return not any(isinstance(one, Between) for one in location.descriptors())


def _strands(region: CodingRegion) -> set[int]:
    return {strand for _, _, strand in region.stretches}


def _joined(positions: list[int]) -> str:
    """Return the location of positions in this order."""
    runs: list[list[int]] = []
    for position in positions:
        if runs and position == runs[-1][-1] + 1:
            runs[-1].append(position)
        else:
            runs.append([position])
    parts = [str(r[0]) if len(r) == 1 else f"{r[0]}..{r[-1]}" for r in runs]
    return parts[0] if len(parts) == 1 else f"join({','.join(parts)})"


def _turned(exception: CodonException, region: CodingRegion) -> CodonException:
    """Return an exception on the strand of its region: both ways of writing are in use."""
    spans = exception.location.spans()
    if _strands(region) == {-1} and all(strand > 0 for _, _, strand in spans):
        return CodonException(Complement(exception.location), exception.letter)
    return exception
