"""FASTA: names and letters, read as they stand and written plainly; nothing is cleaned here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from seqeditor.domain.sequence import Sequence
from seqeditor.formats.st26.encoding import Utf8Blocks

LINE = 60
"""Residues to a line in what is written."""

_LINE_END = re.compile(rb"\r\n?|\n")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]+")


@dataclass(frozen=True, slots=True)
class FastaRecord:
    """One record: `head` is what follows the ">", `text` the lines below it joined.

    `line` is the 1-based line of the head, of the first letters when there is no head ("").
    """

    head: str
    text: str
    line: int


def read_fasta(stream: BinaryIO) -> Iterator[FastaRecord]:
    """Yield the records of any text: several heads, none, comments, any encoding and line ends.

    A line that begins with ";" is a comment; one before a record without head becomes its head.
    Memory holds one record. Never raises on bad content.
    """
    pending = _Pending()
    for number, line in enumerate(_lines(stream), 1):
        if line.startswith(">"):
            yield from pending.take()
            pending = _Pending(line[1:], number)
        elif line.startswith(";"):
            pending.comment = pending.comment or line[1:]
        elif text := line.strip():
            pending.line = pending.line or number
            pending.parts.append(text)
    yield from pending.take()


class _Pending:
    """The record being read."""

    def __init__(self, head: str | None = None, line: int = 0) -> None:
        self.head = head
        self.line = line
        self.comment = ""
        self.parts: list[str] = []

    def take(self) -> Iterator[FastaRecord]:
        if self.head is None and not self.parts:
            return
        head = self.comment if self.head is None else self.head
        yield FastaRecord(_CONTROL.sub(" ", head).strip(), "".join(self.parts), self.line)


def _lines(stream: BinaryIO) -> Iterator[str]:
    """Yield the lines without their ends; a line may be as long as the file."""
    blocks = Utf8Blocks(stream)
    parts: list[bytes] = []
    held_return = b""
    while block := blocks.read():
        block, held_return = held_return + block, b""
        if block.endswith(b"\r"):
            block, held_return = block[:-1], b"\r"
        first, *more = _LINE_END.split(block)
        parts.append(first)
        for line in more:
            yield b"".join(parts).decode("utf-8", "replace")
            parts = [line]
    if parts and any(parts):
        yield b"".join(parts).decode("utf-8", "replace")


def write_fasta(target: BinaryIO, records: Iterable[tuple[str, Sequence]]) -> None:
    """Write sequences with their SEQ ID NO.

    An intentionally skipped sequence has nothing that FASTA could hold: the caller leaves it out
    and says so.
    """
    for number, sequence in records:
        target.write(f">{head_of(number, sequence)}\n".encode("utf-8", "replace"))
        rest = ""
        for chunk in sequence.residues.chunks():
            text = rest + chunk
            whole = len(text) - len(text) % LINE
            for at in range(0, whole, LINE):
                target.write(f"{text[at : at + LINE]}\n".encode("utf-8", "replace"))
            rest = text[whole:]
        if rest:
            target.write(f"{rest}\n".encode("utf-8", "replace"))


def head_of(number: str, sequence: Sequence) -> str:
    """Return the head of a sequence: number, author's name, molecule type, length, organism."""
    words = (
        f"SEQ_ID_NO_{number}",
        sequence.name,
        sequence.moltype,
        str(sequence.length),
        sequence.organism,
    )
    return " ".join(_CONTROL.sub(" ", word).strip() for word in words if word)
