"""Residues and numbers of sequences inside qualifier values (ST.26 par. 10, 74, 100)."""

from __future__ import annotations

from collections.abc import Iterator

from seqeditor.domain.edits.operations import ListNucleotides, Operation
from seqeditor.domain.mention import MentionKind
from seqeditor.rules.across.proteins import Told, told
from seqeditor.rules.finding import Finding, Hit, Level, Scope, hit
from seqeditor.rules.rule import Applicability, Repair, rule
from seqeditor.rules.view import ListingContext, ListingView
from seqeditor.texts import N_, nN_


def _unlisted(view: ListingView, kind: MentionKind) -> Iterator[Told]:
    for one in told(view, kind):
        if not view.ids_of_digest(one.mention.digest):
            yield one


def _list(_view: ListingView, finding: Finding) -> tuple[Operation, ...]:
    assert finding.sequence is not None
    return (ListNucleotides(finding.sequence, int(finding.path[1]), int(finding.path[3])),)


@rule(
    "x-embedded-replace",
    Level.WARNING,
    "par. 74, 100",
    Scope.LISTING,
    message=nN_(
        "replace holds {count} nucleotide, which is long enough to need a number of its own. List"
        " it as a sequence too.",
        "replace holds {count} nucleotides, which is long enough to need a number of its own. List"
        " them as a sequence too.",
    ),
    repair=Repair(
        Applicability.ASK, N_("List the residues of replace as a sequence at the end."), _list
    ),
)
def in_replace(view: ListingView, _context: ListingContext) -> Iterator[Hit]:
    """A replace with 10 or more specifically defined nucleotides is a sequence of the listing too.

    Every sequence disclosed by its residues is listed if it is long enough, also one that stands
    in a qualifier only; n is not specifically defined.

    Right: replace acgtacgtacgt, and a sequence acgtacgtacgt
    Wrong: replace acgtacgtacgt, and no such sequence

    List the residues as a sequence of their own.
    """
    for one in _unlisted(view, MentionKind.REPLACE):
        yield hit(
            *one.mention.path,
            "value",
            value=one.mention.text,
            sequence=one.row.id,
            count=one.mention.length or 0,
        )


@rule(
    "x-embedded-note",
    Level.INFO,
    "par. 74, 100",
    Scope.LISTING,
    message=N_(
        "The text seems to hold residues, {value}, which may need a sequence number of their own."
    ),
)
def in_text(view: ListingView, _context: ListingContext) -> Iterator[Hit]:
    """Residues in a text are listed as a sequence of their own if there are enough of them.

    What is looked for are runs of 10 or more letters a, c, g, t, u, or 8 or more amino-acid
    letters, after a word such as insertion, replaced or sequence. It may be something else.

    A sequence that stands in a text only cannot be searched for.

    Right: insertion of SEQ ID NO: 7
    Wrong: insertion of the sequence acgtacgtacgt

    List the sequence and name its number in the text.
    """
    for one in _unlisted(view, MentionKind.TEXT):
        yield hit(*one.mention.path, "value", value=one.mention.text, sequence=one.row.id)


@rule(
    "x-embedded-primers",
    Level.INFO,
    "par. 74",
    Scope.LISTING,
    message=N_(
        "The primer {value} is long enough to need a number of its own. List it as a sequence too."
    ),
)
def in_primers(view: ListingView, _context: ListingContext) -> Iterator[Hit]:
    """Primers with 10 or more specifically defined nucleotides are sequences of the listing too.

    PCR_primers tells by which primers a sequence was made; their residues are disclosed by that.

    Right: fwd_seq: acgtacgtacgt, and a sequence acgtacgtacgt
    Wrong: fwd_seq: acgtacgtacgt, and no such sequence

    List each primer as a sequence of its own.
    """
    for one in _unlisted(view, MentionKind.PRIMER):
        yield hit(*one.mention.path, "value", value=one.mention.text, sequence=one.row.id)


@rule(
    "x-seq-id-reference",
    Level.WARNING,
    "par. 10",
    Scope.LISTING,
    message=N_("The text names SEQ ID NO {value}, but there is no such sequence in this listing."),
    variants={
        "skipped": N_(
            "The text names SEQ ID NO {value}, which is an intentionally skipped sequence."
        )
    },
)
def reference(view: ListingView, _context: ListingContext) -> Iterator[Hit]:
    """A SEQ ID NO in a text is the number of a sequence of this listing that is not skipped.

    Numbers in texts do not follow when the sequences are numbered anew. A text that names a patent
    document is not judged.

    A reader who looks for the sequence finds none, or another one.

    Right: bound to SEQ ID NO: 3, in a listing of 5 sequences
    Wrong: bound to SEQ ID NO: 9, in a listing of 5 sequences

    Correct the number in the text.
    """
    for one in told(view, MentionKind.NUMBER):
        if one.target is None or one.target.skipped:
            yield hit(
                *one.mention.path,
                "value",
                value=one.mention.number,
                variant="" if one.target is None else "skipped",
                sequence=one.row.id,
            )
