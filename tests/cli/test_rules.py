from __future__ import annotations

from seqeditor.rules.registry import all_rules
from tests.cli.conftest import Call


def test_the_catalogue_as_json(call: Call) -> None:
    told = call("rules", "--format", "json")
    assert (told.status, told.err) == (0, "")
    rules = told.json["rules"]
    assert [rule["id"] for rule in rules] == list(all_rules())
    assert all(rule["message"] and rule["help"] and rule["reference"] for rule in rules)
    assert {rule["level"] for rule in rules} == {"error", "warning", "info"}


def test_the_catalogue_as_text(call: Call) -> None:
    told = call("rules")
    assert told.status == 0
    assert all(f"{rule}  [" in told.out for rule in all_rules())
