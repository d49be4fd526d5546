"""The organism that a file of another format names, and the mol_type (par. 75, 83-86)."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache

from seqeditor.app.account import Account
from seqeditor.app.fasta_import import Wishes
from seqeditor.texts import N_
from seqeditor.vocabulary.organisms import (
    SYNTHETIC,
    UNIDENTIFIED,
    OrganismName,
    is_listed,
    suggestions,
)

RENAMED = N_("{old} is written as {new}.")
LIKE = N_("{old} was not recognised. Is synthetic construct meant?")
CASE = N_("{old} is written as {new}, the scientific name.")
CHECK = N_("{value} is not in the list of organisms. Check the scientific name.")
PROPOSED = N_("{value} is no scientific name. Is {proposed} meant?")
MISSING = N_("No organism is named. Give it in the source feature.")
MOL_TYPE = N_("Choose mol_type for sequence {sequence}.")

_ARTIFICIAL = {
    "artificial sequence",
    "artificial",
    "artificial seq",
    "artificial dna",
    "artificial rna",
    "synthetic",
    "synthetic sequence",
    "synthetic construct",
    "séquence artificielle",
    "sequence artificielle",
    "künstliche sequenz",
    "kunstliche sequenz",
}
_UNKNOWN = {"unknown", "unknown organism", "unidentified", "inconnu", "unbekannt"}
_BINOMIAL = re.compile(r"[A-Za-z]+ [A-Za-z-]+")
_LIKE = 0.9
_LONGEST = 200
"""Characters of a text that may be the name of an organism: a longer one is compared with none."""


def organism_from(text: str, account: Account, line: int | None, field: str) -> str:
    """Return the organism, "" where there is none; tells what was made of it."""
    folded = " ".join(text.lower().split()).rstrip(".")
    if not folded:
        account.asked("organism-missing", MISSING, field=field, line=line)
        return ""
    for names, new in ((_ARTIFICIAL, SYNTHETIC), (_UNKNOWN, UNIDENTIFIED)):
        if folded in names:
            if text == new:
                account.kept()
            else:
                account.changed("organism", RENAMED, field=field, line=line, old=text, new=new)
            return new
    if _is_like_artificial(folded):
        account.asked("organism", LIKE, field=field, line=line, old=text)
        return text
    return _natural(text, account, line, field)


@lru_cache(maxsize=4096)
def _is_like_artificial(folded: str) -> bool:
    if len(folded) > _LONGEST:
        return False
    return any(SequenceMatcher(None, folded, known).ratio() >= _LIKE for known in _ARTIFICIAL)


def _natural(text: str, account: Account, line: int | None, field: str) -> str:
    if is_listed(text):
        account.kept()
        return text
    found = _suggested(text) if len(text) <= _LONGEST else ()
    exact = [one.name for one in found if one.name.lower() == text.lower()]
    if exact and _BINOMIAL.fullmatch(text):
        account.changed("organism-case", CASE, field=field, line=line, old=text, new=exact[0])
        return exact[0]
    common = [one.name for one in found if one.also.lower() == text.lower()]
    if common:
        account.asked(
            "organism-check",
            PROPOSED,
            field=field,
            line=line,
            old=text,
            value=text,
            proposed=common[0],
        )
    else:
        account.changed(
            "organism-check",
            CHECK,
            field=field,
            line=line,
            old=text,
            new=text,
            check=True,
            value=text,
        )
    return text


@lru_cache(maxsize=4096)
def _suggested(text: str) -> tuple[OrganismName, ...]:
    return tuple(suggestions(text, 5))


def mol_type_for(organism: str, moltype: str, wishes: Wishes, account: Account) -> str:
    """Return the mol_type; "" where only the user knows it (never a guess of genomic DNA)."""
    if moltype == "AA":
        return "protein"
    if wishes.mol_type and wishes.moltype == moltype:
        return wishes.mol_type
    if organism == SYNTHETIC:
        return f"other {moltype}"
    if organism == UNIDENTIFIED:
        return f"unassigned {moltype}"
    account.asked("moltype-needed", MOL_TYPE, field="mol_type")
    return ""
