"""One sequence of a listing: residues, features and their qualifiers (ST.26 par. 50-100)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from seqeditor.domain.residues import SKIPPED, Residues, TextResidues

NUCLEOTIDE_MOLTYPES = ("DNA", "RNA")
MOLTYPES = (*NUCLEOTIDE_MOLTYPES, "AA")


@dataclass(frozen=True, slots=True)
class Qualifier:
    """INSDQualifier (par. 73-87).

    `value` is INSDQualifier_value, `non_english` is NonEnglishQualifier_value; None means that the
    element is absent, "" that it is there and empty. `id` is the XML id as written, None if absent.
    `ref` is the permanent address of the qualifier in its sequence: never reused, 0 until the store
    has given one, no part of equality and never written to ST.26 XML.
    """

    name: str
    value: str | None = None
    non_english: str | None = None
    id: str | None = None
    ref: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Feature:
    """INSDFeature (par. 60-72): feature key, location as written, qualifiers in order.

    `ref` is the permanent address, see Qualifier.
    """

    key: str
    location: str
    qualifiers: tuple[Qualifier, ...] = ()
    ref: int = field(default=0, compare=False)

    def values(self, name: str) -> Iterator[str]:
        """Yield the values of the qualifiers of this name, absent ones as ""."""
        return (q.value or "" for q in self.qualifiers if q.name == name)

    def value(self, name: str) -> str | None:
        """Return the value of the first qualifier of this name, None if there is none."""
        # No generator: thousands of features are asked at every key.
        for one in self.qualifiers:
            if one.name == name:
                return one.value or ""
        return None


@dataclass(frozen=True, slots=True)
class Sequence:
    """SequenceData without its number, which follows from the place in the listing (par. 10).

    `moltype`, `division` are as written ("" in a skipped sequence). `written_length` is
    INSDSeq_length as received (None: not stated, or made by this program, which counts).
    `other_seqids` holds the INSDSeqid texts; None means that INSDSeq_other-seqids is absent.
    `name`, `note`, `colour` are the author's own and never leave the project file.
    """

    moltype: str = "DNA"
    residues: Residues = field(default_factory=TextResidues)
    features: tuple[Feature, ...] = ()
    division: str = "PAT"
    written_length: str | None = None
    other_seqids: tuple[str, ...] | None = None
    name: str = ""
    note: str = ""
    colour: str = ""

    @property
    def length(self) -> int:
        """The number of residues."""
        return len(self.residues)

    @property
    def is_skipped(self) -> bool:
        """Whether this is an intentionally skipped sequence: residues exactly 000 (par. 58)."""
        return len(self.residues) == len(SKIPPED) and self.residues.text() == SKIPPED

    @property
    def is_nucleotide(self) -> bool:
        """Whether the molecule type is DNA or RNA."""
        return self.moltype in NUCLEOTIDE_MOLTYPES

    @property
    def source(self) -> Feature | None:
        """The first source feature (par. 63), None if there is none."""
        return next((f for f in self.features if f.key == "source"), None)

    @property
    def organism(self) -> str:
        """The organism of the source feature, "" if there is none."""
        return (self.source.value("organism") if self.source else None) or ""


def skipped_sequence() -> Sequence:
    """Return an intentionally skipped sequence as par. 58 asks for it."""
    return Sequence(moltype="", residues=TextResidues(SKIPPED), division="")
