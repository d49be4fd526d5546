"""How a rule is declared: what it is called, what it speaks of, what it says, how to repair."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from inspect import cleandoc
from typing import Any

from seqeditor.rules.finding import Finding, Hit, Level, Scope

Check = Callable[[Any, Any], Iterable[Hit]]
Message = str | tuple[str, str]
"""A message id, or singular and plural of a wording that depends on the parameter `count`."""

LEGACY = "legacy"
PROFILES = ("applicant", "office", "strict", LEGACY, "us")
EVERYWHERE: frozenset[str] = frozenset()


class Applicability(StrEnum):
    """SAFE: follows from the listing alone and removes nothing a person typed. ASK: all else."""

    SAFE = "safe"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class Repair:
    """A pure edit that makes a finding go.

    `apply(value, finding)` takes and returns the sequence (the general information for scope
    HEADER); for scope LISTING it takes the view and returns a tuple of operations. `offered` tells
    for which findings of the rule there is a repair. `sure` tells for which findings a repair
    declared ASK is SAFE all the same. `as_operations`: `apply` returns operations whatever the
    scope, for what one sequence alone does not tell. `titles` are those of single variants.
    """

    applicability: Applicability
    title: str
    apply: Callable[[Any, Finding], Any]
    offered: Callable[[Finding], bool] = lambda _finding: True
    sure: Callable[[Finding], bool] = lambda _finding: False
    as_operations: bool = False
    titles: Mapping[str, str] = field(default_factory=dict)

    def title_of(self, finding: Finding) -> str:
        """Return the message id of what the repair of this finding does."""
        return self.titles.get(finding.variant, self.title)

    def applicability_of(self, finding: Finding) -> Applicability:
        """Return whether this finding may be repaired without asking."""
        return Applicability.SAFE if self.sure(finding) else self.applicability


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the catalogue; `check` is None for FILE and COMPARISON, found elsewhere."""

    id: str
    level: Level
    reference: str
    scope: Scope
    message: Message
    help: str
    check: Check | None = None
    variants: Mapping[str, Message] = field(default_factory=dict)
    moltypes: frozenset[str] = EVERYWHERE
    keys: frozenset[str] = EVERYWHERE
    names: frozenset[str] = EVERYWHERE
    elements: frozenset[str] = EVERYWHERE
    skipped: bool = False
    silences: tuple[str, ...] = ()
    profiles: Mapping[str, Level | None] = field(default_factory=dict)
    thorough: bool = False
    rewritten: str = ""
    repair: Repair | None = None
    shifting: frozenset[str] = EVERYWHERE
    action: str = ""
    older: frozenset[str] = EVERYWHERE

    @property
    def area(self) -> str:
        """The part of the id before the first hyphen."""
        return self.id.split("-", 1)[0]

    def level_in(
        self, profile: str, level: Level | None = None, value: str | None = None
    ) -> Level | None:
        """Return the level in a profile, None when the rule is silent there.

        `level` is the one a hit of its own departs to; a profile's word goes before both. `value`
        is what was found.
        """
        if profile == LEGACY and value in self.older:
            return Level.WARNING
        if profile in self.profiles:
            return self.profiles[profile]
        return level or self.level


_declared: dict[str, Rule] = {}


class DuplicateRuleError(ValueError):
    """Two rules carry the same id."""


def declared() -> Mapping[str, Rule]:
    """Return the rules declared so far, by id; `registry` sees to it that all modules are read."""
    return _declared


def _keep(new: Rule) -> Rule:
    if new.id in _declared:
        raise DuplicateRuleError(new.id)
    _declared[new.id] = new
    return new


def rule(
    rule_id: str,
    level: Level,
    reference: str,
    scope: Scope,
    *,
    message: Message,
    variants: Mapping[str, Message] | None = None,
    moltypes: Iterable[str] = (),
    keys: Iterable[str] = (),
    names: Iterable[str] = (),
    elements: Iterable[str] = (),
    skipped: bool = False,
    silences: Iterable[str] = (),
    profiles: Mapping[str, Level | None] | None = None,
    thorough: bool = False,
    repair: Repair | None = None,
    shifting: Iterable[str] = (),
    older: Iterable[str] = (),
    action: str = "",
) -> Callable[[Check], Check]:
    """Declare the decorated check as a rule; its docstring is the help a user reads.

    `explanation` tells the form of that help.

    `moltypes`, `keys`, `names`, `elements`: for which molecule types, feature keys, qualifier
    names and XML elements the rule speaks (empty: all). `skipped`: also for intentionally skipped
    sequences. `silences`: ids (or `prefix-*`) of rules that keep silent at the same place and
    below when this one speaks. `profiles`: level by profile, None for silent. `shifting`: names of
    parameters (`value` may be one) that change when other sequences come, go or move, though what
    is told stays the same: the SEQ ID NOs of others, and totals. `older`: values that were right
    in an older version, which the profile legacy only warns of. `action`: what to do at the place
    of a finding for which there is no repair, where that is one certain thing.
    """

    def keep(check: Check) -> Check:
        _keep(
            Rule(
                id=rule_id,
                level=level,
                reference=reference,
                scope=scope,
                message=message,
                help=cleandoc(check.__doc__ or ""),
                check=check,
                variants=dict(variants or {}),
                moltypes=frozenset(moltypes),
                keys=frozenset(keys),
                names=frozenset(names),
                elements=frozenset(elements),
                skipped=skipped,
                silences=tuple(silences),
                profiles=dict(profiles or {}),
                thorough=thorough,
                repair=repair,
                shifting=frozenset(shifting),
                older=frozenset(older),
                action=action,
            )
        )
        return check

    return keep


def file_rule(
    rule_id: str,
    level: Level,
    reference: str,
    *,
    message: Message,
    help: str,  # noqa: A002  the word every reader of a declaration expects
    variants: Mapping[str, Message] | None = None,
    profiles: Mapping[str, Level | None] | None = None,
    silences: Iterable[str] = (),
    rewritten: str = "",
    scope: Scope = Scope.FILE,
) -> Rule:
    """Declare a rule of scope FILE: found by the reader, judged and worded here.

    With scope COMPARISON it is found by the comparison of two listings instead.
    `rewritten` is the text shown where writing the listing anew puts the fault right.
    """
    return _keep(
        Rule(
            id=rule_id,
            level=level,
            reference=reference,
            scope=scope,
            message=message,
            help=cleandoc(help),
            variants=dict(variants or {}),
            profiles=dict(profiles or {}),
            silences=tuple(silences),
            rewritten=rewritten,
        )
    )
