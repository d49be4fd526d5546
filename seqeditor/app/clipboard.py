"""Sequences on the clipboard: ST.26 XML between windows of the program, FASTA for all others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from seqeditor.app.document import Document
from seqeditor.app.residue_text import fasta_of
from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from seqeditor.formats.st26.copied import Copied, decode_copied, encode_copied
from seqeditor.store.marks import marked, set_marked
from seqeditor.store.workingcopy import WorkingCopy
from seqeditor.store.writing import qualifiers_of, replace_refs

MIME = "application/x-seqeditor-sequences+xml"


def to_clipboard(document: Document, ids: Iterable[int]) -> tuple[bytes, str]:
    """Return sequences as ST.26 XML (type MIME) and as FASTA text.

    With them goes what is the author's own: names, colours, notes, marks.
    """
    wanted = list(ids)
    todo = marked(document.copy, wanted)
    copied: list[Copied] = []
    text: list[str] = []
    for sequence_id in wanted:
        stored, number = document.copy.stored(sequence_id), document.number(sequence_id)
        copied.append(
            Copied(
                stored.sequence,
                number,
                document.copy.folder.name,
                document.title,
                {document.number(to): to for to in stored.links.values()},
                sequence_id in todo,
                sequence_id,
            )
        )
        text.append(fasta(stored.sequence, number))
    return encode_copied(copied), "".join(text)


def copied_in(fragment: bytes) -> tuple[Copied, ...]:
    """Return what `to_clipboard` has copied; raises FragmentError.

    The sequences get permanent addresses of their own where they are pasted.
    """
    return tuple(
        replace(one, sequence=_counted(replace_refs(one.sequence)))
        for one in decode_copied(fragment)
    )


def from_clipboard(fragment: bytes) -> tuple[Sequence, ...]:
    """Return the sequences of what `to_clipboard` made; raises FragmentError."""
    return tuple(one.sequence for one in copied_in(fragment))


@dataclass(frozen=True, slots=True)
class Unlinked:
    """A protein_id that was taken away, because what it named was not pasted with it.

    `sequence` is the permanent id of the pasted sequence, `number` what the qualifier said, of the
    listing that the user calls `title`.
    """

    sequence: int
    number: str
    title: str


def paste_into(
    copy: WorkingCopy, position: int, copied: Iterable[Copied]
) -> tuple[list[int], list[Unlinked]]:
    """Insert copied sequences before a position (1-based), inside a step.

    A protein_id names the protein pasted with it, else the same protein as before if it is of this
    very listing, else it is taken away: whatever has the number here is another sequence.
    """
    new = list(copied)
    if not new:
        return [], []
    copy.number_by_position()
    behind = copy.count() + 1
    pasted: dict[str, str] = {}
    for number, one in enumerate(new, behind):
        pasted.setdefault(one.number, str(number))
    settled = [_settled(copy, one, pasted) for one in new]
    ids = copy.insert_sequences(behind, (sequence for sequence, _lost in settled))
    copy.move_sequences(ids, position)
    set_marked(copy, [i for i, one in zip(ids, new, strict=True) if one.todo], on=True)
    _link_again(copy, {one.id: i for i, one in zip(ids, new, strict=True) if _is_here(copy, one)})
    unlinked = [
        Unlinked(i, number, one.title)
        for i, one, (_sequence, lost) in zip(ids, new, settled, strict=True)
        for number in lost
    ]
    return ids, unlinked


def _is_here(copy: WorkingCopy, one: Copied) -> bool:
    return bool(one.listing) and one.listing == copy.folder.name


def _link_again(copy: WorkingCopy, pasted: dict[int, int]) -> None:
    """Let protein_id that named a sequence that was cut name it where it is pasted."""
    copy.connection.executemany(
        "UPDATE link SET target_sequence_id = ? WHERE target_sequence_id = ?",
        [(new, old) for old, new in pasted.items() if old and old not in copy.order],
    )


def _settled(
    copy: WorkingCopy, one: Copied, pasted: dict[str, str]
) -> tuple[Sequence, tuple[str, ...]]:
    """Return the sequence with protein_id as it is here, and the numbers that name nothing here."""
    if not any(q.name == "protein_id" for q in qualifiers_of(one.sequence)):
        return one.sequence, ()
    is_same = _is_here(copy, one)
    lost: list[str] = []

    def here(value: str) -> str | None:
        if value in pasted:
            return pasted[value]
        if value not in one.targets:
            # It named nothing there: a text that is no number stays as it is.
            return None if copy.id_of_number(value) is not None else value
        found = copy.number(one.targets[value]) if is_same else ""
        return found or None

    def qualifiers(feature: Feature) -> tuple[Qualifier, ...]:
        kept = []
        for q in feature.qualifiers:
            value = here(q.value) if q.name == "protein_id" and q.value else q.value
            if q.value and value is None:
                lost.append(q.value)
            else:
                kept.append(q if value == q.value else replace(q, value=value))
        return tuple(kept)

    features = tuple(replace(f, qualifiers=qualifiers(f)) for f in one.sequence.features)
    return replace(one.sequence, features=features), tuple(lost)


def _counted(sequence: Sequence) -> Sequence:
    """Return the sequence with its length counted from now on, if it was right as written."""
    if sequence.written_length == ("" if sequence.is_skipped else str(sequence.length)):
        return replace(sequence, written_length=None)
    return sequence


def fasta(sequence: Sequence, number: str) -> str:
    """Return one sequence as FASTA text, sixty residues to a line."""
    return fasta_of(sequence, number, sequence.residues.text())
