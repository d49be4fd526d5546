"""The SEQ ID NOs of a listing are 1, 2, 3 and so on (ST.26 par. 10 and 51)."""

from __future__ import annotations

from collections.abc import Iterator

from seqeditor.domain.edits.operations import InsertSkipped, Operation, Renumber, SortByNumber
from seqeditor.rules.finding import Finding, Hit, Level, Scope, hit
from seqeditor.rules.listing.columns import columns, counted
from seqeditor.rules.listing.numbering import descents, gaps, repeated
from seqeditor.rules.rule import Applicability, Repair, rule
from seqeditor.rules.view import ListingContext, ListingView
from seqeditor.texts import N_, nN_

MANY = 10_000
"""From so many sequences on, checks and files are large (advice of the catalogue)."""

_TO_FILL = 100_000
"""A wider gap is a slip of the pen; nobody wants so many skipped sequences."""


def _renumbered(_view: ListingView, _finding: Finding) -> tuple[Operation, ...]:
    return (Renumber(),)


_BY_PLACE = Repair(
    Applicability.ASK,
    N_("Number the sequences 1, 2, 3 ... by their place; protein_id follows."),
    _renumbered,
)


@rule(
    "num-id-not-integer",
    Level.ERROR,
    "par. 10, 51",
    Scope.LISTING,
    message=N_("The sequence number “{value}” must be a whole number of 1 or more."),
    variants={"empty": N_("A sequence has no number. Give it the next whole number.")},
    repair=_BY_PLACE,
)
def id_not_integer(view: ListingView, context: ListingContext) -> Iterator[Hit]:
    """Each sequenceIDNumber is a whole number of 1 or more, in plain digits.

    Signs, leading zeros, blanks, letters and 0 are not allowed: the number is the name by which
    the description and the claims call the sequence.

    Right: sequenceIDNumber="1"
    Wrong: sequenceIDNumber="01"
    Wrong: sequenceIDNumber="1a"

    Number the sequences by their place, or correct the number in the file.
    """
    known = columns(view, context)
    for index, text in known.odd.items():
        variant = "" if text.strip() else "empty"
        yield hit("number", value=text, sequence=known.ids[index], variant=variant)


@rule(
    "num-first-not-one",
    Level.ERROR,
    "par. 10",
    Scope.LISTING,
    message=N_("Numbering begins with {value}; it must begin with 1."),
    repair=_BY_PLACE,
)
def first_not_one(view: ListingView, context: ListingContext) -> Iterator[Hit]:
    """The first sequence of a listing has the number 1.

    SEQ ID NOs run from 1 on without gaps, so that nobody has to ask where the sequences before
    the first have gone.

    Right: sequenceIDNumber 1, 2, 3
    Wrong: sequenceIDNumber 2, 3, 4

    Number the sequences by their place, or insert intentionally skipped sequences (000) for the
    numbers before the first if the description uses the present ones.
    """
    known = columns(view, context)
    for gap in gaps(known):
        if gap.previous == 0:
            yield hit("number", value=str(gap.next), sequence=known.ids[gap.index])
        return


def _filled(view: ListingView, _finding: Finding) -> tuple[Operation, ...]:
    # All gaps at once, the last first: otherwise filling one would shift the numbers after the
    # next.
    known = counted(view)
    found = reversed(list(gaps(known)))
    return tuple(InsertSkipped(gap.index + 1, gap.count) for gap in found)


def _fillable(finding: Finding) -> bool:
    count = finding.parameters["count"]
    return finding.variant == "" and isinstance(count, int) and count <= _TO_FILL


@rule(
    "num-gap",
    Level.ERROR,
    "par. 10",
    Scope.LISTING,
    message=nN_(
        "After sequence {previous} comes sequence {value}; {count} number is missing. Skip it"
        " intentionally (000), or number the sequences anew.",
        "After sequence {previous} comes sequence {value}; {count} numbers are missing. Skip them"
        " intentionally (000), or number the sequences anew.",
    ),
    variants={
        "mixed": nN_(
            "After sequence {previous} comes sequence {value}; {count} number is missing. Put the"
            " other numbers right first.",
            "After sequence {previous} comes sequence {value}; {count} numbers are missing. Put"
            " the other numbers right first.",
        )
    },
    repair=Repair(
        Applicability.ASK,
        N_("Fill every gap with intentionally skipped sequences (000)."),
        _filled,
        _fillable,
    ),
)
def gap(view: ListingView, context: ListingContext) -> Iterator[Hit]:
    """SEQ ID NOs follow each other without gaps; a run of missing numbers is one finding.

    A number that no sequence has looks like lost data. The standard asks for an intentionally
    skipped sequence (000) in its place.

    Right: sequenceIDNumber 1, 2, 3, 4, of which 3 is intentionally skipped
    Wrong: sequenceIDNumber 1, 2, 4

    Fill the gaps with intentionally skipped sequences: all other numbers stay as the description
    uses them. Or number the sequences by their place, if the description follows.
    """
    known = columns(view, context)
    mixed = "" if known.in_order and not known.odd else "mixed"
    for one in gaps(known):
        if one.previous == 0:
            mixed = "mixed"
            continue
        yield hit(
            "number",
            value=str(one.next),
            variant=mixed,
            sequence=known.ids[one.index],
            previous=one.previous,
            count=one.count,
        )


@rule(
    "num-duplicate",
    Level.ERROR,
    "par. 10, 51",
    Scope.LISTING,
    message=nN_(
        "The sequence number {value} is used {count} time. Give each sequence its own number.",
        "The sequence number {value} is used {count} times. Give each sequence its own number.",
    ),
    repair=_BY_PLACE,
)
def duplicate(view: ListingView, context: ListingContext) -> Iterator[Hit]:
    """No two sequences have the same number.

    The number is the name of the sequence in the description and the claims; with two of the same
    name nobody knows which is meant.

    Right: sequenceIDNumber 1, 2, 3
    Wrong: sequenceIDNumber 1, 2, 2

    Number the sequences by their place, or remove the copy if one sequence was put in twice.
    """
    known = columns(view, context)
    for one in repeated(known):
        where = known.ids[one.index]
        yield hit("number", value=str(one.number), sequence=where, count=one.count)


def _sorted(_view: ListingView, _finding: Finding) -> tuple[Operation, ...]:
    return (SortByNumber(),)


@rule(
    "num-out-of-order",
    Level.ERROR,
    "par. 10",
    Scope.LISTING,
    message=N_(
        "Sequence {value} comes after sequence {previous}. Put the sequences in the order of"
        " their numbers."
    ),
    repair=Repair(Applicability.ASK, N_("Sort the sequences by their numbers."), _sorted),
)
def out_of_order(view: ListingView, context: ListingContext) -> Iterator[Hit]:
    """The sequences stand in the order of their numbers.

    The place of a sequence and its number say the same thing; where they do not, programs that
    count places find the wrong sequence.

    Right: sequenceIDNumber 1, 2, 3
    Wrong: sequenceIDNumber 1, 3, 2

    Sort the sequences by their numbers, or number them anew by their place.
    """
    known = columns(view, context)
    for one in descents(known):
        where = known.ids[one.index]
        yield hit("number", value=str(one.number), sequence=where, previous=one.previous)


@rule(
    "num-many-sequences",
    Level.INFO,
    "-",
    Scope.LISTING,
    message=N_("The listing has {count} sequences. Checking and sending it may take long."),
    shifting=("count",),
)
def many_sequences(view: ListingView, _context: ListingContext) -> Iterator[Hit]:
    """More than 10,000 sequences: allowed, but large.

    Programs need time for such a listing, and some Offices take a fee for large files or limit
    their size.

    Right: 94 sequences
    Wrong: 250,000 sequences

    Nothing has to be put right. Leave out sequences that the application does not need.
    """
    count = view.count()
    if count > MANY:
        yield hit(count=count)
