"""Annotated records as sequences of ST.26, each with an account of every datum."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from seqeditor.app.account import Account
from seqeditor.app.fasta_import import Wishes
from seqeditor.app.import_report import ImportReport
from seqeditor.app.jobs import Job
from seqeditor.app.received_organism import RENAMED, mol_type_for, organism_from
from seqeditor.app.receiving import READING, NoSequenceError
from seqeditor.app.records.features import features_from, qualifier_from
from seqeditor.domain.edits.sequence import new_sequence
from seqeditor.domain.sequence import Qualifier, Sequence
from seqeditor.formats.annotated import (
    AnnotatedFeature,
    AnnotatedRecord,
    BrokenRecordError,
    Unread,
    read_annotated,
)
from seqeditor.texts import N_, nN_
from seqeditor.vocabulary.qualifiers import mol_types
from seqeditor.vocabulary.residues import alphabet

NAME = N_("The name is kept in the project only; it is no part of a sequence listing.")
BESIDE = N_("{name} has no place in a sequence listing: {text}")
U_TO_T = nN_("{count} u is replaced by t.", "{count} u are replaced by t.")
CASE = N_("Residues are written in the case that ST.26 asks for.")
STOP = N_("The stop at the end was removed.")
STRANGE = nN_(
    "{letters} at position {position} is no residue symbol. Put it right.",
    "{count} signs ({letters}), the first at position {position}, are no residue symbols."
    " Put them right.",
)
MOLTYPE = N_("The record does not tell the molecule type; {new} was taken. Check it.")
MOL_TYPE = N_("mol_type {old} is not one of ST.26 for {moltype}. Choose it in the source feature.")
SECOND_SOURCE = N_("ST.26 has one source feature; a further one was left out: {text}")
EMPTY = N_("The record {name} has no residues and was left out.")
UNREAD = N_("A record could not be read and was left out: {text}")
LENGTH = N_("The record says that it has {stated} residues, {found} were found.")
CIRCULAR = N_("The record says that the molecule is circular; ST.26 has no place for it.")

_RNA_KINDS = {"mrna": "mRNA", "trna": "tRNA", "rrna": "rRNA"}
_COMMON_NAME = re.compile(r"\s*\([^()]*\)\s*$")


def sequences_of(
    path: Path, report: ImportReport, wishes: Wishes, job: Job, first: int = 1
) -> Iterator[Sequence]:
    """Yield a sequence for each record with residues; `first` is the place of the first one.

    A record that cannot be read is told and left out. Raises BrokenRecordError or NoSequenceError
    when there is none at all, CancelledError, OSError.
    """
    number = first
    reason = ""
    size = path.stat().st_size
    for record in read_annotated(path, report.format, lambda done: job.report(done, size, READING)):
        account = Account(report, number, report.format, record.line)
        if isinstance(record, Unread):
            account = replace(account, number=None)
            reason = reason or record.reason
            account.dropped("broken", UNREAD, old=record.head, text=record.reason)
            continue
        if not record.residues:
            account.dropped("empty", EMPTY, old=record.name, name=record.name)
            continue
        yield _sequence(record, wishes, account)
        number += 1
        job.check()
    report.sequences = number - first
    if number == first:
        raise BrokenRecordError(reason) if reason else NoSequenceError(str(path))


def _sequence(record: AnnotatedRecord, wishes: Wishes, account: Account) -> Sequence:
    moltype = _moltype(record, wishes, account)
    letters = _letters(record.residues, moltype, account)
    account.kept()
    if record.stated not in (None, len(record.residues)):
        account.changed(
            "length",
            LENGTH,
            field="length",
            old=str(record.stated),
            new=str(len(record.residues)),
            check=True,
            stated=record.stated or 0,
            found=len(record.residues),
        )
    sources = [one for one in record.features if one.key == "source"]
    organism = _organism(record, sources, wishes, account)
    mol_type = _mol_type(record, sources, moltype, organism, wishes, account)
    made = new_sequence(moltype, letters, organism=organism, mol_type=mol_type)
    source = made.features[0]
    source = replace(source, qualifiers=source.qualifiers + _of_source(sources, moltype, account))
    features = features_from(record.features, moltype, len(letters), account)
    _tell_what_has_no_place(record, sources, account)
    return replace(made, features=(source, *features), name=record.name)


def _moltype(record: AnnotatedRecord, wishes: Wishes, account: Account) -> str:
    kind = record.kind.lower()
    if "protein" in kind or kind in ("aa", "prt"):
        return "AA"
    if "rna" in kind:
        return "RNA"
    if "dna" in kind:
        return "DNA"
    guessed = wishes.moltype
    if not guessed:
        letters = set(record.residues.lower())
        guessed = (
            "AA" if letters - set("acgturyswkmbdhvn*-") else "RNA" if "u" in letters else "DNA"
        )
    account.asked("moltype", MOLTYPE, old=record.kind, new=guessed)
    return guessed


def _letters(written: str, moltype: str, account: Account) -> str:
    """Return the residues in the letters of ST.26; what is none stays, and is told."""
    letters = written.upper() if moltype == "AA" else written.lower()
    if letters != written and not (written.isupper() or written.islower()):
        account.changed("case", CASE, field="residues")
    if moltype == "AA" and letters.endswith("*"):
        letters = letters.rstrip("*")
        account.changed("terminator", STOP, field="residues", old="*")
    count = letters.count("u") if moltype != "AA" else 0
    if count:
        account.changed("u-to-t", U_TO_T, field="residues", count=count)
        letters = letters.replace("u", "t")
    strange = sorted(set(letters) - set(alphabet(moltype)))
    if strange:
        position = min(letters.index(one) for one in strange) + 1
        account.asked(
            "bad-residue",
            STRANGE,
            field="residues",
            old="".join(strange),
            letters=" ".join(strange),
            position=position,
            count=sum(letters.count(one) for one in strange),
        )
    return letters


def _organism(
    record: AnnotatedRecord, sources: list[AnnotatedFeature], wishes: Wishes, account: Account
) -> str:
    named = [value for one in sources for name, value in one.qualifiers if name == "organism"]
    written = next((value for value in named if value), "") or record.organism
    text = _COMMON_NAME.sub("", written).rstrip(".") if "virus" not in written.lower() else written
    if text != written.rstrip("."):
        account.changed(
            "organism", RENAMED, field="organism", old=written, new=text, check="strain" in written
        )
    if text in ("", ".", "unknown"):
        text = ""
    if not text and wishes.organism:
        return wishes.organism
    return organism_from(text, account, None, "organism")


def _mol_type(
    record: AnnotatedRecord,
    sources: list[AnnotatedFeature],
    moltype: str,
    organism: str,
    wishes: Wishes,
    account: Account,
) -> str:
    if moltype == "AA":
        return "protein"
    said = [value for one in sources for name, value in one.qualifiers if name == "mol_type"]
    written = next((value for value in said if value), "")
    if written in mol_types(moltype):
        account.kept()
        return written
    if written:
        account.asked("mol-type", MOL_TYPE, field="mol_type", old=written, moltype=moltype)
        return ""
    if moltype == "RNA" and record.kind.lower() in _RNA_KINDS:
        return _RNA_KINDS[record.kind.lower()]
    if record.division == "SYN":
        return f"other {moltype}"
    return mol_type_for(organism, moltype, wishes, account)


def _of_source(
    sources: list[AnnotatedFeature], moltype: str, account: Account
) -> tuple[Qualifier, ...]:
    if not sources:
        return ()
    made: list[Qualifier] = []
    names = {name for name, _value in sources[0].qualifiers}
    for name, value in sources[0].qualifiers:
        if name not in ("organism", "mol_type"):
            made += qualifier_from(name, value, "source", moltype, "source", names, account)
    return tuple(made)


def _tell_what_has_no_place(
    record: AnnotatedRecord, sources: list[AnnotatedFeature], account: Account
) -> None:
    if record.name:
        account.dropped("name", NAME, field="name", old=record.name)
    if record.is_circular:
        account.dropped("circular", CIRCULAR, field="topology", old="circular")
    for one in sources[1:]:
        text = " ".join(f"{name}={value}" for name, value in one.qualifiers)
        text = f"{one.location} {text}"
        account.dropped("source", SECOND_SOURCE, field="source", old=text, text=text)
    if record.description:
        account.dropped(
            "record",
            BESIDE,
            field="description",
            old=record.description,
            name="description",
            text=record.description,
        )
    for name, text in record.other:
        account.dropped("record", BESIDE, field=name, old=text, name=name, text=text)
