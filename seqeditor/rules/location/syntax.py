"""Locations that cannot be read (ST.26 par. 64-70)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from seqeditor.domain.sequence import MOLTYPES, Feature
from seqeditor.rules.finding import Hit, Level, Scope
from seqeditor.rules.location.proposals import (
    REWRITE,
    REWRITE_SAFELY,
    fault_of,
    noticed,
    told,
)
from seqeditor.rules.location.rewriting import (
    bounds_in_front,
    lower_operators,
    mechanical,
    readable,
    two_dots,
)
from seqeditor.rules.rule import rule
from seqeditor.rules.view import FeatureContext
from seqeditor.texts import N_


@rule(
    "loc-empty",
    Level.ERROR,
    "par. 64",
    Scope.FEATURE,
    moltypes=MOLTYPES,
    message=N_("The feature {key} has no location. Give the residues it lies on."),
    silences=("xml-mandatory-empty", "xml-outer-space", "loc-whitespace"),
)
def empty(feature: Feature, context: FeatureContext) -> Iterator[Hit]:
    """Every feature has a location.

    Without one nobody knows which residues the feature describes.

    Right: <INSDFeature_location>5..20</INSDFeature_location>
    Wrong: <INSDFeature_location></INSDFeature_location>

    Give the residue, such as 5, or the first and the last residue, such as 5..20.
    """
    fault = fault_of("loc-empty", context)
    if fault:
        yield replace(told(context, fault), parameters={"key": feature.key})


@rule(
    "loc-syntax",
    Level.ERROR,
    "par. 64-70",
    Scope.FEATURE,
    moltypes=MOLTYPES,
    message=N_(
        "The location “{value}” cannot be read: what stands at character {offset} has no meaning"
        " there."
    ),
    variants={
        "number": N_(
            "The location “{value}” cannot be read: a number is missing at character {offset}."
        ),
        "opening": N_(
            "The location “{value}” cannot be read: an opening bracket is missing at character"
            " {offset}."
        ),
        "closing": N_("The location “{value}” cannot be read: a closing bracket is missing."),
        "depth": N_(
            "The location “{value}” cannot be read: too many brackets stand within one another."
        ),
        "digits": N_(
            "The location “{value}” cannot be read: the number at character {offset} is too long."
        ),
    },
    repair=REWRITE,
)
def syntax(feature: Feature, context: FeatureContext) -> Iterator[Hit]:
    """A location is written as the standard says, so that it can be read by machine.

    Forms for nucleotides: 5 and 5..20, 5^6 for a site between two residues, complement(5..20),
    join(5..20,31..40), order(5..20,31..40). For amino acids: 5 and 5..20. < and > before a number
    mean "or beyond".

    Right: join(12..78,134..202)
    Wrong: join(12..78;134..202)

    Correct the character named. Members are separated by commas, and every bracket is closed.
    """
    fault = fault_of("loc-syntax", context)
    if fault:
        yield told(context, fault, mechanical(feature.location, context.sequence.moltype))


@rule(
    "loc-dot-range",
    Level.ERROR,
    "par. 66",
    Scope.FEATURE,
    moltypes=MOLTYPES,
    message=N_("Between the two numbers of “{value}” must stand exactly two dots: {proposal}"),
    variants={"other": N_("Between the numbers of “{value}” must stand exactly two dots.")},
    repair=replace(REWRITE, sure=lambda finding: not finding.parameters.get("single")),
)
def dots(feature: Feature, context: FeatureContext) -> Iterator[Hit]:
    """First and last residue are separated by two dots: 12..78.

    One dot, three dots and hyphens come from older standards. One dot once meant a single residue
    somewhere between the two, which ST.26 cannot say.

    Right: 12..78
    Wrong: 12.78
    Wrong: 12-78

    Write two dots. If one dot was meant in the old sense, give the location otherwise.
    """
    fault = fault_of("loc-dot-range", context)
    if not fault:
        return
    text = feature.location
    proposal = readable(two_dots(text), context.sequence.moltype)
    found = told(context, fault, proposal)
    behind = text[fault.offset : fault.offset + 1]
    single = text[fault.offset - 1] == "." and behind != "."
    parameters = {**found.parameters, "single": int(single)}
    yield replace(found, variant="" if proposal else "other", parameters=parameters)


@rule(
    "loc-bound-symbol-place",
    Level.ERROR,
    "par. 66(a)",
    Scope.FEATURE,
    moltypes=MOLTYPES,
    message=N_(
        "In the location “{value}” the symbol {symbol} is in the wrong place. Write < before the"
        " first number and > before the last one."
    ),
    repair=REWRITE_SAFELY,
)
def bound_symbols(feature: Feature, context: FeatureContext) -> Iterator[Hit]:
    """< stands before the first number of a range, > before the second; never behind a number.

    <1..888 begins before residue 1, 1..>888 goes on after residue 888. Before a single number
    both are possible.

    Right: <1..888
    Right: 1..>888
    Wrong: >1..888
    Wrong: 1..888>

    Move the symbol to its place, or leave it out if the feature is complete.
    """
    fault = fault_of("loc-bound-symbol-place", context)
    if fault:
        yield told(
            context, fault, readable(bounds_in_front(feature.location), context.sequence.moltype)
        )


@rule(
    "loc-operator-case",
    Level.ERROR,
    "par. 67",
    Scope.FEATURE,
    moltypes=("DNA", "RNA"),
    message=N_("“{op}” in the location must be written in lower case."),
    repair=REWRITE_SAFELY,
)
def operator_case(feature: Feature, context: FeatureContext) -> Iterator[Hit]:
    """join, order and complement are written in lower case.

    Programs that read listings look for exactly these words.

    Right: join(1..5,8..9)
    Wrong: JOIN(1..5,8..9)

    Write them in lower case.
    """
    fault = fault_of("loc-operator-case", context)
    if fault:
        yield told(context, fault, lower_operators(feature.location))


@rule(
    "loc-unknown-operator",
    Level.ERROR,
    "par. 67",
    Scope.FEATURE,
    moltypes=MOLTYPES,
    message=N_(
        "“{op}” has no meaning in a location. Use join, order or complement, or numbers only."
    ),
)
def unknown_operator(_feature: Feature, context: FeatureContext) -> Iterator[Hit]:
    """A location uses no words but join, order and complement.

    one-of, bond, gap, group, replace and site come from the databases or from older standards and
    are not part of ST.26.

    Right: order(1..2,5..6)
    Wrong: one-of(1,5)
    Wrong: bond(4,15)

    Say the same with the three operators, with several features, or with a note. A bond between
    two amino acids is CROSSLNK or DISULFID with the location x..y.
    """
    fault = fault_of("loc-unknown-operator", context)
    if fault:
        yield told(context, fault)


@rule(
    "loc-remote",
    Level.ERROR,
    "par. 65",
    Scope.FEATURE,
    moltypes=MOLTYPES,
    message=N_(
        "The location “{value}” refers to another sequence. Give positions in this sequence only."
    ),
)
def remote(_feature: Feature, context: FeatureContext) -> Iterator[Hit]:
    """A location lies wholly in its own sequence.

    Accession numbers before a position, as the databases use them, are not allowed: a listing
    must be complete in itself.

    Right: 1..10
    Wrong: J00194.1:100..202

    Give the positions in this sequence. If the feature reaches beyond it, use < or >.
    """
    fault = fault_of("loc-remote", context)
    if fault:
        yield told(context, fault)


@rule(
    "loc-whitespace",
    Level.WARNING,
    "par. 66-67",
    Scope.FEATURE,
    moltypes=MOLTYPES,
    message=N_("The location “{value}” contains spaces or line breaks. Take them out."),
    silences=("xml-outer-space", "xml-line-break-in-value"),
    repair=REWRITE_SAFELY,
)
def whitespace(feature: Feature, context: FeatureContext) -> Iterator[Hit]:
    """A location holds no spaces and no line breaks.

    Most programs pass over them, but not all.

    Right: join(1..5,8..9)
    Wrong: join(1..5, 8..9)

    Take them out.
    """
    text = feature.location
    if text.isprintable() and " " not in text:
        return
    bare = "".join(text.split())
    if bare != text:
        # Where it cannot be read, two numbers might run together.
        yield noticed(context, bare if context.location is not None else "")
