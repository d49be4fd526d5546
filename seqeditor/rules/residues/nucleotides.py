"""Symbols of nucleotides (ST.26 par. 13, 14; Annex I, Section 1)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from seqeditor.rules.finding import Finding, Hit, Level, Scope, hit
from seqeditor.rules.residues.changes import first_of, translated
from seqeditor.rules.rule import Applicability, Repair, rule
from seqeditor.rules.view import SequenceContext
from seqeditor.texts import N_, nN_
from seqeditor.vocabulary.residues import alphabet

_MOLTYPES = ("DNA", "RNA")
_SYMBOLS = alphabet("DNA")
_UPPER = re.compile(f"[{_SYMBOLS.upper()}]")
_URACIL = re.compile("[uU]")
_URACILS = re.compile("[uU]+")
_INVALID = re.compile(rf"[^{_SYMBOLS}{_SYMBOLS.upper()}uU\s\d]")

_LOWERED = str.maketrans(_SYMBOLS.upper(), _SYMBOLS)
_WITHOUT_URACIL = str.maketrans("uU", "tT")
_UNKNOWN = str.maketrans("xXiI", "nnnn")


def _strange(
    pattern: re.Pattern[str], context: SequenceContext
) -> tuple[int, str, list[str]] | None:
    """Return first position, first character and all characters a rule speaks of."""
    found = pattern.findall(context.strange) if context.strange else []
    return (*first_of(pattern, context.letters), found) if found else None


@rule(
    "res-nt-uppercase",
    Level.ERROR,
    "par. 13",
    Scope.RESIDUES,
    moltypes=_MOLTYPES,
    message=nN_(
        "Nucleotides are written in lower case; {count} residue is not, at position {position}."
        " Write it in lower case.",
        "Nucleotides are written in lower case; {count} residues are not, the first at position"
        " {position}. Write them in lower case.",
    ),
    repair=Repair(
        Applicability.SAFE,
        N_("Write the nucleotides in lower case."),
        lambda sequence, _finding: translated(sequence, _LOWERED),
    ),
)
def upper_case(_sequence: Sequence, context: SequenceContext) -> Iterator[Hit]:
    """Nucleotides are written in lower case: a, c, g, t and the ambiguity symbols.

    Upper case is for amino acids. The standard knows no other meaning of case, such as exons in
    capitals; give those as features.

    Right: acgtacgtac
    Wrong: ACGTACGTAC

    Write the residues in lower case. If they are amino acids, change the molecule type to AA.
    """
    found = _strange(_UPPER, context)
    if found:
        yield hit("residues", value=found[1], position=found[0], count=len(found[2]))


def _t_for_u(sequence: Sequence, _finding: Finding) -> Sequence:
    changed = translated(sequence, _WITHOUT_URACIL)
    if sequence.moltype == "RNA":
        return changed
    letters = sequence.residues.text()
    described = tuple(_uracil(m.start() + 1, m.end()) for m in _URACILS.finditer(letters))
    return replace(changed, features=changed.features + described)


def _uracil(first: int, last: int) -> Feature:
    location = str(first) if first == last else f"{first}..{last}"
    names = (Qualifier("mod_base", "OTHER"), Qualifier("note", "uracil"))
    return Feature("modified_base", location, names)


@rule(
    "res-nt-uracil",
    Level.ERROR,
    "par. 13-14; Annex I Sec. 1",
    Scope.RESIDUES,
    moltypes=_MOLTYPES,
    message=nN_(
        "Uracil is written t; {count} residue is u, at position {position}. Write t instead.",
        "Uracil is written t; {count} residues are u, the first at position {position}. Write t"
        " instead.",
    ),
    variants={
        "DNA": nN_(
            "This DNA has {count} u, at position {position}. If it is RNA, change the molecule"
            " type. If uracil is meant, write t and describe it with modified_base.",
            "This DNA has {count} u, the first at position {position}. If it is RNA, change the"
            " molecule type. If uracil is meant, write t and describe it with modified_base.",
        )
    },
    repair=Repair(
        Applicability.ASK,
        N_("Write t for u; in DNA with a modified_base for uracil."),
        _t_for_u,
        sure=lambda finding: finding.variant != "DNA",
    ),
)
def uracil(sequence: Sequence, context: SequenceContext) -> Iterator[Hit]:
    """The letter u is not used: t stands for thymine in DNA and for uracil in RNA.

    One symbol for both makes DNA and RNA sequences comparable by letters alone.

    Right: acgtacgtac, molecule type RNA
    Wrong: acguacguac, molecule type RNA

    In RNA write t for every u. Uracil in DNA is a modified nucleotide: write t and add a
    modified_base with mod_base OTHER and the note "uracil".
    """
    found = _strange(_URACIL, context)
    if found:
        variant = "DNA" if sequence.moltype == "DNA" else ""
        yield hit(
            "residues", value=found[1], variant=variant, position=found[0], count=len(found[2])
        )


def _unknown_to_n(sequence: Sequence, _finding: Finding) -> Sequence:
    letters = sequence.residues.text()
    inosines = tuple(
        Feature("modified_base", str(m.start() + 1), (Qualifier("mod_base", "i"),))
        for m in re.finditer("[iI]", letters)
    )
    changed = translated(sequence, _UNKNOWN)
    return replace(changed, features=changed.features + inosines)


@rule(
    "res-nt-invalid-symbol",
    Level.ERROR,
    "par. 13; Annex I Sec. 1",
    Scope.RESIDUES,
    moltypes=_MOLTYPES,
    message=nN_(
        "“{value}” at position {position} is not a nucleotide symbol. Use a, c, g, t or the"
        " ambiguity symbols m, r, w, s, y, k, v, h, d, b, n.",
        "{count} residues are not nucleotide symbols, the first is “{value}” at position"
        " {position}. Use a, c, g, t or the ambiguity symbols m, r, w, s, y, k, v, h, d, b, n.",
    ),
    repair=Repair(
        Applicability.ASK,
        N_("Write n for x and for i, with a modified_base for inosine."),
        _unknown_to_n,
        lambda finding: not str(finding.parameters["symbols"]).strip("xXiI"),
    ),
)
def invalid_nucleotide(_sequence: Sequence, context: SequenceContext) -> Iterator[Hit]:
    """A nucleotide sequence holds only a, c, g, t and m, r, w, s, y, k, v, h, d, b, n.

    Gaps (-), stops (*), question marks and names of modified bases have no symbol. A gap of
    unknown length cannot be shown in one sequence at all (par. 36, 37).

    Right: acgtnacgtac
    Wrong: acgt-acgtac
    Wrong: acgtiacgtac

    Write n for an unknown or modified nucleotide and describe it with unsure or modified_base.
    List the regions on both sides of a gap of unknown length as separate sequences.
    """
    found = _strange(_INVALID, context)
    if found:
        position, first, every = found
        yield hit(
            "residues",
            value=first,
            position=position,
            count=len(every),
            symbols="".join(dict.fromkeys(every))[:40],
        )
