"""Reads ST.26 XML of any size and any condition: head, batches of records, and what is wrong.

Nothing here raises on bad content; an OSError of the file itself is passed on. Three ways in:
`read` for a loop in one process; `Reading` with `parse_batch` in other processes; `parse_batch`
answers for one batch what `absorb` then adds to the report, in the order of the batches.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from lxml import etree

from seqeditor.domain.fault import Fault
from seqeditor.domain.general_information import GeneralInformation
from seqeditor.formats.st26 import prolog as prologs
from seqeditor.formats.st26.collected import Faults, SeenIds
from seqeditor.formats.st26.cutter import Batch, Cutter, MalformedError, Piece, joined
from seqeditor.formats.st26.encoding import Utf8Blocks
from seqeditor.formats.st26.file_faults import doctype_faults, name_faults, size_faults
from seqeditor.formats.st26.head import UNKNOWN, Head, general_information, lines_of
from seqeditor.formats.st26.markup import PlainMarkup
from seqeditor.formats.st26.model import BATCH, ROOT
from seqeditor.formats.st26.parsing import parse, salvage
from seqeditor.formats.st26.raw_text import Reserved, examine, reserved_fault
from seqeditor.formats.st26.records import Parsed, Record, Summary, id_faults, line_of, parse_batch
from seqeditor.formats.st26.structure import Child, children_of, diagnose_root
from seqeditor.formats.st26.well_formed import explained, is_at_end, not_well_formed

__all__ = [
    "Batch",
    "End",
    "Event",
    "Head",
    "Parsed",
    "Reading",
    "Record",
    "Summary",
    "line_of",
    "parse_batch",
    "read",
]

_OPENING = b"<" + ROOT.encode() + b">"
_CLOSING = b"</" + ROOT.encode() + b">"


@dataclass(frozen=True, slots=True)
class End:
    """How the reading ended.

    `readable` is False when this is no listing or breaks off; `sequences` counts the records
    delivered. `header` is that of the head, with what stood after the records added. `sha256` and
    `size` are of the bytes of the whole file.
    """

    readable: bool
    sequences: int
    header: GeneralInformation
    faults: tuple[Fault, ...]
    size: int
    sha256: str


Event = Head | Parsed | End


def read(source: Path | BinaryIO, *, name: str | None = None) -> Iterator[Event]:
    """Yield the Head, a Parsed for each batch of records, and the End.

    `name` is the file name to judge, that of the path by default.
    """
    with Reading(source, name=name) as reading:
        yield reading.head
        for batch in reading.batches():
            parsed = parse_batch(batch)
            goes_on = reading.absorb(batch, parsed.summary)
            yield parsed
            if not goes_on:
                break
        yield reading.finish()


def _of_the_root(parameter: tuple[str, str | int]) -> tuple[str, str | int]:
    """Return a parameter in which the wrapper of a batch is called by the name it stands for."""
    name, value = parameter
    return name, value.replace(BATCH, ROOT) if isinstance(value, str) else value


class Reading:
    """One file being read. `head` is there from the start.

    Take `batches()`, have each parsed by `parse_batch` anywhere, give the summaries to `absorb` in
    the order of the batches until it says stop, then `finish()`.
    """

    def __init__(self, source: Path | BinaryIO, *, name: str | None = None) -> None:
        self._own = source.open("rb") if isinstance(source, Path) else None
        self._name = name or (source.name if isinstance(source, Path) else None)
        stream = self._own if isinstance(source, Path) else source
        assert stream is not None
        self._blocks = Utf8Blocks(stream)
        self._faults = Faults()
        self._ids = SeenIds()
        self._reserved = Reserved()
        self._delivered = 0
        self._broken: Fault | None = None
        self._late: list[Child] = []
        self._root: etree._Element | None = None
        self._children: list[Child] = []
        self._prolog, self._rest = self._read_prolog()
        self._plain = PlainMarkup()
        self._cutter = Cutter(self._prolog.root, self._prolog.line)
        self._cut = self._batches()
        self._first: Batch | None = None
        self.head = self._read_head()

    def __enter__(self) -> Reading:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file, if this opened it."""
        if self._own is not None:
            self._own.close()

    def batches(self) -> Iterator[Batch]:
        """Yield the batches of records in the order of the listing."""
        if self._first is not None:
            first, self._first = self._first, None
            yield first
            yield from self._cut

    def absorb(self, batch: Batch, summary: Summary) -> bool:
        """Add a summary to the report; False when nothing after this batch is to be read."""
        self._faults.add(summary.faults, summary.omitted)
        self._add_reserved(summary.reserved)
        self._delivered += summary.count
        twice = [
            (offset, value.decode("utf-8", "replace"))
            for value, offset in zip(summary.ids, summary.id_offsets, strict=True)
            if not self._ids.is_new(value)
        ]
        self._faults.add(id_faults(batch, twice, "twice"))
        if summary.broken is not None:
            self._broken = summary.broken
        return summary.broken is None

    def finish(self) -> End:
        """Read on to the end of the file for its size and digest, and close the report."""
        self._blocks.drain()
        header = self.head.header
        if self._prolog.unreadable is not None:
            self._faults.add(prologs.faults(self._prolog))
        else:
            self._file_faults()
            if self._broken is None and self._root is not None:
                self._late_children()
                header = general_information(self._root, self._children + self._late)
                line = self._prolog.line
                self._faults.add(diagnose_root(self._root, self._all_children(), line))
                self._stray_text()
            if self._broken is not None:
                self._faults.drop("dtd-")
                self._faults.add([self._broken])
        readable = self._broken is None and self._prolog.unreadable is None
        return End(
            readable,
            self._delivered,
            header,
            self._faults.report(),
            self._blocks.size,
            self._blocks.sha256(),
        )

    # The way through the file.

    def _read_prolog(self) -> tuple[prologs.Prolog, bytes]:
        data, found = b"", prologs.Prolog()
        while True:
            block = self._blocks.read()
            data += block
            try:
                prologs.scan(data, found, final=not block or len(data) > prologs.LIMIT)
            except prologs.NeedMoreError:
                continue
            return found, data[found.end :]

    def _batches(self) -> Iterator[Batch]:
        block, line, final = self._rest, self._prolog.line, False
        self._rest = b""
        while True:
            text = self._plain.feed(block, line, final=final)
            self._cutter.size = self._blocks.size
            try:
                yield from self._cutter.feed(text, final=final, plain=not self._plain.is_off)
            except MalformedError as error:
                self._broken = self._broken or self._why(error)
                return
            if final:
                return
            block = self._blocks.read()
            line, final = self._blocks.line, not block

    def _why(self, error: MalformedError) -> Fault:
        piece = error.piece
        if error.variant not in ("", "cut-off"):
            return not_well_formed(error.variant, error.line, element=error.element)
        opening = b"" if self._cutter.head is None else b"<" + BATCH.encode() + b">"
        data = examine(piece.data, piece.line).data
        try:
            parse(opening + data)
        except etree.XMLSyntaxError as cause:
            if not (error.variant and is_at_end(cause, opening + data)):
                fault = explained(cause, piece.line, len(opening))
                return replace(fault, parameters=tuple(map(_of_the_root, fault.parameters)))
        return not_well_formed(error.variant, error.line, element=error.element)

    # The head, and other children of the root that come later.

    def _read_head(self) -> Head:
        if self._prolog.unreadable is not None:
            return Head(UNKNOWN, root_line=self._prolog.line, is_readable=False)
        self._first = next(self._cut, None)
        piece = self._cutter.head
        if piece is None:
            return self._head_of(salvage(self._cutter.unfinished_head()), is_readable=False)
        closing = b"" if self._cutter.is_empty else _CLOSING
        self._root, self._children = self._parsed(piece, closing)
        if self._root is None:
            self._first = None
            return self._head_of(salvage(piece.data + closing), is_readable=False)
        return self._head_of(self._root, is_readable=True)

    def _parsed(self, piece: Piece, closing: bytes) -> tuple[etree._Element | None, list[Child]]:
        """Parse a piece of the general information, noting what its raw text shows."""
        raw = examine(piece.data, piece.line)
        for fault in raw.faults:
            place = fault.place.removeprefix(ROOT).removeprefix("/")
            self._faults.add([replace(fault, place=place)])
        self._faults.add([], raw.omitted)
        self._add_reserved(raw.reserved)
        try:
            root = parse(raw.data + closing)
        except etree.XMLSyntaxError as error:
            self._broken = explained(error, piece.line, 0)
            return None, []
        return root, children_of(root, piece.line - 1)

    def _head_of(self, root: etree._Element | None, *, is_readable: bool) -> Head:
        line = self._prolog.line
        if root is None:
            return Head(UNKNOWN, self._prolog.doctype, line, is_readable=False)
        children = self._children or children_of(root, line - 1)
        header = general_information(root, children)
        lines = lines_of(children, line - 1)
        return Head(header, self._prolog.doctype, line, lines, is_readable)

    def _late_children(self) -> None:
        positions = {child.name: child.position for child in self._children}
        for piece in joined(self._cutter.late):
            opened = Piece(_OPENING + piece.data, piece.line)
            _, children = self._parsed(opened, _CLOSING)
            for child in children:
                positions[child.name] = positions.get(child.name, 0) + 1
                self._late.append(replace(child, position=positions[child.name]))

    def _all_children(self) -> list[Child]:
        records = [Child("SequenceData", 0, 1)] if self._delivered else []
        return [*self._children, *records, *self._late]

    # What is said of the file as a whole.

    def _file_faults(self) -> None:
        add = self._faults.add
        if self._blocks.fault is not None:
            add([self._blocks.fault])
        if self._blocks.has_mark:
            add([Fault("xml-byte-order-mark", 1)])
        add(prologs.faults(self._prolog))
        add(doctype_faults(self.head))
        for line in self._plain.cdata_lines:
            add([Fault("xml-cdata-section", line)])
        add([], {"xml-cdata-section": self._plain.cdata - len(self._plain.cdata_lines)})
        extras = self._prolog.extras + self._plain.extras
        if extras:
            first = self._prolog.first_extra or self._plain.first_extra
            add([Fault("xml-comment-or-pi", first, parameters=(("n", extras), ("count", extras)))])
        if self._reserved.count:
            add([reserved_fault(self._reserved)])
        add(size_faults(self._blocks.size))
        if self._name is not None:
            add(name_faults(self._name, self.head))

    def _stray_text(self) -> None:
        for piece in self._cutter.stray:
            shown = " ".join(piece.data.decode("utf-8", "replace").split())[:40]
            parameters = (("text", shown), ("element", ROOT))
            self._faults.add([Fault("dtd-stray-text", piece.line, "", shown, "", parameters)])

    def _add_reserved(self, more: Reserved) -> None:
        if more.count and self._reserved.line is None:
            self._reserved.line, self._reserved.character = more.line, more.character
        self._reserved.count += more.count
