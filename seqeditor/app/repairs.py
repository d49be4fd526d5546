"""Putting findings right: one by a click, all safe ones of a kind in one step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from seqeditor.app.document import Change, Document
from seqeditor.app.jobs import Job
from seqeditor.domain.general_information import GeneralInformation
from seqeditor.domain.sequence import Sequence
from seqeditor.rules.finding import Finding, Scope
from seqeditor.rules.registry import all_rules
from seqeditor.rules.rule import Applicability, Repair
from seqeditor.texts import N_

LABEL = N_("Repair: {rule}")


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

    In each sequence the last place is repaired first, so that the other places stay where they
    are. Raises ReadOnlyError, CancelledError.
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
    if all_rules()[rule].scope is Scope.LISTING:
        return _repair_listing(document, by_sequence, arguments, origin)
    on_header = by_sequence.pop(None, [])
    if on_header:
        return document.apply_header(
            LABEL, lambda header: _header(header, on_header), arguments=arguments, origin=origin
        )
    ids = [i for i in by_sequence if i is not None]
    waiting = iter(ids)

    def edit(sequence: Sequence) -> Sequence:
        return _sequence(sequence, by_sequence[next(waiting)])

    return document.apply(LABEL, ids, edit, arguments=arguments, origin=origin, job=job)


def _repair_listing(
    document: Document,
    by_sequence: dict[int | None, list[Finding]],
    arguments: dict[str, str | int],
    origin: object,
) -> Change:
    found = [finding for each in by_sequence.values() for finding in each]
    # One repair of the listing (numbering, the total) settles all findings of its kind.
    offered = repair_of(found[0])
    assert offered is not None
    result = offered.apply(document.copy, found[0])
    if isinstance(result, GeneralInformation):
        return document.apply_header(LABEL, lambda _: result, arguments=arguments, origin=origin)
    return document.carry_out(LABEL, result, arguments=arguments, origin=origin)


def _header(header: GeneralInformation, findings: list[Finding]) -> GeneralInformation:
    for finding in reversed(findings):
        offered = repair_of(finding)
        if offered is not None:
            header = offered.apply(header, finding)
    return header


def _sequence(sequence: Sequence, findings: list[Finding]) -> Sequence:
    for finding in sorted(findings, key=_place, reverse=True):
        offered = repair_of(finding)
        if offered is not None:
            sequence = offered.apply(sequence, finding)
    return sequence


def _place(finding: Finding) -> tuple[tuple[bool, int, str], ...]:
    """Sort places by their indexes; numbers and names never meet at the same depth."""
    return tuple(
        (isinstance(step, int), step if isinstance(step, int) else 0, str(step))
        for step in finding.path
    )
