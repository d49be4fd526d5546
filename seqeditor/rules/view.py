"""How rules see a listing, a sequence and what encloses a value; no database in sight."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Protocol

from seqeditor.domain.general_information import GeneralInformation
from seqeditor.domain.location import Location, LocationError, LocationFault, faults, parse
from seqeditor.domain.mention import Mentioned, MentionKind
from seqeditor.domain.path import Path
from seqeditor.domain.row import SequenceRow
from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from seqeditor.rules.coding import KEY as CDS
from seqeditor.rules.coding import Coding, read_coding

_SYMBOLS = {
    "DNA": b"acgtmrwsykvhdbn",
    "RNA": b"acgtmrwsykvhdbn",
    "AA": b"ABCDEFGHIJKLMNOPQRSTUVWXYZ",
}
_LAYOUT = re.compile(r"[\s\d]+")


class ListingView(Protocol):
    """The whole listing by its columns: implemented over the store and over a stream.

    Sequences are named by their permanent ids. No method but the last two reads residues.
    """

    @property
    def header(self) -> GeneralInformation:
        """The general information."""

    def count(self) -> int:
        """Return how many sequences there are, skipped ones included."""

    def rows(self) -> Iterator[SequenceRow]:
        """Yield the columns of all sequences in the order of the listing."""

    def rows_of(self, ids: Iterable[int]) -> list[SequenceRow]:
        """Return the columns of some sequences, in the order asked."""

    def mentions(self, kind: MentionKind) -> Iterator[Mentioned]:
        """Yield what sequences say of others in this way, with the sequences their numbers mean."""

    def ids_of_digest(self, digest: bytes) -> list[int]:
        """Return the sequences whose residues have this digest, in the order of the listing."""

    def twins(self) -> Iterator[list[int]]:
        """Yield groups of sequences with the same residues, skipped and empty ones left out."""

    def strands(self) -> Iterator[tuple[int, int]]:
        """Yield pairs of sequences of which the second is the other strand of the first."""

    def annotation_digest(self, sequence_id: int) -> bytes:
        """Return what stands for the molecule type, features and qualifiers of a sequence."""

    def all_residues(self) -> Iterator[tuple[SequenceRow, Iterable[str]]]:
        """Yield all sequences with their letters in pieces: for the rules on request only."""

    def sequences_of(self, ids: Collection[int]) -> Iterator[tuple[int, Sequence]]:
        """Yield some sequences with their ids, in any order: for few, to tell a fault exactly.

        Those that are not there, or cannot be had any more, are left out.
        """


@dataclass(frozen=True)
class HeaderContext:
    """What a rule over the general information may ask for."""

    today: date


@dataclass(frozen=True)
class ListingContext:
    """What a rule over the whole listing may ask for.

    `memo` keeps for one run what several rules count from the same walk over all sequences.
    """

    today: date
    memo: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True)
class SequenceContext:
    """A sequence under check; `number` is its SEQ ID NO as shown.

    `memo` keeps what several features of the sequence need to know of it.
    """

    sequence: Sequence
    number: str
    header: GeneralInformation
    today: date
    memo: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def letters(self) -> str:
        """All residues as one string, fetched once."""
        return self.sequence.residues.text()

    @cached_property
    def residue_count(self) -> int:
        """The number of residues, white space and digits among them left out.

        A rule of their own speaks of those; lengths and locations are judged as if they were gone.
        """
        letters = self.letters
        return len(letters) if letters.isalpha() else len(_LAYOUT.sub("", letters))

    @property
    def stated_length(self) -> int:
        """The length as written, 0 if none is; what fits it is no fault beside a wrong length."""
        written = self.sequence.written_length or ""
        return int(written) if written.isdecimal() and len(written) < 19 else 0

    @cached_property
    def strange(self) -> str:
        """The characters that are no symbols of the molecule type, in order; "" if all are."""
        allowed = _SYMBOLS.get(self.sequence.moltype)
        if allowed is None:
            return ""
        rest = self.letters.encode("utf-8", "surrogatepass").translate(None, allowed)
        return rest.decode("utf-8", "surrogatepass")


@dataclass(frozen=True)
class FeatureContext:
    """A feature under check, with the sequence that holds it."""

    feature: Feature
    index: int
    within: SequenceContext

    @property
    def sequence(self) -> Sequence:
        """The sequence that holds the feature."""
        return self.within.sequence

    @cached_property
    def location(self) -> Location | None:
        """The location as parsed, None when it cannot be read."""
        try:
            return parse(self.feature.location, self.sequence.moltype)
        except LocationError:
            return None

    @cached_property
    def location_faults(self) -> tuple[LocationFault, ...]:
        """What makes the location wrong; positions are judged only where there are residues."""
        count = self.within.residue_count
        location = self.location
        if location is None:
            return faults(self.feature.location, self.sequence.moltype, count)
        return faults(location, self.sequence.moltype, count) if count else ()

    @cached_property
    def coding(self) -> Coding | None:
        """What the feature codes for, None where something else must be put right first."""
        location = self.location
        if self.feature.key != CDS or location is None or self.location_faults:
            return None
        if self.within.strange or not self.within.letters:
            return None
        return read_coding(self.feature, self.sequence, location)


@dataclass(frozen=True)
class QualifierContext:
    """A qualifier under check, with the feature and sequence that hold it."""

    qualifier: Qualifier
    index: int
    within: FeatureContext

    @property
    def feature(self) -> Feature:
        """The feature that holds the qualifier."""
        return self.within.feature

    @property
    def sequence(self) -> Sequence:
        """The sequence that holds the feature."""
        return self.within.sequence


@dataclass(frozen=True)
class ValueContext:
    """The text of one element or attribute under check.

    `element` is the name in the XML (an attribute as `@name`); `mandatory` says that the text may
    not be empty where it stands; `leant_on` that it may, but that something stands beside it that
    cannot stand alone. `feature`, `qualifier` are set inside a feature table.
    """

    element: str
    path: Path
    mandatory: bool
    feature: Feature | None = None
    qualifier: Qualifier | None = None
    leant_on: bool = False
