"""mod_base: the modified nucleotides of Table 2 (ST.26 par. 17; Annex I, Sec. 2)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from seqeditor.domain.sequence import Qualifier
from seqeditor.rules.finding import Hit, Level, Scope
from seqeditor.rules.qualifier.proposals import NUCLEOTIDES, REWRITE_OR_NOTE, given, told
from seqeditor.rules.rule import rule
from seqeditor.rules.view import QualifierContext
from seqeditor.texts import N_
from seqeditor.vocabulary.modified_bases import (
    former_abbreviation,
    modified_base,
    modified_bases,
)


@cache
def _names() -> dict[str, str]:
    """Return abbreviations by themselves and by full name, all in lower case."""
    bases = [one for one in modified_bases() if not one.needs_note]
    names = {one.name.lower(): one.abbreviation for one in bases}
    return names | {one.abbreviation.lower(): one.abbreviation for one in bases}


@rule(
    "qual-mod-base-value",
    Level.ERROR,
    "par. 17; Annex I Sec. 2",
    Scope.QUALIFIER,
    moltypes=NUCLEOTIDES,
    names=("mod_base",),
    message=N_(
        "The mod_base “{value}” is not in Table 2 of the standard. Use OTHER, and give the full"
        " name in a note."
    ),
    variants={
        "known": N_("The mod_base “{value}” must be written “{proposal}”."),
        "former": N_("The mod_base “{value}” was used in older standards. Write “{proposal}”."),
    },
    silences=("xml-outer-space", "xml-line-break-in-value", "xml-not-basic-latin"),
    repair=REWRITE_OR_NOTE,
)
def mod_base_value(one: Qualifier, _context: QualifierContext) -> Iterator[Hit]:
    """mod_base is an abbreviation of Table 2, or OTHER.

    The abbreviations are fixed and written exactly as there: m5c, not M5C or 5-methylcytosine.

    Right: m5c
    Wrong: 5-methylcytosine

    Choose the abbreviation. For a nucleotide that is not in the table use OTHER and give its full
    chemical name in a note.
    """
    value = given(one)
    if not value or modified_base(value) is not None:
        return
    former = former_abbreviation(value)
    if former is not None:
        level = Level.WARNING if value == "d" else None
        yield told(value, former, level=level, variant="former")
        return
    plain = " ".join(value.split())
    known = _names().get(plain.lower())
    if known is not None:
        yield told(value, known, sure=True, variant="known")
    elif plain.lower() == "other":
        yield told(value, "OTHER", sure=True, variant="known")
    else:
        yield told(value, "OTHER", note=plain)
