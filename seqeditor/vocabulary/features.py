"""Feature keys and the qualifiers each may carry (ST.26 Annex I, Sections 5 and 7)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from seqeditor.vocabulary.tables import side, table


@dataclass(frozen=True, slots=True)
class FeatureKey:
    """One feature key.

    `mandatory` and `optional` are qualifier names; `optional_added_later` those of the optional
    ones that came with later versions of the standard. `molecule_scope` is "any" or "DNA",
    `organism_scope` words of the standard or "any"; both only advise. `mandatory_uncertain`: ask
    for the mandatory qualifiers with a warning, not with an error.
    """

    name: str
    section: str
    definition: str
    mandatory: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    molecule_scope: str = "any"
    organism_scope: str = "any"
    notes: tuple[str, ...] = ()
    optional_added_later: tuple[str, ...] = ()
    mandatory_uncertain: bool = False

    def allows(self, qualifier: str) -> bool:
        """Tell whether a qualifier of this name may stand in the feature."""
        return qualifier in self.mandatory or qualifier in self.optional


@dataclass(frozen=True, slots=True)
class FormerKey:
    """A key of ST.25 that ST.26 no longer has, and what says the same now.

    `qualifier` (with `value`) is to be added, "" for none; `needs_note`: the old key, or its text,
    goes to a note, or the meaning is lost.
    """

    name: str
    replacement: str
    qualifier: str = ""
    value: str = ""
    needs_note: bool = False


def feature_key(moltype: str, name: str) -> FeatureKey | None:
    """Return the key for this molecule type, None if the standard has no such key there."""
    return _keys(side(moltype)).get(name)


def feature_keys(moltype: str) -> tuple[FeatureKey, ...]:
    """Return all keys for this molecule type in the order of the standard."""
    return tuple(_keys(side(moltype)).values())


def key_in_right_case(moltype: str, name: str) -> FeatureKey | None:
    """Return the key that differs from the name in nothing but upper and lower case."""
    return _keys_by_lower_case(side(moltype)).get(name.lower())


def mandatory_qualifiers(moltype: str, name: str) -> tuple[str, ...]:
    """Return the names of the qualifiers the key cannot do without; none for an unknown key."""
    key = feature_key(moltype, name)
    return key.mandatory if key else ()


def former_key(moltype: str, name: str) -> FormerKey | None:
    """Return what a key of ST.25 has become, None if the name is no such key."""
    return _former(side(moltype)).get(name)


def former_keys(moltype: str) -> tuple[FormerKey, ...]:
    """Return all keys of ST.25 that have become others."""
    return tuple(_former(side(moltype)).values())


def insdc_only_keys() -> frozenset[str]:
    """Return keys of the databases' feature table that ST.26 never had."""
    return frozenset(_table("nucleotide")["insdc_only_keys"])


@cache
def _table(half: str) -> dict[str, Any]:
    return table(f"{half}_features")


@cache
def _keys(half: str) -> Mapping[str, FeatureKey]:
    return {record["key"]: _read(record) for record in _table(half)["features"]}


@cache
def _keys_by_lower_case(half: str) -> Mapping[str, FeatureKey]:
    return {name.lower(): key for name, key in _keys(half).items()}


def _read(record: Mapping[str, Any]) -> FeatureKey:
    return FeatureKey(
        name=record["key"],
        section=record["section"],
        definition=record["definition"],
        mandatory=tuple(record["mandatory"]),
        optional=tuple(record["optional"]),
        molecule_scope=record.get("molecule_scope", "any"),
        organism_scope=record.get("organism_scope", "any"),
        notes=tuple(record.get("notes", ())),
        optional_added_later=tuple(record.get("optional_added_later", ())),
        mandatory_uncertain=record.get("mandatory_uncertain", False),
    )


@cache
def _former(half: str) -> Mapping[str, FormerKey]:
    return {
        record["key"]: FormerKey(
            name=record["key"],
            replacement=record["replacement"],
            qualifier=record.get("qualifier", ""),
            value=record.get("value", ""),
            needs_note=record.get("note", False),
        )
        for record in _table(half)["former"]
    }
