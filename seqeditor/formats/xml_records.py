"""Records in XML of any size, one at a time: no DTD, no entity, no network, a limit for each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from seqeditor.formats.annotated import BrokenRecordError
from seqeditor.formats.st26.encoding import Utf8Blocks

MOST_BYTES = 512 << 20
"""Bytes of one record: it is held in memory."""

_PROLOG = 1 << 20
"""Bytes that may stand before the root element."""

_BEFORE_ROOT = re.compile(
    rb"\s+|<\?[^>]*>|<!--(?:[^-]|-(?!->))*-->|<!DOCTYPE(?:[^>\[\"']|\"[^\"]*\"|'[^']*')*>"
)
_ROOT = re.compile(rb"<[A-Za-z_]")


def xml_records(path: Path, tell: Callable[[int], None], *names: str) -> Iterator[etree._Element]:
    """Yield each element with one of the local names; it is emptied when the next is asked for.

    A DOCTYPE that only names a DTD is passed over unread; one that declares anything is refused.
    `tell` hears how many bytes have been read. Raises BrokenRecordError where the XML breaks
    off, those before it are given out; OSError.
    """
    parser = etree.XMLPullParser(
        events=("end",),
        tag=[f"{{*}}{name}" for name in names],
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=True,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
        encoding="utf-8",
    )
    with path.open("rb") as stream:
        blocks = Utf8Blocks(stream)
        held = 0
        block = _without_prolog(blocks)
        while block:
            broken = _fed(parser, block)
            held += len(block)
            for _event, element in parser.read_events():
                assert isinstance(element, etree._Element), "an end brings an element"
                held = 0
                yield element
                _empty(element)
            if broken is not None:
                raise BrokenRecordError(str(broken)) from broken
            if held > MOST_BYTES:
                raise BrokenRecordError(f"> {MOST_BYTES} bytes")
            tell(blocks.size)
            block = blocks.read()
        try:
            parser.close()
        except etree.XMLSyntaxError as error:
            raise BrokenRecordError(str(error)) from error


def local_name(element: etree._Element) -> str:
    """Return the name of an element without its name space."""
    return etree.QName(element).localname


def line_of(element: etree._Element) -> int | None:
    """Return the line of an element in its file (1-based)."""
    line: Any = element.sourceline
    return int(line) if line else None


def all_text(element: etree._Element) -> str:
    """Return attributes and texts of an element and all below it as one line."""
    said: list[str] = []
    for one in element.iter("*"):
        said += [
            etree.QName(name).localname + "=" + str(value) for name, value in one.attrib.items()
        ]
        said.append(one.text or "")
        if one is not element:
            said.append(one.tail or "")
    return " ".join(" ".join(said).split())


def _fed(parser: etree.XMLPullParser, block: bytes) -> etree.XMLSyntaxError | None:
    try:
        parser.feed(block)
    except etree.XMLSyntaxError as error:
        return error
    return None


def _empty(element: etree._Element) -> None:
    element.clear()
    parent = element.getparent()
    while parent is not None and (before := element.getprevious()) is not None:
        parent.remove(before)


def _without_prolog(blocks: Utf8Blocks) -> bytes:
    """Return the first bytes from the root element on, on its line."""
    data = b""
    while block := blocks.read():
        data += block
        at = 0
        while found := _BEFORE_ROOT.match(data, at):
            at = found.end()
        if _ROOT.match(data, at):
            return b"\n" * data.count(b"\n", 0, at) + data[at:]
        if len(data) > _PROLOG:
            break
    raise BrokenRecordError("<!DOCTYPE" if b"<!DOCTYPE" in data[:_PROLOG] else "XML")
