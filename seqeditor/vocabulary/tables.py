"""Reading the tables of the standard that come with the program; every look-up keeps its own."""

from __future__ import annotations

import json
from typing import Any

from seqeditor.bundled import bundled

NUCLEOTIDE = "nucleotide"
AMINO_ACID = "amino_acid"


def table(name: str) -> dict[str, Any]:
    """Return one table of resources/vocabulary, read anew: callers keep what they make of it."""
    path = bundled("resources", "vocabulary", f"{name}.json")
    read: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return read


def side(moltype: str) -> str:
    """Return which half of Annex I is meant: amino acids for AA, nucleotides for all else."""
    return AMINO_ACID if moltype == "AA" else NUCLEOTIDE
