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
    words = (f"SEQ_ID_NO_{number}", sequence.name, sequence.moltype, sequence.organism)
    head = " ".join(word for word in words if word)
    letters = sequence.residues.text()
    lines = [letters[at : at + LINE] for at in range(0, len(letters), LINE)]
    return "\n".join([f">{head}", *lines, ""])
