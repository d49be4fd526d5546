"""<222> as a feature location of ST.26 (par. 64-71)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

NUMBER = r"\(?\s*([<>]?)\s*\(?\s*(-?[0-9]{1,12})\s*\)?"
_RANGE = re.compile(rf"{NUMBER}\s*(?:\.{{2,4}}|…|-|–|to)\s*{NUMBER}", re.IGNORECASE)
_ONE = re.compile(NUMBER)
_BETWEEN = re.compile(
    r"(?:between\s+\(?([0-9]{1,12})\)?\s*and|\(?([0-9]{1,12})\)?\s*\^)\s*\(?([0-9]{1,12})\)?",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"[,;]")
_SPLIT_AND = re.compile(r"[,;]|\band\b", re.IGNORECASE)
_DEEPEST = 10
_COMPLEMENT = re.compile(r"\s*(?:complement|reverse)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """What a location says. `texts` has several entries where one feature becomes several.

    `problem` names what is to be asked: "", "descending", "list", "unreadable", "outside".
    `is_changed`: it is written otherwise than before.
    """

    texts: tuple[str, ...] = ()
    problem: str = ""
    is_changed: bool = False
    is_complement: bool = False
    ends: tuple[tuple[int, int], ...] = field(default=())


def place_of(text: str, moltype: str, length: int, shift: int = 0) -> Place:
    """Return the location of 1-based positions; `shift` residues stand before the number 1.

    With a shift, -1 is the residue before 1 (ST.25 has no zero): p<0 becomes p+shift+1, p>0
    becomes p+shift. What cannot be read stays as written, with its problem.
    """
    complement = _COMPLEMENT.search(text) is not None
    bare = _COMPLEMENT.sub("", text).strip()
    for _bracket in range(_DEEPEST):
        if not (bare.startswith("(") and bare.endswith(")") and _is_wrapped(bare)):
            break
        bare = bare[1:-1].strip()
    between = "between" in bare[:20].lower()
    split = (_SPLIT if between else _SPLIT_AND).split(bare)
    parts = [part.strip() for part in split if part.strip()]
    found = [_part(part, moltype, shift) for part in parts]
    if not found or None in found:
        return Place((text,), "unreadable")
    spans = [one for one in found if one is not None]
    texts = [written for written, _start, _end in spans]
    ends = tuple((start, end) for _written, start, end in spans)
    problem = ""
    if any(start > end for start, end in ends):
        problem = "descending"
    elif any(start < 1 or end > length for start, end in ends):
        problem = "outside"
    elif len(texts) > 1:
        problem = "list"
    if len(texts) > 1 and moltype != "AA":
        texts = [f"order({','.join(texts)})"]
    if problem == "descending" and moltype != "AA":
        texts = [f"complement({end}..{start})" if start > end else t for t, start, end in spans]
    if complement and moltype != "AA" and problem != "descending":
        texts = [f"complement({one})" for one in texts]
    return Place(tuple(texts), problem, tuple(texts) != (text,), complement, ends)


def _is_wrapped(text: str) -> bool:
    """Return whether the first bracket closes at the very end."""
    depth = 0
    for n, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if depth == 0:
            return n == len(text) - 1
    return False


def _part(text: str, moltype: str, shift: int) -> tuple[str, int, int] | None:
    match = _RANGE.fullmatch(text)
    if match is not None:
        first, last = _moved(int(match[2]), shift), _moved(int(match[4]), shift)
        start, end = f"{match[1]}{first}", f"{match[3]}{last}"
        plain = not (match[1] or match[3]) and first == last
        return (str(first) if plain else f"{start}..{end}"), first, last
    match = _ONE.fullmatch(text)
    if match is not None:
        first = _moved(int(match[2]), shift)
        return f"{match[1]}{first}", first, first
    match = _BETWEEN.fullmatch(text)
    if match is not None:
        first, last = _moved(int(match[1] or match[2]), shift), _moved(int(match[3]), shift)
        sign = ".." if moltype == "AA" else "^"
        return f"{first}{sign}{last}", first, last
    return None


def _moved(position: int, shift: int) -> int:
    """Return a position in today's numbers; without any before 1 it is what it was."""
    return position + shift + 1 if position < 0 < shift else position + shift
