"""Every case of every rule: silent where all is well, one finding where it is not, repairs work."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from seqeditor.rules.finding import Finding
from seqeditor.rules.registry import all_rules
from tests.rules import shorthand
from tests.rules.cases import (
    Case,
    all_cases,
    cases,
    engine_of,
    errors,
    findings,
    judged,
    listing,
    repaired,
)
from tests.rules.memory import MemoryListing

FIXED = {(case.rule, case.name): case for case in cases("fixed")}


def case_id(case: Case) -> str:
    return case.id


def test_the_cases_speak_of_rules_that_exist() -> None:
    assert {case.rule for case in all_cases()} <= set(all_rules())


def test_every_fixed_case_has_its_fail_case() -> None:
    assert set(FIXED) <= {(case.rule, case.name) for case in cases("fail")}


@pytest.mark.parametrize("case", cases("pass"), ids=case_id)
def test_silent_where_all_is_well(case: Case) -> None:
    found = findings(case)
    assert [one for one in found if one.rule == case.rule] == []
    assert set(errors(found)) <= set(case.body.get("allow", ()))


@pytest.mark.parametrize("case", cases("fail"), ids=case_id)
def test_one_fault_one_finding(case: Case) -> None:
    found = findings(case)
    spoken = [one for one in found if one.rule == case.rule]
    assert len(spoken) == case.body.get("count", 1), f"all findings: {found}"
    others = set(errors(found)) - {case.rule}
    assert others == set(case.body.get("also", ()))
    as_expected(case, spoken[0])


def as_expected(case: Case, finding: Finding) -> None:
    wanted: Mapping[str, Any] = case.body.get("finding", {})
    shorthand.known(
        wanted,
        ["path", "value", "variant", "level", "parameters", "sequence", "place", "line", "number"],
    )
    level = all_rules()[case.rule].level_in(case.body.get("profile", "applicant"))
    assert finding.level == wanted.get("level", level)
    if "path" in wanted:
        assert list(finding.path) == wanted["path"]
    for name in ("value", "variant", "sequence", "place", "line", "number"):
        if name in wanted:
            assert getattr(finding, name) == wanted[name]
    parameters = wanted.get("parameters", {})
    assert {name: finding.parameters.get(name) for name in parameters} == parameters


REPAIRED = [
    case
    for case in cases("fail")
    if case.rule in all_rules()
    and all_rules()[case.rule].repair
    and not case.body.get("unrepaired")
]


@pytest.mark.parametrize("case", REPAIRED, ids=case_id)
def test_a_repair_makes_the_finding_go(case: Case) -> None:
    repair = all_rules()[case.rule].repair
    assert repair is not None
    whole = listing(case.body)
    before = findings(case)
    for _ in range(case.body.get("count", 1)):
        spoken = [one for one in judged(whole, engine_of(case)) if one.rule == case.rule]
        offered = [one for one in spoken if repair.offered(one)]
        if not spoken:
            break
        assert offered, "no repair is offered; say `unrepaired: true` where none can be"
        whole = repaired(whole, offered[0])
    after = judged(whole, engine_of(case))
    assert [one for one in after if one.rule == case.rule] == []
    # What a repair adds to be filled in is an error until a person has done so.
    known = set(errors(before)) | set(case.body.get("leaves", ()))
    assert set(errors(after)) <= known, "the repair makes a new error"
    if (case.rule, case.name) in FIXED:
        equals(whole, FIXED[case.rule, case.name].body)


UNFINISHED = [
    case
    for case in cases("fail")
    if case.body.get("unrepaired") and (case.rule, case.name) in FIXED
]


@pytest.mark.parametrize("case", UNFINISHED, ids=case_id)
def test_a_repair_that_leaves_something_to_fill_in(case: Case) -> None:
    repair = all_rules()[case.rule].repair
    assert repair is not None
    spoken = [one for one in findings(case) if one.rule == case.rule and repair.offered(one)]
    equals(repaired(listing(case.body), spoken[0]), FIXED[case.rule, case.name].body)


def equals(whole: MemoryListing, body: Mapping[str, Any]) -> None:
    """Compare with what `fixed` tells: the header, the sequence, or the whole listing."""
    if "listing" in body:
        wanted = listing(body)
        assert [(e.number, e.sequence) for e in whole.entries] == [
            (e.number, e.sequence) for e in wanted.entries
        ]
        assert whole.header == wanted.header
    if "sequence" in body:
        assert whole.entries[0].sequence == shorthand.sequence(body["sequence"])
    if "header" in body:
        assert whole.header == shorthand.header(body["header"])
