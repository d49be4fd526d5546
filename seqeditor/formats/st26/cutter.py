"""Cuts the body of a listing into batches of whole records, without parsing it.

Memory holds one block and one record at a time. Where a block shows nothing but SequenceData after
SequenceData, the cut is found by counting; anywhere else tag by tag. Plain markup is expected.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from seqeditor.formats.st26.tags import EMPTIED, TAG

BATCH = 1 << 20
LINES = 50_000
"""Lines of a batch, below the 65,535 the parser can count."""

RECORD_LIMIT = 512 << 20
HEAD_LIMIT = 4 << 20
LATE_LIMIT = 1 << 20
DEPTH_LIMIT = 2_000
TAGS_LIMIT = 4_000_000
"""Tags of one record: 100,000 features have a tenth of them."""

TAG_LIMIT = 16 << 20
CLOSE_BY = 100
"""Lines between two other children of the root that may be parsed as one piece."""

ASKED = 4 << 20
"""Bytes of an unfinished record that the parser is asked about."""

NOTED = 1000
"""Texts between records that are kept."""

SHOWN = 200
"""Bytes of such a text that are kept."""

_CLOSE = b"</SequenceData>"
_START = re.compile(rb"<SequenceData[\s/>]")
_NOTHING = re.compile(rb"(?:[ \t\r\n]++|<!--\n*+-->)*+")
_GAP = re.compile(rb"</SequenceData>\s*+(?!<SequenceData[\s/>])")


@dataclass(frozen=True, slots=True)
class Batch:
    """Whole SequenceData elements and the white space between them; can be pickled.

    `first_position` is the 1-based position of the first in the listing, `first_line` the line of
    the file on which `data` begins, `size` how many bytes of the file had been read for it.
    """

    data: bytes
    first_position: int
    first_line: int
    count: int
    size: int = 0


@dataclass(frozen=True, slots=True)
class Piece:
    """Another child of the root, text between its children, or what could not be cut."""

    data: bytes
    line: int


def joined(pieces: list[Piece]) -> Iterator[Piece]:
    """Yield the pieces, those that stand close together as one; lines stay right."""
    group: list[bytes] = []
    first = following = 0
    for piece in pieces:
        gap = piece.line - following
        if group and (gap > CLOSE_BY or piece.line - first > LINES):
            yield Piece(b"".join(group), first)
            group = []
        if not group:
            first, gap = piece.line, 0
        group += [b"\n" * gap, piece.data]
        following = piece.line + piece.data.count(b"\n")
    if group:
        yield Piece(b"".join(group), first)


class MalformedError(Exception):
    """The markup cannot be cut here; `piece` is what the parser is to be asked about.

    `element` is open where `line` is.
    """

    def __init__(self, variant: str, piece: Piece, element: str = "", line: int = 0) -> None:
        super().__init__(variant)
        self.variant = variant
        self.piece = piece
        self.element = element
        self.line = line or piece.line


class Cutter:
    """Takes blocks from the root start tag on, gives batches.

    After the first batch, or at the end, `head` is all that stands before the first record.
    `late` are other children of the root after it, `stray` the text between records; `is_empty`
    says that the root is one empty tag, `size` is what batches carry on as theirs.
    """

    def __init__(self, root: str, line: int) -> None:
        self._root = root.encode()
        self._buffer = bytearray()
        self._at = 0
        self._line = line
        self._scan = 0
        self._stack: list[bytes] = []
        self._tags = 0
        self._irregular_until = 0
        self._pending: list[bytes] = []
        self._pending_line = self._pending_next = 0
        self._pending_count = self._pending_size = 0
        self._late_size = 0
        self._text = b""
        self._text_line = line
        self.head: Piece | None = None
        self.late: list[Piece] = []
        self.stray: list[Piece] = []
        self.count = 0
        self.is_over = self.is_empty = False
        self.size = 0

    def feed(self, block: bytes, *, final: bool, plain: bool = True) -> Iterator[Batch]:
        """Yield the batches that the block completes; raises MalformedError.

        `plain` says that no comment, instruction or CDATA section is left in the block.
        """
        self._buffer += block
        try:
            if self.head is None:
                self._read_head(final=final)
            if self.head is not None:
                yield from self._read_body(final=final, plain=plain)
        except MalformedError:
            yield from self._flush()
            raise
        self._compact()
        if final:
            yield from self._flush()

    def unfinished_head(self) -> bytes:
        """Return a head that does not end, up to where it breaks."""
        broken = self._buffer.find(b"<", self._scan)
        return bytes(self._buffer[: broken if broken >= 0 else HEAD_LIMIT])

    def _compact(self) -> None:
        if self._at:
            del self._buffer[: self._at]
            self._scan = max(0, self._scan - self._at)
            self._irregular_until = max(0, self._irregular_until - self._at)
            self._at = 0

    def _advance(self, to: int, lines: int | None = None) -> None:
        self._line += self._buffer.count(b"\n", self._at, to) if lines is None else lines
        self._at = to
        self._scan = max(self._scan, to)

    # The head: kept whole until the first record, then parsed in one piece.

    def _read_head(self, *, final: bool) -> None:
        buffer = self._buffer
        while True:
            if len(self._stack) == 1:
                start = self._next_markup()
                if start >= 0 and (_START.match(buffer, start) or buffer.startswith(b"</", start)):
                    if start > HEAD_LIMIT:
                        raise self._malformed("too-large", start)
                    self.head = Piece(bytes(buffer[:start]), self._line)
                    self._stack.clear()
                    self._advance(start)
                    return
            outcome = self._next_tag(final)
            if outcome is None:
                if final:
                    raise self._cut_off()
                if len(buffer) > HEAD_LIMIT:
                    raise self._malformed("too-large", len(buffer))
                return
            if not self._stack:
                self.head = Piece(bytes(buffer[:outcome]), self._line)
                self._advance(outcome)
                self.is_over = self.is_empty = True
                return

    # The body: records, and whatever else stands between them.

    def _read_body(self, *, final: bool, plain: bool) -> Iterator[Batch]:
        while not self.is_over:
            if not self._stack and not self._go_to_markup():
                break
            if not self._stack and plain and self._at >= self._irregular_until:
                end = self._regular_end()
                if end:
                    yield from self._take_records(end)
                    continue
            start, closes_root = self._at, self._closes_root()
            end_of_item = self._item_end(final)
            if end_of_item is None:
                if final:
                    raise self._cut_off()
                return
            if closes_root:
                self._advance(end_of_item)
                self.is_over = True
            elif _START.match(self._buffer, start):
                data = bytes(self._buffer[start:end_of_item])
                lines = data.count(b"\n")
                yield from self._add(data, 1, lines)
                self._advance(end_of_item, lines)
            else:
                self._keep_late(end_of_item)
        if not self.is_over:
            if final:
                raise self._cut_off()
            return
        self._expect_nothing_more()

    def _go_to_markup(self) -> bool:
        """Go to the next `<`, noting text on the way; False when there is none yet."""
        found = self._next_markup()
        end = found if found >= 0 else len(self._buffer)
        text = EMPTIED.sub(b"", bytes(self._buffer[self._at : end]))
        if not self._text:
            text = text.lstrip(b" \t\r\n")
            self._text_line = self._line + self._buffer.count(b"\n", self._at, end - len(text))
        self._text += text[: SHOWN - len(self._text)]
        self._advance(end)
        if found >= 0 and self._text:
            if len(self.stray) < NOTED:
                self.stray.append(Piece(self._text, self._text_line))
            self._text = b""
        return found >= 0

    def _closes_root(self) -> bool:
        return not self._stack and self._buffer.startswith(b"</", self._at)

    def _item_end(self, final: bool) -> int | None:
        """Return where the child of the root that begins here ends, None if not yet known."""
        while (outcome := self._next_tag(final)) is not None:
            self._tags += 1
            if not self._stack:
                self._tags = 0
                return outcome
            if self._tags > TAGS_LIMIT:
                raise self._malformed("too-large", self._at)
        limit = RECORD_LIMIT if _START.match(self._buffer, self._at) else HEAD_LIMIT
        if len(self._buffer) - self._at > limit:
            raise self._malformed("too-large", self._at)
        return None

    def _next_markup(self) -> int:
        """Return where the next tag begins, -1 if there is none; emptied comments are passed."""
        start = self._buffer.find(b"<", self._scan)
        while start >= 0 and (comment := EMPTIED.match(self._buffer, start)):
            self._scan = comment.end()
            start = self._buffer.find(b"<", self._scan)
        return start

    def _next_tag(self, final: bool) -> int | None:
        """Pass the next tag and return where it ends, None when it is not there yet."""
        buffer = self._buffer
        start = self._next_markup()
        if start < 0:
            self._scan = len(buffer)
            return None
        tag = TAG.match(buffer, start)
        if tag is None:
            unfinished = buffer.find(b"<", start + 1) < 0 and len(buffer) - start < TAG_LIMIT
            if not unfinished:
                raise self._malformed("", start)
            if final:
                raise self._cut_off()
            self._scan = start
            return None
        end = tag.end()
        name = bytes(tag[2])
        if not tag[1]:
            if buffer[end - 2] != 0x2F:
                self._stack.append(name)
                if len(self._stack) > DEPTH_LIMIT:
                    raise self._malformed("too-deep", end)
        elif not self._stack:
            if name != self._root or self.head is None:
                raise self._malformed("", end)
        elif self._stack.pop() != name:
            raise self._malformed("", end)
        self._scan = end
        return end

    def _regular_end(self) -> int:
        """Return where the last record of a run of nothing but records ends, 0 if there is none.

        With as many start as end tags, and each end tag but the last followed by a start tag, no
        record can hold another: any fault inside one shows when it is parsed.
        """
        buffer, at = self._buffer, self._at
        if not _START.match(buffer, at):
            return 0
        close = buffer.rfind(_CLOSE, at)
        if close < 0:
            self._irregular_until = len(buffer)
            return 0
        end = close + len(_CLOSE)
        records = buffer.count(_CLOSE, at, end)
        is_regular = (
            buffer.count(b"<SequenceData", at, end) == records
            and buffer.count(b"</SequenceData", at, end) == records
            and not _GAP.search(buffer, at, close)
        )
        if not is_regular:
            self._irregular_until = end
            return 0
        return end

    def _take_records(self, end: int) -> Iterator[Batch]:
        """Take the regular run up to `end`, in pieces that the parser can count the lines of."""
        buffer = self._buffer
        while self._at < end:
            stop = end
            while (lines := buffer.count(b"\n", self._at, stop)) > LINES:
                middle = buffer.rfind(_CLOSE, self._at, (self._at + stop) // 2)
                if middle < 0:
                    stop = buffer.find(_CLOSE, self._at) + len(_CLOSE)
                    lines = buffer.count(b"\n", self._at, stop)
                    break
                stop = middle + len(_CLOSE)
            data = bytes(buffer[self._at : stop])
            yield from self._add(data, data.count(_CLOSE), lines)
            self._advance(stop, lines)
            if stop < end:
                self._go_to_markup()

    def _add(self, data: bytes, count: int, lines: int) -> Iterator[Batch]:
        if self._pending and self._line + lines - self._pending_line > LINES:
            yield from self._flush()
        if not self._pending:
            self._pending_line = self._pending_next = self._line
        self._pending.append(b"\n" * (self._line - self._pending_next) + data)
        self._pending_next = self._line + lines
        self._pending_count += count
        self._pending_size += len(data)
        if self._pending_size >= BATCH // 2:
            yield from self._flush()

    def _flush(self) -> Iterator[Batch]:
        if self._pending:
            data = b"".join(self._pending)
            first = self.count + 1
            self.count += self._pending_count
            yield Batch(data, first, self._pending_line, self._pending_count, self.size)
        self._pending.clear()
        self._pending_count = self._pending_size = 0

    def _keep_late(self, end: int) -> None:
        self._late_size += end - self._at
        if self._late_size > LATE_LIMIT:
            raise self._malformed("too-large", end)
        self.late.append(Piece(bytes(self._buffer[self._at : end]), self._line))
        self._advance(end)

    def _expect_nothing_more(self) -> None:
        nothing = _NOTHING.match(self._buffer, self._at)
        self._advance(nothing.end() if nothing else self._at)
        excess = bytes(self._buffer[self._at : self._at + 80])
        if excess:
            raise MalformedError("after-end", Piece(excess, self._line))

    def _malformed(self, variant: str, at: int) -> MalformedError:
        piece = Piece(bytes(self._buffer[self._at : at + 65_536]), self._line)
        return MalformedError(variant, piece, self._open_element())

    def _cut_off(self) -> MalformedError:
        piece = Piece(bytes(self._buffer[self._at : self._at + ASKED]), self._line)
        line = self._line + self._buffer.count(b"\n", self._at)
        return MalformedError("cut-off", piece, self._open_element(), line)

    def _open_element(self) -> str:
        name = self._stack[-1] if self._stack else self._root
        return name.decode("utf-8", "replace")
