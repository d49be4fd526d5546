"""Qualifiers given more than once in a feature (ST.26 par. 75)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from seqeditor.domain.sequence import MOLTYPES, Feature, Qualifier, Sequence
from seqeditor.rules.feature.changes import as_note, without_qualifier
from seqeditor.rules.finding import Finding, Hit, Level, Scope, hit
from seqeditor.rules.rule import Applicability, Repair, rule
from seqeditor.rules.view import FeatureContext
from seqeditor.texts import N_, nN_
from seqeditor.vocabulary.qualifiers import qualifier

_OF_SOURCE = ("organism", "mol_type")


def _repeats(feature: Feature) -> Iterator[str]:
    """Yield the names given more than once, each once, in their order."""
    names = [q.name for q in feature.qualifiers]
    if len(set(names)) < len(names):
        yield from (name for name, count in Counter(names).items() if count > 1)


def _said(one: Qualifier) -> tuple[str, str, str]:
    return (one.name, one.value or "", one.non_english or "")


def _without(sequence: Sequence, finding: Finding) -> Sequence:
    return without_qualifier(sequence, int(finding.path[1]), int(finding.path[3]))


@rule(
    "qual-duplicate-exact",
    Level.WARNING,
    "-",
    Scope.FEATURE,
    message=N_("{name} is given twice with the same value. Remove one."),
    repair=Repair(Applicability.SAFE, N_("Remove the second one."), _without),
)
def equal_twice(feature: Feature, _context: FeatureContext) -> Iterator[Hit]:
    """No two qualifiers of a feature have the same name and the same value.

    The second one says nothing new.

    Right: note "a", note "b"
    Wrong: note "a", note "a"

    Remove one of them.
    """
    repeated = set(_repeats(feature))
    if feature.key == "source":
        repeated -= set(_OF_SOURCE)
    seen: set[tuple[str, str, str]] = set()
    for at, one in enumerate(feature.qualifiers):
        if one.name not in repeated:
            continue
        if _said(one) in seen:
            yield hit("qualifiers", at, value=one.value, name=one.name)
        seen.add(_said(one))


@rule(
    "qual-duplicate-single",
    Level.WARNING,
    "Annex I",
    Scope.FEATURE,
    moltypes=MOLTYPES,
    message=nN_(
        "{name} is given {count} time in {key} at {location}; one is expected.",
        "{name} is given {count} times in {key} at {location}; one is expected.",
    ),
)
def one_expected(feature: Feature, context: FeatureContext) -> Iterator[Hit]:
    """Qualifiers such as mod_base, codon_start or gene stand only once in a feature.

    Two different values contradict each other. note, product and some others may be repeated.

    Right: mod_base m5c
    Wrong: mod_base m5c, mod_base cm

    Keep the right one. If both hold, make two features.
    """
    for name in _repeats(feature):
        if feature.key == "source" and name in _OF_SOURCE:
            continue
        known = qualifier(context.sequence.moltype, name)
        different = {_said(one) for one in feature.qualifiers if one.name == name}
        if known is not None and not known.multiple and len(different) > 1:
            second = [at for at, q in enumerate(feature.qualifiers) if q.name == name][1]
            yield hit(
                "qualifiers",
                second,
                name=name,
                key=feature.key,
                location=feature.location,
                count=len(different),
            )


def _first_kept(sequence: Sequence, finding: Finding) -> Sequence:
    name = str(finding.parameters["name"])
    index = int(finding.path[1])
    feature = sequence.features[index]
    same = [q for q in feature.qualifiers if q.name == name]
    kept = tuple(q for q in feature.qualifiers if q.name != name or q is same[0])
    features = list(sequence.features)
    features[index] = replace(feature, qualifiers=kept)
    key = "REGION" if sequence.moltype == "AA" else "misc_feature"
    notes = (replace(as_note(q), ref=0) for q in same[1:] if _said(q) != _said(same[0]))
    features.extend(Feature(key, feature.location, (note,)) for note in notes)
    return replace(sequence, features=tuple(features))


@rule(
    "qual-source-duplicate",
    Level.ERROR,
    "par. 75",
    Scope.FEATURE,
    moltypes=MOLTYPES,
    keys=("source",),
    message=nN_(
        "source has {count} qualifier {name}. There must be exactly one.",
        "source has {count} qualifiers {name}. There must be exactly one; describe parts from other"
        " organisms with misc_feature or REGION and a note.",
    ),
    repair=Repair(Applicability.ASK, N_("Keep the first; say the others in a note."), _first_kept),
)
def source_twice(feature: Feature, _context: FeatureContext) -> Iterator[Hit]:
    """Source has exactly one organism and one mol_type.

    A sequence has one source. If its parts come from several organisms, the organism is that of the
    main part or "synthetic construct".

    Right: organism "Homo sapiens"
    Wrong: organism "Homo sapiens", organism "Mus musculus"

    Keep one. Describe the parts with misc_feature (nucleotides) or REGION (amino acids) and a note.
    """
    for name in _repeats(feature):
        if name in _OF_SOURCE:
            found = [at for at, q in enumerate(feature.qualifiers) if q.name == name]
            yield hit("qualifiers", found[1], name=name, count=len(found))
