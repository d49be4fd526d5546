"""FASTA to sequences: residues cleaned, molecule type told or guessed, all of it reported."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from seqeditor.app.import_report import Action, ImportReport, Item
from seqeditor.domain.cleaning import Cleaned, Foreign, clean, guess_moltype
from seqeditor.domain.edits.sequence import new_sequence
from seqeditor.domain.sequence import Sequence
from seqeditor.formats.fasta import FastaRecord
from seqeditor.texts import N_
from seqeditor.vocabulary.residues import alphabet, one_letter_codes

NAME = N_("The name is kept in the project only; it is no part of a sequence listing.")
DECIDE_MOLTYPE = N_("The residues do not tell the molecule type; DNA was taken. Is it RNA?")
DECIDE_ORGANISM = N_("FASTA does not name the organism. Give it in the source feature.")
DECIDE_MOL_TYPE = N_("FASTA does not tell the mol_type. Choose it in the source feature.")
FOREIGN = N_("{letter} at position {position} is no residue symbol. Put it right.")
EMPTY = N_("The record {name} has no residues and was left out.")

MOLTYPE_OF = {"protein": "AA"}


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user has told about sequences that say nothing of it themselves."""

    mol_type: str = ""
    organism: str = ""

    @property
    def moltype(self) -> str:
        """The molecule type that follows from the mol_type told, "" if none was."""
        if not self.mol_type:
            return ""
        return MOLTYPE_OF.get(self.mol_type, "RNA" if "RNA" in self.mol_type else "DNA")


def sequences_from(
    records: Iterator[FastaRecord], report: ImportReport, wishes: Wishes, first: int = 1
) -> Iterator[Sequence]:
    """Yield a sequence for each record with residues, numbered from `first` on in the report."""
    number = first
    for record in records:
        moltype = wishes.moltype or guess_moltype(record.text, one_letter_codes())
        found = clean(record.text, moltype, alphabet(moltype), one_letter_codes())
        letters = "".join(one.letters for one in found)
        if not letters:
            report.add(_item(Action.DROPPED, "fasta-empty", EMPTY, record, name=record.head))
            continue
        sequence = _sequence(letters, moltype, wishes, record.head)
        report.keep()
        _tell(report, record, number, found, moltype, wishes)
        yield sequence
        number += 1
    report.sequences = number - first


def _sequence(letters: str, moltype: str, wishes: Wishes, name: str) -> Sequence:
    mol_type = wishes.mol_type or ("protein" if moltype == "AA" else "")
    made = new_sequence(moltype, letters, organism=wishes.organism, mol_type=mol_type)
    return replace(made, name=name)


def _tell(
    report: ImportReport,
    record: FastaRecord,
    number: int,
    found: tuple[Cleaned, ...],
    moltype: str,
    wishes: Wishes,
) -> None:
    def add(action: Action, code: str, message: str, **words: str | int) -> None:
        report.add(replace(_item(action, code, message, record, **words), sequence=number))

    if record.head:
        add(Action.DROPPED, "fasta-name", NAME, name=record.head)
    for one in found:
        for cleaning in one.cleanings:
            words: Mapping[str, str | int] = {
                "count": cleaning.count,
                "characters": cleaning.characters,
            }
            item = Item(
                Action.RENAMED,
                "fasta-cleaned",
                cleaning.message,
                words,
                sequence=number,
                field="residues",
                check=bool(cleaning.characters),
                line=record.line,
            )
            report.add(item)
        for foreign in one.foreign:
            add(Action.DECISION, "fasta-symbol", FOREIGN, **_foreign(foreign))
    if not wishes.moltype and moltype == "DNA" and not _shows_thymine(found):
        add(Action.DECISION, "fasta-moltype", DECIDE_MOLTYPE)
    if not wishes.organism:
        add(Action.DECISION, "fasta-organism", DECIDE_ORGANISM)
    if not wishes.mol_type and moltype != "AA":
        add(Action.DECISION, "fasta-mol-type", DECIDE_MOL_TYPE)


def _shows_thymine(found: tuple[Cleaned, ...]) -> bool:
    return any("t" in one.letters for one in found)


def _foreign(one: Foreign) -> dict[str, str | int]:
    return {"letter": one.letter, "position": one.position, "count": one.count}


def _item(action: Action, code: str, message: str, record: FastaRecord, **words: str | int) -> Item:
    old = record.head if code in ("fasta-name", "fasta-empty") else None
    return Item(action, code, message, words, field=">", old=old, line=record.line)
