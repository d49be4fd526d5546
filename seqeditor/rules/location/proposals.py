"""Repairs that set or split a location as the finding proposes."""

from __future__ import annotations

from collections.abc import Sequence as Several
from dataclasses import replace

from seqeditor.domain.location import LocationFault
from seqeditor.domain.path import put
from seqeditor.domain.sequence import Feature, Sequence
from seqeditor.rules.finding import Finding, Hit, Level
from seqeditor.rules.rule import Applicability, Repair
from seqeditor.rules.view import FeatureContext
from seqeditor.texts import N_

_ORDINARY = ("unexpected", "members")
"""Variants of faults that the message of the rule itself tells."""

SEPARATOR = "; "
"""Between the locations of a proposal that splits a feature; no location holds it."""


def fault_of(rule: str, context: FeatureContext) -> LocationFault | None:
    """Return the first fault of a location that this rule speaks of."""
    for fault in context.location_faults:
        if fault.rule == rule:
            return fault
    return None


def told(context: FeatureContext, fault: LocationFault, proposal: str = "") -> Hit:
    """Return the hit for a fault, with the proposal how to write the location."""
    parameters = dict(fault.parameters)
    if fault.offset:
        parameters["offset"] = fault.offset
    parameters["proposal"] = proposal
    variant = "" if fault.variant in _ORDINARY else fault.variant
    return Hit(
        ("location",),
        value=context.feature.location,
        variant=variant,
        parameters=parameters,
    )


def noticed(
    context: FeatureContext,
    proposal: str = "",
    *,
    variant: str = "",
    level: Level | None = None,
    **parameters: str | int,
) -> Hit:
    """Return a hit on the location, with the proposal how to write it."""
    parameters["proposal"] = proposal
    return Hit(
        ("location",),
        value=context.feature.location,
        variant=variant,
        level=level,
        parameters=parameters,
    )


def proposed(finding: Finding) -> bool:
    """Tell whether the finding proposes a location."""
    return bool(finding.parameters.get("proposal"))


def _set(sequence: Sequence, finding: Finding) -> Sequence:
    changed: Sequence = put(sequence, finding.path, str(finding.parameters["proposal"]))
    return changed


def _split(sequence: Sequence, finding: Finding) -> Sequence:
    index = int(finding.path[1])
    locations = str(finding.parameters["proposal"]).split(SEPARATOR)
    new = _copies(sequence.features[index], locations)
    features = (*sequence.features[:index], *new, *sequence.features[index + 1 :])
    return replace(sequence, features=features)


def _copies(feature: Feature, locations: Several[str]) -> list[Feature]:
    """Return the feature once for each location; copies have no address and no XML id yet."""
    bare = tuple(replace(q, ref=0, id=None) for q in feature.qualifiers)
    first = replace(feature, location=locations[0])
    rest = [Feature(feature.key, location, bare) for location in locations[1:]]
    return [first, *rest]


REWRITE = Repair(Applicability.ASK, N_("Write {proposal}."), _set, proposed)
REWRITE_SAFELY = Repair(Applicability.SAFE, N_("Write {proposal}."), _set, proposed)
SPLIT = Repair(
    Applicability.ASK, N_("Make a feature for each location: {proposal}."), _split, proposed
)
SPLIT_OR_LINK = Repair(
    Applicability.ASK,
    N_("Write {proposal}, with a feature for each location."),
    _split,
    proposed,
    sure=lambda finding: bool(finding.parameters.get("link")),
)
"""One location in place of the two ends of a bond is sure; several features are to be asked."""
