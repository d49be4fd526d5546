"""Modified amino acids: how the note names them, and where they stand (ST.26 par. 30; Annex I)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from seqeditor.domain.sequence import Feature
from seqeditor.rules.feature.places import letters_at, plain_range
from seqeditor.rules.finding import Hit, Level, Scope, hit
from seqeditor.rules.rule import rule
from seqeditor.rules.view import FeatureContext
from seqeditor.texts import N_
from seqeditor.vocabulary.modified_amino_acids import modified_amino_acid
from seqeditor.vocabulary.residues import one_letter_codes, symbols

_KEYS = ("SITE", "MOD_RES")

_PARENTS = {
    "3Hyp": "P",
    "4Hyp": "P",
    "Hyl": "K",
    "aHyl": "K",
    "MeLys": "K",
    "MeIle": "I",
    "MeVal": "V",
    "MeGly": "G",
    "EtGly": "G",
    "EtAsn": "N",
    "aIle": "I",
}
"""Abbreviations of Table 4 that derive from exactly one amino acid."""

_SHORT = re.compile(r"[A-Za-z0-9]{2,6}")
_PREFIXES = ("phospho", "n-acetyl", "n-acetyl-", "n-methyl", "n-methyl-", "o-phospho")


@cache
def _names() -> dict[str, str]:
    """Return the symbols of amino acids by full name in lower case."""
    plain = (one for one in symbols("AA").values() if not one.is_ambiguous)
    return {one.name.lower(): one.letter for one in plain}


def parent(note: str) -> str:
    """Return the symbol of the amino acid a note names as modified, "" if it names none known."""
    text = note.strip()
    if text in _PARENTS:
        return _PARENTS[text]
    if text.startswith("D-"):
        rest = text[2:]
        return one_letter_codes().get(rest, "") or _names().get(rest.lower(), "")
    plain = text.lower()
    for prefix in _PREFIXES:
        if plain.startswith(prefix):
            return _names().get(plain[len(prefix) :], "")
    return ""


@rule(
    "feat-modified-aa-residue",
    Level.WARNING,
    "par. 30; Annex I Sec. 4",
    Scope.FEATURE,
    moltypes=("AA",),
    keys=(*_KEYS, "CARBOHYD"),
    message=N_("The note speaks of a modified {parent}, but residue {position} is {residue}."),
    variants={
        "linked": N_("An N-linked sugar stands at N, but residue {position} is {residue}."),
    },
)
def modified_residue(feature: Feature, context: FeatureContext) -> Iterator[Hit]:
    """A modified amino acid stands at the residue it derives from, or at X.

    Phosphoserine at a K mostly means that the location is shifted by one.

    Right: MOD_RES with note "phosphoserine" at S
    Wrong: MOD_RES with note "phosphoserine" at K

    Correct the location, the residue or the note.
    """
    found = plain_range(context)
    if found is None or found[0] != found[1]:
        return
    residue = letters_at(context)
    for note in feature.values("note"):
        linked = feature.key == "CARBOHYD" and note.lower().startswith("n-linked")
        expected = "N" if linked else "" if feature.key == "CARBOHYD" else parent(note)
        if expected and residue not in (expected, "X"):
            variant = "linked" if linked else ""
            yield hit(
                "location",
                value=note,
                variant=variant,
                parent=expected,
                position=found[0],
                residue=residue,
            )
            return


@rule(
    "feat-modified-aa-note-form",
    Level.INFO,
    "par. 30; Annex I Sec. 4",
    Scope.FEATURE,
    moltypes=("AA",),
    keys=_KEYS,
    message=N_("“{value}” is no abbreviation of Table 4. Give the full name of the amino acid."),
)
def abbreviation(feature: Feature, _context: FeatureContext) -> Iterator[Hit]:
    """A modified amino acid is named by an abbreviation of Table 4, or by its full name.

    Other abbreviations are not known to every reader.

    Right: MOD_RES with note "4Hyp"
    Right: MOD_RES with note "N-acetylalanine"
    Wrong: MOD_RES with note "Cit"

    Give the full name.
    """
    for at, one in enumerate(feature.qualifiers):
        note = (one.value or "").strip()
        if one.name != "note" or not _SHORT.fullmatch(note) or note.islower() or note.isdigit():
            continue
        if modified_amino_acid(note) is None and note not in one_letter_codes():
            yield hit("qualifiers", at, "value", value=note)
