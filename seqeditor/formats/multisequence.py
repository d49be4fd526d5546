"""WIPO multi-sequence text: `<name; TYPE; organism>`, the residues below it, a blank line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO

from seqeditor.formats.st26.encoding import Utf8Blocks

HEAD = re.compile(r"\s*<(?![?!/])([^<>]*)>(.*)")
"""A head, and what stands behind it on its line."""
_SEPARATORS = (";", "|", "\t", ", ")
"""What stands between the parts of a head: the first of these that is in it."""

MOLTYPES = {
    "dna": "DNA",
    "adn": "DNA",
    "cdna": "DNA",
    "rna": "RNA",
    "arn": "RNA",
    "mrna": "RNA",
    "trna": "RNA",
    "rrna": "RNA",
    "aa": "AA",
    "prt": "AA",
    "protein": "AA",
    "peptide": "AA",
    "amino acid": "AA",
}
"""Molecule types as they are written in heads, in lower case."""


@dataclass(frozen=True, slots=True)
class MultiRecord:
    """One record; `kind` and `organism` are as written, `line` is that of the head (1-based).

    `text` is what stands below it, `beyond` what stands behind the blank line that ends it.
    """

    name: str
    kind: str
    organism: str
    line: int
    text: str = ""
    beyond: str = ""


def looks_multi(text: str) -> bool:
    """Tell whether a text begins with a head that names a molecule type or has parts."""
    first = next((line for line in text.splitlines()[:50] if line.strip()), "")
    found = HEAD.match(first)
    return found is not None and any(one in found[1] for one in _SEPARATORS)


def moltype_named(text: str) -> str:
    """Return the molecule type that a text names, "" where it names none."""
    folded = " ".join(text.lower().replace("-", " ").split())
    return MOLTYPES.get(folded) or next(
        (MOLTYPES[word] for word in reversed(folded.split()) if word in MOLTYPES), ""
    )


def read_multisequence(stream: BinaryIO) -> Iterator[MultiRecord]:
    """Yield the records; what stands before the first head is one without a name."""
    record = MultiRecord("", "", "", 1)
    parts: list[str] = []
    beyond: list[str] = []
    ended = False
    for number, line in enumerate(_lines(stream), 1):
        found = HEAD.match(line)
        if found is not None:
            if parts or beyond or record.name or record.kind:
                yield _whole(record, parts, beyond)
            record, parts, beyond, ended = _begun(found[1], number), [], [], False
            line = found[2]
        if not line.strip():
            ended = ended or bool(parts)
        elif ended:
            beyond.append(line)
        else:
            parts.append(line)
    if parts or beyond or record.name or record.kind:
        yield _whole(record, parts, beyond)


def _whole(record: MultiRecord, parts: list[str], beyond: list[str]) -> MultiRecord:
    return replace(record, text="\n".join(parts), beyond="\n".join(beyond))


def _begun(head: str, line: int) -> MultiRecord:
    """Return a record by its head: the type is the part that is one, wherever it stands."""
    separator = next((one for one in _SEPARATORS if one in head), ";")
    parts = [part.strip() for part in head.split(separator)]
    at = next((n for n, part in enumerate(parts) if n and moltype_named(part)), None)
    if at is None:
        at = 1 if len(parts) > 2 else None
    if at is None:
        name, kind, rest = parts[0], "", parts[1:]
    else:
        name, kind, rest = "; ".join(parts[:at]), parts[at], parts[at + 1 :]
    return MultiRecord(name, kind, "; ".join(part for part in rest if part), line)


def _lines(stream: BinaryIO) -> Iterator[str]:
    blocks = Utf8Blocks(stream)
    rest = b""
    held = b""
    while block := blocks.read():
        block, held = held + block, b""
        if block.endswith(b"\r"):
            block, held = block[:-1], b"\r"
        *whole, rest = re.split(rb"\r\n?|\n", rest + block)
        for line in whole:
            yield line.decode("utf-8", "replace")
    yield rest.decode("utf-8", "replace")
