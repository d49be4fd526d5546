"""Whether a qualifier has a value, and how long it may be (ST.26 par. 42, 76, 86)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from seqeditor.domain.path import at, put
from seqeditor.domain.sequence import MOLTYPES, Qualifier, Sequence
from seqeditor.rules.feature.changes import with_note
from seqeditor.rules.finding import Finding, Hit, Level, Scope, hit
from seqeditor.rules.qualifier.proposals import NUCLEOTIDES, given
from seqeditor.rules.rule import Applicability, Repair, rule
from seqeditor.rules.view import QualifierContext
from seqeditor.texts import N_, nN_
from seqeditor.vocabulary.qualifiers import ValueKind, name_in_right_case, qualifier, qualifiers

_FLAGS = tuple(one.name for one in qualifiers("DNA") if one.kind is ValueKind.NONE)
_TRUE = frozenset({"yes", "true", "y", "1"})


@rule(
    "qual-value-missing",
    Level.ERROR,
    "par. 76; Annex I",
    Scope.QUALIFIER,
    moltypes=MOLTYPES,
    message=N_("{name} of {key} at {location} has no value. Fill it in."),
    silences=("xml-outer-space", "xml-line-break-in-value"),
)
def value_missing(one: Qualifier, context: QualifierContext) -> Iterator[Hit]:
    """A qualifier has a value, unless the standard gives it none.

    An empty qualifier says nothing. Only replace may be empty: that stands for a deletion. A
    language-dependent qualifier may have its value in the other language alone.

    Right: note "GNA"
    Wrong: note ""

    Fill in the value, or remove the qualifier.
    """
    if given(one):
        return
    # A name that is wrong only by its capitals needs its value all the same.
    moltype = context.sequence.moltype
    known = qualifier(moltype, one.name) or name_in_right_case(moltype, one.name)
    if known is None or not known.takes_value or known.may_be_empty:
        return
    elsewhere = known.language_dependent or known.language_dependence_uncertain
    if elsewhere and (one.non_english or "").strip():
        return
    feature = context.feature
    yield hit("value", value=one.value, name=one.name, key=feature.key, location=feature.location)


def _without_value(sequence: Sequence, finding: Finding) -> Sequence:
    old: Qualifier = at(sequence, finding.path[:4])
    bare = replace(old, value=None, non_english=None)
    changed: Sequence = put(sequence, finding.path[:4], bare)
    for text in filter(None, (old.value, old.non_english)):
        if not _says_yes(text, old.name):
            changed = with_note(changed, int(finding.path[1]), text)
    return changed


def _says_yes(text: str, name: str) -> bool:
    return text.strip().lower() in _TRUE or text.strip() == name


@rule(
    "qual-value-not-allowed",
    Level.ERROR,
    "par. 76; Annex I Sec. 6",
    Scope.QUALIFIER,
    moltypes=NUCLEOTIDES,
    names=_FLAGS,
    message=N_("{name} takes no value; it says “{value}”. Leave the value out."),
    silences=("xml-outer-space",),
    repair=Repair(
        Applicability.ASK,
        N_("Leave out the value; text goes to a note."),
        _without_value,
        sure=lambda finding: _says_yes(finding.value or "", str(finding.parameters["name"])),
    ),
)
def value_not_allowed(one: Qualifier, _context: QualifierContext) -> Iterator[Hit]:
    """Some qualifiers say all by their name and take no value.

    They are circular_RNA, environmental_sample, germline, macronuclear, proviral, pseudo,
    rearranged, ribosomal_slippage and trans_splicing.

    Right: pseudo
    Wrong: pseudo "yes"

    Leave the value out. If it says more than "yes", put it in a note.
    """
    value = given(one) or (one.non_english or "").strip()
    if value:
        yield hit("value", value=value, name=one.name)


@rule(
    "qual-value-empty-element",
    Level.WARNING,
    "par. 42, 76",
    Scope.QUALIFIER,
    moltypes=NUCLEOTIDES,
    names=_FLAGS,
    message=N_("{name} takes no value. Leave out the empty value element too."),
    silences=("xml-outer-space", "xml-line-break-in-value", "xml-optional-empty"),
    repair=Repair(
        Applicability.SAFE,
        N_("Leave out the empty value."),
        lambda sequence, finding: put(sequence, finding.path, None),
    ),
)
def empty_element(one: Qualifier, _context: QualifierContext) -> Iterator[Hit]:
    """A qualifier without a value has no value element, not even an empty one.

    The standard asks that elements without content are left out.

    Right: <INSDQualifier_name>pseudo</INSDQualifier_name> alone
    Wrong: <INSDQualifier_name>pseudo</INSDQualifier_name><INSDQualifier_value/>

    Leave the element out. The program does so by itself for new qualifiers.
    """
    if one.value is not None and not given(one) and not (one.non_english or "").strip():
        yield hit("value", value=one.value, name=one.name)


@rule(
    "qual-too-long",
    Level.ERROR,
    "par. 86, 97",
    Scope.QUALIFIER,
    moltypes=MOLTYPES,
    message=nN_(
        "{name} has {count} character; at most 1000 are allowed. Shorten it or divide it.",
        "{name} has {count} characters; at most 1000 are allowed. Shorten it or divide it.",
    ),
    variants={
        "non_english": nN_(
            "The non-English value of {name} has {count} character; at most 1000 are allowed.",
            "The non-English value of {name} has {count} characters; at most 1000 are allowed.",
        )
    },
)
def too_long(one: Qualifier, context: QualifierContext) -> Iterator[Hit]:
    """A free text has at most 1000 characters.

    They are counted as read, so "&lt;" is one character. The value of translation may be longer.

    Right: a note of 1000 characters
    Wrong: a note of 1001 characters

    Shorten the text, or divide it into several notes.
    """
    if len(one.value or "") <= 1000 and len(one.non_english or "") <= 1000:
        return
    known = qualifier(context.sequence.moltype, one.name)
    if known is None or known.longest is None or one.name == "replace":
        return
    for field, text in (("value", one.value or ""), ("non_english", one.non_english or "")):
        if len(text) > known.longest:
            variant = "non_english" if field == "non_english" else ""
            yield hit(field, value=text[:60], variant=variant, name=one.name, count=len(text))
