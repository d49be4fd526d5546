"""Motifs: short patterns of residues, read from text and found in either strand or in translations.

Letters are symbols of the standard, ambiguity symbols mean what they stand for: `r` finds a, g and
r. `[ST]` is one of several, `[^P]` or `{P}` any other, `X(2)` and `X(2,4)` repeat what stands
before. Blanks and hyphens mean nothing. In a sequence `n` is found by `n` only, `X` by `X` only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from seqeditor.domain.translation import AMBIGUITIES, STOP, reverse_complement

LONGEST = 2000
"""Residues; who looks for more compares sequences."""
MOST_WAYS = 200
"""In how many lengths repeats of unknown number may be; more would take too long."""
PIECE = 1 << 16

_AMINO_ACIDS = "ACDEFGHIKLMNPQRSTVWYUO"
_AMINO_SETS = {"B": "BDN", "Z": "ZEQ", "J": "JIL", "X": _AMINO_ACIDS + "BZJX", STOP: STOP}
_TOKEN = re.compile(
    r"[\s-]*(?:([A-Za-z*])|\[(\^?)([A-Za-z*\s]+)\]|\{([A-Za-z*\s]+)\})"
    r"(?:\(\s*(\d{1,4})\s*(?:,\s*(\d{1,4})\s*)?\))?[\s-]*"
)

Codons = Mapping[str, str]
"""The letter of every codon, see translation.codon_letters."""


class MotifError(ValueError):
    """A text is no motif; `args[0]` is what cannot be read, "" when there is nothing to find."""


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a motif: the symbols that may stand there, and how many of them."""

    symbols: frozenset[str]
    least: int = 1
    most: int = 1


@dataclass(frozen=True)
class Pattern:
    """What is searched in a text of residues; lengths are in letters of that text."""

    source: str
    longest: int

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The regular expression."""
        return re.compile(self.source)

    def find(self, text: str, *, circular: bool = False) -> Iterator[tuple[int, int]]:
        """Yield (start, end) of all matches, 0-based, overlapping ones too.

        In a circular text a match may go on at the beginning: `end` is then beyond the length.
        The text is gone through in pieces, so that whoever asks can stop.
        """
        length = len(text)
        if circular and length >= self.longest > 1:
            text += text[: self.longest - 1]
        find = self.compiled.search
        for first in range(0, length, PIECE):
            last = min(first + PIECE, length)
            limit = min(last + self.longest, len(text))
            at = first
            while (match := find(text, at, limit)) is not None and match.start() < last:
                yield match.span()
                at = match.start() + 1


def read_motif(text: str, *, amino: bool) -> tuple[Element, ...]:
    """Return the places of a motif of nucleotides or amino acids; raises MotifError."""
    elements: list[Element] = []
    at, ways = 0, 1
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None or match.end() == at:
            if not text[at:].strip(" \t\n-"):
                break
            raise MotifError(text[at:].strip()[:20])
        letter, negated, several, others, least, most = match.groups()
        symbols = _symbols(letter or several or others, amino=amino)
        if negated or others:
            symbols = _all_symbols(amino=amino) - symbols
        low = int(least) if least else 1
        high = int(most) if most else low
        ways *= high - low + 1
        if high < low or high == 0 or ways > MOST_WAYS or not symbols:
            raise MotifError(match[0].strip())
        elements.append(Element(symbols, low, high))
        at = match.end()
    longest = sum(one.most for one in elements)
    if not elements or not sum(one.least for one in elements):
        raise MotifError("")
    if longest > LONGEST:
        raise MotifError(text.strip()[:20])
    return tuple(elements)


def _all_symbols(*, amino: bool) -> frozenset[str]:
    return frozenset(_AMINO_SETS["X"] if amino else AMBIGUITIES)


def _symbols(letters: str, *, amino: bool) -> frozenset[str]:
    found: set[str] = set()
    for letter in letters.split():
        for one in letter:
            found |= _one_symbol(one, amino=amino)
    return frozenset(found)


def _one_symbol(letter: str, *, amino: bool) -> set[str]:
    """The symbols of a sequence that a letter of a motif finds."""
    if amino:
        upper = letter.upper()
        if upper not in _AMINO_ACIDS and upper not in _AMINO_SETS:
            raise MotifError(letter)
        return set(_AMINO_SETS.get(upper, upper))
    lower = "t" if letter in "uU" else letter.lower()
    if lower not in AMBIGUITIES:
        raise MotifError(letter)
    wanted = set(AMBIGUITIES[lower])
    return {symbol for symbol, bases in AMBIGUITIES.items() if set(bases) <= wanted}


# Patterns -----------------------------------------------------------------------------------------


def direct(elements: tuple[Element, ...]) -> Pattern:
    """Return the pattern of a motif in residues of its own kind."""
    parts = [_class(one.symbols) + _count(one) for one in elements]
    return Pattern("".join(parts), sum(one.most for one in elements))


def other_strand(elements: tuple[Element, ...]) -> Pattern:
    """Return the pattern that finds a motif of nucleotides in the other strand."""
    turned = tuple(
        Element(frozenset(map(reverse_complement, one.symbols)), one.least, one.most)
        for one in reversed(elements)
    )
    return direct(turned)


def in_codons(elements: tuple[Element, ...], codons: Codons, *, reverse: bool = False) -> Pattern:
    """Return the pattern that finds a motif of amino acids in what nucleotides code for.

    One search finds it in all three frames of a strand. `reverse`: in the other strand.
    """
    parts = []
    for one in elements:
        fitting = {codon for codon, letter in codons.items() if letter in one.symbols}
        if reverse:
            fitting = set(map(reverse_complement, fitting))
        if not fitting:
            raise MotifError("".join(sorted(one.symbols)))
        parts.append(_codon_class(frozenset(fitting)) + _count(one))
    if reverse:
        parts.reverse()
    return Pattern("".join(parts), 3 * sum(one.most for one in elements))


def _count(one: Element) -> str:
    if (one.least, one.most) == (1, 1):
        return ""
    return f"{{{one.least}}}" if one.least == one.most else f"{{{one.least},{one.most}}}"


def _class(letters: frozenset[str]) -> str:
    if len(letters) == 1:
        return re.escape(next(iter(letters)))
    return f"[{''.join(sorted(letters))}]".replace("*", r"\*")


def _codon_class(codons: frozenset[str]) -> str:
    """Return an expression for codons, those alike in two places put together."""
    thirds: dict[tuple[str, str], set[str]] = {}
    for codon in codons:
        thirds.setdefault((codon[0], codon[1]), set()).add(codon[2])
    seconds: dict[tuple[str, frozenset[str]], set[str]] = {}
    for (first, second), third in thirds.items():
        seconds.setdefault((first, frozenset(third)), set()).add(second)
    firsts: dict[tuple[frozenset[str], frozenset[str]], set[str]] = {}
    for (first, ends), middles in seconds.items():
        firsts.setdefault((frozenset(middles), ends), set()).add(first)
    # The codons of most sequences first: those of plain bases.
    parts = sorted(
        (
            _class(frozenset(starts)) + _class(middles) + _class(ends)
            for (middles, ends), starts in firsts.items()
        ),
        key=len,
        reverse=True,
    )
    return f"(?:{'|'.join(parts)})"
