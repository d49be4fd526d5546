"""What holds of every rule: explained, proven by cases, named and graded as agreed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from string import Formatter

import pytest

from seqeditor.rules.engine import silences
from seqeditor.rules.explanation import RIGHT, WRONG, explanation
from seqeditor.rules.finding import Finding, Level, Scope
from seqeditor.rules.registry import all_rules
from seqeditor.rules.rule import PROFILES, DuplicateRuleError, Message, Rule, file_rule
from tests.rules.cases import cases, findings

RULES = list(all_rules().values())
IDS = [rule.id for rule in RULES]

# Where a rule departs from the agreed table, with the reason.
DEPARTURES: dict[tuple[str, str], str] = {}

# Words of those who write programs, which a help does without.
PROGRAMMING = re.compile(
    r"`|\b(regex|regular expression|string|boolean|null|None|parser?|tuple|code ?point|integer)\b"
)

# Where in a text the fault is, for the cursor; and what to write instead.
UNSAID = {"offset", "position", "proposal"}

# Wordings that no small case can call forth, with the reason.
NO_CASE = {
    ("xml-not-well-formed", "too-large"): "an element of many megabytes; the reader's tests",
    ("xml-not-well-formed", "too-deep"): "the reader's tests",
    ("xml-not-well-formed", "no-project"): "a project file; tests of the command line",
    ("xml-not-well-formed", "newer-project"): "a project file; tests of the command line",
    ("xml-not-well-formed", "unopened"): "a file that cannot be opened; tests of the command line",
    ("lang-noneng-partial", "more"): "hundreds of sequences; a test of its own",
}


def every(rules: Iterable[Rule] = RULES) -> pytest.MarkDecorator:
    chosen = list(rules)
    return pytest.mark.parametrize("rule", chosen, ids=[rule.id for rule in chosen])


def placeholders(message: Message) -> set[str]:
    wordings = (message,) if isinstance(message, str) else message
    return {name for one in wordings for _, name, _, _ in Formatter().parse(one) if name}


@cache
def spoken(rule_id: str) -> tuple[Finding, ...]:
    """Return all findings of a rule in its own fail cases."""
    found = [one for case in cases("fail") if case.rule == rule_id for one in findings(case)]
    return tuple(one for one in found if one.rule == rule_id)


@every()
def test_help_says_what_why_and_how_with_examples(rule: Rule) -> None:
    told = explanation(rule.help)
    for sentence in (told.what, told.why, told.remedy):
        assert sentence, "what is checked; why it matters; how to put it right"
        assert sentence.endswith("."), sentence
    assert told.right, "an example that begins with Right:"
    assert told.wrong, "an example that begins with Wrong:"
    assert not set(told.right) & set(told.wrong)
    assert all(told.right)
    assert all(told.wrong)


@every()
def test_help_is_short_and_in_plain_words(rule: Rule) -> None:
    lines = rule.help.splitlines()
    assert len([line for line in lines if line.strip()]) <= 14
    assert max(map(len, lines)) <= 100
    assert not PROGRAMMING.search(rule.help)


@every()
def test_help_has_its_parts_in_order(rule: Rule) -> None:
    *before, examples, remedy = (p.splitlines() for p in rule.help.split("\n\n"))
    assert 2 <= len(before) <= 3
    marks = [line.split()[0] for line in examples if line.startswith((RIGHT, WRONG))]
    assert examples[0].startswith(RIGHT)
    assert marks == sorted(marks), "right ones first"
    assert not any(line.startswith((RIGHT, WRONG)) for p in (*before, remedy) for line in p)


# Two listings side by side are needed; the comparison has its own tests.
@every(rule for rule in RULES if rule.scope is not Scope.COMPARISON)
def test_has_cases(rule: Rule) -> None:
    assert [case for case in cases("pass") if case.rule == rule.id], "no pass case"
    assert [case for case in cases("fail") if case.rule == rule.id], "no fail case"


@every(rule for rule in RULES if rule.repair)
def test_a_repair_has_its_result_as_a_case(rule: Rule) -> None:
    assert [case for case in cases("fixed") if case.rule == rule.id]


@every()
def test_messages_use_what_the_check_tells(rule: Rule) -> None:
    found = spoken(rule.id)
    for finding in found:
        wording = rule.variants.get(finding.variant, rule.message)
        assert placeholders(wording) <= {"value", *finding.parameters}
        assert not finding.variant or finding.variant in rule.variants
    if rule.scope is Scope.FILE or rule.repair:
        # A reader tells what any report may want, and a repair is told what to do.
        return
    told = {name for finding in found for name in finding.parameters} - UNSAID
    wordings: list[Message] = [rule.message, *rule.variants.values()]
    if any(isinstance(one, tuple) for one in wordings):
        told.discard("count")
    assert told <= set().union(*map(placeholders, wordings)), "told and not used in any wording"


@every(rule for rule in RULES if rule.variants)
def test_every_variant_has_a_case(rule: Rule) -> None:
    without = {variant for rule_id, variant in NO_CASE if rule_id == rule.id}
    assert set(rule.variants) - without <= {finding.variant for finding in spoken(rule.id)}


@every(rule for rule in RULES if rule.repair)
def test_a_repair_title_uses_what_the_check_tells(rule: Rule) -> None:
    assert rule.repair is not None
    for finding in spoken(rule.id):
        if rule.repair.offered(finding):
            assert placeholders(rule.repair.title_of(finding)) <= {"value", *finding.parameters}


@every()
def test_the_name_states_the_fault(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)+", rule.id)
    assert not re.match(r"[a-z]+-(check|valid|verify|ok|must|should)\b", rule.id)


@every(rule for rule in RULES if rule.silences)
def test_silences_rules_that_exist(rule: Rule) -> None:
    for name in rule.silences:
        assert name.endswith("-*") or name in IDS, f"no such rule: {name}"
        if name.endswith("*"):
            assert any(other.startswith(name[:-1]) for other in IDS), f"no such area: {name}"
    assert not silences(rule, rule.id) or rule.scope is Scope.FILE


@every()
def test_profiles_and_levels_are_known(rule: Rule) -> None:
    assert set(rule.profiles) <= set(PROFILES)
    assert all(level is None or isinstance(level, Level) for level in rule.profiles.values())


@every(rule for rule in RULES if rule.scope in (Scope.FILE, Scope.COMPARISON))
def test_what_is_found_elsewhere_has_no_check(rule: Rule) -> None:
    assert rule.check is None


def test_an_id_is_declared_once() -> None:
    with pytest.raises(DuplicateRuleError):
        file_rule(IDS[0], Level.INFO, "-", message="", help="")


def test_ids_levels_and_references_are_the_agreed_ones(shared: Path) -> None:
    agreed = {one["id"]: one for one in json.loads((shared / "st26/rules.json").read_text("utf-8"))}
    wrong = []
    for rule in RULES:
        here = {"id": rule.id, "level": rule.level.value, "ref": rule.reference}
        for name, value in here.items():
            if agreed.get(rule.id, {}).get(name) != value and (rule.id, name) not in DEPARTURES:
                wrong.append((rule.id, name, value, agreed.get(rule.id, {}).get(name)))
    assert wrong == []


def test_every_departure_has_a_reason_and_is_still_one(shared: Path) -> None:
    agreed = {one["id"]: one for one in json.loads((shared / "st26/rules.json").read_text("utf-8"))}
    for (rule_id, name), reason in DEPARTURES.items():
        rule = all_rules()[rule_id]
        here = {"id": rule.id, "level": rule.level.value, "ref": rule.reference}
        assert len(reason) > 20
        assert agreed.get(rule_id, {}).get(name) != here[name]
