"""Findings as data: a rule's id, a place and parameters; the sentence is made when shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, StrEnum

from seqeditor.domain.path import Path

Parameter = str | int


class Level(StrEnum):
    """How grave a finding is; an error keeps a listing from being generated."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Scope(Enum):
    """What a rule looks at, and with it when it must be run again.

    FILE: only the file as received shows it; found by the reader, no check of its own.
    COMPARISON: two listings side by side show it; found by their comparison, likewise.
    LISTING: columns of all sequences. HEADER: the general information.
    SEQUENCE, FEATURE, QUALIFIER: one value and what encloses it. RESIDUES: the letters of one
    sequence. VALUE: the text of any element or attribute.
    """

    FILE = "file"
    COMPARISON = "comparison"
    LISTING = "listing"
    HEADER = "header"
    SEQUENCE = "sequence"
    RESIDUES = "residues"
    FEATURE = "feature"
    QUALIFIER = "qualifier"
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class Hit:
    """What a check yields: a place relative to what it was given, and the parameters."""

    path: Path
    value: str | None = None
    variant: str = ""
    level: Level | None = None
    sequence: int | None = None
    parameters: Mapping[str, Parameter] = field(default_factory=dict)
    others: tuple[int, ...] = ()


def hit(
    *path: str | int,
    value: str | None = None,
    variant: str = "",
    level: Level | None = None,
    sequence: int | None = None,
    others: tuple[int, ...] = (),
    **parameters: Parameter,
) -> Hit:
    """Return a hit at the path below the value checked; the keywords fill the message.

    `variant` chooses another of the rule's messages, `level` departs from the rule's own level,
    `sequence` (scope LISTING only) is the id of the sequence meant, None for the header; `others`
    are the ids of the sequences that the message names by their numbers.
    """
    return Hit(path, value, variant, level, sequence, parameters, others)


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding; `path` is relative to the sequence with id `sequence`, or to the header.

    For faults of the file as received `path` is empty, `place` is the XPath, `line` the line and
    `number` the SEQ ID NO as written. `omitted` > 0 closes a list cut at its limit.
    `reviewed` is the reason for which a person has put it aside, None when nobody has.
    `others` are the ids of other sequences that the message names by their numbers.
    """

    rule: str
    level: Level
    path: Path = ()
    sequence: int | None = None
    value: str | None = None
    variant: str = ""
    parameters: Mapping[str, Parameter] = field(default_factory=dict)
    place: str = ""
    line: int | None = None
    number: str | None = None
    omitted: int = 0
    reviewed: str | None = None
    others: tuple[int, ...] = ()
