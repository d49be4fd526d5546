"""Plain residues and WIPO multi-sequence text as sequences: cleaned, and all of it reported."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from seqeditor.app.account import Account
from seqeditor.app.fasta_import import DECIDE_MOLTYPE, EMPTY, FOREIGN, NAME, Wishes
from seqeditor.app.import_report import ImportReport
from seqeditor.app.jobs import Job
from seqeditor.app.received_organism import mol_type_for, organism_from
from seqeditor.app.receiving import READING, NoSequenceError
from seqeditor.domain.cleaning import Cleaned, clean, guess_moltype
from seqeditor.domain.edits.sequence import new_sequence
from seqeditor.domain.sequence import Sequence
from seqeditor.formats.multisequence import MultiRecord, moltype_named, read_multisequence
from seqeditor.texts import N_
from seqeditor.vocabulary.qualifiers import mol_types
from seqeditor.vocabulary.residues import alphabet, one_letter_codes

KINDS = ("multi", "raw")
"""The formats that are read here."""

UNKNOWN_TYPE = N_("{old} is no molecule type; {new} was taken. Check it.")
BEYOND = N_("The text behind the blank line was left out: {text}")


def sequences_of_text(
    path: Path, report: ImportReport, wishes: Wishes, job: Job, first: int = 1
) -> Iterator[Sequence]:
    """Yield a sequence for each record with residues; `first` is the place of the first one.

    Raises NoSequenceError when there is none, CancelledError, OSError.
    """
    number = first
    size = path.stat().st_size
    with path.open("rb") as stream:
        records = read_multisequence(stream) if report.format == "multi" else _whole(path)
        for record in records:
            made = _sequence(record, wishes, Account(report, number, report.format))
            if made is not None:
                yield made
                number += 1
            job.report(min(stream.tell(), size), size, READING)
    report.sequences = number - first
    if number == first:
        raise NoSequenceError(str(path))


def _whole(path: Path) -> Iterator[MultiRecord]:
    """Yield the one record of plain residues."""
    with path.open("rb") as stream:
        text = "\n".join(
            part
            for record in read_multisequence(stream)
            for part in (record.text, record.beyond)
            if part
        )
    yield MultiRecord("", "", "", 1, text)


def _sequence(record: MultiRecord, wishes: Wishes, account: Account) -> Sequence | None:
    if record.beyond:
        account.dropped(
            "beyond", BEYOND, line=record.line, old=record.beyond, text=record.beyond[:200]
        )
    moltype = moltype_named(record.kind)
    guessed = wishes.moltype or guess_moltype(record.text, one_letter_codes())
    if record.kind and not moltype:
        account.asked(
            "moltype", UNKNOWN_TYPE, field="type", line=record.line, old=record.kind, new=guessed
        )
    found = clean(record.text, moltype or guessed, alphabet(moltype or guessed), one_letter_codes())
    letters = "".join(one.letters for one in found)
    if not letters:
        account.dropped("empty", EMPTY, line=record.line, old=record.name, name=record.name)
        return None
    if not (moltype or record.kind or wishes.moltype) and guessed == "DNA" and "t" not in letters:
        account.asked("moltype", DECIDE_MOLTYPE, field="type", line=record.line)
    moltype = moltype or guessed
    account.kept(1 + bool(record.kind))
    _tell_cleaned(found, record, account)
    if record.name:
        account.dropped("name", NAME, field="name", line=record.line, old=record.name)
    if record.organism or not wishes.organism:
        organism = organism_from(record.organism, account, record.line, "organism")
    else:
        organism = wishes.organism
    if record.kind in mol_types(moltype):
        mol_type = record.kind
    else:
        mol_type = mol_type_for(organism, moltype, wishes, account)
    made = new_sequence(moltype, letters, organism=organism, mol_type=mol_type)
    return replace(made, name=record.name)


def _tell_cleaned(found: tuple[Cleaned, ...], record: MultiRecord, account: Account) -> None:
    for one in found:
        if one.head:
            account.dropped("name", NAME, field="name", line=record.line, old=one.head)
        for cleaning in one.cleanings:
            account.changed(
                "cleaned",
                cleaning.message,
                field="residues",
                line=record.line,
                check=bool(cleaning.characters),
                count=cleaning.count,
                characters=cleaning.characters,
            )
        for foreign in one.foreign:
            account.asked(
                "symbol",
                FOREIGN,
                field="residues",
                line=record.line,
                old=foreign.letter,
                letter=foreign.letter,
                position=foreign.position,
                count=foreign.count,
            )
