from __future__ import annotations

import pytest

from seqeditor.domain.location_ends import Side
from seqeditor.domain.residues import TextResidues
from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from seqeditor.ui.map.entries import Entry, entries_of


def entries(*features: Feature, length: int = 100, moltype: str = "DNA") -> tuple[Entry, ...]:
    letters = "a" if moltype != "AA" else "M"
    return entries_of(Sequence(moltype, TextResidues(letters * length), features))


def only(location: str, key: str = "CDS", *, length: int = 100, moltype: str = "DNA") -> Entry:
    (entry,) = entries(Feature(key, location), length=length, moltype=moltype)
    return entry


def test_the_source_and_what_has_no_place_are_left_out() -> None:
    found = entries(
        Feature("source", "1..100"),
        Feature("CDS", "5..50"),
        Feature("gene", "nonsense"),
        Feature("gene", "200..300"),
        Feature("gene", ""),
    )
    assert [(entry.index, entry.start, entry.end) for entry in found] == [(1, 5, 50)]


def test_a_feature_beyond_the_end_is_cut() -> None:
    assert (only("90..120").start, only("90..120").end) == (90, 100)


def test_nothing_has_a_place_where_there_are_no_residues() -> None:
    assert entries(Feature("CDS", "0..1"), Feature("CDS", "1"), length=0) == ()


def test_open_ends_and_strands_are_told() -> None:
    (piece,) = only("complement(<5..>50)").pieces
    assert (piece.strand, piece.open_start, piece.open_end, piece.is_head) == (-1, True, True, True)
    (piece,) = only("5..50").pieces
    assert (piece.strand, piece.open_start, piece.open_end) == (1, False, False)


@pytest.mark.parametrize(
    ("location", "heads"),
    [
        ("join(5..10,20..30)", [False, True]),
        ("complement(join(5..10,20..30))", [True, False]),
        ("join(complement(20..30),complement(5..10))", [True, False]),
        ("join(5..10,complement(20..30))", [True, True]),
    ],
)
def test_the_arrow_is_where_the_feature_is_read_to(location: str, heads: list[bool]) -> None:
    entry = only(location)
    assert [piece.is_head for piece in entry.pieces] == heads
    assert entry.links == ((10, 19),)


def test_an_order_is_told_from_a_join() -> None:
    assert only("order(5..10,20..30)").is_order
    assert only("complement(order(5..10,20..30))").is_order
    assert not only("join(5..10,20..30)").is_order


def test_pieces_keep_their_number_in_the_location() -> None:
    assert [p.number for p in only("join(50..60,5..10)").pieces] == [1, 0]


def test_no_link_where_a_circle_is_closed() -> None:
    assert only("join(90..100,1..20)").links == ()
    assert only("join(90..99,1..20)").links == ((20, 89),)


def test_a_site_lies_between_two_residues() -> None:
    (piece,) = only("10^11", "variation").pieces
    assert piece.is_site
    assert piece.gaps == (10, 10)
    assert piece.sides == (Side.SITE,)
    assert only("100^1", "variation").pieces[0].gaps == (100, 100)


def test_a_bond_is_two_linked_residues() -> None:
    entry = only("10..40", "DISULFID", moltype="AA")
    assert [(p.start, p.end, p.sides) for p in entry.pieces] == [
        (10, 10, (Side.START,)),
        (40, 40, (Side.END,)),
    ]
    assert entry.links == ((10, 39),)


def test_proteins_have_no_arrows() -> None:
    assert not only("10..40", "CHAIN", moltype="AA").pieces[0].is_head


def test_the_label_has_key_and_name() -> None:
    feature = Feature("CDS", "5..50", (Qualifier("note", "x"), Qualifier("gene", "bla")))
    assert entries(feature)[0].label == "CDS  bla"
    assert only("5..50").label == "CDS"
