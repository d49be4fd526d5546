"""What X or n stands for, as authors list it, and the narrowest symbol (ST.26 par. 15, 27)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from seqeditor.vocabulary.modified_amino_acids import modified_amino_acids
from seqeditor.vocabulary.modified_bases import modified_bases
from seqeditor.vocabulary.residues import symbol_for, symbols, unspecific
from seqeditor.vocabulary.tables import AMINO_ACID, side

_APART = re.compile(r"\s+or\s+|\s+and\s+|[,;/|]")
_LEADING = re.compile(r"^(?:or|and)\s+")


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of residues: symbols of single ones, `modified` ones by abbreviation, both in order.

    `unreadable` are the parts that name no residue; `unclear` those that may be a three-letter code
    or three letters, such as GLY.
    """

    letters: tuple[str, ...] = ()
    modified: tuple[str, ...] = ()
    unreadable: tuple[str, ...] = ()
    unclear: tuple[str, ...] = ()

    @property
    def named(self) -> tuple[str, ...]:
        """All residues as a note names them."""
        return self.letters + self.modified


def read_residues(text: str, moltype: str) -> Listed:
    """Read a list of residues: letters, three-letter codes or names, apart by commas or "or".

    Symbols of ambiguity count for the residues that they stand for; u is read as t.
    """
    letters: list[str] = []
    modified: list[str] = []
    unreadable: list[str] = []
    unclear: list[str] = []
    for piece in _pieces(text, moltype):
        found = _letters(piece, moltype)
        if found:
            letters += found
        elif piece in _modified(side(moltype)):
            modified.append(_modified(side(moltype))[piece])
        elif side(moltype) == AMINO_ACID and piece.capitalize() in _names(AMINO_ACID):
            unclear.append(piece)
        else:
            unreadable.append(piece)
    kinds = (letters, modified, unreadable, unclear)
    return Listed(*(tuple(dict.fromkeys(one)) for one in kinds))


def narrowest(listed: Listed, moltype: str) -> str | None:
    """Return the symbol that says exactly what is listed, None when only X or n would do."""
    if listed.modified or not listed.letters:
        return None
    symbol = symbol_for(moltype, listed.letters)
    if symbol is None or symbol == unspecific(moltype):
        return None
    return symbol if symbols(moltype)[symbol].stands_for == set(listed.letters) else None


def all_but(listed: Listed, moltype: str) -> tuple[str, ...]:
    """Return the single residues that are not listed, in the order of the standard."""
    single = [one.letter for one in symbols(moltype).values() if not one.is_ambiguous]
    return tuple(one for one in single if one not in listed.letters)


def _pieces(text: str, moltype: str) -> Iterator[str]:
    for part in _APART.split(" ".join(text.split())):
        piece = _LEADING.sub("", part.strip())
        if not piece:
            continue
        known = piece.lower() in _names(side(moltype)) or piece in _modified(side(moltype))
        yield from (piece,) if known else piece.split()


def _letters(piece: str, moltype: str) -> list[str]:
    """Return the residues that a piece names, none when it names none."""
    half = side(moltype)
    table = symbols(moltype)
    names = _names(half)
    if piece in names or piece.lower() in names:
        symbol = names.get(piece) or names[piece.lower()]
        return _single(symbol, moltype)
    if half == AMINO_ACID:
        if piece.isupper() and piece.capitalize() in names:
            return []  # GLY: glycine, or G, L and Y
        run = piece
    else:
        run = piece.lower().replace("u", "t")
    if not run or any(letter not in table for letter in run):
        return []
    return [one for letter in run for one in _single(letter, moltype)]


def _single(symbol: str, moltype: str) -> list[str]:
    stands_for = symbols(moltype)[symbol].stands_for
    return [
        one.letter
        for one in symbols(moltype).values()
        if one.letter in stands_for and not one.is_ambiguous
    ]


@cache
def _names(half: str) -> Mapping[str, str]:
    """Return the symbols by name in small letters, and of amino acids by three-letter code."""
    if half != AMINO_ACID:
        plain = {one.name: one.letter for one in symbols("DNA").values() if one.letter in "acg"}
        return plain | {"thymine": "t", "uracil": "t"}
    found = {one.name.lower(): one.letter for one in symbols("AA").values()}
    codes = {one.three_letter: one.letter for one in symbols("AA").values()}
    return found | codes | {"aspartate": "D", "glutamate": "E"}


@cache
def _modified(half: str) -> Mapping[str, str]:
    table = modified_amino_acids() if half == AMINO_ACID else modified_bases()
    return {
        key: one.abbreviation
        for one in table
        for key in (one.abbreviation, one.name)
        if one.abbreviation != "OTHER"
    }
