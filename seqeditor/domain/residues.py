"""Residues of a sequence: a small protocol, and its plain-text implementation.

Long sequences are kept in blocks on disk; the rest of the program must not care.
Positions are 1-based and inclusive, as in the standard (ST.26 par. 11 and 65).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Protocol, runtime_checkable

SKIPPED = "000"
"""The residues of an intentionally skipped sequence (ST.26 par. 58)."""

CHUNK = 65_536


@runtime_checkable
class Residues(Protocol):
    """The letters of one sequence, however they are kept."""

    def __len__(self) -> int: ...

    def text(self, start: int = 1, end: int | None = None) -> str:
        """Return the letters from start to end, both included; all of them by default."""

    def find(self, letters: str, start: int = 1) -> int:
        """Return the position of the first occurrence at or after start, 0 if there is none."""

    def splice(self, start: int, removed: int, inserted: str) -> Residues:
        """Return residues with `removed` letters from position start on replaced by `inserted`."""

    def chunks(self) -> Iterator[str]:
        """Yield the letters in order, in pieces of bounded size."""


class TextResidues:
    """Residues held as one Python string."""

    __slots__ = ("_text",)

    def __init__(self, text: str = "") -> None:
        self._text = text

    def __len__(self) -> int:
        return len(self._text)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, TextResidues):
            return self._text == other._text
        return same_residues(self, other)

    def __hash__(self) -> int:
        return hash(self._text)

    def __repr__(self) -> str:
        shown = self._text if len(self._text) <= 40 else f"{self._text[:37]}..."
        return f"TextResidues({shown!r})"

    def text(self, start: int = 1, end: int | None = None) -> str:
        """Return the letters from start to end, both included; all of them by default."""
        return self._text[max(start, 1) - 1 : None if end is None else max(end, 0)]

    def find(self, letters: str, start: int = 1) -> int:
        """Return the position of the first occurrence at or after start, 0 if there is none."""
        return self._text.find(letters, max(start, 1) - 1) + 1

    def splice(self, start: int, removed: int, inserted: str) -> TextResidues:
        """Return residues with `removed` letters from position start on replaced."""
        before = start - 1
        return TextResidues(self._text[:before] + inserted + self._text[before + removed :])

    def chunks(self) -> Iterator[str]:
        """Yield the letters in order, in pieces of bounded size."""
        for at in range(0, len(self._text), CHUNK):
            yield self._text[at : at + CHUNK]


def same_residues(one: Residues, other: object) -> bool:
    """Tell whether two residues hold the same letters, without joining either."""
    if one is other:
        return True
    if not isinstance(other, Residues) or len(one) != len(other):
        return False
    return digest(one) == digest(other)


def digest(residues: Residues) -> bytes:
    """Return 16 bytes that stand for the letters; equal letters, equal digest."""
    if isinstance(residues, TextResidues):
        return hashlib.blake2b(residues.text().encode(), digest_size=16).digest()
    state = hashlib.blake2b(digest_size=16)
    for piece in residues.chunks():
        state.update(piece.encode())
    return state.digest()
