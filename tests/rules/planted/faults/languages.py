"""Faults of values in two languages, and of their ids."""

from __future__ import annotations

from random import Random

from tests.rules.planted.planter import ANY, NUCLEOTIDE, a_record, in_a_feature, plants, way
from tests.rules.planted.tree import Listing, child


def _with_language(listing: Listing) -> None:
    listing.root.attrib.setdefault("nonEnglishFreeTextLanguageCode", "de")


def _not_allowed(name: str, value: str) -> None:
    def plant(listing: Listing, random: Random) -> int:
        _with_language(listing)
        record = a_record(listing, random, NUCLEOTIDE)
        feature = record.add("misc_feature", "2..5")
        feature.add(name, value, "ein Wort").element.set("id", "q900001")
        return record.position

    way("lang-noneng-not-allowed", name, plant)


_not_allowed("gene", "abc")
_not_allowed("map", "8q12-13")
_not_allowed("allele", "adh1-1")
_not_allowed("number", "4")


@plants("lang-noneng-not-allowed")
def of_mol_type(listing: Listing, random: Random) -> int:
    _with_language(listing)
    record = a_record(listing, random)
    mol_type = record.source.named("mol_type")
    assert mol_type is not None
    child(mol_type.element, "NonEnglishQualifier_value", "genomische DNA")
    mol_type.element.set("id", "q900001")
    return record.position


@plants("lang-noneng-code-missing")
def language_left_out(listing: Listing, random: Random) -> None:
    _record, feature = in_a_feature(listing, random, ANY)
    feature.add("note", "a text", "ein Text").element.set("id", "q900001")
    listing.root.attrib.pop("nonEnglishFreeTextLanguageCode", None)


@plants("lang-noneng-code-unused")
def no_value_in_it(listing: Listing, random: Random) -> None:
    for record in listing.records:
        for feature in record.features:
            for one in feature.qualifiers:
                for value in one.element.findall("NonEnglishQualifier_value"):
                    one.element.remove(value)
    listing.root.set("nonEnglishFreeTextLanguageCode", "de")


def _english_left_out(profile: str) -> None:
    def plant(listing: Listing, random: Random) -> int:
        _with_language(listing)
        record, feature = in_a_feature(listing, random, ANY)
        feature.add("note", None, "ein Text").element.set("id", "q900001")
        return record.position

    way("lang-english-missing", f"profile {profile}", plant, profile=profile)


_english_left_out("applicant")
_english_left_out("us")


@plants("lang-qualifier-id-missing")
def no_id(listing: Listing, random: Random) -> int:
    _with_language(listing)
    record, feature = in_a_feature(listing, random, ANY)
    feature.add("note", "a text", "ein Text")
    return record.position


@plants("lang-qualifier-id-form")
def another_form(listing: Listing, random: Random) -> int:
    _with_language(listing)
    record, feature = in_a_feature(listing, random, ANY)
    feature.add("note", "a text", "ein Text").element.set("id", "note-1")
    return record.position


@plants("lang-noneng-equal")
def not_translated(listing: Listing, random: Random) -> int:
    _with_language(listing)
    record, feature = in_a_feature(listing, random, ANY)
    text = "the binding site of the repressor"
    feature.add("note", text, text).element.set("id", "q900001")
    return record.position


@plants("lang-english-not-english")
def german_in_its_place(listing: Listing, random: Random) -> int:
    record, feature = in_a_feature(listing, random, ANY)
    feature.add("note", "Das Peptid ist mit der Bindungsstelle des Proteins verbunden")
    return record.position
