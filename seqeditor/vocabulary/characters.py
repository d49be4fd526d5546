"""Which characters may stand where, and what to write instead (ST.26 par. 40, 41; Annex IV).

Two sets: Basic Latin (par. 40(b)) for most of a listing, and any character but the control
characters (par. 40(a)) for names, titles and NonEnglishQualifier_value.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from seqeditor.vocabulary.tables import table


def any_character_elements() -> frozenset[str]:
    """Return the elements with characters of par. 40(a); all other content is Basic Latin."""
    return frozenset(_table()["any_character_elements"])


def is_basic_latin(text: str) -> bool:
    """Tell whether the text holds nothing but U+0020 to U+007E (Annex IV)."""
    return text.isascii() and text.isprintable()


def not_basic_latin(text: str) -> Iterator[tuple[int, str]]:
    """Yield 1-based position and character of what is outside U+0020 to U+007E."""
    return _found(_pattern("basic_latin", outside=True), text)


def forbidden(text: str) -> Iterator[tuple[int, str]]:
    """Yield 1-based position and character of control characters (par. 40(a)).

    These include tab and line break.
    """
    return _found(_pattern("forbidden"), text)


def suspect(text: str) -> Iterator[tuple[int, str]]:
    """Yield 1-based position and character of what is invisible, private or a sign of damage."""
    return _found(_pattern("suspect"), text)


def is_joiner(character: str) -> bool:
    """Tell whether a suspect character has its use in Arabic and other scripts."""
    return _pattern("joiners").fullmatch(character) is not None


def reserved() -> Mapping[str, str]:
    """Return the five reserved characters and the entities that stand for them (par. 41)."""
    written: Mapping[str, str] = _table()["reserved"]
    return written


def basic_latin_substitute(text: str) -> str:
    """Return a proposal in Basic Latin: β becomes beta, é becomes e, a dash a hyphen.

    Characters without a substitute stay, so the result may still need a person.
    """
    if is_basic_latin(text):
        return text
    return "".join(_substitute(character) for character in text)


def _substitute(character: str) -> str:
    known: str | None = _table()["substitutes"].get(character)
    if known is not None or is_basic_latin(character):
        return character if known is None else known
    bare = "".join(
        _table()["substitutes"].get(part, part)
        for part in unicodedata.normalize("NFKD", character)
        if not unicodedata.combining(part)
    )
    return bare if bare and is_basic_latin(bare) else character


def _found(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, str]]:
    return ((match.start() + 1, match[0]) for match in pattern.finditer(text))


@cache
def _table() -> dict[str, Any]:
    return table("characters")


@cache
def _pattern(name: str, *, outside: bool = False) -> re.Pattern[str]:
    listed = _table()[name]
    ranges = [listed] if isinstance(listed[0], str) else listed
    inner = "".join(f"\\U{first:0>8}-\\U{last:0>8}" for first, last in ranges)
    return re.compile(f"[{'^' * outside}{inner}]")
