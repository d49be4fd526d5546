"""The locations of the standard's grammar, told by the rules as the table says."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from seqeditor.domain.residues import TextResidues
from seqeditor.domain.sequence import Feature, Sequence
from seqeditor.rules.engine import Engine
from seqeditor.rules.finding import Finding, Level
from tests.rules.shorthand import BASELINE_HEADER

TABLE = Path(__file__).resolve().parent.parent / "domain" / "location_cases.yml"
CASES: dict[str, list[dict[str, Any]]] = yaml.safe_load(TABLE.read_text("utf-8"))
ENGINE = Engine(today=datetime.date(2026, 1, 1))


def findings(case: dict[str, Any]) -> list[Finding]:
    """Return what the location rules say of a feature with this location."""
    amino = case["moltype"] == "AA"
    letters = ("M" if amino else "acgt" * case["length"])[: case["length"]] * (
        case["length"] if amino else 1
    )
    feature = Feature("REGION" if amino else "misc_feature", case["text"])
    sequence = Sequence(case["moltype"], TextResidues(letters), (feature,))
    found = ENGINE.sequence(sequence, BASELINE_HEADER, sequence_id=1, number="1")
    return [one for one in found if one.rule.startswith("loc-")]


@pytest.mark.parametrize("case", CASES["accepted"], ids=lambda case: str(case["text"]))
def test_no_error_on_what_the_standard_accepts(case: dict[str, Any]) -> None:
    found = findings(case)
    assert [one for one in found if one.level is Level.ERROR] == []
    assert set(case.get("notices", ())) <= {one.rule for one in found}


@pytest.mark.parametrize("case", CASES["rejected"], ids=lambda case: str(case["text"]))
def test_exactly_the_rule_that_names_the_fault(case: dict[str, Any]) -> None:
    wanted = {case["rule"]} if "rule" in case else set()
    assert {one.rule for one in findings(case)} == wanted | set(case.get("notices", ()))
