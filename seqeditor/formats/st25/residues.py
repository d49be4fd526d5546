"""Residues below <400>: nucleotides, three-letter amino acids, or both, and the numbers with them.

In mixed mode the codons of a CDS stand above their amino acids (ST.25 par. 15, 16).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from seqeditor.vocabulary.modified_amino_acids import modified_amino_acids
from seqeditor.vocabulary.residues import one_letter_codes

_WORD = re.compile(r"-?\d+(?![^\s-])|[^\s-]+|-{2,}|(?<!\S)-(?!\S)")
_LONGEST_NUMBER = 12
_ENOUGH = 1000
"""Words that tell how a protein is written."""
_INTEGER = re.compile(r"-?\d+")
_TITLE_CASE = re.compile(r"(?:[A-Z][a-z]{2})+")
_PARTS = re.compile(r"(?P<letters>[A-Za-z*.-]+)|\d+|(?P<strange>[^A-Za-z\d*.-]+)")


@dataclass
class Residues25:
    """What stands below <400>. `letters`: nucleotides or one-letter amino acids as written.

    `groups`: amino acids of three letters (or names of one), each with its line. `numbers`: the
    index of a group (1-based) with the number printed below it, of lines with one below zero.
    `strange`: other signs, with line.
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
    """Return the amino acids of a protein, with the numbers printed below them.

    A protein is written in three letters or in one throughout, so that the order is that of the
    file: in `groups` then, or in `letters`.
    """
    found = Residues25()
    listed = list(lines)
    if "".join(text for _line, text in listed).split() == ["000"]:
        found.is_skipped = True
        return found
    if _is_in_threes(listed):
        known = _known()
        above, first = "", 0
        for line, text in listed:
            words = text.split()
            if known.issuperset(words):
                above, first = text, len(found.groups)
                found.groups.extend([(word, line) for word in words])
            elif not all(map(_INTEGER.fullmatch, words)):
                above, first = text, len(found.groups)
                _take_groups(_tokens(text), line, found)
            elif "-" in text:
                found.numbers += _below(_tokens(text), _spans(above, first))
        return found
    ones: list[str] = []
    for line, text in listed:
        for word in text.split():
            if not _INTEGER.fullmatch(word):
                _take_apart(word, line, ones, found.strange)
    found.letters = "".join(ones)
    return found


def _is_in_threes(lines: Iterable[tuple[int, str]]) -> bool:
    """Return whether a protein is written in groups such as Met: most of its words are some."""
    groups = others = 0
    for _line, text in lines:
        for match in _WORD.finditer(text):
            word = match[0]
            if _is_group(word) or word.capitalize() in one_letter_codes() or word == "*":
                groups += 1
            elif word.isalpha() and word.lower() not in _modified():
                others += 1
            if groups + others > _ENOUGH:
                return groups > others
    return groups > others


def _tokens(text: str) -> list[tuple[str, int]]:
    """Return the words of a line, each with its column (from 0)."""
    return [(match[0], match.start()) for match in _WORD.finditer(text.expandtabs())]


def _take_groups(tokens: list[tuple[str, int]], line: int, found: Residues25) -> None:
    for word, _start in tokens:
        if _is_sign(word):
            found.strange.append((word, line))
        elif not _INTEGER.fullmatch(word):
            found.groups.extend((group, line) for group in _groups_of(word))


def _spans(text: str, first: int) -> list[tuple[int, int, int]]:
    """Return the index (1-based) of each group of a line with its columns."""
    spans = []
    for word, start in _tokens(text):
        if _is_sign(word) or _INTEGER.fullmatch(word):
            continue
        at = start
        for group in _groups_of(word):
            first += 1
            spans.append((first, at, at + len(group)))
            at += len(group)
    return spans


def _is_sign(word: str) -> bool:
    return not any(letter.isalnum() or letter == "*" for letter in word)


def _groups_of(word: str) -> list[str]:
    """Return the groups of a word: one of Table 4 such as 4Hyp, or one for every three letters."""
    bare = word.strip("0123456789")
    if word.lower() in _modified() or bare.lower() in _modified():
        return [word if word.lower() in _modified() else bare]
    stop = ["*"] * (len(bare) - len(bare.rstrip("*")))
    bare = bare.rstrip("*")
    if bare.isalpha() and len(bare) % 3 == 0:
        return _threes(bare) + stop
    return ([bare] if bare else []) + stop


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


def _threes(word: str) -> list[str]:
    if word == "*":
        return ["*"]
    return [word[n : n + 3] for n in range(0, len(word), 3)]


def _below(
    tokens: list[tuple[str, int]], spans: list[tuple[int, int, int]]
) -> list[tuple[int, int]]:
    """Return which residue each number stands under: the one whose columns it shares."""
    found = []
    n = 0  # both go from left to right
    for word, start in tokens:
        end = start + len(word)
        while n < len(spans) and spans[n][2] <= start:
            n += 1
        if n < len(spans) and spans[n][1] < end and len(word) < _LONGEST_NUMBER:
            found.append((spans[n][0], int(word)))
    return found


@cache
def _known() -> frozenset[str]:
    return frozenset(one_letter_codes())


@cache
def _modified() -> frozenset[str]:
    return frozenset(one.abbreviation.lower() for one in modified_amino_acids())
