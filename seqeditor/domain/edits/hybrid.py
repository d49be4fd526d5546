"""A molecule of DNA and RNA parts, as the standard wants it described (ST.26 par. 55).

It is listed as DNA, with `t` for thymine and uracil alike; source says "synthetic construct" and
"other DNA", and a misc_feature for each part says in its note what it is made of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Sequence as Several
from dataclasses import dataclass, replace
from enum import StrEnum

from seqeditor.domain.edits.residues import replace_residues
from seqeditor.domain.edits.sequence import set_source_value
from seqeditor.domain.location import LocationError, Point, Range, parse, whole
from seqeditor.domain.number_ranges import joined
from seqeditor.domain.residues import TextResidues
from seqeditor.domain.sequence import Feature, Qualifier, Sequence

ORGANISM = "synthetic construct"
MOL_TYPE = "other DNA"

DNA, RNA = "DNA", "RNA"

Stretch = tuple[int, int]
"""First and last position, 1-based, both included."""

_NOTE = re.compile(r"\s*(DNA|RNA)(?: (?:segment|portion|part|region|sequence))?\.?\s*")
_PASSED_OVER = re.compile(r"[\s\d'’′.\-–—]")
_RUN = re.compile(r"\s*(\d{1,18})\s*(?:(?:\.\.|[-–—])\s*(\d{1,18})\s*)?")


class Writing(StrEnum):
    """How letters tell DNA from RNA."""

    PREFIXES = "prefixes"
    """`d` or `r` before every letter: rArUdTdT"""
    ONLY_R = "only r"
    """`r` before RNA, nothing before DNA: rArUTT"""
    ONLY_D = "only d"
    """`d` before DNA, nothing before RNA: AUdTdT"""
    LOWER_RNA = "lower RNA"
    """RNA in small letters, DNA in capitals: auTT"""
    LOWER_DNA = "lower DNA"
    """DNA in small letters, RNA in capitals: AUtt"""


_PATTERNS = {
    Writing.PREFIXES: re.compile(r"([dr])([A-Za-z])"),
    Writing.ONLY_R: re.compile(r"(r?)([A-Z])"),
    Writing.ONLY_D: re.compile(r"(d?)([A-Z])"),
    Writing.LOWER_RNA: re.compile(r"()([A-Za-z])"),
    Writing.LOWER_DNA: re.compile(r"()([A-Za-z])"),
}


@dataclass(frozen=True, slots=True)
class Written:
    """Letters read: `u` as `t` in small letters, `kinds` DNA or RNA for each.

    `other` are the positions (1-based) of u in DNA and of t in RNA, which are modified nucleotides
    (par. 14, 19).
    """

    letters: str
    kinds: tuple[str, ...]
    other: tuple[int, ...] = ()

    def stretches(self, kind: str) -> tuple[Stretch, ...]:
        """Return where the molecule is of a kind."""
        return joined((n, n) for n, one in enumerate(self.kinds, 1) if one == kind)


class UnreadableLetterError(ValueError):
    """A letter that a way of writing does not have; `offset` is its 0-based place in the text."""

    def __init__(self, offset: int, letter: str) -> None:
        super().__init__(f"{letter!r} at {offset}")
        self.offset = offset
        self.letter = letter


def ways_of(text: str) -> tuple[Writing, ...]:
    """Return the ways in which a text can be meant, those that tell two kinds apart first."""
    readable = []
    for writing in Writing:
        try:
            kinds = set(read_letters(text, writing).kinds)
        except UnreadableLetterError:
            continue
        readable.append((len(kinds) != 2, writing))
    return tuple(writing for _one_kind, writing in sorted(readable, key=lambda one: one[0]))


def read_letters(text: str, writing: Writing) -> Written:
    """Read letters of both kinds; digits, blanks, dashes and 5' 3' are passed over.

    Raises UnreadableLetterError.
    """
    letters: list[str] = []
    kinds: list[str] = []
    other: list[int] = []
    at = 0
    while at < len(text):
        if _PASSED_OVER.match(text, at):
            at += 1
            continue
        match = _PATTERNS[writing].match(text, at)
        if match is None or match[2].lower() not in "acgtumrwsykvhdbn":
            raise UnreadableLetterError(at, text[at])
        kind = _kind(writing, *match.groups())
        letter = match[2].lower()
        kinds.append(kind)
        letters.append("t" if letter == "u" else letter)
        if letter == ("u" if kind == DNA else "t"):
            other.append(len(letters))
        at = match.end()
    return Written("".join(letters), tuple(kinds), tuple(other))


def _kind(writing: Writing, prefix: str, letter: str) -> str:
    if writing is Writing.LOWER_RNA:
        return RNA if letter.islower() else DNA
    if writing is Writing.LOWER_DNA:
        return DNA if letter.islower() else RNA
    if prefix:
        return DNA if prefix == "d" else RNA
    return RNA if writing is Writing.ONLY_D else DNA


def read_stretches(text: str, length: int) -> tuple[Stretch, ...]:
    """Read positions as one types them: `1..10, 15, 20-21`; 1-based, up to the length.

    Raises ValueError with the part that is none, or that lies outside.
    """
    found: list[Stretch] = []
    for part in re.split(r"[,;\n]", text):
        if not part.strip():
            continue
        match = _RUN.fullmatch(part)
        if match is None:
            raise ValueError(part.strip())
        first = int(match[1])
        last = int(match[2] or first)
        if not 1 <= first <= last <= length:
            raise ValueError(part.strip())
        found.append((first, last))
    return joined(found)


def shown(stretches: Iterable[Stretch]) -> str:
    """Return stretches as locations, one after the other."""
    return ", ".join(map(location_of, stretches))


def location_of(stretch: Stretch) -> str:
    """Return a stretch as a location."""
    first, last = stretch
    return str(Point(first) if first == last else Range(first, last))


def without(stretches: Iterable[Stretch], taken: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Return the parts of stretches that lie in none of those taken."""
    left = list(joined(stretches))
    for start, end in joined(taken):
        left = [
            part
            for first, last in left
            for part in ((first, min(last, start - 1)), (max(first, end + 1), last))
            if part[0] <= part[1]
        ]
    return tuple(left)


def both(one: Iterable[Stretch], other: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Return what two lots of stretches have in common."""
    one = joined(one)
    return without(one, without(one, other))


def parts_of(sequence: Sequence) -> dict[str, tuple[Stretch, ...]]:
    """Return the parts that a sequence describes as DNA and as RNA by now."""
    found: dict[str, list[Stretch]] = {DNA: [], RNA: []}
    for feature in sequence.features:
        described = _described(feature)
        if described is not None:
            found[described[0]].append(described[1])
    return {kind: joined(stretches) for kind, stretches in found.items()}


def _described(feature: Feature) -> tuple[str, Stretch] | None:
    """Return kind and place of a feature that says this and nothing else."""
    if feature.key != "misc_feature" or [q.name for q in feature.qualifiers] != ["note"]:
        return None
    match = _NOTE.fullmatch(feature.qualifiers[0].value or "")
    try:
        location = parse(feature.location, DNA)
    except LocationError:
        return None
    if match is None or not isinstance(location, Point | Range):
        return None
    first, last, _strand = location.spans()[0]
    return match[1], (first, last)


def described_as_hybrid(
    sequence: Sequence,
    dna: Iterable[Stretch],
    rna: Iterable[Stretch],
    *,
    letters: str | None = None,
    other: Several[int] = (),
) -> Sequence:
    """Return the sequence described as one of DNA and RNA parts (par. 55).

    `letters`, if given, become its residues. Features that say DNA or RNA of a part by now give way
    to the new ones. `other` are u in DNA and t in RNA: they become modified_base (par. 14, 19).
    Raises ValueError when the parts overlap or leave a residue out.
    """
    parts = {DNA: joined(dna), RNA: joined(rna)}
    length = sequence.length if letters is None else len(letters)
    everything = joined([*parts[DNA], *parts[RNA]])
    if both(parts[DNA], parts[RNA]) or everything != ((1, length),):
        raise ValueError(parts)
    old = sequence.residues.text()
    new = old.lower().replace("u", "t") if letters is None else letters
    if len(new) == len(old):
        sequence = replace(sequence, residues=TextResidues(new)) if new != old else sequence
    else:
        sequence = replace_residues(sequence, 1, len(old), new)
    kept = tuple(one for one in sequence.features if _described(one) is None)
    made = [
        (stretch, Feature("misc_feature", location_of(stretch), (Qualifier("note", kind),)))
        for kind, stretches in parts.items()
        for stretch in stretches
    ]
    made.sort(key=lambda one: one[0])
    bases = tuple(_other_base(place, parts[RNA]) for place in other)
    bases = tuple(one for one in bases if one not in kept)
    features = (*_with_source(kept, length), *(feature for _, feature in made), *bases)
    sequence = replace(sequence, moltype=DNA, features=features)
    sequence = set_source_value(sequence, "organism", ORGANISM)
    return set_source_value(sequence, "mol_type", MOL_TYPE)


def _with_source(features: tuple[Feature, ...], length: int) -> tuple[Feature, ...]:
    if any(feature.key == "source" for feature in features):
        return features
    return (Feature("source", str(whole(length))), *features)


def _other_base(place: int, rna: tuple[Stretch, ...]) -> Feature:
    name = "thymine" if any(a <= place <= b for a, b in rna) else "uracil"
    qualifiers = (Qualifier("mod_base", "OTHER"), Qualifier("note", name))
    return Feature("modified_base", str(place), qualifiers)
