"""What became of every datum that was taken in: kept, renamed, moved to a note, dropped, to decide.

Items hold message ids and parameters; they are worded when shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Action(StrEnum):
    """What became of a datum."""

    KEPT = "kept"
    RENAMED = "renamed"
    NOTE = "note"
    DROPPED = "dropped"
    DECISION = "decision"


@dataclass(frozen=True, slots=True)
class Item:
    """One datum; `sequence` is the SEQ ID NO it went to, `line` its line in the source.

    `check` asks the user to look at what was done. `message` is a message id, or singular and
    plural of one that depends on the parameter `count`.
    """

    action: Action
    code: str
    message: str | tuple[str, str]
    parameters: Mapping[str, str | int] = field(default_factory=dict)
    sequence: int | None = None
    field: str = ""
    old: str | None = None
    new: str | None = None
    check: bool = False
    line: int | None = None


@dataclass
class ImportReport:
    """The outcome of one import; plain kept data are counted without an item of their own."""

    source: str
    format: str
    sha256: str = ""
    sequences: int = 0
    counts: Counter[Action] = field(default_factory=Counter)
    items: list[Item] = field(default_factory=list)

    def add(self, item: Item) -> None:
        """Take in one item."""
        self.items.append(item)
        self.counts[item.action] += 1

    def keep(self, count: int = 1) -> None:
        """Count data that were taken over as they are."""
        self.counts[Action.KEPT] += count

    def settle(self, codes: set[str]) -> None:
        """Take out the questions of these codes: they are answered."""
        settled = [one for one in self.items if one.code in codes]
        self.items = [one for one in self.items if one.code not in codes]
        for one in settled:
            self.counts[one.action] -= 1
            self.keep()

    @property
    def is_complete(self) -> bool:
        """Whether nothing was dropped and nothing is left to decide."""
        return not (self.counts[Action.DROPPED] or self.counts[Action.DECISION])
