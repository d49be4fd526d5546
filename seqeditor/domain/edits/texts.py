"""Setting one text anywhere in a sequence or in the general information, by its path.

For find and replace, spelling and repairs of characters: what a text means does not matter there.
"""

from __future__ import annotations

from typing import TypeVar

from seqeditor.domain.general_information import GeneralInformation
from seqeditor.domain.path import Path, at, put
from seqeditor.domain.sequence import Sequence

Value = TypeVar("Value", Sequence, GeneralInformation)

_ALWAYS_THERE = ("colour", "division", "key", "location", "moltype", "name", "note", "text")


def set_text(value: Value, path: Path, text: str | None) -> Value:
    """Return the value with another text at the path; the old one when nothing changes.

    Raises LookupError when there is no such place, and TypeError when no text stands there or the
    text cannot be absent.
    """
    old = at(value, path)
    if not path or not (old is None or isinstance(old, str)):
        raise TypeError(path)
    if text is None and path[-1] in _ALWAYS_THERE:
        raise TypeError(path)
    if old == text:
        return value
    new: Value = put(value, path, text)
    return new
