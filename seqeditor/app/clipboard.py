"""Sequences on the clipboard: ST.26 XML between windows of the program, FASTA for all others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from seqeditor.app.document import Document
from seqeditor.domain.sequence import Sequence
from seqeditor.formats.st26.codec import decode_fragment, encode_sequence
from seqeditor.store.writing import replace_refs

MIME = "application/x-seqeditor-sequences+xml"

LINE = 60
GROUP = 10


def to_clipboard(document: Document, ids: Iterable[int]) -> tuple[bytes, str]:
    """Return sequences as ST.26 XML (type MIME) and as FASTA text."""
    fragments: list[bytes] = []
    text: list[str] = []
    for sequence_id in ids:
        sequence, number = document.sequence(sequence_id), document.number(sequence_id)
        fragments.append(encode_sequence(sequence, number))
        text.append(fasta(sequence, number))
    return b"<Sequences>" + b"".join(fragments) + b"</Sequences>", "".join(text)


def from_clipboard(fragment: bytes) -> tuple[Sequence, ...]:
    """Return the sequences of what `to_clipboard` made; raises FragmentError.

    They get permanent addresses of their own where they are pasted.
    """
    return tuple(_counted(replace_refs(sequence)) for sequence in decode_fragment(fragment))


def _counted(sequence: Sequence) -> Sequence:
    """Return the sequence with its length counted from now on, if it was right as written."""
    if sequence.written_length == ("" if sequence.is_skipped else str(sequence.length)):
        return replace(sequence, written_length=None)
    return sequence


def fasta(sequence: Sequence, number: str) -> str:
    """Return one sequence as FASTA text, sixty residues to a line."""
    return fasta_of(sequence, number, sequence.residues.text())


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
