from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from seqeditor.domain.fault import Fault
from seqeditor.rules.engine import Engine, heard, plain
from seqeditor.rules.finding import Finding, Hit, Level, Scope, hit
from seqeditor.rules.rule import Rule
from tests.rules.shorthand import header, sequence

TODAY = date(2026, 1, 1)


def toy(rule_id: str, *paths: tuple[str | int, ...], **more: Any) -> Rule:
    def check(_value: object, _context: object) -> Iterator[Hit]:
        return (hit(*path) for path in paths)

    scope = more.pop("scope", Scope.SEQUENCE)
    return Rule(rule_id, Level.ERROR, "-", scope, "", "", check, **more)


def found(*rules: Rule, profile: str = "applicant", thorough: bool = False) -> list[Finding]:
    by_id: Mapping[str, Rule] = {rule.id: rule for rule in rules}
    engine = Engine(profile, today=TODAY, thorough=thorough, rules=by_id)
    return engine.sequence(sequence({}), header({}), sequence_id=7, number="1")


def ids(findings: list[Finding]) -> list[str]:
    return [one.rule for one in findings]


def test_a_rule_silences_others_at_its_place_and_below() -> None:
    loud = toy("a-loud", ("features", 0), silences=("b-quiet",))
    quiet = toy("b-quiet", ("features", 0), ("features", 0, "key"), ("features", 1), ())
    assert [one.path for one in found(loud, quiet) if one.rule == "b-quiet"] == [
        ("features", 1),
        (),
    ]


def test_a_whole_area_can_be_silenced() -> None:
    loud = toy("a-loud", (), silences=("b-*",))
    assert ids(found(loud, toy("b-one", ("moltype",)), toy("c-one", ("moltype",)))) == [
        "a-loud",
        "c-one",
    ]


def test_a_rule_of_the_silenced_area_keeps_its_own_voice() -> None:
    assert ids(found(toy("a-loud", (), ("moltype",), silences=("a-*",)))) == ["a-loud"] * 2


@pytest.mark.parametrize(
    ("profile", "levels"), [("applicant", [Level.ERROR]), ("legacy", [Level.INFO]), ("us", [])]
)
def test_a_profile_decides_the_level(profile: str, levels: list[Level]) -> None:
    rule = toy("a-one", (), profiles={"legacy": Level.INFO, "us": None})
    assert [one.level for one in found(rule, profile=profile)] == levels


def test_thorough_rules_run_on_request_only() -> None:
    rule = toy("a-one", (), thorough=True)
    assert found(rule) == []
    assert ids(found(rule, thorough=True)) == ["a-one"]


def test_a_finding_names_the_sequence_by_its_id() -> None:
    (one,) = found(toy("a-one", ("moltype",)))
    assert (one.sequence, one.path) == (7, ("moltype",))


def test_faults_of_a_file_silence_their_consequences_by_place() -> None:
    engine = Engine(today=TODAY)
    where = "SequenceData[1]/INSDSeq/INSDSeq_length"
    missing = Fault("dtd-missing-element", 3, where, parameters=(("parent", "a"), ("child", "b")))
    faults = list(engine.faults([missing]))
    one = Finding("seq-length-not-integer", Level.ERROR, place=where)
    below = replace(one, place=f"{where}/x")
    beside = replace(one, place=f"{where}2")
    other = replace(one, rule="num-gap")
    assert heard(faults, [one, below, beside, other]) == [beside, other]
    assert heard([], [one]) == [one]


def test_a_fault_a_profile_does_not_mind_is_not_told() -> None:
    levels = [
        one.level
        for profile in ("applicant", "us")
        for one in Engine(profile, today=TODAY).faults([Fault("xml-file-name-us", value="a b.xml")])
    ]
    assert levels == [Level.INFO, Level.ERROR]


@pytest.mark.parametrize(
    ("text", "is_plain"),
    [("a b", True), (" a", False), ("a ", False), ("a  b", False), ("a\tb", False), ("é", False)],
)
def test_plain_text_needs_no_rule_over_texts(text: str, is_plain: bool) -> None:
    assert plain(text) == is_plain
