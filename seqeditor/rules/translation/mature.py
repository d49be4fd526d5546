"""Mature peptides end before the stop codon (ST.26 Annex I, Sec. 5, mat_peptide)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from seqeditor.domain.location import (
    Combination,
    Complement,
    Descriptor,
    Location,
    Point,
    Range,
)
from seqeditor.domain.path import put
from seqeditor.domain.sequence import Feature, Sequence
from seqeditor.rules.coding import KEY, is_pseudo
from seqeditor.rules.finding import Finding, Hit, Level, Scope, hit
from seqeditor.rules.qualifier.proposals import NUCLEOTIDES
from seqeditor.rules.rule import Applicability, Repair, rule
from seqeditor.rules.translation.changes import coding_of
from seqeditor.rules.view import FeatureContext, SequenceContext
from seqeditor.texts import N_

Ends = dict[tuple[int, int], int]
"""Strand and last base of the stop codons of all CDS, with the number of their bases."""


def _ends(context: SequenceContext) -> Ends:
    """Return the stop codons of all CDS of the sequence, found once."""
    known: Ends | None = context.memo.get("stops")
    if known is None:
        known = context.memo["stops"] = {}
        for feature in context.sequence.features:
            coding = coding_of(context.sequence, feature) if feature.key == KEY else None
            if coding is not None and coding.has_stop and not coding.region.is_partial_end:
                strand = coding.region.stretches[-1][2]
                whole = len(coding.region.bases) - coding.region.codon_start + 1
                last = coding.region.position(len(coding.region.bases) - 1)
                known[strand, last] = whole % 3 or 3
    return known


def _shortened(location: Location, bases: int, strand: int = 1) -> Location | None:
    """Return the location without its last bases as it is read, None where that is not plain."""
    if isinstance(location, Complement):
        inner = _shortened(location.inner, bases, -strand)
        return Complement(inner) if inner is not None else None
    if isinstance(location, Combination):
        at = -1 if strand > 0 else 0
        member = _shortened(location.members[at], bases, strand)
        if member is None:
            return None
        members = list(location.members)
        members[at] = member
        return replace(location, members=tuple(members))
    assert isinstance(location, Descriptor)
    if not isinstance(location, Range) or location.end - location.start < bases:
        return None
    start = location.start + (bases if strand < 0 else 0)
    end = location.end - (bases if strand > 0 else 0)
    return replace(location, start=start, end=end) if start < end else Point(start)


def _without_stop(sequence: Sequence, finding: Finding) -> Sequence:
    changed: Sequence = put(sequence, finding.path, str(finding.parameters["proposal"]))
    return changed


@rule(
    "tr-mat-peptide-stop",
    Level.WARNING,
    "Annex I Sec. 5 mat_peptide",
    Scope.FEATURE,
    moltypes=NUCLEOTIDES,
    keys=("mat_peptide",),
    message=N_(
        "mat_peptide {location} includes the stop codon of its CDS. End it with the last amino"
        " acid."
    ),
    repair=Repair(
        Applicability.ASK,
        N_("Write {proposal}."),
        _without_stop,
        lambda finding: bool(finding.parameters["proposal"]),
    ),
)
def stop_in_peptide(feature: Feature, context: FeatureContext) -> Iterator[Hit]:
    """A mat_peptide does not include the stop codon of its CDS.

    It covers the bases that code for the mature peptide; the stop codon codes for nothing. The
    CDS itself does include it.

    Right: CDS 1..63, mat_peptide 1..60
    Wrong: CDS 1..63, mat_peptide 1..63

    Let the mat_peptide end one codon earlier.
    """
    location = context.location
    if location is None or context.location_faults or is_pseudo(feature):
        return
    spans = location.spans()
    if not spans or context.within.strange:
        return
    first, last, strand = spans[-1]
    bases = _ends(context.within).get((strand, last if strand > 0 else first))
    if bases is None or sum(end - start + 1 for start, end, _ in spans) <= bases:
        return
    shorter = _shortened(location, bases)
    yield hit(
        "location",
        value=feature.location,
        location=feature.location,
        proposal="" if shorter is None else str(shorter),
    )
