"""Positions as one types them: `1,3,5-8`, `all g`, `odd`; read for one sequence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from seqeditor.domain.number_ranges import Range, ranges_of
from seqeditor.domain.sequence import Sequence
from seqeditor.texts import N_

MOST = 20_000
"""Positions that are annotated at once."""

_RANGE = re.compile(r"([0-9]{1,9})(?:\s*(?:-|\.\.|–)\s*([0-9]{1,9}))?")
_PAIR = re.compile(r"([0-9]{1,9})\s*(?:-|\.\.|–|:|,|\s|/)\s*([0-9]{1,9})")
_EVERY = {"all": (0, 1), "odd": (0, 2), "even": (1, 2)}

_UNREAD = N_("“{text}” cannot be read. Give positions such as 1, 3, 5-8.")
_OUTSIDE = N_("The sequence has {length} residues, so there is no position {position}.")
_BACKWARDS = N_("{text} runs backwards. Give the smaller position first.")
_NONE = N_("There is no {letter} in the sequence.")
_MANY = N_("These are more than {most} residues. Choose fewer.")
NOTHING = N_("Give the positions, or select residues.")
_PAIRS = N_("“{text}” is no pair. Give the two linked residues, such as 4-15.")
_SAME = N_("A residue is not linked with itself. Give two positions.")


@dataclass
class PositionsError(Exception):
    """The positions cannot be read; `message` is a message id with `parameters`."""

    message: str
    parameters: dict[str, str | int]


def read_positions(text: str, sequence: Sequence) -> tuple[int, ...]:
    """Return the positions (1-based, ascending) that a text names.

    Numbers and ranges are separated by commas, semicolons or blanks; `all`, `odd` and `even` stand
    for those of the sequence, a letter, with or without `all` before it, for all residues of that
    symbol. Raises PositionsError.
    """
    found: set[int] = set()
    for part in _parts(text):
        found.update(_positions(part, sequence))
        if len(found) > MOST:
            raise PositionsError(_MANY, {"most": MOST})
    if not found:
        raise PositionsError(NOTHING, {})
    return tuple(sorted(found))


def read_pairs(text: str, sequence: Sequence) -> tuple[Range, ...]:
    """Return pairs of residues, the smaller position first: `4-15, 8-22`. Raises PositionsError."""
    found: list[Range] = []
    for part in re.split(r"[;,\n]", text):
        if not part.strip():
            continue
        match = _PAIR.fullmatch(part.strip())
        if match is None:
            raise PositionsError(_PAIRS, {"text": part.strip()})
        pair = sorted(_within(int(one), sequence) for one in match.groups())
        if pair[0] == pair[1]:
            raise PositionsError(_SAME, {})
        found.append((pair[0], pair[1]))
    if not found:
        raise PositionsError(NOTHING, {})
    return tuple(dict.fromkeys(found))


def positions_text(positions: Iterable[int]) -> str:
    """Return positions as `read_positions` takes them."""
    return ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in ranges_of(positions))


def _parts(text: str) -> list[str]:
    joined = re.sub(r"\s*(-|\.\.|–)\s*", r"\1", text.strip())
    joined = re.sub(r"(?i)\ball\s+(?=[a-z](?:$|[\s,;]))", "", joined)
    return [one for one in re.split(r"[\s,;]+", joined) if one]


def _positions(part: str, sequence: Sequence) -> Iterable[int]:
    every = _EVERY.get(part.lower())
    if every is not None:
        first, step = every
        return _limited(range(1 + first, sequence.length + 1, step))
    if len(part) == 1 and part.isascii() and part.isalpha():
        return _of_letter(part, sequence)
    match = _RANGE.fullmatch(part)
    if match is None:
        raise PositionsError(_UNREAD, {"text": part})
    first = _within(int(match[1]), sequence)
    last = _within(int(match[2]), sequence) if match[2] else first
    if last < first:
        raise PositionsError(_BACKWARDS, {"text": part})
    return _limited(range(first, last + 1))


def _limited(positions: range) -> range:
    if len(positions) > MOST:
        raise PositionsError(_MANY, {"most": MOST})
    return positions


def _of_letter(letter: str, sequence: Sequence) -> list[int]:
    wanted = letter.lower() if sequence.is_nucleotide else letter.upper()
    if sequence.is_nucleotide and wanted == "u":
        wanted = "t"  # par. 14
    found: list[int] = []
    at = sequence.residues.find(wanted)
    while at and at > 0:
        found.append(at)
        if len(found) > MOST:
            raise PositionsError(_MANY, {"most": MOST})
        at = sequence.residues.find(wanted, at + 1)
    if not found:
        raise PositionsError(_NONE, {"letter": wanted})
    return found


def _within(position: int, sequence: Sequence) -> int:
    if not 1 <= position <= sequence.length:
        raise PositionsError(_OUTSIDE, {"length": sequence.length, "position": position})
    return position
