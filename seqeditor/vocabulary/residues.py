"""Symbols of nucleotides and amino acids (ST.26 Annex I, Sections 1 and 3, Tables 1 and 3)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from seqeditor.vocabulary.tables import AMINO_ACID, NUCLEOTIDE, side, table


@dataclass(frozen=True, slots=True)
class Symbol:
    """One residue symbol.

    `stands_for` are the symbols of the residues it may be, itself when it is one residue;
    `complement` is "" and `three_letter` "" where there is none.
    """

    letter: str
    name: str
    stands_for: frozenset[str]
    complement: str = ""
    three_letter: str = ""

    @property
    def is_ambiguous(self) -> bool:
        """Whether the symbol stands for more than one residue."""
        return len(self.stands_for) > 1


def symbols(moltype: str) -> Mapping[str, Symbol]:
    """Return the symbols of a molecule type by letter, in the order of the standard."""
    return _symbols(side(moltype))


def alphabet(moltype: str) -> str:
    """Return all letters allowed: lower case for nucleotides, upper case for amino acids."""
    return "".join(_symbols(side(moltype)))


def unspecific(moltype: str) -> str:
    """Return the symbol that is not specifically defined: n or X (par. 3(k))."""
    return "X" if side(moltype) == AMINO_ACID else "n"


def fewest_specific(moltype: str) -> int:
    """Return how many specifically defined residues a sequence must have (par. 8)."""
    key = "fewest_amino_acids" if side(moltype) == AMINO_ACID else "fewest_nucleotides"
    return int(_table()[key])


def symbol_for(moltype: str, residues: Iterable[str]) -> str | None:
    """Return the most restrictive symbol for a set of residues (par. 15, 27), None if empty.

    X and n stand for sets no other symbol covers.
    """
    wanted = frozenset(residues)
    fitting = [one for one in symbols(moltype).values() if wanted <= one.stands_for]
    if not wanted or not fitting:
        return None
    return min(fitting, key=lambda one: len(one.stands_for)).letter


def complement(letters: str) -> str:
    """Return the complement of nucleotides, letter by letter; other letters stay."""
    return letters.translate(_complements())


def reverse_complement(letters: str) -> str:
    """Return the other strand of nucleotides, 5' to 3'."""
    return complement(letters)[::-1]


def three_letter(symbol: str) -> str | None:
    """Return the three-letter code of an amino acid symbol, None if there is none."""
    found = _symbols(AMINO_ACID).get(symbol)
    return found.three_letter if found else None


@cache
def one_letter_codes() -> Mapping[str, str]:
    """Return the one-letter symbols by three-letter code, written as in Table 3 (Ala: A)."""
    return {one.three_letter: one.letter for one in _symbols(AMINO_ACID).values()}


@cache
def _table() -> dict[str, Any]:
    return table("residues")


@cache
def _complements() -> dict[int, str]:
    return {ord(one.letter): one.complement for one in _symbols(NUCLEOTIDE).values()}


@cache
def _symbols(half: str) -> Mapping[str, Symbol]:
    if half == AMINO_ACID:
        return {
            record["symbol"]: Symbol(
                letter=record["symbol"],
                name=record["name"],
                stands_for=frozenset(record["stands_for"]),
                three_letter=record["three_letter"],
            )
            for record in _table()["amino_acids"]
        }
    return {
        record["symbol"]: Symbol(
            letter=record["symbol"],
            name=record["meaning"],
            stands_for=frozenset(record["stands_for"]),
            complement=record["complement"],
        )
        for record in _table()["nucleotides"]
    }
