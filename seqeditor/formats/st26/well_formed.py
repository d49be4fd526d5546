"""Why a piece of XML cannot be parsed, as one fault that a person can act on."""

from __future__ import annotations

import re

from lxml import etree

from seqeditor.domain.fault import Fault
from seqeditor.formats.st26.parsing import error_code

_RELATIVE_LINE = re.compile(r"\bline (\d+)")
_MISMATCH = re.compile(r"mismatch: (\S+) line \d+ and (\S+)")
_VARIANTS = {
    9: "character",
    23: "ampersand",
    26: "ampersand",
    38: "less-than",
    39: "attribute",
    40: "attribute",
    41: "attribute",
    42: "attribute-twice",
    62: "cdata-end",
    76: "mismatch",
    80: "comment",
    45: "comment",
    73: "tag",
    74: "cut-off",
    77: "cut-off",
    1: "too-large",
    110: "too-large",
    114: "too-large",
}
"""By the parser's error code; a code not here gets the general wording."""


def not_well_formed(
    variant: str, line: int | None, column: int = 1, message: str = "", **more: str
) -> Fault:
    """Return the fault; `more` are further parameters, such as the element not closed."""
    parameters: tuple[tuple[str, str | int], ...] = (
        ("line", line or 1),
        ("col", column),
        ("parserMessage", message),
        *sorted(more.items()),
    )
    return Fault("xml-not-well-formed", line, variant=variant, parameters=parameters)


def is_at_end(error: etree.XMLSyntaxError, data: bytes) -> bool:
    """Tell whether the parser went through all of the data before it stopped."""
    last = data.rfind(b"\n") + 1
    end = (1 + data.count(b"\n"), len(data[last:].decode("utf-8", "replace")))
    return (error.position[0] or 1, error.position[1] or 1) >= end


def explained(error: etree.XMLSyntaxError, first_line: int, indent: int) -> Fault:
    """Return the fault for what the parser says of a piece that begins on `first_line`.

    `indent` is how many characters the program put before the first line of the piece.
    """
    row, column = error.position if error.position[0] else (1, 1)
    line = first_line + row - 1
    column = max(1, column - indent) if row == 1 else max(1, column)
    message = re.sub(r", line \d+, column \d+\Z", "", str(error.msg or "")).strip()
    message = _RELATIVE_LINE.sub(lambda m: f"line {int(m[1]) + first_line - 1}", message)
    variant = _VARIANTS.get(error_code(error), "")
    if "EntityRef" in message:
        variant = "ampersand"
    elif "depth" in message:
        variant = "too-deep"
    elif "StartTag" in message:
        variant = "less-than"
    more = {}
    if mismatch := _MISMATCH.search(message):
        more = {"opened": mismatch[1], "closed": mismatch[2].rstrip(",")}
    return not_well_formed(variant, line, column, message, **more)
