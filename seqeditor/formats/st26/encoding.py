"""Bytes of a file, whatever their encoding, as blocks of valid UTF-8 (ST.26 par. 39-40).

A listing must be UTF-8. One that is not is reported once and still shown: transcoded from the
encoding it declares or begins with, single bad bytes read as Windows-1252. One that is UTF-8 and
declares another encoding is read as what it is.
"""

from __future__ import annotations

import codecs
import hashlib
import io
import re
from typing import BinaryIO

from seqeditor.domain.fault import Fault

BLOCK = 1 << 20
"""Bytes read at a time."""

BEGINNING = 1024
"""Bytes that show the byte order mark and the declared encoding."""

_BAD_BYTES = "seqeditor-windows-1252"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\0?\0", "utf-16-le"),
    (b"\0<\0?", "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""\A\s*<\?xml[^>]{0,200}?\sencoding\s*=\s*["']\s*([A-Za-z][A-Za-z0-9._-]{0,39})\s*["']"""
)
_UNFIT = re.compile(r"utf|escape|idna|punycode|mbcs|oem|undefined")

_PRINTABLE = bytes(range(0x20, 0x7F))
_LONGEST = 4
"""Bytes of the longest character in UTF-8."""
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")


def _as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError), "only decoders are given this handler"
    bad = error.object[error.start : error.end]
    text = "".join(
        bytes([byte]).decode("cp1252", "ignore") or bytes([byte]).decode("latin-1") for byte in bad
    )
    return text, error.end


codecs.register_error(_BAD_BYTES, _as_windows_1252)


class Utf8Blocks:
    """Reads a binary stream in blocks and gives them back as valid UTF-8.

    `line` is where the last block began. `fault` is set at the first thing that is not UTF-8,
    `has_mark` when a UTF-8 byte order mark was dropped; `size` counts the bytes read, `sha256()`
    is their digest.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._hash = hashlib.sha256()
        self._decoder: codecs.IncrementalDecoder | None = None
        self._doubtful = False
        self._rest = b""
        self._next_line = 1
        self.line = 1
        self._started = False
        self.size = 0
        self.fault: Fault | None = None
        self.has_mark = False

    def read(self) -> bytes:
        """Return the next block, b"" at the end of the stream."""
        while True:
            raw = self._stream.read(BLOCK)
            while not self._started and len(raw) < BEGINNING and (more := self._stream.read(BLOCK)):
                raw += more
            self._hash.update(raw)
            start = self.size - len(self._rest)
            self.size += len(raw)
            if not self._started:
                raw = self._begin(raw)
            block = self._utf8(raw, start)
            if block or not raw:
                self.line = self._next_line
                self._next_line += block.count(b"\n")
                return block

    def drain(self) -> None:
        """Read the rest of the stream for its size and digest only."""
        while raw := self._stream.read(BLOCK):
            self._hash.update(raw)
            self.size += len(raw)

    def sha256(self) -> str:
        """Return the SHA-256 of the bytes read, in hexadecimal digits."""
        return self._hash.hexdigest()

    def _begin(self, raw: bytes) -> bytes:
        """Look at the first block: byte order mark, declared encoding."""
        self._started = True
        for mark, name in _MARKS:
            if raw.startswith(mark):
                if name == "utf-8":
                    self.has_mark = True
                    return raw[len(mark) :]
                self._transcode(name, name[:6].upper())
                return raw
        declared = _DECLARED.match(raw[:BEGINNING])
        if declared:
            name = declared[1].decode("ascii")
            if name.lower() not in ("utf-8", "utf8"):
                self._transcode(name, name)
        return raw

    def _transcode(self, name: str, found: str) -> None:
        self.fault = _not_utf8(found, 0, 1, "declared")
        if name not in ("utf-16", "utf-32", "utf-16-le", "utf-16-be") and _UNFIT.search(
            name.lower()
        ):
            return
        try:
            # A codec that does not make text of bytes is refused here with a LookupError.
            io.TextIOWrapper(io.BytesIO(), encoding=name)
            self._decoder = codecs.getincrementaldecoder(name)("replace")
            as_ascii = _PRINTABLE.decode(name, "replace").encode("ascii", "replace")
            self._doubtful = as_ascii == _PRINTABLE
        except (LookupError, ValueError):
            self._decoder = None

    def _utf8(self, raw: bytes, start: int) -> bytes:
        final = not raw
        if self._doubtful:
            raw = self._settled(raw, final)
        if self._decoder is not None:
            return self._decoder.decode(raw, final=final).encode("utf-8", "replace")
        data = self._rest + raw if self._rest else raw
        if data.isascii():
            self._rest = b""
            return data
        try:
            _, used = codecs.utf_8_decode(data, "strict", final)
        except UnicodeDecodeError as error:
            if self.fault is None:
                line = self._next_line + data.count(b"\n", 0, error.start)
                offset = max(start, 0) + error.start + (3 if self.has_mark and start <= 0 else 0)
                self.fault = _not_utf8("Windows-1252", offset, line, "bytes")
            text, used = codecs.utf_8_decode(data, _BAD_BYTES, final)
            self._rest = data[used:]
            return text.encode()
        self._rest = data[used:]
        return data[:used] if self._rest else data

    def _settled(self, raw: bytes, final: bool) -> bytes:
        """Return what can be decoded now; the first character beyond ASCII shows how.

        A text that declares another encoding and is UTF-8 all the same is read as UTF-8: hardly
        any other text begins so by chance.
        """
        raw, self._rest = self._rest + raw, b""
        first = _BEYOND_ASCII.search(raw)
        if first is None:
            return raw
        character = raw[first.start() :][:_LONGEST]
        if len(character) < _LONGEST and not final:
            self._rest = character
            return raw[: first.start()]
        self._doubtful = False
        if _begins_as_utf8(character):
            self._decoder = None
        return raw


def _begins_as_utf8(four: bytes) -> bool:
    """Tell whether the first of these bytes begins a character in UTF-8."""
    try:
        codecs.utf_8_decode(four, "strict", True)
    except UnicodeDecodeError as error:
        return error.start > 0
    return True


def _not_utf8(found: str, offset: int, line: int, variant: str) -> Fault:
    return Fault(
        "xml-encoding-not-utf8",
        line,
        value=found,
        variant=variant,
        parameters=(("found", found), ("offset", offset)),
    )
