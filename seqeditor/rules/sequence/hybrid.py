"""Molecules of DNA and RNA parts (ST.26 par. 55, 56), as far as notes tell of them.

What a note means can only be guessed, so everything here is a warning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from seqeditor.domain.location import LocationError, Range, parse, whole
from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from seqeditor.rules.finding import Finding, Hit, Level, Scope, hit
from seqeditor.rules.residues.stretches import Stretch, gaps, joined, shown
from seqeditor.rules.rule import Applicability, Repair, rule
from seqeditor.rules.view import SequenceContext
from seqeditor.texts import N_

_SEGMENT = re.compile(
    r"\s*(?:\w+[ -])?(DNA|RNA)(?: (?:segment|portion|part|region|sequence))?\.?\s*"
)
_DEOXY = re.compile(r"deoxy(?:adenosine|cytidine|guanosine|thymidine|uridine)|\bd[ACGT]\b")

_ORGANISM = "synthetic construct"
_MOL_TYPE = "other DNA"


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch that a misc_feature describes as DNA or as RNA."""

    first: int
    last: int
    kind: str


def segments(sequence: Sequence) -> list[Segment]:
    """Return the stretches that notes describe as DNA or RNA, by position."""
    found = []
    for feature in sequence.features:
        if feature.key != "misc_feature":
            continue
        kinds = {m[1] for m in map(_SEGMENT.fullmatch, feature.values("note")) if m}
        location = _plain(feature, sequence.moltype)
        if len(kinds) == 1 and location is not None:
            found.append(Segment(*location, kinds.pop()))
    return sorted(found, key=lambda one: (one.first, one.last))


def _plain(feature: Feature, moltype: str) -> Stretch | None:
    try:
        spans = parse(feature.location, moltype).spans()
    except LocationError:
        return None
    return (spans[0][0], spans[0][1]) if len(spans) == 1 else None


def _is_combined(sequence: Sequence) -> bool:
    """Tell whether parts of both kinds cover the sequence without a gap or an overlap."""
    if not any(f.key == "misc_feature" for f in sequence.features):
        return False
    found = segments(sequence)
    starts = [one.first for one in found]
    expected = [1, *(one.last + 1 for one in found)]
    return {one.kind for one in found} == {"DNA", "RNA"} and [
        *starts,
        sequence.length + 1,
    ] == expected


def _combined_form(sequence: Sequence, _finding: Finding) -> Sequence:
    features = tuple(
        replace(f, qualifiers=tuple(map(_combined_qualifier, f.qualifiers)))
        if f.key == "source"
        else f
        for f in sequence.features
    )
    return replace(sequence, moltype="DNA", features=features)


def _combined_qualifier(qualifier: Qualifier) -> Qualifier:
    wanted = {"organism": _ORGANISM, "mol_type": _MOL_TYPE}.get(qualifier.name)
    return qualifier if wanted is None else replace(qualifier, value=wanted)


@rule(
    "seq-hybrid-moltype",
    Level.WARNING,
    "par. 55",
    Scope.SEQUENCE,
    moltypes=("RNA",),
    message=N_(
        "The notes describe sequence {number} as made of DNA and RNA parts. Such a molecule has"
        " the molecule type DNA, the organism synthetic construct and the mol_type other DNA."
    ),
    repair=Repair(
        Applicability.ASK,
        N_("Set DNA, synthetic construct and other DNA."),
        _combined_form,
    ),
)
def hybrid_moltype(sequence: Sequence, context: SequenceContext) -> Iterator[Hit]:
    """A molecule made of DNA and RNA parts has the molecule type DNA.

    The standard knows no mixed type. It asks for DNA, with a misc_feature for each part that says
    whether it is DNA or RNA. t then stands for thymine in the DNA and for uracil in the RNA parts.

    Right: DNA, misc_feature 1..10 "DNA", misc_feature 11..20 "RNA"
    Wrong: RNA, misc_feature 1..10 "DNA", misc_feature 11..20 "RNA"

    Set the molecule type DNA, the organism "synthetic construct" and the mol_type "other DNA".
    """
    if _is_combined(sequence):
        yield hit("moltype", value=sequence.moltype, number=context.number)


@rule(
    "seq-hybrid-source",
    Level.WARNING,
    "par. 55",
    Scope.SEQUENCE,
    moltypes=("DNA",),
    message=N_(
        "The notes describe sequence {number} as made of DNA and RNA parts. Its organism must be"
        " synthetic construct and its mol_type other DNA."
    ),
    repair=Repair(Applicability.ASK, N_("Set synthetic construct and other DNA."), _combined_form),
)
def hybrid_source(sequence: Sequence, context: SequenceContext) -> Iterator[Hit]:
    """A molecule made of DNA and RNA parts is a synthetic construct with mol_type other DNA.

    No organism makes such a molecule, so the standard fixes both values.

    Right: organism "synthetic construct", mol_type "other DNA"
    Wrong: organism "Homo sapiens", mol_type "genomic DNA"

    Set the organism "synthetic construct" and the mol_type "other DNA". If the parts are not DNA
    and RNA, change the notes of the misc_features.
    """
    source = sequence.source
    if source is None or not _is_combined(sequence):
        return
    if source.value("organism") != _ORGANISM or source.value("mol_type") != _MOL_TYPE:
        index = sequence.features.index(source)
        yield hit("features", index, number=context.number)


def _with_missing(sequence: Sequence, _finding: Finding) -> Sequence:
    found = segments(sequence)
    other = {"DNA": "RNA", "RNA": "DNA"}[found[0].kind]
    missing = gaps([(one.first, one.last) for one in found], sequence.length)
    new = tuple(_segment_feature(place, other) for place in missing)
    return replace(sequence, features=sequence.features + new)


def _segment_feature(place: Stretch, kind: str) -> Feature:
    first, last = place
    location = str(first) if first == last else str(Range(first, last))
    return Feature("misc_feature", location, (Qualifier("note", kind),))


@rule(
    "seq-hybrid-segments",
    Level.WARNING,
    "par. 55-56",
    Scope.SEQUENCE,
    moltypes=("DNA",),
    message=N_(
        "Parts of this sequence are described as DNA or RNA, but {ranges} is not. Give each part"
        " its own misc_feature with a note."
    ),
    variants={
        "overlap": N_(
            "The parts described as DNA and RNA overlap at {ranges}. Give each residue to one part."
        )
    },
    repair=Repair(
        Applicability.ASK,
        N_("Add a misc_feature with the note {other} for {ranges}."),
        _with_missing,
        lambda finding: bool(finding.parameters.get("other")),
    ),
)
def hybrid_segments(sequence: Sequence, _context: SequenceContext) -> Iterator[Hit]:
    """The DNA and RNA parts of a molecule are all described, and do not overlap.

    A reader must know for every residue whether it is a deoxyribonucleotide or a ribonucleotide.

    Right: 20 residues: misc_feature 1..10 "DNA", misc_feature 11..20 "RNA"
    Wrong: 20 residues: misc_feature 1..10 "DNA", misc_feature 13..20 "RNA"

    Give each part a misc_feature with a note that says DNA or RNA; together they reach from the
    first to the last residue.
    """
    found = segments(sequence)
    kinds = {one.kind for one in found}
    # A single note "DNA" in a DNA sequence tells nothing about a second kind of part.
    if not found or (kinds == {"DNA"} and not _is_synthetic(sequence)):
        return
    places = [(one.first, one.last) for one in found]
    missing = gaps(places, sequence.length)
    if missing:
        # With parts of both kinds nobody can tell which kind the rest is.
        other = {frozenset({"DNA"}): "RNA", frozenset({"RNA"}): "DNA"}.get(frozenset(kinds), "")
        yield hit("features", ranges=shown(missing), other=other)
    twice = [
        (after.first, min(before.last, after.last))
        for before, after in pairwise(found)
        if after.first <= before.last and after.kind != before.kind
    ]
    if twice:
        yield hit("features", variant="overlap", ranges=shown(twice))


def _is_synthetic(sequence: Sequence) -> bool:
    source = sequence.source
    return source is not None and source.value("mol_type") == _MOL_TYPE


def _deoxy(sequence: Sequence) -> list[Stretch]:
    found: list[Stretch] = []
    for feature in sequence.features:
        if any(map(_DEOXY.search, feature.values("note"))):
            try:
                location = parse(feature.location, sequence.moltype)
            except LocationError:
                continue
            found.extend((first, last) for first, last, _ in location.spans())
    return joined(found)


def _described(sequence: Sequence, finding: Finding) -> Sequence:
    deoxy = _deoxy(sequence)
    parts = [(place, "DNA") for place in deoxy]
    parts += [(place, "RNA") for place in gaps(deoxy, sequence.length)]
    if not segments(sequence):
        new = tuple(_segment_feature(*part) for part in sorted(parts))
        sequence = replace(sequence, features=sequence.features + new)
    return _combined_form(sequence, finding)


@rule(
    "seq-hybrid-suspect",
    Level.WARNING,
    "par. 55",
    Scope.SEQUENCE,
    moltypes=("RNA",),
    message=N_(
        "RNA sequence {number} has deoxynucleotides at {positions}. A molecule of DNA and RNA"
        " parts has the molecule type DNA, the mol_type other DNA, the organism synthetic"
        " construct, and a misc_feature for each part."
    ),
    silences=("seq-hybrid-moltype",),
    repair=Repair(Applicability.ASK, N_("Describe it as a molecule of two parts."), _described),
)
def hybrid_suspect(sequence: Sequence, context: SequenceContext) -> Iterator[Hit]:
    """An RNA sequence has no notes that name deoxynucleotides, such as dT or deoxythymidine.

    An siRNA with two deoxythymidines at its end is a molecule of RNA and DNA parts, and for those
    the standard asks for the molecule type DNA.

    Right: an RNA sequence of 21 residues without such a note
    Wrong: an RNA sequence with the note "2'-deoxythymidine" at 20..21

    Set the molecule type DNA, the mol_type "other DNA" and the organism "synthetic construct", and
    give each part a misc_feature with the note DNA or RNA. If the whole molecule is RNA, correct
    the note.
    """
    found = _deoxy(sequence)
    if found and not (len(found) == 1 and str(whole(sequence.length)) == shown(found)):
        yield hit("moltype", value="RNA", number=context.number, positions=shown(found))
