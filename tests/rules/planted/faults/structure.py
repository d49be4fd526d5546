"""Faults against the DTD: elements and attributes missing, unknown, repeated, out of order."""

from __future__ import annotations

from random import Random
from xml.etree.ElementTree import Element

from tests.rules.planted.planter import (
    ANY,
    NotHereError,
    a_record,
    in_a_feature,
    one_of,
    plants,
    way,
)
from tests.rules.planted.tree import Listing, Record, there

_INSIDE = {
    "in the root": "ST26SequenceListing",
    "in a sequence": "INSDSeq",
    "in a feature": "INSDFeature",
    "in a qualifier": "INSDQualifier",
}


def _somewhere(listing: Listing, random: Random, tag: str) -> tuple[Element, int | None]:
    """Return an element with this name, and the position of the sequence that holds it."""
    if tag == listing.root.tag:
        return listing.root, None
    record = a_record(listing, random, ANY)
    return one_of(list(record.element.iter(tag)), random), record.position


def _unknown_element(name: str, tag: str) -> None:
    def plant(listing: Listing, random: Random) -> int | None:
        parent, position = _somewhere(listing, random, tag)
        made = Element(random.choice(["Remark", "INSDSeq_locus", "insdfeature", "InventionTitel"]))
        made.text = "x"
        parent.insert(random.randint(0, len(parent)), made)
        return position

    way("dtd-unknown-element", name, plant)


def _stray_text(name: str, tag: str) -> None:
    def plant(listing: Listing, random: Random) -> int | None:
        parent, position = _somewhere(listing, random, tag)
        parent.text = "abc"
        return position

    way("dtd-stray-text", name, plant)


for _name, _tag in _INSIDE.items():
    _unknown_element(_name, _tag)
    _stray_text(_name, _tag)


def _missing(parent_tag: str, tag: str) -> None:
    def plant(listing: Listing, random: Random) -> int | None:
        parent, position = _somewhere(listing, random, parent_tag)
        parent.remove(there(parent, tag))
        return position

    way("dtd-missing-element", tag, plant)


for _parent, _tag in (
    *(("INSDFeature", "INSDFeature_key"), ("INSDFeature", "INSDFeature_location")),
    *(("INSDQualifier", "INSDQualifier_name"), ("INSDSeq", "INSDSeq_length")),
    *(("INSDSeq", "INSDSeq_moltype"), ("INSDSeq", "INSDSeq_division")),
    *(("INSDSeq", "INSDSeq_sequence"), ("ST26SequenceListing", "SequenceTotalQuantity")),
):
    _missing(_parent, _tag)


def _repeated(parent_tag: str, tag: str) -> None:
    def plant(listing: Listing, random: Random) -> int | None:
        parent, position = _somewhere(listing, random, parent_tag)
        found = parent.find(tag)
        if found is None:
            raise NotHereError
        again = Element(tag, dict(found.attrib))
        again.text = found.text
        parent.insert(list(parent).index(found) + 1, again)
        return position

    way("dtd-repeated-element", tag, plant)


for _parent, _tag in (
    *(("INSDFeature", "INSDFeature_location"), ("INSDQualifier", "INSDQualifier_value")),
    *(("INSDSeq", "INSDSeq_length"), ("ST26SequenceListing", "ApplicantName")),
    ("ST26SequenceListing", "SequenceTotalQuantity"),
):
    _repeated(_parent, _tag)


def _turned(parent_tag: str, first: str, second: str) -> None:
    def plant(listing: Listing, random: Random) -> int | None:
        parent, position = _somewhere(listing, random, parent_tag)
        a, b = parent.find(first), parent.find(second)
        if a is None or b is None:
            raise NotHereError
        parent.remove(b)
        parent.insert(list(parent).index(a), b)
        return position

    way("dtd-wrong-order", f"{second} before {first}", plant)


for _parent, _first, _second in (
    ("INSDSeq", "INSDSeq_moltype", "INSDSeq_division"),
    ("INSDSeq", "INSDSeq_feature-table", "INSDSeq_sequence"),
    ("INSDFeature", "INSDFeature_key", "INSDFeature_location"),
    ("INSDQualifier", "INSDQualifier_name", "INSDQualifier_value"),
    ("ST26SequenceListing", "ApplicationIdentification", "ApplicantFileReference"),
    ("ST26SequenceListing", "ApplicantName", "InventionTitle"),
):
    _turned(_parent, _first, _second)


def _attribute(name: str, tag: str, value: str) -> None:
    def plant(listing: Listing, random: Random) -> int | None:
        parent, position = _somewhere(listing, random, tag)
        parent.set(name, value)
        return position

    way("dtd-unknown-attribute", name, plant)


_attribute("xml:lang", "INSDQualifier", "en")
_attribute("xmlns:xsi", "ST26SequenceListing", "http://www.w3.org/2001/XMLSchema-instance")
_attribute("number", "INSDFeature", "1")
_attribute("DTDversion", "ST26SequenceListing", "V1_3")


@plants("dtd-missing-attribute")
def no_language_of_the_title(listing: Listing, random: Random) -> None:
    del random.choice(listing.root.findall("InventionTitle")).attrib["languageCode"]


@plants("dtd-missing-attribute")
def no_version(listing: Listing, random: Random) -> None:
    del listing.root.attrib["dtdVersion"]


@plants("dtd-missing-attribute")
def no_number(listing: Listing, random: Random) -> int:
    record = a_record(listing, random, ANY)
    del record.element.attrib["sequenceIDNumber"]
    return record.position


def _bad_id(name: str, text: str) -> None:
    def plant(listing: Listing, random: Random) -> int:
        record, feature = in_a_feature(listing, random, ANY)
        feature.add("note", "a text").element.set("id", text)
        return record.position

    way("dtd-qualifier-id-invalid", name, plant)


_bad_id("a number", "12")
_bad_id("a space", "q 1")


@plants("dtd-qualifier-id-invalid")
def twice(listing: Listing, random: Random) -> int:
    """The second one is told."""
    for _ in range(2):
        _record, feature = in_a_feature(listing, random, ANY)
        feature.add("note", "a text").element.set("id", "same")
    return max(one.position for one in listing.records if _has_id(one, "same"))


def _has_id(record: Record, name: str) -> bool:
    return any(one.element.get("id") == name for f in record.features for one in f.qualifiers)
