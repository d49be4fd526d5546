"""Whether a feature lies on residues that fit its key (ST.26 par. 17, 18, 66; Annex I, Sec. 7)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from seqeditor.domain.location import Join, Location, Order, Point, Range
from seqeditor.domain.sequence import Feature, Sequence
from seqeditor.rules.feature.changes import with_features
from seqeditor.rules.finding import Finding, Hit, Level, Scope, hit
from seqeditor.rules.rule import Applicability, Repair, rule
from seqeditor.rules.view import FeatureContext
from seqeditor.texts import N_
from seqeditor.vocabulary.features import feature_keys
from seqeditor.vocabulary.modified_bases import modified_base

_AMINO = ("AA",)
_DNA_KEYS = tuple(key.name for key in feature_keys("DNA") if key.molecule_scope == "DNA")
_SINGLE = ("ACT_SITE", "MOD_RES", "LIPID", "CARBOHYD", "INIT_MET", "NON_STD", "METAL")
_MOST_SPLIT = 50


def plain_range(context: FeatureContext) -> tuple[int, int] | None:
    """Return first and last residue of a location without operator and without faults."""
    location = context.location
    if context.location_faults or not isinstance(location, (Point, Range)):
        return None
    return location.positions[0], location.positions[-1]


def letters_at(context: FeatureContext) -> str:
    """Return the residues of a plain location, "" for all others."""
    found = plain_range(context)
    return context.sequence.residues.text(*found) if found else ""


def _split(sequence: Sequence, finding: Finding) -> Sequence:
    index = int(finding.path[1])
    feature = sequence.features[index]
    places = str(finding.parameters["places"]).split("; ")
    bare = tuple(replace(q, ref=0, id=None) for q in feature.qualifiers)
    first = replace(feature, location=places[0])
    rest = (Feature(feature.key, place, bare) for place in places[1:])
    return with_features(sequence, index, first, *rest)


_SPLIT = Repair(
    Applicability.ASK,
    N_("Make a feature for each: {places}."),
    _split,
    lambda finding: bool(finding.parameters.get("places")),
)


@rule(
    "feat-modified-base-location",
    Level.INFO,
    "par. 17-18, 22",
    Scope.FEATURE,
    moltypes=("DNA", "RNA"),
    keys=("modified_base",),
    message=N_(
        "The modified_base at {location} has an operator. Use one residue or a plain range for"
        " each feature."
    ),
    repair=_SPLIT,
)
def modified_base_place(feature: Feature, context: FeatureContext) -> Iterator[Hit]:
    """A modified_base lies on one residue, or on a range of residues all modified in the same way.

    join and order are not forbidden, but no reader expects them there.

    Right: modified_base at 15
    Wrong: modified_base at join(1,5)

    Make a feature for each residue or range.
    """
    location = context.location
    if location is None or context.location_faults or isinstance(location, (Point, Range)):
        return
    yield hit("location", location=feature.location, places=_members(location))


def _members(location: Location) -> str:
    return "; ".join(map(str, location.members)) if isinstance(location, (Join, Order)) else ""


@rule(
    "feat-single-residue-aa",
    Level.WARNING,
    "Annex I 7.1, 7.18, 7.29 etc.",
    Scope.FEATURE,
    moltypes=_AMINO,
    keys=(*_SINGLE, "SITE"),
    message=N_("{key} at {location} covers several residues. Give one feature for each residue."),
    variants={
        "region": N_("SITE at {location} covers several residues. REGION may say it better."),
    },
    repair=_SPLIT,
)
def single_residue(feature: Feature, context: FeatureContext) -> Iterator[Hit]:
    """ACT_SITE, MOD_RES, LIPID, CARBOHYD, INIT_MET, NON_STD and METAL lie on one residue each.

    Each residue of an active site, for example, is a feature of its own. SITE may cover several;
    then REGION is often the better key.

    Right: ACT_SITE 57; ACT_SITE 195
    Wrong: ACT_SITE 57..195

    Make a feature for each residue.
    """
    found = plain_range(context)
    if found is None or found[0] == found[1]:
        return
    if feature.key == "SITE":
        # Two neighbours are how a bond is told (par. 66).
        if found[1] - found[0] > 1:
            yield hit("location", variant="region", level=Level.INFO, location=feature.location)
        return
    letters = letters_at(context)
    if not letters.strip("X"):
        return
    several = range(found[0], found[1] + 1)
    places = "; ".join(map(str, several)) if len(several) <= _MOST_SPLIT else ""
    yield hit("location", key=feature.key, location=feature.location, places=places)


@rule(
    "feat-init-met",
    Level.WARNING,
    "Annex I 7.14",
    Scope.FEATURE,
    moltypes=_AMINO,
    keys=("INIT_MET",),
    message=N_("INIT_MET stands for M as residue 1. Here it is at {location}, which is {residue}."),
)
def initiator(feature: Feature, context: FeatureContext) -> Iterator[Hit]:
    """INIT_MET is at residue 1, which is M.

    It says that the first methionine is cut off.

    Right: INIT_MET at 1 of MKVLAA
    Wrong: INIT_MET at 5 of MKVLAA

    Correct the location, or use another key.
    """
    found, letters = plain_range(context), letters_at(context)
    if found is not None and (found != (1, 1) or letters != "M"):
        yield hit("location", location=feature.location, residue=letters[:10])


@rule(
    "feat-non-ter",
    Level.WARNING,
    "Annex I 7.22",
    Scope.FEATURE,
    moltypes=_AMINO,
    keys=("NON_TER",),
    message=N_("NON_TER stands for the first or the last residue; here it is at {location}."),
)
def not_terminal(feature: Feature, context: FeatureContext) -> Iterator[Hit]:
    """NON_TER is at the first or the last residue.

    It says that the sequence goes on there.

    Right: NON_TER at 30 of 30 residues
    Wrong: NON_TER at 7 of 30 residues

    Correct the location, or use another key.
    """
    found = plain_range(context)
    ends = ((1, 1), (context.within.residue_count,) * 2)
    if found is not None and found not in ends:
        yield hit("location", location=feature.location)


@rule(
    "feat-non-std-residue",
    Level.WARNING,
    "Annex I 7.21",
    Scope.FEATURE,
    moltypes=_AMINO,
    keys=("NON_STD",),
    message=N_("NON_STD stands for U or O; at {location} is {residue}."),
)
def non_standard(feature: Feature, context: FeatureContext) -> Iterator[Hit]:
    """NON_STD marks selenocysteine (U) or pyrrolysine (O).

    For other amino acids that the genetic code does not know there are MOD_RES and SITE.

    Right: NON_STD at U
    Wrong: NON_STD at A

    Correct the location or the residue, or use another key.
    """
    letters = letters_at(context)
    if len(letters) == 1 and letters not in "UOX":
        yield hit("location", location=feature.location, residue=letters)


@rule(
    "feat-disulfid-residues",
    Level.WARNING,
    "Annex I 7.10",
    Scope.FEATURE,
    moltypes=_AMINO,
    keys=("DISULFID",),
    message=N_("DISULFID at {location} binds {residues}; two cysteines (C) are expected."),
)
def bound_cysteines(feature: Feature, context: FeatureContext) -> Iterator[Hit]:
    """The residues bound by a DISULFID are C.

    Another residue mostly means that the location is shifted. X is not judged.

    Right: DISULFID 4..15, with C at 4 and at 15
    Wrong: DISULFID 4..15, with A at 4 and C at 15

    Correct the location. For another bond use CROSSLNK.
    """
    letters = letters_at(context)
    ends = letters[:1] + letters[1:][-1:]
    if ends.strip("CX"):
        residues = ", ".join(ends)
        yield hit("location", location=feature.location, residues=residues)


@rule(
    "feat-crosslnk-single",
    Level.INFO,
    "par. 66(c); Annex I 7.9",
    Scope.FEATURE,
    moltypes=_AMINO,
    keys=("CROSSLNK", "DISULFID"),
    message=N_(
        "{key} at one residue means a bond to another chain. The note should name that chain."
    ),
)
def bond_to_another_chain(feature: Feature, context: FeatureContext) -> Iterator[Hit]:
    """CROSSLNK and DISULFID at one residue mean a bond to another chain, which the note names.

    Within one chain both residues are given: x..y.

    Right: CROSSLNK at 7, note "Interchain (with SEQ ID NO: 4)"
    Wrong: CROSSLNK at 7, note "thioether"

    Name the other chain in the note, such as "Interchain (with SEQ ID NO: 4)".
    """
    found = plain_range(context)
    notes = " ".join(feature.values("note")).lower()
    if found is None or found[0] != found[1] or not notes:
        return
    if not any(word in notes for word in ("interchain", "inter-chain", "chain", "seq id", "with ")):
        yield hit("location", key=feature.key)


@rule(
    "feat-dna-scope",
    Level.WARNING,
    "Annex I Sec. 5 (molecule scope)",
    Scope.FEATURE,
    moltypes=("RNA",),
    keys=_DNA_KEYS,
    message=N_("The key {key} is meant for DNA, but this sequence is RNA."),
)
def dna_only(feature: Feature, _context: FeatureContext) -> Iterator[Hit]:
    """Some keys are meant for DNA: D-loop, iDNA, misc_recomb, oriT, STS.

    The standard only remarks it; it may be right all the same.

    Right: D-loop in a DNA sequence
    Wrong: D-loop in an RNA sequence

    Check the key and the molecule type.
    """
    yield hit("key", value=feature.key, key=feature.key)


@rule(
    "feat-mod-base-residue",
    Level.WARNING,
    "par. 17; Annex I Sec. 2",
    Scope.FEATURE,
    moltypes=("DNA", "RNA"),
    keys=("modified_base",),
    message=N_("{value} is a modified {parent}, but residue {position} is {residue}."),
)
def modified_residue(feature: Feature, context: FeatureContext) -> Iterator[Hit]:
    """A modified base stands at the nucleotide it derives from, or at n.

    m5c at a g mostly means that the location is shifted by one.

    Right: modified_base with mod_base um at a t
    Wrong: modified_base with mod_base um at a c

    Correct the location, the residue or mod_base.
    """
    value = feature.value("mod_base")
    base = modified_base(value) if value else None
    found = plain_range(context)
    if base is None or not base.parent or found is None:
        return
    letters = letters_at(context)
    rest = letters.lower().replace("u", "t").lstrip(base.parent + "n")
    if rest:
        position = found[0] + len(letters) - len(rest)
        yield hit(
            "location",
            value=value,
            parent=base.parent,
            position=position,
            residue=rest[0],
        )
