"""Variants as features of a sequence, or as sequences of their own (ST.26 par. 93-97)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from seqeditor.domain.edits.residues import replace_residues
from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from seqeditor.domain.variants import Kind, Variant, edit_of

LONGEST = 1000
"""Residues of an insertion or substitution; longer ones are sequences of their own (par. 95(c))."""

NOT_COPIED = ("translation", "protein_id")
"""Qualifiers of a CDS that speak of the residues before the change."""


def variant_features(
    variants: Iterable[Variant], letters: str, moltype: str, key: str
) -> tuple[Feature, ...]:
    """Return fitting variants as features with this key, in the order of the list.

    Nucleotides say by `replace` what stands there instead, alternatives by a note; amino acids by a
    note (par. 96, 97). Alternatives for one amino acid stand in one note.
    """
    if moltype != "AA":
        return tuple(_nucleotide(one, letters, key) for one in variants)
    listed: list[Variant] = []
    for one in variants:
        same = [
            n
            for n, other in enumerate(listed)
            if one.is_single and other.is_single and other.first == one.first
        ]
        if same:
            former = listed[same[0]]
            alternatives = tuple(dict.fromkeys((*former.replacements, *one.replacements)))
            listed[same[0]] = replace(former, replacements=alternatives)
        else:
            listed.append(one)
    return tuple(_amino_acid(one, letters, key) for one in listed)


def _nucleotide(one: Variant, letters: str, key: str) -> Feature:
    start, removed, put = edit_of(one, letters)
    if len(one.replacements) > 1:
        return Feature(key, _place(one), (Qualifier("note", enumeration(one.replacements)),))
    if removed:
        return Feature(key, _place(one), (Qualifier("replace", put),))
    if start > len(letters):
        # Behind the last residue there is no site x^y: the last residue becomes several.
        return Feature(key, str(len(letters)), (Qualifier("replace", letters[-1] + put),))
    return Feature(key, f"{start - 1}^{start}", (Qualifier("replace", put),))


def _amino_acid(one: Variant, letters: str, key: str) -> Feature:
    start, removed, put = edit_of(one, letters)
    if one.is_single:
        return Feature(key, str(one.first), (Qualifier("note", enumeration(one.replacements)),))
    if removed:
        put = enumeration(one.replacements)
        note = f"replaced by {put}" if put else "deleted"
        return Feature(key, _place(one), (Qualifier("note", note),))
    if start > len(letters):
        note = f"{put} inserted after residue {len(letters)}"
        return Feature(key, str(len(letters)), (Qualifier("note", note),))
    note = f"{put} inserted between residues {start - 1} and {start}"
    return Feature(key, f"{start - 1}..{start}", (Qualifier("note", note),))


def _place(one: Variant) -> str:
    return str(one.first) if one.first == one.last else f"{one.first}..{one.last}"


def enumeration(alternatives: Iterable[str]) -> str:
    """Return alternatives as the standard lists them: `I`, `I or A`, `I, A or F`."""
    *first, last = alternatives
    return f"{', '.join(first)} or {last}" if first else last


def with_variants(sequence: Sequence, variants: Iterable[Variant], key: str) -> Sequence:
    """Return the sequence with its variants as features; what is there already is not repeated."""
    letters = sequence.residues.text()
    made = variant_features(variants, letters, sequence.moltype, key)
    new = tuple(one for one in dict.fromkeys(made) if one not in sequence.features)
    return replace(sequence, features=sequence.features + new) if new else sequence


def variant_sequence(
    sequence: Sequence, edits: Iterable[tuple[int, int, str]], name: str, *, features: bool
) -> Sequence:
    """Return a new sequence with edits (position, removed, inserted) that do not overlap.

    source comes along; the other features, at their new places, only with `features`, and without
    what they say of the protein. Addresses, ids and private notes are not copied.
    """
    kept = [one for one in sequence.features if features or one.key == "source"]
    new = replace(sequence, features=tuple(map(_fresh, kept)), name=name, note="", colour="")
    for start, removed, put in sorted(edits, reverse=True):
        new = replace_residues(new, start, removed, put)
    return replace(new, written_length=None, other_seqids=None)


def _fresh(feature: Feature) -> Feature:
    qualifiers = tuple(
        replace(one, id=None, ref=0) for one in feature.qualifiers if one.name not in NOT_COPIED
    )
    return replace(feature, qualifiers=qualifiers, ref=0)


def inserted_letters(one: Variant, letters: str) -> tuple[str, ...]:
    """Return what a fitting variant puts in, for each alternative."""
    if one.kind is Kind.DUPLICATION:
        return (edit_of(one, letters)[2],)
    return one.replacements
