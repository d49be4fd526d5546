"""Feature keys: which there are for which molecule type (ST.26 par. 62; Annex I, Sec. 5, 7)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from difflib import get_close_matches

from seqeditor.domain.sequence import MOLTYPES, Feature, Qualifier, Sequence
from seqeditor.rules.feature.changes import with_features, with_note
from seqeditor.rules.finding import Finding, Hit, Level, Scope, hit
from seqeditor.rules.rule import Applicability, Repair, rule
from seqeditor.rules.view import FeatureContext
from seqeditor.texts import N_
from seqeditor.vocabulary.features import (
    FeatureKey,
    feature_key,
    feature_keys,
    former_key,
    insdc_only_keys,
    key_in_right_case,
)

_TWINS = {
    "misc_feature": "REGION",
    "variation": "VARIANT",
    "unsure": "UNSURE",
    "mat_peptide": "CHAIN",
    "sig_peptide": "SIGNAL",
    "propeptide": "PROPEP",
    "transit_peptide": "TRANSIT",
    "repeat_region": "REPEAT",
}
"""Keys that say the same of nucleotides and of amino acids."""

_NUCLEOTIDE_TWINS = {amino: nucleotide for nucleotide, amino in _TWINS.items()} | {
    "SITE": "misc_feature"
}

_CLOSE = 0.75


def _index(finding: Finding) -> int:
    return int(finding.path[1])


def _renamed(sequence: Sequence, finding: Finding) -> Sequence:
    index = _index(finding)
    feature = replace(sequence.features[index], key=str(finding.parameters["proposal"]))
    changed = with_features(sequence, index, feature)
    return with_note(changed, index, str(finding.parameters.get("note", "")))


def _proposed(finding: Finding) -> bool:
    return bool(finding.parameters.get("proposal"))


def _known(feature: Feature, context: FeatureContext) -> FeatureKey | None:
    return feature_key(context.sequence.moltype, feature.key)


def _of_the_other_kind(feature: Feature, context: FeatureContext) -> FeatureKey | None:
    other = "DNA" if context.sequence.moltype == "AA" else "AA"
    return key_in_right_case(other, feature.key)


@rule(
    "feat-key-case",
    Level.ERROR,
    "par. 62",
    Scope.FEATURE,
    moltypes=MOLTYPES,
    message=N_("The feature key “{value}” must be written {proposal}."),
    silences=("xml-outer-space",),
    repair=Repair(Applicability.SAFE, N_("Write {proposal}."), _renamed),
    older=("SOURCE",),
)
def key_case(feature: Feature, context: FeatureContext) -> Iterator[Hit]:
    """A feature key is written exactly as in the standard, upper and lower case included.

    Programs compare keys letter by letter. Up to DTD V1_2 the key source of amino-acid sequences
    was written SOURCE; the profile legacy only warns of that.

    Right: source
    Wrong: SOURCE

    Write the key as the standard does.
    """
    if _known(feature, context) is not None:
        return
    right = key_in_right_case(context.sequence.moltype, feature.key.strip())
    if right is not None:
        yield hit("key", value=feature.key, proposal=right.name)


@rule(
    "feat-key-wrong-molecule",
    Level.ERROR,
    "par. 62",
    Scope.FEATURE,
    moltypes=MOLTYPES,
    message=N_(
        "The feature key {value} is for amino-acid sequences; this one is {moltype}. Choose a key"
        " for nucleotides."
    ),
    variants={
        "AA": N_(
            "The feature key {value} is for nucleotide sequences; this one is AA. Choose a key for"
            " amino acids."
        )
    },
    repair=Repair(Applicability.ASK, N_("Use the key {proposal}."), _renamed, _proposed),
)
def key_of_other_molecule(feature: Feature, context: FeatureContext) -> Iterator[Hit]:
    """Nucleotide and amino-acid sequences have each their own feature keys.

    Only source is common to both. Keys of amino acids are in capitals, such as VARIANT; those of
    nucleotides mostly are not, such as variation.

    Right: VARIANT in an AA sequence, variation in a DNA sequence
    Wrong: VARIANT in a DNA sequence

    Choose the key that says the same: REGION for misc_feature, VARIANT for variation, CHAIN for
    mat_peptide.
    """
    moltype = context.sequence.moltype
    if _known(feature, context) or key_in_right_case(moltype, feature.key.strip()):
        return
    other = _of_the_other_kind(feature, context)
    if other is None or former_key(moltype, feature.key) is not None:
        return
    twins = _TWINS if moltype == "AA" else _NUCLEOTIDE_TWINS
    yield hit(
        "key",
        value=feature.key,
        variant="AA" if moltype == "AA" else "",
        moltype=moltype,
        proposal=twins.get(other.name, ""),
    )


def _converted(sequence: Sequence, finding: Finding) -> Sequence:
    index = _index(finding)
    feature = sequence.features[index]
    former = former_key(sequence.moltype, feature.key)
    assert former is not None  # the finding says so
    names = feature.qualifiers
    if former.qualifier and former.qualifier not in {q.name for q in names}:
        names = (*names, Qualifier(former.qualifier, former.value))
    if former.needs_note and not any(q.name == "note" for q in names):
        names = (*names, Qualifier("note", feature.key))
    new = replace(feature, key=former.replacement, qualifiers=names)
    return with_features(sequence, index, new)


@rule(
    "feat-key-obsolete-st25",
    Level.ERROR,
    "par. 62; Annex VII",
    Scope.FEATURE,
    moltypes=MOLTYPES,
    message=N_("The feature key {value} comes from ST.25. In ST.26 it is {replacement}."),
    repair=Repair(
        Applicability.ASK,
        N_("Write {replacement}."),
        _converted,
        # Where the meaning must go to a note, a person should read it.
        sure=lambda finding: not finding.parameters["note"],
    ),
)
def key_of_st25(feature: Feature, context: FeatureContext) -> Iterator[Hit]:
    """Keys that only ST.25 had are not used in ST.26.

    Many became values of a qualifier: a promoter is now the key regulatory with regulatory_class
    promoter. Others have a new name, or are told by misc_feature with a note.

    Right: regulatory, with regulatory_class promoter
    Wrong: promoter

    Use the new key with the qualifier named; keep the old word in a note where nothing else says
    it.
    """
    moltype = context.sequence.moltype
    former = former_key(moltype, feature.key) if not _known(feature, context) else None
    if former is None or key_in_right_case(moltype, feature.key):
        return
    replacement = former.replacement
    if former.qualifier:
        replacement = f"{replacement} ({former.qualifier} {former.value})"
    yield hit("key", value=feature.key, replacement=replacement, note=int(former.needs_note))


@rule(
    "feat-key-unknown",
    Level.ERROR,
    "par. 62; Annex I Sec. 5, 7",
    Scope.FEATURE,
    moltypes=MOLTYPES,
    message=N_(
        "“{value}” is no feature key of ST.26 for {moltype}. Choose one, or use {general} with a"
        " note."
    ),
    repair=Repair(Applicability.ASK, N_("Use the key {proposal}."), _renamed),
)
def key_unknown(feature: Feature, context: FeatureContext) -> Iterator[Hit]:
    """A feature key is one that the standard lists for the molecule type.

    There are 49 keys for nucleotides and 39 for amino acids; no others may be used, whatever the
    databases have.

    Right: misc_feature in a DNA sequence
    Wrong: primer in a DNA sequence

    Choose the key that fits best. For all that has no key of its own use misc_feature (nucleotides)
    or REGION or SITE (amino acids) and say in a note what it is.
    """
    moltype = context.sequence.moltype
    text = feature.key.strip()
    if not text or _known(feature, context) or key_in_right_case(moltype, text):
        return
    if former_key(moltype, feature.key) or _of_the_other_kind(feature, context):
        return
    general = "REGION" if moltype == "AA" else "misc_feature"
    close = _close(text, moltype)
    note = {} if close else {"note": text}
    yield Hit(
        ("key",),
        value=feature.key,
        parameters={
            "moltype": moltype,
            "general": general,
            "proposal": close or general,
            **note,
        },
    )


def _close(text: str, moltype: str) -> str:
    if len(text) > 40 or text in insdc_only_keys():
        return ""
    names = {key.name.lower(): key.name for key in feature_keys(moltype) if key.name != "source"}
    found = get_close_matches(text.lower(), names, 1, _CLOSE)
    return names[found[0]] if found else ""
