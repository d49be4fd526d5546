from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seqeditor.domain.edits.reverse_complement import crossing, reverse_complemented
from seqeditor.domain.location import faults, normalise, parse
from seqeditor.domain.residues import TextResidues
from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from seqeditor.domain.translation import coding_region

LETTERS = "acgtaccggtttaacgmrnt"


def _sequence(*features: Feature, letters: str = LETTERS) -> Sequence:
    source = Feature("source", f"1..{len(letters)}", ref=1)
    return Sequence("DNA", TextResidues(letters), (source, *features), written_length="20")


def _turned(location: str, start: int = 1, end: int = 20) -> str:
    return (
        reverse_complemented(_sequence(Feature("gene", location)), start, end).features[1].location
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("1..5", "complement(16..20)"),
        ("<1..5", "complement(16..>20)"),
        ("complement(16..>20)", "<1..5"),
        ("3", "complement(18)"),
        ("<1", "complement(>20)"),
        ("3^4", "complement(17^18)"),
        ("20^1", "complement(20^1)"),
        ("join(1..3,7..9)", "complement(join(12..14,18..20))"),
        ("complement(join(12..14,18..20))", "join(1..3,7..9)"),
        ("join(complement(1..3),7..9)", "join(18..20,complement(12..14))"),
        ("order(1..3,7)", "complement(order(14,18..20))"),
        (" 5..2..", " 5..2.."),
    ],
)
def test_a_location_wholly_inside_is_mirrored_and_changes_its_strand(
    before: str, after: str
) -> None:
    assert _turned(before) == after


def test_the_whole_sequence_keeps_its_source_and_its_permanent_numbers() -> None:
    new = reverse_complemented(_sequence(Feature("gene", "1..5", ref=7)), 1, 20)
    assert new.residues.text() == "anykcgttaaaccggtacgt"
    assert [(one.location, one.ref) for one in new.features] == [
        ("1..20", 1),
        ("complement(16..20)", 7),
    ]
    assert new.written_length is None


def test_what_crosses_a_bound_is_named_and_stays_as_written() -> None:
    within, across, around, beside, split = (
        Feature("gene", location)
        for location in ("6..8", "4..7", "1..15", "11..12", "join(6..7,12..13)")
    )
    old = _sequence(within, across, around, beside, split, Feature("gene", "10^11"))
    assert crossing(old, 5, 10) == (across, around, split)
    new = reverse_complemented(old, 5, 10)
    assert [one.location for one in new.features] == [
        "1..20",
        "complement(7..9)",
        "4..7",
        "1..15",
        "11..12",
        "join(6..7,12..13)",
        "10^11",
    ]
    assert new.residues.text() == "acgt" + "accggt" + "ttaacgmrnt"


def test_positions_within_qualifiers_follow() -> None:
    qualifiers = (
        Qualifier("transl_except", "(pos:4..6,aa:Sec)", ref=3),
        Qualifier("anticodon", "(pos: complement(4..6),aa:Phe,seq:aaa)"),
        Qualifier("rpt_unit_range", "4..6"),
        Qualifier("direction", "left"),
        Qualifier("note", "4..6"),
        Qualifier("pseudo"),
    )
    new = reverse_complemented(_sequence(Feature("CDS", "1..9", qualifiers)), 1, 20)
    assert [one.value for one in new.features[1].qualifiers] == [
        "(pos:complement(15..17),aa:Sec)",
        "(pos:15..17,aa:Phe,seq:aaa)",
        "15..17",
        "right",
        "4..6",
        None,
    ]
    assert new.features[1].qualifiers[0].ref == 3


@pytest.mark.parametrize(("start", "end"), [(0, 3), (4, 3), (1, 21)])
def test_positions_that_are_not_there(start: int, end: int) -> None:
    with pytest.raises(ValueError):
        reverse_complemented(_sequence(), start, end)


def test_amino_acids_have_no_other_strand() -> None:
    with pytest.raises(ValueError):
        reverse_complemented(Sequence("AA", TextResidues("MKV")), 1, 3)


places = st.tuples(st.integers(1, 20), st.integers(1, 20)).map(lambda two: sorted(two))
ranges = places.map(lambda two: f"{two[0]}..{two[1]}")
members = ranges | ranges.map(lambda one: f"complement({one})")
joined = st.lists(members, min_size=2, max_size=4).map(lambda all_: f"join({','.join(all_)})")
locations = members | joined | joined.map(lambda one: f"complement({one})")


@given(locations)
@settings(max_examples=200)
def test_a_feature_reads_the_same_letters_after_the_turn(location: str) -> None:
    old = _sequence(Feature("CDS", location))
    new = reverse_complemented(old, 1, 20)

    turned = parse(new.features[1].location, "DNA")
    before = coding_region(old.residues, parse(location, "DNA")).bases
    assert coding_region(new.residues, turned).bases == before
    assert faults(turned, "DNA", 20) == ()


@given(locations, places)
@settings(max_examples=200)
def test_turned_twice_all_is_as_it_was(location: str, turned: list[int]) -> None:
    start, end = turned
    old = _sequence(Feature("gene", location))

    new = reverse_complemented(reverse_complemented(old, start, end), start, end)

    assert new.residues.text() == LETTERS
    assert normalise(parse(new.features[1].location, "DNA")) == normalise(parse(location, "DNA"))
