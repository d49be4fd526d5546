"""Records with features: GenBank, GenPept, EMBL, UniProt text, SnapGene, xdna, read by Biopython.

Nothing is judged here: each record comes as the library tells it, with what it has no place for.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from io import StringIO, TextIOWrapper
from pathlib import Path
from typing import IO, Any

from seqeditor.formats.st25.reader import encoding_of_file

KINDS = {
    "genbank": "genbank",
    "embl": "embl",
    "uniprot": "swiss",
    "snapgene": "snapgene",
    "xdna": "xdna",
    "insdseq": "",
    "uniprot-xml": "",
}
"""The name of each format, and what the library calls it; "" for those with a reader here."""

MOST_BYTES = 512 << 20
"""A larger record is not read: the library holds it in memory."""

_BLANKS = re.compile(r"\s+")
_START = {"genbank": "LOCUS", "embl": "ID   ", "uniprot": "ID   "}
_STATED = re.compile(r"\s([0-9]{1,12})\s+(?:bp|aa|rc)\b", re.IGNORECASE)
_LONGEST_HEAD = 1000
_LOCUS_NAME = re.compile(r"^(LOCUS       )(\S+(?: \S+)+?)( +\d+ (?:bp|aa|rc) )")


class BrokenRecordError(Exception):
    """No record of a file can be read; the text says what the library found."""


@dataclass(frozen=True, slots=True)
class AnnotatedFeature:
    """A feature: key and location as written ("" where it has none that can be read).

    Qualifiers in their order; None for one without a value.
    """

    key: str
    location: str
    qualifiers: tuple[tuple[str, str | None], ...] = ()


@dataclass(frozen=True, slots=True)
class AnnotatedRecord:
    """One record. `kind` is the molecule type as named there; `other` what is told beside.

    `line` is that of its head (1-based), `stated` the number of residues that its head says.
    """

    name: str
    description: str
    residues: str
    kind: str
    organism: str
    division: str
    is_circular: bool
    features: tuple[AnnotatedFeature, ...]
    other: tuple[tuple[str, str], ...] = ()
    line: int | None = None
    stated: int | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """A record that cannot be read: why, how it begins, and its line (1-based)."""

    reason: str
    head: str
    line: int | None


def read_annotated(
    path: Path, name: str, tell: Callable[[int], None] = lambda _bytes: None
) -> Iterator[AnnotatedRecord | Unread]:
    """Yield the records of a file in one of KINDS; each is read for itself.

    `tell` hears how many bytes have been read. Raises OSError.
    """
    if not KINDS[name]:
        yield from _from_xml(path, name, tell)
        return
    with path.open("rb") as stream:
        if name in ("snapgene", "xdna"):
            if path.stat().st_size > MOST_BYTES:
                yield Unread(f"> {MOST_BYTES} bytes", "", None)
            else:
                yield from _parsed(stream, name, None, "")
            return
        encoding = encoding_of_file(path)
        with TextIOWrapper(stream, encoding=encoding, errors="replace", newline=None) as lines:
            for line, text in _cut(lines, _START[name], lambda: tell(stream.tell())):
                yield from _parsed(StringIO(text), name, line, text)


def _from_xml(
    path: Path, name: str, tell: Callable[[int], None]
) -> Iterator[AnnotatedRecord | Unread]:
    from seqeditor.formats.insdseq import read_insdseq
    from seqeditor.formats.uniprot_xml import read_uniprot_xml

    try:
        read = read_insdseq if name == "insdseq" else read_uniprot_xml
        yield from read(path, tell)
    except BrokenRecordError as error:
        yield Unread(str(error), "", None)


def _cut(lines: Iterable[str], start: str, tell: Callable[[], None]) -> Iterator[tuple[int, str]]:
    """Yield each record with its line; a new one begins even where the end of the last is missing.

    What stands before the first record of a file is the head of a release.
    """
    parts: list[str] = []
    begun = 0
    has_begun = False
    for number, line in enumerate(lines, 1):
        if number % 1000 == 0:
            tell()
        begins = line.startswith(start)
        if begins and parts:
            yield begun, "".join(parts)
            parts = []
        has_begun = has_begun or begins
        if not has_begun or not (parts or line.strip()):
            continue
        if not parts:
            begun = number
            line = _LOCUS_NAME.sub(_in_one_word, line)
        parts.append(line)
        if line.rstrip() == "//":
            yield begun, "".join(parts)
            parts = []
    tell()
    if parts:
        yield begun, "".join(parts)


def _parsed(
    stream: IO[Any], name: str, line: int | None, text: str
) -> Iterator[AnnotatedRecord | Unread]:
    from Bio import SeqIO

    parse: Any = SeqIO.parse

    head = text[: text.find("\n") if "\n" in text else None][:_LONGEST_HEAD]
    if len(text) > MOST_BYTES:
        yield Unread(f"> {MOST_BYTES} bytes", head, line)
        return
    found = False
    stated = _STATED.search(head)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what it warns of is seen in the record
        try:
            for record in parse(stream, KINDS[name]):
                found = True
                yield replace(_record(record), line=line, stated=int(stated[1]) if stated else None)
        except OSError:
            raise
        except Exception as error:  # whatever the library stumbles over
            yield Unread(f"{type(error).__name__}: {error}", head, line)
            return
    if not found and text.strip():
        yield Unread(head, head, line)


def _in_one_word(match: re.Match[str]) -> str:
    """Return a LOCUS line with a name of one word: those of lab programs have blanks in them."""
    return match[1] + "_".join(match[2].split()) + match[3]


def _record(record: Any) -> AnnotatedRecord:
    notes = record.annotations
    try:
        residues = str(record.seq)
    except Exception:  # a record without residues has a sequence that cannot be read
        residues = ""
    known = {"molecule_type", "organism", "topology", "source", "data_file_division"}
    other = tuple(
        (key, text) for key, value in notes.items() if key not in known and (text := _said(value))
    )
    return AnnotatedRecord(
        name=_text(record.name if record.name != "<unknown name>" else record.id),
        description=_text(record.description).removesuffix("<unknown description>"),
        residues=residues,
        kind=_text(notes.get("molecule_type", "")),
        organism=_text(notes.get("organism", "")),
        division=_text(notes.get("data_file_division", "")),
        is_circular=notes.get("topology") == "circular",
        features=tuple(_feature(one, len(residues)) for one in record.features),
        other=other,
    )


def _said(value: Any) -> str:
    """Return what an annotation says as one text, "" for nothing."""
    if isinstance(value, dict):
        return "; ".join(f"{key}: {_said(one)}" for key, one in value.items() if _said(one))
    if isinstance(value, list | tuple):
        return "; ".join(text for one in value if (text := _said(one)))
    title = getattr(value, "title", None)
    if title is not None and not isinstance(value, str):
        return _text(f"{getattr(value, 'authors', '')} {title} {getattr(value, 'journal', '')}")
    return _text(value)


def _text(value: Any) -> str:
    return _BLANKS.sub(" ", str(value)).strip() if value is not None else ""


def _feature(one: Any, length: int) -> AnnotatedFeature:
    from Bio.SeqIO import InsdcIO

    text_of: Any = InsdcIO._insdc_location_string

    try:
        location = text_of(one.location, length) if one.location is not None else ""
    except Exception:  # a position that nobody knows has no text
        location = ""
    qualifiers: list[tuple[str, str | None]] = []
    for name, values in one.qualifiers.items():
        for value in values if isinstance(values, list) else [values]:
            text = _text(value)
            if name == "translation":
                text = text.replace(" ", "")
            qualifiers.append((_text(name), text or None))
    return AnnotatedFeature(_text(one.type), location, tuple(qualifiers))
