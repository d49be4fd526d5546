from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seqeditor.domain.edits.residues import consequences, features_lost, replace_residues
from seqeditor.domain.location import faults, whole
from seqeditor.domain.residues import TextResidues
from seqeditor.domain.sequence import Feature, Qualifier, Sequence

LETTERS = "acgtacgtacgtacgtacgt"


def _sequence(*features: Feature, moltype: str = "DNA", letters: str = LETTERS) -> Sequence:
    source = Feature("source", f"1..{len(letters)}", (Qualifier("organism", "x", ref=9),), ref=1)
    return Sequence(moltype, TextResidues(letters), (source, *features), written_length="20")


def _locations(sequence: Sequence) -> list[str]:
    return [feature.location for feature in sequence.features]


def test_features_follow_and_keep_their_addresses() -> None:
    old = _sequence(Feature("gene", "5..10", ref=2), Feature("CDS", "join( 1..3, 15..20 )", ref=3))
    new = replace_residues(old, 7, 0, "nnn")

    assert new.residues.text() == "acgtacnnngtacgtacgtacgt"
    assert _locations(new) == ["1..23", "5..13", "join(1..3,18..23)"]
    assert [feature.ref for feature in new.features] == [1, 2, 3]
    assert new.features[0].qualifiers[0].ref == 9
    assert new.written_length is None


def test_a_location_that_does_not_move_stays_as_written() -> None:
    old = _sequence(Feature("gene", " 01..03 "), Feature("gene", "what?"))
    assert _locations(replace_residues(old, 10, 1, "")) == ["1..19", " 01..03 ", "what?"]


def test_a_feature_of_which_nothing_is_left_goes() -> None:
    old = _sequence(Feature("gene", "5..6"), Feature("gene", "4..7"))
    assert features_lost(old, 5, 2, "") == (old.features[1],)
    assert _locations(replace_residues(old, 5, 2, "")) == ["1..18", "4..5"]
    assert features_lost(old, 5, 2, "aa") == ()


def test_without_any_residue_features_wait_for_new_ones() -> None:
    old = _sequence(Feature("gene", "5..6"))
    empty = replace_residues(old, 1, 20, "")
    assert _locations(empty) == ["1..20", "5..6"]
    assert features_lost(old, 1, 20, "") == ()
    assert _locations(replace_residues(empty, 1, 0, "acgtacgta")) == ["1..9", "5..6"]


def test_source_covers_all_even_where_it_did_not() -> None:
    wrong = Sequence("DNA", TextResidues(LETTERS), (Feature("source", "2..5"),))
    assert _locations(replace_residues(wrong, 1, 0, "a")) == ["1..21"]
    two = _sequence(Feature("source", "2..5"))
    assert _locations(replace_residues(two, 1, 0, "a")) == ["1..21", "3..6"]
    one = Sequence("DNA", TextResidues("a"), (Feature("source", "1"),))
    assert _locations(replace_residues(one, 2, 0, "a")) == ["1..2"]
    assert _locations(replace_residues(_sequence(), 2, 19, "")) == ["1"]


def test_linked_amino_acids_are_two_and_not_a_stretch() -> None:
    old = _sequence(
        Feature("DISULFID", "5..10"), Feature("DOMAIN", "5..10"), moltype="AA", letters="M" * 20
    )
    assert _locations(replace_residues(old, 9, 2, "")) == ["1..18", "5..8"]


def test_locations_in_qualifier_values_follow() -> None:
    old = _sequence(
        Feature(
            "CDS",
            "1..20",
            (
                Qualifier("transl_except", "(pos:10..12,aa:Sec)", ref=5),
                Qualifier("transl_except", "(pos: complement(1..3), aa:Sec)"),
                Qualifier("transl_except", "10..12 Sec"),
                Qualifier("anticodon", "(pos:10..12,aa:Gly,seq:gcc)"),
                Qualifier("rpt_unit_range", "9..20"),
                Qualifier("tag_peptide", None),
                Qualifier("note", "10..12"),
            ),
        )
    )
    new = replace_residues(old, 4, 0, "aa")
    assert [one.value for one in new.features[1].qualifiers] == [
        "(pos:12..14,aa:Sec)",
        "(pos: complement(1..3), aa:Sec)",
        "10..12 Sec",
        "(pos:12..14,aa:Gly,seq:gcc)",
        "11..22",
        None,
        "10..12",
    ]
    assert new.features[1].qualifiers[0].ref == 5


def test_a_qualifier_whose_residues_are_gone_goes_and_is_named_beforehand() -> None:
    sec = Qualifier("transl_except", "(pos:10..12,aa:Sec)")
    split = Qualifier("anticodon", "(pos:join(2,10..12),aa:Gly,seq:gcc)")
    unit = Qualifier("rpt_unit_range", "9..20")
    bad = Qualifier("rpt_unit_range", "9 to 12")
    old = _sequence(Feature("CDS", "1..20", (sec, split, unit, bad)))

    told = consequences(old, 9, 12, 0)
    assert told.features == ()
    assert told.qualifiers == ((old.features[1], sec), (old.features[1], unit))
    assert told.loses_something
    new = replace_residues(old, 9, 12, "")
    assert [one.value for one in new.features[1].qualifiers] == [
        "(pos:2,aa:Gly,seq:gcc)",
        "9 to 12",
    ]


def test_a_coding_region_that_loses_part_of_a_codon_is_named() -> None:
    old = _sequence(Feature("CDS", "join(1..6,10..12)"), Feature("gene", "1..12"))
    cds = old.features[1]
    assert consequences(old, 5, 1, 0).out_of_frame == (cds,)
    assert consequences(old, 4, 0, 2).out_of_frame == (cds,)
    assert consequences(old, 4, 3, 0).out_of_frame == ()
    assert consequences(old, 8, 1, 0).out_of_frame == ()
    assert consequences(old, 5, 2, 2).out_of_frame == ()
    assert not consequences(old, 5, 1, 0).loses_something


def test_residues_added_behind_a_feature_over_all_of_them_are_not_its_own() -> None:
    old = _sequence(Feature("CDS", "1..20"))
    assert _locations(replace_residues(old, 21, 0, "aaa")) == ["1..23", "1..20"]
    assert _locations(replace_residues(old, 1, 0, "aaa")) == ["1..23", "4..23"]


def test_no_change_gives_the_same_value() -> None:
    old = _sequence()
    assert replace_residues(old, 3, 2, "gt") is old
    assert replace_residues(old, 21, 0, "") is old


@pytest.mark.parametrize(("start", "removed"), [(0, 1), (22, 0), (5, 17), (5, -1), (21, 1)])
def test_positions_that_are_not_there(start: int, removed: int) -> None:
    with pytest.raises(ValueError):
        replace_residues(_sequence(), start, removed, "a")


@given(st.data(), st.text("acgt", max_size=6))
@settings(max_examples=200)
def test_every_feature_left_lies_in_the_sequence(data: st.DataObject, inserted: str) -> None:
    places = st.tuples(st.integers(1, 20), st.integers(1, 20)).map(sorted)
    features = [Feature("gene", f"{a}..{b}") for a, b in data.draw(st.lists(places, max_size=4))]
    old = _sequence(*features)
    start = data.draw(st.integers(1, 21))
    removed = data.draw(st.integers(0, 21 - start))

    new = replace_residues(old, start, removed, inserted)

    assert new.length == 20 - removed + len(inserted)
    if new.length:
        assert len(new.features) + len(features_lost(old, start, removed, inserted)) == len(
            old.features
        )
        for feature in new.features:
            assert faults(feature.location, "DNA", new.length) == ()
        assert new is old or new.features[0].location == str(whole(new.length))


@given(st.data(), st.integers(0, 6))
@settings(max_examples=200)
def test_what_an_edit_takes_away_is_what_was_told(data: st.DataObject, inserted: int) -> None:
    places = st.tuples(st.integers(1, 20), st.integers(1, 20)).map(lambda two: sorted(two))
    ranges = places.map(lambda two: f"{two[0]}..{two[1]}")
    sites = st.integers(1, 19).map(lambda x: f"{x}^{x + 1}") | st.just("20^1")
    parts = st.lists(ranges, min_size=2, max_size=3).map(lambda all_: f"join({','.join(all_)})")
    features = [
        Feature("CDS", location, (Qualifier("rpt_unit_range", unit),))
        for location, unit in data.draw(st.lists(st.tuples(ranges | sites | parts, ranges)))
    ]
    old = _sequence(*features)
    start = data.draw(st.integers(1, 21))
    removed = data.draw(st.integers(0, 21 - start))
    letters = "n" * inserted  # no letter of the sequence, so that every edit is one

    told = consequences(old, start, removed, inserted)
    new = replace_residues(old, start, removed, letters)

    if new.length and new is not old:
        left = len(old.features) - len(told.features)
        assert len(new.features) == left
        qualifiers = sum(len(one.qualifiers) for one in new.features)
        gone_with_features = sum(len(one.qualifiers) for one in told.features)
        assert qualifiers == 1 + len(features) - gone_with_features - len(told.qualifiers)
