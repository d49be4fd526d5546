"""White space that is not part of a text (ST.26 par. 40 and 42)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from seqeditor.domain.path import at, put
from seqeditor.rules.finding import Finding, Hit, Level, Scope, hit
from seqeditor.rules.rule import Applicability, Repair, rule
from seqeditor.rules.text.elements import TEXT, shown
from seqeditor.rules.view import ValueContext
from seqeditor.texts import N_

_BREAK = re.compile(r"[\t\r\n]")
_NEEDLESS = re.compile(r"^ | $|  ")
_BLANKS = re.compile(r"[ \t\r\n]+")


def _collapsed(value: Any, finding: Finding) -> Any:
    text = at(value, finding.path)
    return put(value, finding.path, _BLANKS.sub(" ", text).strip(" "))


@rule(
    "xml-line-break-in-value",
    Level.WARNING,
    "par. 40",
    Scope.VALUE,
    elements=TEXT,
    message=N_("{element} contains a line break or a tab, which will be read as a space."),
    silences=("xml-outer-space",),
    repair=Repair(Applicability.SAFE, N_("Make each run of white space one space."), _collapsed),
)
def line_break_in_value(text: str, context: ValueContext) -> Iterator[Hit]:
    """No value contains a tab or a line break, not even at its end.

    Strictly read, the standard forbids these characters; programs make a space of them, so that a
    value compared letter by letter may differ.

    Right: <InventionTitle languageCode="en">Mouse abcd-1 gene</InventionTitle>
    Wrong: the same title over two lines

    Write the text in one line.
    """
    if _BREAK.search(text):
        yield hit(value=text, element=shown(context.element))


@rule(
    "xml-outer-space",
    Level.WARNING,
    "par. 40, 42",
    Scope.VALUE,
    elements=TEXT,
    message=N_("{element} has needless spaces: at its ends, or several in a row."),
    repair=Repair(Applicability.SAFE, N_("Remove the needless spaces."), _collapsed),
)
def outer_space(text: str, context: ValueContext) -> Iterator[Hit]:
    """Values have no space at either end and no two spaces in a row.

    Such spaces are slips; they make equal texts look different to a program.

    Right: note: binding site
    Wrong: note: binding site, with a space before it or two within

    Remove them.
    """
    if _NEEDLESS.search(text):
        yield hit(value=text, element=shown(context.element))
