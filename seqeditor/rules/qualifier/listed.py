"""How a value stands to the list of values the standard gives for its qualifier."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from seqeditor.domain.sequence import Qualifier
from seqeditor.rules.finding import Hit, Level
from seqeditor.rules.qualifier.proposals import given, told
from seqeditor.vocabulary.features import former_key
from seqeditor.vocabulary.qualifiers import QualifierName, ValueKind, qualifier

_SYNONYMS = {
    "organelle": {
        "chloroplast": "plastid:chloroplast",
        "apicoplast": "plastid:apicoplast",
        "chromoplast": "plastid:chromoplast",
        "cyanelle": "plastid:cyanelle",
        "leucoplast": "plastid:leucoplast",
        "proplastid": "plastid:proplastid",
        "kinetoplast": "mitochondrion:kinetoplast",
        "mitochondria": "mitochondrion",
        "mitochondrial": "mitochondrion",
    },
    "ncRNA_class": {
        "microrna": "miRNA",
        "small interfering rna": "siRNA",
        "antisense": "antisense_RNA",
        "grna": "guide_RNA",
        "long non-coding rna": "lncRNA",
    },
    "mobile_element_type": {"is": "insertion sequence", "insertion element": "insertion sequence"},
}
"""Words that can only mean one of the values."""

_LATER = {"mobile_element_type": ("superintegron", "P-element")}
"""Values of databases' lists that may be in a newer edition of the standard."""

_SEPARATORS = re.compile(r"[\s_-]+")


@dataclass(frozen=True, slots=True)
class Standing:
    """What is to be said of a value: nothing ("ok"), "case", "later" or "wrong".

    `proposal` is the value meant, "" if nobody can tell.
    """

    verdict: str
    proposal: str = ""


@lru_cache(maxsize=1024)
def standing(name: str, value: str) -> Standing:
    """Return how a value of a nucleotide qualifier with a list stands to that list."""
    known = qualifier("DNA", name)
    assert known is not None  # asked for names of the table only
    head, colon, rest = _parted(known, value)
    later = (*known.later_values, *_LATER.get(name, ()))
    right = {one.lower(): one for one in known.values}
    if head in known.values or (known.any_case and head.lower() in right):
        return Standing("ok")
    if head in later:
        return Standing("later")
    alike = {_folded(one): one for one in (*known.values, *later)}
    if _folded(head) in alike:
        return Standing("case", alike[_folded(head)] + colon + rest.strip())
    return Standing("wrong", _synonym(name, head) and _synonym(name, head) + colon + rest)


def _parted(known: QualifierName, value: str) -> tuple[str, str, str]:
    if known.kind is not ValueKind.LIST_WITH_SUFFIX:
        return value, "", ""
    return value.partition(":")


def _folded(text: str) -> str:
    return _SEPARATORS.sub(" ", text.strip()).lower()


def _synonym(name: str, head: str) -> str:
    if name == "regulatory_class":
        former = former_key("DNA", head)
        return former.value if former and former.qualifier == name else ""
    return _SYNONYMS.get(name, {}).get(_folded(head), "")


def judged(one: Qualifier, *, other: str = "") -> Iterator[Hit]:
    """Yield what is wrong with a value from a list.

    `other` is the value for all else, "" if the list has none; the text then goes to a note.
    """
    value = given(one)
    found = standing(one.name, value) if value else Standing("ok")
    if found.verdict == "later":
        yield told(value, level=Level.WARNING, variant="later")
    elif found.verdict == "wrong":
        if found.proposal:
            yield told(value, found.proposal)
        else:
            yield told(value, other or None, note=value if other else "")
