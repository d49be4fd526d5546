"""Taking sequences out of a file into the open document, as one step, with a report."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from seqeditor.app.document import Document
from seqeditor.app.fasta_import import Wishes, sequences_from
from seqeditor.app.import_report import Action, ImportReport, Item
from seqeditor.app.jobs import Job
from seqeditor.app.numbers import unnamed, without_protein_ids
from seqeditor.app.receiving import READING, UnreadableError, judged
from seqeditor.app.records.sequences import sequences_of
from seqeditor.app.st25.sequences import Conversion25
from seqeditor.app.text_import import KINDS as TEXT_KINDS
from seqeditor.app.text_import import sequences_of_text
from seqeditor.app.unpacking import unpacked
from seqeditor.domain.edits.sequence import new_sequence
from seqeditor.domain.general_information import GeneralInformation
from seqeditor.domain.sequence import Sequence
from seqeditor.formats.annotated import KINDS
from seqeditor.formats.fasta import read_fasta
from seqeditor.formats.registry import format_of
from seqeditor.formats.st26.reader import End, Parsed, read
from seqeditor.rules.registry import all_rules
from seqeditor.store.reports import TO_LOOK_AT, ItemRow, KeptReport, add_report
from seqeditor.store.workingcopy import WorkingCopy
from seqeditor.texts import N_

IMPORT = N_("Import of {file}")
STRANGER = N_(
    "protein_id {value} names no sequence of the file. Here this number is another sequence's, so"
    " it was removed."
)
LOST_CODES = {
    "dtd-unknown-element",
    "dtd-unknown-attribute",
    "dtd-stray-text",
    "dtd-repeated-element",
    "xml-comment-or-pi",
}
"""Faults of a listing that stand for something that is not taken over."""


class UnknownFormatError(Exception):
    """The file is of no format that can be imported."""


def sequence_from_text(letters: str, moltype: str) -> Sequence:
    """Return a new sequence of clean letters; organism and mol_type are left to fill in."""
    return new_sequence(moltype, letters, mol_type="protein" if moltype == "AA" else "")


def import_file(document: Document, path: Path, position: int, job: Job) -> ImportReport:
    """Insert the sequences of a file before a position (1-based), as one step.

    Raises UnknownFormatError, UnreadableError, ReadOnlyError, CancelledError, StoreError or
    OSError; the document is as it was then.
    """
    report = new_report(path)
    with unpacked(path, report) as plain:
        _take_in(document, plain, {"file": path.name}, report, position, job)
    keep_report(document.copy, report)
    return report


def _take_in(
    document: Document,
    path: Path,
    arguments: dict[str, str],
    report: ImportReport,
    position: int,
    job: Job,
) -> None:
    if report.format == "st25":
        _take_in_st25(document, path, report, job, position)
    elif report.format in KINDS:
        records = sequences_of(path, report, Wishes(), job, position)
        document.insert_sequences(IMPORT, position, records, arguments=arguments)
    elif report.format in TEXT_KINDS:
        sequences = sequences_of_text(path, report, Wishes(), job, position)
        document.insert_sequences(IMPORT, position, sequences, arguments=arguments)
    elif report.format == "fasta":
        sequences = _from_fasta(path, report, Wishes(), job, position)
        document.insert_sequences(IMPORT, position, sequences, arguments=arguments)
    else:
        received = list(_from_listing(path, report, job, position))
        report.items = _as_numbered_here(report.items, received, position)
        highest = document.count() + len(received)
        known = {number for number, _sequence in received}
        received = [
            (number, _without_strangers(one, known, highest, report, position + n))
            for n, (number, one) in enumerate(received)
        ]
        document.take_in(IMPORT, position, received, arguments=arguments)


def _take_in_st25(
    document: Document, path: Path, report: ImportReport, job: Job, position: int
) -> None:
    """Take in a listing of ST.25; what it says of the application goes into an empty form."""
    is_empty = _says_nothing(document.copy.header)
    conversion = Conversion25(path, report, Wishes(), takes_header=is_empty)
    received = list(conversion.sequences(job, position))

    def with_header(header: GeneralInformation) -> GeneralInformation:
        told = conversion.header
        if told is None:
            return header
        return replace(
            header,
            application=told.application,
            file_reference=told.file_reference,
            priority=told.priority,
            applicant_name=told.applicant_name,
            titles=told.titles,
        )

    document.take_in(
        IMPORT, position, received, edit_header=with_header, arguments={"file": path.name}
    )


def _says_nothing(header: GeneralInformation) -> bool:
    said = (header.file_reference, header.application, header.priority, header.applicant_name)
    return not any((*said, header.inventor_name, header.titles))


def new_report(path: Path) -> ImportReport:
    """Return an empty report on a file; raises UnknownFormatError or OSError."""
    found = format_of(path)
    if found is None or found.name not in ("st26", "st25", "fasta", *KINDS, *TEXT_KINDS):
        raise UnknownFormatError(str(path))
    with path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    return ImportReport(str(path), found.name, digest)


def _from_fasta(
    path: Path, report: ImportReport, wishes: Wishes, job: Job, first: int
) -> Iterator[Sequence]:
    with path.open("rb") as stream:
        for done, one in enumerate(sequences_from(read_fasta(stream), report, wishes, first)):
            if done % 200 == 0:
                job.report(stream.tell(), path.stat().st_size, READING)
            yield one


def _from_listing(
    path: Path, report: ImportReport, job: Job, first: int
) -> Iterator[tuple[str | None, Sequence]]:
    size = path.stat().st_size
    number = first
    for event in read(path):
        if isinstance(event, Parsed):
            for record in event.records:
                count_kept(report, record.sequence)
                number += 1
                yield record.number, record.sequence
            job.report(event.size, size, READING)
        elif isinstance(event, End):
            report.sequences = number - first
            if not event.readable:
                # Half a listing would pass for a whole one.
                raise UnreadableError(path, judged(event.faults))
            tell_losses(report, event)


def _as_numbered_here(
    items: list[Item], received: Iterable[tuple[str | None, Sequence]], position: int
) -> list[Item]:
    """Return the items with the numbers that the sequences have in the open listing."""
    places = {number: position + n for n, (number, _sequence) in enumerate(received)}
    return [
        one if one.sequence is None else replace(one, sequence=places.get(str(one.sequence)))
        for one in items
    ]


def _without_strangers(
    sequence: Sequence,
    known: set[str | None],
    highest: int,
    report: ImportReport,
    number: int,
) -> Sequence:
    """Return the sequence without each protein_id that would name a sequence of this listing."""
    lost = unnamed(sequence, known, highest)
    for value in sorted(lost):
        report.add(
            Item(
                Action.DROPPED,
                "protein-id-stranger",
                STRANGER,
                {"value": value},
                sequence=number,
                field="protein_id",
                old=value,
                check=True,
            )
        )
    return without_protein_ids(sequence, lost) if lost else sequence


def count_kept(report: ImportReport, sequence: Sequence) -> None:
    """Count what is taken over of a sequence: residues, features and qualifiers."""
    report.keep(1 + len(sequence.features) + sum(len(f.qualifiers) for f in sequence.features))


def tell_losses(report: ImportReport, end: End) -> None:
    """Report what of a received listing has no place in an ST.26 listing of today."""
    for finding in judged(end.faults):
        if finding.rule in LOST_CODES and not finding.omitted:
            report.add(
                Item(
                    Action.DROPPED,
                    finding.rule,
                    all_rules()[finding.rule].message,
                    finding.parameters,
                    sequence=_whole(finding.number),
                    field=finding.place,
                    old=finding.value,
                    line=finding.line,
                )
            )


def _whole(number: str | None) -> int | None:
    return int(number) if number is not None and number.isascii() and number.isdigit() else None


def keep_report(copy: WorkingCopy, report: ImportReport) -> None:
    """Write the report into the project; it is a record of what happened and is not undone."""
    head = KeptReport(
        id=0,
        at=datetime.now().astimezone().isoformat(timespec="seconds"),
        source=report.source,
        format=report.format,
        sha256=report.sha256,
        sequences=report.sequences,
        counts=json.dumps({str(action): report.counts[action] for action in Action}),
    )
    # Numbers shift with every edit: the items are about the sequences, whatever these are called.
    ids: dict[str, int] = {}
    if any(item.sequence is not None for item in report.items):
        for row in copy.rows():
            ids.setdefault(row.number, row.id)
    add_report(copy, head, (_row(item, ids) for item in report.items))


def _row(item: Item, ids: Mapping[str, int]) -> ItemRow:
    return (
        str(item.action),
        item.code,
        None if item.sequence is None else ids.get(str(item.sequence)),
        item.field,
        item.old,
        item.new,
        TO_LOOK_AT if item.check else 0,
        item.line,
        json.dumps(item.message, ensure_ascii=False),
        json.dumps(dict(item.parameters), ensure_ascii=False),
    )
