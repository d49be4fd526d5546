"""What each cell of the feature table is, and what may stand in it; no Qt here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from seqeditor.domain.path import Path
from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from seqeditor.texts import _
from seqeditor.vocabulary.features import FeatureKey, feature_key, feature_keys
from seqeditor.vocabulary.genetic_codes import genetic_codes
from seqeditor.vocabulary.modified_bases import modified_bases
from seqeditor.vocabulary.qualifiers import QualifierName, ValueKind, qualifier

NAME, VALUE, NON_ENGLISH = 0, 1, 2
"""The columns: key or qualifier name; location or value; value in the second language."""

LONGEST_TEXT = 1000
"""Characters of free text that the standard allows (par. 86)."""

_LONG_BY_NATURE = ("translation",)


class Cell(Enum):
    """The kinds of cells, by how they are edited."""

    NOTHING = auto()
    KEY = auto()
    LOCATION = auto()
    QUALIFIER_NAME = auto()
    CHOICE = auto()
    FORMED = auto()
    TEXT = auto()
    NON_ENGLISH = auto()


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to be chosen, and what it means.

    `group` is the message id of the heading it stands under; `about` what else is to be known of
    it, in lines; `also` other words by which it is found, and `original` the meaning as the
    standard words it, in English.
    """

    text: str
    meaning: str = ""
    group: str = ""
    about: str = ""
    also: tuple[str, ...] = ()
    original: str = ""


def path_of_cell(feature: int, qualifier_index: int | None, column: int) -> Path:
    """Return the path of what a cell shows; rows and columns are 0-based."""
    if qualifier_index is None:
        return ("features", feature, "key" if column == NAME else "location")
    field = ("name", "value", "non_english")[column]
    return ("features", feature, "qualifiers", qualifier_index, field)


def cell_of_path(path: Path) -> tuple[int, int | None, int] | None:
    """Return feature, qualifier (None: the feature itself) and column of a path.

    A path to a whole feature or qualifier, or to what has no cell of its own (an id), gives the
    first column; None for a path that is not in the feature table.
    """
    if len(path) < 2 or path[0] != "features" or not isinstance(path[1], int):
        return None
    if len(path) >= 4 and path[2] == "qualifiers" and isinstance(path[3], int):
        columns = {"value": VALUE, "non_english": NON_ENGLISH}
        return path[1], path[3], columns.get(str(path[4]) if len(path) > 4 else "", NAME)
    return path[1], None, VALUE if path[2:3] == ("location",) else NAME


def cell_kind(sequence: Sequence, feature: Feature, one: Qualifier | None, column: int) -> Cell:
    """Return how a cell is edited; NOTHING when there is nothing to edit."""
    if one is None:
        return (Cell.KEY, Cell.LOCATION, Cell.NOTHING)[column]
    if column == NAME:
        return Cell.QUALIFIER_NAME
    known = qualifier(sequence.moltype, one.name)
    if column == NON_ENGLISH:
        wanted = known is None or known.language_dependent or known.language_dependence_uncertain
        return Cell.NON_ENGLISH if wanted or one.non_english is not None else Cell.NOTHING
    if known is None:
        return Cell.TEXT
    if not known.takes_value:
        # A value that should not be there can at least be taken away.
        return Cell.TEXT if one.value else Cell.NOTHING
    if known.values:
        return Cell.CHOICE
    formed = known.kind in (ValueKind.NUMBER, ValueKind.RANGE, ValueKind.PATTERN)
    return Cell.FORMED if formed and one.name not in _LONG_BY_NATURE else Cell.TEXT


def key_choices(moltype: str) -> tuple[Choice, ...]:
    """Return the feature keys of a molecule type with their meanings."""
    return tuple(_choice(one) for one in feature_keys(moltype))


def qualifier_choices(
    moltype: str, feature: Feature, present: Qualifier | None = None
) -> tuple[Choice, ...]:
    """Return the qualifiers that may be added to a feature, mandatory ones first.

    What may stand only once and is there is left out, unless it is `present`, the one whose name
    is being changed. An unknown key takes no qualifier that could be named.
    """
    key = feature_key(moltype, feature.key)
    if key is None:
        return ()
    there = {one.name for one in feature.qualifiers if one is not present}
    names = (*key.mandatory, *key.optional)
    known = [one for name in names if (one := qualifier(moltype, name)) is not None]
    return tuple(_choice(one) for one in known if one.multiple or one.name not in there)


def _choice(one: FeatureKey | QualifierName) -> Choice:
    return Choice(one.name, _(one.definition), original=one.definition)


def value_choices(moltype: str, name: str) -> tuple[Choice, ...]:
    """Return the values that the standard lists for a qualifier, with their meanings if any."""
    known = qualifier(moltype, name)
    if known is None:
        return ()
    meanings: dict[str, str] = {}
    if name == "mod_base":
        meanings = {base.abbreviation: base.name for base in modified_bases()}
    elif name == "transl_table":
        meanings = {str(code.id): code.name for code in genetic_codes()}
    return tuple(Choice(value, meanings.get(value, "")) for value in known.values)


def longest_text(moltype: str, name: str) -> int | None:
    """Return how many characters a value may have, None for no limit (a translation)."""
    known = qualifier(moltype, name)
    if known is None:
        return LONGEST_TEXT
    if known.longest is None and known.kind is not ValueKind.TEXT:
        return None
    return None if name in _LONG_BY_NATURE else known.longest or LONGEST_TEXT


def awaits_value(moltype: str, one: Qualifier) -> bool:
    """Tell whether a qualifier is there but nobody has filled in its value yet."""
    known = qualifier(moltype, one.name)
    return not one.value and not one.non_english and (known is None or known.takes_value)


def meaning_of_key(moltype: str, key: str) -> str:
    """Return what a feature key means, in the language of the window; "" for an unknown one."""
    known = feature_key(moltype, key)
    return _(known.definition) if known else ""


def known_qualifier(moltype: str, name: str) -> QualifierName | None:
    """Return what the standard says of a qualifier, None for an unknown one."""
    return qualifier(moltype, name)
