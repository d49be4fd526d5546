"""The one door to the XML parser for pieces of a listing: no DTD, no entity, no network."""

from __future__ import annotations

from typing import Any

from lxml import etree

_NAMESPACE_ERRORS = range(200, 206)


def _parser(*, recover: bool = False) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=True,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
        recover=recover,
    )


_STRICT = _parser()


def parse(xml: bytes) -> etree._Element:
    """Return the root of well-formed XML; raises etree.XMLSyntaxError.

    XML that breaks only the rules of name spaces is parsed: names are then as written.
    """
    try:
        return etree.fromstring(xml, _STRICT)
    except etree.XMLSyntaxError as error:
        if error_code(error) not in _NAMESPACE_ERRORS:
            raise
        lenient = _parser(recover=True)
        root = etree.fromstring(xml, lenient)
        if root is None or any(e.domain_name != "NAMESPACE" for e in lenient.error_log):
            raise
        return root


def error_code(error: etree.XMLSyntaxError) -> int:
    """Return the parser's number for what it stopped at."""
    code: Any = getattr(error, "code", 0)
    return int(code or 0)


def source_line(element: etree._Element) -> int:
    """Return the line of an element in the piece it was parsed from, 1-based."""
    line: Any = element.sourceline
    return int(line or 1)


def salvage(xml: bytes) -> etree._Element | None:
    """Return what can be read of XML that is not well-formed, None when nothing can."""
    try:
        return etree.fromstring(xml, _parser(recover=True))
    except etree.XMLSyntaxError:
        return None
