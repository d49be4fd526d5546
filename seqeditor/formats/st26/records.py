"""Records: the sequences of one batch, parsed, validated and counted; work for any process."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import count, islice

from lxml import etree

from seqeditor.domain.fault import Fault
from seqeditor.domain.path import Path
from seqeditor.domain.sequence import Sequence
from seqeditor.formats.st26.codec import decode_insdseq, encode_annotations, local_name
from seqeditor.formats.st26.cutter import Batch
from seqeditor.formats.st26.model import BATCH, batch_dtd
from seqeditor.formats.st26.names import is_name
from seqeditor.formats.st26.parsing import parse, source_line
from seqeditor.formats.st26.raw_text import LISTED, Reserved, examine
from seqeditor.formats.st26.structure import diagnose
from seqeditor.formats.st26.tags import TAG, places_at
from seqeditor.formats.st26.well_formed import explained
from seqeditor.formats.st26.xpath import xpath

_OPENING = b"<" + BATCH.encode() + b">"
_CLOSING = b"</" + BATCH.encode() + b">"
_RECORD_END = re.compile(rb"</SequenceData\s*>|<SequenceData(?:[^<>\"']|\"[^\"]*\"|'[^']*')*/>")
_ID = re.compile(rb"""<INSDQualifier\s(?:[^<>]*?\s)??id\s*=\s*(?:"([^"<]*)"|'([^'<]*)')""")
_COUNTED_LINES = 65_000
"""The parser's line numbers are right up to here."""

_MANY_TAGS = 100_000
_last_failed = False
"""Whether the batch before, in this process, broke the DTD: a hint for speed only."""


class Record:
    """One SequenceData as received; the value is made when it is asked for.

    `position` is its 1-based place in the listing, `number` its sequenceIDNumber as written (None:
    the attribute is absent), `first_line` the line on which it begins.
    """

    def __init__(
        self, element: etree._Element, position: int, offset: int, data: bytes | None
    ) -> None:
        self._element = element
        self._offset = offset
        self._data = data
        self.position = position
        self.number: str | None = element.get("sequenceIDNumber")
        self._found: dict[str, list[etree._Element]] = {}

    @property
    def first_line(self) -> int:
        """The line of its start tag."""
        return self.line(())

    @cached_property
    def sequence(self) -> Sequence:
        """The value, each feature and qualifier with a permanent address from 1 on."""
        for child in self._element:
            if local_name(child) == "INSDSeq":
                return decode_insdseq(child, _counted())
        return Sequence("", division="")

    @cached_property
    def fragment(self) -> bytes:
        """The annotations fragment for a stored row."""
        return encode_annotations(self.sequence)

    @property
    def next_ref(self) -> int:
        """The first permanent address not in use."""
        features = self.sequence.features
        return 1 + len(features) + sum(len(feature.qualifiers) for feature in features)

    def line(self, path: Path) -> int:
        """Return the line of a place of the sequence, that of what holds it if it is absent."""
        element = self._find(path)
        if self._data is None:
            return self._offset + source_line(element)
        return self._offset + self._counted_lines[element]

    @cached_property
    def _counted_lines(self) -> dict[etree._Element, int]:
        return _counted_lines(self._element.getroottree().getroot(), self._data or b"")

    def _find(self, path: Path) -> etree._Element:
        element = self._element
        way = ""
        for step in xpath(path, 1).split("/")[1:]:
            name, _, index = step.rstrip("]").partition("[")
            position = int(index or 1)
            way = f"{way}/{name}"
            found = self._found.get(way)
            if found is None:
                found = self._found[way] = _named(element, name)
            if len(found) < position:
                break
            element = found[position - 1]
            way = f"{way}[{position}]"
        return element


def _named(element: etree._Element, name: str) -> list[etree._Element]:
    """Return the children of this name; a table that stands twice counts as one."""
    parents = [element]
    outer = element.getparent()
    if name in ("INSDFeature", "INSDQualifier") and outer is not None:
        parents = [c for c in outer if c.tag == element.tag]
    return [c for parent in parents for c in parent if local_name(c) == name]


def _counted() -> Callable[[etree._Element], int]:
    """Return what gives the addresses 1, 2, 3, whatever a received file says."""
    addresses = count(1)
    return lambda _element: next(addresses)


def line_of(record: Record, path: Path) -> int | None:
    """Return the line of a place inside a record."""
    return record.line(path)


def _counted_lines(root: etree._Element, data: bytes) -> dict[etree._Element, int]:
    """Return the line in the data of each element, where the parser has lost count.

    The start tags of the data and the elements of the tree come in the same order.
    """
    lines: dict[etree._Element, int] = {root: 1}
    starts = (tag.start() for tag in TAG.finditer(data) if not tag[1])
    nodes = islice(root.iter(etree.Element), 1, None)
    line, before = 1, 0
    for node, start in zip(nodes, starts, strict=False):
        line += data.count(b"\n", before, start)
        before = start
        lines[node] = line
    return lines


@dataclass(slots=True)
class Summary:
    """What a batch adds to the report of the file; can be pickled.

    `ids` are the XML ids of qualifiers in order, `id_offsets` where they stand in the batch.
    `broken` is set when the batch is not well-formed: nothing after it can be read.
    """

    count: int = 0
    faults: list[Fault] = field(default_factory=list)
    omitted: dict[str, int] = field(default_factory=dict)
    reserved: Reserved = field(default_factory=Reserved)
    ids: list[bytes] = field(default_factory=list)
    id_offsets: list[int] = field(default_factory=list)
    broken: Fault | None = None


@dataclass(frozen=True, slots=True)
class Parsed:
    """The records of a batch, its summary, and how many bytes of the file were read for it."""

    records: tuple[Record, ...]
    summary: Summary
    size: int


def parse_batch(batch: Batch) -> Parsed:
    """Parse and validate a batch; never raises, a fault of the XML is in `summary.broken`."""
    raw = examine(batch.data, batch.first_line, batch.first_position)
    summary = Summary(faults=raw.faults, omitted=raw.omitted, reserved=raw.reserved)
    data = raw.data
    try:
        root = parse(_OPENING + data + _CLOSING)
    except etree.XMLSyntaxError as error:
        root, data = _before_the_break(data, batch.first_line, summary, error)
    records = tuple(_records(root, batch, data))
    summary.count = len(records)
    _validate(root, records, batch, summary)
    _collect_ids(batch, data, summary)
    return Parsed(records, summary, batch.size)


def _before_the_break(
    data: bytes, first_line: int, summary: Summary, error: etree.XMLSyntaxError
) -> tuple[etree._Element, bytes]:
    """Return the records before the first that is not well-formed, and say why it is not."""
    start, line = 0, first_line
    for end in [m.end() for m in _RECORD_END.finditer(data)] + [len(data)]:
        piece = data[start:end]
        try:
            parse(_OPENING + piece + _CLOSING)
        except etree.XMLSyntaxError as cause:
            summary.broken = explained(cause, line, len(_OPENING))
            break
        line += piece.count(b"\n")
        start = end
    else:
        summary.broken = explained(error, first_line, len(_OPENING))
        start = 0
    return parse(_OPENING + data[:start] + _CLOSING), data[:start]


def _records(root: etree._Element, batch: Batch, data: bytes) -> Iterator[Record]:
    kept = data if data.count(b"\n") > _COUNTED_LINES else None
    for index, element in enumerate(root):
        yield Record(element, batch.first_position + index, batch.first_line - 1, kept)


def _validate(
    root: etree._Element, records: tuple[Record, ...], batch: Batch, summary: Summary
) -> None:
    """Validate in C; only what fails is looked at element by element.

    The C validator is slow with errors, above all with many of them: after a batch that failed, and
    for one that is nothing but tags, the diagnosis is asked at once. Its verdict is the same.
    """
    global _last_failed
    many = batch.data.count(b"<") > _MANY_TAGS
    if not many and not _last_failed and batch_dtd().validate(root):
        return
    counts: Counter[str] = Counter()
    for record in records:
        place = f"SequenceData[{record.position}]"
        element = record._element
        for fault in diagnose(element, place, batch.first_line, record.number):
            counts[fault.rule] += 1
            if counts[fault.rule] <= LISTED:
                summary.faults.append(fault)
    _last_failed = bool(counts)
    for rule, found in counts.items():
        if found > LISTED:
            summary.omitted[rule] = summary.omitted.get(rule, 0) + found - LISTED


def _collect_ids(batch: Batch, data: bytes, summary: Summary) -> None:
    """Collect the XML ids of qualifiers, and report those that are not an XML name."""
    if b"id" not in data:
        return
    invalid = []
    for found in _ID.finditer(batch.data):
        if summary.broken is not None and found.start() > len(data):
            break
        value = found[1] if found[1] is not None else found[2]
        if not value.isalnum() or not value[:1].isalpha():
            text = value.decode("utf-8", "replace")
            if not is_name(text):
                invalid.append((found.start(), text))
                continue
        summary.ids.append(value)
        summary.id_offsets.append(found.start())
    summary.faults += id_faults(batch, invalid[:LISTED], "name")
    if len(invalid) > LISTED:
        summary.omitted["dtd-qualifier-id-invalid"] = len(invalid) - LISTED


def id_faults(batch: Batch, found: list[tuple[int, str]], variant: str) -> Iterator[Fault]:
    """Yield a fault for each ascending offset in the batch and the id that stands there."""
    data = batch.data
    places = places_at(data, [offset for offset, _ in found], batch.first_position)
    line, before = batch.first_line, 0
    for (offset, text), (place, number) in zip(found, places, strict=True):
        line += data.count(b"\n", before, offset)
        before = offset
        parameters = (("id", text),)
        yield Fault(
            "dtd-qualifier-id-invalid", line, f"{place}/@id", text, variant, parameters, number
        )
