"""Edits of the listing as a whole, as data: the document carries them out in one step."""

from __future__ import annotations

from dataclasses import dataclass

from seqeditor.domain.general_information import GeneralInformation
from seqeditor.domain.path import Path


@dataclass(frozen=True, slots=True)
class Renumber:
    """Number the sequences by their place, 1, 2, 3 ... (ST.26 par. 10); protein_id follows."""


@dataclass(frozen=True, slots=True)
class SortByNumber:
    """Put the sequences in the order of the numbers they were received with."""


@dataclass(frozen=True, slots=True)
class InsertSkipped:
    """Insert `count` intentionally skipped sequences before the given position (1-based)."""

    position: int
    count: int


@dataclass(frozen=True, slots=True)
class RemoveSequence:
    """Take the sequence with this permanent id out of the listing."""

    id: int


@dataclass(frozen=True, slots=True)
class ReplaceHeader:
    """Put this general information in the place of the present one."""

    header: GeneralInformation


@dataclass(frozen=True, slots=True)
class ListTranslation:
    """Give a CDS its protein: the translation, a sequence of its own, and protein_id to name it.

    `feature` is the 0-based index of the CDS in the sequence with this permanent id. What is there
    already is used: a translation, and a protein of the same residues and organism.
    """

    id: int
    feature: int


@dataclass(frozen=True, slots=True)
class TakeTranslation:
    """Write the residues of a protein (permanent id `protein`) as the translation of a CDS."""

    id: int
    feature: int
    protein: int


@dataclass(frozen=True, slots=True)
class GiveTranslation:
    """Make the residues of a protein (permanent id `protein`) those of the translation of a CDS."""

    id: int
    feature: int
    protein: int


@dataclass(frozen=True, slots=True)
class TakeOrganism:
    """Give a sequence (permanent id) the organism of the sequence with the id `source`."""

    id: int
    source: int


@dataclass(frozen=True, slots=True)
class ListNucleotides:
    """Append the nucleotides in the value of a qualifier as a sequence of their own."""

    id: int
    feature: int
    qualifier: int


@dataclass(frozen=True, slots=True)
class GiveId:
    """Give the qualifier at a path the XML id q and the next free number of the listing."""

    id: int
    path: Path


@dataclass(frozen=True, slots=True)
class SplitAtStops:
    """Divide a protein (permanent id) where a symbol stands for a stop (ST.26 par. 28).

    The first part stays in its place, the others are appended, so that no number changes.
    """

    id: int


@dataclass(frozen=True, slots=True)
class TakeAsEnglish:
    """Make non-English values the INSDQualifier_value where that is empty (ST.26 par. 87).

    The code of their language goes as well, unless other values are left.
    """


Operation = (
    Renumber
    | SortByNumber
    | InsertSkipped
    | RemoveSequence
    | ReplaceHeader
    | ListTranslation
    | TakeTranslation
    | GiveTranslation
    | TakeOrganism
    | ListNucleotides
    | GiveId
    | SplitAtStops
    | TakeAsEnglish
)
