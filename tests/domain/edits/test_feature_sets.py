from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from seqeditor.domain.edits.feature_sets import (
    add_qualifiers,
    clipped,
    duplicate_features,
    insert_features,
    move_features,
    order_moved,
    shifted,
    sort_features,
)
from seqeditor.domain.location import parse
from seqeditor.domain.residues import TextResidues
from seqeditor.domain.sequence import Feature, Qualifier, Sequence


def made(*keys_and_places: tuple[str, str]) -> Sequence:
    features = tuple(
        Feature(key, place, (Qualifier("note", key, id=f"q{n}", ref=n + 50),), ref=n + 1)
        for n, (key, place) in enumerate(keys_and_places)
    )
    return Sequence(residues=TextResidues("acgt" * 10), features=features)


FOUR = made(("gene", "9..20"), ("source", "1..40"), ("exon", "join("), ("CDS", "9..30"))


def keys(sequence: Sequence) -> list[str]:
    return [one.key for one in sequence.features]


def test_sorting_puts_the_source_first_and_what_cannot_be_read_last():
    assert keys(sort_features(FOUR)) == ["source", "CDS", "gene", "exon"]
    done = sort_features(FOUR)
    assert sort_features(done) is done


def test_several_are_doubled_behind_the_last_without_addresses_and_ids():
    done = duplicate_features(FOUR, [0, 2, 99])
    assert keys(done) == ["gene", "source", "exon", "gene", "exon", "CDS"]
    copy = done.features[3]
    assert (copy.ref, copy.qualifiers[0].ref, copy.qualifiers[0].id) == (0, 0, None)
    assert duplicate_features(FOUR, []) is FOUR
    assert insert_features(FOUR, ()) is FOUR


def test_several_move_together_and_stay_at_the_edge():
    assert keys(move_features(FOUR, [2, 3], -1)) == ["gene", "exon", "CDS", "source"]
    assert keys(move_features(FOUR, [0, 2], -1)) == ["gene", "exon", "source", "CDS"]
    assert move_features(FOUR, [2, 3], 1) is FOUR


@settings(max_examples=150)
@given(st.integers(0, 12), st.sets(st.integers(0, 12)), st.sampled_from([-1, 1]))
def test_moving_loses_nothing_and_keeps_both_orders(count: int, chosen: set[int], by: int):
    order = order_moved(count, chosen, by)
    assert sorted(order) == list(range(count))
    for some in (chosen, set(range(count)) - chosen):
        kept = [n for n in order if n in some]
        assert kept == sorted(kept)


def test_clipping_to_a_shorter_sequence():
    assert clipped("5..40", "DNA", 30) == "5..30"
    assert clipped("join(1..5,31..40)", "DNA", 30) == "1..5"
    assert clipped("complement(20..>50)", "DNA", 30) == "complement(20..>30)"
    assert clipped("35..40", "DNA", 30) is None
    assert clipped("nonsense", "DNA", 30) == "nonsense"
    assert clipped("3..9", "DNA", 0) is None


@settings(max_examples=100)
@given(
    st.sampled_from(["1..40", "7", "2^3", "join(<1..3,>9)", "complement(order(4..5,8))"]),
    st.integers(0, 50),
)
def test_shifting_there_and_back(text: str, by: int):
    location = parse(text, "DNA")
    there = shifted(location, by)
    assert there.minimum == location.minimum + by
    assert there.maximum == location.maximum + by
    assert shifted(there, -by) == location


def test_qualifiers_fill_what_waits_and_are_not_said_twice():
    there = (Qualifier("note", "", ref=5), Qualifier("gene", "x"))
    one = Sequence(features=(Feature("gene", "1", there), Feature("exon", "2")))
    new = (
        Qualifier("note", "linker", id="q9", ref=99),
        Qualifier("gene", "x"),
        Qualifier("pseudo"),
    )
    done = add_qualifiers(one, [0, 1], new)
    assert done.features[0].qualifiers == (
        Qualifier("note", "linker"),
        Qualifier("gene", "x"),
        Qualifier("pseudo"),
    )
    assert done.features[0].qualifiers[0].ref == 5
    assert [q.ref for q in done.features[1].qualifiers] == [0, 0, 0]
    assert done.features[1].qualifiers[0].id is None
    assert add_qualifiers(done, [0, 1], new) is done
