"""Features kept under a name, to be put on other residues of other sequences."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from seqeditor.app.own_lists import load_own_list, read_list, save_own_list, write_list
from seqeditor.domain.edits.feature_sets import copied, shifted
from seqeditor.domain.location import Complement, LocationError, Point, Range, parse
from seqeditor.domain.sequence import NUCLEOTIDE_MOLTYPES, Feature, Qualifier, Sequence
from seqeditor.texts import N_

KIND = "feature-templates"

BOUND = ("translation", "protein_id")
"""Qualifiers that are true of one sequence only."""

NUCLEOTIDES, AMINO_ACIDS = "nucleotides", "amino acids"


@dataclass(frozen=True, slots=True)
class Template:
    """Features with locations counted from the first residue they cover.

    `molecule` is NUCLEOTIDES, AMINO_ACIDS, or a molecule type where it is meant for no other.
    `name` is a message id where it came with the program.
    """

    name: str
    molecule: str
    features: tuple[Feature, ...]

    def fits(self, moltype: str) -> bool:
        """Tell whether the template is for sequences of a molecule type."""
        return self.molecule in (moltype, _molecule(moltype))


def _other(name: str) -> Feature:
    return Feature("modified_base", "1", (Qualifier("mod_base", "OTHER"), Qualifier("note", name)))


BUILT_IN = (
    Template(
        N_("Uracil in DNA"),
        "DNA",
        (_other("uracil"),),
    ),
    Template(
        N_("Thymine in RNA"),
        "RNA",
        (_other("thymine"),),
    ),
)
"""What the standard itself spells out (par. 14, 19)."""


def _molecule(moltype: str) -> str:
    return NUCLEOTIDES if moltype in NUCLEOTIDE_MOLTYPES else AMINO_ACIDS


def template_of(name: str, moltype: str, features: Iterable[Feature]) -> Template:
    """Return features as a template, their locations counted from the first residue covered.

    What follows from the residues of one sequence is left out, see BOUND.
    """
    chosen = tuple(
        replace(one, qualifiers=tuple(q for q in one.qualifiers if q.name not in BOUND))
        for one in copied(features)
    )
    lowest: list[int] = []
    for one in chosen:
        try:
            lowest.append(parse(one.location, moltype).minimum)
        except LocationError:
            continue
    first = min(lowest, default=1)
    return Template(
        name,
        _molecule(moltype),
        tuple(replace(one, location=_moved(one.location, moltype, 1 - first)) for one in chosen),
    )


def placed(template: Template, sequence: Sequence, start: int, end: int) -> tuple[Feature, ...]:
    """Return the features of a template on the residues from start to end (1-based).

    A single feature of one stretch covers exactly these residues; several, or one of several
    stretches, keep their lengths and begin at the first of them.
    """
    moltype = sequence.moltype
    if len(template.features) == 1:
        one = template.features[0]
        whole = _stretched(one.location, moltype, start, end)
        if whole:
            return (replace(one, location=whole),)
    return tuple(
        replace(one, location=_moved(one.location, moltype, start - 1)) for one in template.features
    )


def _stretched(location: str, moltype: str, start: int, end: int) -> str:
    """Return the residues as a location of the same kind, "" for one of several stretches."""
    plain = str(start) if start == end else f"{start}..{end}"
    try:
        found = parse(location, moltype)
    except LocationError:
        return "" if location else plain
    inner = found.inner if isinstance(found, Complement) else found
    if isinstance(inner, Range):
        made: Point | Range = Range(start, end, inner.before, inner.after)
        if start == end and not (inner.before or inner.after):
            made = Point(start)
    elif isinstance(inner, Point):
        made = Point(start, inner.bound) if start == end else Range(start, end)
    else:
        return ""
    return f"complement({made})" if isinstance(found, Complement) else str(made)


def _moved(location: str, moltype: str, by: int) -> str:
    try:
        return str(shifted(parse(location, moltype), by))
    except LocationError:
        return location


# The user's own list ---------------------------------------------------------------------------


def load_templates() -> list[Template]:
    """Return the user's own templates."""
    return _templates(load_own_list(KIND))


def save_templates(templates: Iterable[Template]) -> None:
    """Keep the user's own templates; raises OSError."""
    save_own_list(KIND, [_item(one) for one in templates])


def import_templates(file: Path, there: Iterable[Template]) -> list[Template]:
    """Return the templates with those of a file behind them; raises OSError, OwnListError.

    What is there already is not taken twice; another of the same name gets a name of its own.
    """
    found = list(there)
    for one in _templates(read_list(KIND, file)):
        if one not in found:
            found.append(replace(one, name=free_name(one.name, found)))
    return found


def export_templates(file: Path, templates: Iterable[Template]) -> None:
    """Write templates for somebody else; raises OSError."""
    write_list(KIND, file, [_item(one) for one in templates])


def free_name(name: str, templates: Iterable[Template]) -> str:
    """Return the name, with a number behind it where it is taken."""
    taken = {one.name for one in templates}
    number, free = 2, name
    while free in taken:
        free, number = f"{name} ({number})", number + 1
    return free


def _item(template: Template) -> dict[str, Any]:
    return {
        "name": template.name,
        "molecule": template.molecule,
        "features": [
            {
                "key": one.key,
                "location": one.location,
                "qualifiers": [
                    {"name": q.name, "value": q.value, "non_english": q.non_english}
                    for q in one.qualifiers
                ],
            }
            for one in template.features
        ],
    }


def _templates(items: list[Any]) -> list[Template]:
    """Return what is rightly formed among the items of a file."""
    found: list[Template] = []
    for item in items:
        if isinstance(item, dict) and isinstance(item.get("features"), list):
            name, molecule = item.get("name"), item.get("molecule")
            features = tuple(filter(None, map(_feature, item["features"])))
            if isinstance(name, str) and isinstance(molecule, str) and features:
                found.append(Template(name, molecule, features))
    return found


def _feature(item: Any) -> Feature | None:
    if not isinstance(item, dict):
        return None
    key, location, rows = item.get("key"), item.get("location"), item.get("qualifiers", [])
    if not isinstance(key, str) or not isinstance(location, str) or not isinstance(rows, list):
        return None
    qualifiers = tuple(
        Qualifier(row["name"], _text(row.get("value")), _text(row.get("non_english")))
        for row in rows
        if isinstance(row, dict) and isinstance(row.get("name"), str)
    )
    return Feature(key, location, qualifiers)


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None
