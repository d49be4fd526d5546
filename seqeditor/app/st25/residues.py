"""Residues of ST.25 as symbols of ST.26: lower-case nucleotides, one-letter amino acids."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from seqeditor.app.account import Account
from seqeditor.domain.sequence import Feature, Qualifier
from seqeditor.formats.st25.residues import Residues25
from seqeditor.texts import N_, nN_
from seqeditor.vocabulary.modified_amino_acids import ModifiedAminoAcid, modified_amino_acids
from seqeditor.vocabulary.residues import alphabet, one_letter_codes

CASE = N_("Nucleotides are written in lower case.")
U_TO_T = nN_("{count} u is replaced by t.", "{count} u are replaced by t.")
T_IN_RNA = nN_(
    "{count} t in RNA stands for u now. Was thymine meant?",
    "{count} t in RNA stand for u now. Was thymine meant?",
)
ONE_LETTER = nN_("{count} residue was converted.", "{count} residues were converted.")
MODIFIED = N_(
    "{group} at {position} is a modified amino acid: {letter} and a feature stand for it."
)
UNKNOWN = N_("{group} at {position} is not known; X was used.")
TERMINATOR = N_("The stop at the end was removed.")
INNER_STOP = N_("A stop stands at {position}: divide the sequence there.")
STRANGE = nN_(
    "{letters} at position {position} is no residue symbol. Put it right.",
    "{count} signs ({letters}), the first at position {position}, are no residue symbols."
    " Put them right.",
)
SIGN = N_("{text} is no residue and was left out.")

_FIELD = "<400>"
_MOST_SHOWN = 100
"""Positions named of what recurs throughout a sequence."""
_STOPS = {"*", "ter", "end"}
_PARENTS = {
    "Hyl": "K",
    "aHyl": "K",
    "MeLys": "K",
    "3Hyp": "P",
    "4Hyp": "P",
    "aIle": "I",
    "MeIle": "I",
    "MeVal": "V",
    "MeGly": "G",
    "EtGly": "G",
    "EtAsn": "N",
}
"""The residue that a modified amino acid of Table 4 is a form of (par. 29)."""


@dataclass
class Converted:
    """The letters, and the features that stand for modified residues."""

    letters: str
    features: list[Feature] = field(default_factory=list)


def nucleotides_from(found: Residues25, moltype: str, account: Account, line: int) -> Converted:
    """Return lower-case nucleotides, u written as t (par. 13, 14, 19)."""
    letters = found.letters.lower()
    if letters != found.letters:
        account.changed("case", CASE, field=_FIELD, line=line)
    thymines, count = letters.count("t"), letters.count("u")
    if moltype == "RNA" and thymines:
        account.asked("t-in-rna", T_IN_RNA, field=_FIELD, line=line, count=thymines)
    if count:
        account.changed("u-to-t", U_TO_T, field=_FIELD, line=line, count=count)
        letters = letters.replace("u", "t")
    _tell_strange(letters, moltype, found, account, line)
    return Converted(letters)


def _tell_strange(
    letters: str, moltype: str, found: Residues25, account: Account, line: int
) -> None:
    for letter in sorted(set(letters) - set(alphabet(moltype)) - {"*"}):
        account.asked(
            "bad-residue",
            STRANGE,
            field=_FIELD,
            line=line,
            old=letter,
            letters=letter,
            position=letters.index(letter) + 1,
            count=letters.count(letter),
        )
    together: dict[str, int] = {}
    for text, at in found.strange:
        together.setdefault(text, at)
    for text, at in together.items():
        account.dropped("bad-residue", SIGN, field=_FIELD, line=at, old=text, text=text)


def amino_acids_from(found: Residues25, account: Account, line: int) -> Converted:
    """Return one-letter amino acids with a feature for each modified one (par. 25-30)."""
    made = Converted("")
    letters: list[str] = []
    converted = 0
    others: dict[str, tuple[int, list[int]]] = {}
    symbols: dict[str, str | None] = {}
    for group, at in found.groups:
        if group not in symbols:
            symbols[group] = one_letter(group)
        letter = symbols[group]
        if letter is None:
            letters.append(_letter_for(group))
            others.setdefault(group, (at, []))[1].append(len(letters))
        else:
            converted += 1
            letters.append(letter)
    if converted:
        account.changed("one-letter", ONE_LETTER, field=_FIELD, line=line, count=converted)
    for group, (at, positions) in others.items():
        made.features += _other(group, positions, at, account)
    made.features.sort(key=lambda one: int(one.location))
    text = "".join(letters) + found.letters.upper()
    made.letters = _without_stop(text, account, line)
    _tell_strange(made.letters, "AA", found, account, line)
    return made


def _letter_for(group: str) -> str:
    modified = _modified().get(group.lower())
    return _PARENTS.get(modified.abbreviation, "X") if modified is not None else "X"


def _other(group: str, positions: list[int], line: int, account: Account) -> list[Feature]:
    """Return the features for a group that is no common amino acid, at all its positions."""
    shown = ", ".join(map(str, positions[:_MOST_SHOWN])) + ", …" * (len(positions) > _MOST_SHOWN)
    modified = _modified().get(group.lower())
    account.asked(
        "bad-residue" if modified is None else "modified-aa",
        UNKNOWN if modified is None else MODIFIED,
        field=_FIELD,
        line=line,
        old=group,
        group=group,
        position=shown,
        letter=_letter_for(group),
    )
    if modified is None:
        return []
    note = (Qualifier("note", modified.name),)
    return [Feature("SITE", str(position), note) for position in positions]


def _without_stop(text: str, account: Account, line: int) -> str:
    bare = text.rstrip("*")
    if bare != text:
        account.changed("terminator", TERMINATOR, field=_FIELD, line=line, old="*")
    stops = [match.start() + 1 for match in re.finditer(r"\*", bare)]
    for position in stops[:_MOST_SHOWN]:
        account.asked("terminator", INNER_STOP, field=_FIELD, line=line, position=position)
    return bare


def one_letter(group: str) -> str | None:
    """Return the symbol of a three-letter group in any case, "*" for a stop; None if unknown."""
    if group.lower() in _STOPS:
        return "*"
    return one_letter_codes().get(group.capitalize())


@cache
def _modified() -> Mapping[str, ModifiedAminoAcid]:
    return {one.abbreviation.lower(): one for one in modified_amino_acids()}
