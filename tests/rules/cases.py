"""The rule cases: read from YAML, run through the engine, repaired.

tests/rules/<area>/<subject>.yml holds for each rule id the maps `pass`, `fail` and `fixed` of named
cases. README.md beside this file explains the notation.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from seqeditor.domain.general_information import GeneralInformation
from seqeditor.domain.sequence import Sequence
from seqeditor.rules.engine import Engine
from seqeditor.rules.finding import Finding, Level, Scope
from seqeditor.rules.registry import all_rules
from tests.rules import shorthand
from tests.rules.file_case import read_file
from tests.rules.memory import Entry, MemoryListing, carried_out

HERE = Path(__file__).resolve().parent
TODAY = datetime.date(2026, 1, 1)
MANY = 1000
KINDS = ("pass", "fail", "fixed")
WORDS = (
    *("sequence", "header", "listing", "file", "operations"),
    *("profile", "today", "finding", "count", "allow", "also", "unrepaired", "leaves"),
)


@dataclass(frozen=True)
class Case:
    """One case of one rule; `kind` is pass, fail or fixed."""

    rule: str
    kind: str
    name: str
    body: Mapping[str, Any] = field(repr=False)

    @property
    def id(self) -> str:
        return f"{self.rule}:{self.name}"


class _Loader(yaml.SafeLoader):
    """Refuses a key given twice, of which YAML would silently keep the last."""


def _mapping(loader: _Loader, node: yaml.MappingNode) -> dict[Any, Any]:
    keys = [loader.construct_object(key) for key, _ in node.value]
    twice = {key for key in keys if keys.count(key) > 1}
    if twice:
        raise ValueError(f"{node.start_mark}: given twice: {twice}")
    return dict(loader.construct_pairs(node, deep=True))


_Loader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


@cache
def all_cases() -> tuple[Case, ...]:
    """Return every case of every YAML file below this folder."""
    found = []
    for path in sorted(HERE.rglob("*.yml")):
        content = yaml.load(path.read_text("utf-8"), _Loader) or {}
        for rule, kinds in content.items():
            shorthand.known(kinds, KINDS)
            for kind in kinds:
                for name, body in (kinds[kind] or {}).items():
                    shorthand.known(body, WORDS)
                    found.append(Case(rule, kind, str(name), body))
    return tuple(found)


def cases(kind: str) -> list[Case]:
    """Return the cases of one kind."""
    return [case for case in all_cases() if case.kind == kind]


def listing(body: Mapping[str, Any]) -> MemoryListing:
    """Return the listing a case describes; a single sequence stands in it as number 1."""
    whole = body.get("listing", {})
    shorthand.known(whole, ("numbers", "sequences", "header", "times"))
    changes = {**body.get("header", {}), **whole.get("header", {})}
    numbers = [str(n) for n in whole.get("numbers", ())]
    given = whole.get("sequences", [body.get("sequence", {})] * (len(numbers) or 1))
    made = [shorthand.sequence(one or {}) for one in given] * int(whole.get("times", 1))
    numbers = numbers or [str(i) for i in range(1, len(made) + 1)]
    if len(numbers) != len(made):
        raise ValueError("as many numbers as sequences, please")
    entries = (Entry(i, *pair) for i, pair in enumerate(zip(numbers, made, strict=True), 1))
    return MemoryListing(shorthand.header(changes), tuple(entries))


@cache
def engine(profile: str, today: datetime.date) -> Engine:
    """Return an engine with all rules, those asked for only on request included."""
    return Engine(profile, today=today, thorough=True)


def day_of(case: Case) -> datetime.date:
    today = case.body.get("today", TODAY)
    return datetime.date.fromisoformat(today) if isinstance(today, str) else today


def profile_of(case: Case) -> str:
    return str(case.body.get("profile", "applicant"))


def engine_of(case: Case) -> Engine:
    return engine(profile_of(case), day_of(case))


def findings(case: Case) -> list[Finding]:
    """Return everything the rules say about a case."""
    if "file" in case.body:
        return read_file(case.body["file"], profile_of(case), day_of(case))
    return judged(listing(case.body), engine_of(case))


def judged(whole: MemoryListing, engine: Engine) -> list[Finding]:
    """Return all findings on a listing in memory."""
    return [*engine.header(whole.header), *_of_sequences(whole, engine), *engine.listing(whole)]


def _of_sequences(whole: MemoryListing, engine: Engine) -> Iterator[Finding]:
    # Of a listing made large by repetition, one sequence speaks for all.
    for one in whole.entries[: 1 if len(whole.entries) > MANY else None]:
        yield from engine.sequence(
            one.sequence, whole.header, sequence_id=one.id, number=one.number
        )


def errors(found: list[Finding]) -> list[str]:
    """Return the ids of the rules that found errors."""
    return [one.rule for one in found if one.level is Level.ERROR]


def repaired(whole: MemoryListing, finding: Finding) -> MemoryListing:
    """Return the listing after the repair of the finding."""
    rule = all_rules()[finding.rule]
    assert rule.repair is not None
    if rule.scope is Scope.LISTING:
        return carried_out(whole, rule.repair.apply(whole, finding))
    if rule.repair.as_operations:
        return carried_out(whole, rule.repair.apply(None, finding))
    if finding.sequence is None:
        header = rule.repair.apply(whole.header, finding)
        assert isinstance(header, GeneralInformation)
        return replace(whole, header=header)
    return replace(whole, entries=tuple(_repaired(e, rule.repair, finding) for e in whole.entries))


def _repaired(entry: Entry, repair: Any, finding: Finding) -> Entry:
    if entry.id != finding.sequence:
        return entry
    sequence = repair.apply(entry.sequence, finding)
    assert isinstance(sequence, Sequence)
    return replace(entry, sequence=sequence)
