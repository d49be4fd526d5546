"""INSDSeq_other-seqids, which Offices use among themselves (ST.26 Annex V)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from seqeditor.domain.sequence import Sequence
from seqeditor.rules.finding import Hit, Level, Scope, hit
from seqeditor.rules.rule import Applicability, Repair, rule
from seqeditor.rules.view import SequenceContext
from seqeditor.texts import N_

_FORM = re.compile(r"pat\|[A-Z]{2}\|[^|]+\|[A-Z]\d?\|([1-9]\d*)")


@rule(
    "seq-other-seqids-present",
    Level.WARNING,
    "DTD note; Annex V",
    Scope.SEQUENCE,
    profiles={"office": None},
    message=N_(
        "Sequence {number} has INSDSeq_other-seqids, which only Offices use. Leave it out of a"
        " listing that you file."
    ),
    silences=("xml-optional-empty",),
    repair=Repair(
        Applicability.ASK,
        N_("Leave out INSDSeq_other-seqids."),
        lambda sequence, _finding: replace(sequence, other_seqids=None),
    ),
)
def seqids_present(sequence: Sequence, context: SequenceContext) -> Iterator[Hit]:
    """A listing made by an applicant has no INSDSeq_other-seqids.

    The element holds identifiers that Offices add when they pass sequences on to the databases.
    In a listing that is filed it has no meaning.

    Right: no INSDSeq_other-seqids
    Wrong: <INSDSeq_other-seqids><INSDSeqid>pat|WO|2013999999|A1|12</INSDSeqid> ...

    Leave it out. An Office that checks published listings uses the profile office, where this is
    not reported.
    """
    if sequence.other_seqids is not None:
        yield hit("other_seqids", number=context.number)


@rule(
    "seq-other-seqids-format",
    Level.WARNING,
    "Annex II note; Annex V",
    Scope.SEQUENCE,
    message=N_("The identifier “{value}” must read pat|office|publication number|kind|{number}."),
)
def seqids_format(sequence: Sequence, context: SequenceContext) -> Iterator[Hit]:
    """An INSDSeqid reads pat|office|publication number|kind code|SEQ ID NO.

    Example: pat|WO|2013999999|A1|12 for SEQ ID NO 12 of WO 2013/999999 A1. Databases find the
    patent by it.

    Right: pat|WO|2013999999|A1|12
    Wrong: WO2013999999

    Correct the parts, or leave the identifier out.
    """
    for index, text in enumerate(sequence.other_seqids or ()):
        match = _FORM.fullmatch(text)
        if match is None or match[1] != context.number:
            yield hit("other_seqids", index, value=text, number=context.number)
