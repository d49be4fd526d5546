"""Reading feature locations, and what is wrong with them (ST.26 par. 64-71).

One tokeniser and a recursive descent; each fault carries the id of the rule that names it most
exactly. White space between the parts is passed over, the rule loc-whitespace speaks of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType

from seqeditor.domain.location_tree import (
    Between,
    Combination,
    Complement,
    Descriptor,
    Join,
    Location,
    Order,
    Point,
    Range,
    Stretch,
    normalise,
    whole,
)
from seqeditor.texts import N_

__all__ = [
    "REASONS",
    "Between",
    "Combination",
    "Complement",
    "Descriptor",
    "Join",
    "Location",
    "LocationError",
    "LocationFault",
    "Order",
    "Point",
    "Range",
    "faults",
    "moved",
    "normalise",
    "parse",
    "whole",
]

Parameter = str | int

DEPTH = 40
"""Operators within one another; the standard needs two, no file seen has more than three."""

DIGITS = 18
"""The longest number read; no sequence is longer, and the store keeps 64-bit integers."""

REMEMBERED = 200
"""Texts up to this length are kept with what they say; longer ones are rare."""

SHOWN = 40
"""Characters of an unknown word that a message repeats."""

REASONS = MappingProxyType(
    {
        "unexpected": N_("unexpected text"),
        "number": N_("a number is missing"),
        "opening": N_("an opening bracket is missing"),
        "closing": N_("a closing bracket is missing"),
        "depth": N_("too many brackets within one another"),
        "digits": N_("the number is too long"),
    }
)
"""Why a location cannot be read: variant of a loc-syntax fault -> message parameter `reason`."""


@dataclass(frozen=True, slots=True)
class LocationFault:
    """What is wrong, by the id of the rule that says it.

    `offset` is the 1-based character in the text, 0 for a fault of the values read. `variant`
    tells forms of one fault apart: for loc-syntax a key of REASONS, for loc-operator-arity
    "members" (join, order), "one" (complement) or "list" (no operator at all).
    """

    rule: str
    offset: int = 0
    variant: str = ""
    parameters: Mapping[str, Parameter] = field(default_factory=dict)


class LocationError(ValueError):
    """A location that cannot be read; `fault` says why, its fields are at hand directly too."""

    def __init__(self, fault: LocationFault) -> None:
        super().__init__(f"{fault.rule} at {fault.offset}")
        self.fault = fault
        self.rule = fault.rule
        self.offset = fault.offset
        self.variant = fault.variant
        self.parameters = dict(fault.parameters)


_PLAIN = re.compile(r"([1-9][0-9]{0,17})(?:\.\.([1-9][0-9]{0,17}))?")
_PLAIN_JOIN = re.compile(
    r"(complement\()?join\(([1-9][0-9]{0,17}\.\.[1-9][0-9]{0,17}"
    r"(?:,[1-9][0-9]{0,17}\.\.[1-9][0-9]{0,17})+)\)(?(1)\))"
)
"""As most locations of two or more ranges are written: read at once, thousands at every key."""
_DIGITS = re.compile("[0-9]+")
_TOKEN = re.compile(
    r"\s*(?:(?P<number>[0-9]+)"
    r"|(?P<word>[A-Za-z_]+(?:-[A-Za-z_]+)*)"
    r"|(?P<dots>\.(?:\s*\.)*)"
    r"|(?P<other>\S)"
    r"|(?P<end>\Z))"
)
_REMOTE = re.compile(r"[A-Za-z0-9_.|-]*\s*:")
_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212"
_COMBINATIONS: Mapping[str, type[Combination]] = {"join": Join, "order": Order}
_OPERATORS = (*_COMBINATIONS, Complement.operator)


def parse(text: str, moltype: str) -> Location:
    """Return what a location says, in the grammar of the molecule type (AA, else nucleotides).

    Raises LocationError. Time grows with the length of the text, and nothing else is raised
    whatever the text. Whether positions exist in the sequence is the business of `faults`.
    """
    plain = _PLAIN.fullmatch(text)
    if plain:
        start, end = plain.groups()
        return Point(int(start)) if end is None else Range(int(start), int(end))
    if len(text) > REMEMBERED:
        return _read(text, moltype == "AA")
    return _remembered(text, moltype == "AA")


def _read(text: str, amino: bool) -> Location:
    joined = None if amino else _PLAIN_JOIN.fullmatch(text)
    if joined is None:
        return _Parser(text, amino).location()
    numbers = [int(number) for number in _DIGITS.findall(joined[2])]
    found = Join(tuple(map(Range, numbers[::2], numbers[1::2])))
    return Complement(found) if joined[1] else found


_remembered = lru_cache(maxsize=4096)(_read)


def spans_of(text: str, moltype: str) -> tuple[Stretch, ...]:
    """Return the stretches of a location, as `Location.spans`; raises LocationError.

    Those of short texts are remembered: at every key all features of a sequence are asked for them.
    """
    if len(text) > REMEMBERED:
        return parse(text, moltype).spans()
    return _spans_of(text, moltype == "AA")


@lru_cache(maxsize=8192)
def _spans_of(text: str, amino: bool) -> tuple[Stretch, ...]:
    plain = None if amino else _PLAIN_JOIN.fullmatch(text)
    if plain is not None:
        # As Join and Complement tell it, without making them: half of all are new at every key.
        numbers = [int(number) for number in _DIGITS.findall(text)]
        strand = -1 if plain[1] else 1
        found = [
            (start, end, strand) if start <= end else (end, start, strand)
            for start, end in zip(numbers[::2], numbers[1::2], strict=True)
        ]
        return tuple(found[::strand])
    return parse(text, "AA" if amino else "DNA").spans()


def reach_of(text: str, moltype: str) -> tuple[int, int]:
    """Return the lowest and the highest position that a location names; raises LocationError."""
    if len(text) > REMEMBERED:
        location = parse(text, moltype)
        return location.minimum, location.maximum
    return _reach_of(text, moltype == "AA")


@lru_cache(maxsize=8192)
def _reach_of(text: str, amino: bool) -> tuple[int, int]:
    if not amino and _PLAIN_JOIN.fullmatch(text):
        numbers = [int(number) for number in _DIGITS.findall(text)]
        return min(numbers), max(numbers)
    location = parse(text, "AA" if amino else "DNA")
    return location.minimum, location.maximum


def moved(text: str, moltype: str, first: int, by: int) -> str | None:
    """Return a location of which all lies from `first` on, moved by so many residues.

    None where it lies elsewhere, or is not written as plainly as most are: then it must be read.
    """
    plain = _PLAIN.fullmatch(text) or (moltype != "AA" and _PLAIN_JOIN.fullmatch(text))
    if not plain or min(map(int, _DIGITS.findall(text))) < first:
        return None
    return _DIGITS.sub(lambda number: str(int(number[0]) + by), text)


class _Parser:
    """One reading of one text: the current token and what may follow it."""

    def __init__(self, text: str, amino: bool) -> None:
        self._text = text
        self._amino = amino
        self._end = 0
        self._kind = self._token = ""
        self._at = 0
        self._advance()

    def location(self) -> Location:
        """Read the whole text."""
        if self._kind == "end":
            raise self._error("loc-empty", at=0)
        found = self._one("", 0)
        if self._token in (",", ";") and self._amino:
            raise self._error("loc-aa-multiple")
        if self._token == ",":
            raise self._error("loc-operator-arity", "list", op="join", need=2)
        if self._kind != "end":
            raise self._syntax("unexpected")
        return found

    def _advance(self) -> None:
        match = _TOKEN.match(self._text, self._end)
        assert match is not None  # every text goes on with a token, or ends
        self._kind = match.lastgroup or "end"
        self._token = match[self._kind]
        self._at, self._end = match.span(self._kind)

    def _error(
        self, rule: str, variant: str = "", *, at: int | None = None, **parameters: Parameter
    ) -> LocationError:
        offset = (self._at if at is None else at) + 1
        return LocationError(LocationFault(rule, offset, variant, parameters))

    def _syntax(self, variant: str, at: int | None = None) -> LocationError:
        offset = (self._at if at is None else at) + 1
        reason = REASONS[variant]
        return self._error(
            "loc-syntax", variant, at=at, value=self._text, reason=reason, offset=offset
        )

    def _one(self, enclosing: str, depth: int) -> Location:
        if self._kind != "word":
            return self._descriptor(enclosing)
        word, at = self._token, self._at
        if word.lower() not in _OPERATORS:
            if _REMOTE.match(self._text, self._end):
                raise self._error("loc-remote")
            raise self._error("loc-unknown-operator", op=word[:SHOWN])
        if self._amino:
            raise self._error("loc-aa-operator", op=word)
        if word not in _OPERATORS:
            raise self._error("loc-operator-case", op=word)
        if enclosing and word in _COMBINATIONS and word != enclosing:
            raise self._error("loc-join-order-mix")
        if depth >= DEPTH:
            raise self._syntax("depth")
        self._advance()
        return self._operation(word, at, enclosing, depth)

    def _operation(self, word: str, at: int, enclosing: str, depth: int) -> Location:
        if self._token != "(":
            raise self._syntax("opening")
        inside = enclosing if word == Complement.operator else word
        members: list[Location] = []
        while self._token == "(" if not members else self._token == ",":
            self._advance()
            members.append(self._one(inside, depth + 1))
        if self._kind == "end":
            raise self._syntax("closing")
        if self._token != ")":
            raise self._syntax("unexpected")
        self._advance()
        if word == Complement.operator:
            if len(members) > 1:
                raise self._error("loc-operator-arity", "one", at=at, op=word, need=1)
            return Complement(members[0])
        if len(members) < 2:
            raise self._error("loc-operator-arity", "members", at=at, op=word, need=2)
        return _COMBINATIONS[word](tuple(members))

    def _descriptor(self, enclosing: str) -> Descriptor:
        at = self._at
        first, position = self._position()
        if self._token == "^":
            return self._between(at, first, position, enclosing)
        if self._kind == "dots" or (self._token in _DASHES and self._kind == "other"):
            return self._range(at, first, position)
        self._no_bound_here()
        return Point(position, first)

    def _range(self, at: int, first: str, start: int) -> Range:
        two_dots = self._kind == "dots" and self._token.count(".") == 2
        place = self._at
        self._advance()
        second_at = self._at
        second, end = self._position()
        if not two_dots:
            raise self._error("loc-dot-range", at=place)
        if first == ">":
            raise self._error("loc-bound-symbol-place", at=at, symbol=">", value=self._text)
        if second == "<":
            raise self._error("loc-bound-symbol-place", at=second_at, symbol="<", value=self._text)
        self._no_bound_here()
        return Range(start, end, first == "<", second == ">")

    def _between(self, at: int, first: str, position: int, enclosing: str) -> Between:
        if self._amino:
            raise self._error("loc-aa-between")
        self._advance()
        second, other = self._position()
        if enclosing:
            raise self._error("loc-between-in-join", at=at, op=enclosing)
        if first or second or self._token in ("<", ">"):
            raise self._error("loc-between-bounds", at=at)
        return Between(position, other)

    def _position(self) -> tuple[str, int]:
        """Read a number with the bound symbol before it, if any."""
        bound = ""
        if self._token in ("<", ">"):
            bound = self._token
            self._advance()
        if self._kind != "number":
            missing = self._kind == "end" or self._token in (",", ")")
            raise self._syntax("number" if missing else "unexpected")
        digits = self._token.lstrip("0") or "0"
        if len(digits) > DIGITS:
            raise self._syntax("digits")
        self._advance()
        return bound, int(digits)

    def _no_bound_here(self) -> None:
        if self._token in ("<", ">"):
            symbol = self._token
            raise self._error("loc-bound-symbol-place", symbol=symbol, value=self._text)


def faults(location: Location | str, moltype: str, length: int) -> tuple[LocationFault, ...]:
    """Return what makes a location wrong in a sequence of this length: errors only.

    A text that cannot be read gives the one fault met first. Otherwise each wrong descriptor gives
    its most exact fault (par. 65, 66); the same fault is not told twice.
    """
    if isinstance(location, str):
        try:
            location = parse(location, moltype)
        except LocationError as error:
            return (error.fault,)
    found: dict[tuple[str, tuple[Parameter, ...]], LocationFault] = {}
    for descriptor in location.descriptors():
        for fault in _value_faults(descriptor, length):
            found.setdefault((fault.rule, tuple(fault.parameters.values())), fault)
    return tuple(found.values())


def _value_faults(one: Descriptor, length: int) -> Iterator[LocationFault]:
    outside = [position for position in one.positions if not 1 <= position <= length]
    for position in outside:
        yield LocationFault("loc-out-of-range", parameters={"p": position, "N": length})
    if outside:
        return
    if isinstance(one, Range) and one.start > one.end:
        yield LocationFault("loc-descending", parameters={"x": one.start, "y": one.end})
    if isinstance(one, Between):
        closes_circle = (one.first, one.second) == (length, 1)
        if one.second != one.first + 1 and not closes_circle:
            yield LocationFault(
                "loc-between-adjacent", parameters={"x": one.first, "y": one.second}
            )
