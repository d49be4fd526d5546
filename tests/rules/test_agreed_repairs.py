"""Every rule whose agreed row has a repair offers it, or says what to do instead."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from seqeditor.rules.finding import Scope
from seqeditor.rules.registry import all_rules
from seqeditor.rules.rule import Applicability, Rule

# Where there is neither a repair nor an action in the rule itself, with the reason.
ELSEWHERE = {
    "xml-st25-text-given": "such a text is no listing that could be edited; its message leads on",
    "dtd-unknown-element": "the row wants a name proposed and never a renaming: wording slip",
    "res-aa-invalid-symbol": "the row itself says that no repair is safe",
    "qual-duplicate-single": "equal copies are those of qual-duplicate-exact, which removes them",
}

# Words of the row by which what follows from the listing alone is told from what a person decides.
ASKED = ("ask", "offer", "propose", "suggest")


def rows(shared: Path) -> dict[str, dict[str, Any]]:
    read = json.loads((shared / "st26/rules.json").read_text("utf-8"))
    return {row["id"]: row for row in read if row.get("autofix")}


def is_offered(rule: Rule) -> bool:
    return rule.repair is not None or bool(rule.rewritten) or bool(rule.action)


def test_every_agreed_repair_is_there(shared: Path) -> None:
    rules = all_rules()
    missing = {name for name in rows(shared) if not is_offered(rules[name])}
    assert missing == set(ELSEWHERE)


def test_what_is_done_elsewhere_says_where() -> None:
    rules = all_rules()
    assert "slip" in rules["dtd-unknown-element"].variants
    assert is_offered(rules["qual-duplicate-exact"])
    assert all(len(reason) > 20 for reason in ELSEWHERE.values())


def test_what_the_table_wants_asked_is_asked(shared: Path) -> None:
    for name, row in rows(shared).items():
        repair = all_rules()[name].repair
        if repair is None or not any(word in row["autofix"].lower() for word in ASKED):
            continue
        assert repair.applicability is Applicability.ASK, f"{name}: {row['autofix']}"


@pytest.mark.parametrize(
    "rule", [rule for rule in all_rules().values() if rule.rewritten], ids=lambda rule: rule.id
)
def test_only_faults_of_a_file_are_put_right_by_writing_it_anew(rule: Rule) -> None:
    assert rule.scope is Scope.FILE


@pytest.mark.parametrize(
    "rule", [rule for rule in all_rules().values() if rule.repair], ids=lambda rule: rule.id
)
def test_titles_of_a_repair_are_those_of_variants(rule: Rule) -> None:
    assert rule.repair is not None
    assert set(rule.repair.titles) <= set(rule.variants)
    assert rule.scope not in (Scope.FILE, Scope.COMPARISON)
