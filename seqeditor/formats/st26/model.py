"""What the DTD says, as data: element names, content models and attributes (ST.26 Annex II).

Nothing of it is written down twice: all is derived from the DTD that comes with the program.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from lxml import etree

from seqeditor.bundled import bundled

DTD_NAME = "ST26SequenceListing_V1_3.dtd"
PUBLIC_ID = "-//WIPO//DTD Sequence Listing 1.3//EN"
ROOT = "ST26SequenceListing"
BATCH = "Batch"
"""The element that a piece of a listing is wrapped in to be parsed and validated."""

REPEATABLE = frozenset({"InventionTitle", "SequenceData", "INSDFeature", "INSDQualifier"})


@dataclass(frozen=True, slots=True)
class Particle:
    """One child in a content model.

    `required` holds when any child of `group` is there, and always in group 0; alternatives are
    not required, whether one of them is there is asked of the whole.
    """

    name: str
    required: bool
    many: bool
    group: int


@dataclass(frozen=True, slots=True)
class Model:
    """One element: its children in their order (none: text), its attributes.

    `places` are the indexes of the children by name.
    """

    name: str
    children: tuple[Particle, ...]
    places: Mapping[str, int]
    is_text: bool
    attributes: frozenset[str]
    required_attributes: tuple[str, ...]

    def particle(self, name: str) -> int | None:
        """Return the index of the child of this name, None if it does not belong here."""
        return self.places.get(name)


def dtd_bytes() -> bytes:
    """Return the text of the DTD in force."""
    return bundled("resources", "dtd", DTD_NAME).read_bytes()


@cache
def listing_dtd() -> etree.DTD:
    """Return the DTD of a whole listing."""
    return etree.DTD(io.BytesIO(dtd_bytes()))


@cache
def batch_dtd() -> etree.DTD:
    """Return the DTD of a piece of a listing: SequenceData wrapped in a Batch.

    Identifiers are plain text here: that they are unique only shows over the whole file.
    """
    text = dtd_bytes()
    for written in (b"id ID #IMPLIED", b"id\tID\t#IMPLIED"):
        text = text.replace(written, b"id CDATA #IMPLIED")
    return etree.DTD(io.BytesIO(text + b"\n<!ELEMENT Batch (SequenceData*)>\n"))


@cache
def models() -> Mapping[str, Model]:
    """Return the model of every element the DTD declares."""
    found = {}
    dtd: Any = listing_dtd()
    for element in dtd.elements():
        attributes = list(element.attributes())
        content = element.content
        is_text = element.type == "mixed"
        children = () if is_text or content is None else tuple(_particles(content))
        found[element.name] = Model(
            element.name,
            children,
            {particle.name: place for place, particle in enumerate(children)},
            is_text,
            frozenset(a.name for a in attributes),
            tuple(sorted(a.name for a in attributes if a.default == "required")),
        )
    return found


def _particles(content: Any) -> list[Particle]:
    groups = iter(range(1, 1000))

    def walk(node: Any, group: int, required: bool, many: bool) -> list[Particle]:
        optional = node.occur in ("opt", "mult")
        many = many or node.occur in ("mult", "plus")
        if node.type == "element":
            return [Particle(node.name, required and not optional, many, group)]
        if node.type == "or":
            choices = [walk(side, 0, False, many) for side in (node.left, node.right)]
            longest = max(choices, key=len)
            return longest + [p for c in choices for p in c if p.name not in _names(longest)]
        inner = next(groups) if optional else group
        sides = (node.left, node.right)
        return [particle for side in sides for particle in walk(side, inner, required, many)]

    return walk(content, 0, True, False)


def _names(particles: list[Particle]) -> set[str]:
    return {particle.name for particle in particles}
