"""Qualifier names: which there are, and where they may stand (ST.26 par. 62, 73, 75)."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from seqeditor.domain.path import at, put
from seqeditor.domain.sequence import MOLTYPES, Feature, Qualifier, Sequence
from seqeditor.rules.feature.changes import as_note
from seqeditor.rules.feature.misspelt import CLOSE
from seqeditor.rules.feature.notes import WANTED, has, missing
from seqeditor.rules.finding import Finding, Hit, Level, Scope, hit
from seqeditor.rules.rule import Applicability, Repair, rule
from seqeditor.rules.view import FeatureContext, QualifierContext
from seqeditor.texts import N_
from seqeditor.vocabulary.features import feature_key
from seqeditor.vocabulary.qualifiers import (
    insdc_only_qualifiers,
    name_in_right_case,
    qualifier,
    qualifiers,
)


def _renamed(sequence: Sequence, finding: Finding) -> Sequence:
    changed: Sequence = put(sequence, finding.path, str(finding.parameters["proposal"]))
    return changed


def _to_note(sequence: Sequence, finding: Finding) -> Sequence:
    changed: Sequence = put(sequence, finding.path[:4], as_note(at(sequence, finding.path[:4])))
    return changed


def _renamed_or_note(sequence: Sequence, finding: Finding) -> Sequence:
    if finding.parameters["proposal"] == "note":
        return _to_note(sequence, finding)
    return _renamed(sequence, finding)


@rule(
    "qual-case",
    Level.ERROR,
    "par. 73",
    Scope.QUALIFIER,
    moltypes=MOLTYPES,
    message=N_("The qualifier “{value}” must be written {proposal}."),
    silences=("xml-outer-space",),
    repair=Repair(Applicability.SAFE, N_("Write {proposal}."), _renamed),
    older=("ORGANISM", "MOL_TYPE", "NOTE"),
)
def name_case(one: Qualifier, context: QualifierContext) -> Iterator[Hit]:
    """A qualifier is written exactly as in the standard, upper and lower case included.

    Programs compare names letter by letter. Up to DTD V1_2 the qualifiers of amino-acid sequences
    were written MOL_TYPE, ORGANISM and NOTE; the profile legacy only warns of that.

    Right: mol_type
    Wrong: MOL_TYPE

    Write the name as the standard does.
    """
    moltype = context.sequence.moltype
    if qualifier(moltype, one.name) is None:
        right = name_in_right_case(moltype, one.name.strip())
        if right is not None:
            yield hit("name", value=one.name, proposal=right.name)


@rule(
    "qual-unknown",
    Level.ERROR,
    "par. 73; Annex I Sec. 6, 8",
    Scope.QUALIFIER,
    moltypes=MOLTYPES,
    message=N_("“{value}” is no qualifier of ST.26. Choose one, or say the same in a note."),
    variants={
        "AA": N_(
            "“{value}” is no qualifier of amino-acid sequences. They have only organism, mol_type"
            " and note; say the same in a note."
        )
    },
    repair=Repair(Applicability.ASK, N_("Make it “{proposal}”."), _renamed_or_note),
)
def name_unknown(one: Qualifier, context: QualifierContext) -> Iterator[Hit]:
    """A qualifier is one that the standard lists for the molecule type.

    The databases have more, such as db_xref, locus_tag or country; ST.26 leaves them out. For amino
    acids there are only organism, mol_type and note.

    Right: note
    Wrong: db_xref
    Wrong: locus_tag

    Choose the qualifier that fits, or say the same in a note.
    """
    moltype, text = context.sequence.moltype, one.name.strip()
    if not text or qualifier(moltype, one.name) or name_in_right_case(moltype, text):
        return
    variant = "AA" if moltype == "AA" else ""
    yield hit("name", value=one.name, variant=variant, proposal=_close(text, moltype) or "note")


def _close(text: str, moltype: str) -> str:
    if len(text) > 40 or text in insdc_only_qualifiers():
        return ""
    names = {known.name.lower(): known.name for known in qualifiers(moltype)}
    found = get_close_matches(text.lower(), names, 1, CLOSE)
    return names[found[0]] if found else ""


@rule(
    "qual-not-allowed",
    Level.ERROR,
    "par. 62, 73; Annex I Sec. 5, 7",
    Scope.QUALIFIER,
    moltypes=MOLTYPES,
    message=N_("{value} cannot be used with {key}. Say the same in a note, or in another feature."),
    repair=Repair(Applicability.ASK, N_("Make it a note."), _to_note),
)
def not_with_this_key(one: Qualifier, context: QualifierContext) -> Iterator[Hit]:
    """A qualifier stands only with the feature keys for which the standard lists it.

    codon_start, for example, belongs to CDS and not to gene.

    Right: codon_start in CDS
    Wrong: codon_start in gene

    Move it to the feature it belongs to, or say the same in a note.
    """
    moltype = context.sequence.moltype
    key = feature_key(moltype, context.feature.key)
    if key is None or key.allows(one.name) or qualifier(moltype, one.name) is None:
        return
    if _is_the_missing_source(context):
        return  # that source is missing is the fault
    # The databases allow circular_RNA with further keys; no edition read here bans it.
    if one.name == "circular_RNA" and key.name != "source":
        return
    yield hit("name", value=one.name, key=key.name)


def _is_the_missing_source(context: QualifierContext) -> bool:
    """Tell whether a feature says what source says, in a sequence that has no source."""
    of_source = has(context.feature, "organism") and has(context.feature, "mol_type")
    features = context.sequence.features
    return of_source and all(one.key.strip().lower() != "source" for one in features)


@rule(
    "qual-mandatory-missing",
    Level.ERROR,
    "par. 75; Annex I",
    Scope.FEATURE,
    moltypes=MOLTYPES,
    message=N_("{key} at {location} lacks the qualifier {name}. Add it."),
    repair=WANTED,
)
def mandatory_missing(feature: Feature, context: FeatureContext) -> Iterator[Hit]:
    """Some feature keys have mandatory qualifiers.

    source needs organism and mol_type, modified_base mod_base, regulatory regulatory_class, ncRNA
    ncRNA_class, operon operon, mobile_element mobile_element_type, misc_binding and protein_bind
    bound_moiety. Notes of amino-acid features have a rule of their own.

    Right: source with organism and mol_type
    Wrong: source with organism alone

    Add the qualifier and fill it in. For amino acids mol_type is always protein.
    """
    if not feature.qualifiers:
        return
    for name in missing(feature, context):
        sure = context.sequence.moltype == "AA" and name == "mol_type"
        yield hit(
            "qualifiers", key=feature.key, location=feature.location, name=name, sure=int(sure)
        )
