"""Residues as text for other programs: FASTA, and groups of ten with positions."""

from __future__ import annotations

from seqeditor.domain.sequence import Sequence

LINE = 60
GROUP = 10


def fasta_of(sequence: Sequence, number: str, letters: str, place: str = "") -> str:
    """Return residues of a sequence as FASTA text; `place` says which ones they are."""
    words = (f"SEQ_ID_NO_{number}", place, sequence.name, sequence.moltype, sequence.organism)
    head = " ".join(word for word in words if word)
    lines = [letters[at : at + LINE] for at in range(0, len(letters), LINE)]
    return "\n".join([f">{head}", *lines, ""])


def numbered(letters: str, start: int = 1) -> str:
    """Return residues in groups of ten, sixty to a line, each with the position of its first.

    `start` is the position of the first residue.
    """
    width = len(str(start + max(len(letters) - 1, 0)))
    lines = []
    for at in range(0, len(letters), LINE):
        line = letters[at : at + LINE]
        groups = " ".join(line[n : n + GROUP] for n in range(0, len(line), GROUP))
        lines.append(f"{start + at:>{width}} {groups}")
    return "\n".join([*lines, ""])
