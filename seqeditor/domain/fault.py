"""What only the file as received can show: found by a reader, judged by the rules of scope FILE."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of a file, named by the id of the rule that declares it.

    `line` is 1-based, None when there is none. `place` is an XPath from below the root with
    1-based positions on repeatable elements, "" for the file as a whole. `variant` chooses one of
    the rule's messages; `number` is the SEQ ID NO as written. `omitted` > 0 marks the closing
    fault that stands for so many not listed.
    """

    rule: str
    line: int | None = None
    place: str = ""
    value: str | None = None
    variant: str = ""
    parameters: tuple[tuple[str, str | int], ...] = field(default=())
    number: str | None = None
    omitted: int = 0
