"""What a list of sequences and the rules over the whole listing need of one sequence."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SequenceRow:
    """The columns of one sequence; `id` is permanent, `position` is 1-based in the listing.

    `number` is the SEQ ID NO shown: as written in a received file, the position after the first
    edit that renumbers. `digest` stands for the residues. `non_english` counts the qualifiers with
    a NonEnglishQualifier_value, `features` the features. `colour`, `note` and `todo` are the
    author's own.
    """

    id: int
    position: int
    number: str
    moltype: str
    length: int
    skipped: bool
    organism: str
    name: str
    digest: bytes
    features: int = 0
    non_english: int = 0
    colour: str = ""
    note: str = ""
    todo: bool = False
