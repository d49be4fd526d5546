"""Qualifier names and what their values may be (ST.26 Annex I, Sections 6 and 8)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from seqeditor.domain.sequence import MOLTYPES, NUCLEOTIDE_MOLTYPES
from seqeditor.vocabulary.genetic_codes import genetic_codes
from seqeditor.vocabulary.modified_bases import modified_bases
from seqeditor.vocabulary.tables import side, table


class ValueKind(StrEnum):
    """What a value looks like."""

    NONE = "none"
    """No value at all: the name says everything (par. 76)."""
    TEXT = "text"
    LIST = "list"
    """One of `values`."""
    LIST_WITH_SUFFIX = "list with suffix"
    """One of `values`, and more after a colon."""
    NUMBER = "number"
    RANGE = "range"
    """`x..y`, positions in the sequence."""
    PATTERN = "pattern"
    """A form of its own, see `syntax`."""


@dataclass(frozen=True, slots=True)
class QualifierName:
    """One qualifier name and its value.

    `values` are the values allowed (kinds LIST, LIST_WITH_SUFFIX and, where the standard lists
    them, NUMBER); `later_values` are met in real listings and not sure to be allowed. `any_case`:
    upper and lower case do not matter. `pattern` is a regular expression for the whole value,
    `expected_pattern` one whose breach only deserves a remark, `lenient_pattern` one for older
    forms. `language_dependent`: free text with NonEnglishQualifier_value (par. 87).
    `language_dependence_uncertain`: do not judge it. `multiple`: may stand more than once in a
    feature. `longest` is in characters, None for no limit.
    """

    name: str
    section: str
    definition: str
    kind: ValueKind
    values: tuple[str, ...] = ()
    later_values: tuple[str, ...] = ()
    any_case: bool = False
    syntax: str = ""
    pattern: str = ""
    expected_pattern: str = ""
    lenient_pattern: str = ""
    default: str = ""
    may_be_empty: bool = False
    language_dependent: bool = False
    language_dependence_uncertain: bool = False
    multiple: bool = True
    longest: int | None = None
    example: str = ""
    notes: tuple[str, ...] = ()

    @property
    def takes_value(self) -> bool:
        """Whether the qualifier has a value."""
        return self.kind is not ValueKind.NONE


def qualifier(moltype: str, name: str) -> QualifierName | None:
    """Return the qualifier for this molecule type, None if the standard has none there."""
    return _names(_known(moltype)).get(name)


def qualifiers(moltype: str) -> tuple[QualifierName, ...]:
    """Return all qualifiers for this molecule type in the order of the standard."""
    return tuple(_names(_known(moltype)).values())


def name_in_right_case(moltype: str, name: str) -> QualifierName | None:
    """Return the qualifier that differs from the name in nothing but upper and lower case."""
    return _names_by_lower_case(_known(moltype)).get(name.lower())


def former_name(name: str) -> str | None:
    """Return what a name used up to version 1.3 (MOL_TYPE, NOTE, ORGANISM) is now, else None."""
    new: str | None = _table()["former_names"].get(name)
    return new


@cache
def insdc_only_qualifiers() -> frozenset[str]:
    """Return qualifiers of the databases' feature table that ST.26 never had."""
    return frozenset(table("nucleotide_features")["insdc_only_qualifiers"])


def mol_types(moltype: str) -> tuple[str, ...]:
    """Return the values of mol_type for a molecule type (6.39, 8.1); none for an unknown one."""
    return _names(moltype)["mol_type"].values if _known(moltype) else ()


def _known(moltype: str) -> str:
    """Return the molecule type, "" for any other text: what is kept must stay small."""
    return moltype if moltype in MOLTYPES else ""


@cache
def _table() -> dict[str, Any]:
    return table("qualifiers")


@cache
def _names(moltype: str) -> Mapping[str, QualifierName]:
    half = side(moltype)
    return {
        record["name"]: _read(record, moltype)
        for record in _table()["qualifiers"]
        if half in record["sections"]
    }


@cache
def _names_by_lower_case(moltype: str) -> Mapping[str, QualifierName]:
    return {name.lower(): one for name, one in _names(moltype).items()}


def _read(record: Mapping[str, Any], moltype: str) -> QualifierName:
    return QualifierName(
        name=record["name"],
        section=record["sections"][side(moltype)],
        definition=record["definition"],
        kind=ValueKind(record["kind"]),
        values=_values(record, moltype),
        later_values=tuple(record.get("later_values", ())),
        any_case=record.get("any_case", False),
        syntax=record.get("syntax", ""),
        pattern=record.get("pattern", ""),
        expected_pattern=record.get("expected_pattern", ""),
        lenient_pattern=record.get("lenient_pattern", ""),
        default=record.get("default", ""),
        may_be_empty=record.get("may_be_empty", False),
        language_dependent=record["language_dependent"],
        language_dependence_uncertain=record.get("language_dependence_uncertain", False),
        multiple=record["multiple"],
        longest=record.get("longest"),
        example=record.get("example", ""),
        notes=tuple(record.get("notes", ())),
    )


def _values(record: Mapping[str, Any], moltype: str) -> tuple[str, ...]:
    """Return the values allowed; two lists are tables of the standard of their own."""
    if record["name"] == "mod_base":
        return tuple(base.abbreviation for base in modified_bases())
    if record["name"] == "transl_table":
        return tuple(str(code.id) for code in genetic_codes() if not code.tolerated)
    by_moltype: Mapping[str, list[str]] = record.get("values_by_moltype", {})
    if not by_moltype:
        return tuple(record.get("values", ()))
    if moltype in by_moltype:
        return tuple(by_moltype[moltype])
    return tuple(value for one in NUCLEOTIDE_MOLTYPES for value in by_moltype[one])
