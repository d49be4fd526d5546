"""The form of SequenceTotalQuantity (ST.26 par. 10, 45); whether it is right is another rule."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from seqeditor.domain.general_information import GeneralInformation
from seqeditor.rules.finding import Finding, Hit, Level, Scope, hit
from seqeditor.rules.header.blank import blank
from seqeditor.rules.listing.columns import whole_number
from seqeditor.rules.rule import Applicability, Repair, rule
from seqeditor.rules.view import HeaderContext
from seqeditor.texts import N_


def _counted(header: GeneralInformation, _finding: Finding) -> GeneralInformation:
    return replace(header, written_total=None)


@rule(
    "gi-total-not-integer",
    Level.ERROR,
    "par. 10, 45",
    Scope.HEADER,
    message=N_("SequenceTotalQuantity “{value}” must be a whole number of 1 or more."),
    variants={"empty": N_("SequenceTotalQuantity is empty. Give the number of sequences.")},
    silences=("xml-mandatory-empty",),
    repair=Repair(Applicability.SAFE, N_("Set it to the number of sequences."), _counted),
)
def total_not_integer(header: GeneralInformation, _context: HeaderContext) -> Iterator[Hit]:
    """SequenceTotalQuantity is a whole number of 1 or more, in plain digits.

    It is the number of sequences, skipped ones included, without sign, blanks or leading zeros.

    Right: <SequenceTotalQuantity>11</SequenceTotalQuantity>
    Wrong: <SequenceTotalQuantity>011</SequenceTotalQuantity>

    Set it to the number of sequences; this program counts them when it writes the listing.
    """
    written = header.written_total
    if written is not None and not whole_number(written.strip()):
        yield hit("written_total", value=written, variant="empty" if blank(written) else "")
