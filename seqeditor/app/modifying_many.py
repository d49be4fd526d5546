"""The same modification in many sequences as one step; what does not fit one leaves it alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from seqeditor.app.document import Document
from seqeditor.app.jobs import Job
from seqeditor.app.residue_positions import PositionsError
from seqeditor.domain.edits.modifications import Modification, modified
from seqeditor.domain.sequence import Sequence
from seqeditor.texts import N_

PART = 200
"""Sequences looked at between two reports."""

LABEL = N_("Modified residues in {count} sequences")

Plan = Callable[[Sequence], Modification]
"""Says for a sequence what is to be written; raises PositionsError where that cannot be."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many sequences were changed, and how many were left as they are."""

    changed: int
    left: int


def modify_many(document: Document, ids: Iterable[int], plan: Plan, job: Job) -> Outcome:
    """Write it in sequences of the molecule type of the first one, as one step.

    Raises what `Document.apply` raises.
    """
    wanted = [one for one in ids if one in document.order]
    if not wanted:
        return Outcome(0, 0)
    moltype = document.sequence(wanted[0]).moltype

    def edit(sequence: Sequence) -> Sequence:
        if sequence.moltype != moltype or sequence.is_skipped:
            return sequence
        try:
            return modified(sequence, plan(sequence))
        except PositionsError:
            return sequence

    fitting: list[int] = []
    for done, sequence_id in enumerate(wanted):
        if done % PART == 0:
            job.report(done, 2 * len(wanted))
        sequence = document.sequence(sequence_id)
        if edit(sequence) is not sequence:
            fitting.append(sequence_id)
    if fitting:
        document.apply(LABEL, fitting, edit, arguments={"count": len(fitting)}, job=job)
    return Outcome(len(fitting), len(wanted) - len(fitting))
