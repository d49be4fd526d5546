"""The tables against the team's own collection of facts, where that is at hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from seqeditor.vocabulary import (
    features,
    genetic_codes,
    languages,
    modified_amino_acids,
    modified_bases,
    offices,
    qualifiers,
    residues,
)


@pytest.fixture
def facts(shared: Path) -> Any:
    return lambda name: json.loads(
        (shared / "st26" / "vocabulary" / f"{name}.json").read_text("utf-8")
    )


@pytest.mark.parametrize(
    ("moltype", "name"), [("DNA", "nucleotide_features"), ("AA", "amino_acid_features")]
)
def test_feature_keys(facts: Any, moltype: str, name: str) -> None:
    assert [
        (key.name, key.section, list(key.mandatory), list(key.optional), key.molecule_scope)
        for key in features.feature_keys(moltype)
    ] == [
        (
            one["key"],
            one["section"],
            one["mandatory_qualifiers"],
            one["optional_qualifiers"],
            one.get("molecule_scope", "any"),
        )
        for one in facts(name)["features"]
    ]


def test_qualifiers(facts: Any) -> None:
    for one in facts("qualifiers")["qualifiers"]:
        ours = qualifiers.qualifier("DNA", one["name"])
        assert ours is not None
        assert ours.language_dependent == one["language_dependent"]
        assert ours.longest == one["max_length"]
        assert ours.takes_value == one["value_required"]
        assert ours.pattern == one["value"].get("regex", "")
        values = one["value"].get("values_by_moltype", {}).get("DNA") or one["value"].get("values")
        assert sorted(ours.values) == sorted(map(str, values or ())), one["name"]


def test_short_tables(facts: Any) -> None:
    assert {
        one.letter: "".join(sorted(one.stands_for)) for one in residues.symbols("DNA").values()
    } == {one["symbol"]: "".join(sorted(one["bases"])) for one in facts("residues")["nucleotides"]}
    assert residues.one_letter_codes() == {
        one["three_letter"]: one["symbol"] for one in facts("residues")["amino_acids"]
    }
    assert [one.abbreviation for one in modified_bases.modified_bases()] == [
        one["abbreviation"] for one in facts("modified_bases")["modified_bases"]
    ]
    assert {one.abbreviation: one.name for one in modified_amino_acids.modified_amino_acids()} == {
        one["abbreviation"]: one["name"]
        for one in facts("modified_amino_acids")["modified_amino_acids"]
    }
    assert [code.id for code in genetic_codes.genetic_codes()] == [
        one["id"] for one in facts("genetic_codes")["tables"]
    ]
    assert {one.code: one.name for one in languages.languages()} == facts("languages")["languages"]
    assert {one.code: one.certain for one in offices.offices()} == {
        one["code"]: one["in_st3"] is True for one in facts("office_codes")["offices"]
    }
