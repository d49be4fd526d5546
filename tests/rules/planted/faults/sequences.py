"""Faults of length, molecule type, division, identifiers, and of the residues themselves."""

from __future__ import annotations

from random import Random

from tests.rules.planted.listings import MADE, record
from tests.rules.planted.planter import ANY, NUCLEOTIDE, a_record, grown, one_of, plants, way
from tests.rules.planted.tree import Listing, Record, child, there


def _length(rule: str, name: str, text: str) -> None:
    """`N` stands for the number of residues."""

    def plant(listing: Listing, random: Random) -> int:
        one = a_record(listing, random, ANY)
        one.set("length", text.replace("N", str(one.length)))
        return one.position

    way(rule, name, plant)


for _name, _text in (
    *(("zero before", "0N"), ("a word", "N bp"), ("nothing", ""), ("plus", "+N")),
    *(("part", "N.0"), ("nil", "0")),
):
    _length("seq-length-not-integer", _name, _text)


def _other_length(name: str, more: int) -> None:
    def plant(listing: Listing, random: Random) -> int:
        one = a_record(listing, random, ANY)
        one.set("length", str(max(one.length + more, 1)))
        return one.position

    way("seq-length-mismatch", name, plant)


_other_length("one more", 1)
_other_length("one less", -1)
_other_length("far more", 100_000)


@plants("seq-length-mismatch")
def a_residue_lost(listing: Listing, random: Random) -> int:
    """The features are still right: none reaches the end."""
    one = a_record(listing, random, ANY, lambda r: len(r.features) == 1 and r.length > 14)
    one.letters = one.letters[:-1]
    return one.position


def _field(rule: str, field: str, text: str) -> None:
    def plant(listing: Listing, random: Random) -> int:
        one = a_record(listing, random, ANY)
        one.set(field, text)
        return one.position

    way(rule, f"{field} {text}", plant)


for _text in ("PRT", "protein", "dna", "cDNA", "NA"):
    _field("seq-moltype-value", "moltype", _text)
for _text in ("SYN", "pat", "PLN"):
    _field("seq-division-value", "division", _text)


@plants("seq-feature-table-missing")
def no_table(listing: Listing, random: Random) -> int:
    one = a_record(listing, random, ANY)
    one.body.remove(there(one.body, "INSDSeq_feature-table"))
    listing.root.attrib.pop("nonEnglishFreeTextLanguageCode", None)
    if any(True for _ in listing.root.iter("NonEnglishQualifier_value")):
        listing.root.set("nonEnglishFreeTextLanguageCode", "de")
    return one.position


def _new(listing: Listing, moltype: str, letters: str) -> Record:
    """Append a sequence."""
    mol_type = "" if moltype == "AA" else f"other {moltype}"
    made = record(listing.root, moltype, letters, MADE, mol_type)
    residues = str(sum(letter.isalpha() for letter in letters))
    made.set("length", residues)
    made.source.location = f"1..{residues}"
    made.element.set("sequenceIDNumber", str(made.position))
    there(listing.root, "SequenceTotalQuantity").text = str(made.position)
    return made


def _new_way(rule: str, moltype: str, letters: str) -> None:
    way(rule, letters, lambda listing, _random: _new(listing, moltype, letters).position)


_new_way("seq-too-short-nt", "DNA", "acgtacgta")
_new_way("seq-too-short-nt", "RNA", "acgtacgtannnnnnnnn")
_new_way("seq-too-short-aa", "AA", "MKV")
_new_way("seq-too-short-aa", "AA", "MKVXXXXXX")
_new_way("seq-only-ambiguous", "DNA", "nnnnnnnnnnnn")
_new_way("seq-only-ambiguous", "AA", "XXXXX")
_new_way("seq-moltype-suspect-aa", "AA", "ACGTACGTACGTACGT")
_new_way("seq-moltype-suspect-nt", "DNA", "mkdvrsykwhbdmkdv")
_new_way("res-aa-three-letter", "AA", "MetLysValLeuAlaGlyPhe")
_new_way("res-aa-three-letter", "AA", "Met Lys Val Leu Ala Gly Phe")
_new_way("res-n-run", "DNA", "acgtacgtac" + 30 * "n" + "acgtacgtac")
_new_way("res-x-run", "AA", "MKVLA" + 30 * "X" + "MKVLA")
_new_way("res-terminal-ambiguous", "DNA", "acgtacgtacgtnnnnnnn")


@plants("seq-other-seqids-present")
def identifiers(listing: Listing, random: Random) -> int:
    one = a_record(listing, random, ANY)
    table = there(one.body, "INSDSeq_feature-table")
    holder = child(one.body, "INSDSeq_other-seqids")
    child(holder, "INSDSeqid", f"pat|WO|2013999999|A1|{one.number}")
    one.body.remove(holder)
    one.body.insert(list(one.body).index(table), holder)
    return one.position


# -- residues ----------------------------------------------------------------------------------


def _replaced(rule: str, moltypes: tuple[str, ...], name: str, text: str) -> None:
    """Put a text in the place of one residue; the length stays the same."""

    def plant(listing: Listing, random: Random) -> int:
        one = a_record(listing, random, moltypes, lambda r: r.length >= 16)
        at = random.randrange(one.length)
        one.letters = one.letters[:at] + text + one.letters[at + 1 :]
        return one.position

    way(rule, name, plant)


for _text in ("-", "?", "x", "i", "*", "z", "\u0430"):
    _replaced("res-nt-invalid-symbol", NUCLEOTIDE, _text, _text)
for _text in ("-", "?", "\u0410", "/"):
    _replaced("res-aa-invalid-symbol", ("AA",), _text, _text)
_replaced("res-nt-uracil", NUCLEOTIDE, "one u", "u")
_replaced("res-aa-terminator", ("AA",), "star", "*")
_replaced("res-aa-terminator", ("AA",), "full stop", ".")
_replaced("res-nt-uppercase", NUCLEOTIDE, "one letter", "A")
_replaced("res-aa-lowercase", ("AA",), "one letter", "k")


def _whole(rule: str, moltypes: tuple[str, ...], name: str, upper: bool) -> None:
    def plant(listing: Listing, random: Random) -> int:
        one = a_record(listing, random, moltypes)
        one.letters = one.letters.upper() if upper else one.letters.lower()
        return one.position

    way(rule, name, plant)


_whole("res-nt-uppercase", NUCLEOTIDE, "all letters", True)
_whole("res-aa-lowercase", ("AA",), "all letters", False)


@plants("res-nt-uracil")
def every_u(listing: Listing, random: Random) -> int:
    one = a_record(listing, random, ("RNA",), lambda r: "t" in r.letters)
    one.letters = one.letters.replace("t", "u")
    return one.position


def _broken(name: str, piece: str) -> None:
    """Put layout between residues; the length counts the residues alone."""

    def plant(listing: Listing, random: Random) -> int:
        one = a_record(listing, random, ANY, lambda r: r.length >= 12)
        one.letters = one.letters[:10] + piece + one.letters[10:]
        return one.position

    way("res-whitespace-or-digits", name, plant)


_broken("space", " ")
_broken("line break", "\n")
_broken("position", " 10 ")


@plants("res-aa-terminator")
def at_the_end(listing: Listing, random: Random) -> int:
    one = a_record(listing, random, ("AA",), lambda r: r.length > 6)
    one.letters = one.letters[:-1] + "*"
    return one.position


@plants("res-n-has-single-value")
def modified_base_at_n(listing: Listing, random: Random) -> int:
    one = a_record(listing, random, NUCLEOTIDE, lambda r: "n" in r.letters)
    one.add("modified_base", str(one.letters.find("n") + 1), ("mod_base", "m5c"))
    return one.position


@plants("res-x-d-amino-acid")
def d_amino_acid_at_x(listing: Listing, random: Random) -> int:
    one = a_record(listing, random, ("AA",), lambda r: "X" in r.letters)
    one.add("SITE", str(one.letters.find("X") + 1), ("note", "D-Alanine"))
    return one.position


@plants("res-ambiguity-nt-restrictive")
def wider_than_the_note(listing: Listing, random: Random) -> int:
    one = a_record(listing, random, NUCLEOTIDE, lambda r: "n" in r.letters)
    one.add("variation", str(one.letters.find("n") + 1), ("note", "a or g"))
    return one.position


@plants("seq-hybrid-suspect")
def a_deoxynucleotide_in_rna(listing: Listing, random: Random) -> int:
    return grown(listing, random, ("RNA",), "misc_feature", ("note", "2'-deoxythymidine")).position


@plants("seq-hybrid-source")
def parts_in_a_natural_molecule(listing: Listing, random: Random) -> int:
    one = one_of([r for r in listing.records if r.moltype == "DNA" and _is_hybrid(r)], random)
    organism = one.source.named("organism")
    assert organism is not None
    organism.value = "Homo sapiens"
    return one.position


def _is_hybrid(one: Record) -> bool:
    notes = {q.value for f in one.features for q in f.qualifiers if q.name == "note"}
    return {"DNA", "RNA"} <= notes
