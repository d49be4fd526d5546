"""Modified nucleotides, the values of mod_base (ST.26 Annex I, Section 2, Table 2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from seqeditor.vocabulary.tables import table


@dataclass(frozen=True, slots=True)
class ModifiedBase:
    """One abbreviation of Table 2.

    `parent` is the symbol of the nucleotide it derives from, "" where there is not exactly one.
    `needs_note`: a note must give the full name (OTHER, par. 17).
    """

    abbreviation: str
    name: str
    parent: str = ""
    needs_note: bool = False


def modified_base(abbreviation: str) -> ModifiedBase | None:
    """Return the entry of exactly this abbreviation, None if Table 2 has none."""
    return _bases().get(abbreviation)


def modified_bases() -> tuple[ModifiedBase, ...]:
    """Return all entries in the order of Table 2."""
    return tuple(_bases().values())


def former_abbreviation(abbreviation: str) -> str | None:
    """Return what an abbreviation of ST.25 is now (d: dhu, t: m5u), None for all others."""
    new: str | None = _table()["former"].get(abbreviation)
    return new


@cache
def _table() -> dict[str, Any]:
    return table("modified_bases")


@cache
def _bases() -> Mapping[str, ModifiedBase]:
    return {
        record["abbreviation"]: ModifiedBase(
            abbreviation=record["abbreviation"],
            name=record["name"],
            parent=record.get("parent", ""),
            needs_note=record.get("needs_note", False),
        )
        for record in _table()["modified_bases"]
    }
