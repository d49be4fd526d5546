from __future__ import annotations

import pytest

from seqeditor.vocabulary import features, qualifiers

HALVES = ("DNA", "AA")


def test_there_are_as_many_keys_as_the_standard_lists() -> None:
    assert len(features.feature_keys("DNA")) == 49
    assert features.feature_keys("RNA") == features.feature_keys("DNA")
    assert len(features.feature_keys("AA")) == 39


@pytest.mark.parametrize("moltype", HALVES)
def test_keys_name_qualifiers_that_exist(moltype: str) -> None:
    names = {one.name for one in qualifiers.qualifiers(moltype)}

    for key in features.feature_keys(moltype):
        assert names.issuperset(key.mandatory)
        assert names.issuperset(key.optional)
        assert not set(key.mandatory) & set(key.optional)
        assert set(key.optional_added_later) <= set(key.optional)
        assert key.definition
    used = {name for key in features.feature_keys(moltype) for name in key.mandatory + key.optional}
    assert used == names


@pytest.mark.parametrize("moltype", HALVES)
def test_sections_count_up(moltype: str) -> None:
    keys = features.feature_keys(moltype)
    number = 7 if moltype == "AA" else 5

    assert [key.section for key in keys] == [f"{number}.{n}" for n in range(1, len(keys) + 1)]


def test_what_the_key_asks_for() -> None:
    source = features.feature_key("DNA", "source")
    assert source is not None
    assert source.mandatory == ("mol_type", "organism")
    assert source.allows("note")
    assert not source.allows("gene")
    assert features.mandatory_qualifiers("RNA", "modified_base") == ("mod_base",)
    assert features.mandatory_qualifiers("AA", "SITE") == ("note",)
    assert features.mandatory_qualifiers("AA", "nothing") == ()
    assert features.feature_key("AA", "CDS") is None
    assert features.feature_key("DNA", "cds") is None


def test_right_case() -> None:
    assert features.key_in_right_case("DNA", "cds") == features.feature_key("DNA", "CDS")
    assert features.key_in_right_case("AA", "SOURCE") == features.feature_key("AA", "source")
    assert features.key_in_right_case("AA", "misc_feature") is None


@pytest.mark.parametrize("moltype", HALVES)
def test_former_keys_became_keys_and_values_that_exist(moltype: str) -> None:
    formers = features._former("amino_acid" if moltype == "AA" else "nucleotide").values()
    assert len(formers) > 20

    for former in formers:
        assert features.feature_key(moltype, former.name) is None
        key = features.feature_key(moltype, former.replacement)
        assert key is not None
        assert key.allows("note")
        if former.qualifier:
            assert key.allows(former.qualifier)
            named = qualifiers.qualifier(moltype, former.qualifier)
            assert named is not None
            assert former.value in named.values


def test_former_key() -> None:
    former = features.former_key("DNA", "TATA_signal")
    assert former is not None
    assert (former.replacement, former.qualifier, former.value) == (
        "regulatory",
        "regulatory_class",
        "TATA_box",
    )
    assert features.former_key("AA", "TATA_signal") is None


def test_names_of_the_databases_are_none_of_ours() -> None:
    assert "assembly_gap" in features.insdc_only_keys()
    assert all(features.feature_key("DNA", name) is None for name in features.insdc_only_keys())
