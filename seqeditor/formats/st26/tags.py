"""Tags in the raw bytes of a listing, and the places that offsets in them stand for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from seqeditor.formats.st26.model import REPEATABLE

EMPTIED = re.compile(rb"<!--\n*+-->")
"""What is left of a comment or an instruction of several lines."""

TAG = re.compile(rb"""<(/?)(?![!?])([^\s<>/"'=]++)(?:[^<>"']++|"[^<"]*+"|'[^<']*+')*+>""")
"""A start, end or empty tag; a `<` inside an attribute value is not well-formed anyway."""

MARKUP = re.compile(EMPTIED.pattern + b"|" + TAG.pattern)

_NUMBER = re.compile(rb"""\ssequenceIDNumber\s*=\s*(?:"([^"<]*)"|'([^'<]*)')""")
_PREDEFINED = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&"))


def places_at(
    data: bytes, offsets: Iterable[int], first_position: int = 1
) -> Iterator[tuple[str, str | None]]:
    """Yield the XPath and the SEQ ID NO as written of each ascending offset in the data.

    `data` holds children of the root, plain markup; `first_position` is the position in the
    listing of its first SequenceData.
    """
    trail = _Trail(first_position)
    tags = TAG.finditer(data)
    tag = next(tags, None)
    for offset in offsets:
        while tag is not None and tag.start() <= offset:
            trail.pass_by(tag, is_empty=data[tag.end() - 2] == 0x2F)
            tag = next(tags, None)
        yield trail.at(offset), trail.number


class _Trail:
    """The elements open at the tag passed last."""

    def __init__(self, first_position: int) -> None:
        self.number: str | None = None
        self._steps: list[str] = []
        self._counters: list[Counter[str]] = [Counter(SequenceData=first_position - 1)]
        self._empty_until = 0

    def pass_by(self, tag: re.Match[bytes], *, is_empty: bool) -> None:
        self._leave_empty()
        if tag[1]:
            self._leave()
            return
        name = tag[2].decode("utf-8", "replace")
        if not self._steps:
            self.number = number_in(tag[0]) if name == "SequenceData" else None
        self._counters[-1][name] += 1
        position = self._counters[-1][name]
        self._steps.append(f"{name}[{position}]" if name in REPEATABLE else name)
        self._counters.append(Counter())
        self._empty_until = tag.end() if is_empty else 0

    def at(self, offset: int) -> str:
        """Return the XPath of what holds the offset, which lies before the next tag."""
        if self._empty_until and offset >= self._empty_until:
            self._leave_empty()
        return "/".join(self._steps)

    def _leave_empty(self) -> None:
        if self._empty_until:
            self._empty_until = 0
            self._leave()

    def _leave(self) -> None:
        if self._steps:
            self._steps.pop()
            self._counters.pop()


def number_in(tag: bytes) -> str | None:
    """Return sequenceIDNumber of a SequenceData start tag, None if it has none."""
    found = _NUMBER.search(tag)
    if found is None:
        return None
    value = (found[1] if found[1] is not None else found[2]).decode("utf-8", "replace")
    for escaped, plain in _PREDEFINED:
        value = value.replace(escaped, plain)
    return value
