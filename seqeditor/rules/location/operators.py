"""join, order and complement: how many members, what within what, in which order (par. 67-69)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from seqeditor.domain.location import (
    Combination,
    Complement,
    Join,
    Location,
    Point,
    Range,
    normalise,
)
from seqeditor.domain.sequence import Feature
from seqeditor.rules.finding import Hit, Level, Scope
from seqeditor.rules.location.proposals import REWRITE, fault_of, noticed, told
from seqeditor.rules.location.rewriting import with_members
from seqeditor.rules.rule import rule
from seqeditor.rules.view import FeatureContext
from seqeditor.texts import N_

_MOLTYPES = ("DNA", "RNA")

Span = tuple[int, int, int]


@rule(
    "loc-operator-arity",
    Level.ERROR,
    "par. 68",
    Scope.FEATURE,
    moltypes=_MOLTYPES,
    message=N_("{op} needs at least two locations, separated by a comma, in its brackets."),
    variants={
        "one": N_(
            "complement takes exactly one location in its brackets. Write complement(join(...))"
            " for several."
        ),
        "list": N_(
            "“{value}” names several locations without saying how they belong together. Use join"
            " or order."
        ),
    },
    repair=replace(REWRITE, sure=lambda finding: not finding.variant),
)
def arity(feature: Feature, context: FeatureContext) -> Iterator[Hit]:
    """Join and order have two or more members, complement exactly one.

    join(5..20) says no more than 5..20, and complement(a,b) leaves open how a and b belong
    together.

    Right: 1..5
    Right: complement(join(1..5,8..9))
    Wrong: join(1..5)
    Wrong: complement(1..5,8..9)

    Leave out join or order where there is only one member. Write complement(join(a,b)) where
    several members are meant.
    """
    fault = fault_of("loc-operator-arity", context)
    if fault:
        moltype = context.sequence.moltype
        proposal = with_members(feature.location, fault.offset, fault.variant, moltype)
        yield told(context, fault, proposal)


@rule(
    "loc-join-order-mix",
    Level.ERROR,
    "par. 69",
    Scope.FEATURE,
    moltypes=_MOLTYPES,
    message=N_("“{value}” combines join and order. Only one of them may be used in a location."),
)
def mixed_operators(_feature: Feature, context: FeatureContext) -> Iterator[Hit]:
    """Join and order are not used together in one location.

    join says that the parts make one molecule, order that they only come in this sequence; both
    at once contradict each other.

    Right: join(1..5,7..8)
    Wrong: join(1..5,order(7..8,9..10))

    Decide for one, or make two features.
    """
    fault = fault_of("loc-join-order-mix", context)
    if fault:
        yield told(context, fault)


@rule(
    "loc-between-in-join",
    Level.ERROR,
    "par. 68",
    Scope.FEATURE,
    moltypes=_MOLTYPES,
    message=N_("In “{value}” a site x^y stands inside {op}. That is not allowed."),
)
def between_in_join(_feature: Feature, context: FeatureContext) -> Iterator[Hit]:
    """x^y is not used inside join or order.

    A site between two residues has no residues that could be joined.

    Right: join(1..5,8..9)
    Wrong: join(1..5,8^9)

    Make a feature of its own for the site.
    """
    fault = fault_of("loc-between-in-join", context)
    if fault:
        yield told(context, fault)


@rule(
    "loc-nested-operator",
    Level.WARNING,
    "par. 67-69",
    Scope.FEATURE,
    moltypes=_MOLTYPES,
    message=N_("“{value}” has {op} within {op}. Write it flat: {proposal}"),
    repair=REWRITE,
)
def nested(_feature: Feature, context: FeatureContext) -> Iterator[Hit]:
    """Join does not stand within join, order not within order, complement not within complement.

    It is not clearly forbidden, but the flat form says the same and every program reads it.

    Right: join(1..2,4..5,8..9)
    Wrong: join(join(1..2,4..5),8..9)

    Write it flat.
    """
    if context.location is None or context.feature.location.count("(") < 2:
        return
    operator = _repeated(context.location, frozenset())
    if operator and not context.location_faults:
        yield noticed(context, str(normalise(context.location)), op=operator)


def _repeated(location: Location, enclosing: frozenset[str]) -> str:
    members: tuple[Location, ...]
    if isinstance(location, Complement):
        operator, members = location.operator, (location.inner,)
    elif isinstance(location, Combination):
        operator, members = location.operator, location.members
    else:
        return ""
    if operator in enclosing:
        return operator
    inside = enclosing | {operator}
    return next(filter(None, (_repeated(one, inside) for one in members)), "")


def _joined_spans(context: FeatureContext) -> tuple[Span, ...]:
    """Return the stretches of a join without faults, else nothing."""
    location = context.location
    if location is None or "join(" not in context.feature.location or context.location_faults:
        return ()
    inner = location.inner if isinstance(location, Complement) else location
    return location.spans() if isinstance(inner, Join) else ()


def _has(context: FeatureContext, *names: str) -> bool:
    return any(q.name in names for q in context.feature.qualifiers)


@rule(
    "loc-members-overlap",
    Level.WARNING,
    "par. 67",
    Scope.FEATURE,
    moltypes=_MOLTYPES,
    message=N_("In “{value}” the parts {a} and {b} overlap."),
)
def overlap(_feature: Feature, context: FeatureContext) -> Iterator[Hit]:
    """The members of a join do not overlap.

    An overlap reads residues twice. That is right only where the reading frame slips back by one
    or two bases; the qualifier ribosomal_slippage says so.

    Right: join(1..5,8..12)
    Wrong: join(1..8,5..12)

    Correct the numbers, or add ribosomal_slippage to the CDS.
    """
    spans = sorted(_joined_spans(context))
    slip = 2 if _has(context, "ribosomal_slippage") else 0
    furthest: Span | None = None
    for span in spans:
        if furthest is not None and span[0] <= furthest[1] - slip:
            yield noticed(context, a=_shown(furthest), b=_shown(span))
            return
        if furthest is None or span[1] > furthest[1]:
            furthest = span


def _shown(span: Span) -> str:
    return str(span[0]) if span[0] == span[1] else f"{span[0]}..{span[1]}"


@rule(
    "loc-members-order",
    Level.WARNING,
    "par. 67",
    Scope.FEATURE,
    moltypes=_MOLTYPES,
    message=N_(
        "The parts of “{value}” are not in the order in which they are read. Is this meant?"
    ),
    repair=REWRITE,
)
def member_order(_feature: Feature, context: FeatureContext) -> Iterator[Hit]:
    """The members of a join follow one another in the order of the sequence.

    On the other strand it is the reverse order. Another order is right for trans-spliced products
    and over the origin of a circular molecule (join(900..1000,1..50)).

    Right: join(1..5,8..9)
    Wrong: join(8..9,1..5)

    Put the members in order, or add trans_splicing or circular_RNA if it is meant.
    """
    spans = _joined_spans(context)
    strands = {strand for _first, _last, strand in spans}
    if len(spans) < 2 or len(strands) != 1 or _has(context, "trans_splicing", "circular_RNA"):
        return
    ends = (context.within.residue_count, 1)
    for one, other in pairwise(spans if strands == {1} else spans[::-1]):
        if other[0] < one[0] and (one[1], other[0]) != ends:
            yield noticed(context, _sorted(context.location))
            return


def _sorted(location: Location | None) -> str:
    if isinstance(location, Complement):
        return f"complement({_sorted(location.inner)})"
    if not isinstance(location, Join):
        return ""
    backwards = isinstance(location.members[0], Complement)
    members = sorted(location.members, key=lambda one: one.minimum, reverse=backwards)
    return str(Join(tuple(members)))


@rule(
    "loc-members-adjacent",
    Level.INFO,
    "par. 67",
    Scope.FEATURE,
    moltypes=_MOLTYPES,
    message=N_("In “{value}” the parts {a} and {b} touch. They could be one range."),
    repair=REWRITE,
)
def adjacent(_feature: Feature, context: FeatureContext) -> Iterator[Hit]:
    """Members of a join that touch could be one range.

    join(1..5,6..9) says the same as 1..9, unless the reading frame slips there.

    Right: 1..9
    Wrong: join(1..5,6..9)

    Write one range, or add ribosomal_slippage to the CDS if that is the reason.
    """
    spans = _joined_spans(context)
    if _has(context, "ribosomal_slippage", "trans_splicing"):
        return
    for one, other in pairwise(spans):
        touching = other[0] == one[1] + 1 if one[2] > 0 else one[0] == other[1] + 1
        if touching and one[2] == other[2]:
            yield noticed(context, _merged(context.location), a=_shown(one), b=_shown(other))
            return


def _merged(location: Location | None) -> str:
    """Return a plain join with touching members made one, "" for what is not so plain."""
    if isinstance(location, Complement):
        inner = _merged(location.inner)
        return f"complement({inner})" if inner else ""
    if not isinstance(location, Join):
        return ""
    left: list[Range] = []
    for member in location.members:
        if isinstance(member, Point) and not member.bound:
            member = Range(member.position, member.position)
        if not isinstance(member, Range):
            return ""
        if left and left[-1].end + 1 == member.start and not left[-1].after and not member.before:
            left[-1] = replace(left[-1], end=member.end, after=member.after)
        else:
            left.append(member)
    members = tuple(normalise(one) for one in left)
    return str(members[0] if len(members) == 1 else Join(members))


@rule(
    "loc-mixed-strand-join",
    Level.INFO,
    "par. 69",
    Scope.FEATURE,
    moltypes=_MOLTYPES,
    message=N_(
        "“{value}” joins parts of both strands. If they are spliced from separate molecules, add"
        " trans_splicing."
    ),
)
def both_strands(_feature: Feature, context: FeatureContext) -> Iterator[Hit]:
    """The members of a join lie on one strand, unless trans_splicing is given.

    A molecule made of both strands in one go does not exist; from separate RNAs it does.

    Right: join(1..5,8..9)
    Wrong: join(1..5,complement(8..9))

    Add the qualifier trans_splicing, or correct the location.
    """
    spans = _joined_spans(context)
    if len({strand for _first, _last, strand in spans}) > 1 and not _has(context, "trans_splicing"):
        yield noticed(context)
