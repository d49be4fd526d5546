"""The sequences of an ST.25 listing as those of ST.26, each with an account of every datum."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from seqeditor.app.account import Account
from seqeditor.app.fasta_import import Wishes
from seqeditor.app.import_report import ImportReport
from seqeditor.app.jobs import Job
from seqeditor.app.proteins import protein_letters
from seqeditor.app.received_organism import mol_type_for, organism_from
from seqeditor.app.receiving import READING, NoSequenceError
from seqeditor.app.st25.features import features_from, source_notes
from seqeditor.app.st25.header import MISPLACED, UNKNOWN, header_from
from seqeditor.app.st25.residues import amino_acids_from, nucleotides_from
from seqeditor.domain.edits.sequence import new_sequence
from seqeditor.domain.general_information import GeneralInformation
from seqeditor.domain.residues import TextResidues, digest
from seqeditor.domain.sequence import Feature, Qualifier, Sequence, skipped_sequence
from seqeditor.formats.st25.reader import Header25, Sequence25, read_st25
from seqeditor.formats.st25.residues import Residues25, amino_acids, nucleotides
from seqeditor.texts import N_
from seqeditor.vocabulary.organisms import SYNTHETIC
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
OWN_HEADER = N_("The listing has its own general information; that of the file was left out.")
GAP = N_("Number {sequence} is missing; it was entered as skipped.")
NO_NUMBER = N_("{value} is no sequence number; the sequence follows the one before.")
REPEATED = N_("The number {value} is used twice; the second sequence follows the one before.")
SHIFTED = N_(
    "Locations moved by {count} because numbering now starts at 1; the mature protein began at"
    " residue {first}."
)
OUT_OF_ORDER = N_("The number {value} is out of order; the sequence follows the one before.")
HYBRID = N_(
    "A molecule of DNA and RNA: give each part a misc_feature with a note that says DNA or RNA."
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
_KNOWN_TAGS = {110, 120, 130, 140, 141, 150, 151, 160, 170, 210, 211, 212, 213}
_HYBRID = re.compile(r"\b(?:combined\s+)?(?:DNA\s?/\s?RNA|RNA\s?/\s?DNA)\b", re.IGNORECASE)
_AMINO = re.compile(r"\b[A-Z][a-z]{2}\b")


@dataclass
class Conversion25:
    """An ST.25 listing in work. `header` is there once the first sequence has been asked for."""

    path: Path
    report: ImportReport
    wishes: Wishes
    takes_header: bool = True
    header: GeneralInformation | None = None

    def sequences(self, job: Job, first: int = 1) -> Iterator[tuple[str, Sequence]]:
        """Yield number and sequence, gaps filled with skipped ones; `first`: its place here.

        The file is read twice: the proteins that a CDS may name stand behind it. Raises
        NoSequenceError, CancelledError, OSError.
        """
        size = self.path.stat().st_size
        proteins = _Proteins.of(self.path, lambda done: job.report(done, 2 * size, READING))
        proteins.moved = first - 1
        numbers, place = _Numbers(), first
        told = read_st25(self.path, lambda done: job.report(size + done, 2 * size, READING))
        for one in told:
            if isinstance(one, Header25):
                self._take_header(one)
                continue
            last = numbers.last
            number, problem = numbers.next(one)
            for _missing in range(last + 1, number):
                account = Account(self.report, place)
                account.changed("gap", GAP, field="<210>", line=one.line, check=True)
                yield str(place - first + 1), skipped_sequence()
                place += 1
            account = Account(self.report, place)
            _tell_number(one, problem, account)
            made = _sequence(one, self.wishes, proteins, account)
            yield str(number), made
            place += 1
        self.report.sequences = place - first
        if place == first:
            raise NoSequenceError(str(self.path))

    def _take_header(self, header: Header25) -> None:
        account = Account(self.report)
        if self.takes_header:
            self.header = header_from(header, account)
            return
        said = [f"<{datum.tag}> {datum.text}" for datum in header.data if datum.text]
        if said:
            line = header.data[0].line
            account.dropped("general-information", OWN_HEADER, line=line, old="\n".join(said))


@dataclass
class _Numbers:
    """The numbers of the sequences, from 1 on and ever greater."""

    last: int = 0
    seen: set[int] = field(default_factory=set)

    def next(self, one: Sequence25) -> tuple[int, str]:
        """Return the number of the next sequence, and the message where it is not as written."""
        text = one.number or one.number_400
        number, problem = self.last + 1, ""
        if not (text.isascii() and text.isdecimal()) or len(text) > 9 or int(text) == 0:
            problem = NO_NUMBER
        elif int(text) in self.seen:
            problem = REPEATED
        elif int(text) <= self.last or int(text) - self.last > MOST_FILLED:
            problem = OUT_OF_ORDER
        else:
            number = int(text)
            self.seen.add(number)
        self.last = number
        return number, problem


def _tell_number(one: Sequence25, problem: str, account: Account) -> None:
    text = one.number or one.number_400
    if problem:
        account.asked("number", problem, field="<210>", line=one.line, old=text, value=text)
        return
    account.kept()
    if one.number and one.number_400 and one.number_400.lstrip("0") != one.number.lstrip("0"):
        if _is_skip(one) or not one.residues:
            return  # what was taken for a number is the skip code
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


@dataclass
class _Proteins:
    """The number of each protein in its file by its residues, for the CDS that name it.

    `moved`: how much greater the number is in the listing that it is taken into.
    """

    numbers: dict[bytes, int] = field(default_factory=dict)
    moved: int = 0

    @classmethod
    def of(cls, path: Path, tell: Callable[[int], None]) -> _Proteins:
        """Find the proteins of a file that become sequences."""
        numbers, found = _Numbers(), cls()
        for one in read_st25(path, tell):
            if isinstance(one, Header25):
                continue
            number, _problem = numbers.next(one)
            silent = Account(ImportReport("", ""))
            if not _is_skip(one) and _moltype(one, silent) == "AA":
                letters = amino_acids_from(amino_acids(one.residues), silent, one.line).letters
                if not _is_too_short(letters, "AA"):
                    found.numbers.setdefault(digest(TextResidues(letters)), number)
        return found

    def number(self, letters: str) -> int | None:
        """Return the number of the protein with these residues."""
        return self.numbers.get(digest(TextResidues(letters)))


def _sequence(one: Sequence25, wishes: Wishes, proteins: _Proteins, account: Account) -> Sequence:
    _tell_what_has_no_place(one, account)
    if _is_skip(one):
        said = _all_of(one)
        old = said if said != "000" else None
        account.changed("skipped", SKIPPED, field="<400>", line=one.line, old=old)
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
    if moltype != "AA" and _is_hybrid(one):
        account.asked("hybrid", HYBRID, field="<223>", line=one.line)
        moltype, organism = "DNA", SYNTHETIC  # par. 55
    mol_type = mol_type_for(organism, moltype, wishes, account)
    made = new_sequence(moltype, letters, organism=organism, mol_type=mol_type)
    source = made.features[0]
    notes = tuple(source_notes(one.features, account))
    features = list(features_from(one.features, moltype, len(letters), shift, account))
    if raw.groups and moltype != "AA":
        with_features = replace(made, features=tuple(features))
        features = _with_translations(with_features, raw, proteins, account, one.line)
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
        is_known = datum.tag in _KNOWN_TAGS
        account.dropped(
            "misplaced-identifier" if is_known else "unknown-identifier",
            MISPLACED if is_known else UNKNOWN,
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


def _is_hybrid(one: Sequence25) -> bool:
    """Return whether the texts say that a molecule is both DNA and RNA."""
    said = (text for feature in one.features for text in feature.notes)
    return _HYBRID.search(one.moltype) is not None or any(
        re.search("combined", text, re.IGNORECASE) and _HYBRID.search(text) for text in said
    )


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


def _with_translations(
    made: Sequence, raw: Residues25, proteins: _Proteins, account: Account, line: int
) -> list[Feature]:
    """Return the features with what stood below the codons as translation of each CDS."""
    silent = Account(ImportReport("", ""))
    letters = amino_acids_from(Residues25(groups=raw.groups), silent, line).letters
    features = list(made.features)
    coding = [n for n, feature in enumerate(features) if feature.key == "CDS"]
    if len(coding) == 1 and "*" not in letters:
        shares = {coding[0]: letters}
    else:
        shares = _shares(made, coding, letters.replace("*", ""))
    if not shares:
        account.asked("mixed-mode", MIXED_UNCLEAR, field="<400>", line=line, text=letters)
        return features
    account.changed("mixed-mode", MIXED, field="<400>", line=line, new=letters)
    for n, share in shares.items():
        qualifiers = (*features[n].qualifiers, *_coded(share, proteins, account, line))
        features[n] = replace(features[n], qualifiers=qualifiers)
    return features


def _shares(made: Sequence, coding: list[int], letters: str) -> dict[int, str]:
    """Return which amino acids belong to which CDS: those it codes for; {} when in doubt."""
    shares: dict[int, str] = {}
    at = 0
    for n in coding:
        expected = protein_letters(made, made.features[n]).rstrip("*")
        if not expected or not letters.startswith(expected, at):
            return {}
        shares[n] = expected
        at += len(expected)
    return shares if at == len(letters) else {}


def _coded(letters: str, proteins: _Proteins, account: Account, line: int) -> tuple[Qualifier, ...]:
    translation = Qualifier("translation", letters)
    number = proteins.number(letters)
    if number is None:
        account.asked("mixed-protein", NO_PROTEIN, field="<400>", line=line)
        return (translation,)
    here = str(number + proteins.moved)
    account.changed(
        "mixed-protein", PROTEIN, field="<400>", line=line, new=here, check=True, number=here
    )
    return translation, Qualifier("protein_id", str(number))
