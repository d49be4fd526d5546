"""What a filter of the sequence list asks for; all of it at once (AND), empty parts ask nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields

from seqeditor.domain.colours import COLOURS
from seqeditor.domain.sequence import MOLTYPES

ANY = "any"
"""In `findings` and `marked`: whichever."""
NONE = "none"
"""In `findings`: no finding at all; in `feature`: nothing beside the source feature."""
ONLY, WITHOUT = "only", "without"
"""In `skipped`: intentionally skipped sequences only, or none of them."""
COLOUR, NOTE, TODO = "colour", "note", "todo"
"""In `marked`: a colour of the author's own, a note, or the mark that something is to be done."""

FINDINGS = ("", "error", "warning", "info", ANY, NONE)
SKIPPED = ("", ONLY, WITHOUT)
MARKED = ("", ANY, COLOUR, NOTE, TODO, *COLOURS)

_MOST_TEXT = 1000


@dataclass(frozen=True, slots=True)
class Criteria:
    """One filter. `numbers` is as typed ("1-20, 35"), lengths are in residues, both inclusive.

    `feature` is a feature key, or NONE for sequences without features beside source.
    """

    text: str = ""
    numbers: str = ""
    moltypes: tuple[str, ...] = ()
    organism: str = ""
    shortest: int | None = None
    longest: int | None = None
    findings: str = ""
    feature: str = ""
    duplicates: bool = False
    skipped: str = ""
    marked: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether every sequence meets it."""
        return self == Criteria()

    def to_record(self) -> dict[str, object]:
        """Return what is kept in a file: the parts that ask for something."""
        usual = Criteria()
        return {k: v for k, v in asdict(self).items() if v != getattr(usual, k)}


def from_record(record: object) -> Criteria:
    """Return criteria as kept in a file; parts that make no sense are left out."""
    if not isinstance(record, Mapping):
        return Criteria()
    known = {one.name for one in fields(Criteria)}
    taken = {k: v for k, v in record.items() if k in known and _fits(str(k), v)}
    if "moltypes" in taken:
        taken["moltypes"] = tuple(one for one in MOLTYPES if one in taken["moltypes"])
    return Criteria(**taken)


def _fits(name: str, value: object) -> bool:
    match name:
        case "moltypes":
            return isinstance(value, list | tuple)
        case "shortest" | "longest":
            return isinstance(value, int) and not isinstance(value, bool) and value >= 0
        case "duplicates":
            return isinstance(value, bool)
    allowed = {"findings": FINDINGS, "skipped": SKIPPED, "marked": MARKED}.get(name)
    if allowed is not None:
        return value in allowed
    return isinstance(value, str) and len(value) <= _MOST_TEXT
