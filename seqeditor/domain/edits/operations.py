"""Edits of the listing as a whole, as data: the document carries them out in one step."""

from __future__ import annotations

from dataclasses import dataclass

from seqeditor.domain.general_information import GeneralInformation


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


Operation = Renumber | SortByNumber | InsertSkipped | RemoveSequence | ReplaceHeader
