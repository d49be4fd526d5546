"""Sequences that are part of another one (ST.26 par. 10); on request, for it reads all residues."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from seqeditor.domain.row import SequenceRow
from seqeditor.rules.finding import Hit, Level, Scope, hit
from seqeditor.rules.rule import rule
from seqeditor.rules.view import ListingContext, ListingView
from seqeditor.texts import N_

_LONGEST = 10_000
"""Longer sequences are not looked for in others."""
_BEGINNINGS = {"AA": (4, 12), "": (10, 24)}
"""Lengths of the beginnings by which sequences are looked up, the shorter one for short ones."""


class _Parts:
    """The sequences looked for, of one kind of molecule and one length of beginning."""

    def __init__(self, width: int) -> None:
        self.width = width
        self._by_beginning: dict[str, list[str]] = {}
        self._inside: dict[str, str] = {}
        self._told: set[str] = set()

    def add(self, letters: str) -> None:
        """Look for these letters too."""
        self._by_beginning.setdefault(letters[: self.width], []).append(letters)

    def prepare(self) -> None:
        """Sort, and note for each the longest other that it begins with."""
        for group in self._by_beginning.values():
            group[:] = sorted(set(group))
            open_: list[str] = []
            for letters in group:
                while open_ and not letters.startswith(open_[-1]):
                    open_.pop()
                self._inside[letters] = open_[-1] if open_ else ""
                open_.append(letters)

    def found(self, text: str, length: int) -> Iterator[tuple[int, str]]:
        """Yield place (0-based) and letters of each that occurs in a text, each once for all texts.

        `length` is that of the sequence the text is from: it is no part of itself.
        """
        width, groups = self.width, self._by_beginning
        if not groups:
            return
        for at in range(len(text) - width + 1):
            group = groups.get(text[at : at + width])
            if group is None:
                continue
            # All that the text has here are beginnings of the last one not beyond it in order.
            index = bisect_right(group, text[at : at + _LONGEST]) - 1
            letters = group[index] if index >= 0 else ""
            # Where one has been told, so have all those it begins with.
            while letters and letters not in self._told:
                if len(letters) != length and text.startswith(letters, at):
                    self._told.add(letters)
                    yield at, letters
                letters = self._inside[letters]


def _kind(row: SequenceRow) -> str:
    return "AA" if row.moltype == "AA" else ""


def _overlapping(pieces: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Yield pieces with their 0-based place, each begun so early that nothing is cut in two."""
    tail, at = "", 0
    for piece in pieces:
        text = tail + piece
        yield at, text
        tail = text[-_LONGEST:]
        at += len(text) - len(tail)


@rule(
    "x-subsequence",
    Level.INFO,
    "par. 10",
    Scope.LISTING,
    message=N_("Sequence {part} is contained in sequence {whole}, from residue {start} on."),
    thorough=True,
    shifting=("part", "whole"),
)
def contained(view: ListingView, _context: ListingContext) -> Iterator[Hit]:
    """A sequence is not a part of another one of the listing.

    That is allowed and common, with primers and fragments for example; it is told on request only.
    Sequences of up to 10,000 residues are looked for.

    Right: sequence 2 occurs in no other sequence
    Wrong: sequence 2 is residues 5 to 30 of sequence 1

    Nothing has to be put right. A part of a sequence can also be told by a feature or by its
    residue numbers.
    """
    parts = {kind: [_Parts(width) for width in widths] for kind, widths in _BEGINNINGS.items()}
    owners: dict[tuple[str, str], list[SequenceRow]] = {}
    for row, pieces in view.all_residues():
        kind = _kind(row)
        if row.skipped or not _BEGINNINGS[kind][0] <= row.length <= _LONGEST:
            continue
        letters = "".join(pieces)
        owners.setdefault((kind, letters), []).append(row)
        parts[kind][row.length >= _BEGINNINGS[kind][1]].add(letters)
    for each in parts.values():
        for one in each:
            one.prepare()
    for row, pieces in view.all_residues():
        if not row.skipped:
            yield from _inside(row, pieces, parts[_kind(row)], owners)


def _inside(
    row: SequenceRow,
    pieces: Iterable[str],
    parts: list[_Parts],
    owners: dict[tuple[str, str], list[SequenceRow]],
) -> Iterator[Hit]:
    """Yield what is found in one sequence; each part is told once, with the first that holds it."""
    for before, text in _overlapping(pieces):
        for one in parts:
            for at, letters in one.found(text, row.length):
                for owner in owners[_kind(row), letters]:
                    yield hit(
                        "residues",
                        sequence=owner.id,
                        others=(row.id,),
                        part=owner.number,
                        whole=row.number,
                        start=before + at + 1,
                    )
