"""Converting a file to another: through a working copy, with an import report."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from seqeditor.app.checking import Options, check_file
from seqeditor.app.fasta_import import Wishes, sequences_from
from seqeditor.app.generating import write_listing
from seqeditor.app.import_report import Action, ImportReport, Item
from seqeditor.app.importing import UnknownFormatError, count_kept, keep_report, tell_losses
from seqeditor.app.jobs import Job
from seqeditor.app.migration import is_outdated, migrated_header, migrated_sequence
from seqeditor.app.receiving import READING, UnreadableError, judged
from seqeditor.app.records.sequences import sequences_of
from seqeditor.app.st25.sequences import Conversion25
from seqeditor.app.text_import import KINDS as TEXT_KINDS
from seqeditor.app.text_import import sequences_of_text
from seqeditor.app.unpacking import unpacked
from seqeditor.domain.general_information import GeneralInformation, LanguageText
from seqeditor.domain.sequence import Sequence
from seqeditor.formats import registry
from seqeditor.formats.annotated import KINDS
from seqeditor.formats.fasta import read_fasta, write_fasta
from seqeditor.formats.st26.reader import End, Head, Parsed, read
from seqeditor.formats.st26.xpath import xpath
from seqeditor.rules.finding import Finding, Level
from seqeditor.rules.registry import all_rules
from seqeditor.store.atomic import atomic_write
from seqeditor.store.bulk import fill, finish
from seqeditor.store.project import open_project, save_project
from seqeditor.store.workingcopy import WorkingCopy
from seqeditor.texts import N_, nN_

FORMATS = ("st26", "fasta", "st25", "project", *KINDS, *TEXT_KINDS)

_FEATURES = nN_(
    "FASTA holds no features; {count} was left out.",
    "FASTA holds no features; {count} were left out.",
)
_SKIPPED = N_("An intentionally skipped sequence has no residues and was left out.")
_HEADER = N_("FASTA holds no general information; it was left out.")


class LanguagePairError(Exception):
    """The source does not hold free text in the language asked for."""


@dataclass(frozen=True, slots=True)
class HeaderWishes:
    """General information told on the command line, for what the source does not say."""

    file_reference: str | None = None
    applicant_name: str | None = None
    applicant_language: str | None = None
    title: str | None = None
    title_language: str | None = None

    def put_into(self, header: GeneralInformation) -> GeneralInformation:
        """Return the header with what was told."""
        if self.file_reference is not None:
            header = replace(header, file_reference=self.file_reference)
        if self.applicant_name is not None:
            name = LanguageText(self.applicant_name, self.applicant_language)
            header = replace(header, applicant_name=name)
        elif self.applicant_language is not None and header.applicant_name is not None:
            name = replace(header.applicant_name, language_code=self.applicant_language)
            header = replace(header, applicant_name=name)
        if self.title is not None:
            title = LanguageText(self.title, self.title_language)
            header = replace(header, titles=(title, *header.titles[1:]))
        elif self.title_language is not None and header.titles:
            title = replace(header.titles[0], language_code=self.title_language)
            header = replace(header, titles=(title, *header.titles[1:]))
        return header

    def answered(self) -> set[str]:
        """Return the codes of the questions of an import that are answered by this."""
        answers = {
            "st25-language-needed": self.applicant_language,
            "st25-title-language": self.title_language,
        }
        return {code for code, answer in answers.items() if answer is not None}


@dataclass
class Conversion:
    """The outcome: the report, and the errors that remain in an ST.26 target."""

    report: ImportReport
    errors: list[Finding] = field(default_factory=list)

    @property
    def is_complete(self) -> bool:
        """Whether nothing was dropped, nothing is to decide and no error remains."""
        return self.report.is_complete and not self.errors


def source_format(path: Path) -> str:
    """Return the format of a source by content and suffix; raises UnknownFormatError, OSError."""
    found = registry.format_of(path)
    if found is None or found.name not in FORMATS:
        raise UnknownFormatError(str(path))
    return found.name


def target_format(path: Path) -> str:
    """Return the format of a target by its suffix; raises UnknownFormatError."""
    suffix = path.suffix.lower()
    known = [one for one in registry.FORMATS if one.writable and one.name in FORMATS]
    found = (one.name for one in known if suffix in one.suffixes)
    name = next(found, None)
    if name is None:
        raise UnknownFormatError(str(path))
    return name


def convert(
    source: Path,
    target: Path,
    *,
    source_kind: str,
    target_kind: str,
    wishes: Wishes,
    header: HeaderWishes,
    options: Options,
    job: Job,
    name: str,
    pair: str | None = None,
) -> Conversion:
    """Read a file, write another, tell what became of everything.

    `name` is the path to be reported, `pair` the second language asked for beside English. TARGET
    is written whole or not at all. Raises LanguagePairError, UnreadableError, NotAProjectError,
    NewerProjectError, StoreError, OSError or CancelledError.
    """
    with source.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    shown = "seqproj" if source_kind == "project" else source_kind
    outcome = Conversion(ImportReport(name, shown, digest))
    with TemporaryDirectory(prefix="seqeditor-") as folder:
        with unpacked(source, outcome.report) as plain:
            copy = _read(plain, Path(folder) / "copy", source_kind, wishes, outcome.report, job)
        try:
            _check_pair(copy.header, pair)
            copy.write_header(header.put_into(copy.header))
            outcome.report.settle(header.answered())
            _write(copy, target, target_kind, outcome.report, job)
        finally:
            copy.close()
    if target_kind == "st26":
        checked = check_file(target, options, jobs=1, job=job, name=target.name)
        outcome.errors = [f for f in checked.findings if f.level is Level.ERROR]
    return outcome


def _check_pair(header: GeneralInformation, pair: str | None) -> None:
    if pair is not None and pair != (header.non_english_language or "en"):
        raise LanguagePairError(pair)


def _read(
    source: Path, folder: Path, kind: str, wishes: Wishes, report: ImportReport, job: Job
) -> WorkingCopy:
    if kind == "project":
        copy = open_project(source, folder)
        for row in copy.rows():
            report.keep(1 + row.features)
        report.sequences = copy.count()
        return copy
    copy = WorkingCopy.create(folder)
    try:
        if kind == "fasta":
            _fill_from_fasta(copy, source, wishes, report, job)
        elif kind in KINDS:
            for _done in fill(
                copy, ((None, one) for one in sequences_of(source, report, wishes, job))
            ):
                pass
            finish(copy, GeneralInformation(), numbering="position")
        elif kind in TEXT_KINDS:
            received = sequences_of_text(source, report, wishes, job)
            for _done in fill(copy, ((None, one) for one in received)):
                pass
            finish(copy, GeneralInformation(), numbering="position")
        elif kind == "st25":
            _fill_from_st25(copy, source, wishes, report, job)
        else:
            _fill_from_listing(copy, source, report, job)
    except BaseException:
        copy.close()
        raise
    return copy


def _fill_from_fasta(
    copy: WorkingCopy, source: Path, wishes: Wishes, report: ImportReport, job: Job
) -> None:
    size = source.stat().st_size
    with source.open("rb") as stream:
        sequences = sequences_from(read_fasta(stream), report, wishes)
        for _done in fill(copy, ((None, one) for one in sequences)):
            job.report(stream.tell(), size, READING)
    finish(copy, GeneralInformation(), numbering="position")


def _fill_from_st25(
    copy: WorkingCopy, source: Path, wishes: Wishes, report: ImportReport, job: Job
) -> None:
    conversion = Conversion25(source, report, wishes)
    for _done in fill(copy, conversion.sequences(job)):
        pass
    finish(copy, conversion.header or GeneralInformation(), numbering="position")


def _fill_from_listing(copy: WorkingCopy, source: Path, report: ImportReport, job: Job) -> None:
    ends: list[End] = []
    size = source.stat().st_size

    def received() -> Iterator[tuple[str | None, Sequence]]:
        older: GeneralInformation | None = None
        for event in read(source):
            if isinstance(event, Head) and is_outdated(event.header):
                older = event.header
            elif isinstance(event, Parsed):
                for record in event.records:
                    sequence = record.sequence
                    if older is not None:
                        number = record.number or ""
                        sequence, found = migrated_sequence(sequence, older, number)
                        _tell_migrated(report, found, record.position)
                    count_kept(report, sequence)
                    yield record.number, sequence
                job.report(event.size, size, READING)
            elif isinstance(event, End):
                ends.append(event)

    for _done in fill(copy, received()):
        pass
    end = ends[0]
    report.sequences = end.sequences
    if not end.readable:
        # Half a listing would pass for a whole one.
        raise UnreadableError(source, judged(end.faults))
    tell_losses(report, end)
    header, found = migrated_header(end.header)
    _tell_migrated(report, found, None)
    finish(copy, header, numbering="written")


def _tell_migrated(report: ImportReport, findings: list[Finding], position: int | None) -> None:
    """Report what was of an older version and is written in today's form."""
    for finding in findings:
        number = finding.number or ""
        report.add(
            Item(
                Action.RENAMED,
                finding.rule,
                all_rules()[finding.rule].message,
                {"value": finding.value or "", **finding.parameters},
                sequence=int(number) if number.isdecimal() else None,
                field=xpath(finding.path, position),
                old=finding.value,
                check=finding.rule == "loc-aa-operator",
            )
        )


def _write(copy: WorkingCopy, target: Path, kind: str, report: ImportReport, job: Job) -> None:
    if kind == "project":
        # The project keeps the names that the listing cannot.
        _names_are_kept(report)
        if report.format != "seqproj":
            keep_report(copy, report)
        save_project(copy, target)
    elif kind == "st26":
        write_listing(copy, target, job)
    else:
        _write_fasta(copy, target, report)


def _names_are_kept(report: ImportReport) -> None:
    codes = {"fasta-name", *(f"{kind}-name" for kind in (*KINDS, *TEXT_KINDS))}
    names = [item for item in report.items if item.code in codes]
    if names:
        report.items = [item for item in report.items if item.code not in codes]
        report.counts[Action.DROPPED] -= len(names)
        report.keep(len(names))


def _write_fasta(copy: WorkingCopy, target: Path, report: ImportReport) -> None:
    report.add(Item(Action.DROPPED, "fasta-general-information", _HEADER))

    def written() -> Iterator[tuple[str, Sequence]]:
        for row in copy.rows():
            number = int(row.number) if row.number.isdecimal() else None
            if row.skipped:
                report.add(Item(Action.DROPPED, "fasta-skipped", _SKIPPED, sequence=number))
                continue
            sequence = copy.sequence(row.id)
            if sequence.features:
                count = len(sequence.features)
                report.add(
                    Item(
                        Action.DROPPED,
                        "fasta-features",
                        _FEATURES,
                        {"count": count},
                        sequence=number,
                    )
                )
            yield row.number, sequence

    with atomic_write(target) as stream:
        write_fasta(stream, written())
