"""Other ways to write a location: what the repairs propose. Nothing here changes a sequence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from seqeditor.domain.location import (
    Combination,
    Complement,
    Descriptor,
    Location,
    LocationError,
    parse,
)

_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212"
_DOTS = re.compile(rf"(?<=\d)\s*(?:\.(?:\s*\.)*|[{_DASHES}])\s*(?=[<>]?\d)")
_WORD = re.compile(r"[A-Za-z]+")
_BEHIND = re.compile(r"(\d+)([<>])(?!\d)")
_BRACKETED = re.compile(r"\(\s*(\d+)\s*\)")
_COMMAS = re.compile(r",(?:\s*,)+")
_UNBRACKETED = re.compile(r"\b(complement|join|order)\s*(?=[<>]?\d)")
_SYMBOLS = re.compile(r"([<>])\1+")


def readable(text: str, moltype: str) -> str:
    """Return the text if it can be read as a location, "" if not."""
    try:
        parse(text, moltype)
    except LocationError:
        return ""
    return text


def two_dots(text: str) -> str:
    """Return the text with `..` wherever a number follows dots or a dash."""
    return _DOTS.sub("..", text)


def lower_operators(text: str) -> str:
    """Return the text with all words in lower case."""
    return _WORD.sub(lambda match: match[0].lower(), text)


def bounds_in_front(text: str) -> str:
    """Return the text with `<` and `>` moved from behind a number to before it."""
    return _BEHIND.sub(r"\2\1", text)


def mechanical(text: str, moltype: str) -> str:
    """Return the text with slips of typing put right, "" if it cannot be read even so."""
    tried = _BRACKETED.sub(r"\1", text) if "..(" in text or ")." in text else text
    tried = _COMMAS.sub(",", tried.replace(";", ","))
    tried = two_dots(lower_operators(bounds_in_front(tried)))
    tried = _SYMBOLS.sub(r"\1", _UNBRACKETED.sub(r"\1(", tried))
    missing = tried.count("(") - tried.count(")")
    tried = tried + ")" * missing if missing > 0 else tried.rstrip()[: missing or None]
    return readable(tried, moltype)


def with_members(text: str, offset: int, variant: str, moltype: str) -> str:
    """Return the text with the right number of members for the operator at the offset, or "".

    join(x) becomes x, complement(a,b) becomes complement(join(a,b)), a bare list is joined.
    """
    if variant == "list":
        return readable(f"join({text})", moltype)
    start = offset - 1
    opening = text.find("(", start)
    closing = _closing(text, opening)
    if opening < 0 or closing < 0:
        return ""
    inner = text[opening + 1 : closing]
    if variant == "one":
        inner = f"complement(join({inner}))"
    return readable(text[:start] + inner + text[closing + 1 :], moltype)


def _closing(text: str, opening: int) -> int:
    depth = 0
    for at in range(max(opening, 0), len(text)):
        depth += {"(": 1, ")": -1}.get(text[at], 0)
        if depth == 0:
            return at
    return -1


def rebuilt(location: Location, change: Callable[[Descriptor], Location]) -> Location:
    """Return the location with each point, range or site changed."""
    if isinstance(location, Complement):
        return Complement(rebuilt(location.inner, change))
    if isinstance(location, Combination):
        return replace(location, members=tuple(rebuilt(m, change) for m in location.members))
    assert isinstance(location, Descriptor)
    return change(location)


def stranded(location: Location, strand: int = 1) -> Iterator[tuple[Descriptor, int]]:
    """Yield each descriptor with its strand, in the order the feature is read, 5' to 3'."""
    if isinstance(location, Complement):
        yield from stranded(location.inner, -strand)
    elif isinstance(location, Combination):
        for member in location.members if strand > 0 else reversed(location.members):
            yield from stranded(member, strand)
    else:
        assert isinstance(location, Descriptor)
        yield location, strand
