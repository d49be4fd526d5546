"""Which free texts want a value in a second language (ST.26 par. 76, 87; Annex I)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from seqeditor.domain.sequence import Feature, Qualifier
from seqeditor.vocabulary.modified_amino_acids import modified_amino_acids
from seqeditor.vocabulary.modified_bases import modified_bases
from seqeditor.vocabulary.qualifiers import QualifierName, qualifier

_RESIDUE = re.compile(r"[A-Z][a-z]{2}|[A-Z]|[acgtun]+|or|and")


def translatable(one: Qualifier, moltype: str) -> QualifierName | None:
    """Return what is known of a language-dependent qualifier, None for any other."""
    known = qualifier(moltype, one.name)
    return known if known is not None and known.language_dependent else None


def is_blank(text: str | None) -> bool:
    """Tell whether a text is absent or says nothing."""
    return text is None or not text.strip()


def _excused(one: Qualifier, codes: frozenset[str]) -> bool:
    """Tell that a text need not be translated: a name, a code, one word, a list of residues."""
    text = (one.value or "").strip()
    words = re.split(r"[\s,;/()-]+", text)
    return (
        one.name == "organism"
        or " " not in text
        or text.casefold() in codes
        or all(_RESIDUE.fullmatch(word) for word in words if word)
    )


@cache
def _codes() -> frozenset[str]:
    bases = [(one.abbreviation, one.name) for one in modified_bases()]
    acids = [(one.abbreviation, one.name) for one in modified_amino_acids()]
    return frozenset(text.casefold() for pair in (*bases, *acids) for text in pair if text)


def untranslated(features: tuple[Feature, ...], moltype: str) -> Iterator[tuple[int, int]]:
    """Yield the indexes of feature and qualifier of the free texts in English alone."""
    codes = _codes()
    for index, feature in enumerate(features):
        for place, one in enumerate(feature.qualifiers):
            # A single word is excused, and most values are one: asked first, for all come by here.
            if one.value is None or " " not in one.value or not is_blank(one.non_english):
                continue
            if translatable(one, moltype) and not _excused(one, codes):
                yield index, place
