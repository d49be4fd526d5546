"""What only the raw text of a piece of a listing shows: references and reserved characters.

ST.26 par. 41: the five reserved characters as predefined entities, no numeric references, no other
entities. Plain markup is expected (comments and CDATA taken out); lines are kept.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from html.entities import html5

from seqeditor.domain.fault import Fault
from seqeditor.formats.st26.tags import MARKUP, places_at
from seqeditor.formats.st26.text import escape, first_unwritable

LISTED = 1000
"""Faults of one rule that are listed; the rest is counted."""

_ENTITIES = {b'"': "&quot;", b"'": "&apos;", b">": "&gt;"}
_REFERENCE = re.compile(
    rb"&(?:(#[0-9]+|#x[0-9A-Fa-f]+)|([A-Za-z_:\x80-\xff][A-Za-z0-9._:\x80-\xff-]*));"
)
_OTHER_REFERENCE = re.compile(rb"&(?!lt;|gt;|amp;|quot;|apos;)")
_NO_SIGNS = bytes(set(range(256)) - set(b"<>=&\"'"))
_PREDEFINED = frozenset({b"lt", b"gt", b"amp", b"quot", b"apos"})
_ATTRIBUTE = re.compile(rb"""=\s*("[^<"]*"|'[^<']*')""")
_RESERVED = re.compile(rb"""["'>]""")


@dataclass(slots=True)
class Reserved:
    """Reserved characters typed directly: how many, and the first one."""

    count: int = 0
    line: int | None = None
    character: str = ""


@dataclass(slots=True)
class RawText:
    """A piece as the parser may have it, and what its raw text showed."""

    data: bytes
    faults: list[Fault] = field(default_factory=list)
    omitted: dict[str, int] = field(default_factory=dict)
    reserved: Reserved = field(default_factory=Reserved)


def examine(data: bytes, first_line: int, first_position: int = 1) -> RawText:
    """Return the piece with undefined entities made plain text, and the faults of its raw text."""
    result = RawText(data)
    signs = data.translate(None, _NO_SIGNS)
    if b"&" in signs and _OTHER_REFERENCE.search(data):
        _references(data, first_line, first_position, result)
    if _may_have_reserved(signs):
        result.reserved = _reserved(data, first_line)
    return result


def _references(data: bytes, first_line: int, first_position: int, result: RawText) -> None:
    found = [m for m in _REFERENCE.finditer(data) if m[2] not in _PREDEFINED and _is_valid(m)]
    listed = _first_of_each(found, result.omitted)
    places = places_at(data, [m.start() for m in listed], first_position)
    line, before = first_line, 0
    for match, (place, number) in zip(listed, places, strict=True):
        line += data.count(b"\n", before, match.start())
        before = match.start()
        result.faults.append(_reference_fault(match, line, place, number))
    if any(m[2] for m in found):
        result.data = _REFERENCE.sub(_replacement, data)


def _first_of_each(
    found: Sequence[re.Match[bytes]], omitted: dict[str, int]
) -> list[re.Match[bytes]]:
    listed, counts = [], {"xml-numeric-char-ref": 0, "xml-undefined-entity": 0}
    for match in found:
        rule = "xml-numeric-char-ref" if match[1] else "xml-undefined-entity"
        counts[rule] += 1
        if counts[rule] <= LISTED:
            listed.append(match)
    omitted.update({rule: n - LISTED for rule, n in counts.items() if n > LISTED})
    return listed


def _is_valid(match: re.Match[bytes]) -> bool:
    """Tell whether a reference names what XML can hold; else the parser will stop at it."""
    return not match[1] or _character(match[1]) is not None


def _character(reference: bytes) -> str | None:
    is_hexadecimal = reference[1:2] == b"x"
    digits = reference[2 if is_hexadecimal else 1 :].lstrip(b"0")
    if len(digits) > 7:
        return None
    code = int(digits or b"0", 16 if is_hexadecimal else 10)
    if not 0 < code <= 0x10FFFF or first_unwritable(chr(code)) is not None:
        return None
    return chr(code)


def _known_entity(name: bytes) -> str | None:
    return html5.get(name.decode("utf-8", "replace") + ";")


def _replacement(match: re.Match[bytes]) -> bytes:
    if match[1] or match[2] in _PREDEFINED:
        return match[0]
    character = _known_entity(match[2])
    return escape(character).encode() if character else b"&amp;%s;" % match[2]


def _reference_fault(match: re.Match[bytes], line: int, place: str, number: str | None) -> Fault:
    text = match[0].decode("utf-8", "replace")
    if match[1]:
        parameters = (("ref", text), ("char", _character(match[1]) or ""))
        return Fault("xml-numeric-char-ref", line, place, text, "", parameters, number)
    name, character = text[1:-1], _known_entity(match[2])
    parameters = (("name", name), ("char", character or ""))
    variant = "known" if character else ""
    return Fault("xml-undefined-entity", line, place, text, variant, parameters, number)


def _may_have_reserved(signs: bytes) -> bool:
    """Tell, by counting, whether some reserved character may be typed directly.

    `signs` is the markup without any other character: each tag has one `<` and one `>`, a tag with
    an attribute is `<="">`, and there is no quotation mark anywhere else.
    """
    if b"'" in signs or signs.count(b"<") != signs.count(b">"):
        return True
    return signs.count(b'"') != 2 * signs.count(b'<="">')


def _reserved(data: bytes, first_line: int) -> Reserved:
    found = Reserved()
    before = 0
    for tag in MARKUP.finditer(data):
        _count_reserved(data, before, tag.start(), first_line, found)
        before = tag.end()
        if b"=" in tag[0]:
            for value in _ATTRIBUTE.finditer(data, tag.start(), tag.end()):
                _count_reserved(data, value.start(1) + 1, value.end(1) - 1, first_line, found)
    _count_reserved(data, before, len(data), first_line, found)
    return found


def _count_reserved(data: bytes, start: int, end: int, first_line: int, found: Reserved) -> None:
    count = sum(data.count(character, start, end) for character in _ENTITIES)
    if count and found.line is None and (first := _RESERVED.search(data, start, end)):
        found.line = first_line + data.count(b"\n", 0, first.start())
        found.character = first[0].decode()
    found.count += count


def reserved_fault(found: Reserved) -> Fault:
    """Return the one finding of a file about reserved characters: it is advice."""
    entity = _ENTITIES[found.character.encode()]
    return Fault(
        "xml-unescaped-reserved",
        found.line,
        value=found.character,
        parameters=(("char", found.character), ("entity", entity), ("count", found.count)),
    )
