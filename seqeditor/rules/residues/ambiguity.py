"""n and X: what stands for them, and how many there are (ST.26 par. 15, 21, 27, 32, 36, 37)."""

from __future__ import annotations

from collections.abc import Iterator

from seqeditor.domain.sequence import Sequence
from seqeditor.rules.finding import Hit, Level, Scope, hit
from seqeditor.rules.residues.stretches import described, outside, runs, shown
from seqeditor.rules.rule import rule
from seqeditor.rules.view import SequenceContext
from seqeditor.texts import N_, nN_

LONG_RUN = 20
TERMINAL_RUN = 5


@rule(
    "res-n-unexplained",
    Level.INFO,
    "par. 15, 21",
    Scope.SEQUENCE,
    moltypes=("DNA", "RNA"),
    message=N_("No feature explains n at {ranges}. It will be read as any of a, c, g, t/u."),
)
def n_unexplained(sequence: Sequence, context: SequenceContext) -> Iterator[Hit]:
    """Every n is explained by some feature other than source.

    Without one, n means any of a, c, g and t (u in RNA). If it stands for anything else, such as a
    modified base, that has to be said.

    Right: acgtnacgtacgt, with unsure at 5
    Wrong: acgtnacgtacgt, with source alone

    If any base is meant, nothing has to be done. Otherwise add a feature there: modified_base,
    unsure, variation or misc_difference with a note.
    """
    found = outside(runs("n", context.letters), described(sequence))
    if found:
        yield hit("residues", ranges=shown(found))


@rule(
    "res-x-unexplained",
    Level.INFO,
    "par. 27, 32",
    Scope.SEQUENCE,
    moltypes=("AA",),
    message=N_("No feature explains X at {ranges}. It will be read as any of the 22 amino acids."),
)
def x_unexplained(sequence: Sequence, context: SequenceContext) -> Iterator[Hit]:
    """Every X is explained by some feature other than source.

    Without one, X means any of the 22 amino acids that are one residue each. If it stands for
    anything else, such as a modified amino acid or a choice of few, that has to be said.

    Right: MKTXYIAK, with VARIANT at 4
    Wrong: MKTXYIAK, with source alone

    If any amino acid is meant, nothing has to be done. Otherwise add a feature there: VARIANT,
    SITE, MOD_RES or UNSURE with a note.
    """
    found = outside(runs("X", context.letters), described(sequence))
    if found:
        yield hit("residues", ranges=shown(found))


def _long_runs(symbol: str, letters: str) -> Iterator[Hit]:
    if symbol * (LONG_RUN + 1) not in letters:
        return
    found = [(first, last) for first, last in runs(symbol, letters) if last - first >= LONG_RUN]
    longest = max(last - first + 1 for first, last in found)
    yield hit("residues", ranges=shown(found), count=longest)


@rule(
    "res-n-run",
    Level.INFO,
    "par. 36-37",
    Scope.RESIDUES,
    moltypes=("DNA", "RNA"),
    message=nN_(
        "Up to {count} n stands in a row at {ranges}. Is their exact number disclosed?",
        "Up to {count} n stand in a row at {ranges}. Is their exact number disclosed?",
    ),
)
def n_run(_sequence: Sequence, context: SequenceContext) -> Iterator[Hit]:
    """More than 20 n in a row are pointed out.

    The number of residues in a sequence must be known. Many n often stand for a gap of unknown
    length, which must not be shown in this way.

    Right: acgtnnnnacgtacgt
    Wrong: acgt, 100 n, acgt

    If the number is disclosed in the application, nothing has to be done. If it is not, list the
    regions on both sides of the gap as separate sequences.
    """
    yield from _long_runs("n", context.letters)


@rule(
    "res-x-run",
    Level.INFO,
    "par. 36-37",
    Scope.RESIDUES,
    moltypes=("AA",),
    message=nN_(
        "Up to {count} X stands in a row at {ranges}. Is their exact number disclosed?",
        "Up to {count} X stand in a row at {ranges}. Is their exact number disclosed?",
    ),
)
def x_run(_sequence: Sequence, context: SequenceContext) -> Iterator[Hit]:
    """More than 20 X in a row are pointed out.

    The number of residues in a sequence must be known. Many X often stand for a gap of unknown
    length, which must not be shown in this way.

    Right: MKTXXXXAYI
    Wrong: MKT, 100 X, AYI

    If the number is disclosed in the application, nothing has to be done. If it is not, list the
    regions on both sides of the gap as separate sequences.
    """
    yield from _long_runs("X", context.letters)


@rule(
    "res-terminal-ambiguous",
    Level.INFO,
    "par. 15, 27",
    Scope.RESIDUES,
    moltypes=("DNA", "RNA", "AA"),
    message=nN_(
        "The sequence begins with {count} {symbol}. Consider leaving it out.",
        "The sequence begins with {count} {symbol}. Consider leaving them out.",
    ),
    variants={
        "end": nN_(
            "The sequence ends with {count} {symbol}. Consider leaving it out.",
            "The sequence ends with {count} {symbol}. Consider leaving them out.",
        )
    },
)
def terminal_ambiguous(sequence: Sequence, context: SequenceContext) -> Iterator[Hit]:
    """A sequence that begins or ends with five or more n, or X, is pointed out.

    Such an end says little and makes the sequence harder to find.

    Right: acgtacgtacnn
    Wrong: nnnnnnacgtacgtac

    Leave these residues out if nothing in the application depends on them. It is allowed to keep
    them.
    """
    symbol = "n" if sequence.is_nucleotide else "X"
    letters = context.letters
    if letters.startswith(symbol * TERMINAL_RUN):
        count = len(letters) - len(letters.lstrip(symbol))
        yield hit("residues", symbol=symbol, count=count)
    if letters.endswith(symbol * TERMINAL_RUN):
        count = len(letters) - len(letters.rstrip(symbol))
        yield hit("residues", variant="end", symbol=symbol, count=count)
