"""Residues below <400>: nucleotides, three-letter amino acids, or both, and the numbers with them.

In mixed mode the codons of a CDS stand above their amino acids (ST.25 par. 15, 16).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

_TOKEN = re.compile(r"\S+")
_INTEGER = re.compile(r"-?\d+")
_TITLE_CASE = re.compile(r"(?:[A-Z][a-z]{2})+")
_PARTS = re.compile(r"(?P<letters>[A-Za-z*.-]+)|\d+|(?P<strange>[^A-Za-z\d*.-]+)")


@dataclass
class Residues25:
    """What stands below <400>. `letters`: nucleotides or one-letter amino acids as written.

    `groups`: amino acids of three letters (or names of one), each with its line. `numbers`: the
    index of a group (1-based) with the number printed below it. `strange`: other signs, with line.
    """

    letters: str = ""
    groups: list[tuple[str, int]] = field(default_factory=list)
    numbers: list[tuple[int, int]] = field(default_factory=list)
    strange: list[tuple[str, int]] = field(default_factory=list)
    is_skipped: bool = False


def nucleotides(lines: Iterable[tuple[int, str]]) -> Residues25:
    """Return the nucleotides, and the amino acids of mixed mode below them."""
    found = Residues25()
    parts: list[str] = []
    for line, text in lines:
        tokens = text.split()
        words = [token for token in tokens if not _INTEGER.fullmatch(token)]
        if _is_skip(tokens, parts):
            found.is_skipped = True
        elif words and all(_is_group(word) for word in words):
            found.groups.extend((group, line) for word in words for group in _threes(word))
        else:
            for word in words:
                _take_apart(word, line, parts, found.strange)
    found.letters = "".join(parts)
    found.is_skipped = found.is_skipped and not parts
    return found


def amino_acids(lines: Iterable[tuple[int, str]]) -> Residues25:
    """Return the amino acids of a protein, with the numbers printed below them."""
    found = Residues25()
    ones: list[str] = []
    spans: list[tuple[int, int, int]] = []
    for line, text in lines:
        tokens = [(m[0], m.start(), m.end()) for m in _TOKEN.finditer(text.expandtabs())]
        words = [token for token in tokens if not _INTEGER.fullmatch(token[0])]
        if _is_skip([token[0] for token in tokens], found.groups or ones):
            found.is_skipped = True
        elif not words:
            found.numbers += _below(tokens, spans)
        else:
            spans = []
            in_threes = all(_is_word(word) for word, _start, _end in words)
            for word, start, _end in words:
                if in_threes or (_is_word(word) and not ones):
                    for n, group in enumerate(_threes(word)):
                        found.groups.append((group, line))
                        spans.append((len(found.groups), start + 3 * n, start + 3 * n + 3))
                else:
                    _take_apart(word, line, ones, found.strange)
    found.letters = "".join(ones)
    return found


def _take_apart(word: str, line: int, letters: list[str], strange: list[tuple[str, int]]) -> None:
    """Take the letters of a word; running numbers go, other signs are told."""
    for match in _PARTS.finditer(word):
        if match["letters"]:
            letters.append(match[0])
        elif match["strange"]:
            strange.append((match[0], line))


def _is_skip(tokens: list[str], before: object) -> bool:
    return tokens == ["000"] and not before


def _is_group(word: str) -> bool:
    return _TITLE_CASE.fullmatch(word) is not None or word == "*"


def _is_word(word: str) -> bool:
    """Return whether a word of a protein is made of groups of three, such as Met or MetAla."""
    return (len(word) == 3 and word.isalnum()) or _is_group(word)


def _threes(word: str) -> list[str]:
    if word == "*":
        return ["*"]
    return [word[n : n + 3] for n in range(0, len(word), 3)]


def _below(
    tokens: list[tuple[str, int, int]], spans: list[tuple[int, int, int]]
) -> list[tuple[int, int]]:
    """Return which residue each number stands under: the one whose columns it shares."""
    found = []
    for word, start, end in tokens:
        for index, first, last in spans:
            if start < last and end > first:
                found.append((index, int(word)))
                break
    return found
