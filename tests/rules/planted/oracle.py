"""What a legal location is, told once more and without the program's parser (par. 64-71).

Read from the grammar of the standard as patterns; bounds and neighbours are looked at afterwards.
"""

from __future__ import annotations

import re

_SPAN = r"(?:<?\d+\.\.>?\d+|[<>]?\d+)"
_SITE = r"\d+\^\d+"
_MEMBER = rf"(?:{_SPAN}|complement\({_SPAN}\))"
_LIST = rf"(?:join|order)\({_MEMBER}(?:,{_MEMBER})+\)"
_SIMPLE = rf"(?:{_SPAN}|{_SITE})"
_NUCLEOTIDES = re.compile(rf"{_SIMPLE}|{_LIST}|complement\((?:{_SIMPLE}|{_LIST})\)")
_AMINO_ACIDS = re.compile(_SPAN)
_RANGE = re.compile(r"(\d+)\.\.>?(\d+)")
_BETWEEN = re.compile(r"(\d+)\^(\d+)")


def is_legal(location: str, moltype: str, length: int) -> bool:
    """Tell whether a location deserves no error; leading zeros and `5..5` are no errors."""
    pattern = _AMINO_ACIDS if moltype == "AA" else _NUCLEOTIDES
    if not pattern.fullmatch(location):
        return False
    if not all(1 <= int(number) <= length for number in re.findall(r"\d+", location)):
        return False
    if any(int(first) > int(last) for first, last in _RANGE.findall(location)):
        return False
    return all(_neighbours(int(a), int(b), length) for a, b in _BETWEEN.findall(location))


def _neighbours(first: int, second: int, length: int) -> bool:
    return second == first + 1 or (first == length and second == 1)
