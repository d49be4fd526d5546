"""Reads a listing of ST.25: numeric identifiers <110> to <400>, one sequence at a time.

Nothing is judged or changed here: each datum comes as written, with its line (1-based).
"""

from __future__ import annotations

import re
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO

_TAG = re.compile(r"\s*<[ \t]*([0-9]{3})[ \t]*>[ \t]*")
_LONGEST_HEAD = 120
_TITLE = re.compile(r"\s*sequence\s+listing\s*", re.IGNORECASE)
_PAGE = re.compile(
    r"\s*(?:(?:page|seite)\s*[0-9]+(?:\s*(?:/|of|sur|von)\s*[0-9]+)?|[0-9]+\s*/\s*[0-9]+"
    r"|[-\u2013]\s*[0-9]+\s*[-\u2013])\s*",
    re.IGNORECASE,
)
"""The number of a page between residues: page 3 of 9, 3/9, - 3 -."""
_NUMBER = re.compile(r"\s*(?:seq\s*\.?\s*id\.?\s*(?:no)?\s*[.:]*\s*)?([0-9]*)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Datum:
    """One identifier with its lines, blanks at their ends left out."""

    tag: int
    lines: tuple[str, ...]
    line: int

    @property
    def text(self) -> str:
        """The value as one line."""
        return " ".join(" ".join(self.lines).split())


@dataclass(frozen=True, slots=True)
class Feature25:
    """What follows one <220>: <221> key, <222> location, every <223>."""

    line: int
    key: str = ""
    location: str = ""
    notes: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said."""
        return not (self.key or self.location or any(self.notes))


@dataclass(frozen=True, slots=True)
class Sequence25:
    """One sequence: <210> to <400>. `residues` are the lines below <400>, each with its number."""

    line: int
    number: str = ""
    length: str = ""
    moltype: str = ""
    organism: str = ""
    features: tuple[Feature25, ...] = ()
    publications: tuple[Datum, ...] = ()
    unknown: tuple[Datum, ...] = ()
    number_400: str = ""
    residues: tuple[tuple[int, str], ...] = ()


@dataclass
class Header25:
    """What stands before the first sequence."""

    encoding: str
    data: list[Datum] = field(default_factory=list)

    def texts(self, tag: int) -> list[Datum]:
        """Return the data of an identifier in order, empty ones left out."""
        return [datum for datum in self.data if datum.tag == tag and datum.text]


def encoding_of(data: bytes) -> str:
    """Return how the text is encoded: by its mark, as UTF-8, else as Windows-1252."""
    for mark, name in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if data.startswith(mark):
            return name
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "ascii" if data.isascii() else "utf-8"


def encoding_of_file(path: Path) -> str:
    """Return how a file is encoded, looking at all of it; raises OSError."""
    with path.open("rb") as stream:
        block = stream.read(1 << 20)
        if block.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
            return encoding_of(block[:3])
        if block.count(b"\0") > len(block) // 4:  # a mark is missing
            return "utf-16-be" if block.startswith(b"\0") else "utf-16-le"
        decoder = getincrementaldecoder("utf-8")()
        is_ascii = True
        try:
            while block:
                is_ascii = is_ascii and block.isascii()
                decoder.decode(block)
                block = stream.read(1 << 20)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1252"
    return "ascii" if is_ascii else "utf-8"


def read_st25(
    path: Path, tell: Callable[[int], None] = lambda _bytes: None
) -> Iterator[Header25 | Sequence25]:
    """Yield the header, then each sequence; raises OSError.

    `tell` hears now and then how many bytes have been read. A byte that the encoding lacks becomes
    U+FFFD: it is told where it stands, never lost.
    """
    encoding = encoding_of_file(path)
    with (
        path.open("rb") as stream,
        TextIOWrapper(stream, encoding=encoding, errors="replace", newline=None) as lines,
    ):
        yield from _records(_data(_told(lines, stream, tell)), encoding)


def _told(lines: Iterable[str], stream: BinaryIO, tell: Callable[[int], None]) -> Iterator[str]:
    for number, line in enumerate(lines):
        if number % 500 == 0:
            tell(stream.tell())
        yield line
    tell(stream.tell())


def _data(lines: Iterable[str]) -> Iterator[Datum]:
    tag, start = 0, 0
    found: list[str] = []
    for number, line in enumerate(lines, 1):
        text = line.replace("\f", " ").rstrip()
        match = _TAG.match(text)
        if match is not None:
            if tag:
                yield _datum(tag, found, start)
            tag, start, found = int(match[1]), number, [text[match.end() :]]
        elif tag and not _is_page_head(text, tag):
            found.append(text)
    if tag:
        yield _datum(tag, found, start)


def _is_page_head(text: str, tag: int) -> bool:
    """Return whether a line is the head of a page, and so no part of what goes on there."""
    if len(text) > _LONGEST_HEAD:
        return False
    return _TITLE.fullmatch(text) is not None or (tag == 400 and _PAGE.fullmatch(text) is not None)


def _datum(tag: int, lines: list[str], start: int) -> Datum:
    return Datum(tag, tuple(lines), start)


def _records(data: Iterable[Datum], encoding: str) -> Iterator[Header25 | Sequence25]:
    header = Header25(encoding)
    parts: list[Datum] = []
    begun = False
    for datum in data:
        # What comes before the first sequence is none: it would be a sequence without residues.
        if not begun and datum.tag not in (210, 211, 212, 213, 400):
            header.data.append(datum)
            continue
        if not begun:
            yield header
            begun = True
        # A new sequence begins with <210>, or after the residues of the last where it is missing.
        if parts and (datum.tag == 210 or parts[-1].tag == 400):
            yield _sequence(parts)
            parts = []
        parts.append(datum)
    if not begun:
        yield header
    if parts:
        yield _sequence(parts)


def _sequence(parts: list[Datum]) -> Sequence25:
    texts: dict[int, str] = {}
    features: list[Feature25] = []
    publications: list[Datum] = []
    unknown: list[Datum] = []
    residues: tuple[tuple[int, str], ...] = ()
    number_400 = ""
    for datum in parts:
        if datum.tag in (210, 211, 212, 213) and datum.tag not in texts:
            texts[datum.tag] = datum.text
        elif datum.tag == 220:
            features.append(Feature25(datum.line, notes=_said(datum)))
        elif datum.tag in (221, 222, 223):
            _complete(features, datum)
        elif 300 <= datum.tag <= 313:
            publications.append(datum)
        elif datum.tag == 400:
            number_400, residues = _residues(datum)
        else:
            unknown.append(datum)
    return Sequence25(
        line=parts[0].line,
        number=_bare_number(texts.get(210, "")),
        length=texts.get(211, ""),
        moltype=texts.get(212, ""),
        organism=texts.get(213, ""),
        features=tuple(features),
        publications=tuple(publications),
        unknown=tuple(unknown),
        number_400=number_400,
        residues=residues,
    )


def _said(datum: Datum) -> tuple[str, ...]:
    return (datum.text,) if datum.text else ()


def _complete(features: list[Feature25], datum: Datum) -> None:
    """Put a part into the feature it belongs to: the one begun last, or a new one."""
    last = features[-1] if features else None
    repeated = last is not None and (
        (datum.tag == 221 and bool(last.key)) or (datum.tag == 222 and bool(last.location))
    )
    if last is None or repeated:
        last = Feature25(datum.line)
        features.append(last)
    features[-1] = Feature25(
        last.line,
        key=datum.text if datum.tag == 221 else last.key,
        location=datum.text if datum.tag == 222 else last.location,
        notes=last.notes + _said(datum) if datum.tag == 223 else last.notes,
    )


def _residues(datum: Datum) -> tuple[str, tuple[tuple[int, str], ...]]:
    """Return the number beside <400>, and the lines of residues with what stands behind it."""
    first = datum.lines[0]
    match = _NUMBER.match(first)
    number, rest = (match[1], first[match.end() :]) if match and match[1] else ("", first)
    lines = [(datum.line, rest), *enumerate(datum.lines[1:], datum.line + 1)]
    return number, tuple((at, text) for at, text in lines if text.strip())


def _bare_number(text: str) -> str:
    """Return the number of a text such as SEQ ID NO: 5, the text where there is none."""
    match = _NUMBER.fullmatch(text)
    return match[1] if match and match[1] else text
