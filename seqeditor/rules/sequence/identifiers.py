"""INSDSeq_other-seqids, which Offices use among themselves (ST.26 Annex V)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from seqeditor.domain.mention import MentionKind
from seqeditor.domain.sequence import Sequence
from seqeditor.rules.finding import Hit, Level, Scope, hit
from seqeditor.rules.rule import Applicability, Repair, rule
from seqeditor.rules.view import ListingContext, ListingView, SequenceContext
from seqeditor.texts import N_

_PART = 500


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
    Scope.LISTING,
    message=N_("The identifier “{value}” must read pat|office|publication number|kind|{number}."),
    shifting=("number",),
)
def seqids_format(view: ListingView, _context: ListingContext) -> Iterator[Hit]:
    """An INSDSeqid reads pat|office|publication number|kind code|SEQ ID NO.

    Example: pat|WO|2013999999|A1|12 for SEQ ID NO 12 of WO 2013/999999 A1. Databases find the
    patent by it.

    Right: pat|WO|2013999999|A1|12
    Wrong: WO2013999999

    Correct the parts, or leave the identifier out.
    """
    found = view.mentions(MentionKind.IDENTIFIER)
    # In parts: every sequence of a published listing may have one.
    while part := list(islice(found, _PART)):
        rows = {row.id: row for row in view.rows_of({one.sequence for one in part})}
        for one in part:
            row, said = rows.get(one.sequence), one.mention
            if row is not None and said.number != row.number:
                yield hit(*said.path, sequence=row.id, value=said.text, number=row.number)
