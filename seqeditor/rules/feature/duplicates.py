"""Features given more than once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from seqeditor.domain.location import LocationError, normalise, parse
from seqeditor.domain.sequence import Feature, Sequence
from seqeditor.rules.finding import Finding, Hit, Level, Scope, hit
from seqeditor.rules.rule import Applicability, Repair, rule
from seqeditor.rules.view import SequenceContext
from seqeditor.texts import N_

Content = tuple[tuple[str, str, str], ...]


def _places(sequence: Sequence) -> Iterator[tuple[str, str, list[int]]]:
    """Yield key, location and indexes of features that share both, source left out."""
    if len(sequence.features) < 2:
        return
    by_place: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for at, feature in enumerate(sequence.features):
        if feature.key != "source":
            place = (feature.key, _normal(feature.location, sequence.moltype))
            by_place[place].append(at)
    for (key, location), indexes in by_place.items():
        if len(indexes) > 1:
            yield key, location, indexes


def _normal(text: str, moltype: str) -> str:
    if text.isdecimal():
        return text
    try:
        return str(normalise(parse(text, moltype)))
    except LocationError:
        return text


def _content(feature: Feature) -> Content:
    return tuple(sorted((q.name, q.value or "", q.non_english or "") for q in feature.qualifiers))


def _without(sequence: Sequence, finding: Finding) -> Sequence:
    index = int(finding.path[1])
    features = sequence.features
    return replace(sequence, features=features[:index] + features[index + 1 :])


@rule(
    "feat-duplicate",
    Level.WARNING,
    "-",
    Scope.SEQUENCE,
    message=N_("The feature {key} at {location} is given twice, with the same qualifiers."),
    repair=Repair(Applicability.SAFE, N_("Remove the second one."), _without),
)
def duplicate(sequence: Sequence, _context: SequenceContext) -> Iterator[Hit]:
    """No two features have the same key, the same location and the same qualifiers.

    The second one says nothing new. Often it comes from importing twice.

    Right: misc_feature 3..5, note "a"; misc_feature 7..9, note "a"
    Wrong: misc_feature 3..5, note "a"; misc_feature 3..5, note "a"

    Remove one of them.
    """
    for key, location, indexes in _places(sequence):
        seen: set[Content] = set()
        for index in indexes:
            content = _content(sequence.features[index])
            if content in seen:
                yield hit("features", index, key=key, location=location)
            seen.add(content)


@rule(
    "feat-same-key-same-location",
    Level.INFO,
    "-",
    Scope.SEQUENCE,
    message=N_(
        "The feature {key} is given {count} times at {location}, with different qualifiers."
    ),
)
def same_place(sequence: Sequence, _context: SequenceContext) -> Iterator[Hit]:
    """Several features of one key at one place are pointed out.

    They are right where each tells another variant, as for VARIANT or variation. Otherwise one
    feature with several qualifiers may be clearer.

    Right: VARIANT 5, note "A"; VARIANT 9, note "I"
    Wrong: VARIANT 5, note "A"; VARIANT 5, note "I"

    Nothing has to be done if it is meant.
    """
    for key, location, indexes in _places(sequence):
        different = {_content(sequence.features[index]) for index in indexes}
        if len(different) > 1:
            yield hit("features", indexes[1], key=key, location=location, count=len(different))
