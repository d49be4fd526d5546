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


def test_the_explanations_as_json(call: Call) -> None:
    rules = {rule["id"]: rule for rule in call("rules", "--format", "json").json["rules"]}
    told = rules["loc-aa-between"]["explanation"]
    assert (told["right"], told["wrong"]) == (["29..30"], ["29^30"])
    assert all(told[part].endswith(".") for part in ("what", "why", "remedy"))
    assert rules["lang-english-missing"]["profiles"] == {"strict": "error", "us": "error"}
    assert rules["seq-other-seqids-present"]["profiles"] == {"office": None}


def test_the_catalogue_as_text(call: Call) -> None:
    told = call("rules")
    assert told.status == 0
    assert all(f"{rule}  [" in told.out for rule in all_rules())
    (block,) = [part for part in told.out.split("\n\n") if "Wrong: 29^30" in part]
    assert "        Right: 29..30\n        Wrong: 29^30\n    Write the range" in block


def test_the_whole_help_is_in_the_language_asked_for(call: Call) -> None:
    (rule,) = [
        one
        for one in call("rules", "--format", "json", "--language", "de").json["rules"]
        if one["id"] == "loc-aa-between"
    ]
    told = rule["explanation"]
    assert rule["help"].startswith(told["what"])
    assert rule["help"].endswith(told["remedy"])
    assert " 29..30\n" in rule["help"]
    assert all_rules()["loc-aa-between"].help.splitlines()[0] not in rule["help"]
