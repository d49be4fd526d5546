"""Telling plain residues from any other text: rather ask than take words for a sequence."""

from __future__ import annotations

import re

from seqeditor.vocabulary.residues import one_letter_codes

_FEWEST = 10
"""Letters below which a text may be a word."""

_ALLOWED = re.compile(r"[A-Za-z0-9\s.*'/-]+")
_LETTERS = re.compile(r"[A-Za-z]+")
_AROUND_CODES = frozenset({"H", "Ac", "NH", "OH", "D", "L"})
_CODES = re.compile(r"(?:[A-Z][a-z]{2}){3,}")
_NUCLEOTIDES = frozenset("acgtun")
_AMBIGUOUS = frozenset("mrwsykvhdb")
_AMINO_ACIDS = frozenset("ACDEFGHIKLMNPQRSTVWYUOBJZX")


def looks_raw(text: str) -> bool:
    """Tell whether a text holds nothing but residues, beside numbers, blanks and gaps.

    Letters of modified nucleotides (mGfA) and words of a language are none.
    """
    if _ALLOWED.fullmatch(text) is None:
        return False
    pieces = _LETTERS.findall(text)
    letters = "".join(pieces)
    return _is_nucleotides(letters) or _is_codes(pieces) or _is_protein(letters, pieces)


def _is_nucleotides(letters: str) -> bool:
    found = set(letters.lower())
    if len(letters) < _FEWEST or not found <= _NUCLEOTIDES | _AMBIGUOUS:
        return False
    if found <= _NUCLEOTIDES:
        return True
    ambiguous = sum(letters.lower().count(one) for one in _AMBIGUOUS)
    return 10 * ambiguous <= len(letters) and (letters.isupper() or letters.islower())


def _is_codes(pieces: list[str]) -> bool:
    joined = "".join(piece for piece in pieces if piece not in _AROUND_CODES)
    if _CODES.fullmatch(joined) is None:
        return False
    known = one_letter_codes()
    return all(joined[at : at + 3] in known for at in range(0, len(joined), 3))


def _is_protein(letters: str, pieces: list[str]) -> bool:
    # Blocks of residues are of ten and more; words are shorter.
    return set(letters) <= _AMINO_ACIDS and len(letters) >= _FEWEST * max(1, len(pieces) - 1)
