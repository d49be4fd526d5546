"""Records with features: GenBank, GenPept, EMBL, UniProt text, SnapGene, xdna, read by Biopython.

Nothing is judged here: each record comes as the library tells it, with what it has no place for.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import IO, Any

KINDS = {
    "genbank": "genbank",
    "embl": "embl",
    "uniprot": "swiss",
    "snapgene": "snapgene",
    "xdna": "xdna",
}
"""The name of each format, and what the library calls it."""

MOST_BYTES = 512 << 20
"""A larger file is not read: the library holds a whole record in memory."""

_BLANKS = re.compile(r"\s+")
_LOCUS_NAME = re.compile(rb"(?m)^(LOCUS       )(\S+(?: \S+)+?)( +\d+ (?:bp|aa|rc) )")


class BrokenRecordError(Exception):
    """A record cannot be read; the text says what the library found."""


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
    """One record. `kind` is the molecule type as named there; `other` what is told beside."""

    name: str
    description: str
    residues: str
    kind: str
    organism: str
    division: str
    is_circular: bool
    features: tuple[AnnotatedFeature, ...]
    other: tuple[tuple[str, str], ...] = ()


def read_annotated(path: Path, name: str) -> Iterator[AnnotatedRecord]:
    """Yield the records of a file in one of KINDS.

    Raises BrokenRecordError at the first record that cannot be read, those before it are given
    out; raises OSError.
    """
    from Bio import SeqIO

    parse: Any = SeqIO.parse

    if path.stat().st_size > MOST_BYTES:
        raise BrokenRecordError(f"> {MOST_BYTES} bytes")
    with warnings.catch_warnings(), _opened(path, name) as stream:
        warnings.simplefilter("ignore")  # what it warns of is seen in the record
        try:
            for record in parse(stream, KINDS[name]):
                yield _record(record)
        except OSError:
            raise
        except Exception as error:  # whatever the library stumbles over
            raise BrokenRecordError(f"{type(error).__name__}: {error}") from error


def _opened(path: Path, name: str) -> IO[Any]:
    if name in ("snapgene", "xdna"):
        return path.open("rb")
    data = path.read_bytes()
    if name == "genbank":
        data = _LOCUS_NAME.sub(_in_one_word, data)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    return StringIO(text, newline=None)


def _in_one_word(match: re.Match[bytes]) -> bytes:
    """Return a LOCUS line with a name of one word: those of lab programs have blanks in them."""
    return match[1] + b"_".join(match[2].split()) + match[3]


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
