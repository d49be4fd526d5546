"""What a location in an amino-acid sequence may not be (ST.26 par. 64-66)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from seqeditor.domain.location import (
    Between,
    Combination,
    LocationError,
    Point,
    Range,
    parse,
)
from seqeditor.domain.sequence import Feature
from seqeditor.rules.finding import Hit, Level, Scope
from seqeditor.rules.location.proposals import (
    REWRITE,
    SEPARATOR,
    SPLIT,
    SPLIT_OR_LINK,
    fault_of,
    noticed,
    told,
)
from seqeditor.rules.location.rewriting import readable
from seqeditor.rules.rule import LEGACY, rule
from seqeditor.rules.view import FeatureContext
from seqeditor.texts import N_

_AMINO = ("AA",)
_LINKS = ("CROSSLNK", "DISULFID")


def _members(text: str) -> list[str]:
    """Return the members of a join or order as amino-acid locations; nothing if one is none."""
    try:
        location = parse(text, "DNA")
    except LocationError:
        return []
    if not isinstance(location, Combination):
        return []
    members = [readable(str(member), "AA") for member in location.members]
    return members if all(members) else []


def _link(members: list[str]) -> str:
    """Return x..y for two single residues, "" for all else."""
    if len(members) != 2 or not all(member.isdecimal() for member in members):
        return ""
    first, second = sorted(map(int, members))
    return f"{first}..{second}" if first < second else ""


@rule(
    "loc-aa-operator",
    Level.ERROR,
    "par. 64, 65, 67",
    Scope.FEATURE,
    moltypes=_AMINO,
    profiles={LEGACY: Level.WARNING},
    message=N_(
        "{op} cannot be used in an amino-acid sequence. Give one residue or one range; make a"
        " feature for each."
    ),
    variants={
        "link": N_(
            "{op} cannot be used in an amino-acid sequence. The two residues of a bond are written"
            " {proposal}."
        )
    },
    repair=SPLIT_OR_LINK,
)
def operator(feature: Feature, context: FeatureContext) -> Iterator[Hit]:
    """A location in an amino-acid sequence has no join, order or complement.

    It is one residue or one range. Up to DTD V1_2 a bond was written join(4,15); now it is 4..15
    with the key CROSSLNK or DISULFID.

    Right: 4..15
    Wrong: join(4,15)

    For a bond write both residues as a range. For all else make a feature for each part.
    """
    fault = fault_of("loc-aa-operator", context)
    if not fault:
        return
    members = _members(feature.location)
    link = _link(members) if feature.key in _LINKS else ""
    found = told(context, fault, link or SEPARATOR.join(members))
    parameters = {**found.parameters, "link": int(bool(link))}
    yield replace(found, variant="link" if link else "", parameters=parameters)


@rule(
    "loc-aa-between",
    Level.ERROR,
    "par. 65, 66(b)",
    Scope.FEATURE,
    moltypes=_AMINO,
    message=N_(
        "“{value}” names a site between two residues, which only nucleotide sequences have. Give"
        " the two neighbours as a range."
    ),
    repair=REWRITE,
)
def between(feature: Feature, context: FeatureContext) -> Iterator[Hit]:
    """A location in an amino-acid sequence has no ^.

    A bond between two neighbours, such as a cleavage site, is given by both: 29..30.

    Right: 29..30
    Wrong: 29^30

    Write the range of the two neighbours.
    """
    fault = fault_of("loc-aa-between", context)
    if not fault:
        return
    proposal = ""
    try:
        site = parse(feature.location, "DNA")
    except LocationError:
        site = None
    if isinstance(site, Between) and site.second == site.first + 1:
        proposal = str(Range(site.first, site.second))
    yield told(context, fault, proposal)


@rule(
    "loc-aa-multiple",
    Level.ERROR,
    "par. 64",
    Scope.FEATURE,
    moltypes=_AMINO,
    message=N_(
        "“{value}” names several locations. In an amino-acid sequence a feature has only one; make"
        " a feature for each."
    ),
    repair=SPLIT,
)
def multiple(feature: Feature, context: FeatureContext) -> Iterator[Hit]:
    """A feature of an amino-acid sequence has exactly one location.

    What holds for several places is told by several features with the same qualifiers.

    Right: 5 in one feature, 9 in another
    Wrong: 5,9

    Make a feature for each location.
    """
    fault = fault_of("loc-aa-multiple", context)
    if fault:
        parts = [part.strip() for part in feature.location.replace(";", ",").split(",")]
        each = [readable(part, "AA") for part in parts]
        yield told(context, fault, SEPARATOR.join(each) if all(each) else "")


@rule(
    "loc-crosslink-range",
    Level.WARNING,
    "par. 66(c); Annex I 7.9-7.10",
    Scope.FEATURE,
    moltypes=_AMINO,
    keys=_LINKS,
    message=N_(
        "The location of {key} names the bound residues: x..y for two, x for a bond to another"
        " chain. < and > have no meaning here."
    ),
)
def bond(feature: Feature, context: FeatureContext) -> Iterator[Hit]:
    """CROSSLNK and DISULFID are located at one residue, or at x..y for the two bound residues.

    The range does not mean the stretch between, so it cannot begin before a residue or go on after
    it.

    Right: DISULFID 4..15
    Wrong: DISULFID <4..15

    Give the two residues without < and >, or one residue if the other is in another chain.
    """
    location = context.location
    if location is None or context.location_faults:
        return
    plain = isinstance(location, Point) and not location.bound
    ends = isinstance(location, Range) and not location.before and not location.after
    if not plain and not ends:
        yield noticed(context, key=feature.key)
