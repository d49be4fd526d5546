"""Residues for which a feature tells a narrower symbol (ST.26 par. 15, 16, 27, 29, 94)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from seqeditor.domain.location import Point, normalise
from seqeditor.domain.sequence import Qualifier, Sequence
from seqeditor.rules.finding import Finding, Hit, Level, Scope, hit
from seqeditor.rules.residues.changes import substituted
from seqeditor.rules.rule import Applicability, Repair, rule
from seqeditor.rules.view import FeatureContext, QualifierContext
from seqeditor.texts import N_
from seqeditor.vocabulary.modified_bases import modified_base
from seqeditor.vocabulary.residues import one_letter_codes, symbol_for, symbols

_BASES = re.compile(r"[acgtu](?:(?:, | or |/|, or )[acgtu])+", re.IGNORECASE)
_AMINO_ACIDS = re.compile(r"([A-Z][a-z]{2}|[A-Z])(?: or |, |/)([A-Z][a-z]{2}|[A-Z])")
_NOT_PLAIN = ("p", "fm", "m1f")
"""Pseudouridines: a carbon bond where uridine has nitrogen, so t says less than is known."""

_D_FORM = re.compile(r"D-([A-Za-z ]+)")


def _position(context: FeatureContext) -> int | None:
    """Return the residue of a feature that lies on exactly one inside the sequence."""
    location = context.location
    if isinstance(location, Point) and location.bound:
        return None
    single = normalise(location) if location is not None else None
    if isinstance(single, Point) and 1 <= single.position <= context.sequence.length:
        return single.position
    return None


def _narrowed(sequence: Sequence, finding: Finding) -> Sequence:
    first, last = int(finding.parameters["position"]), int(finding.parameters["last"])
    return substituted(sequence, first, last, str(finding.parameters["symbol"]))


_NARROW = Repair(Applicability.ASK, N_("Write {symbol} at {position}."), _narrowed)


@rule(
    "res-ambiguity-nt-restrictive",
    Level.WARNING,
    "par. 15, 94",
    Scope.QUALIFIER,
    moltypes=("DNA", "RNA"),
    keys=("variation", "misc_difference", "unsure"),
    names=("note",),
    message=N_(
        "Position {position} is {found}, but the note says “{value}”. The symbol {symbol} says"
        " exactly that."
    ),
    repair=_NARROW,
)
def narrower_nucleotide(qualifier: Qualifier, context: QualifierContext) -> Iterator[Hit]:
    """An ambiguity symbol says no more than the note at the same place.

    Where a note lists the alternatives, such as "a or g", the residue should be the symbol for
    just these (r) and not a wider one (n).

    Right: r with variation and the note "a or g"
    Wrong: n with variation and the note "a or g"

    Use the narrower symbol, or change the note if it is not complete.
    """
    note = qualifier.value or ""
    position = _position(context.within) if _BASES.fullmatch(note) else None
    if position is None:
        return
    found = context.sequence.residues.text(position, position)
    known = symbols("DNA").get(found)
    listed = {
        one.replace("u", "t") for one in re.findall("[acgtu]", note.lower().replace("or", ""))
    }
    symbol = symbol_for("DNA", listed)
    if known is not None and symbol is not None and listed < known.stands_for and symbol != found:
        yield hit("value", value=note, position=position, last=position, found=found, symbol=symbol)


@rule(
    "res-ambiguity-aa-restrictive",
    Level.WARNING,
    "par. 27, 94",
    Scope.QUALIFIER,
    moltypes=("AA",),
    keys=("VARIANT",),
    names=("note",),
    message=N_(
        "Position {position} is X, but the note says “{value}”. The symbol {symbol} says exactly"
        " that."
    ),
    repair=_NARROW,
)
def narrower_amino_acid(qualifier: Qualifier, context: QualifierContext) -> Iterator[Hit]:
    """X is not used where B, Z or J says what the note says.

    B is aspartic acid or asparagine, Z is glutamic acid or glutamine, J is leucine or isoleucine.

    Right: B with VARIANT and the note "D or N"
    Wrong: X with VARIANT and the note "D or N"

    Use the narrower symbol, or change the note if it is not complete.
    """
    note = qualifier.value or ""
    match = _AMINO_ACIDS.fullmatch(note)
    position = _position(context.within) if match else None
    if match is None or position is None:
        return
    table = one_letter_codes()
    symbol = symbol_for("AA", {table.get(one, one) for one in match.groups()})
    if symbol in ("B", "Z", "J") and context.sequence.residues.text(position, position) == "X":
        yield hit("value", value=note, position=position, last=position, symbol=symbol)


@rule(
    "res-n-has-single-value",
    Level.WARNING,
    "par. 16",
    Scope.QUALIFIER,
    moltypes=("DNA", "RNA"),
    keys=("modified_base",),
    names=("mod_base",),
    message=N_(
        "Position {position} is n, but {value} is a modified {symbol}. Show it as {symbol} where"
        " possible."
    ),
    repair=_NARROW,
)
def n_for_a_known_base(qualifier: Qualifier, context: QualifierContext) -> Iterator[Hit]:
    """A modified base is shown by its unmodified base rather than by n.

    "Whenever possible", says the standard: 5-methylcytidine (m5c) is shown as c, so that the
    sequence can still be found by its letters.

    Right: c with modified_base, mod_base m5c
    Wrong: n with modified_base, mod_base m5c

    Write the unmodified base. Keep n if the modification leaves no such base.
    """
    base = modified_base(qualifier.value or "")
    location = context.within.location
    spans = location.spans() if location is not None else ()
    if base is None or not base.parent or base.abbreviation in _NOT_PLAIN or len(spans) != 1:
        return
    first, last, _strand = spans[0]
    letters = context.sequence.residues.text(first, last)
    if letters and not letters.strip("n"):
        yield hit("value", value=base.abbreviation, position=first, last=last, symbol=base.parent)


@cache
def _d_names() -> dict[str, str]:
    """Return the symbols of amino acids by full name and three-letter code in lower case."""
    plain = [one for one in symbols("AA").values() if not one.is_ambiguous]
    names = {one.name.lower(): one.letter for one in plain}
    return names | {one.three_letter.lower(): one.letter for one in plain}


@rule(
    "res-x-d-amino-acid",
    Level.WARNING,
    "par. 29",
    Scope.QUALIFIER,
    moltypes=("AA",),
    keys=("SITE", "MOD_RES"),
    names=("note",),
    message=N_(
        "Position {position} is X with the note “{value}”. Show a D-amino acid as {symbol} and"
        " keep the note."
    ),
    repair=_NARROW,
)
def x_for_a_d_amino_acid(qualifier: Qualifier, context: QualifierContext) -> Iterator[Hit]:
    """A D-amino acid is shown by the symbol of its L-form, with a note that says "D-...".

    X would hide which amino acid it is, and the sequence could not be found by its letters.

    Right: A with SITE and the note "D-Alanine"
    Wrong: X with SITE and the note "D-Alanine"

    Write the symbol of the amino acid and keep the note.
    """
    match = _D_FORM.fullmatch((qualifier.value or "").strip())
    symbol = _d_names().get(match[1].strip().lower()) if match else None
    position = _position(context.within) if symbol else None
    if symbol is None or position is None:
        return
    if context.sequence.residues.text(position, position) == "X":
        yield hit("value", value=qualifier.value, position=position, last=position, symbol=symbol)


_WORD = {"DNA": re.compile(r"\buracil\b", re.I), "RNA": re.compile(r"\bthymine\b", re.I)}


@rule(
    "res-t-in-rna-u-in-dna",
    Level.INFO,
    "par. 14, 19",
    Scope.QUALIFIER,
    moltypes=("DNA", "RNA"),
    names=("note",),
    message=N_(
        "The note speaks of uracil in DNA. Describe it with modified_base, mod_base OTHER and the"
        " note “uracil”."
    ),
    variants={
        "RNA": N_(
            "The note speaks of thymine in RNA. Describe it with modified_base, mod_base OTHER and"
            " the note “thymine”."
        )
    },
)
def base_of_the_other_kind(qualifier: Qualifier, context: QualifierContext) -> Iterator[Hit]:
    """Uracil in DNA and thymine in RNA are described as modified bases.

    Both are written t, so the letters alone cannot tell; the standard counts them as modified
    nucleotides.

    Right: modified_base with mod_base OTHER and the note "uracil"
    Wrong: misc_feature with the note "uracil"

    Use the feature modified_base with mod_base OTHER and the note "uracil" or "thymine".
    """
    moltype = context.sequence.moltype
    if context.feature.key in ("source", "modified_base"):
        return
    if not _WORD[moltype].search(qualifier.value or ""):
        return
    location = context.within.location
    spans = location.spans() if location is not None else ()
    if len(spans) != 1:
        return
    letters = context.sequence.residues.text(spans[0][0], spans[0][1])
    if letters and not letters.strip("t"):
        variant = "RNA" if moltype == "RNA" else ""
        yield hit("value", value=qualifier.value, variant=variant)
