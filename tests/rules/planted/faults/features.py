"""Faults of feature keys, of source, and of what a key asks for."""

from __future__ import annotations

from random import Random

from tests.rules.planted.planter import (
    ANY,
    NUCLEOTIDE,
    NotHereError,
    a_record,
    grown,
    in_a_feature,
    plants,
    way,
)
from tests.rules.planted.tree import Listing, again, there


def _key(rule: str, moltypes: tuple[str, ...], key: str) -> None:
    """Append a feature with a wrong key."""

    def plant(listing: Listing, random: Random) -> int:
        return grown(listing, random, moltypes, key, ("note", "as told")).position

    way(rule, f"{key} in {moltypes[0]}", plant)


for _name in ("Misc_Feature", "MISC_FEATURE", "Cds", "3'utr"):
    _key("feat-key-case", NUCLEOTIDE, _name)
for _name in ("Site", "variant", "Act_Site"):
    _key("feat-key-case", ("AA",), _name)
for _name in ("promoter", "TATA_signal", "RBS", "mutation", "LTR", "misc_signal", "allele"):
    _key("feat-key-obsolete-st25", NUCLEOTIDE, _name)
for _name in ("primer", "gap", "foo", "assembly_gap", "CDS1"):
    _key("feat-key-unknown", NUCLEOTIDE, _name)
for _name in ("HELIX_TURN", "foo", "LOOP"):
    _key("feat-key-unknown", ("AA",), _name)
for _name in ("VARIANT", "SITE", "MOD_RES", "REGION"):
    _key("feat-key-wrong-molecule", NUCLEOTIDE, _name)
for _name in ("misc_feature", "CDS", "modified_base", "variation"):
    _key("feat-key-wrong-molecule", ("AA",), _name)


@plants("feat-key-case")
def source_of_an_older_version(listing: Listing, random: Random) -> int:
    record = a_record(listing, random, ("AA",))
    record.source.key = "SOURCE"
    return record.position


# -- source ------------------------------------------------------------------------------------


@plants("feat-source-missing")
def taken_out(listing: Listing, random: Random) -> int:
    record = a_record(listing, random, ANY, lambda r: len(r.features) > 1)
    record.remove(record.source)
    return record.position


@plants("feat-source-missing")
def another_key(listing: Listing, random: Random) -> int:
    """The table is there, and tells other things."""
    record = a_record(listing, random, ("AA",), lambda r: len(r.features) == 1)
    record.add("REGION", "2..3", ("note", "a part of it"))
    record.remove(record.source)
    return record.position


@plants("feat-source-multiple")
def two_sources(listing: Listing, random: Random) -> int:
    record = a_record(listing, random)
    there(record.body, "INSDSeq_feature-table").insert(1, again(record.source.element))
    return record.position


@plants("feat-source-multiple")
def two_halves(listing: Listing, random: Random) -> int:
    record = a_record(listing, random, ANY, lambda r: r.length > 4)
    half = record.length // 2
    table = there(record.body, "INSDSeq_feature-table")
    table.insert(1, again(record.source.element))
    record.features[0].location = f"1..{half}"
    record.features[1].location = f"{half + 1}..{record.length}"
    return record.position


def _span(name: str, location: str) -> None:
    """`N` stands for the number of residues, `M` for one less."""

    def plant(listing: Listing, random: Random) -> int:
        record = a_record(listing, random, ANY, lambda r: r.length > 4)
        where = location.replace("N", str(record.length)).replace("M", str(record.length - 1))
        record.source.location = where
        return record.position

    way("feat-source-span", name, plant)


_span("too short", "1..M")
_span("begins late", "2..N")
_span("goes on", "1..>N")
_span("begins before", "<1..N")
_span("one residue", "1")


@plants("feat-source-span")
def the_other_strand(listing: Listing, random: Random) -> int:
    record = a_record(listing, random, NUCLEOTIDE)
    record.source.location = f"complement(1..{record.length})"
    return record.position


# -- what a key asks for -----------------------------------------------------------------------

for _name in ("CARBOHYD", "CROSSLNK", "LIPID", "MOD_RES", "SITE"):
    way(
        "feat-note-mandatory-aa",
        _name,
        lambda listing, random, key=_name: grown(listing, random, ("AA",), key).position,  # type: ignore[misc]
    )

for _name in ("modified_base", "regulatory", "ncRNA", "mobile_element", "misc_binding", "operon"):
    way(
        "feat-quals-required",
        _name,
        lambda listing, random, key=_name: grown(listing, random, NUCLEOTIDE, key).position,  # type: ignore[misc]
    )
    way(
        "qual-mandatory-missing",
        f"{_name} with a note",
        lambda listing, random, key=_name: (
            grown(  # type: ignore[misc]
                listing, random, NUCLEOTIDE, key, ("note", "as told")
            ).position
        ),
    )


def _without(name: str) -> None:
    def plant(listing: Listing, random: Random) -> int:
        record = a_record(listing, random)
        one = record.source.named(name)
        if one is None:
            raise NotHereError
        record.source.remove(one)
        return record.position

    way("qual-mandatory-missing", f"source without {name}", plant)


_without("organism")
_without("mol_type")


@plants("feat-mod-base-mandatory-other-note")
def other_alone(listing: Listing, random: Random) -> int:
    quals = (("mod_base", "OTHER"),)
    return grown(listing, random, NUCLEOTIDE, "modified_base", *quals).position


@plants("feat-mod-base-mandatory-other-note")
def other_with_a_gene(listing: Listing, random: Random) -> int:
    quals = (("mod_base", "OTHER"), ("gene", "abc"))
    return grown(listing, random, NUCLEOTIDE, "modified_base", *quals).position


@plants("feat-variation-no-value")
def variation_of_nothing(listing: Listing, random: Random) -> int:
    return grown(listing, random, NUCLEOTIDE, "variation").position


@plants("feat-variant-no-note")
def variant_of_nothing(listing: Listing, random: Random) -> int:
    return grown(listing, random, ("AA",), "VARIANT").position


@plants("feat-disulfid-note")
def one_end_and_no_note(listing: Listing, random: Random) -> int:
    return grown(listing, random, ("AA",), "DISULFID").position


@plants("feat-duplicate")
def the_same_again(listing: Listing, random: Random) -> int:
    record, feature = in_a_feature(listing, random, ANY)
    there(record.body, "INSDSeq_feature-table").append(again(feature.element))
    return record.position


@plants("feat-mod-base-residue")
def at_another_base(listing: Listing, random: Random) -> int:
    record = a_record(listing, random, NUCLEOTIDE, lambda r: "g" in r.letters)
    record.add("modified_base", str(record.letters.find("g") + 1), ("mod_base", "m5c"))
    return record.position


@plants("feat-modified-aa-residue")
def phosphoserine_at_k(listing: Listing, random: Random) -> int:
    record = a_record(listing, random, ("AA",), lambda r: "K" in r.letters)
    record.add("MOD_RES", str(record.letters.find("K") + 1), ("note", "phosphoserine"))
    return record.position


@plants("feat-single-residue-aa")
def site_over_several(listing: Listing, random: Random) -> int:
    return grown(listing, random, ("AA",), "ACT_SITE", location="1..3").position


@plants("feat-source-not-first")
def source_at_the_end(listing: Listing, random: Random) -> int:
    record, _feature = in_a_feature(listing, random, ANY)
    source = record.source.element
    table = there(record.body, "INSDSeq_feature-table")
    table.remove(source)
    table.append(source)
    return record.position
