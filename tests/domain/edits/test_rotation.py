from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seqeditor.domain.edits.rotation import circle_feature, effects, rotated, with_circle
from seqeditor.domain.edits.sequence import new_sequence
from seqeditor.domain.location import (
    Complement,
    Join,
    Location,
    Order,
    Point,
    Range,
    parse,
)
from seqeditor.domain.sequence import Feature, Qualifier, Sequence

LENGTH = 24
LETTERS = "acgtrymkswbdhvnacgtacgta"


def listed(*features: Feature, moltype: str = "DNA", letters: str = LETTERS) -> Sequence:
    one = new_sequence(moltype, letters, organism="x", mol_type="y")
    return replace(one, features=(*one.features, *features))


def turned(location: str, first: int, key: str = "misc_feature") -> str:
    return rotated(listed(Feature(key, location)), first).features[1].location


@st.composite
def locations(draw: st.DrawFn) -> Location:
    """A location whose members neither touch nor overlap, in reading order, on either strand."""
    places = sorted(draw(st.sets(st.integers(1, LENGTH), min_size=2, max_size=8)))
    ranges: list[Location] = []
    for start, end in zip(places[::2], places[1::2], strict=False):
        if ranges and start == max(p for d in ranges[-1].descriptors() for p in d.positions) + 1:
            continue
        ranges.append(draw(st.sampled_from((Range(start, end), Point(start)))))
    if draw(st.booleans()):
        head = ranges[0]
        if isinstance(head, Range):
            ranges[0] = replace(head, before=True)
    if len(ranges) == 1:
        one = ranges[0]
        return Complement(one) if draw(st.booleans()) else one
    kind = draw(st.sampled_from((Join, Order)))
    if draw(st.booleans()):
        return Complement(kind(tuple(ranges)))
    if draw(st.booleans()):
        return kind(tuple(map(Complement, reversed(ranges))))
    return kind(tuple(ranges))


def residues(location: str) -> list[tuple[int, int]]:
    """Each residue read and its strand, in the order of reading."""
    found: list[tuple[int, int]] = []
    for start, end, strand in parse(location, "DNA").spans():
        run = range(start, end + 1) if strand > 0 else range(end, start - 1, -1)
        found += [(at, strand) for at in run]
    return found


@given(locations(), st.integers(1, LENGTH))
@settings(max_examples=200, deadline=None)
def test_a_feature_reads_the_same_residues(location: Location, first: int) -> None:
    numbers = [(at - first) % LENGTH + 1 for at in range(LENGTH + 1)]
    expected = [(numbers[at], strand) for at, strand in residues(str(location))]
    new = turned(str(location), first)
    assert residues(new) == expected
    assert new.count("<") == str(location).count("<")


@given(locations(), st.integers(2, LENGTH))
@settings(max_examples=200, deadline=None)
def test_turning_back_gives_what_was_there(location: Location, first: int) -> None:
    before = listed(
        Feature("CDS", str(location), (Qualifier("transl_except", "(pos:4..6,aa:Sec)"),), ref=3)
    )
    there = rotated(before, first)
    assert there.residues.text() == LETTERS[first - 1 :] + LETTERS[: first - 1]
    back = rotated(there, LENGTH + 2 - first)
    both = [one.features[1].location for one in (before, back)]
    # Members that meet where the old ends were are one range afterwards: the same residues.
    if residues(both[0])[0] == residues(both[1])[0] and "24" not in both[0]:
        assert both[0] == both[1]
    assert residues(both[0]) == residues(both[1])
    assert back.features[1].qualifiers == before.features[1].qualifiers
    assert back.residues == before.residues


@pytest.mark.parametrize(
    ("location", "first", "expected"),
    [
        ("5..10", 5, "1..6"),
        ("5..10", 8, "join(22..24,1..3)"),
        ("complement(5..10)", 8, "complement(join(22..24,1..3))"),
        ("<5..>10", 8, "join(<22..24,1..>3)"),
        ("join(22..24,1..3)", 22, "1..6"),
        ("complement(join(22..24,1..3))", 20, "complement(3..8)"),
        ("join(complement(1..3),complement(22..24))", 20, "complement(3..8)"),
        ("join(24,1)", 24, "1..2"),
        ("join(2..4,8..12)", 10, "join(17..19,23..24,1..3)"),
        ("order(2..4,8..12)", 10, "order(17..19,23..24,1..3)"),
        ("9^10", 10, "24^1"),
        ("24^1", 10, "15^16"),
        ("7", 7, "1"),
        ("5..6", 6, "join(24,1)"),
        ("1..24", 4, "1..24"),
        ("20..30", 4, "20..30"),
        ("nonsense", 4, "nonsense"),
    ],
)
def test_examples(location: str, first: int, expected: str) -> None:
    assert turned(location, first) == expected


def test_positions_in_qualifiers_follow() -> None:
    quals = (
        Qualifier("transl_except", "(pos:4..6,aa:Sec)"),
        Qualifier("anticodon", "(pos:9..11,aa:Met,seq:cat)"),
        Qualifier("rpt_unit_range", "12..14"),
    )
    new = rotated(listed(Feature("CDS", "4..15", quals)), 10)
    assert [q.value for q in new.features[1].qualifiers] == [
        "(pos:19..21,aa:Sec)",
        "(pos:join(24,1..2),aa:Met,seq:cat)",
        "3..5",
    ]
    assert new.features[0].location == "1..24"


def test_what_is_done_beside_moving_is_told() -> None:
    repeat = Feature("repeat_region", "2..20", (Qualifier("rpt_unit_range", "8..12"),))
    over, outside = Feature("CDS", "join(22..24,1..3)"), Feature("gene", "20..30")
    told = effects(listed(repeat, over, outside), 10)
    assert told.divided == (repeat,)
    assert told.joined == (over,)
    assert told.unread == (outside,)
    assert told.obstacles == ((repeat, repeat.qualifiers[0]),)
    assert effects(listed(repeat, over, outside), 1).divided == ()


def test_amino_acids_are_divided_and_bonds_keep_their_ends() -> None:
    region = Feature("REGION", "3..6", (Qualifier("note", "loop", id="q4"),), ref=9)
    bond = Feature("DISULFID", "2..7")
    ring = listed(region, bond, moltype="AA", letters="ACDEFGCH")
    new = rotated(ring, 5)
    assert [(f.key, f.location) for f in new.features[1:]] == [
        ("REGION", "7..8"),
        ("REGION", "1..2"),
        ("DISULFID", "3..6"),
    ]
    assert [(f.ref, f.qualifiers[0].id) for f in new.features[1:3]] == [(9, "q4"), (0, None)]
    assert effects(ring, 5).divided == (region,)


def test_the_note_that_it_is_circular_stays_at_the_ends() -> None:
    plasmid = with_circle(listed())
    assert plasmid.features[1] == circle_feature(plasmid)
    assert plasmid.features[1].location == "24^1"
    assert rotated(plasmid, 5).features[1].location == "24^1"
    assert with_circle(plasmid) is plasmid
    ring = with_circle(listed(moltype="AA", letters="ACDEFG"))
    assert rotated(ring, 3).features[1] == ring.features[1]


@pytest.mark.parametrize("first", [0, 25, -1])
def test_a_position_that_is_none_is_refused(first: int) -> None:
    with pytest.raises(ValueError, match=str(first)):
        rotated(listed(), first)
