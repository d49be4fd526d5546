"""Build sequences, headers and listings from the short notation of the rule cases.

Everything is told as a difference from a valid baseline, so that a case shows its fault and
nothing else.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from seqeditor.domain.general_information import (
    ApplicationIdentification,
    GeneralInformation,
    LanguageText,
)
from seqeditor.domain.residues import TextResidues
from seqeditor.domain.sequence import Feature, Qualifier, Sequence, skipped_sequence

Notation = Mapping[str, Any]

RESIDUES = {
    "DNA": "acgtacgtacgtacgtacgtacgtacgtac",
    "RNA": "acgtacgtacgtacgtacgtacgtacgtac",
    "AA": "MKTAYIAKQRQISFVKSHFSRQLEERLGLI",
}
MOL_TYPE = {"DNA": "genomic DNA", "RNA": "mRNA", "AA": "protein"}

SEQUENCE_WORDS = (
    *("moltype", "residues", "written_length", "division", "other_seqids"),
    *("features", "add", "source", "skipped"),
)

BASELINE_HEADER = GeneralInformation(
    dtd_version="V1_3",
    file_name="listing.xml",
    software_name="seqeditor",
    software_version="0.1.0",
    production_date="2025-12-01",
    original_language="en",
    application=ApplicationIdentification("IB", "PCT/IB2025/099999", "2025-06-02"),
    file_reference="AB123",
    priority=ApplicationIdentification("EP", "24100001.2", "2024-07-01"),
    applicant_name=LanguageText("Acme Biotech, Inc.", "en"),
    inventor_name=LanguageText("Jane Example", "en"),
    titles=(LanguageText("Mouse abcd-1 gene", "en"),),
)


def text(value: Any) -> str | None:
    """Return a scalar of the notation as text; raises ValueError for what YAML misread."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool) or not isinstance(value, (int, float, datetime.date)):
        raise ValueError(f"put {value!r} in quotes")
    return str(value)


def known(notation: Notation, allowed: Iterable[str]) -> None:
    """Raise ValueError when the notation holds a word that means nothing."""
    strange = set(notation) - set(allowed)
    if strange:
        raise ValueError(f"unknown in a case: {sorted(strange)}")


def sequence(notation: Notation) -> Sequence:
    """Return the sequence a case describes.

    `source` changes qualifiers of the baseline's source (null takes one away, `at` sets its
    location), `add` appends features, `features` replaces all.
    """
    known(notation, SEQUENCE_WORDS)
    if notation.get("skipped"):
        made = skipped_sequence()
    else:
        moltype = notation.get("moltype", "DNA")
        letters = residues(notation.get("residues", RESIDUES.get(moltype, RESIDUES["DNA"])))
        made = Sequence(moltype=moltype, residues=TextResidues(letters))
        made = replace(made, features=(source(notation.get("source", {}), made),))
    if "features" in notation:
        made = replace(made, features=tuple(feature(f) for f in notation["features"] or ()))
    added = tuple(feature(f) for f in notation.get("add", ()))
    changes: dict[str, Any] = {"features": made.features + added}
    for name in ("moltype", "division", "written_length"):
        if name in notation:
            changes[name] = text(notation[name])
    if "residues" in notation:
        changes["residues"] = TextResidues(residues(notation["residues"]))
    if "other_seqids" in notation:
        given = notation["other_seqids"]
        changes["other_seqids"] = None if given is None else tuple(given)
    return replace(made, **changes)


def residues(given: Any) -> str:
    """Return letters: as they are, or `{repeat: acgt, times: 1000}`."""
    if isinstance(given, Mapping):
        known(given, ("repeat", "times"))
        return str(given["repeat"]) * int(given["times"])
    return text(given) or ""


def source(changes: Notation, within: Sequence) -> Feature:
    """Return the baseline's source feature with the changes."""
    names: dict[str, Any] = {
        "organism": "Homo sapiens",
        "mol_type": MOL_TYPE.get(within.moltype, "genomic DNA"),
    }
    names.update({k: v for k, v in changes.items() if k != "at"})
    quals = [qualifier(k, v) for k, v in names.items() if v is not None]
    return Feature("source", str(changes.get("at", f"1..{within.length}")), tuple(quals))


def feature(notation: Notation) -> Feature:
    """Return a feature: `{key: CDS, at: "1..9", quals: {note: text}}`."""
    known(notation, ("key", "at", "quals"))
    quals = notation.get("quals") or ()
    if isinstance(quals, Mapping):
        made = tuple(qualifier(name, value) for name, value in quals.items())
    else:
        made = tuple(qualifier(one[0], list(one[1:])) for one in quals)
    return Feature(notation["key"], str(notation.get("at", "1..9")), made)


def qualifier(name: str, value: Any) -> Qualifier:
    """Return a qualifier from a value, or from a list of value, non-English value and id."""
    parts: list[Any] = [text(part) for part in value] if isinstance(value, list) else [text(value)]
    if len(parts) > 3:
        raise ValueError(f"too much for one qualifier: {value!r}")
    return Qualifier(name, *parts)


def header(changes: Notation) -> GeneralInformation:
    """Return the baseline header with what stands at the dotted paths changed."""
    made = BASELINE_HEADER
    for path, value in changes.items():
        made = changed(made, path.split("."), value)
    return made


def changed(header: GeneralInformation, steps: list[str], value: Any) -> GeneralInformation:
    """Return the header with one place changed; absent parents are made."""
    name = steps[0]
    if name not in header.__dataclass_fields__:
        raise ValueError(f"no such field of the general information: {name}")
    if name == "titles":
        return replace(header, titles=titles(header.titles, steps[1:], value))
    if name in ("application", "priority"):
        present: Any = getattr(header, name) or ApplicationIdentification()
        return replace(header, **{name: part(present, ApplicationIdentification, steps[1:], value)})
    if name in ("applicant_name", "inventor_name"):
        present = getattr(header, name) or LanguageText("", "en")
        return replace(header, **{name: part(present, LanguageText, steps[1:], value)})
    field: dict[str, Any] = {name: text(value)}
    return replace(header, **field)


def titles(
    present: tuple[LanguageText, ...], steps: list[str], value: Any
) -> tuple[LanguageText, ...]:
    """Return the titles changed: all of them, or the one with the index that follows."""
    if not steps:
        return tuple(part(LanguageText("", "en"), LanguageText, [], one) for one in value or ())
    index = int(steps[0])
    grown = list(present) + [LanguageText("", "en")] * (index + 1 - len(present))
    grown[index] = part(grown[index], LanguageText, steps[1:], value)
    return tuple(grown)


def part(present: Any, kind: Any, steps: list[str], value: Any) -> Any:
    """Return a small record with one field changed, or made whole from a mapping."""
    if steps:
        return replace(present, **{steps[0]: text(value)})
    if value is None:
        return None
    if isinstance(value, str):
        return replace(present, text=value)
    return kind(**{k: text(v) for k, v in value.items()})
