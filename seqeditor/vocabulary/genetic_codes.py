"""Genetic codes, the values of transl_table (ST.26 Annex I, Section 9, Table 7)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Any

from seqeditor.vocabulary.tables import table

CODONS = tuple("".join(codon) for codon in product("tcag", repeat=3))
"""All codons in the order of the table's letters: ttt, ttc, tta, ttg, tct ... ggg."""


@dataclass(frozen=True, slots=True)
class GeneticCode:
    """One table of codons.

    `amino_acids` has a letter for each of CODONS, `*` for stop. `also_sense` are stop codons that
    are read as an amino acid inside a coding region. `tolerated`: not sure to be listed in the
    standard, so it deserves a warning and not an error.
    """

    id: int
    name: str
    amino_acids: str
    starts: frozenset[str]
    stops: frozenset[str]
    also_sense: frozenset[str] = frozenset()
    tolerated: bool = False

    def amino_acid(self, codon: str) -> str | None:
        """Return the letter for a codon of a, c, g, t, `*` for stop, None for other letters."""
        return _by_codon(self.id).get(codon)


def genetic_code(number: int) -> GeneticCode | None:
    """Return the table with this number, None if there is none."""
    return _codes().get(number)


def genetic_codes() -> tuple[GeneticCode, ...]:
    """Return all tables, the lowest number first."""
    return tuple(_codes().values())


def default_code() -> GeneticCode:
    """Return the table used when transl_table is absent: the Standard Code."""
    return _codes()[_table()["default"]]


def withdrawn_numbers() -> frozenset[int]:
    """Return numbers that had a table once and have none now."""
    return frozenset(_table()["withdrawn"])


@cache
def _table() -> dict[str, Any]:
    return table("genetic_codes")


@cache
def _codes() -> Mapping[int, GeneticCode]:
    return {
        record["id"]: GeneticCode(
            id=record["id"],
            name=record["name"],
            amino_acids=record["amino_acids"],
            starts=frozenset(record["starts"]),
            stops=frozenset(record["stops"]),
            also_sense=frozenset(record.get("also_sense", ())),
            tolerated=record.get("tolerated", False),
        )
        for record in _table()["tables"]
    }


@cache
def _by_codon(number: int) -> Mapping[str, str]:
    return dict(zip(CODONS, _codes()[number].amino_acids, strict=True))
