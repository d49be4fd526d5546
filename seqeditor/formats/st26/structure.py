"""Names what breaks the DTD: one fault for one cause, with line and place (ST.26 Annex II).

The C parser validates; only what it refuses is looked at here, and the two verdicts agree.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import pairwise

from lxml import etree

from seqeditor.domain.fault import Fault
from seqeditor.formats.st26.model import REPEATABLE, ROOT, Model, models
from seqeditor.formats.st26.parsing import source_line

_SHOWN = 40
_LIKENESS = 0.8
_LONGEST_NAME = 60
_LOOKED_AT = 20
"""Unknown children of one element that are compared with those it lacks; no slip makes more."""
_XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace"
_SAID_ELSEWHERE = {
    ROOT: frozenset({"ApplicantFileReference", "ApplicantName", "InventionTitle"}),
    "ApplicationIdentification": frozenset({"IPOfficeCode", "ApplicationNumberText"}),
    "EarliestPriorityApplicationIdentification": frozenset(
        {"IPOfficeCode", "ApplicationNumberText"}
    ),
}
"""Missing children that a rule over the general information names more exactly."""


@dataclass(frozen=True, slots=True)
class Child:
    """A child as the diagnosis sees it; `element` is None where only the name is known.

    `position` is its 1-based place among the siblings of its name.
    """

    name: str
    line: int
    position: int
    element: etree._Element | None = None


def name_of(element: etree._Element) -> str:
    """Return the name of an element as it is written, with its prefix."""
    tag = str(element.tag)
    if tag[0] != "{":
        return tag
    local = tag.rpartition("}")[2]
    return f"{element.prefix}:{local}" if element.prefix else local


def diagnose(
    element: etree._Element,
    place: str,
    first_line: int,
    number: str | None = None,
    *,
    everything: bool = False,
) -> Iterator[Fault]:
    """Yield what breaks the DTD in a declared element and below.

    `place` is its XPath, `first_line` the line of the file on which the parsed piece begins.
    `everything` adds what other rules name (for comparing the verdict with the parser's).
    """
    offset = first_line - 1
    line = offset + source_line(element)
    model = models()[name_of(element)]
    yield from _attributes(element, model, place, line, number)
    children = children_of(element, offset)
    if not model.is_text:
        yield from _stray_text(element, model, place, line, number)
    yield from diagnose_children(model, children, place, line, number, everything=everything)
    for child in children:
        if child.element is not None and model.particle(child.name) is not None:
            below = step(place, child)
            yield from diagnose(child.element, below, first_line, number, everything=everything)


def diagnose_root(
    root: etree._Element, children: Sequence[Child], first_line: int, *, everything: bool = False
) -> Iterator[Fault]:
    """Yield what breaks the DTD in the root, its children given apart.

    `children` come in the order of the file; all SequenceData stand for one, without element.
    """
    model = models()[ROOT]
    line = first_line - 1 + source_line(root)
    yield from _attributes(root, model, "", line, None)
    yield from _stray_text(root, model, "", line, None)
    yield from diagnose_children(model, children, "", line, everything=everything)
    for child in children:
        if child.element is not None and model.particle(child.name) is not None:
            start = child.line - source_line(child.element) + 1
            yield from diagnose(child.element, step("", child), start, everything=everything)


def children_of(element: etree._Element, offset: int) -> list[Child]:
    """Return the child elements, lines counted from `offset`."""
    seen: Counter[str] = Counter()
    children = []
    for child in element:
        name = name_of(child)
        seen[name] += 1
        children.append(Child(name, offset + source_line(child), seen[name], child))
    return children


def step(place: str, child: Child) -> str:
    """Return the XPath of a child below a place."""
    name = f"{child.name}[{child.position}]" if child.name in REPEATABLE else child.name
    return f"{place}/{name}" if place else name


def diagnose_children(
    model: Model,
    children: Sequence[Child],
    place: str,
    line: int | None,
    number: str | None = None,
    *,
    everything: bool = False,
) -> Iterator[Fault]:
    """Yield unknown, repeated, missing and misplaced children of one element."""
    indexes = [model.particle(child.name) for child in children]
    known = [(at, child) for at, child in zip(indexes, children, strict=True) if at is not None]
    counts = Counter(index for index, _ in known)
    meant: list[str] = []
    for index, child in zip(indexes, children, strict=True):
        if index is None:
            meant.append(_meant(model, child, counts) if len(meant) < _LOOKED_AT else "")
            yield _unknown(model, child, meant[-1], place, number)
    for index, particle in enumerate(model.children):
        if counts[index] > 1 and not particle.many:
            second = [child for at, child in known if at == index][1]
            yield Fault(
                "dtd-repeated-element",
                second.line,
                step(place, second),
                parameters=(
                    ("child", particle.name),
                    ("count", counts[index]),
                    ("parent", model.name),
                ),
                number=number,
            )
    for fault in _missing(model, counts, place, line, number, everything):
        if dict(fault.parameters)["child"] not in meant:
            yield fault
    yield from _wrong_order(model, known, place, number)


def _meant(model: Model, child: Child, counts: Counter[int]) -> str:
    """Return the child that is not there and has nearly this name, "" for none."""
    if child.name in models():
        return ""
    absent = [p.name for index, p in enumerate(model.children) if not counts[index]]
    near = get_close_matches(child.name[:_LONGEST_NAME], absent, 1, _LIKENESS)
    return near[0] if near else ""


def _unknown(model: Model, child: Child, meant: str, place: str, number: str | None) -> Fault:
    """Its parameter `meant` is what keeps rules silent that would miss what is there misspelt."""
    return Fault(
        "dtd-unknown-element",
        child.line,
        step(place, child),
        value=child.name,
        variant="misplaced" if child.name in models() else "slip" if meant else "",
        parameters=(
            ("name", child.name),
            ("line", child.line),
            ("parent", model.name),
            ("meant", meant),
        ),
        number=number,
    )


def _missing(
    model: Model,
    counts: Counter[int],
    place: str,
    line: int | None,
    number: str | None,
    everything: bool,
) -> Iterator[Fault]:
    silent = frozenset() if everything else _SAID_ELSEWHERE.get(model.name, frozenset())
    groups = {p.group for index, p in enumerate(model.children) if counts[index] and p.group}
    if everything and model.name == ROOT and not (counts[0] or counts[1]):
        yield _lack(model, "ApplicantFileReference", place, line, number)
    for index, particle in enumerate(model.children):
        wanted = particle.required and (particle.group == 0 or particle.group in groups)
        if wanted and not counts[index] and particle.name not in silent:
            yield _lack(model, particle.name, place, line, number)


def _lack(model: Model, name: str, place: str, line: int | None, number: str | None) -> Fault:
    # Of what may stand many times none is there, or nothing at all: what lacks it is the place.
    whole = name in REPEATABLE or name == "INSDSeq"
    where = place if place and whole else step(place, Child(name, 0, 1))
    return Fault(
        "dtd-missing-element",
        line,
        where,
        parameters=(("parent", model.name), ("child", name)),
        number=number,
    )


def _wrong_order(
    model: Model, known: list[tuple[int, Child]], place: str, number: str | None
) -> Iterator[Fault]:
    """Yield the fewest children that have to move, each name once.

    Of an element that may occur once, only the first counts here.
    """
    seen: set[int] = set()
    line_up = []
    for index, child in known:
        if model.children[index].many or index not in seen:
            seen.add(index)
            line_up.append((index, child))
    order = [index for index, _ in line_up]
    if all(a <= b for a, b in pairwise(order)):
        return
    staying = _longest_run(order)
    named: set[str] = set()
    for at, (_, child) in enumerate(line_up):
        if at in staying or child.name in named:
            continue
        named.add(child.name)
        yield Fault(
            "dtd-wrong-order",
            child.line,
            step(place, child),
            parameters=(
                ("child", child.name),
                ("parent", model.name),
                ("expected", ", ".join(p.name for p in model.children)),
            ),
            number=number,
        )


def _longest_run(order: list[int]) -> set[int]:
    """Return the places of a longest non-decreasing subsequence."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for at, value in enumerate(order):
        slot = bisect_left(tails, value + 1)
        before.append(ends[slot - 1] if slot else -1)
        if slot == len(tails):
            tails.append(value)
            ends.append(at)
        else:
            tails[slot], ends[slot] = value, at
    kept = set()
    at = ends[-1] if ends else -1
    while at >= 0:
        kept.add(at)
        at = before[at]
    return kept


def _attributes(
    element: etree._Element, model: Model, place: str, line: int, number: str | None
) -> Iterator[Fault]:
    written = [_attribute_name(element, str(name)) for name in element.attrib]
    for name in (*_declarations(element), *written):
        if name not in model.attributes:
            yield Fault(
                "dtd-unknown-attribute",
                line,
                f"{place}/@{name}" if place else f"@{name}",
                value=name,
                parameters=(("name", name), ("element", model.name)),
                number=number,
            )
    for name in model.required_attributes:
        if name not in written:
            yield Fault(
                "dtd-missing-attribute",
                line,
                f"{place}/@{name}" if place else f"@{name}",
                parameters=(("element", model.name), ("name", name)),
                number=number,
            )


def _attribute_name(element: etree._Element, name: str) -> str:
    if name[0] != "{":
        return name
    uri, _, local = name[1:].rpartition("}")
    if uri == _XML_NAMESPACE:
        return f"xml:{local}"
    prefix = next((p for p, u in element.nsmap.items() if u == uri and p), "")
    return f"{prefix}:{local}" if prefix else local


def _declarations(element: etree._Element) -> list[str]:
    """Return the xmlns attributes written on the element itself."""
    outer = element.getparent()
    above = outer.nsmap if outer is not None else {}
    own = [p for p, uri in element.nsmap.items() if above.get(p) != uri]
    return [f"xmlns:{prefix}" if prefix else "xmlns" for prefix in own]


def _stray_text(
    element: etree._Element, model: Model, place: str, line: int, number: str | None
) -> Iterator[Fault]:
    """Yield one fault for all text directly inside an element that holds only elements."""
    text, at = _first_text(element, line)
    if text:
        shown = text if len(text) <= _SHOWN else f"{text[: _SHOWN - 3]}..."
        yield Fault(
            "dtd-stray-text",
            at,
            place,
            value=shown,
            parameters=(("text", shown), ("element", model.name)),
            number=number,
        )


def _first_text(element: etree._Element, line: int) -> tuple[str, int]:
    pieces = [(element.text, 0)]
    pieces += [(c.tail, source_line(c) - source_line(element)) for c in element]
    for piece, lower in pieces:
        if piece and (text := piece.strip(" \t\r\n")):
            return text, line + lower + piece[: len(piece) - len(piece.lstrip())].count("\n")
    return "", line
