"""What residues stand for: a narrower symbol, or a feature that says it (ST.26 par. 27, 97)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from seqeditor.domain.edits.hybrid import Stretch, location_of
from seqeditor.domain.sequence import Feature, Qualifier, Sequence


@dataclass(frozen=True, slots=True)
class Meaning:
    """What residues stand for.

    `symbol` is written in their place, "" to leave them. `key` is the feature for each stretch, ""
    for none, with a note unless that is "". Where a stretch has several residues the note says that
    it speaks of each.
    """

    symbol: str = ""
    key: str = ""
    note: str = ""


def with_meaning(sequence: Sequence, stretches: Iterable[Stretch], meaning: Meaning) -> Sequence:
    """Return the sequence in which the residues of the stretches have this meaning.

    A stretch is one feature. A feature that is there already is not repeated.
    """
    new = sequence
    places = list(stretches)
    if meaning.symbol:
        residues = sequence.residues
        for first, last in places:
            count = last - first + 1
            if residues.text(first, last) != meaning.symbol * count:
                residues = residues.splice(first, count, meaning.symbol * count)
        if residues is not sequence.residues:
            new = replace(new, residues=residues, written_length=None)
    if meaning.key:
        letters = new.residues.text()
        made = tuple(_feature(place, meaning, letters[place[0] - 1]) for place in places)
        fresh = tuple(one for one in made if one not in new.features)
        new = replace(new, features=new.features + fresh) if fresh else new
    return new


def _feature(place: Stretch, meaning: Meaning, symbol: str) -> Feature:
    note = meaning.note
    if note and place[0] < place[1]:
        note = f"each {symbol} is {note}"
    qualifiers = (Qualifier("note", note),) if note else ()
    return Feature(meaning.key, location_of(place), qualifiers)


def runs_of(letters: str, symbol: str) -> tuple[Stretch, ...]:
    """Return where a symbol stands, once or several times in a row."""
    found = re.finditer(f"{re.escape(symbol)}+", letters)
    return tuple((match.start() + 1, match.end()) for match in found)


def others_in(letters: str, stretches: Iterable[Stretch], symbol: str) -> tuple[int, str] | None:
    """Return position and letter of the first residue of the stretches that is another symbol."""
    for first, last in stretches:
        match = re.search(f"[^{re.escape(symbol)}]", letters[first - 1 : last])
        if match is not None:
            return first + match.start(), match[0]
    return None


def note_for(choices: str, *, absent: bool = False, fewest: int = 0, most: int = 0) -> str:
    """Return a note in English: the choices, whether the residue may be absent, how many there are.

    `fewest` and `most`: so many residues of the stretch are present; `most` 0 says nothing of it.
    """
    words = f"{choices}, or absent" if absent and not most else choices
    return f"{words}; {fewest} to {most} residues are present" if most else words
