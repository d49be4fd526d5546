"""Find what a sequence says of others; run whenever a sequence is written, so kept quick."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from seqeditor.domain.mention import Mention, MentionKind
from seqeditor.domain.residues import CHUNK, TextResidues, digest
from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from seqeditor.rules.coding import FEWEST, KEY, is_pseudo, specific, stated
from seqeditor.rules.feature.misspelt import is_misspelt_in
from seqeditor.rules.language.untranslated import untranslated
from seqeditor.rules.references import numbers_in
from seqeditor.rules.translation.changes import coding_of, is_computable
from seqeditor.vocabulary.qualifiers import ValueKind, qualifiers
from seqeditor.vocabulary.residues import alphabet, complement, one_letter_codes

EDITION = 1
"""Raised whenever something else is found: a project saved before is then read again on opening."""
FEWEST_NUCLEOTIDES = 10
"""So many specifically defined nucleotides make a sequence that must be listed (par. 7, 8)."""
OTHER_STRAND = 15
"""Shorter sequences are each other's other strand by chance."""

_SHORTEST = 6
"""No shorter text says SEQ ID or holds residues worth listing."""
_MOST_CODED = 100_000
"""Bases of CDS without translation that are translated in one sequence: enough for all but
genomes, where it would make typing slow."""
_NUMBER = re.compile(r"[1-9][0-9]{0,17}")
_BASES = re.compile(r"[acgtmrwsykvhdbnu]+", re.IGNORECASE)
_ITEM = re.compile(r"\s*(fwd|rev)_(name|seq)\s*:\s*([^,]*)")
_RUN = re.compile(r"[acgtu]{10}|[ACGTU]{10}|[ACDEFGHIKLMNPQRSTVWY]{8}")
_TOLD_RUN = re.compile(
    r"(?i:\b(?:insert|replac|substitut|sequence|peptide|linker|oligo|primer)[a-z]*\b)[^.;]{0,40}?"
    r"(?<![A-Za-z])([acgtu]{10,}|[ACGTU]{10,}|[ACDEFGHIKLMNPQRSTVWY]{8,})(?![A-Za-z])"
)
_QUOTED = 40
IDENTIFIER = re.compile(r"pat\|[A-Z]{2}\|[^|]+\|[A-Z]\d?\|([1-9]\d*)")
"""An INSDSeqid: Office, publication number, kind code and SEQ ID NO (Annex V)."""
_TOLD = (MentionKind.PROTEIN, MentionKind.TRANSLATION)
"""Regions whose amino acids stand in a qualifier and need not be computed."""


def mentions(sequence: Sequence) -> Iterator[Mention]:
    """Yield what a sequence says of others, in the order of its features."""
    if sequence.is_skipped:
        return
    nucleotide = sequence.is_nucleotide
    free = _free_text(sequence.moltype)
    coded = 0
    for index, feature in enumerate(sequence.features):
        if nucleotide and feature.key == KEY:
            for one in _of_region(sequence, feature, index, coded):
                coded += 0 if one.kind in _TOLD else 3 * (one.length or 0)
                yield one
        for at, qualifier in enumerate(feature.qualifiers):
            value = qualifier.value or qualifier.non_english
            if value is None or len(value) < _SHORTEST:
                continue
            if qualifier.name in free:
                yield from _in_text(qualifier, value, ("features", index, "qualifiers", at))
            elif nucleotide and qualifier.name in _EMBEDDED:
                yield from _EMBEDDED[qualifier.name](qualifier, value, index, at)
    if not nucleotide:
        yield from _regular(sequence)
    for at, text in enumerate(sequence.other_seqids or ()):
        found = IDENTIFIER.fullmatch(text)
        number, path = found[1] if found else "", ("other_seqids", at)
        yield Mention(MentionKind.IDENTIFIER, path, number=number, text=text)
    yield from _without_second_language(sequence)


def _without_second_language(sequence: Sequence) -> Iterator[Mention]:
    missing = list(untranslated(sequence.features, sequence.moltype))
    if missing:
        index, at = missing[0]
        first = sequence.features[index].qualifiers[at]
        path = ("features", index, "qualifiers", at)
        yield Mention(MentionKind.UNTRANSLATED, path, length=len(missing), ref=first.ref)


def other_strand(sequence: Sequence) -> bytes:
    """Return the digest of the reverse complement, b"" where none is worth comparing.

    That is for 15 to 65,536 nucleotides; longer sequences are hardly both strands of one.
    """
    if not OTHER_STRAND <= sequence.length <= CHUNK or not sequence.is_nucleotide:
        return b""
    # As bytes, because every sequence of every file comes by here.
    letters = sequence.residues.text().encode(errors="surrogatepass")
    return hashlib.blake2b(letters.translate(_strand())[::-1], digest_size=16).digest()


@cache
def _strand() -> bytes:
    letters = alphabet("DNA")
    return bytes.maketrans(letters.encode(), complement(letters).encode())


def annotation_digest(sequence: Sequence) -> bytes:
    """Return 16 bytes that stand for molecule type, features and qualifiers, without their ids."""
    state = hashlib.blake2b(sequence.moltype.encode(errors="surrogatepass"), digest_size=16)
    for feature in sequence.features:
        parts = [feature.key, feature.location]
        for one in feature.qualifiers:
            parts += [one.name, one.value or "", one.non_english or ""]
        state.update("\x1f".join(parts).encode(errors="surrogatepass") + b"\x1e")
    return state.digest()


def _digest(letters: str) -> bytes:
    return digest(TextResidues(letters))


@cache
def _free_text(moltype: str) -> frozenset[str]:
    """The qualifiers whose values are free text; organism is a name and no text."""
    names = {one.name for one in qualifiers(moltype) if one.kind is ValueKind.TEXT}
    return frozenset(names - {"organism", "translation", *_EMBEDDED})


class _Said(NamedTuple):
    """What the qualifiers of a coding region say, wherever it lies."""

    letters: str
    digest: bytes
    specific: int
    has_translation: bool
    is_named: bool
    is_left_out: bool


@lru_cache(maxsize=4096)
def _said(qualifiers: tuple[Qualifier, ...], moltype: str) -> _Said:
    """Remembered: at every key the regions move, and their qualifiers stay as they are."""
    feature = Feature(KEY, "", qualifiers)
    letters = stated(feature)
    return _Said(
        letters,
        _digest(letters) if letters else b"",
        specific(letters),
        feature.value("translation") is not None,
        any(q.name == "protein_id" for q in qualifiers),
        is_pseudo(feature) or _names_it_amiss(feature, moltype),
    )


def _of_region(sequence: Sequence, feature: Feature, index: int, coded: int) -> Iterator[Mention]:
    said = _said(feature.qualifiers, sequence.moltype)
    letters = said.letters
    if said.is_named:
        if letters and said.specific < FEWEST:
            return
        named = [(at, q) for at, q in enumerate(feature.qualifiers) if q.name == "protein_id"]
        for at, one in named:
            if _NUMBER.fullmatch(one.value or ""):
                yield Mention(
                    MentionKind.PROTEIN,
                    ("features", index, "qualifiers", at),
                    said.digest,
                    len(letters) if said.has_translation else None,
                    said.specific,
                    one.value or "",
                    feature.location,
                    one.ref,
                )
    elif said.is_left_out:
        return
    elif said.has_translation:
        if said.specific >= FEWEST:
            yield Mention(
                MentionKind.TRANSLATION,
                ("features", index),
                said.digest,
                len(letters),
                said.specific,
                text=feature.location,
            )
    else:
        yield _untranslated(sequence, feature, index, coded)


def _names_it_amiss(feature: Feature, moltype: str) -> bool:
    """Tell whether translation or protein_id is there without its right name, a fault by itself."""
    if any(is_misspelt_in(feature, name, moltype) for name in ("protein_id", "translation")):
        return True
    return any(not q.name.strip() and _NUMBER.fullmatch(q.value or "") for q in feature.qualifiers)


def _untranslated(sequence: Sequence, feature: Feature, index: int, coded: int) -> Mention:
    coding = coding_of(sequence, feature) if coded < _MOST_CODED else None
    letters = coding.computed.letters if coding is not None and is_computable(coding) else ""
    excepted = feature.value("transl_except") is not None
    return Mention(
        MentionKind.EXCEPTED if excepted else MentionKind.CODING,
        ("features", index),
        _digest(letters) if letters else b"",
        len(letters),
        specific(letters),
        text=feature.location,
    )


def _numbers(qualifier: Qualifier, value: str) -> Iterator[str]:
    """The numbers in both languages of a text, each once."""
    seen = dict.fromkeys(numbers_in(value))
    if qualifier.non_english and qualifier.non_english is not value:
        seen |= dict.fromkeys(numbers_in(qualifier.non_english))
    yield from seen


def _in_text(qualifier: Qualifier, value: str, path: tuple[str | int, ...]) -> Iterator[Mention]:
    for number in _numbers(qualifier, value):
        yield Mention(MentionKind.NUMBER, path, number=number, ref=qualifier.ref)
    if not _RUN.search(value):
        return
    for match in _TOLD_RUN.finditer(value):
        letters = match[1]
        bare = letters.lower().replace("u", "t")
        if not bare.strip("acgt"):
            if len(bare) < FEWEST_NUCLEOTIDES:
                continue
            letters = bare
        yield Mention(
            MentionKind.TEXT,
            path,
            _digest(letters),
            len(letters),
            len(letters),
            text=match[1][:_QUOTED],
            ref=qualifier.ref,
        )


def _of_bases(
    kind: MentionKind, letters: str, name: str, index: int, at: int, ref: int
) -> Iterator[Mention]:
    """Yield the mention of nucleotides inside a value where they are enough to be listed."""
    bare = letters.lower().replace("u", "t")
    defined = len(bare) - bare.count("n")
    if defined >= FEWEST_NUCLEOTIDES and _BASES.fullmatch(letters):
        path = ("features", index, "qualifiers", at)
        yield Mention(kind, path, _digest(bare), len(bare), defined, text=name, ref=ref)


def _replaced(qualifier: Qualifier, value: str, index: int, at: int) -> Iterator[Mention]:
    text = value[:_QUOTED]
    yield from _of_bases(MentionKind.REPLACE, value, text, index, at, qualifier.ref)


def _primers(qualifier: Qualifier, value: str, index: int, at: int) -> Iterator[Mention]:
    name = ""
    for match in _ITEM.finditer(value):
        if match[2] == "name":
            name = match[3].strip()
            continue
        letters = match[3].strip()
        shown = name or letters[:_QUOTED]
        yield from _of_bases(MentionKind.PRIMER, letters, shown, index, at, qualifier.ref)
        name = ""


_EMBEDDED = {"replace": _replaced, "PCR_primers": _primers}


def _regular(sequence: Sequence) -> Iterator[Mention]:
    """Tell what residues of a protein mean that are written as they should not be.

    Lower case, blanks, numbers and three-letter codes have rules of their own; what they write is
    the same protein.
    """
    if sequence.length > CHUNK or sequence.moltype != "AA":
        return
    letters = sequence.residues.text()
    if letters.isupper() and letters.isalpha():
        return
    meant = _meant("".join(one for one in letters if one.isalpha()))
    if meant:
        yield Mention(MentionKind.REGULAR, ("residues",), _digest(meant), len(meant))


def _meant(letters: str) -> str:
    codes = one_letter_codes()
    words = [letters[at : at + 3] for at in range(0, len(letters), 3)]
    if all(word in codes for word in words):
        return "".join(codes[word] for word in words)
    return letters.upper()
