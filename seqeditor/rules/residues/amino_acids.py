"""Symbols of amino acids (ST.26 par. 26, 28; Annex I, Section 3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import ascii_lowercase, ascii_uppercase

from seqeditor.domain.edits.operations import Operation, SplitAtStops
from seqeditor.domain.sequence import Sequence
from seqeditor.rules.finding import Finding, Hit, Level, Scope, hit
from seqeditor.rules.residues.changes import (
    first_of,
    respelled,
    stretches_between_stops,
    translated,
)
from seqeditor.rules.residues.stretches import described as covered
from seqeditor.rules.residues.stretches import outside, runs, shown
from seqeditor.rules.rule import Applicability, Repair, rule
from seqeditor.rules.view import SequenceContext
from seqeditor.texts import N_, nN_
from seqeditor.vocabulary.residues import one_letter_codes

_LOWER = re.compile("[a-z]")
_TERMINATOR = re.compile(r"[*.]")
_INVALID = re.compile(r"[^A-Za-z*.\s\d]")
_CODES = re.compile(r"(?:[A-Z][a-z]{2}[\s-]*){4,}")
_NO_LETTERS = re.compile(r"[\s-]+")

_RAISED = str.maketrans(ascii_lowercase, ascii_uppercase)


@rule(
    "res-aa-lowercase",
    Level.ERROR,
    "par. 26",
    Scope.RESIDUES,
    moltypes=("AA",),
    message=nN_(
        "Amino acids are written in upper case; {count} residue is not, at position {position}."
        " Write it in upper case.",
        "Amino acids are written in upper case; {count} residues are not, the first at position"
        " {position}. Write them in upper case.",
    ),
    repair=Repair(
        Applicability.SAFE,
        N_("Write the amino acids in upper case."),
        lambda sequence, _finding: translated(sequence, _RAISED),
    ),
)
def lower_case(_sequence: Sequence, context: SequenceContext) -> Iterator[Hit]:
    """Amino acids are written in upper case, each with its one-letter symbol.

    Lower case is for nucleotides. A D-amino acid is not shown by lower case either, but by the
    symbol of the L-form and a feature with a note.

    Right: MKTAYIAK
    Wrong: mktayiak

    Write the residues in upper case. If lower case meant D-amino acids, add a SITE with the note
    "D-..." for each before you do.
    """
    found = _LOWER.findall(context.strange) if context.strange else []
    if found:
        position, first = first_of(_LOWER, context.letters)
        yield hit("residues", value=first, position=position, count=len(found))


def _codes(letters: str) -> list[str]:
    bare = _NO_LETTERS.sub("", letters)
    return [bare[at : at + 3] for at in range(0, len(bare), 3)]


def _one_letter(sequence: Sequence, _finding: Finding) -> Sequence:
    table = one_letter_codes()
    symbols = (table[code.capitalize()] for code in _codes(sequence.residues.text()))
    return respelled(sequence, "".join(symbols))


@rule(
    "res-aa-three-letter",
    Level.ERROR,
    "par. 26",
    Scope.RESIDUES,
    moltypes=("AA",),
    message=N_(
        "Sequence {number} is written in three-letter codes. Write each amino acid with its"
        " one-letter symbol."
    ),
    variants={
        "capitals": N_(
            "Sequence {number} can be read as three-letter codes in capitals. If that is what"
            " they are, write one-letter symbols."
        )
    },
    silences=("res-aa-lowercase", "res-aa-invalid-symbol", "res-whitespace-or-digits"),
    repair=Repair(Applicability.ASK, N_("Write one-letter symbols."), _one_letter),
)
def three_letter_codes(sequence: Sequence, context: SequenceContext) -> Iterator[Hit]:
    """Amino acids are written with one-letter symbols, not with three-letter codes.

    ST.25 used Met Lys Val; in ST.26 every letter is one residue, so the codes would be read as a
    sequence three times as long. Codes in capitals can also be a real peptide (ALAGLYALA...), so
    they only give a warning.

    Right: MKVL
    Wrong: MetLysValLeu

    Write M for Met, K for Lys and so on. Check the locations of the features afterwards: they count
    residues.
    """
    letters = context.letters
    table = one_letter_codes()
    if context.strange:
        if _CODES.fullmatch(letters) and all(code in table for code in _codes(letters)):
            yield hit("residues", number=context.number)
    elif len(letters) >= 12 and len(letters) % 3 == 0:
        codes = (letters[at : at + 3].capitalize() for at in range(0, len(letters), 3))
        if all(code in table for code in codes) and len(set(_codes(letters))) >= 3:
            yield hit("residues", number=context.number, variant="capitals", level=Level.WARNING)


def _split(_sequence: Sequence, finding: Finding) -> tuple[Operation, ...]:
    return (SplitAtStops(finding.sequence or 0),)


@rule(
    "res-aa-terminator",
    Level.ERROR,
    "par. 28",
    Scope.RESIDUES,
    moltypes=("AA",),
    message=N_(
        "“{value}” at position {position} stands for a stop. Where translation stops the sequence"
        " ends: list the parts before and after it as separate sequences."
    ),
    variants={
        "end": N_("The sequence ends with “{value}” for a stop, which is no residue. Leave it out.")
    },
    repair=Repair(
        Applicability.ASK,
        N_("Divide it at the stops; parts with fewer than four defined residues go."),
        _split,
        lambda finding: finding.variant == "end" or bool(finding.parameters.get("parts")),
        sure=lambda finding: finding.variant == "end",
        as_operations=True,
        titles={"end": N_("Leave out the stop at the end.")},
    ),
)
def terminator(_sequence: Sequence, context: SequenceContext) -> Iterator[Hit]:
    """An amino-acid sequence holds no symbol for a stop, neither * nor a full stop.

    A stop is no amino acid. What stands between two stops is a sequence of its own and is listed
    with a number of its own if it has at least four defined residues.

    Right: MKTAYIAK
    Wrong: MKTAYIAK*

    Leave out a stop at the end. Where a stop stands inside, make separate sequences.
    """
    if not context.strange or not _TERMINATOR.search(context.strange):
        return
    position, first = first_of(_TERMINATOR, context.letters)
    if not context.letters[position - 1 :].strip("*."):
        yield hit("residues", value=first, position=position, variant="end")
    else:
        parts = len(stretches_between_stops(context.letters))
        yield hit("residues", value=first, position=position, parts=parts)


@rule(
    "res-aa-invalid-symbol",
    Level.ERROR,
    "par. 26; Annex I Sec. 3",
    Scope.RESIDUES,
    moltypes=("AA",),
    message=nN_(
        "“{value}” at position {position} is not an amino-acid symbol. Use the letters A to Z.",
        "{count} residues are not amino-acid symbols, the first is “{value}” at position"
        " {position}. Use the letters A to Z.",
    ),
)
def invalid_amino_acid(_sequence: Sequence, context: SequenceContext) -> Iterator[Hit]:
    """An amino-acid sequence holds only the letters A to Z.

    Annex I gives every letter a meaning: the 20 usual amino acids, U and O, and B, Z, J and X for
    what is not settled. Gaps (-) and question marks have no symbol; a gap of unknown length cannot
    be shown in one sequence at all (par. 36, 37).

    Right: MKTXYIAK
    Wrong: MKT-YIAK
    Wrong: MKT?YIAK

    Write X for an unknown or other amino acid and describe it with a feature. List the parts on
    both sides of a gap of unknown length as separate sequences.
    """
    found = _INVALID.findall(context.strange) if context.strange else []
    if found:
        position, first = first_of(_INVALID, context.letters)
        yield hit("residues", value=first, position=position, count=len(found))


@rule(
    "res-aa-u-o",
    Level.INFO,
    "par. 26, 91; Annex I 7.21",
    Scope.SEQUENCE,
    moltypes=("AA",),
    message=N_("U (selenocysteine) stands at {positions}. Is this meant?"),
    variants={"O": N_("O (pyrrolysine) stands at {positions}. Is this meant?")},
)
def rare_amino_acids(sequence: Sequence, context: SequenceContext) -> Iterator[Hit]:
    """U (selenocysteine) and O (pyrrolysine) are rare; where they stand is pointed out.

    Both are valid. More often O was typed for Q or zero, and U comes from a nucleotide sequence.

    Right: MUCA, with NON_STD at 2
    Wrong: MOCK, without NON_STD

    If it is meant, nothing has to be done; a feature NON_STD at the residue says so and ends the
    question.
    """
    if context.strange:
        return
    for symbol in "UO":
        found = runs(symbol, context.letters)
        open_ones = outside(found, covered(sequence, ("NON_STD",))) if found else []
        if open_ones:
            variant = "O" if symbol == "O" else ""
            yield hit("residues", value=symbol, variant=variant, positions=shown(open_ones))
