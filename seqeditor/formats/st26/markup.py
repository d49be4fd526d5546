"""Comments, processing instructions and CDATA sections: taken out, lines kept.

What stays is elements, text and comments that hold nothing but line breaks, so that whoever cuts a
listing into records need not fear a `</SequenceData>` inside a comment. What is not well-formed is
left in place for the parser to name.
"""

from __future__ import annotations

import re

LIMIT = 64 << 20
"""A comment longer than this is left for the parser."""

LISTED = 1000
"""CDATA sections whose line is kept."""

_OPENER = re.compile(rb"<!--|<!\[CDATA\[|<\?")
_MAY_OPEN = re.compile(rb"<[!?]")
_CLOSERS = {b"<!--": b"-->", b"<![CDATA[": b"]]>", b"<?": b"?>"}
_PARTIAL = re.compile(rb"<(?:!(?:-|\[(?:C(?:D(?:A(?:T(?:A)?)?)?)?)?)?)?\Z")
_TARGET = re.compile(rb"<\?(?!(?i:xml)[\s?])[A-Za-z_:\x80-\xff][A-Za-z0-9._:\x80-\xff-]*(?:\s|\?>)")
_INVALID = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]")
_ESCAPES = ((b"&", b"&amp;"), (b"<", b"&lt;"), (b">", b"&gt;"))


def is_sound(construct: bytes, opener: bytes) -> bool:
    """Tell whether a finished comment, instruction or CDATA section is well-formed."""
    if _INVALID.search(construct):
        return False
    if opener == b"<!--":
        return len(construct) >= 7 and b"--" not in construct[4:-3] and construct[-4:-3] != b"-"
    return opener != b"<?" or bool(_TARGET.match(construct))


class PlainMarkup:
    """Takes blocks of UTF-8 and gives them back without comments, instructions and CDATA.

    Holds back what may be the start of one that the next block finishes. `is_off` is set at the
    first one that is not well-formed: from there on everything passes as it is.
    """

    def __init__(self) -> None:
        self._held = bytearray()
        self._searched = 0
        self._line = 1
        self.is_off = False
        self.extras = 0
        self.first_extra: int | None = None
        self.cdata = 0
        self.cdata_lines: list[int] = []

    def feed(self, block: bytes, line: int, *, final: bool) -> bytes:
        """Return what can be given on, everything when `final`; the block begins on `line`."""
        if not self._held:
            if self._is_plain(block, final):
                return block
            self._line = line
        self._held += block
        given = bytearray()
        end = self._clean(given, final=final)
        del self._held[:end]
        self._searched = len(self._held)
        return bytes(given)

    def _is_plain(self, block: bytes, final: bool) -> bool:
        if self.is_off:
            return True
        if _MAY_OPEN.search(block):
            return False
        return final or not _PARTIAL.search(block[-9:])

    def _clean(self, given: bytearray, *, final: bool) -> int:
        """Move finished text from what is held to `given`; return how much of it."""
        held, at = self._held, 0
        while not self.is_off and (found := _OPENER.search(held, at)):
            opener = found[0]
            start = found.start()
            self._pass_on(given, at, start)
            search_from = max(start + len(opener), self._searched - 2)
            close = held.find(_CLOSERS[opener], search_from)
            if close < 0:
                if not final and len(held) - start < LIMIT:
                    return start
                self.is_off = True
                at = start
                break
            at = close + len(_CLOSERS[opener])
            construct = bytes(held[start:at])
            if not is_sound(construct, opener):
                # The parser stops here, so nothing after it needs to be plain.
                self.is_off = True
                at = start
                break
            self._take_out(construct, opener, given)
            self._searched = 0
        stop = len(held)
        partial = None if final or self.is_off else _PARTIAL.search(held, max(at, stop - 9))
        if partial:
            stop = partial.start()
        self._pass_on(given, at, stop)
        return stop

    def _pass_on(self, given: bytearray, start: int, end: int) -> None:
        given += self._held[start:end]
        self._line += self._held.count(b"\n", start, end)

    def _take_out(self, construct: bytes, opener: bytes, given: bytearray) -> None:
        lines = construct.count(b"\n")
        if opener == b"<![CDATA[":
            self.cdata += 1
            if len(self.cdata_lines) < LISTED:
                self.cdata_lines.append(self._line)
            text = construct[9:-3]
            for plain, escaped in _ESCAPES:
                text = text.replace(plain, escaped)
            given += text
        else:
            self.extras += 1
            self.first_extra = self.first_extra or self._line
            # An emptied comment keeps the lines and, unlike line breaks, adds nothing to a value.
            given += b"<!--%s-->" % (b"\n" * lines) if lines else b""
        self._line += lines
