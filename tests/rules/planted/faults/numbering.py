"""Faults of SEQ ID NOs and of intentionally skipped sequences."""

from __future__ import annotations

from random import Random
from xml.etree.ElementTree import Element

from tests.rules.planted.planter import ANY, a_record, linked_numbers, one_of, plants, way
from tests.rules.planted.tree import Listing, Record, child, there


def _renumber(listing: Listing, number_of: dict[str, str]) -> None:
    """Give sequences other numbers; what names them follows."""
    for record in listing.records:
        for feature in record.features:
            link = feature.named("protein_id")
            if link is not None:
                link.value = number_of.get(link.value, link.value)
    for record in listing.records:
        record.element.set("sequenceIDNumber", number_of.get(record.number, record.number))


def _free(listing: Listing, random: Random, least: int = 1) -> Record:
    """Return a sequence no protein_id names, at this place or later."""
    linked = linked_numbers(listing)
    found = [r for r in listing.records if r.number not in linked and r.position >= least]
    return one_of(found, random)


def _number(name: str, text: str) -> None:
    def plant(listing: Listing, random: Random) -> int:
        record = _free(listing, random, 2)
        record.element.set("sequenceIDNumber", text.replace("N", record.number))
        return record.position

    way("num-id-not-integer", name, plant)


for _name, _text in (
    *(
        ("zero before", "0N"),
        ("a letter", "Na"),
        ("nothing", "0"),
        ("minus", "-N"),
        ("part", "N.0"),
    ),
    *(("space", " N"), ("words", "SEQ ID NO: N")),
):
    _number(_name, _text)


@plants("num-duplicate")
def the_number_of_the_one_before(listing: Listing, random: Random) -> int:
    record = _free(listing, random, 2)
    record.element.set("sequenceIDNumber", str(record.position - 1))
    _renumber(listing, {})
    return record.position


@plants("num-first-not-one")
def begins_with_two(listing: Listing, random: Random) -> int:
    _renumber(listing, {r.number: str(r.position + 1) for r in listing.records})
    return 1


@plants("num-first-not-one")
def begins_with_a_hundred(listing: Listing, random: Random) -> int:
    _renumber(listing, {r.number: str(r.position + 99) for r in listing.records})
    return 1


def _gap(name: str, wide: int) -> None:
    def plant(listing: Listing, random: Random) -> int:
        first = random.randint(2, len(listing.records))
        later = [r for r in listing.records if r.position >= first]
        _renumber(listing, {r.number: str(r.position + wide) for r in later})
        return first

    way("num-gap", name, plant)


_gap("one missing", 1)
_gap("many missing", 50)


@plants("num-out-of-order")
def two_exchanged(listing: Listing, random: Random) -> None:
    first = random.randint(1, len(listing.records) - 1)
    a, b = str(first), str(first + 1)
    _renumber(listing, {a: b, b: a})


# -- intentionally skipped ---------------------------------------------------------------------


def _skipped(listing: Listing, random: Random) -> Record:
    return one_of([r for r in listing.records if r.skipped], random)


def _field(name: str, text: str) -> None:
    def plant(listing: Listing, random: Random) -> int:
        record = _skipped(listing, random)
        record.set(name, text)
        return record.position

    way("skip-fields-not-empty", f"{name} {text}", plant)


_field("length", "3")
_field("moltype", "DNA")
_field("division", "PAT")


@plants("skip-has-features")
def a_source(listing: Listing, random: Random) -> int:
    record = _skipped(listing, random)
    record.add("source", "1..3", ("mol_type", "genomic DNA"), ("organism", "Homo sapiens"))
    return record.position


@plants("skip-has-features")
def an_empty_table(listing: Listing, random: Random) -> int:
    record = _skipped(listing, random)
    record.body.insert(3, Element("INSDSeq_feature-table"))
    child(there(record.body, "INSDSeq_feature-table"), "INSDFeature")
    table = there(record.body, "INSDSeq_feature-table")
    child(table[0], "INSDFeature_key", "misc_feature")
    child(table[0], "INSDFeature_location", "1")
    return record.position


def _zeros(name: str, text: str) -> None:
    def plant(listing: Listing, random: Random) -> int:
        record = _skipped(listing, random)
        record.letters = text
        return record.position

    way("skip-not-000", name, plant)


_zeros("two zeros", "00")
_zeros("four zeros", "0000")
_zeros("residues", "acgtacgtacgt")
_zeros("nothing", "")


@plants("skip-all")
def every_one(listing: Listing, random: Random) -> None:
    for record in listing.records:
        for one in list(record.body):
            record.body.remove(one)
        for name in ("length", "moltype", "division"):
            child(record.body, f"INSDSeq_{name}")
        child(record.body, "INSDSeq_sequence", "000")
    listing.root.attrib.pop("nonEnglishFreeTextLanguageCode", None)


@plants("skip-last")
def the_last_one(listing: Listing, random: Random) -> int:
    data = child(listing.root, "SequenceData", sequenceIDNumber=str(len(listing.records) + 1))
    body = child(data, "INSDSeq")
    for name in ("length", "moltype", "division"):
        child(body, f"INSDSeq_{name}")
    child(body, "INSDSeq_sequence", "000")
    there(listing.root, "SequenceTotalQuantity").text = str(len(listing.records))
    return len(listing.records)


@plants("seq-empty")
def no_residues(listing: Listing, random: Random) -> int:
    record = a_record(listing, random, ANY)
    record.letters = ""
    return record.position
