"""What the user asks for in the feature table, as labels and pure edits of the sequence."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from collections.abc import Sequence as Items
from dataclasses import dataclass

from seqeditor.domain.edits.feature_sets import (
    add_qualifiers,
    duplicate_features,
    insert_features,
    move_features,
    order_by_location,
    order_moved,
    sort_features,
)
from seqeditor.domain.edits.features import (
    add_feature,
    remove_feature,
    set_key,
    set_location,
)
from seqeditor.domain.edits.qualifiers import (
    add_qualifier,
    move_qualifier,
    remove_qualifier,
    set_non_english,
    set_qualifier_name,
    set_qualifier_value,
    set_value_of,
)
from seqeditor.domain.path import Path, at
from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from seqeditor.texts import N_
from seqeditor.vocabulary.features import feature_key, mandatory_qualifiers
from seqeditor.vocabulary.qualifiers import qualifier

SequenceEdit = Callable[[Sequence], Sequence]


@dataclass(frozen=True, slots=True)
class Request:
    """An edit with the message id of its label; `then` is the place to go to afterwards.

    `rows` are the features to be selected afterwards, by index.
    """

    label: str
    edit: SequenceEdit
    then: Path | None = None
    rows: tuple[int, ...] = ()


def change(sequence: Sequence, path: Path, text: str) -> Request | None:
    """Return the request to put a text at the path of a cell; None when nothing would change."""
    if (at(sequence, path) or "") == text:
        return None
    match path:
        case ("features", int(feature), "key"):
            return _change_key(sequence, feature, text)
        case ("features", int(feature), "location"):
            return Request(N_("Change location"), lambda s: set_location(s, feature, text))
        case ("features", int(feature), "qualifiers", int(index), "name"):
            known = qualifier(sequence.moltype, text)
            takes = known.takes_value if known else None
            return Request(
                N_("Change qualifier"),
                lambda s: set_qualifier_name(s, feature, index, text, takes_value=takes),
            )
        case ("features", int(feature), "qualifiers", int(index), "value"):
            value = _value(sequence, path, text)
            return Request(
                N_("Change qualifier value"),
                lambda s: set_qualifier_value(s, feature, index, value),
            )
        case ("features", int(feature), "qualifiers", int(index), "non_english"):
            return Request(
                N_("Change non-English value"),
                lambda s: set_non_english(s, feature, index, text or None),
            )
    return None


def _change_key(sequence: Sequence, feature: int, key: str) -> Request:
    needed = mandatory_qualifiers(sequence.moltype, key)
    former = mandatory_qualifiers(sequence.moltype, sequence.features[feature].key)
    if feature_key(sequence.moltype, key) is None:
        former = ()  # a slip of the pen costs no qualifiers
    return Request(
        N_("Change feature key"),
        lambda s: set_key(s, feature, key, mandatory=needed, superfluous=former),
    )


def _value(sequence: Sequence, path: Path, text: str) -> str | None:
    """A qualifier without value, rid of one it should not have, has no element for it either."""
    known = qualifier(sequence.moltype, at(sequence, (*path[:-1], "name")))
    return None if not text and known is not None and not known.takes_value else text


def new_feature(sequence: Sequence, key: str, location: str) -> Request:
    """Return the request to add a feature at the end, with its mandatory qualifiers."""
    needed = mandatory_qualifiers(sequence.moltype, key)
    place: Path = ("features", len(sequence.features))
    first_value = (*place, "qualifiers", 0, "value")
    then = (*place, "location") if not location or not needed else first_value
    return Request(
        N_("Add feature"), lambda s: add_feature(s, key, location, mandatory=needed), then
    )


def new_qualifier(sequence: Sequence, feature: int, name: str) -> Request:
    """Return the request to add a qualifier to a feature, with an empty value to be filled in."""
    known = qualifier(sequence.moltype, name)
    value = "" if known is None or known.takes_value else None
    place = ("features", feature, "qualifiers", len(sequence.features[feature].qualifiers))
    return Request(
        N_("Add qualifier"),
        lambda s: add_qualifier(s, feature, name, value),
        (*place, "name" if value is None else "value"),
    )


def deletion(paths: Iterable[Path]) -> Request | None:
    """Return the request to delete features and qualifiers, named by the paths of their rows."""
    features = {p[1] for p in paths if len(p) == 2 and isinstance(p[1], int)}
    qualifiers = {
        (p[1], p[3])
        for p in paths
        if len(p) == 4 and isinstance(p[1], int) and isinstance(p[3], int) and p[1] not in features
    }
    if not features and not qualifiers:
        return None

    def edit(sequence: Sequence) -> Sequence:
        for feature, index in sorted(qualifiers, reverse=True):
            sequence = remove_qualifier(sequence, feature, index)
        for feature in sorted(features, reverse=True):
            sequence = remove_feature(sequence, feature)
        return sequence

    if not qualifiers:
        label = N_("Delete feature") if len(features) == 1 else N_("Delete features")
    elif not features:
        label = N_("Delete qualifier") if len(qualifiers) == 1 else N_("Delete qualifiers")
    else:
        label = N_("Delete features and qualifiers")
    return Request(label, edit)


def qualifiers_added(
    sequence: Sequence, features: Collection[int], qualifiers: Items[Qualifier]
) -> Request | None:
    """Return the request to put copies of qualifiers into features; None when all is there."""

    def edit(old: Sequence) -> Sequence:
        return add_qualifiers(old, features, qualifiers)

    if edit(sequence) == sequence:
        return None
    label = N_("Paste qualifier") if len(qualifiers) == 1 else N_("Paste qualifiers")
    return Request(label, edit)


def modified_base(sequence: Sequence, feature: int, abbreviation: str, note: str) -> Request | None:
    """Return the request to set mod_base and, where there is one, the note in one step."""

    def edit(old: Sequence) -> Sequence:
        new = set_value_of(old, feature, "mod_base", abbreviation)
        return set_value_of(new, feature, "note", note) if note else new

    if edit(sequence) == sequence:
        return None
    return Request(N_("Set modified nucleotide"), edit, ("features", feature))


def codon_value(
    sequence: Sequence, feature: int, index: int, value: str, note: str
) -> Request | None:
    """Return the request to set the value of a codon, and a note that names its amino acid."""
    if not 0 <= index < len(sequence.features[feature].qualifiers):
        return None

    def edit(old: Sequence) -> Sequence:
        new = set_qualifier_value(old, feature, index, value)
        there = note in old.features[feature].values("note")
        return new if not note or there else add_qualifier(new, feature, "note", note)

    if edit(sequence) == sequence:
        return None
    place: Path = ("features", feature, "qualifiers", index)
    return Request(N_("Change qualifier value"), edit, place)


def shift(sequence: Sequence, paths: Collection[Path], by: int) -> Request | None:
    """Return the request to move rows up (-1) or down (1); None when they are at the edge.

    Features move together; qualifiers too, when they are all of one feature.
    """
    features = {p[1] for p in paths if len(p) == 2 and isinstance(p[1], int)}
    if features:
        order = order_moved(len(sequence.features), features, by)
        if order == sorted(order):
            return None
        rows = tuple(place for place, old in enumerate(order) if old in features)
        label = N_("Move feature") if len(features) == 1 else N_("Move features")
        then = ("features", rows[0])
        return Request(label, lambda s: move_features(s, features, by), then, rows)
    for path in paths:
        match path:
            case ("features", int(feature), "qualifiers", int(index)):
                to = index + by
                if len(paths) > 1 or not 0 <= to < len(sequence.features[feature].qualifiers):
                    return None
                return Request(
                    N_("Move qualifier"),
                    lambda s: move_qualifier(s, feature, index, to),  # noqa: B023
                    ("features", feature, "qualifiers", to),
                )
    return None


def sort_by_location(sequence: Sequence) -> Request | None:
    """Return the request to sort all features by location; None when they are sorted."""
    order = order_by_location(sequence)
    if order == sorted(order):
        return None
    return Request(N_("Sort features by location"), sort_features)


def duplicate(features: Collection[int]) -> Request | None:
    """Return the request to put copies of some features behind them."""
    if not features:
        return None
    first, many = max(features) + 1, len(features)
    label = N_("Duplicate feature") if many == 1 else N_("Duplicate features")
    then: Path = ("features", first, "location") if many == 1 else ("features", first)
    rows = tuple(range(first, first + many))
    return Request(label, lambda s: duplicate_features(s, features), then, rows)


def insertion(label: str, features: Items[Feature], at: int | None, total: int) -> Request:
    """Return the request to put features before an index, None for the end of `total`."""
    first = total if at is None else at
    rows = tuple(range(first, first + len(features)))
    return Request(label, lambda s: insert_features(s, features, at), ("features", first), rows)
