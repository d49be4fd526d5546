"""What the rules over the whole listing count, in one walk over the columns of all sequences."""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass, field

from seqeditor.rules.view import ListingContext, ListingView

_WHOLE = re.compile(r"[1-9][0-9]*")
_DIGITS = 18
"""More digits than any number of sequences; longer ones all count as the largest number."""


@dataclass
class Columns:
    """Counts over all sequences.

    `numbers` holds the SEQ ID NO as written, 0 for what is none; `odd` the texts of those, by
    0-based place. `ending` holds the ids of the skipped sequences at the end, in order.
    """

    ids: array[int] = field(default_factory=lambda: array("q"))
    numbers: array[int] = field(default_factory=lambda: array("q"))
    odd: dict[int, str] = field(default_factory=dict)
    in_order: bool = True
    real: int = 0
    non_english: int = 0
    ending: list[int] = field(default_factory=list)

    @property
    def regular(self) -> bool:
        """Whether the numbers are 1, 2, 3 and so on."""
        last = self.numbers[-1] if self.numbers else 0
        return self.in_order and not self.odd and last == len(self.numbers)


def whole_number(text: str) -> int:
    """Return the number a text says, 0 if it is not a whole number of 1 or more."""
    if not _WHOLE.fullmatch(text):
        return 0
    return int(text) if len(text) <= _DIGITS else 10**_DIGITS


def columns(view: ListingView, context: ListingContext) -> Columns:
    """Return the counts of a listing, made once for all rules of a run."""
    known = context.memo.get("columns")
    if not isinstance(known, Columns):
        known = context.memo["columns"] = counted(view)
    return known


def counted(view: ListingView) -> Columns:
    """Return the counts of a listing, from one walk over its sequences."""
    made = Columns()
    last = 0
    for row in view.rows():
        number = whole_number(row.number)
        if not number:
            made.odd[len(made.ids)] = row.number
        elif number > last:
            last = number
        else:
            made.in_order = False
        made.ids.append(row.id)
        made.numbers.append(number)
        made.non_english += row.non_english
        if row.skipped:
            made.ending.append(row.id)
        else:
            made.real += 1
            made.ending.clear()
    return made
