"""SequenceTotalQuantity against the sequences that are there (ST.26 par. 10 and 45)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from seqeditor.domain.edits.operations import Operation, ReplaceHeader
from seqeditor.rules.finding import Finding, Hit, Level, Scope, hit
from seqeditor.rules.listing.columns import whole_number
from seqeditor.rules.rule import Applicability, Repair, rule
from seqeditor.rules.view import ListingContext, ListingView
from seqeditor.texts import N_, nN_


def _counted(view: ListingView, _finding: Finding) -> tuple[Operation, ...]:
    return (ReplaceHeader(replace(view.header, written_total=None)),)


@rule(
    "gi-total-mismatch",
    Level.ERROR,
    "par. 10, 45",
    Scope.LISTING,
    message=nN_(
        "SequenceTotalQuantity says {value}, but there is {count} sequence. Set it to {count}.",
        "SequenceTotalQuantity says {value}, but there are {count} sequences. Set it to {count}.",
    ),
    variants={"none": N_("The listing has no sequence yet. Add at least one.")},
    repair=Repair(
        Applicability.SAFE,
        N_("Set SequenceTotalQuantity to {count}."),
        _counted,
        lambda finding: finding.variant != "none",
    ),
)
def total_mismatch(view: ListingView, _context: ListingContext) -> Iterator[Hit]:
    """SequenceTotalQuantity is the number of sequences, skipped ones included, and at least one.

    Offices use it to see whether a listing has arrived whole; a wrong total makes a complete
    listing look cut off.

    Right: <SequenceTotalQuantity>2</SequenceTotalQuantity> with 2 sequences
    Wrong: <SequenceTotalQuantity>3</SequenceTotalQuantity> with 2 sequences

    Set the total to the number of sequences. If sequences are missing, add them instead.
    """
    written = view.header.written_total
    count = view.count()
    if not count:
        # Where a file states a total, its missing sequences are the fault of its structure.
        if written is None:
            yield hit("written_total", variant="none")
    elif written is not None and whole_number(written.strip()) not in (0, count):
        yield hit("written_total", value=written, count=count)
