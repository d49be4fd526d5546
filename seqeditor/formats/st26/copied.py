"""Sequences on their way between windows of the program: ST.26 XML, with what is the author's own.

Each is `<Copied own="..."><SequenceData/></Copied>`; the attribute is JSON, which no XML parser
changes a letter of.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any
from xml.sax.saxutils import quoteattr

from lxml import etree

from seqeditor.domain.sequence import Sequence
from seqeditor.formats.st26.codec import (
    FragmentError,
    decode_insdseq,
    encode_sequence,
    local_name,
)
from seqeditor.formats.st26.parsing import parse


@dataclass(frozen=True, slots=True)
class Copied:
    """A sequence taken out of a listing.

    `number`: its SEQ ID NO there, `id` its permanent id; `listing` stands for the listing,
    `targets` are the permanent ids there of the sequences that its protein_id qualifiers name, by
    number; `title` is what the user calls the listing. `todo`: it is marked as to be done.
    """

    sequence: Sequence
    number: str = ""
    listing: str = ""
    title: str = ""
    targets: dict[str, int] = field(default_factory=dict)
    todo: bool = False
    id: int = 0


def encode_copied(copied: Iterable[Copied]) -> bytes:
    """Return sequences as bytes for the clipboard; raises UnwritableCharacter."""
    parts = [b"<Sequences>"]
    for one in copied:
        own = {
            "number": one.number,
            "name": one.sequence.name,
            "colour": one.sequence.colour,
            "note": one.sequence.note,
            "listing": one.listing,
            "title": one.title,
            "targets": one.targets,
            "todo": one.todo,
            "id": one.id,
        }
        parts.append(f"<Copied own={quoteattr(json.dumps(own))}>".encode())
        parts += [encode_sequence(one.sequence, one.number), b"</Copied>"]
    return b"".join([*parts, b"</Sequences>"])


def decode_copied(xml: bytes) -> tuple[Copied, ...]:
    """Return the sequences of what `encode_copied` made, or of other ST.26 XML.

    Raises FragmentError when the XML is not well-formed.
    """
    body = re.sub(rb"\A\s*(?:\xef\xbb\xbf)?\s*<\?xml[^>]*\?>", b"", xml)
    body = re.sub(rb"\A\s*<!DOCTYPE[^>\[]*>", b"", body)
    try:
        root = parse(b"<Batch>" + body + b"</Batch>")
    except etree.XMLSyntaxError as error:
        raise FragmentError(str(error)) from error
    return tuple(_copied(element) for element in root.iter("{*}INSDSeq"))


def _copied(element: etree._Element) -> Copied:
    sequence = decode_insdseq(element)
    data = element.getparent()
    number = data.get("sequenceIDNumber") or "" if data is not None else ""
    around = next((a for a in element.iterancestors() if local_name(a) == "Copied"), None)
    own = _own(around.get("own") if around is not None else None)
    sequence = replace(
        sequence,
        name=_text(own, "name"),
        colour=_text(own, "colour"),
        note=_text(own, "note"),
    )
    targets = own.get("targets")
    return Copied(
        sequence,
        number,
        _text(own, "listing"),
        _text(own, "title"),
        {str(k): v for k, v in targets.items() if isinstance(v, int)}
        if isinstance(targets, dict)
        else {},
        own.get("todo") is True,
        own["id"] if isinstance(own.get("id"), int) else 0,
    )


def _own(text: str | None) -> dict[str, Any]:
    try:
        found = json.loads(text or "{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _text(own: dict[str, Any], name: str) -> str:
    value = own.get(name)
    return value if isinstance(value, str) else ""
