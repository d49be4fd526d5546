"""Faults of qualifiers: names, where they stand, what they hold."""

from __future__ import annotations

from collections.abc import Iterable
from random import Random

from tests.rules.planted.planter import ANY, NUCLEOTIDE, a_record, grown, in_a_feature, plants, way
from tests.rules.planted.tree import Listing, Qualifier, Record
from tests.rules.planted.values import LONG_NOTE

_KEY_OF = {
    "codon_start": "CDS",
    "direction": "rep_origin",
    "mobile_element_type": "mobile_element",
    "mod_base": "modified_base",
    "ncRNA_class": "ncRNA",
    "pseudogene": "gene",
    "regulatory_class": "regulatory",
    "recombination_class": "misc_recomb",
    "rpt_type": "repeat_region",
    "satellite": "repeat_region",
    "rpt_unit_range": "repeat_region",
    "rpt_unit_seq": "repeat_region",
    "tag_peptide": "tmRNA",
    "anticodon": "tRNA",
    "transl_table": "CDS",
    "transl_except": "CDS",
    "translation": "CDS",
    "protein_id": "CDS",
    "replace": "variation",
    "EC_number": "mat_peptide",
    "number": "exon",
    "compare": "variation",
}
_OF_SOURCE = ("organelle", "lat_lon", "collection_date", "PCR_primers", "germline", "proviral")


def _wrong(listing: Listing, random: Random, name: str, value: str) -> int:
    """Append a feature with one wrong qualifier and with all it needs beside."""
    if name in _OF_SOURCE:
        record = a_record(listing, random, NUCLEOTIDE, lambda r: r.source.named(name) is None)
        record.source.add(name, value)
        return record.position
    key = _KEY_OF[name]
    if key == "CDS":
        record = _with_cds(listing, random)
        cds = next(one for one in record.features if one.key == "CDS")
        present = cds.named(name)
        if present is None:
            cds.add(name, value)
        else:
            present.value = value
        return record.position
    record = a_record(listing, random, NUCLEOTIDE, lambda r: r.length >= 20)
    place = "5" if key in ("modified_base", "variation") else "2..18"
    record.add(key, place, (name, value))
    return record.position


def _with_cds(listing: Listing, random: Random) -> Record:
    """Give a sequence a CDS that says no more than where it is."""
    record = a_record(listing, random, NUCLEOTIDE, lambda r: r.length >= 24)
    record.add("CDS", "1..18", ("pseudo", None))
    return record


def values(rule: str, name: str, *wrong: str, also: Iterable[str] = ()) -> None:
    for value in wrong:
        way(
            rule,
            f"{name} {value[:30]}",
            lambda listing, random, value=value: _wrong(listing, random, name, value),  # type: ignore[misc]
            also=also,
        )


values("qual-codon-start-value", "codon_start", "0", "4", "01", "1.5", "two")
values("qual-direction-value", "direction", "upstream", "5'", "left,right")
values("qual-mobile-element-type-value", "mobile_element_type", "Tn10", "IS10", "transposons:Tn9")
values("qual-mod-base-value", "mod_base", "5-methylcytosine", "m5C", "other", "x5c", "t")
values("qual-ncrna-class-value", "ncRNA_class", "microRNA", "aptamer", "guide RNAs")
values("qual-organelle-value", "organelle", "chloroplast", "mitochondria", "plastid: chloroplast")
values("qual-pseudogene-value", "pseudogene", "yes", "retro", "processed pseudogene")
values("qual-regulatory-class-value", "regulatory_class", "TATA_signal", "kozak", "polyA")
values("qual-rpt-type-value", "rpt_type", "simple", "repeat", "LTR")
values("qual-satellite-value", "satellite", "S1a", "DNA satellite", "micro")
values("qual-rpt-unit-range-format", "rpt_unit_range", "3-9", "9..3", "3..9999999", "a..b")
values("qual-tag-peptide-format", "tag_peptide", "3-9", "9..3", "3..9999999", "peptide")
values("qual-anticodon-format", "anticodon", "(3..5,Phe)", "3..5", "(pos:3..5,aa:F,seq:acg)")
values("qual-transl-table-value", "transl_table", "7", "99", "0", "011", "Standard")
values("qual-transl-except-format", "transl_except", "pos:4..6 Sec", "(pos:4..6,aa:U)", "4..6")
values("qual-protein-id-format", "protein_id", "AAA12345.1", "SEQ ID NO: 2", "0", "01")
values("qual-replace-nt-symbols", "replace", "C", "u", "del", "a or g", "-", "acgx")
values("qual-ec-number-format", "EC_number", "EC 1.1.2.4", "1.1.2")
values("qual-number-format", "number", "6 B")
values("qual-compare-format", "compare", "AJ634337", "see above")
values("qual-lat-lon-format", "lat_lon", "47.94N, 28.12W", "91.0 N 5.0 E")
values("qual-collection-date-format", "collection_date", "21-Oct-1952", "1952-13")
values("qual-rpt-unit-seq-format", "rpt_unit_seq", "12xag")
values("qual-pcr-primers-format", "PCR_primers", "F: acgt")
values("qual-recombination-class-value", "recombination_class", "crossover")
values("qual-value-not-allowed", "germline", "yes")
values("qual-value-not-allowed", "proviral", "true", "HIV")
values("qual-cv-case", "regulatory_class", "tata_box", "Promoter", "ribosome binding site")
values("qual-cv-case", "ncRNA_class", "MiRNA")
values("qual-cv-case", "organelle", "Mitochondrion")


@plants("qual-codon-start-value")
def in_a_coding_region(listing: Listing, random: Random) -> int:
    record = _with_cds(listing, random)
    record.features[-1].add("codon_start", "-1")
    return record.position


def _translation(name: str, text: str) -> None:
    def plant(listing: Listing, random: Random) -> int:
        record = a_record(listing, random, NUCLEOTIDE, lambda r: r.length >= 24)
        record.add("CDS", "1..18", ("translation", text))
        return record.position

    way("qual-translation-symbols", name, plant)


_translation("stop at the end", "MKV*")
_translation("three letters", "Met Lys Val")
_translation("small letters", "mkv")
_translation("numbers", "MKV1")


# -- names -------------------------------------------------------------------------------------


def _name(rule: str, moltypes: tuple[str, ...], name: str) -> None:
    def plant(listing: Listing, random: Random) -> int:
        record, feature = in_a_feature(listing, random, moltypes)
        feature.add(name, "a text")
        return record.position

    way(rule, f"{name} in {moltypes[0]}", plant)


for _one in ("NOTE", "Gene", "ec_number", "Product"):
    _name("qual-case", NUCLEOTIDE, _one)
_name("qual-case", ("AA",), "NOTE")
for _one in ("db_xref", "locus_tag", "country", "foo", "transcript_id"):
    _name("qual-unknown", NUCLEOTIDE, _one)
for _one in ("gene", "product", "EC_number"):
    _name("qual-unknown", ("AA",), _one)


def _not_allowed(key: str, name: str, value: str | None) -> None:
    def plant(listing: Listing, random: Random) -> int:
        return grown(listing, random, NUCLEOTIDE, key, (name, value)).position

    way("qual-not-allowed", f"{name} in {key}", plant)


_not_allowed("gene", "codon_start", "1")
_not_allowed("misc_feature", "mod_base", "m5c")
_not_allowed("exon", "organism", "Homo sapiens")
_not_allowed("centromere", "gene", "abc")
_not_allowed("misc_feature", "germline", None)


@plants("qual-not-allowed")
def organism_in_a_site(listing: Listing, random: Random) -> int:
    record, feature = in_a_feature(listing, random, ("AA",))
    feature.add("organism", "Homo sapiens")
    return record.position


# -- values of every qualifier -----------------------------------------------------------------


def _note(rule: str, name: str, value: str) -> None:
    def plant(listing: Listing, random: Random) -> int:
        record, feature = in_a_feature(listing, random, ANY)
        feature.add("note", value)
        return record.position

    way(rule, name, plant)


_note("qual-value-missing", "empty note", "")
_note("qual-value-missing", "note of blanks", "  ")
_note("qual-too-long", "1001", LONG_NOTE + "x")
_note("qual-too-long", "5000", 5 * LONG_NOTE)
_note("qual-html-leftover", "markup", "from <i>E. coli</i>")
_note("qual-html-leftover", "escaped twice", "5&apos;UTR")
_note("qual-note-st25-leftover", "three letters", "Xaa is Ala or Val")


@plants("qual-value-missing")
def no_value_element(listing: Listing, random: Random) -> int:
    record, feature = in_a_feature(listing, random, ANY)
    feature.add("note", None)
    return record.position


@plants("qual-value-missing")
def organism_without_a_value(listing: Listing, random: Random) -> int:
    record = a_record(listing, random)
    _organism(record).value = ""
    return record.position


@plants("qual-value-empty-element")
def an_empty_element(listing: Listing, random: Random) -> int:
    return grown(listing, random, NUCLEOTIDE, "gene", ("pseudo", "")).position


@plants("qual-replace-length")
def a_thousand_and_one(listing: Listing, random: Random) -> int:
    return grown(listing, random, NUCLEOTIDE, "variation", ("replace", "acg" * 334)).position


@plants("qual-replace-equal")
def the_residue_itself(listing: Listing, random: Random) -> int:
    record = a_record(listing, random, NUCLEOTIDE, lambda r: "g" in r.letters)
    record.add("variation", str(record.letters.find("g") + 1), ("replace", "g"))
    return record.position


@plants("qual-duplicate-exact")
def the_note_again(listing: Listing, random: Random) -> int:
    record, feature = in_a_feature(listing, random, ANY)
    for _ in range(2):
        feature.add("note", "told twice")
    return record.position


@plants("qual-duplicate-single")
def two_mod_bases(listing: Listing, random: Random) -> int:
    quals = (("mod_base", "i"), ("mod_base", "q"))
    return grown(listing, random, NUCLEOTIDE, "modified_base", *quals).position


@plants("qual-pseudo-pseudogene")
def both_kinds(listing: Listing, random: Random) -> int:
    quals = (("pseudo", None), ("pseudogene", "processed"))
    return grown(listing, random, NUCLEOTIDE, "gene", *quals).position


@plants("qual-other-needs-note")
def other_class(listing: Listing, random: Random) -> int:
    quals = (("regulatory_class", "other"),)
    return grown(listing, random, NUCLEOTIDE, "regulatory", *quals).position


# -- source ------------------------------------------------------------------------------------


def _organism(record: Record) -> Qualifier:
    found = record.source.named("organism")
    assert found is not None
    return found


def _organism_way(rule: str, name: str) -> None:
    def plant(listing: Listing, random: Random) -> int:
        record = a_record(listing, random)
        _organism(record).value = name
        return record.position

    way(rule, name, plant)


for _one in ("Artificial Sequence", "ARTIFICIAL SEQUENCE", "Unknown", "Künstliche Sequenz"):
    _organism_way("qual-organism-st25-value", _one)
for _one in ("mouse", "human", "yeast"):
    _organism_way("qual-organism-common-name", _one)
_organism_way("qual-organism-abbreviated", "E. coli")
for _one in ("homo sapiens", "Homo Sapiens", "Synthetic construct"):
    _organism_way("qual-organism-case", _one)
_organism_way("qual-organism-sp", "Bacillus")


def _mol_type(moltype: str, value: str) -> None:
    def plant(listing: Listing, random: Random) -> int:
        record = a_record(listing, random, (moltype,))
        found = record.source.named("mol_type")
        assert found is not None
        found.value = value
        return record.position

    way("qual-mol-type-value", f"{moltype} {value}", plant)


for _moltype, _one in (
    *(("DNA", "mRNA"), ("DNA", "DNA"), ("DNA", "genomic dna"), ("RNA", "genomic DNA")),
    *(("RNA", "RNA"), ("AA", "Protein"), ("AA", "peptide"), ("AA", "genomic DNA")),
):
    _mol_type(_moltype, _one)


def _twice(name: str, value: str) -> None:
    def plant(listing: Listing, random: Random) -> int:
        record = a_record(listing, random)
        record.source.add(name, value)
        return record.position

    way("qual-source-duplicate", name, plant)


_twice("organism", "Mus musculus")


@plants("qual-source-duplicate")
def mol_type_twice(listing: Listing, random: Random) -> int:
    record = a_record(listing, random, ("AA",))
    record.source.add("mol_type", "protein")
    return record.position


@plants("qual-mol-type-synthetic")
def made_and_genomic(listing: Listing, random: Random) -> int:
    record = a_record(listing, random, ("DNA",))
    _organism(record).value = "synthetic construct"
    found = record.source.named("mol_type")
    assert found is not None
    found.value = "genomic DNA"
    return record.position


@plants("qual-environmental-sample")
def no_source_of_isolation(listing: Listing, random: Random) -> int:
    record = a_record(
        listing, random, NUCLEOTIDE, lambda r: r.source.named("isolation_source") is None
    )
    record.source.add("environmental_sample", None)
    return record.position
