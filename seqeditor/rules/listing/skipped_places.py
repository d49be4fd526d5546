"""Where intentionally skipped sequences serve no purpose (ST.26 par. 58)."""

from __future__ import annotations

from collections.abc import Iterator

from seqeditor.domain.edits.operations import Operation, RemoveSequence
from seqeditor.rules.finding import Finding, Hit, Level, Scope, hit
from seqeditor.rules.listing.columns import columns, counted
from seqeditor.rules.rule import Applicability, Repair, rule
from seqeditor.rules.view import ListingContext, ListingView
from seqeditor.texts import N_


def _shortened(view: ListingView, _finding: Finding) -> tuple[Operation, ...]:
    return tuple(RemoveSequence(one) for one in reversed(counted(view).ending))


@rule(
    "skip-last",
    Level.INFO,
    "par. 3(d), 58",
    Scope.LISTING,
    message=N_("The listing ends with an intentionally skipped sequence, which may be left out."),
    repair=Repair(Applicability.ASK, N_("Leave out the skipped sequences at the end."), _shortened),
)
def skipped_last(view: ListingView, context: ListingContext) -> Iterator[Hit]:
    """The last sequence of a listing is not an intentionally skipped one.

    A skipped sequence keeps the numbers of those after it; at the end there are none. It is
    allowed all the same, and right where the description still names its number.

    Right: 1 with residues, 2 skipped, 3 with residues
    Wrong: 1 with residues, 2 with residues, 3 skipped

    Leave it out if nothing refers to it.
    """
    known = columns(view, context)
    if known.ending and known.real:
        yield hit(sequence=known.ending[-1])


@rule(
    "skip-all",
    Level.WARNING,
    "par. 7, 50",
    Scope.LISTING,
    message=N_("Every sequence is intentionally skipped; the listing discloses nothing."),
)
def all_skipped(view: ListingView, context: ListingContext) -> Iterator[Hit]:
    """At least one sequence of a listing is not skipped.

    A listing of skipped sequences alone discloses no sequence, and an Office may not accept it as
    a sequence listing at all.

    Right: 1 with residues, 2 skipped
    Wrong: 1 skipped, 2 skipped

    Give the residues of at least one sequence, or file no listing.
    """
    known = columns(view, context)
    if known.ids and not known.real:
        yield hit()
