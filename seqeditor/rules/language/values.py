"""Texts in two languages: NonEnglishQualifier_value beside INSDQualifier_value (par. 76, 85-87)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from seqeditor.domain.path import at, put
from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from seqeditor.rules.finding import Finding, Hit, Level, Scope, hit
from seqeditor.rules.rule import Applicability, Repair, rule
from seqeditor.rules.view import QualifierContext, SequenceContext
from seqeditor.texts import N_, nN_
from seqeditor.vocabulary.modified_amino_acids import modified_amino_acids
from seqeditor.vocabulary.modified_bases import modified_bases
from seqeditor.vocabulary.qualifiers import QualifierName, qualifier

_TWO_WORDS = re.compile(r"[^\W\d_]{3,}.*\s[^\W\d_]{3,}", re.DOTALL)
_RESIDUE = re.compile(r"[A-Z][a-z]{2}|[A-Z]|[acgtun]+|or|and")
_NAMES = frozenset({"organism", "strain", "clone", "isolate", "cultivar", "variety", "serovar"})
_NAMES_TOO = frozenset({"collected_by", "identified_by", "clone_lib", "tissue_lib", "sub_strain"})


def _translatable(one: Qualifier, moltype: str) -> QualifierName | None:
    known = qualifier(moltype, one.name)
    return known if known is not None and known.language_dependent else None


def _blank(text: str | None) -> bool:
    return text is None or not text.strip()


def _without(sequence: Sequence, finding: Finding) -> Sequence:
    place = finding.path[:-1]
    new: Sequence = put(sequence, place, replace(at(sequence, place), non_english=None))
    return new


@rule(
    "lang-noneng-not-allowed",
    Level.ERROR,
    "par. 76, 87",
    Scope.QUALIFIER,
    message=N_(
        "{name} is not language-dependent, so it takes no non-English value. Leave the value out."
    ),
    variants={
        "uncertain": N_(
            "{name} is perhaps not language-dependent; some Offices may not take a non-English"
            " value there."
        )
    },
    repair=Repair(Applicability.ASK, N_("Remove the non-English value."), _without),
)
def noneng_not_allowed(one: Qualifier, context: QualifierContext) -> Iterator[Hit]:
    """A NonEnglishQualifier_value stands only with language-dependent qualifiers, such as note.

    Numbers, codes, sequences and words from a list are the same in every language.

    Right: a German value of note
    Wrong: a German value of mol_type

    Leave the non-English value out. If it says something more, put that into a note.
    """
    known = qualifier(context.sequence.moltype, one.name)
    if _blank(one.non_english) or known is None or not known.takes_value:
        return
    if known.language_dependence_uncertain:
        level, variant = Level.WARNING, "uncertain"
        yield hit("non_english", value=one.non_english, name=one.name, level=level, variant=variant)
    elif not known.language_dependent:
        yield hit("non_english", value=one.non_english, name=one.name)


@rule(
    "lang-english-missing",
    Level.WARNING,
    "par. 76, 85-87; 37 CFR 1.833(b)(3)",
    Scope.QUALIFIER,
    profiles={"us": Level.ERROR, "strict": Level.ERROR},
    message=N_("{name} of {key} at {location} has no English value. Some Offices need one."),
)
def english_missing(one: Qualifier, context: QualifierContext) -> Iterator[Hit]:
    """A language-dependent qualifier has an English value, alone or beside the other one.

    The standard lets an Office take a value in its own language alone; others, such as the US
    Office, need English.

    Right: circular peptide, with the German value cyclisches Peptid
    Wrong: only the German value cyclisches Peptid

    Add the English text in INSDQualifier_value.
    """
    if _translatable(one, context.sequence.moltype) is None:
        return
    if not _blank(one.non_english) and _blank(one.value):
        feature = context.feature
        where = feature.location
        yield hit("value", value=one.value, name=one.name, key=feature.key, location=where)


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


def _untranslated(features: tuple[Feature, ...], moltype: str) -> Iterator[tuple[int, int]]:
    codes = _codes()
    for index, feature in enumerate(features):
        for place, one in enumerate(feature.qualifiers):
            missing = _blank(one.non_english) and not _blank(one.value)
            if missing and _translatable(one, moltype) and not _excused(one, codes):
                yield index, place


@rule(
    "lang-noneng-partial",
    Level.INFO,
    "par. 87",
    Scope.SEQUENCE,
    profiles={"strict": Level.WARNING},
    message=nN_(
        "{count} qualifier of sequence {number} has no value in the second language.",
        "{count} qualifiers of sequence {number} have no value in the second language.",
    ),
)
def noneng_partial(sequence: Sequence, context: SequenceContext) -> Iterator[Hit]:
    """Where some texts of a sequence have a non-English value, all free texts have one.

    A reader of the other language otherwise meets texts in English. Latin names, codes of the
    tables, single words and lists of residues need no translation.

    Right: two notes, both with a German value
    Wrong: two notes, one of them with a German value

    Add the missing non-English values.
    """
    if not any(not _blank(q.non_english) for f in sequence.features for q in f.qualifiers):
        return
    missing = list(_untranslated(sequence.features, sequence.moltype))
    if missing:
        index, place = missing[0]
        first = ("features", index, "qualifiers", place)
        yield hit(*first, count=len(missing), number=context.number)


@rule(
    "lang-noneng-equal",
    Level.INFO,
    "par. 87",
    Scope.QUALIFIER,
    message=N_("The English and the non-English value of {name} are the same text: “{value}”."),
)
def noneng_equal(one: Qualifier, context: QualifierContext) -> Iterator[Hit]:
    """A non-English value differs from the English one, unless both are a name or a number.

    The same sentence twice has usually been left untranslated.

    Right: English: circular peptide; German: cyclisches Peptid
    Wrong: English: circular peptide; German: circular peptide

    Translate it, or leave the non-English value out.
    """
    if _translatable(one, context.sequence.moltype) is None or one.name in _NAMES | _NAMES_TOO:
        return
    text = (one.value or "").strip()
    if text and text == (one.non_english or "").strip() and _TWO_WORDS.search(text):
        yield hit("non_english", value=one.non_english, name=one.name)
