from __future__ import annotations

import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seqeditor.domain.location import parse
from seqeditor.domain.residues import TextResidues
from seqeditor.domain.translation import (
    CodingRegion,
    Translation,
    agree,
    coding_region,
    read_exceptions,
    reverse_complement,
    translate,
)
from seqeditor.vocabulary.genetic_codes import default_code, genetic_code, genetic_codes
from seqeditor.vocabulary.residues import one_letter_codes

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from Bio.Data import CodonTable
    from Bio.Seq import Seq


def translated(
    letters: str, location: str, *exceptions: str, codon_start: int = 1, table: int = 1
) -> Translation:
    region = coding_region(TextResidues(letters), parse(location, "DNA"), codon_start)
    code = genetic_code(table)
    assert code is not None
    return translate(region, code, read_exceptions(exceptions, one_letter_codes(), "DNA"))


@pytest.mark.parametrize("code", genetic_codes(), ids=lambda code: str(code.id))
@given(letters=st.text("acgt", max_size=120))
def test_every_table_agrees_with_biopython(code, letters: str) -> None:
    if code.id not in CodonTable.unambiguous_dna_by_id:
        pytest.skip("Biopython does not have this table")
    whole = letters[: len(letters) - len(letters) % 3]
    region = CodingRegion(whole, ((1, len(whole), 1),), is_partial_start=True)
    ours = translate(region, code)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        theirs = str(Seq(whole).translate(table=code.id))
    shown = ours.letters + ("*" if ours.has_stop else "")
    both = code.also_sense
    for at, (mine, other) in enumerate(zip(shown, theirs, strict=True)):
        # A stop that is also read as an amino acid may be shown as either.
        assert mine == other or whole[3 * at : 3 * at + 3] in both


@given(letters=st.text("acgtmrwsykvhdbn", min_size=3, max_size=60))
def test_ambiguity_is_x_unless_all_codons_agree(letters: str) -> None:
    whole = letters[: len(letters) - len(letters) % 3]
    region = CodingRegion(whole, ((1, len(whole), 1),), is_partial_start=True)
    ours = translate(region, default_code())
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        theirs = str(Seq(whole).translate())
    shown = ours.letters + ("*" if ours.has_stop else "")
    # Biopython also knows B, Z and J for two amino acids each, where this program says X.
    assert shown == theirs.translate(str.maketrans("BZJ", "XXX"))


def test_a_region_is_read_to_its_stop() -> None:
    one = translated("atggctaaataa", "1..12")
    assert one == Translation("MAK", has_start=True, has_stop=True)


def test_join_and_complement_are_read_in_their_order() -> None:
    assert translated("atggcccccctaaataa", "join(1..4,10..17)").letters == "MAK"
    other = reverse_complement("atggctaaataa")
    assert translated(other, "complement(1..12)").letters == "MAK"
    assert translated(other, "complement(join(1..5,6..12))").letters == "MAK"
    assert translated(other, "join(complement(6..12),complement(1..5))").letters == "MAK"


@pytest.mark.parametrize(("codon_start", "letters"), [(1, "DG"), (2, "MA"), (3, "W")])
def test_codon_start_shifts_the_frame(codon_start: int, letters: str) -> None:
    found = translated("gatggct", "<1..>7", codon_start=codon_start)
    assert found.letters == letters
    assert found.left_over == (7 - codon_start + 1) % 3


def test_a_first_codon_that_starts_gives_methionine_unless_the_end_is_open() -> None:
    assert translated("ttggct", "1..>6", table=11).letters == "MA"
    assert translated("ttggct", "<1..>6", table=11).letters == "LA"
    assert translated("agccaa", "complement(<1..6)", table=11).letters == "MA"
    assert translated("agccaa", "complement(1..>6)", table=11).letters == "LA"


def test_exceptions_name_another_amino_acid() -> None:
    letters = "atgtgagcttag"
    assert translated(letters, "1..12").inner_stops == (2,)
    found = translated(letters, "1..12", "(pos:4..6,aa:Sec)")
    assert (found.letters, found.inner_stops, found.has_stop) == ("MUA", (), True)
    assert translated(letters, "1..12", "(pos:7..9,aa:OTHER)").letters == "M*X"


def test_exceptions_on_the_other_strand_and_across_an_intron() -> None:
    other = reverse_complement("atgtgagcttag")
    found = translated(other, "complement(1..12)", "(pos:complement(7..9),aa:Sec)")
    assert found.letters == "MUA"
    joined = "atgtgccccagcttag"
    found = translated(joined, "join(1..5,10..16)", "(pos:join(4..5,10),aa:Sec)")
    assert found.letters == "MUA"


def test_term_completes_a_stop_of_one_or_two_bases() -> None:
    for rest in ("t", "ta"):
        letters = "atggct" + rest
        found = translated(letters, f"1..{len(letters)}", f"(pos:7..{len(letters)},aa:TERM)")
        if rest == "t":
            found = translated(letters, "1..7", "(pos:7,aa:TERM)")
        assert (found.letters, found.has_stop, found.left_over) == ("MA", True, 0)


@pytest.mark.parametrize(
    "value", ["(pos:5..7,aa:Sec)", "(pos:1..2,aa:Sec)", "(pos:90..92,aa:Sec)", "(pos:1..9,aa:Sec)"]
)
def test_exceptions_that_are_no_codon_are_told(value: str) -> None:
    assert len(translated("atgtgagcttag", "1..12", value).misplaced) == 1


def test_unreadable_exceptions_are_left_out() -> None:
    found = read_exceptions(
        ["pos 3", "(pos:1..3,aa:Foo)", "(pos:x,aa:Sec)"], one_letter_codes(), "DNA"
    )
    assert found == []


@given(
    letters=st.text("acgt", min_size=1, max_size=60),
    bounds=st.lists(st.tuples(st.integers(1, 60), st.integers(1, 60)), min_size=1, max_size=4),
    reverse=st.booleans(),
)
def test_places_in_the_region_and_in_the_sequence_answer_each_other(
    letters: str, bounds: list[tuple[int, int]], reverse: bool
) -> None:
    stretches = [(min(b), min(max(b), len(letters))) for b in bounds if min(b) <= len(letters)]
    if not stretches:
        return
    text = ",".join(f"{a}..{b}" if a != b else f"{a}" for a, b in stretches)
    text = f"join({text})" if len(stretches) > 1 else text
    location = parse(f"complement({text})" if reverse else text, "DNA")
    region = coding_region(TextResidues(letters), location)
    assert len(region.bases) == sum(b - a + 1 for a, b in stretches)
    for offset, base in enumerate(region.bases):
        stored = letters[region.position(offset) - 1]
        assert base == (reverse_complement(stored) if reverse else stored)


@pytest.mark.parametrize(
    ("one", "other", "at"),
    [("MKV", "MKV", 0), ("MKV", "MXV", 0), ("MKV", "MRV", 2), ("MKV", "MK", 3), ("", "", 0)],
)
def test_agreement(one: str, other: str, at: int) -> None:
    assert agree(one, other) == at
    assert agree(other, one) == at
