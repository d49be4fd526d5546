"""Where somebody wants to go in a sequence: a position, a range or a location as text."""

from __future__ import annotations

import re
import unicodedata

from seqeditor.domain.location import LocationError, parse

_GROUPED = re.compile(r"[0-9]{1,3}(?:[,.' \u00a0\u202f\u2019][0-9]{3})+")
_DASHED = re.compile(r"([0-9]+)\s*(?:-|\u2013|\u2014|\.{1,3}|:|to)\s*([0-9]+)")


def destination(text: str) -> tuple[int, int] | None:
    """Return first and last position (first <= last) that a text names, None if it names none.

    `120`, `120..180`, `120-180`, `1,200`, and every location of the standard; the strand does not
    matter, and of a location of several parts everything from the first to the last is meant.
    Whether the positions exist is not asked.
    """
    plain = _plain(text)
    if _GROUPED.fullmatch(plain):
        plain = re.sub(r"[^0-9]", "", plain)
    elif dashed := _DASHED.fullmatch(plain):
        plain = f"{dashed[1]}..{dashed[2]}"
    try:
        location = parse(plain, "DNA")
    except LocationError:
        return None
    return location.minimum, location.maximum


def is_range(text: str) -> bool:
    """Tell whether a text that names a destination means residues, as `5..5`, not a position."""
    plain = _plain(text)
    return not (plain.isdecimal() or _GROUPED.fullmatch(plain))


def _plain(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).strip()
    return "".join(str(unicodedata.digit(one, one)) for one in plain)
