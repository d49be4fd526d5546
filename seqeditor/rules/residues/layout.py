"""What is no residue at all: spaces, line breaks and digits (ST.26 par. 57)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seqeditor.domain.sequence import Sequence
from seqeditor.rules.finding import Finding, Hit, Level, Scope, hit
from seqeditor.rules.residues.changes import first_of, rewritten
from seqeditor.rules.rule import Applicability, Repair, rule
from seqeditor.rules.view import SequenceContext
from seqeditor.texts import N_, nN_

_LAYOUT = re.compile(r"[\s\d]")


def _stripped(sequence: Sequence, _finding: Finding) -> Sequence:
    return rewritten(sequence, _LAYOUT.sub("", sequence.residues.text()))


@rule(
    "res-whitespace-or-digits",
    Level.ERROR,
    "par. 57",
    Scope.RESIDUES,
    message=nN_(
        "Among the residues of sequence {number} is {count} space, line break or digit, at place"
        " {position}. Take it out.",
        "Among the residues of sequence {number} are {count} spaces, line breaks or digits, the"
        " first at place {position}. Take them out.",
    ),
    repair=Repair(
        Applicability.ASK,
        N_("Take out spaces, line breaks and digits."),
        _stripped,
        # A digit may be part of a name that stands for a residue; blanks never are.
        sure=lambda finding: not finding.parameters["digits"],
    ),
)
def layout_among_residues(_sequence: Sequence, context: SequenceContext) -> Iterator[Hit]:
    """The residues of a sequence are one run of symbols, without spaces, line breaks or digits.

    Printed listings group residues in tens and number the lines; in ST.26 XML nothing of that is
    allowed, and every such character would be read as a residue.

    Right: acgtacgtacacgt
    Wrong: acgtacgtac acgt
    Wrong: 1 acgtacgtac 10

    Take them out. Look twice at digits: in "m5c" they belong to the name of a modified base,
    which is written with the feature modified_base instead.
    """
    letters = context.letters
    if letters.isalpha() or letters == "":
        return
    found = _LAYOUT.findall(letters)
    if found:
        position, first = first_of(_LAYOUT, letters)
        yield hit(
            "residues",
            value=first,
            number=context.number,
            position=position,
            count=len(found),
            digits=sum(not one.isspace() for one in found),
        )
