"""Modified amino acids, for notes of SITE and MOD_RES (ST.26 Annex I, Section 4, Table 4)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from seqeditor.vocabulary.tables import table


@dataclass(frozen=True, slots=True)
class ModifiedAminoAcid:
    """One abbreviation of Table 4."""

    abbreviation: str
    name: str


def modified_amino_acid(abbreviation: str) -> ModifiedAminoAcid | None:
    """Return the entry of exactly this abbreviation, None if Table 4 has none."""
    return _amino_acids().get(abbreviation)


def modified_amino_acids() -> tuple[ModifiedAminoAcid, ...]:
    """Return all entries in the order of Table 4."""
    return tuple(_amino_acids().values())


@cache
def _amino_acids() -> Mapping[str, ModifiedAminoAcid]:
    return {
        record["abbreviation"]: ModifiedAminoAcid(**record)
        for record in table("modified_amino_acids")["modified_amino_acids"]
    }
