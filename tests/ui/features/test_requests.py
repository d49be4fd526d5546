from __future__ import annotations

from seqeditor.domain.path import at
from seqeditor.domain.sequence import Sequence
from seqeditor.ui.features.requests import (
    change,
    deletion,
    duplicate,
    new_feature,
    new_qualifier,
    shift,
)


def keys(sequence: Sequence) -> list[str]:
    return [feature.key for feature in sequence.features]


def names(sequence: Sequence, feature: int) -> list[str]:
    return [one.name for one in sequence.features[feature].qualifiers]


def test_a_text_is_put_where_it_was_typed(sequence: Sequence):
    for path in (
        ("features", 1, "location"),
        ("features", 1, "qualifiers", 0, "value"),
        ("features", 1, "qualifiers", 1, "non_english"),
    ):
        request = change(sequence, path, "5..9")
        assert request is not None
        assert at(request.edit(sequence), path) == "5..9"


def test_nothing_is_asked_for_when_nothing_changes(sequence: Sequence):
    assert change(sequence, ("features", 1, "location"), "3..20") is None
    assert change(sequence, ("features", 1, "qualifiers", 3, "value"), "") is None
    assert change(sequence, ("features", 1, "qualifiers", 0, "id"), "q1") is None


def test_another_key_brings_its_mandatory_qualifiers(sequence: Sequence):
    request = change(sequence, ("features", 2, "key"), "modified_base")
    assert request is not None
    changed = request.edit(sequence)
    assert names(changed, 2) == ["mod_base"]
    back = change(changed, ("features", 2, "key"), "misc_feature")
    assert back is not None
    assert names(back.edit(changed), 2) == []


def test_a_name_without_value_loses_the_empty_value(sequence: Sequence):
    request = change(sequence, ("features", 1, "qualifiers", 0, "value"), "")
    assert request is not None
    emptied = request.edit(sequence)
    renamed = change(emptied, ("features", 1, "qualifiers", 0, "name"), "ribosomal_slippage")
    assert renamed is not None
    assert renamed.edit(emptied).features[1].qualifiers[0].value is None


def test_an_emptied_translation_is_absent(sequence: Sequence):
    request = change(sequence, ("features", 1, "qualifiers", 1, "non_english"), "")
    assert request is not None
    assert request.edit(sequence).features[1].qualifiers[1].non_english is None


def test_a_new_feature_has_its_mandatory_qualifiers_and_says_where_to_go(sequence: Sequence):
    request = new_feature(sequence, "modified_base", "7")
    added = request.edit(sequence).features[-1]
    assert (added.key, added.location, added.values("mod_base")) is not None
    assert [(one.name, one.value) for one in added.qualifiers] == [("mod_base", "")]
    assert request.then == ("features", 3, "qualifiers", 0, "value")
    assert new_feature(sequence, "CDS", "").then == ("features", 3, "location")


def test_a_new_qualifier_has_an_empty_value_or_none_at_all(sequence: Sequence):
    note = new_qualifier(sequence, 2, "note")
    assert note.edit(sequence).features[2].qualifiers[-1].value == ""
    assert note.then == ("features", 2, "qualifiers", 0, "value")
    pseudo = new_qualifier(sequence, 2, "pseudo")
    assert pseudo.edit(sequence).features[2].qualifiers[-1].value is None


def test_deleting_rows_of_all_kinds_at_once(sequence: Sequence):
    request = deletion(
        [
            ("features", 0, "qualifiers", 0),
            ("features", 1),
            ("features", 1, "qualifiers", 2),
            ("features", 0, "qualifiers", 1),
        ]
    )
    assert request is not None
    assert request.label == "Delete features and qualifiers"
    left = request.edit(sequence)
    assert keys(left) == ["source", "misc_feature"]
    assert names(left, 0) == []
    assert deletion([]) is None
    only = deletion([("features", 2)])
    assert only is not None
    assert only.label == "Delete feature"
    one = deletion([("features", 0, "qualifiers", 1)])
    assert one is not None
    assert one.label == "Delete qualifier"


def test_rows_move_within_their_bounds(sequence: Sequence):
    up = shift(sequence, [("features", 2)], -1)
    assert up is not None
    assert keys(up.edit(sequence)) == ["source", "misc_feature", "CDS"]
    assert up.then == ("features", 1)
    down = shift(sequence, [("features", 1, "qualifiers", 0)], 1)
    assert down is not None
    assert names(down.edit(sequence), 1)[:2] == ["product", "gene"]
    assert shift(sequence, [("features", 0)], -1) is None
    assert shift(sequence, [("features", 1, "qualifiers", 3)], 1) is None
    assert shift(sequence, (), 1) is None


def test_a_copy_stands_after_the_feature(sequence: Sequence):
    request = duplicate([1])
    assert keys(request.edit(sequence)) == ["source", "CDS", "CDS", "misc_feature"]
    assert request.then == ("features", 2, "location")
