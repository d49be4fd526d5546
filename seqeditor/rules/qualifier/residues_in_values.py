"""Residues inside qualifier values: replace and translation (ST.26 par. 86, 89, 97)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from seqeditor.domain.location import Between
from seqeditor.domain.path import at, put
from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from seqeditor.rules.finding import Finding, Hit, Level, Scope, hit
from seqeditor.rules.qualifier.proposals import NUCLEOTIDES, given, is_sure, proposed, told
from seqeditor.rules.rule import Applicability, Repair, rule
from seqeditor.rules.view import FeatureContext, QualifierContext
from seqeditor.texts import N_, nN_

_NUCLEOTIDES = re.compile(r"[acgtmrwsykvhdbn]*")
_LIST = re.compile(r"\s*[acgtu]+(?:\s*(?:,|/|\bor\b)\s*[acgtu]+)+\s*", re.IGNORECASE)
_DELETED = re.compile(r"\s*(?:del|deleted|deletion|-+)\s*", re.IGNORECASE)
_AMINO_ACIDS = re.compile(r"[A-Z]+")
_LONGEST = 1000
_BLANKS = ("xml-outer-space", "xml-line-break-in-value")


def _replace_mended(sequence: Sequence, finding: Finding) -> Sequence:
    old: Qualifier = at(sequence, finding.path[:4])
    name = "note" if finding.variant == "list" else old.name
    new = replace(old, name=name, value=str(finding.parameters["proposal"]))
    changed: Sequence = put(sequence, finding.path[:4], new)
    return changed


@rule(
    "qual-replace-nt-symbols",
    Level.ERROR,
    "par. 97; Annex I Sec. 6 6.58",
    Scope.QUALIFIER,
    moltypes=NUCLEOTIDES,
    names=("replace",),
    message=N_(
        "replace is “{value}”. It holds nothing but nucleotide symbols in lower case, or is empty"
        " for a deletion."
    ),
    variants={
        "list": N_(
            "replace is “{value}”. It holds the residues of one alternative only, in lower case;"
            " list several in a note."
        )
    },
    silences=_BLANKS,
    repair=Repair(
        Applicability.ASK,
        N_("Write “{proposal}”, a list as a note."),
        _replace_mended,
        proposed,
        is_sure,
    ),
)
def replace_symbols(one: Qualifier, _context: QualifierContext) -> Iterator[Hit]:
    """Replace holds the residues that stand there instead, or is empty for a deletion.

    Only one alternative fits in it; several are given by several features, or as a list in a note.

    Right: gat
    Wrong: GAT
    Wrong: a or g

    Write the residues in lower case, t for u. For a deletion leave the value empty. Anything else
    goes to a note.
    """
    value = one.value or ""
    if _NUCLEOTIDES.fullmatch(value):
        return
    plain = "".join(value.lower().split()).replace("u", "t")
    if _DELETED.fullmatch(value):
        yield told(value, "")
    elif _NUCLEOTIDES.fullmatch(plain) and " " not in value.strip():
        yield told(value, plain, sure=True)
    else:
        a_list = bool(_LIST.fullmatch(value))
        yield told(value, value if a_list else None, variant="list" if a_list else "")


@rule(
    "qual-replace-length",
    Level.ERROR,
    "par. 86, 95(c), 97",
    Scope.QUALIFIER,
    moltypes=NUCLEOTIDES,
    names=("replace",),
    message=nN_(
        "replace has {count} residue; at most 1000 are allowed. List the variant as a sequence of"
        " its own.",
        "replace has {count} residues; at most 1000 are allowed. List the variant as a sequence of"
        " its own.",
    ),
)
def replace_length(one: Qualifier, _context: QualifierContext) -> Iterator[Hit]:
    """Replace has at most 1000 residues.

    A variant that differs by more is listed as a sequence with a number of its own.

    Right: replace with 1000 residues
    Wrong: replace with 1001 residues

    Make a sequence of the variant and refer to it in a note.
    """
    count = len(one.value or "")
    if count > _LONGEST:
        yield told((one.value or "")[:60], count=count)


@rule(
    "qual-replace-equal",
    Level.WARNING,
    "par. 97",
    Scope.QUALIFIER,
    moltypes=NUCLEOTIDES,
    names=("replace",),
    message=N_("replace is “{value}”, which already stands at {location}."),
)
def replace_equal(one: Qualifier, context: QualifierContext) -> Iterator[Hit]:
    """Replace differs from the residues it replaces.

    Equal residues are no variant; either the location or the value is wrong.

    Right: replace c at a residue g
    Wrong: replace g at a residue g

    Correct one of them.
    """
    value, location = given(one), context.within.location
    spans = location.spans() if location is not None else ()
    if not value or len(spans) != 1 or context.within.location_faults:
        return
    first, last, strand = spans[0]
    if strand < 0 or last - first + 1 != len(value):
        return
    if context.sequence.residues.text(first, last) == value:
        yield told(value, location=context.feature.location)


@rule(
    "qual-replace-alternatives",
    Level.INFO,
    "par. 97",
    Scope.FEATURE,
    moltypes=NUCLEOTIDES,
    keys=("misc_difference", "unsure", "variation"),
    message=N_(
        "{key} at {location} has several replace. Each holds one alternative; make a feature for"
        " each, or list them in a note."
    ),
)
def replace_alternatives(feature: Feature, _context: FeatureContext) -> Iterator[Hit]:
    """A feature has one replace.

    Several alternatives at one place are several features, or a list in a note.

    Right: variation 60, replace c; variation 60, replace t
    Wrong: variation 60, replace c and replace t

    Divide the feature.
    """
    found = [i for i, one in enumerate(feature.qualifiers) if one.name == "replace"]
    if len(found) > 1:
        yield hit("qualifiers", found[1], key=feature.key, location=feature.location)


@rule(
    "qual-replace-insertion",
    Level.INFO,
    "par. 97",
    Scope.QUALIFIER,
    moltypes=NUCLEOTIDES,
    names=("replace",),
    message=N_(
        "replace is longer than {location}, and begins or ends with the residue there. An insertion"
        " is written with a location x^y and the inserted residues alone."
    ),
)
def replace_insertion(one: Qualifier, context: QualifierContext) -> Iterator[Hit]:
    """An insertion has a location between two residues, x^y, and replace holds what is inserted.

    A replace longer than its range says that residues are exchanged and others inserted.

    Right: 55^56, replace gat
    Wrong: 55, replace agat

    Use x^y for a pure insertion.
    """
    value, location = given(one), context.within.location
    if location is None or isinstance(location, Between) or context.within.location_faults:
        return
    spans = location.spans()
    if len(spans) != 1 or len(value) <= spans[0][1] - spans[0][0] + 1:
        return
    letters = context.sequence.residues.text(spans[0][0], spans[0][1])
    if letters and (value.startswith(letters) or value.endswith(letters)):
        yield told(value, location=context.feature.location)


def _mended(value: str) -> str:
    return "".join(value.split()).upper().rstrip("*")


def _translation_mended(sequence: Sequence, finding: Finding) -> Sequence:
    changed: Sequence = put(sequence, finding.path, _mended(at(sequence, finding.path)))
    return changed


@rule(
    "qual-translation-symbols",
    Level.ERROR,
    "Annex I 6.77",
    Scope.QUALIFIER,
    moltypes=NUCLEOTIDES,
    names=("translation",),
    message=N_(
        "translation has “{char}” at place {position}. It holds one-letter symbols of amino acids"
        " in upper case and nothing else."
    ),
    silences=_BLANKS,
    repair=Repair(
        Applicability.SAFE,
        N_("Write it in upper case, without spaces and without the stop at the end."),
        _translation_mended,
        lambda finding: bool(finding.parameters["mendable"]),
    ),
)
def translation_symbols(one: Qualifier, _context: QualifierContext) -> Iterator[Hit]:
    """Translation holds one-letter symbols of amino acids, without spaces and without a stop.

    The stop at the end is not written. X stands for an amino acid without a symbol.

    Right: MKTX
    Wrong: MKT*
    Wrong: Met Lys Thr

    Write the symbols in upper case and leave out spaces and the stop.
    """
    value = given(one)
    if not value or _AMINO_ACIDS.fullmatch(value):
        return
    head = _AMINO_ACIDS.match(value)
    position = head.end() if head else 0
    yield Hit(
        ("value",),
        value=value[:60],
        parameters={
            "char": value[position],
            "position": position + 1,
            # Lower case and a stop can be put right; anything else a person must look at.
            "mendable": int(bool(_AMINO_ACIDS.fullmatch(_mended(value)))),
        },
    )
