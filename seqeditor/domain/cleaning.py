"""From pasted text to residues: what is no residue goes, and is told.

Texts come from papers, sequence programs and web pages: numbered, in blocks, with FASTA heads, out
of GenBank and EMBL records, in three-letter codes, with u for uracil. A chromosome pasted must not
be felt: characters are counted kind by kind, not one by one.
"""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from seqeditor.texts import nN_

AMBIGUITY = "mrwsykvhdbn"
"""Nucleotide symbols for more than one residue (ST.26 Annex I, Table 1)."""

NUMBERS = nN_("{count} number was removed.", "{count} numbers were removed.")
BLANKS = nN_("{count} space was removed.", "{count} spaces were removed.")
LINE_BREAKS = nN_("{count} line break was removed.", "{count} line breaks were removed.")
SIGNS = nN_(
    "{count} sign that is no letter was removed: {characters}",
    "{count} signs that are no letters were removed: {characters}",
)
STOPS = nN_(
    "{count} stop sign at the end was removed.", "{count} stop signs at the end were removed."
)
URACIL = nN_("{count} u was written as t.", "{count} u were written as t.")
THREE_LETTERS = nN_(
    "{count} three-letter code was written as one letter.",
    "{count} three-letter codes were written as one letter each.",
)
GROUPS = nN_(
    "{count} sign of a terminal group or of a D- or L-amino acid was left out: {characters}",
    "{count} signs of terminal groups or of D- and L-amino acids were left out: {characters}",
)
LOWER_CASE = nN_("{count} letter was set in lower case.", "{count} letters were set in lower case.")
UPPER_CASE = nN_("{count} letter was set in upper case.", "{count} letters were set in upper case.")

_SHOWN = 12
"""Kinds of signs named one by one in a message."""

_LETTERS = re.compile(r"[A-Za-z]+")
_NUMBER = re.compile(r"[0-9]+")
_GROUPS = frozenset({"H", "Ac", "NH", "OH", "D", "L"})
"""What stands between three-letter codes in chemical notation: H-Ala-D-Phe-NH2."""
_TITLE_CASE_CODES = re.compile(r"(?:[A-Z][a-z]{2}){2,}")
_NO_LETTERS = bytes(code for code in range(128) if chr(code) not in string.ascii_letters)
_FLAT_FILE = re.compile(r"^(?:ORIGIN[ \t]*$|SQ {3}SEQUENCE\b.*$)", re.MULTILINE | re.IGNORECASE)
_FLAT_NAME = re.compile(r"^(?:LOCUS|ID)  +([^\s;]+)", re.MULTILINE)
_FLAT_END = re.compile(r"^//", re.MULTILINE)
_AT_END = string.whitespace + string.digits + "*\u00a0"
_LINE_ENDS = re.compile(r"\r\n?|[\u2028\u2029\x0b\x0c\x85]")


@dataclass(frozen=True, slots=True)
class Cleaning:
    """One kind of change; the message is singular and plural, `count` fills it."""

    message: tuple[str, str]
    count: int
    characters: str = ""


@dataclass(frozen=True, slots=True)
class Foreign:
    """A letter left in the residues that is no symbol there; `position` is its first (1-based)."""

    letter: str
    count: int
    position: int


@dataclass(frozen=True, slots=True)
class Cleaned:
    """One sequence found in the text.

    `letters` are ASCII letters only. `head` is the text after `>` of a FASTA record, None where
    there was none.
    """

    letters: str
    head: str | None = None
    cleanings: tuple[Cleaning, ...] = ()
    foreign: tuple[Foreign, ...] = ()


def clean(
    text: str, moltype: str, symbols: str, codes: Mapping[str, str] | None = None
) -> tuple[Cleaned, ...]:
    """Return the sequences in a text; one for each FASTA head, one where there is none.

    `symbols` are the letters allowed for the molecule type, `codes` the one-letter symbols of
    amino acids by three-letter code ("Ala": "A"). Any text is taken; one without any letter gives
    nothing. Letters that are no symbols stay and are told, all other characters are removed.
    """
    names = {code.lower(): letter for code, letter in (codes or {}).items()}
    found = (_clean_one(head, body, moltype, symbols, names) for head, body in _records(text))
    return tuple(one for one in found if one.letters or one.head is not None)


def clean_each(
    text: str, symbols: Callable[[str], str], codes: Mapping[str, str] | None = None
) -> tuple[tuple[str, Cleaned], ...]:
    """Return the sequences in a text, each with the molecule type that its own letters show.

    One with neither t nor u is RNA where others are and none is DNA.
    `symbols` gives the letters allowed for a molecule type.
    """
    names = {code.lower(): letter for code, letter in (codes or {}).items()}
    # A ">" in the body would be taken for a head.
    read = [
        (guess_moltype(body.replace(">", " "), codes), head, body) for head, body in _records(text)
    ]
    thymine = any(moltype == "DNA" and "t" in body.lower() for moltype, _head, body in read)
    uracil = any(moltype == "RNA" for moltype, _head, _body in read)
    undecided = "RNA" if uracil and not thymine else "DNA"
    found: list[tuple[str, Cleaned]] = []
    for guessed, head, body in read:
        moltype = undecided if guessed == "DNA" and "t" not in body.lower() else guessed
        one = _clean_one(head, body, moltype, symbols(moltype), names)
        if one.letters or one.head is not None:
            found.append((moltype, one))
    return tuple(found)


def guess_moltype(text: str, codes: Mapping[str, str] | None = None) -> str:
    """Return which molecule type a text most likely shows; DNA where nothing decides.

    Letters of nucleotides only: RNA when u is among them, else DNA. More than half of them symbols
    of ambiguity, other letters, or three-letter codes: AA.
    """
    body = "".join(body for _, body in _records(text))
    names = {code.lower(): letter for code, letter in (codes or {}).items()}
    if names and _three_letter_codes(body, names):
        return "AA"
    counts = _counts(_letters(body).lower())
    if any(letter not in "acgtu" + AMBIGUITY for letter in counts):
        return "AA"
    ambiguous = sum(counts.get(letter, 0) for letter in AMBIGUITY if letter != "n")
    if 2 * ambiguous > sum(counts.values()):
        return "AA"
    return "RNA" if "u" in counts else "DNA"


def _letters(text: str) -> str:
    """Return the ASCII letters of a text."""
    return text.encode("ascii", "ignore").translate(None, _NO_LETTERS).decode("ascii")


def _counts(text: str) -> dict[str, int]:
    """Return how often each character occurs."""
    if not text.isascii():
        return {character: text.count(character) for character in set(text)}
    counts: dict[str, int] = {}
    left = text.encode("ascii")
    while left:
        first, before = left[:1], len(left)
        left = left.translate(None, first)
        counts[first.decode("ascii")] = before - len(left)
    return counts


def _records(text: str) -> Iterator[tuple[str | None, str]]:
    """Yield head and body of each record; what stands before the first head has none."""
    text = _LINE_ENDS.sub("\n", text)
    begins = _FLAT_FILE.search(text)
    if begins is None:
        yield from _fasta_records(text)
        return
    at = 0
    while begins is not None:
        end = _FLAT_END.search(text, begins.end())
        stop = end.start() if end else len(text)
        name = _FLAT_NAME.search(text, at, begins.start())
        yield (name[1] if name else begins[0].strip()), text[begins.end() : stop]
        at = stop
        begins = _FLAT_FILE.search(text, at)


def _fasta_records(text: str) -> Iterator[tuple[str | None, str]]:
    head: str | None = None
    body: list[str] = []
    if ">" not in text:
        yield head, text
        return
    for line in text.split("\n"):
        if line.lstrip().startswith(">"):
            if head is not None or _LETTERS.search("".join(body)):
                yield head, "\n".join(body)
            head, body = line.strip()[1:].strip(), []
        else:
            body.append(line)
    yield head, "\n".join(body)


def _clean_one(
    head: str | None, body: str, moltype: str, symbols: str, names: Mapping[str, str]
) -> Cleaned:
    done: list[Cleaning] = []
    amino = moltype == "AA"
    codes = _three_letter_codes(body, names) if amino else []
    done.extend(_removed(body, stops=amino))
    letters = _letters(body)
    if codes:
        letters = "".join(names[code.lower()] for code in codes)
        done.append(Cleaning(THREE_LETTERS, len(codes)))
        groups = [one for one in _LETTERS.findall(body) if one in _GROUPS]
        if groups:
            done.append(Cleaning(GROUPS, len(groups), " ".join(dict.fromkeys(groups))))
    done.extend(_respelled(letters, amino=amino))
    letters = letters.upper() if amino else letters.lower().replace("u", "t")
    return Cleaned(letters, head, tuple(done), _foreign(letters, symbols))


def _removed(body: str, *, stops: bool) -> Iterator[Cleaning]:
    """Yield what goes because it is no letter."""
    body = body.strip()
    ending = body[len(body.rstrip(_AT_END)) :] if stops else ""
    if "*" in ending:
        yield Cleaning(STOPS, ending.count("*"))
        body = body[: len(body) - len(ending)] + ending.replace("*", "")
    counts = _counts(body)
    breaks = counts.pop("\n", 0)
    numbers = sum(1 for _ in _NUMBER.finditer(body)) if counts.keys() & set(string.digits) else 0
    blanks = sum(counts[one] for one in counts if one.isspace())
    for message, count in ((NUMBERS, numbers), (BLANKS, blanks), (LINE_BREAKS, breaks)):
        if count:
            yield Cleaning(message, count)
    signs = [one for one in counts if not (one.isspace() or (one.isascii() and one.isalnum()))]
    if signs:
        shown = " ".join(sorted(signs)[:_SHOWN])
        total = sum(counts[one] for one in signs)
        yield Cleaning(SIGNS, total, f"{shown} ..." if len(signs) > _SHOWN else shown)


def _respelled(letters: str, *, amino: bool) -> Iterator[Cleaning]:
    """Yield what stays and is written in another way."""
    counts = _counts(letters)
    if amino:
        lower = sum(counts[one] for one in counts if one.islower())
        if lower:
            yield Cleaning(UPPER_CASE, lower)
        return
    upper = sum(counts[one] for one in counts if one.isupper())
    if upper:
        yield Cleaning(LOWER_CASE, upper)
    uracil = counts.get("u", 0) + counts.get("U", 0)
    if uracil:
        yield Cleaning(URACIL, uracil)


def _three_letter_codes(body: str, names: Mapping[str, str]) -> list[str]:
    """Return the codes when the whole text is written in them, else nothing.

    Run together they must be written Ala, apart (two at least, or one written so) in any case.
    Two written so may have terminal groups around them, and D or L between.
    """
    pieces = _LETTERS.findall(body)
    without = [piece for piece in pieces if piece not in _GROUPS]
    if _TITLE_CASE_CODES.fullmatch("".join(without)):
        pieces = without
    if not pieces:
        return []
    if all(len(piece) == 3 and piece.lower() in names for piece in pieces):
        return pieces if len(pieces) > 1 or pieces[0].istitle() else []
    joined = "".join(pieces)
    if not _TITLE_CASE_CODES.fullmatch(joined):
        return []
    codes = [joined[at : at + 3] for at in range(0, len(joined), 3)]
    return codes if all(code.lower() in names for code in codes) else []


def _foreign(letters: str, symbols: str) -> tuple[Foreign, ...]:
    found = (
        Foreign(letter, count, letters.index(letter) + 1)
        for letter, count in _counts(letters).items()
        if letter not in symbols
    )
    return tuple(sorted(found, key=lambda one: one.position))
