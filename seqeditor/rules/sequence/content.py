"""Whether there is enough in a sequence to be listed at all (ST.26 par. 7, 8, 57, 60)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from seqeditor.domain.sequence import Feature, Qualifier, Sequence, skipped_sequence
from seqeditor.rules.finding import Finding, Hit, Level, Scope, hit
from seqeditor.rules.rule import Applicability, Repair, rule
from seqeditor.rules.view import SequenceContext
from seqeditor.texts import N_, nN_

NUCLEOTIDES_NEEDED = 10
AMINO_ACIDS_NEEDED = 4

_NOT_DEFINED = re.compile(r"[nN\s\d]+")
_NOT_DEFINED_AA = re.compile(r"[xX\s\d]+")


def _skipped(sequence: Sequence, _finding: Finding) -> Sequence:
    bare = skipped_sequence()
    return replace(bare, name=sequence.name, note=sequence.note, colour=sequence.colour)


_SKIP = Repair(Applicability.ASK, N_("Make it an intentionally skipped sequence (000)."), _skipped)


@rule(
    "seq-empty",
    Level.ERROR,
    "par. 42, 52, 57",
    Scope.SEQUENCE,
    message=N_(
        "Sequence {number} has no residues. Give them, or make it an intentionally skipped"
        " sequence."
    ),
    silences=("xml-mandatory-empty", "res-whitespace-or-digits"),
    repair=_SKIP,
)
def no_residues(_sequence: Sequence, context: SequenceContext) -> Iterator[Hit]:
    """A sequence has residues.

    A number without residues is only allowed as an intentionally skipped sequence, which the
    standard marks with the residues 000.

    Right: <INSDSeq_sequence>acgtacgtac</INSDSeq_sequence>
    Right: <INSDSeq_sequence>000</INSDSeq_sequence>, an intentionally skipped sequence
    Wrong: <INSDSeq_sequence></INSDSeq_sequence>

    Give the residues, or make it an intentionally skipped sequence: the numbers of the other
    sequences then stay as they are.
    """
    if not context.residue_count:
        yield hit("residues", number=context.number)


def _defined(context: SequenceContext, ambiguous: re.Pattern[str], needed: int) -> int:
    """Count the specifically defined residues (par. 3(k)); long sequences only until enough."""
    head = context.letters[: 64 * needed]
    count = len(ambiguous.sub("", head))
    if count >= needed or len(head) == len(context.letters):
        return count
    return len(ambiguous.sub("", context.letters))


@rule(
    "seq-too-short-nt",
    Level.ERROR,
    "par. 3(k), 7(a), 8",
    Scope.SEQUENCE,
    moltypes=("DNA", "RNA"),
    message=nN_(
        "Sequence {number} has only {count} nucleotide other than n; a listing takes sequences"
        " with at least 10. Make it an intentionally skipped sequence or remove it.",
        "Sequence {number} has only {count} nucleotides other than n; a listing takes sequences"
        " with at least 10. Make it an intentionally skipped sequence or remove it.",
    ),
    repair=_SKIP,
)
def enough_nucleotides(_sequence: Sequence, context: SequenceContext) -> Iterator[Hit]:
    """A nucleotide sequence has at least 10 specifically defined nucleotides.

    Specifically defined is every nucleotide other than n; the other ambiguity symbols count.
    Shorter sequences must not be given a number of their own in a listing.

    Right: acgtnnacgtryn (10 defined)
    Wrong: acgtacgtann (9 defined)

    Make it an intentionally skipped sequence, so that the other numbers stay, or remove it. Check
    first that no residues are missing.
    """
    count = _defined(context, _NOT_DEFINED, NUCLEOTIDES_NEEDED)
    if context.residue_count and count < NUCLEOTIDES_NEEDED:
        yield hit("residues", number=context.number, count=count)


@rule(
    "seq-too-short-aa",
    Level.ERROR,
    "par. 3(k), 7(b), 8",
    Scope.SEQUENCE,
    moltypes=("AA",),
    message=nN_(
        "Sequence {number} has only {count} amino acid other than X; a listing takes sequences"
        " with at least 4. Make it an intentionally skipped sequence or remove it.",
        "Sequence {number} has only {count} amino acids other than X; a listing takes sequences"
        " with at least 4. Make it an intentionally skipped sequence or remove it.",
    ),
    repair=_SKIP,
)
def enough_amino_acids(_sequence: Sequence, context: SequenceContext) -> Iterator[Hit]:
    """An amino-acid sequence has at least 4 specifically defined amino acids.

    Specifically defined is every amino acid other than X; B, Z, J, U and O count. Shorter
    sequences must not be given a number of their own in a listing.

    Right: MKXXBZ (4 defined)
    Wrong: MKAXXXX (3 defined)

    Make it an intentionally skipped sequence, so that the other numbers stay, or remove it. Check
    first that no residues are missing.
    """
    count = _defined(context, _NOT_DEFINED_AA, AMINO_ACIDS_NEEDED)
    if context.residue_count and count < AMINO_ACIDS_NEEDED:
        yield hit("residues", number=context.number, count=count)


@rule(
    "seq-only-ambiguous",
    Level.ERROR,
    "par. 8",
    Scope.SEQUENCE,
    moltypes=("DNA", "RNA", "AA"),
    message=N_(
        "Sequence {number} consists of {symbol} only and cannot be listed. Make it an"
        " intentionally skipped sequence or remove it."
    ),
    silences=("seq-too-short-nt", "seq-too-short-aa", "res-n-*", "res-x-*", "res-terminal-*"),
    repair=_SKIP,
)
def only_ambiguous(sequence: Sequence, context: SequenceContext) -> Iterator[Hit]:
    """A sequence does not consist of n, or of X, alone.

    Such a sequence says nothing, and the standard keeps it out of a listing whatever its length.

    Right: acgtacgtacnn
    Wrong: nnnnnnnnnnnn
    Wrong: XXXX

    Make it an intentionally skipped sequence, so that the other numbers stay, or remove it.
    """
    symbol = "n" if sequence.is_nucleotide else "X"
    # One case, then the other: n and N mixed is a fault of case as well, and told there.
    if context.residue_count and not context.letters.strip(symbol + symbol.swapcase()):
        yield hit("residues", symbol=symbol, number=context.number)


def _with_source(sequence: Sequence, _finding: Finding) -> Sequence:
    return replace(sequence, features=(new_source(sequence), *sequence.features))


def new_source(sequence: Sequence) -> Feature:
    """Return a source feature over the whole sequence, with what must be filled in left empty."""
    mol_type = "protein" if sequence.moltype == "AA" else ""
    names = (Qualifier("organism", ""), Qualifier("mol_type", mol_type))
    return Feature("source", f"1..{sequence.length}", names)


SOURCE_WANTED = Repair(
    Applicability.ASK, N_("Add a source feature, to be filled in."), _with_source
)


@rule(
    "seq-feature-table-missing",
    Level.ERROR,
    "par. 52, 60",
    Scope.SEQUENCE,
    message=N_(
        "Sequence {number} has no features. It needs at least the feature source with organism"
        " and mol_type."
    ),
    silences=("feat-source-missing",),
    repair=SOURCE_WANTED,
)
def feature_table_missing(sequence: Sequence, context: SequenceContext) -> Iterator[Hit]:
    """A sequence has a feature table with at least the feature source.

    The source feature says from which organism the sequence comes and what kind of molecule it
    is. Only an intentionally skipped sequence goes without.

    Right: a feature table with source, 1..30
    Wrong: no feature table, or one without features

    Add the feature source from the first to the last residue and fill in organism and mol_type.
    For a sequence made by people the organism is "synthetic construct".
    """
    if not sequence.features:
        yield hit("features", number=context.number)
