"""Variants as authors write them: E484K, p.Glu484Lys, del69-70, c.76A>T (ST.26 par. 93-97).

Only what is written is read, nothing is made up: a text that is no variant is told, and whether the
sequence has the residue that a variant starts from is asked of the sequence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Sequence as Several
from dataclasses import dataclass, replace
from enum import StrEnum

AMINO_ACIDS = "ACDEFGHIKLMNPQRSTVWYUOBZJX"
NUCLEOTIDES = "acgtmrwsykvhdbn"


class Kind(StrEnum):
    """What becomes of the residues."""

    SUBSTITUTION = "substitution"
    DELETION = "deletion"
    INSERTION = "insertion"
    DUPLICATION = "duplication"


class Reason(StrEnum):
    """Why a text is no variant that can be read."""

    SYNTAX = "syntax"
    STOP = "stop"
    FRAME = "frame"
    NUCLEOTIDES = "nucleotides"
    """Meant for nucleotides, but read for amino acids."""
    AMINO_ACIDS = "amino acids"
    BEYOND = "beyond"
    """A position before, behind or between the coding bases: c.-5, c.*3, c.76+1."""
    BACKWARDS = "backwards"
    APART = "apart"
    """An insertion between residues that are no neighbours."""


@dataclass(frozen=True, slots=True)
class Variant:
    """One change, in the numbers and letters as written (capitals for amino acids, else small).

    An insertion goes between `first` and `last` = first + 1. `stated` are the residues said to be
    at a position now. `replacements` are the residues instead, several when they are alternatives.
    `coding`: the numbers count from the first base of a coding region (c.).
    """

    text: str
    kind: Kind
    first: int
    last: int
    stated: tuple[tuple[int, str], ...] = ()
    replacements: tuple[str, ...] = ("",)
    coding: bool = False

    @property
    def is_single(self) -> bool:
        """Whether one residue is replaced by one other, or by one of several."""
        single = all(len(one) == 1 for one in self.replacements)
        return self.kind is Kind.SUBSTITUTION and self.first == self.last and single


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A text that is no variant, and why."""

    text: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Reading:
    """What a list of variants says."""

    variants: tuple[Variant, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()


_DELTA = re.compile("[\u0394\u2206\u25b3]")
_SPACED = re.compile(r"\b(delins|del|ins|dup)\s+(?=[A-Za-z]{0,3}\d)|(?<=\d)\s+(?=(?:del|ins|dup))")
_INSERTED = re.compile(r"\b(ins\s*\d+(?:[-_]\d+)?)\s+(?=[A-Za-z]+(?![A-Za-z0-9]))")
# A plus between digits counts bases of an intron: c.76+1G>T.
_APART = re.compile(r"\s+and\s+|[,;\s&]+|(?<!\d)\+|\+(?=[A-Za-z])|/(?=[A-Za-z]{1,3}\d)")
_HEAD = re.compile(r"([pcgnmr])\.")
_DASH = r"(?:_|-|–|—|\.\.|/)"


def read_variants(text: str, moltype: str, names: Mapping[str, str]) -> Reading:
    """Read a list of variants, apart by commas, semicolons, blanks, plus signs or "and".

    `names` are the one-letter symbols of amino acids by three-letter code ("Ala": "A").
    """
    grammar = _Amino(names) if moltype == "AA" else _Nucleic()
    variants: list[Variant] = []
    unreadable: list[Unreadable] = []
    for written in _pieces(text):
        found = grammar.read(written)
        if isinstance(found, Variant):
            variants.append(found)
        else:
            unreadable.append(Unreadable(written, found))
    return Reading(tuple(dict.fromkeys(variants)), tuple(dict.fromkeys(unreadable)))


def _pieces(text: str) -> Iterator[str]:
    """Yield the variants of a list; a head such as p. before a bracket counts for all in it."""
    text = _DELTA.sub("del", text).replace("→", ">")
    text = _INSERTED.sub(r"\1", text)
    text = _SPACED.sub(lambda match: match[1] or "", text)
    head = ""
    for raw in _APART.split(text):
        opening = re.match(r"([pcgnmr]\.)\[", raw)
        if opening:
            head = opening[1]
        piece = re.sub(r"[\[\]()]", "", raw)
        closes = "]" in raw
        if piece:
            yield piece if not head or _HEAD.match(piece) else head + piece
        if closes:
            head = ""


class _Grammar:
    """What the two grammars share: numbers, ranges, and the words del, ins, dup."""

    residue = ""
    """One residue, as a pattern without groups."""

    def __init__(self) -> None:
        one, run = self.residue, f"(?:{self.residue})+"
        place = rf"({one})?(\d{{1,9}})"
        several = rf"{place}(?:{_DASH}{place})?"
        flags = re.IGNORECASE if self.residue.islower() else 0
        self._patterns = tuple(
            (re.compile(pattern, flags), kind)
            for pattern, kind in (
                (rf"{several}(?:delins|del/?ins)({run})", Kind.SUBSTITUTION),
                (rf"{several}del({run})?", Kind.DELETION),
                (rf"(?:del){several}", Kind.DELETION),
                (rf"{several}dup({run})?", Kind.DUPLICATION),
                (rf"(?:dup){several}", Kind.DUPLICATION),
                (rf"{several}ins({run})", Kind.INSERTION),
                (rf"ins{several}:?({run})", Kind.INSERTION),
            )
        )

    def letter(self, written: str) -> str:
        """Return the symbol of one residue as written."""
        raise NotImplementedError

    def letters(self, written: str) -> str:
        """Return the symbols of several residues."""
        return "".join(map(self.letter, re.findall(self.residue, written, re.IGNORECASE)))

    def worded(self, text: str, written: str, *, coding: bool) -> Variant | Reason | None:
        """Read what says del, ins or dup; None when it does not."""
        for pattern, kind in self._patterns:
            match = pattern.fullmatch(text)
            if match is None:
                continue
            groups = match.groups()
            more = groups[4] if len(groups) > 4 else None
            return self._made(kind, groups[:4], more, written, coding=coding)
        return None

    def _made(
        self,
        kind: Kind,
        place: tuple[str | None, ...],
        more: str | None,
        written: str,
        *,
        coding: bool,
    ) -> Variant | Reason:
        first, last = int(place[1] or 0), int(place[3] or place[1] or 0)
        ends = ((first, place[0]), (last, place[2]))
        stated = {at: self.letter(one) for at, one in ends if one}
        if last < first or first < 1:
            return Reason.BACKWARDS
        letters = self.letters(more) if more else ""
        if kind is Kind.INSERTION:
            if place[3] is not None and last != first + 1:
                return Reason.APART
            last = first + 1
        elif kind in (Kind.DELETION, Kind.DUPLICATION) and letters:
            if len(letters) != last - first + 1:
                return Reason.SYNTAX
            stated |= dict(enumerate(letters, first))
            letters = ""
        return Variant(
            written, kind, first, last, tuple(sorted(stated.items())), (letters,), coding
        )


class _Amino(_Grammar):
    """Amino acids, in one-letter or three-letter code."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = names
        self.residue = "|".join((*names, f"[{AMINO_ACIDS}]"))
        self.residue = f"(?:{self.residue})"
        super().__init__()
        one = self.residue
        self._plain = re.compile(rf"({one})(\d{{1,9}})((?:{one})+(?:/(?:{one})+)*)")
        self._stop = re.compile(rf"(?:{one})?\d+(?:_.*)?(?:\*|Ter|X\*|Stop).*", re.IGNORECASE)

    def letter(self, written: str) -> str:
        return self._names.get(written, written)

    def letters(self, written: str) -> str:
        return "".join(map(self.letter, re.findall(self.residue, written)))

    def read(self, written: str) -> Variant | Reason:
        """Return the variant that a text is, or why it is none."""
        head = _HEAD.match(written)
        if head is not None and head[1] != "p":
            return Reason.NUCLEOTIDES
        text = written[2:] if head is not None else written
        found = self.worded(text, written, coding=False)
        if found is not None:
            return found
        match = self._plain.fullmatch(text)
        if match is None:
            if re.search(r"fs", text):
                return Reason.FRAME
            if re.search(r"\d+[A-Za-z]?>", text):
                return Reason.NUCLEOTIDES
            return Reason.STOP if self._stop.fullmatch(text) else Reason.SYNTAX
        at = int(match[2])
        if at < 1:
            return Reason.SYNTAX
        instead = tuple(dict.fromkeys(map(self.letters, match[3].split("/"))))
        stated = ((at, self.letter(match[1])),)
        return Variant(written, Kind.SUBSTITUTION, at, at, stated, instead)


class _Nucleic(_Grammar):
    """Nucleotides, in capitals or small letters, u for t."""

    residue = "[acgtumrwsykvhdbn]"

    def __init__(self) -> None:
        super().__init__()
        one = self.residue
        place = r"(\d{1,9})"
        self._changes = tuple(
            re.compile(pattern, re.IGNORECASE)
            for pattern in (
                rf"{place}({one})>({one}(?:/{one})*)",
                # Without the sign > only plain bases: G12V is glycine to valine.
                rf"(?P<old>[acgtu]){place}(?P<new>[acgtu](?:/[acgtu])*)",
                rf"(?P<old>{one}){place}>(?P<new>{one}(?:/{one})*)",
            )
        )

    def letter(self, written: str) -> str:
        return written.lower().replace("u", "t")

    def read(self, written: str) -> Variant | Reason:
        """Return the variant that a text is, or why it is none."""
        head = _HEAD.match(written)
        if head is not None and head[1] == "p":
            return Reason.AMINO_ACIDS
        text = written[2:] if head is not None else written
        coding = head is not None and head[1] == "c"
        if head is not None and re.match(r"[-*]\d|\d+[+-]\d+(?!\d*(?:_|\.\.|del|ins|dup))", text):
            return Reason.BEYOND
        found = self.worded(text, written, coding=coding)
        if found is not None:
            return found
        for number, pattern in enumerate(self._changes):
            match = pattern.fullmatch(text)
            if match is None:
                continue
            at, old, new = (1, 2, 3) if number == 0 else (2, 1, 3)
            position = int(match[at])
            if position < 1:
                return Reason.SYNTAX
            instead = tuple(dict.fromkeys(map(self.letter, match[new].split("/"))))
            stated = ((position, self.letter(match[old])),)
            return Variant(written, Kind.SUBSTITUTION, position, position, stated, instead, coding)
        amino = re.fullmatch(r"[A-Za-z]{1,3}\d+[A-Za-z*]{1,3}", text)
        return Reason.AMINO_ACIDS if amino else Reason.SYNTAX


# On a sequence ---------------------------------------------------------------------------------


class Trouble(StrEnum):
    """Why a variant does not fit a sequence."""

    OUTSIDE = "outside"
    OTHER_RESIDUE = "other residue"
    SAME = "same"
    OVERLAP = "overlap"
    ALTERNATIVES = "alternatives"
    NOTHING_LEFT = "nothing left"


@dataclass(frozen=True, slots=True)
class Misfit:
    """A variant that does not fit, and where: the position as the author counts."""

    variant: Variant
    trouble: Trouble
    position: int = 0
    found: str = ""
    stated: str = ""
    other: str = ""


def moved(variant: Variant, places: Mapping[int, int] | int) -> Variant | None:
    """Return a variant in the numbers of the sequence; None where a number has no place there.

    `places` is what is added to each number, or the place of each number.
    """
    numbers = {variant.first, variant.last, *(at for at, _ in variant.stated)}
    if isinstance(places, int):
        new = {one: one + places for one in numbers}
    else:
        if variant.kind is Kind.INSERTION and variant.first in places:
            # What is inserted after the last base of the region has no base of it behind it.
            places = {variant.last: places[variant.first] + 1} | dict(places)
        if not numbers <= places.keys():
            return None
        new = {one: places[one] for one in numbers}
    stated = tuple((new[at], one) for at, one in variant.stated)
    return replace(variant, first=new[variant.first], last=new[variant.last], stated=stated)


def misfit(variant: Variant, letters: str) -> Misfit | None:
    """Return why a variant does not fit residues (1-based), None when it does."""
    length = len(letters)
    beyond = variant.last - (variant.kind is Kind.INSERTION)
    for at in (variant.first, beyond):
        if not 1 <= at <= length:
            return Misfit(variant, Trouble.OUTSIDE, at)
    for at, stated in variant.stated:
        if not 1 <= at <= length:
            return Misfit(variant, Trouble.OUTSIDE, at)
        found = letters[at - 1]
        if found != stated:
            return Misfit(variant, Trouble.OTHER_RESIDUE, at, found, stated)
    here = letters[variant.first - 1 : variant.last]
    if variant.kind is Kind.SUBSTITUTION and here in variant.replacements:
        return Misfit(variant, Trouble.SAME, variant.first, here)
    return None


def edit_of(variant: Variant, letters: str, choice: int = 0) -> tuple[int, int, str]:
    """Return a fitting variant as an edit: position, residues removed, residues put there."""
    removed = variant.last - variant.first + 1
    if variant.kind is Kind.INSERTION:
        return variant.last, 0, variant.replacements[choice]
    if variant.kind is Kind.DUPLICATION:
        return variant.last + 1, 0, letters[variant.first - 1 : variant.last]
    return variant.first, removed, variant.replacements[choice]


def together(variants: Several[Variant], letters: str) -> Misfit | None:
    """Return why fitting variants cannot all be in one molecule, None when they can."""
    for one in variants:
        if len(one.replacements) > 1:
            return Misfit(one, Trouble.ALTERNATIVES, one.first)
    ordered = sorted(variants, key=lambda one: edit_of(one, letters)[:2])
    ends = 0, ""
    for one in ordered:
        start, removed, _put = edit_of(one, letters)
        if start < ends[0] or (not removed and start == ends[0] and ends[1].startswith("+")):
            return Misfit(one, Trouble.OVERLAP, one.first, other=ends[1].lstrip("+"))
        ends = start + removed, ("" if removed else "+") + one.text
    return None


def applied(variants: Iterable[Variant], letters: str) -> str:
    """Return the residues with fitting variants that can be together in one molecule."""
    for start, removed, put in sorted((edit_of(one, letters) for one in variants), reverse=True):
        letters = letters[: start - 1] + put + letters[start - 1 + removed :]
    return letters
