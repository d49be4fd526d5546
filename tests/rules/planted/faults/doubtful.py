"""What is allowed or nearly so, and rightly pointed out: warnings, and sequences compared."""

from __future__ import annotations

from random import Random

from tests.rules.planted.coding import codons
from tests.rules.planted.features import reverse_complement
from tests.rules.planted.listings import MADE, record
from tests.rules.planted.planter import ANY, NUCLEOTIDE, NotHereError, a_record, grown, plants
from tests.rules.planted.tree import Listing, Record, again, child, there


def _new(listing: Listing, moltype: str, letters: str, *more: tuple[str, str]) -> Record:
    """Append a sequence, with qualifiers of its source instead of the usual ones."""
    mol_type = "" if moltype == "AA" else f"other {moltype}"
    made = record(listing.root, moltype, letters, MADE, mol_type)
    for name, value in more:
        present = made.source.named(name)
        if present is None:
            made.source.add(name, value)
        else:
            present.value = value
    made.element.set("sequenceIDNumber", str(made.position))
    there(listing.root, "SequenceTotalQuantity").text = str(made.position)
    return made


PROTEIN = "MKVWYACDEFGHIKLMNPQRST"


# -- features at the wrong residue -------------------------------------------------------------


@plants("feat-disulfid-residues")
def a_bond_of_methionine(listing: Listing, random: Random) -> int:
    made = _new(listing, "AA", PROTEIN)
    made.add("DISULFID", "1..7", ("note", "intrachain"))
    return made.position


@plants("feat-init-met")
def a_start_in_the_middle(listing: Listing, random: Random) -> int:
    return grown(listing, random, ("AA",), "INIT_MET", location="3").position


@plants("feat-non-std-residue")
def an_ordinary_residue(listing: Listing, random: Random) -> int:
    made = _new(listing, "AA", PROTEIN)
    made.add("NON_STD", "2", ("note", "selenocysteine"))
    return made.position


@plants("feat-non-ter")
def an_end_in_the_middle(listing: Listing, random: Random) -> int:
    made = _new(listing, "AA", PROTEIN)
    made.add("NON_TER", str(random.randint(2, len(PROTEIN) - 1)))
    return made.position


@plants("feat-dna-scope")
def a_key_of_dna_in_rna(listing: Listing, random: Random) -> int:
    key = random.choice(["D-loop", "iDNA", "misc_recomb", "oriT", "STS"])
    return grown(listing, random, ("RNA",), key).position


@plants("res-ambiguity-aa-restrictive")
def x_for_two(listing: Listing, random: Random) -> int:
    made = _new(listing, "AA", "MKVXLA")
    made.add("VARIANT", "4", ("note", "D or N"))
    return made.position


# -- qualifiers --------------------------------------------------------------------------------


@plants("qual-direction-orit")
def to_both_sides(listing: Listing, random: Random) -> int:
    return grown(listing, random, ("DNA",), "oriT", ("direction", "both")).position


@plants("qual-exception-value")
def another_exception(listing: Listing, random: Random) -> int:
    made = _new(listing, "DNA", codons("MKV") + "taa")
    made.add("CDS", "1..12", ("exception", "edited"), ("translation", "MKV"))
    return made.position


@plants("qual-germline-rearranged")
def both_states(listing: Listing, random: Random) -> int:
    one = a_record(listing, random, NUCLEOTIDE)
    for name in ("germline", "rearranged"):
        if one.source.named(name) is None:
            one.source.add(name, None)
    return one.position


@plants("qual-transl-except-other-note")
def which_amino_acid(listing: Listing, random: Random) -> int:
    made = _new(listing, "DNA", codons("MKV") + "taa")
    made.add("CDS", "1..12", ("transl_except", "(pos:4..6,aa:OTHER)"), ("translation", "MXV"))
    return made.position


@plants("qual-transl-except-place")
def out_of_the_frame(listing: Listing, random: Random) -> int:
    made = _new(listing, "DNA", codons("MKV") + "taa")
    made.add("CDS", "1..12", ("transl_except", "(pos:5..7,aa:Ser)"), ("translation", "MXV"))
    return made.position


# -- molecules of DNA and RNA parts ------------------------------------------------------------


@plants("seq-hybrid-moltype")
def parts_in_rna(listing: Listing, random: Random) -> int:
    made = _new(listing, "RNA", "acgtacgtacgtacgtacgt")
    made.add("misc_feature", "1..10", ("note", "DNA"))
    made.add("misc_feature", "11..20", ("note", "RNA"))
    return made.position


@plants("seq-hybrid-segments")
def a_part_left_out(listing: Listing, random: Random) -> int:
    made = _new(listing, "DNA", "acgtacgtacgtacgtacgt")
    made.add("misc_feature", "1..10", ("note", "DNA"))
    made.add("misc_feature", "13..20", ("note", "RNA"))
    return made.position


@plants("seq-other-seqids-format")
def another_form_of_identifier(listing: Listing, random: Random) -> int:
    one = a_record(listing, random)
    table = there(one.body, "INSDSeq_feature-table")
    holder = child(one.body, "INSDSeq_other-seqids")
    child(holder, "INSDSeqid", "WO2013999999")
    one.body.remove(holder)
    one.body.insert(list(one.body).index(table), holder)
    return one.position


@plants("gi-filing-date-missing")
def no_filing_date(listing: Listing, random: Random) -> None:
    application = listing.root.find("ApplicationIdentification")
    if application is None or application.find("FilingDate") is None:
        raise NotHereError
    application.remove(there(application, "FilingDate"))


# -- coding regions ----------------------------------------------------------------------------


def _coding(
    listing: Listing, letters: str, location: str, *quals: tuple[str, str | None]
) -> Record:
    made = _new(listing, "DNA", letters)
    made.add("CDS", location, *quals)
    return made


@plants("tr-codon-start-complete")
def frame_of_a_complete_one(listing: Listing, random: Random) -> int:
    letters = "c" + codons("MKV") + "taa"
    quals = (("codon_start", "2"), ("translation", "MKV"))
    return _coding(listing, letters, "1..13", *quals).position


@plants("tr-internal-stop")
def a_stop_inside(listing: Listing, random: Random) -> int:
    letters = codons("MK") + "taa" + codons("V") + "taa"
    return _coding(listing, letters, f"1..{len(letters)}").position


@plants("tr-mat-peptide-stop")
def the_stop_in_the_peptide(listing: Listing, random: Random) -> int:
    letters = codons("MKV") + "taa"
    made = _coding(listing, letters, "1..12", ("translation", "MKV"))
    made.add("mat_peptide", "4..12")
    return made.position


@plants("tr-no-start")
def another_first_codon(listing: Listing, random: Random) -> int:
    letters = codons("HKV") + "taa"
    return _coding(listing, letters, "1..12", ("translation", "HKV")).position


@plants("tr-cds-without-translation")
def no_translation(listing: Listing, random: Random) -> int:
    return _coding(listing, codons("MKV") + "taa", "1..12").position


# -- sequences compared ------------------------------------------------------------------------


@plants("x-duplicate-sequence")
def the_same_sequence_again(listing: Listing, random: Random) -> None:
    """The copy or the first one is told."""
    one = a_record(listing, random)
    copy = again(one.element)
    copy.set("sequenceIDNumber", str(len(listing.records) + 1))
    listing.root.append(copy)
    there(listing.root, "SequenceTotalQuantity").text = str(len(listing.records))


@plants("x-reverse-complement")
def the_other_strand(listing: Listing, random: Random) -> None:
    one = a_record(listing, random, ("DNA",), lambda r: r.length >= 15)
    _new(listing, "DNA", reverse_complement(one.letters))


@plants("x-embedded-replace")
def an_insertion_worth_listing(listing: Listing, random: Random) -> int:
    quals = (("replace", "acggtcattgcaggtc"),)
    return grown(listing, random, NUCLEOTIDE, "variation", *quals, location="3^4").position


@plants("x-embedded-primers")
def primers_worth_listing(listing: Listing, random: Random) -> int:
    one = a_record(listing, random, NUCLEOTIDE, lambda r: r.source.named("PCR_primers") is None)
    one.source.add("PCR_primers", "fwd_seq: acggtcattgcaggtc, rev_seq: ttgcaggtcacggatt")
    return one.position


@plants("x-seq-id-reference")
def a_number_there_is_not(listing: Listing, random: Random) -> int:
    number = len(listing.records) + random.randint(1, 100)
    note = random.choice([f"binds SEQ ID NO: {number}", f"see SEQ ID NO {number}"])
    one = a_record(listing, random, ANY)
    one.add("REGION" if one.moltype == "AA" else "misc_feature", "2", ("note", note))
    return one.position


@plants("x-organism-spelling")
def a_letter_more(listing: Listing, random: Random) -> None:
    _new(listing, "AA", PROTEIN, ("organism", "Mus musculus"))
    _new(listing, "AA", PROTEIN + "K", ("organism", "Mus musculuss"))


@plants("x-missing-protein-link")
def a_protein_nobody_names(listing: Listing, random: Random) -> None:
    _coding(listing, codons(PROTEIN) + "taa", f"1..{3 * len(PROTEIN) + 3}")
    _new(listing, "AA", PROTEIN)


@plants("x-subsequence")
def a_part_of_another(listing: Listing, random: Random) -> None:
    _new(listing, "AA", PROTEIN)
    _new(listing, "AA", PROTEIN[3:15])
