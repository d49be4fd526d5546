"""What all rules over qualifier values share: the hit on the value and the repairs."""

from __future__ import annotations

from seqeditor.domain.path import put
from seqeditor.domain.sequence import Qualifier, Sequence
from seqeditor.rules.feature.changes import with_note
from seqeditor.rules.finding import Finding, Hit, Level
from seqeditor.rules.rule import Applicability, Repair
from seqeditor.texts import N_

NUCLEOTIDES = ("DNA", "RNA")

Parameter = str | int


def given(qualifier: Qualifier) -> str:
    """Return the value, "" where there is none worth judging: another rule speaks of that."""
    value = qualifier.value
    return value if value and not value.isspace() else ""


def told(
    value: str | None,
    proposal: str | None = None,
    *,
    note: str = "",
    sure: bool = False,
    variant: str = "",
    level: Level | None = None,
    **parameters: Parameter,
) -> Hit:
    """Return a hit on a value, with a proposal for it.

    `note` is the text that goes to a note when the proposal is taken; `sure` says that it may be
    taken without asking.
    """
    if proposal is not None:
        parameters["proposal"] = proposal
        parameters["sure"] = int(sure)
    if note:
        parameters["note"] = note
    return Hit(("value",), value=value, variant=variant, level=level, parameters=parameters)


def proposed(finding: Finding) -> bool:
    """Tell whether the finding proposes a value."""
    return "proposal" in finding.parameters


def is_sure(finding: Finding) -> bool:
    """Tell whether the proposal may be taken without asking."""
    return bool(finding.parameters.get("sure"))


def _set(sequence: Sequence, finding: Finding) -> Sequence:
    changed: Sequence = put(sequence, finding.path, str(finding.parameters["proposal"]))
    return with_note(changed, int(finding.path[1]), str(finding.parameters.get("note", "")))


REWRITE = Repair(Applicability.ASK, N_("Write “{proposal}”."), _set, proposed, is_sure)
REWRITE_OR_NOTE = Repair(
    Applicability.ASK,
    N_("Write “{proposal}”; what it cannot say goes to a note."),
    _set,
    proposed,
    is_sure,
)
