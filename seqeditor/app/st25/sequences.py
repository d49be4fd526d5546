"""The sequences of an ST.25 listing as those of ST.26, each with an account of every datum."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from seqeditor.app.account import Account
from seqeditor.app.fasta_import import Wishes
from seqeditor.app.import_report import ImportReport
from seqeditor.app.jobs import Job
from seqeditor.app.received_organism import mol_type_for, organism_from
from seqeditor.app.receiving import READING, NoSequenceError
from seqeditor.app.st25.features import features_from, source_notes
from seqeditor.app.st25.header import UNKNOWN, header_from
from seqeditor.app.st25.residues import Converted, amino_acids_from, nucleotides_from
from seqeditor.domain.edits.sequence import new_sequence
from seqeditor.domain.general_information import GeneralInformation
from seqeditor.domain.residues import TextResidues, digest
from seqeditor.domain.sequence import Feature, Qualifier, Sequence, skipped_sequence
from seqeditor.formats.st25.reader import Header25, Sequence25, read_st25
from seqeditor.formats.st25.residues import Residues25, amino_acids, nucleotides
from seqeditor.texts import N_
from seqeditor.vocabulary.residues import fewest_specific, unspecific

MOLTYPE = N_("{old} is written as {new}.")
GUESSED = N_("<212> says {old}; the residues tell {new}.")
LENGTH = N_("<211> says {stated}, {found} residues were found.")
NUMBER_400 = N_("<400> says {stated}, <210> says {number}.")
PUBLICATION = N_("Publication data is not part of ST.26: {text}.")
SKIPPED = N_("The skip code 000 is an intentionally skipped sequence.")
SHORT = N_(
    "Sequence {sequence} cannot be in an ST.26 listing (par. 8); its number is kept as skipped."
    " Make sure that the description discloses it: {text}"
)
GAP = N_("Number {sequence} is missing; it was entered as skipped.")
NO_NUMBER = N_("{value} is no sequence number; the sequence follows the one before.")
REPEATED = N_("The number {value} is used twice; the second sequence follows the one before.")
SHIFTED = N_(
    "Locations moved by {count} because numbering now starts at 1; the mature protein began at"
    " residue {first}."
)
MIXED = N_("The amino acids below the codons are the translation of the CDS.")
MIXED_UNCLEAR = N_("The amino acids below the codons could not be told apart: {text}")
PROTEIN = N_("protein_id names the sequence of the same residues, {number}.")
NO_PROTEIN = N_("No sequence has the residues of the translation. Add the protein.")
NOTHING = N_("The sequence has no residues; its number is kept as skipped.")

MOST_FILLED = 100_000
"""A gap in the numbers greater than this is an error of writing, not so many sequences left out."""

_TYPES = {
    "dna": "DNA",
    "adn": "DNA",
    "dns": "DNA",
    "rna": "RNA",
    "arn": "RNA",
    "rns": "RNA",
    "prt": "AA",
    "prot": "AA",
    "protein": "AA",
    "aa": "AA",
}
_AMINO = re.compile(r"\b[A-Z][a-z]{2}\b")


@dataclass
class Conversion25:
    """An ST.25 listing in work. `header` is there once the first sequence has been asked for."""

    path: Path
    report: ImportReport
    wishes: Wishes
    header: GeneralInformation | None = None

    def sequences(self, job: Job, first: int = 1) -> Iterator[tuple[str, Sequence]]:
        """Yield number and sequence, gaps filled with skipped ones; `first`: its place here.

        Raises NoSequenceError, CancelledError, OSError.
        """
        proteins = _proteins(self.path)
        size = self.path.stat().st_size
        last, place = 0, first
        for one in read_st25(self.path):
            if isinstance(one, Header25):
                self.header = header_from(one, Account(self.report))
                continue
            number, account = self._number(one, last, place)
            for _missing in range(last + 1, number):
                account = Account(self.report, place)
                account.changed("gap", GAP, field="<210>", line=one.line, check=True)
                yield str(last + 1), skipped_sequence()
                last, place = last + 1, place + 1
            made = _sequence(one, self.wishes, proteins, Account(self.report, place))
            yield str(number), made
            last, place = number, place + 1
            job.report(min(place - first, size), size, READING)
        self.report.sequences = place - first
        if place == first:
            raise NoSequenceError(str(self.path))

    def _number(self, one: Sequence25, last: int, place: int) -> tuple[int, Account]:
        account = Account(self.report, place)
        text = one.number or one.number_400
        if not (text.isascii() and text.isdecimal()) or len(text) > 9 or int(text) == 0:
            account.asked("number", NO_NUMBER, field="<210>", line=one.line, old=text, value=text)
            return last + 1, account
        number = int(text)
        if number <= last or number - last > MOST_FILLED:
            account.asked("number", REPEATED, field="<210>", line=one.line, old=text, value=text)
            return last + 1, account
        account.kept()
        if one.number and one.number_400 and one.number_400 != one.number:
            account.changed(
                "400-number",
                NUMBER_400,
                field="<400>",
                line=one.line,
                old=one.number_400,
                new=one.number,
                check=True,
                stated=one.number_400,
                number=one.number,
            )
        return number, account


def _proteins(path: Path) -> dict[bytes, str]:
    """Return the number of each protein by its residues, for the CDS that name it."""
    silent = Account(ImportReport("", ""))
    found: dict[bytes, str] = {}
    for one in read_st25(path):
        if isinstance(one, Sequence25) and _TYPES.get(one.moltype.lower()) == "AA":
            letters = amino_acids_from(amino_acids(one.residues), silent, one.line).letters
            found.setdefault(digest(TextResidues(letters)), one.number)
    return found


def _sequence(
    one: Sequence25, wishes: Wishes, proteins: dict[bytes, str], account: Account
) -> Sequence:
    _tell_what_has_no_place(one, account)
    if _is_skip(one):
        account.changed("skipped", SKIPPED, field="<400>", line=one.line)
        return skipped_sequence()
    moltype = _moltype(one, account)
    raw = amino_acids(one.residues) if moltype == "AA" else nucleotides(one.residues)
    if moltype == "AA":
        converted = amino_acids_from(raw, account, one.line)
    else:
        converted = nucleotides_from(raw, moltype, account, one.line)
    letters = converted.letters
    if _is_too_short(letters, moltype):
        text = _all_of(one)
        message = SHORT if letters else NOTHING
        account.asked("too-short", message, field="<400>", line=one.line, old=text, text=letters)
        return skipped_sequence()
    account.kept()
    _tell_length(one, len(letters), account)
    shift = _shift(raw, account, one.line) if moltype == "AA" else 0
    organism = wishes.organism if not one.organism and wishes.organism else ""
    organism = organism or organism_from(one.organism, account, one.line, "<213>")
    mol_type = mol_type_for(organism, moltype, wishes, account)
    made = new_sequence(moltype, letters, organism=organism, mol_type=mol_type)
    source = made.features[0]
    notes = tuple(source_notes(one.features, account))
    features = list(features_from(one.features, moltype, len(letters), shift, account))
    if raw.groups and moltype != "AA":
        features = _with_translation(features, raw, proteins, account, one.line)
    source = replace(source, qualifiers=source.qualifiers + notes)
    return replace(made, features=(source, *features, *converted.features))


def _is_skip(one: Sequence25) -> bool:
    return "".join(text for _line, text in one.residues).strip() == "000"


def _tell_what_has_no_place(one: Sequence25, account: Account) -> None:
    if one.publications:
        text = "; ".join(f"<{d.tag}> {d.text}" for d in one.publications if d.text)
        line = one.publications[0].line
        account.dropped("publication", PUBLICATION, field="<300>", line=line, old=text, text=text)
    for datum in one.unknown:
        account.dropped(
            "unknown-identifier",
            UNKNOWN,
            field=f"<{datum.tag}>",
            line=datum.line,
            old=datum.text,
            tag=datum.tag,
            value=datum.text,
        )


def _moltype(one: Sequence25, account: Account) -> str:
    """Return the molecule type <212> says, or what the residues tell."""
    known = _TYPES.get(one.moltype.lower())
    if known is not None:
        if known == one.moltype:
            account.kept()
        else:
            account.changed(
                "moltype", MOLTYPE, field="<212>", line=one.line, old=one.moltype, new=known
            )
        return known
    text = " ".join(text for _line, text in one.residues)
    if _AMINO.search(text):
        guessed = "AA"
    else:
        guessed = "RNA" if re.search("u", text, re.IGNORECASE) else "DNA"
    account.asked("moltype", GUESSED, field="<212>", line=one.line, old=one.moltype, new=guessed)
    return guessed


def _is_too_short(letters: str, moltype: str) -> bool:
    specific = len(letters) - letters.count(unspecific(moltype))
    return specific < fewest_specific(moltype)


def _all_of(one: Sequence25) -> str:
    """Return residues and annotation as text: the report keeps what the listing cannot."""
    lines = [text.strip() for _line, text in one.residues]
    for feature in one.features:
        parts = (feature.key, feature.location, *feature.notes)
        lines.append(" ".join(part for part in parts if part))
    return "\n".join(line for line in lines if line)


def _tell_length(one: Sequence25, found: int, account: Account) -> None:
    if one.length and one.length != str(found):
        account.changed(
            "length",
            LENGTH,
            field="<211>",
            line=one.line,
            old=one.length,
            new=str(found),
            check=True,
            stated=one.length,
            found=found,
        )


def _shift(raw: Residues25, account: Account, line: int) -> int:
    """Return how many residues stand before the one numbered 1 (Annex VII scenario 16)."""
    for index, number in raw.numbers:
        if number < 0:
            shift = index - number - 1
            account.changed(
                "negative",
                SHIFTED,
                field="<400>",
                line=line,
                check=True,
                count=shift,
                first=shift + 1,
            )
            return shift
    return 0


# Mixed mode ------------------------------------------------------------------------------------


def _with_translation(
    features: list[Feature],
    raw: Residues25,
    proteins: dict[bytes, str],
    account: Account,
    line: int,
) -> list[Feature]:
    """Return the features with what stood below the codons as translation of the CDS."""
    silent = Account(ImportReport("", ""))
    converted: Converted = amino_acids_from(Residues25(groups=raw.groups), silent, line)
    letters = converted.letters
    coding = [n for n, feature in enumerate(features) if feature.key == "CDS"]
    if len(coding) != 1 or "*" in letters:
        account.asked("mixed-mode", MIXED_UNCLEAR, field="<400>", line=line, text=letters)
        return features
    account.changed("mixed-mode", MIXED, field="<400>", line=line, new=letters)
    qualifiers = [Qualifier("translation", letters)]
    number = proteins.get(digest(TextResidues(letters)))
    if number:
        qualifiers.append(Qualifier("protein_id", number))
        account.changed(
            "mixed-protein",
            PROTEIN,
            field="<400>",
            line=line,
            new=number,
            check=True,
            number=number,
        )
    else:
        account.asked("mixed-protein", NO_PROTEIN, field="<400>", line=line)
    cds = features[coding[0]]
    new = replace(cds, qualifiers=(*cds.qualifiers, *qualifiers))
    return [new if n == coding[0] else feature for n, feature in enumerate(features)]
