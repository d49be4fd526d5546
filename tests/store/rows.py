"""What is in a working copy, for comparing: all journalled rows, save what only grows."""

from __future__ import annotations

from seqeditor.domain.residues import TextResidues
from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from seqeditor.store.journal import JOURNALLED
from seqeditor.store.workingcopy import WorkingCopy

_GROWING = ("revision", "next_ref")


def rows(copy: WorkingCopy) -> dict[str, list[tuple[object, ...]]]:
    found = {}
    for table, key in JOURNALLED.items():
        names = [row[1] for row in copy.connection.execute(f"PRAGMA table_info({table})")]
        kept = ", ".join(name for name in names if name not in _GROWING)
        query = f"SELECT {kept} FROM {table} ORDER BY {', '.join(key)}"
        found[table] = copy.connection.execute(query).fetchall()
    return found


def images(copy: WorkingCopy) -> int:
    """How many images the journal holds."""
    return sum(
        copy.connection.execute(f"SELECT count(*) FROM {table}_before").fetchone()[0]
        for table in JOURNALLED
    )


def dna(
    letters: str = "acgt",
    *,
    organism: str = "Homo sapiens",
    protein: str | None = None,
    name: str = "",
) -> Sequence:
    """A small sequence, with a CDS that names a protein where one is given."""
    features = [Feature("source", f"1..{max(len(letters), 1)}", (Qualifier("organism", organism),))]
    if protein is not None:
        features.append(Feature("CDS", "1..3", (Qualifier("protein_id", protein),)))
    return Sequence(residues=TextResidues(letters), features=tuple(features), name=name)


def protein_of(copy: WorkingCopy, sequence_id: int) -> str | None:
    """What the first protein_id of a sequence shows."""
    found = [
        q.value
        for f in copy.sequence(sequence_id).features
        for q in f.qualifiers
        if q.name == "protein_id"
    ]
    return found[0]


def letters(copy: WorkingCopy) -> list[str]:
    """The residues of all sequences in order."""
    return [copy.sequence(i).residues.text() for i in copy.order.ids]
