from __future__ import annotations

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seqeditor.domain import cleaning
from seqeditor.domain.cleaning import Cleaned, Cleaning, Foreign, clean, clean_each, guess_moltype

NUCLEOTIDES = "acgtmrwsykvhdbn"
CODES = {"Ala": "A", "Gly": "G", "Met": "M", "Asn": "N", "Xaa": "X"}


def _nucleotides(text: str) -> Cleaned:
    (one,) = clean(text, "DNA", NUCLEOTIDES)
    return one


def _amino_acids(text: str) -> Cleaned:
    (one,) = clean(text, "AA", string.ascii_uppercase, CODES)
    return one


def test_clean_text_stays_and_nothing_is_told() -> None:
    assert _nucleotides("acgtn") == Cleaned("acgtn")
    assert _amino_acids("MKV") == Cleaned("MKV")


def test_numbers_blanks_and_line_breaks_go() -> None:
    one = _nucleotides("  1 acgta cgtac\r\n 11 ttttt  20\n")
    assert one.letters == "acgtacgtacttttt"
    assert one.cleanings == (
        Cleaning(cleaning.NUMBERS, 3),
        Cleaning(cleaning.BLANKS, 6),
        Cleaning(cleaning.LINE_BREAKS, 1),
    )


def test_uracil_and_case() -> None:
    one = _nucleotides("ACGUu")
    assert one.letters == "acgtt"
    assert one.cleanings == (Cleaning(cleaning.LOWER_CASE, 4), Cleaning(cleaning.URACIL, 2))
    assert _amino_acids("mKU").letters == "MKU"
    assert _amino_acids("mKU").cleanings == (Cleaning(cleaning.UPPER_CASE, 1),)


def test_a_stop_at_the_end_goes_and_one_inside_is_a_sign() -> None:
    assert _amino_acids("MKV*\n").cleanings == (Cleaning(cleaning.STOPS, 1),)
    one = _amino_acids("M*KV* 4")
    assert one.letters == "MKV"
    assert one.cleanings == (
        Cleaning(cleaning.STOPS, 1),
        Cleaning(cleaning.NUMBERS, 1),
        Cleaning(cleaning.BLANKS, 1),
        Cleaning(cleaning.SIGNS, 1, "*"),
    )


def test_signs_are_named() -> None:
    assert _nucleotides("ac--g.t–é").cleanings == (Cleaning(cleaning.SIGNS, 5, "- . é –"),)
    many = _nucleotides("a!\"#$%&'()*+,-./:;<=?@")
    assert many.cleanings[0].characters.endswith(" ...")


def test_letters_that_are_no_symbols_stay_and_are_told() -> None:
    one = _nucleotides("acxgtxe")
    assert one.letters == "acxgtxe"
    assert one.foreign == (Foreign("x", 2, 3), Foreign("e", 1, 7))


def test_fasta_heads_part_the_text() -> None:
    found = clean(">one first\nACGT\n\n> two\n>three\nac\ngt", "DNA", NUCLEOTIDES)
    assert [(one.head, one.letters) for one in found] == [
        ("one first", "acgt"),
        ("two", ""),
        ("three", "acgt"),
    ]
    found = clean("acgt\n>one\nac", "DNA", NUCLEOTIDES)
    assert [(one.head, one.letters) for one in found] == [(None, "acgt"), ("one", "ac")]
    assert clean(" \n12 ", "DNA", NUCLEOTIDES) == ()
    assert clean("", "AA", "") == ()


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("Met Ala Gly Asn\n1       4", "MAGN"),
        ("Met-Ala-Gly", "MAG"),
        ("MetAlaGly", "MAG"),
        ("MET ALA", "MA"),
        ("Ala", "A"),
        ("ALA", "ALA"),
        ("Met Foo", "METFOO"),
        ("MetFoo", "METFOO"),
        ("Met Ala *", "MA"),
    ],
)
def test_three_letter_codes(text: str, letters: str) -> None:
    assert _amino_acids(text).letters == letters


def test_three_letter_codes_are_told() -> None:
    assert _amino_acids("MetAla").cleanings == (Cleaning(cleaning.THREE_LETTERS, 2),)


@pytest.mark.parametrize(
    ("text", "moltype"),
    [
        ("", "DNA"),
        ("123", "DNA"),
        ("acgtn", "DNA"),
        ("NNNNNNNN", "DNA"),
        ("acgryk", "DNA"),
        ("ACGU", "RNA"),
        ("acgu\nacgn 12", "RNA"),
        ("MKVL", "AA"),
        ("mkdvrsykwhbd", "AA"),
        (">LELEL\nacgt", "DNA"),
        ("Asn Asn", "AA"),
    ],
)
def test_guesses_the_molecule_type(text: str, moltype: str) -> None:
    assert guess_moltype(text, CODES) == moltype


texts = st.text(max_size=80) | st.text("acgtuMAla >*-\n\r123é", max_size=80)


@given(texts, st.sampled_from(["DNA", "RNA", "AA", ""]))
@settings(max_examples=200)
def test_any_text_gives_letters_only(text: str, moltype: str) -> None:
    assert guess_moltype(text, CODES) in ("DNA", "RNA", "AA")
    for one in clean(text, moltype, NUCLEOTIDES, CODES):
        assert all(letter in string.ascii_letters for letter in one.letters)
        assert one.letters == (one.letters.upper() if moltype == "AA" else one.letters.lower())
        assert {each.letter for each in one.foreign} == set(one.letters) - set(NUCLEOTIDES)
        assert all(each.count > 0 for each in one.cleanings)


@given(st.text(max_size=60))
@settings(max_examples=200)
def test_cleaning_what_is_clean_changes_nothing(text: str) -> None:
    for one in clean(text, "DNA", NUCLEOTIDES):
        for again in clean(one.letters, "DNA", NUCLEOTIDES):
            assert (again.letters, again.cleanings) == (one.letters, ())


def test_a_long_text_is_quickly_read() -> None:
    (one,) = clean("> head\n" + "acgtu 123*\n" * 50_000, "RNA", NUCLEOTIDES)
    assert len(one.letters) == 250_000
    (one,) = clean("*" * 200_000 + "M", "AA", "M")
    assert one.letters == "M"


def test_what_stands_around_the_residues_of_a_flat_file_goes() -> None:
    genbank = "LOCUS       AB01   12 bp\nDEFINITION  gag\nORIGIN\n  1 acgta cgtac\n 11 gt\n//\n"
    one = _nucleotides(genbank)
    assert (one.letters, one.head) == ("acgtacgtacgt", "AB01")
    embl = "ID   X56734; SV 1\nSQ   Sequence 6 BP; 2 A; 1 C;\n     acgtaa     6\n//\n"
    two = clean(genbank + embl, "DNA", NUCLEOTIDES)
    assert [(one.letters, one.head) for one in two] == [
        ("acgtacgtacgt", "AB01"),
        ("acgtaa", "X56734"),
    ]
    assert _nucleotides("ORIGIN\n 1 acgt").letters == "acgt"
    assert guess_moltype(embl) == "DNA"


@given(st.text(max_size=60))
@settings(max_examples=200)
def test_characters_are_counted_as_they_occur(text: str) -> None:
    assert cleaning._counts(text) == {one: text.count(one) for one in text}


def test_terminal_groups_and_d_amino_acids_among_three_letter_codes_are_no_residues() -> None:
    one = _amino_acids("H-Ala-D-Gly-Met-NH2")
    assert one.letters == "AGM"
    assert Cleaning(cleaning.GROUPS, 3, "H D NH") in one.cleanings
    assert _amino_acids("Ac-AlaGly-OH").letters == "AG"
    assert _amino_acids("H L D").letters == "HLD"
    assert _amino_acids("HALA").letters == "HALA"
    assert guess_moltype("H-Ala-Gly-OH", CODES) == "AA"


def test_each_record_of_a_text_has_its_own_molecule_type() -> None:
    text = ">a\nACGTACGT\n>b\nMKVLAEQ*\n>c\nacguacgu\n>d\n\n>e\nMetAlaGly"
    found = clean_each(text, lambda moltype: NUCLEOTIDES if moltype != "AA" else "MKVLAEQG", CODES)
    assert [(moltype, one.head, one.letters) for moltype, one in found] == [
        ("DNA", "a", "acgtacgt"),
        ("AA", "b", "MKVLAEQ"),
        ("RNA", "c", "acgtacgt"),
        ("DNA", "d", ""),
        ("AA", "e", "MAG"),
    ]


@pytest.mark.parametrize(
    ("text", "moltypes"),
    [
        (">a\nacgu\n>b\nggcc", ["RNA", "RNA"]),
        (">a\nacgu\n>b\nggcc\n>c\nacgt", ["RNA", "DNA", "DNA"]),
        (">a\nggcc\n>b\nMKVL", ["DNA", "AA"]),
    ],
)
def test_letters_that_show_nothing_follow_the_others(text: str, moltypes: list[str]) -> None:
    found = clean_each(text, lambda _moltype: NUCLEOTIDES, CODES)
    assert [moltype for moltype, _one in found] == moltypes
