"""Texts in two languages: NonEnglishQualifier_value beside INSDQualifier_value (par. 76, 85-87)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from seqeditor.domain.mention import MentionKind
from seqeditor.domain.path import at, put
from seqeditor.domain.sequence import Qualifier, Sequence
from seqeditor.rules.finding import Finding, Hit, Level, Scope, hit
from seqeditor.rules.language.untranslated import is_blank, translatable
from seqeditor.rules.listing.columns import columns
from seqeditor.rules.rule import Applicability, Repair, rule
from seqeditor.rules.view import ListingContext, ListingView, QualifierContext
from seqeditor.texts import N_, nN_
from seqeditor.vocabulary.qualifiers import qualifier

_TWO_WORDS = re.compile(r"[^\W\d_]{3,}.*\s[^\W\d_]{3,}", re.DOTALL)
_SINGLY = 500
"""So many sequences are named; in a listing hardly begun to be translated they are all."""
_NAMES = frozenset({"organism", "strain", "clone", "isolate", "cultivar", "variety", "serovar"})
_NAMES_TOO = frozenset({"collected_by", "identified_by", "clone_lib", "tissue_lib", "sub_strain"})


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
    if is_blank(one.non_english) or known is None or not known.takes_value:
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
    if translatable(one, context.sequence.moltype) is None:
        return
    if not is_blank(one.non_english) and is_blank(one.value):
        feature = context.feature
        where = feature.location
        yield hit("value", value=one.value, name=one.name, key=feature.key, location=where)


@rule(
    "lang-noneng-partial",
    Level.INFO,
    "par. 87",
    Scope.LISTING,
    profiles={"strict": Level.WARNING},
    message=nN_(
        "{count} qualifier of this sequence has no value in the second language.",
        "{count} qualifiers of this sequence have no value in the second language.",
    ),
    variants={
        "more": nN_(
            "{count} more sequence has a qualifier without a value in the second language.",
            "{count} more sequences have qualifiers without a value in the second language.",
        )
    },
)
def noneng_partial(view: ListingView, context: ListingContext) -> Iterator[Hit]:
    """Where some texts of a listing have a non-English value, all free texts have one.

    A reader of the other language otherwise meets texts in English. Latin names, codes of the
    tables, single words and lists of residues need no translation.

    Right: two notes, both with a German value
    Wrong: two notes, one of them with a German value

    Add the missing non-English values.
    """
    if not columns(view, context).non_english:
        return
    more = 0
    for told, one in enumerate(view.mentions(MentionKind.UNTRANSLATED)):
        if told >= _SINGLY:
            more += 1
            continue
        path, count = one.mention.path, one.mention.length or 0
        yield hit(*path, sequence=one.sequence, count=count)
    if more:
        yield hit(variant="more", count=more)


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
    if translatable(one, context.sequence.moltype) is None or one.name in _NAMES | _NAMES_TOO:
        return
    text = (one.value or "").strip()
    if text and text == (one.non_english or "").strip() and _TWO_WORDS.search(text):
        yield hit("non_english", value=one.non_english, name=one.name)
