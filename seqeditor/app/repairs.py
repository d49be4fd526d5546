"""Putting findings right: one by a click, all safe ones of a kind in one step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TypeVar

from seqeditor.app.document import Change, Document
from seqeditor.app.jobs import Job
from seqeditor.domain import sequence as sequences
from seqeditor.domain.edits.operations import Operation
from seqeditor.domain.general_information import GeneralInformation
from seqeditor.rules.engine import Engine
from seqeditor.rules.finding import Finding, Scope
from seqeditor.rules.registry import all_rules
from seqeditor.rules.rule import PROFILES, Applicability, Repair
from seqeditor.texts import N_

LABEL = N_("Repair: {rule}")

Value = TypeVar("Value", sequences.Sequence, GeneralInformation)


def repair_of(finding: Finding) -> Repair | None:
    """Return the repair offered for a finding, None when there is none."""
    repair = all_rules()[finding.rule].repair
    if repair is None or finding.omitted or not repair.offered(finding):
        return None
    return repair


def is_safe(finding: Finding) -> bool:
    """Tell whether a finding may be repaired without asking."""
    repair = repair_of(finding)
    return repair is not None and repair.applicability_of(finding) is Applicability.SAFE


def repair(document: Document, finding: Finding, *, origin: object = None) -> Change:
    """Apply the repair of one finding as one step; no repair, or nothing to do: no change."""
    return repair_all(document, [finding], origin=origin)


def repair_all(
    document: Document,
    findings: Iterable[Finding],
    *,
    origin: object = None,
    job: Job | None = None,
) -> Change:
    """Apply the repairs of findings of one rule as one step.

    Findings that an edit has made go meanwhile are passed over. In each value the last place is
    repaired first, so that the other places stay where they are. Raises ReadOnlyError,
    CancelledError (nothing is changed then).
    """
    by_sequence: dict[int | None, list[Finding]] = defaultdict(list)
    rule = ""
    for finding in findings:
        if repair_of(finding) is not None:
            by_sequence[finding.sequence].append(finding)
            rule = finding.rule
    if not by_sequence:
        return Change()
    arguments: dict[str, str | int] = {"rule": rule}
    engine = _only(rule)
    if all_rules()[rule].scope is Scope.LISTING:
        return _repair_listing(document, engine, by_sequence, arguments, origin, job)
    if _as_operations(rule):
        return _operate_on_sequences(document, engine, by_sequence, arguments, origin, job)
    on_header = by_sequence.pop(None, [])

    def edit_header(header: GeneralInformation) -> GeneralInformation:
        return _repaired(header, on_header, engine.header)

    def edit(sequence_id: int, sequence: sequences.Sequence) -> sequences.Sequence:
        number, header = document.number(sequence_id), document.header

        def check(now: sequences.Sequence) -> list[Finding]:
            return engine.sequence(now, header, sequence_id=sequence_id, number=number)

        return _repaired(sequence, by_sequence[sequence_id], check)

    ids = [i for i in by_sequence if i is not None and i in document.order]
    return document.apply_by_id(
        LABEL,
        ids,
        edit,
        edit_header=edit_header if on_header else None,
        arguments=arguments,
        origin=origin,
        job=job,
    )


def _as_operations(rule: str) -> bool:
    offered = all_rules()[rule].repair
    return offered is not None and offered.as_operations


def _operate_on_sequences(
    document: Document,
    engine: Engine,
    by_sequence: dict[int | None, list[Finding]],
    arguments: dict[str, str | int],
    origin: object,
    job: Job | None,
) -> Change:
    """Carry out the operations of findings that are still there."""
    operations: list[Operation] = []
    header = document.header
    value: sequences.Sequence | GeneralInformation
    for done, (sequence_id, wanted) in enumerate(by_sequence.items()):
        if job is not None and done % 200 == 0:
            job.report(done, len(by_sequence))
        if sequence_id is None:
            value, now = header, engine.header(header)
        elif sequence_id in document.order:
            value, number = document.sequence(sequence_id), document.number(sequence_id)
            now = engine.sequence(value, header, sequence_id=sequence_id, number=number)
        else:
            continue
        there = {_key(finding) for finding in now}
        for finding in wanted:
            offered = repair_of(finding)
            if offered is not None and _key(finding) in there:
                operations += offered.apply(value, finding)
    return document.carry_out(LABEL, operations, arguments=arguments, origin=origin, job=job)


def _only(rule: str) -> Engine:
    """Return an engine that knows one rule, by a profile in which it speaks."""
    one = all_rules()[rule]
    profile = next((name for name in PROFILES if one.level_in(name) is not None), PROFILES[0])
    return Engine(profile, today=date.today(), thorough=True, rules={rule: one})


def _repaired(
    value: Value, wanted: Sequence[Finding], check: Callable[[Value], list[Finding]]
) -> Value:
    there = {_key(finding) for finding in check(value)}
    for finding in sorted(wanted, key=_place, reverse=True):
        offered = repair_of(finding)
        if offered is not None and _key(finding) in there:
            value = offered.apply(value, finding)
    return value


def _key(finding: Finding) -> tuple[object, ...]:
    return finding.path, finding.value, finding.variant


def _repair_listing(
    document: Document,
    engine: Engine,
    by_sequence: dict[int | None, list[Finding]],
    arguments: dict[str, str | int],
    origin: object,
    job: Job | None,
) -> Change:
    wanted = {(f.sequence, _key(f)) for each in by_sequence.values() for f in each}
    # What settles all findings of a kind (numbering, the total) is the same for each: done once.
    results: dict[tuple[Operation, ...], None] = {}
    for found in engine.listing(document.copy):
        offered = repair_of(found)
        if offered is not None and (found.sequence, _key(found)) in wanted:
            results[offered.apply(document.copy, found)] = None
    if not results:
        return Change()
    operations = [one for result in results for one in result]
    return document.carry_out(LABEL, operations, arguments=arguments, origin=origin, job=job)


def _place(finding: Finding) -> tuple[tuple[bool, int, str], ...]:
    """Sort places by their indexes; numbers and names never meet at the same depth."""
    return tuple(
        (isinstance(step, int), step if isinstance(step, int) else 0, str(step))
        for step in finding.path
    )
