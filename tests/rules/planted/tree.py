"""A listing as a tree of XML elements, which can be made wrong in any way and written as it is.

The program's own writer is not used: it would put right what is to be found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, SubElement, fromstring

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'
DOCTYPE = (
    '<!DOCTYPE ST26SequenceListing PUBLIC "-//WIPO//DTD Sequence Listing 1.3//EN"'
    ' "ST26SequenceListing_V1_3.dtd">'
)
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;"}
_ESCAPED = str.maketrans(_ENTITIES)


def child(parent: Element, tag: str, text: str | None = None, **attributes: str) -> Element:
    """Append a child with a text and attributes; returns it."""
    made = SubElement(parent, tag, attributes)
    made.text = text
    return made


def again(element: Element) -> Element:
    """Return a copy that can stand in the same file: no id twice."""
    made = deepcopy(element)
    for one in made.iter("INSDQualifier"):
        one.attrib.pop("id", None)
    return made


def there(parent: Element, tag: str) -> Element:
    """Return the child; raises LookupError when there is none."""
    found = parent.find(tag)
    if found is None:
        raise LookupError(tag)
    return found


def text_of(parent: Element, tag: str) -> str:
    """Return the text of a child, "" when the child or the text is absent."""
    return parent.findtext(tag) or ""


@dataclass(eq=False)
class Qualifier:
    """An INSDQualifier element."""

    element: Element

    @property
    def name(self) -> str:
        return text_of(self.element, "INSDQualifier_name")

    @name.setter
    def name(self, text: str) -> None:
        there(self.element, "INSDQualifier_name").text = text

    @property
    def value(self) -> str:
        return text_of(self.element, "INSDQualifier_value")

    @value.setter
    def value(self, text: str) -> None:
        there(self.element, "INSDQualifier_value").text = text


@dataclass(eq=False)
class Feature:
    """An INSDFeature element."""

    element: Element

    @property
    def key(self) -> str:
        return text_of(self.element, "INSDFeature_key")

    @key.setter
    def key(self, text: str) -> None:
        there(self.element, "INSDFeature_key").text = text

    @property
    def location(self) -> str:
        return text_of(self.element, "INSDFeature_location")

    @location.setter
    def location(self, text: str) -> None:
        there(self.element, "INSDFeature_location").text = text

    @property
    def qualifiers(self) -> list[Qualifier]:
        return [Qualifier(one) for one in self.element.iter("INSDQualifier")]

    def named(self, name: str) -> Qualifier | None:
        """Return the first qualifier with this name."""
        return next((one for one in self.qualifiers if one.name == name), None)

    def add(self, name: str, value: str | None, non_english: str | None = None) -> Qualifier:
        """Append a qualifier; without a value it has no value element."""
        quals = self.element.find("INSDFeature_quals")
        if quals is None:
            quals = child(self.element, "INSDFeature_quals")
        made = child(quals, "INSDQualifier")
        child(made, "INSDQualifier_name", name)
        if value is not None:
            child(made, "INSDQualifier_value", value)
        if non_english is not None:
            child(made, "NonEnglishQualifier_value", non_english)
        return Qualifier(made)

    def remove(self, qualifier: Qualifier) -> None:
        """Take a qualifier out, and the table of qualifiers if it was the last."""
        quals = there(self.element, "INSDFeature_quals")
        quals.remove(qualifier.element)
        if not len(quals):
            self.element.remove(quals)


@dataclass(eq=False)
class Record:
    """A SequenceData element; `position` is its place among them, from 1."""

    position: int
    element: Element

    @property
    def body(self) -> Element:
        return there(self.element, "INSDSeq")

    @property
    def moltype(self) -> str:
        return text_of(self.body, "INSDSeq_moltype")

    @property
    def letters(self) -> str:
        return text_of(self.body, "INSDSeq_sequence")

    @letters.setter
    def letters(self, text: str) -> None:
        there(self.body, "INSDSeq_sequence").text = text

    @property
    def length(self) -> int:
        return len(self.letters)

    @property
    def skipped(self) -> bool:
        return self.letters == "000"

    @property
    def number(self) -> str:
        return self.element.get("sequenceIDNumber", "")

    @property
    def features(self) -> list[Feature]:
        return [Feature(one) for one in self.element.iter("INSDFeature")]

    @property
    def source(self) -> Feature:
        return next(one for one in self.features if one.key == "source")

    def add(self, key: str, location: str, *qualifiers: tuple[str, str | None]) -> Feature:
        """Append a feature."""
        table = self.body.find("INSDSeq_feature-table")
        if table is None:
            table = Element("INSDSeq_feature-table")
            self.body.insert(len(self.body) - 1, table)
        made = Feature(child(table, "INSDFeature"))
        child(made.element, "INSDFeature_key", key)
        child(made.element, "INSDFeature_location", location)
        for name, value in qualifiers:
            made.add(name, value)
        return made

    def remove(self, feature: Feature) -> None:
        """Take a feature out."""
        there(self.body, "INSDSeq_feature-table").remove(feature.element)

    def set(self, field_name: str, text: str) -> None:
        """Set the text of a field, such as length."""
        there(self.body, f"INSDSeq_{field_name}").text = text


@dataclass
class Listing:
    """A file: its tree, what stands before it, and what is done to its text at the end."""

    root: Element
    declaration: str = DECLARATION
    doctype: str = DOCTYPE
    newline: str = "\n"
    indented: bool = True
    name: str = "listing.xml"
    after: list[Callable[[str], str | bytes]] = field(default_factory=list)

    @property
    def records(self) -> list[Record]:
        return [Record(at, one) for at, one in enumerate(self.root.iter("SequenceData"), 1)]

    def copy(self) -> Listing:
        """Return a listing that can be changed while this one stays as it is."""
        return Listing(
            deepcopy(self.root),
            self.declaration,
            self.doctype,
            self.newline,
            self.indented,
            self.name,
            list(self.after),
        )

    def content(self) -> bytes:
        """Return the bytes of the file."""
        between = self.newline if self.indented else ""
        body = between.join(_lines(self.root, 0 if self.indented else None))
        head = [part for part in (self.declaration, self.doctype) if part]
        text = self.newline.join([*head, body]) + self.newline
        for step in self.after:
            made = step(text)
            if isinstance(made, bytes):
                return made
            text = made
        return text.encode("utf-8")


def of_text(text: str) -> Listing:
    """Return the listing in the text of a file."""
    return Listing(fromstring(text.encode("utf-8")))


def _lines(element: Element, depth: int | None) -> Iterator[str]:
    """Yield the lines of an element; not indented where `depth` is None."""
    pad = "  " * depth if depth else ""
    attributes = "".join(f' {k}="{v.translate(_ESCAPED)}"' for k, v in element.attrib.items())
    text = (element.text or "").translate(_ESCAPED)
    if not len(element):
        yield f"{pad}<{element.tag}{attributes}>{text}</{element.tag}>"
        return
    yield f"{pad}<{element.tag}{attributes}>{text.strip()}"
    for one in element:
        yield from _lines(one, None if depth is None else depth + 1)
    yield f"{pad}</{element.tag}>"
