"""Bringing an older listing up to DTD V1_3, in one step, with a list of what was changed.

The changes are the repairs of the rules that speak of the difference between the versions: names
in capitals (SOURCE, ORGANISM, MOL_TYPE, NOTE), operators in amino-acid locations, dtdVersion.
Everything else stays as it was written. The DOCTYPE of the file as received is no part of the
listing; it is named among the changes, because the file is written with that of V1_3.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import TypeVar

from seqeditor.app.document import Change, Document
from seqeditor.app.jobs import Job
from seqeditor.app.repairs import repair_of
from seqeditor.domain import sequence as sequences
from seqeditor.domain.general_information import GeneralInformation
from seqeditor.rules.engine import Engine
from seqeditor.rules.finding import Finding
from seqeditor.rules.registry import all_rules
from seqeditor.store.reader import Reader
from seqeditor.texts import N_

LABEL = N_("Migrate to DTD V1_3")
OUTDATED = ("root-dtd-version-outdated", "root-dtd-version-format")
RULES = (*OUTDATED, "feat-key-case", "qual-case", "loc-aa-operator")
"""The rules that tell the older form of a listing from today's."""

_DOCTYPE = "xml-doctype-"

_LOOKING = N_("Looking for what is of an older version")
_ROUNDS = 4
"""One repair may bring out another, as a name in the right case lets its location be judged."""

Value = TypeVar("Value", sequences.Sequence, GeneralInformation)


@dataclass(frozen=True, slots=True)
class Migrated:
    """What was found and put right; each finding carries the SEQ ID NO as its `number`."""

    findings: tuple[Finding, ...]
    change: Change


def is_outdated(header: GeneralInformation) -> bool:
    """Tell whether a listing says to be of a version before V1_3, or of none that can be read."""
    return any(finding.rule in OUTDATED for finding in _engine().header(header))


def is_older(header: GeneralInformation) -> bool:
    """Tell whether a listing says to be of a version before V1_3."""
    return any(finding.rule == OUTDATED[0] for finding in _engine().header(header))


def migrate(document: Document, job: Job, reader: Reader) -> Migrated:
    """Bring a document up to date as one step; for a worker with a reader of its own.

    Raises ReadOnlyError, CancelledError (nothing is changed then) or StoreError.
    """
    header, done = reader.header, list[Finding]()
    touched: list[int] = []
    ids = list(reader.order.ids)
    for at, sequence_id in enumerate(ids):
        if at % 200 == 0:
            job.report(at, len(ids), _LOOKING)
        number = reader.number(sequence_id)
        sequence = reader.sequence(sequence_id)
        found = migrated_sequence(sequence, header, number)[1]
        if found:
            touched.append(sequence_id)
            done += found

    def edit(sequence_id: int, sequence: sequences.Sequence) -> sequences.Sequence:
        return migrated_sequence(sequence, header, document.number(sequence_id))[0]

    new_header, on_header = migrated_header(header)
    change = document.apply_by_id(
        LABEL, touched, edit, edit_header=lambda _old: new_header, job=job
    )
    return Migrated((*_of_the_doctype(document), *on_header, *done), change)


def _of_the_doctype(document: Document) -> list[Finding]:
    found = Engine(today=date.today()).faults(document.received)
    return [one for one in found if one.rule.startswith(_DOCTYPE)]


def migrated_header(header: GeneralInformation) -> tuple[GeneralInformation, list[Finding]]:
    """Return the general information in today's form, and what was put right."""
    return _put_right(header, _engine().header)


def migrated_sequence(
    sequence: sequences.Sequence, header: GeneralInformation, number: str
) -> tuple[sequences.Sequence, list[Finding]]:
    """Return a sequence in today's form, and what was put right with its number."""

    def check(value: sequences.Sequence) -> list[Finding]:
        return _engine().sequence(value, header, sequence_id=0, number=number)

    new, found = _put_right(sequence, check)
    return new, [_numbered(finding, number) for finding in found]


def _put_right(
    value: Value, check: Callable[[Value], Sequence[Finding]]
) -> tuple[Value, list[Finding]]:
    done: list[Finding] = []
    for _round in range(_ROUNDS):
        before = value
        # The last place first: a location split into several moves only what stands behind it.
        for finding in reversed(check(value)):
            offered = repair_of(finding)
            new = value if offered is None else offered.apply(value, finding)
            if new != value:
                value = new
                done.append(finding)
        if value == before:
            break
    return value, done


def _numbered(finding: Finding, number: str) -> Finding:
    return replace(finding, number=number)


@cache
def _engine() -> Engine:
    rules = {name: all_rules()[name] for name in RULES}
    return Engine(today=date.today(), rules=rules)
