"""The feature source: one, over the whole sequence (ST.26 par. 63)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from seqeditor.domain.location import normalise, whole
from seqeditor.domain.path import put
from seqeditor.domain.sequence import Feature, Sequence
from seqeditor.rules.feature.changes import as_note, with_features
from seqeditor.rules.feature.misspelt import is_misspelt_key
from seqeditor.rules.finding import Finding, Hit, Level, Scope, hit
from seqeditor.rules.rule import Applicability, Repair, rule
from seqeditor.rules.sequence.content import SOURCE_WANTED
from seqeditor.rules.view import FeatureContext, SequenceContext
from seqeditor.texts import N_, nN_

SOURCE_KEYS = ("source", "SOURCE")
"""The key, and how it was written for amino acids up to DTD V1_2: another rule speaks of that."""


def _sources(sequence: Sequence) -> list[int]:
    """Return where source features are, also such as are written otherwise (SOURCE)."""
    return [at for at, f in enumerate(sequence.features) if f.key.strip().lower() == "source"]


@rule(
    "feat-source-missing",
    Level.ERROR,
    "par. 63",
    Scope.SEQUENCE,
    message=N_(
        "Sequence {number} has no feature source. Add it, with organism and mol_type, from the"
        " first to the last residue."
    ),
    repair=SOURCE_WANTED,
)
def source_missing(sequence: Sequence, context: SequenceContext) -> Iterator[Hit]:
    """Every sequence has the feature source.

    It says from which organism the sequence comes and what kind of molecule it is. For a sequence
    made by people the organism is "synthetic construct".

    Right: source 1..30, then CDS 1..9
    Wrong: CDS 1..9 alone

    Add source from the first to the last residue and fill in organism and mol_type.
    """
    # A feature without a key may be the one, and is a fault of its own; so is a misspelt key.
    told = (
        not f.key.strip() or is_misspelt_key(f, "source", sequence.moltype)
        for f in sequence.features
    )
    if not _sources(sequence) and not any(told):
        yield hit("features", number=context.number)


def _turned(sequence: Sequence, _finding: Finding) -> Sequence:
    for index in _sources(sequence)[1:]:
        feature = sequence.features[index]
        key = "REGION" if sequence.moltype == "AA" else "misc_feature"
        names = tuple(q if q.name == "note" else as_note(q) for q in feature.qualifiers)
        sequence = with_features(sequence, index, replace(feature, key=key, qualifiers=names))
    return sequence


@rule(
    "feat-source-multiple",
    Level.ERROR,
    "par. 63",
    Scope.SEQUENCE,
    message=nN_(
        "Sequence {number} has {count} feature source. There must be exactly one.",
        "Sequence {number} has {count} features source. There must be exactly one; describe parts"
        " from other sources with misc_feature or REGION and a note.",
    ),
    repair=Repair(
        Applicability.ASK,
        N_("Keep the first source, make the others a feature with notes."),
        _turned,
    ),
)
def several_sources(sequence: Sequence, context: SequenceContext) -> Iterator[Hit]:
    """A sequence has only one feature source.

    A sequence with parts from several organisms is a synthetic construct, or takes the organism of
    its main part; the standard has no second source for it.

    Right: source 1..30
    Wrong: source 1..15; source 16..30

    Keep one source over the whole sequence. Describe the parts with misc_feature (nucleotides) or
    REGION (amino acids) and a note that names their organism.
    """
    found = _sources(sequence)
    if len(found) > 1:
        yield hit("features", found[1], number=context.number, count=len(found))


def _spanned(sequence: Sequence, finding: Finding) -> Sequence:
    changed: Sequence = put(sequence, finding.path, str(finding.parameters["proposal"]))
    return changed


@rule(
    "feat-source-span",
    Level.ERROR,
    "par. 63",
    Scope.FEATURE,
    keys=SOURCE_KEYS,
    message=N_("The location of source is “{value}”. It must be the whole sequence, {proposal}."),
    silences=("loc-*",),
    repair=Repair(Applicability.SAFE, N_("Set the location to {proposal}."), _spanned),
)
def source_span(_feature: Feature, context: FeatureContext) -> Iterator[Hit]:
    """Source reaches from the first to the last residue, without < or > and without operators.

    What it says holds for the whole sequence.

    Right: 1..133 for 133 residues
    Wrong: 1..130 for 133 residues
    Wrong: <1..133

    Set the location to 1..N, N being the number of residues.
    """
    location, count = context.location, context.within.residue_count
    if location is None or not count:
        return
    # Where length and source agree, it is the residues that do not: one fault, told once.
    if normalise(location) in (whole(count), whole(context.within.stated_length)):
        return
    if len(_sources(context.sequence)) == 1:
        yield hit("location", value=context.feature.location, proposal=str(whole(count)))


def _first(sequence: Sequence, finding: Finding) -> Sequence:
    index = int(finding.path[1])
    features = sequence.features
    rest = features[:index] + features[index + 1 :]
    return replace(sequence, features=(features[index], *rest))


@rule(
    "feat-source-not-first",
    Level.INFO,
    "Annex I",
    Scope.SEQUENCE,
    message=N_("source usually is the first feature; here it is number {position}."),
    repair=Repair(Applicability.SAFE, N_("Move source to the top."), _first),
)
def source_not_first(sequence: Sequence, _context: SequenceContext) -> Iterator[Hit]:
    """Source is the first feature of a sequence.

    The standard does not ask for it, but every reader looks for it there.

    Right: source, CDS
    Wrong: CDS, source

    Move it to the top.
    """
    found = _sources(sequence)
    if found and found[0] > 0:
        yield hit("features", found[0], position=found[0] + 1)


_SEVERAL = ("fusion", "chimera", "chimeric")


@rule(
    "feat-multi-source-note",
    Level.INFO,
    "par. 63",
    Scope.FEATURE,
    moltypes=("DNA", "RNA", "AA"),
    keys=("source",),
    message=N_(
        "A note of source speaks of parts from several sources. They may be described with {key}"
        " and a note each."
    ),
)
def several_sources_in_a_note(feature: Feature, context: FeatureContext) -> Iterator[Hit]:
    """Parts of a sequence that come from different sources may be described one by one.

    A note on source only holds for the whole sequence; a misc_feature or REGION says which residues
    come from where.

    Right: misc_feature 1..15, note "from Mus musculus"
    Wrong: source 1..30, note "fusion of mouse and human parts"

    Nothing has to be done. If the application tells the parts, describe each with a note.
    """
    key = "REGION" if context.sequence.moltype == "AA" else "misc_feature"
    if any(other.key == key for other in context.sequence.features):
        return
    for at, qualifier in enumerate(feature.qualifiers):
        text = (qualifier.value or "").lower()
        if qualifier.name == "note" and any(word in text for word in _SEVERAL):
            yield hit("qualifiers", at, "value", value=qualifier.value, key=key)
            return
