from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from seqeditor.domain.edits.bulk_set import (
    Mode,
    add_feature_once,
    remove_features,
    remove_qualifiers,
    set_translations,
    set_values,
)
from seqeditor.domain.residues import TextResidues
from seqeditor.domain.sequence import Feature, Qualifier, Sequence


def sequence(*qualifiers: Qualifier) -> Sequence:
    features = (Feature("source", "1..9"), Feature("CDS", "1..9", qualifiers))
    return Sequence("DNA", TextResidues("acgtacgta"), features)


def notes(one: Sequence) -> list[str | None]:
    return [q.value for q in one.features[1].qualifiers if q.name == "note"]


def test_a_value_is_set_filled_or_added() -> None:
    one = sequence(Qualifier("note", "a"), Qualifier("note", ""), Qualifier("gene", "g"))
    assert notes(set_values(one, "CDS", "note", "b")) == ["b"]
    assert notes(set_values(one, "CDS", "note", "b", Mode.FILL)) == ["a", "b"]
    assert notes(set_values(one, "CDS", "note", "b", Mode.ADD)) == ["a", "", "b"]
    assert set_values(one, "CDS", "note", "a", Mode.ADD) is one
    assert notes(set_values(sequence(), "CDS", "note", "b", Mode.FILL)) == ["b"]
    assert set_values(one, "gene", "note", "b") is one


def test_qualifiers_keep_their_place_and_address() -> None:
    one = sequence(Qualifier("note", "a", ref=4), Qualifier("gene", "g", ref=5))
    new = set_values(one, "CDS", "note", "b")
    assert [(q.name, q.ref) for q in new.features[1].qualifiers] == [("note", 4), ("gene", 5)]


def test_what_is_taken_away_or_translated_is_of_the_key_and_name() -> None:
    one = sequence(Qualifier("note", "a"), Qualifier("gene", "g"))
    assert notes(remove_qualifiers(one, "CDS", "note")) == []
    assert remove_qualifiers(one, "source", "note") is one
    new = set_translations(one, "CDS", "note", "日本語")
    assert [q.non_english for q in new.features[1].qualifiers] == ["日本語", None]
    assert [f.key for f in remove_features(one, "CDS").features] == ["source"]


@settings(max_examples=100)
@given(
    st.lists(st.tuples(st.sampled_from(["note", "gene"]), st.sampled_from(["", "a", "b"]))),
    st.sampled_from(["", "a", "b"]),
    st.sampled_from(Mode),
)
def test_what_is_set_once_is_set(there: list[tuple[str, str]], value: str, mode: Mode) -> None:
    one = sequence(*(Qualifier(name, text) for name, text in there))
    new = set_values(one, "CDS", "note", value, mode)
    assert set_values(new, "CDS", "note", value, mode) is new
    assert notes(new)
    feature = Feature("misc_feature", "1..9")
    assert add_feature_once(add_feature_once(new, feature), feature).features[2:] == (feature,)
