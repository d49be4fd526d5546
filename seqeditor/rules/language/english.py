"""English values that do not look English (ST.26 par. 86-87): a light test, advice only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seqeditor.domain.sequence import Qualifier
from seqeditor.rules.finding import Hit, Level, Scope, hit
from seqeditor.rules.rule import rule
from seqeditor.rules.view import QualifierContext
from seqeditor.texts import N_


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SMALL_WORDS = {
    "fr": _words("le la les des du une et avec pour dans sur aux ou est"),
    "de": _words("der das und mit von oder eine einer eines nicht durch ist"),
    "es": _words("el la los las una con para del por y es como"),
}
_ENDINGS = re.compile(r"[a-z]{3,}(?:clique|logique|tique|ique|ische[rsn]?|ungen|keit|heit|ción)")
_ENGLISH_IQUE = _words(
    "unique technique oblique antique physique critique mystique clique boutique"
)
_TEXTS = ("note", "function", "product", "phenotype", "cell_type", "tissue_type", "dev_stage")
_WORD = re.compile(r"[^\W\d_]+")


def looks_english(text: str) -> bool:
    """Tell whether nothing speaks against a text being English."""
    words = {word.lower() for word in _WORD.findall(text)}
    if len(words) < 2:
        return True
    if any(len(words.intersection(small)) > 1 for small in _SMALL_WORDS.values()):
        return False
    return not any(_ENDINGS.fullmatch(word) for word in words - _ENGLISH_IQUE)


@rule(
    "lang-english-not-english",
    Level.INFO,
    "par. 86-87",
    Scope.QUALIFIER,
    names=_TEXTS,
    message=N_("“{value}” may not be English."),
)
def english_not_english(one: Qualifier, _context: QualifierContext) -> Iterator[Hit]:
    """INSDQualifier_value of a free text is in English.

    Looked for are a few small words and endings of French, German and Spanish, so this can be
    wrong; it is advice.

    Right: INSDQualifier_value: circular peptide
    Wrong: INSDQualifier_value: le peptide cyclique est lié au support

    Give the English text here, and the other one as non-English value.
    """
    if one.value and not looks_english(one.value):
        yield hit("value", value=one.value)
