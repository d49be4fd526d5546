"""Positions: inside the sequence, in order, and what < and > say (ST.26 par. 65, 66)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from seqeditor.domain.location import (
    Between,
    Combination,
    Complement,
    Descriptor,
    Location,
    Point,
    Range,
)
from seqeditor.domain.sequence import MOLTYPES, Feature
from seqeditor.rules.finding import Hit, Level, Scope
from seqeditor.rules.location.proposals import (
    REWRITE,
    REWRITE_SAFELY,
    fault_of,
    noticed,
    told,
)
from seqeditor.rules.location.rewriting import rebuilt, stranded
from seqeditor.rules.rule import rule
from seqeditor.rules.view import FeatureContext
from seqeditor.texts import N_

_LEADING_ZERO = re.compile(r"(?<![0-9])0+(?=[0-9])")


@rule(
    "loc-out-of-range",
    Level.ERROR,
    "par. 65",
    Scope.FEATURE,
    moltypes=MOLTYPES,
    message=N_(
        "Position {p} in the location “{value}” lies outside the sequence, which has residues 1"
        " to {N}."
    ),
)
def out_of_range(_feature: Feature, context: FeatureContext) -> Iterator[Hit]:
    """Every number in a location is a residue of the sequence, from 1 to its length.

    A feature must not point at residues that are not listed. If it reaches beyond the sequence,
    < and > say so: <1..50, 80..>100.

    Right: 1..100 of 100 residues
    Wrong: 1..101 of 100 residues
    Wrong: 0..5

    Correct the position, or look whether residues of the sequence are missing.
    """
    fault = fault_of("loc-out-of-range", context)
    # What fits the length stated is no second fault: residues are missing, or the length is wrong.
    if fault and not 1 <= int(fault.parameters["p"]) <= context.within.stated_length:
        yield told(context, fault)


def _ascending(one: Descriptor, amino: bool) -> Location:
    if not isinstance(one, Range) or one.start <= one.end:
        return one
    turned = replace(one, start=one.end, end=one.start)
    return turned if amino else Complement(turned)


@rule(
    "loc-descending",
    Level.ERROR,
    "par. 66",
    Scope.FEATURE,
    moltypes=MOLTYPES,
    message=N_(
        "The range {x}..{y} runs backwards. For the other strand write complement({y}..{x}); over"
        " the origin of a circular molecule write join({x}..{N},1..{y})."
    ),
    variants={"AA": N_("The range {x}..{y} runs backwards. Write {y}..{x}.")},
    repair=REWRITE,
)
def descending(_feature: Feature, context: FeatureContext) -> Iterator[Hit]:
    """The first number of a range is not greater than the second.

    A range is always read in the order of the sequence. The other strand is told by complement,
    and a range over the origin of a circular molecule by join(x..N,1..y).

    Right: 5..10
    Wrong: 10..5

    Choose which of the two is meant, or exchange the numbers.
    """
    fault = fault_of("loc-descending", context)
    if not fault or context.location is None:
        return
    amino = context.sequence.moltype == "AA"
    proposal = str(rebuilt(context.location, lambda one: _ascending(one, amino)))
    found = told(context, fault, proposal)
    parameters = {**found.parameters, "N": context.within.residue_count}
    yield replace(found, variant="AA" if amino else "", parameters=parameters)


@rule(
    "loc-between-adjacent",
    Level.ERROR,
    "par. 66(b)",
    Scope.FEATURE,
    moltypes=("DNA", "RNA"),
    message=N_(
        "{x}^{y} must name two neighbours, as in {x}^{next}; only the last and the first residue"
        " of a circular molecule may be written otherwise."
    ),
    repair=REWRITE,
)
def between_neighbours(_feature: Feature, context: FeatureContext) -> Iterator[Hit]:
    """x^y names a site between two neighbours: y is x + 1.

    The site where an enzyme cuts lies between two residues; with others between them nobody knows
    where. For a circular molecule of N residues N^1 is the site between the last and the first.

    Right: 55^56
    Right: 1000^1 of 1000 residues
    Wrong: 55^57
    Wrong: 56^55

    Correct the numbers. For a range write x..y.
    """
    fault = fault_of("loc-between-adjacent", context)
    if not fault or context.location is None:
        return
    first, second = int(fault.parameters["x"]), int(fault.parameters["y"])
    if (first, second) == (context.within.stated_length, 1):
        return
    proposal = str(rebuilt(context.location, _turned)) if second == first - 1 else ""
    found = told(context, fault, proposal)
    yield replace(found, parameters={**found.parameters, "next": first + 1})


def _turned(one: Descriptor) -> Descriptor:
    if isinstance(one, Between) and one.second == one.first - 1:
        return Between(one.second, one.first)
    return one


@rule(
    "loc-between-bounds",
    Level.ERROR,
    "par. 66",
    Scope.FEATURE,
    moltypes=("DNA", "RNA"),
    message=N_("In “{value}” < or > stands with ^. A site between two residues takes neither."),
)
def between_with_bounds(_feature: Feature, context: FeatureContext) -> Iterator[Hit]:
    """< and > are not used with x^y.

    A site between two neighbours is exact; "beyond" has no meaning there.

    Right: 55^56
    Wrong: <55^56

    Leave out the symbol, or give a range.
    """
    fault = fault_of("loc-between-bounds", context)
    if fault:
        yield told(context, fault)


@rule(
    "loc-between-circular",
    Level.INFO,
    "par. 66(b)",
    Scope.FEATURE,
    moltypes=("DNA", "RNA"),
    message=N_(
        "{N}^1 is the site between the last and the first residue. It is right only for a"
        " circular molecule."
    ),
)
def between_ends(_feature: Feature, context: FeatureContext) -> Iterator[Hit]:
    """N^1 is right only if the molecule is circular.

    ST.26 has no field for a circular molecule, so it cannot be checked.

    Right: 55^56
    Wrong: 1000^1 of 1000 residues

    If the molecule is circular, nothing has to be done.
    """
    if "^" not in context.feature.location or context.location is None:
        return
    last = context.within.residue_count
    if last > 2 and Between(last, 1) in context.location.descriptors():
        yield noticed(context, N=last)


@rule(
    "loc-single-range",
    Level.WARNING,
    "par. 66(a)",
    Scope.FEATURE,
    moltypes=MOLTYPES,
    message=N_("{x}..{x} is one residue. Write {x}."),
    repair=REWRITE_SAFELY,
)
def single_range(feature: Feature, context: FeatureContext) -> Iterator[Hit]:
    """A single residue is written as one number, not as a range.

    5..5 is understood, but the standard writes 5.

    Right: 5
    Wrong: 5..5

    Write the number once.
    """
    if context.location is None or context.location_faults or feature.key == "source":
        return
    for one in context.location.descriptors():
        if _is_single(one):
            assert isinstance(one, Range)
            yield noticed(context, str(rebuilt(context.location, _single)), x=one.start)
            return


def _is_single(one: Descriptor) -> bool:
    return isinstance(one, Range) and one == Range(one.start, one.start)


def _single(one: Descriptor) -> Descriptor:
    return Point(one.positions[0]) if _is_single(one) else one


@rule(
    "loc-leading-zero",
    Level.WARNING,
    "par. 66",
    Scope.FEATURE,
    moltypes=MOLTYPES,
    message=N_("The location “{value}” has a number with a leading zero. Write it without."),
    repair=REWRITE_SAFELY,
)
def leading_zero(feature: Feature, context: FeatureContext) -> Iterator[Hit]:
    """Numbers in a location have no leading zeros.

    They are understood, but other programs may not expect them.

    Right: 5..10
    Wrong: 05..10

    Leave the zeros out.
    """
    if "0" not in feature.location or context.location is None:
        return
    bare = _LEADING_ZERO.sub("", feature.location)
    if bare != feature.location:
        yield noticed(context, bare)


@rule(
    "loc-partial-inner",
    Level.INFO,
    "par. 66",
    Scope.FEATURE,
    moltypes=MOLTYPES,
    message=N_(
        "“{value}” begins somewhere before residue {x}, which is inside the sequence. Is this"
        " meant?"
    ),
    variants={
        "end": N_(
            "“{value}” goes on after residue {x}, which is inside the sequence. Is this meant?"
        )
    },
)
def partial_inside(feature: Feature, context: FeatureContext) -> Iterator[Hit]:
    """< and > usually stand at the ends of the sequence: <1 and >N.

    With another number they say that the true end is unknown but lies inside the sequence. That is
    allowed, and rare.

    Right: <1..5
    Wrong: <345..500

    If it is meant, nothing has to be done. If the feature is complete, leave the symbol out.
    """
    if "<" not in feature.location and ">" not in feature.location:
        return
    if context.location is None or context.location_faults:
        return
    last = context.within.residue_count
    for one in context.location.descriptors():
        before, after = _bounds(one)
        if before and one.positions[0] != 1:
            yield noticed(context, x=one.positions[0])
            return
        if after and one.positions[-1] != last:
            yield noticed(context, variant="end", x=one.positions[-1])
            return


def _bounds(one: Descriptor) -> tuple[bool, bool]:
    if isinstance(one, Range):
        return one.before, one.after
    return (one.bound == "<", one.bound == ">") if isinstance(one, Point) else (False, False)


@rule(
    "loc-bounds-inside-join",
    Level.WARNING,
    "par. 66",
    Scope.FEATURE,
    moltypes=("DNA", "RNA"),
    message=N_(
        "In “{value}” the symbol {symbol} stands inside {op}. It usually stands at the outer end."
    ),
)
def bounds_inside(feature: Feature, context: FeatureContext) -> Iterator[Hit]:
    """In join and order, < stands on the first member and > on the last.

    Inside, the symbols say that the end of an exon is not known, which is rare.

    Right: join(<1..5,8..>9)
    Wrong: join(1..>5,<8..9)

    Move the symbol to the outer end, or leave it if it is meant.
    """
    if "<" not in feature.location and ">" not in feature.location:
        return
    if context.location is None or context.location_faults:
        return
    members = list(stranded(context.location))
    if len(members) < 2:
        return
    for index, (one, strand) in enumerate(members):
        # On the other strand the lowest number comes last.
        lowest, highest = (0, len(members) - 1) if strand > 0 else (len(members) - 1, 0)
        before, after = _bounds(one)
        wrong = "<" if before and index != lowest else ">" if after and index != highest else ""
        if wrong:
            yield noticed(context, symbol=wrong, op=_operator(context.location))
            return


def _operator(location: Location) -> str:
    if isinstance(location, Complement):
        return _operator(location.inner)
    return location.operator if isinstance(location, Combination) else ""
