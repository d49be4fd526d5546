"""INSDSeq_length against the residues there are (ST.26 par. 53)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from seqeditor.domain.sequence import Sequence
from seqeditor.rules.finding import Finding, Hit, Level, Scope, hit
from seqeditor.rules.rule import Applicability, Repair, rule
from seqeditor.rules.view import SequenceContext
from seqeditor.texts import N_

_WHOLE_NUMBER = re.compile(r"[1-9][0-9]*")

VERY_LONG = 5_000_000


def _counted(sequence: Sequence, _finding: Finding) -> Sequence:
    # Without a written length the program counts, so the number is right from now on.
    return replace(sequence, written_length=None)


_COUNT = Repair(Applicability.SAFE, N_("Set the length to {actual}."), _counted)


@rule(
    "seq-length-not-integer",
    Level.ERROR,
    "par. 53",
    Scope.SEQUENCE,
    message=N_(
        "The length of sequence {number} is written “{value}”. It must be a whole number; set it"
        " to {actual}."
    ),
    variants={
        "empty": N_("Sequence {number} does not say its length. Set it to {actual}."),
    },
    silences=("xml-mandatory-empty", "xml-outer-space", "seq-length-mismatch"),
    repair=_COUNT,
)
def length_is_a_number(sequence: Sequence, context: SequenceContext) -> Iterator[Hit]:
    """The length of a sequence is a whole number of 1 or more, in digits only.

    Offices read the length by machine. Signs, separators of thousands, leading zeros, words or
    spaces cannot be read.

    Right: <INSDSeq_length>1330</INSDSeq_length>
    Wrong: <INSDSeq_length>1,330</INSDSeq_length>

    Set the length to the number of residues. The program does so by itself for every sequence
    that it writes.
    """
    written = sequence.written_length
    if written is None or _WHOLE_NUMBER.fullmatch(written):
        return
    if context.residue_count:
        variant = "" if written.strip() else "empty"
        yield hit(
            "written_length",
            value=written,
            variant=variant,
            number=context.number,
            actual=context.residue_count,
        )


@rule(
    "seq-length-mismatch",
    Level.ERROR,
    "par. 53",
    Scope.SEQUENCE,
    message=N_(
        "Sequence {number} says it has {value} residues but has {actual}. Set the length to"
        " {actual}."
    ),
    repair=_COUNT,
)
def length_is_right(sequence: Sequence, context: SequenceContext) -> Iterator[Hit]:
    """The length stated for a sequence is the number of its residues.

    A difference makes an Office ask whether residues were lost or added; the listing is then not
    accepted. White space and digits among the residues are not counted.

    Right: length 10, residues acgtacgtac
    Wrong: length 11, residues acgtacgtac

    If the residues are right, set the length to their number. If the length is right, look for
    residues that are missing or too many.
    """
    written = sequence.written_length
    if written is None or not context.residue_count or not _WHOLE_NUMBER.fullmatch(written):
        return
    if written == str(len(context.letters)):
        return  # a digit in the place of a residue, told by its own rule
    if written != str(context.residue_count):
        yield hit(
            "written_length",
            value=written,
            number=context.number,
            actual=context.residue_count,
        )


@rule(
    "seq-very-long",
    Level.INFO,
    "-",
    Scope.SEQUENCE,
    message=N_("Sequence {number} has {count} residues. Showing and checking it may take a while."),
)
def very_long(sequence: Sequence, context: SequenceContext) -> Iterator[Hit]:
    """A sequence of more than 5,000,000 residues is pointed out.

    It is allowed; only be prepared that an Office's tools, and this one, need more time for it.

    Right: 720 residues
    Wrong: 20,000,000 residues

    Nothing has to be done. If a part of the sequence is all that matters, list that part.
    """
    if sequence.length > VERY_LONG:
        yield hit("residues", number=context.number, count=sequence.length)
