"""Slips of the keyboard anywhere: a letter lost, doubled, exchanged or another in its place."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from seqeditor.vocabulary.features import feature_key
from seqeditor.vocabulary.qualifiers import qualifier as known
from tests.rules.planted.oracle import is_legal
from tests.rules.planted.planter import (
    ANY,
    NUCLEOTIDE,
    NotHereError,
    a_record,
    codes,
    in_a_feature,
    linked_numbers,
    one_of,
    plants,
    way,
)
from tests.rules.planted.tree import Feature, Listing, Qualifier, Record, there

_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-"
_KEYS = ("feat-key-case", "feat-key-wrong-molecule", "feat-key-obsolete-st25")
_NAMES = ("qual-case", "qual-not-allowed")


def slip(text: str, random: Random, letters: str = _LETTERS) -> str:
    """Return the text with one slip; it may be the same by chance."""
    at = random.randrange(len(text))
    kind = random.randrange(4)
    if kind == 0:
        return text[:at] + text[at + 1 :]
    if kind == 1:
        return text[:at] + text[at] + text[at:]
    if kind == 2 and at + 1 < len(text):
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    return text[:at] + random.choice(letters) + text[at + 1 :]


def slipped(text: str, random: Random, is_fault: Callable[[str], bool], letters: str = "") -> str:
    """Return the text with a slip that makes a fault; raises NotHereError when none does."""
    for _ in range(20):
        made = slip(text, random, letters or _LETTERS)
        if made.strip() and is_fault(made):
            return made
    raise NotHereError


@plants("feat-key-unknown", *_KEYS)
def slip_in_a_key(listing: Listing, random: Random) -> int:
    record, feature = in_a_feature(listing, random, ANY)
    feature.key = slipped(feature.key, random, lambda t: feature_key(record.moltype, t) is None)
    return record.position


def _a_qualifier(
    listing: Listing,
    random: Random,
    fits: Callable[[Record, Feature, Qualifier], bool],
) -> tuple[Record, Qualifier]:
    found = [
        (record, qualifier)
        for record in listing.records
        if not codes(record)
        for feature in record.features
        for qualifier in feature.qualifiers
        if fits(record, feature, qualifier)
    ]
    return one_of(found, random)


@plants("qual-unknown", *_NAMES)
def slip_in_a_name(listing: Listing, random: Random) -> int:
    """Any name but a mandatory one, which would be missing then."""

    def fits(record: Record, feature: Feature, one: Qualifier) -> bool:
        key = feature_key(record.moltype, feature.key)
        return key is not None and one.name not in key.mandatory and one.name != "note"

    record, one = _a_qualifier(listing, random, fits)
    one.name = slipped(one.name, random, lambda text: known(record.moltype, text) is None)
    return record.position


@plants("qual-unknown", *_NAMES)
def slip_in_a_mandatory_name(listing: Listing, random: Random) -> int:
    record = a_record(listing, random)
    name = random.choice(["organism", "mol_type"])
    one = one_of([q for q in record.source.qualifiers if q.name == name], random)
    one.name = slipped(one.name, random, lambda text: known(record.moltype, text) is None)
    return record.position


_LISTED = {
    "mol_type": "qual-mol-type-value",
    "mod_base": "qual-mod-base-value",
    "ncRNA_class": "qual-ncrna-class-value",
    "regulatory_class": "qual-regulatory-class-value",
    "mobile_element_type": "qual-mobile-element-type-value",
    "organelle": "qual-organelle-value",
    "pseudogene": "qual-pseudogene-value",
    "direction": "qual-direction-value",
    "rpt_type": "qual-rpt-type-value",
}


def _value_slip(name: str, rule: str) -> None:
    def plant(listing: Listing, random: Random) -> int:
        def fits(_record: Record, _feature: Feature, one: Qualifier) -> bool:
            return one.name == name

        record, one = _a_qualifier(listing, random, fits)
        vocabulary = known(record.moltype, name)
        assert vocabulary is not None
        legal = {value.lower() for value in (*vocabulary.values, *vocabulary.later_values)}
        one.value = slipped(one.value, random, lambda text: not _is_listed(text, legal))
        return record.position

    plants(rule, "qual-cv-case")(_named(plant, f"slip in {name}"))


def _is_listed(text: str, legal: set[str]) -> bool:
    """A name may follow the value after a colon."""
    return bool({text.lower(), text.partition(":")[0].lower()} & legal)


def _named(plant: Callable[[Listing, Random], int], name: str) -> Callable[[Listing, Random], int]:
    plant.__name__ = name
    return plant


for _name, _rule in _LISTED.items():
    _value_slip(_name, _rule)


@plants(
    "loc-syntax",
    *(
        f"loc-{one}"
        for one in (
            *("out-of-range", "descending", "dot-range", "bound-symbol-place", "remote", "empty"),
            *("aa-between", "aa-multiple", "aa-operator", "between-adjacent", "between-bounds"),
            *(
                "between-in-join",
                "operator-arity",
                "join-order-mix",
                "operator-case",
                "unknown-operator",
            ),
        )
    ),
)
def slip_in_a_location(listing: Listing, random: Random) -> int:
    record, feature = in_a_feature(listing, random, ANY)

    def is_fault(text: str) -> bool:
        return not is_legal(text, record.moltype, record.length)

    feature.location = slipped(feature.location, random, is_fault, "0123456789.,^<>()-joincmplet")
    return record.position


@plants("res-nt-invalid-symbol", "res-nt-uppercase", "res-nt-uracil", "res-whitespace-or-digits")
def slip_in_nucleotides(listing: Listing, random: Random) -> int:
    record = a_record(listing, random, NUCLEOTIDE, lambda r: r.length > 14)
    at = random.randrange(record.length)
    other = random.choice("efijlopquxz-*.?ACGTU5 ")
    record.letters = record.letters[:at] + other + record.letters[at + 1 :]
    if other in " 5":
        # Layout is not counted.
        record.letters = record.letters[:at] + "a" + other + record.letters[at + 1 :]
    return record.position


@plants("res-aa-invalid-symbol", "res-aa-lowercase", "res-aa-terminator")
def slip_in_amino_acids(listing: Listing, random: Random) -> int:
    record = a_record(listing, random, ("AA",), lambda r: r.length > 8)
    at = random.randrange(record.length)
    record.letters = record.letters[:at] + random.choice("abcxyz-*.?/") + record.letters[at + 1 :]
    return record.position


@plants("seq-length-mismatch", "seq-length-not-integer")
def slip_in_a_length(listing: Listing, random: Random) -> int:
    record = a_record(listing, random)
    text = str(record.length)
    record.set("length", slipped(text, random, lambda made: made != text, "0123456789,. x"))
    return record.position


@plants("seq-length-mismatch")
def a_residue_lost_anywhere(listing: Listing, random: Random) -> int:
    """Source and other features reach to the end that was: still one fault."""
    record = a_record(listing, random, ANY, lambda r: r.length > 14)
    at = random.randrange(record.length)
    record.letters = record.letters[:at] + record.letters[at + 1 :]
    return record.position


@plants("seq-length-mismatch")
def residues_doubled(listing: Listing, random: Random) -> int:
    record = a_record(listing, random)
    at = random.randrange(record.length)
    record.letters = record.letters[:at] + record.letters[at : at + 5] + record.letters[at:]
    return record.position


@plants("gi-total-mismatch", "gi-total-not-integer")
def slip_in_the_total(listing: Listing, random: Random) -> None:
    text = str(len(listing.records))
    made = slipped(text, random, lambda one: one != text, "0123456789x.")
    there(listing.root, "SequenceTotalQuantity").text = made


@plants("num-gap", "num-first-not-one", also=["gi-total-mismatch"])
def a_sequence_lost(listing: Listing, random: Random) -> None:
    """None that another names, and not the last, whose loss the total alone can tell."""
    linked = linked_numbers(listing)
    free = [r for r in listing.records[:-1] if r.number not in linked]
    listing.root.remove(one_of(free, random).element)


@plants("num-duplicate", also=["gi-total-mismatch"])
def a_sequence_pasted_twice(listing: Listing, random: Random) -> None:
    record = a_record(
        listing,
        random,
        ANY,
        lambda r: not any(q.element.get("id") for f in r.features for q in f.qualifiers),
    )
    listing.root.insert(list(listing.root).index(record.element), record.element)


_TAGS = (
    *("INSDSeq_length", "INSDSeq_moltype", "INSDSeq_division", "INSDFeature_key"),
    *("INSDFeature_location", "INSDQualifier_name", "INSDSeq_sequence", "INSDSeq_feature-table"),
    *("INSDFeature_quals", "INSDQualifier_value"),
)


@plants("dtd-unknown-element")
def slip_in_a_tag(listing: Listing, random: Random) -> int:
    """Start and end tag alike, so the file is well-formed."""
    record = a_record(listing, random)
    element = one_of([one for one in record.element.iter() if one.tag in _TAGS], random)
    letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
    element.tag = slipped(
        str(element.tag), random, lambda text: text not in _TAGS and text[0].isalpha(), letters
    )
    return record.position


def _markup_lost(sign: str) -> None:
    def plant(listing: Listing, random: Random) -> None:
        def lose(text: str) -> str:
            begin = text.index("<ST26")
            places = [m.start() for m in re.finditer(re.escape(sign), text) if m.start() > begin]
            at = random.choice(places)
            return text[:at] + text[at + len(sign) :]

        listing.after.append(lose)

    way("xml-not-well-formed", f"lost {sign}", plant)


for _sign in ("<", ">", '"', "</", '="'):
    _markup_lost(_sign)
