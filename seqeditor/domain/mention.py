"""What a sequence says of other sequences, as small values the whole listing is judged by."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from seqeditor.domain.path import Path


class MentionKind(StrEnum):
    """How another sequence is spoken of.

    PROTEIN: a CDS names it in protein_id. TRANSLATION: a CDS has a translation that must be
    listed, and names no sequence. CODING: a CDS has neither translation nor protein_id. EXCEPTED:
    the same, with transl_except. NUMBER: a text says SEQ ID NO. REPLACE, PRIMER, TEXT: residues
    inside a value. REGULAR: not another sequence but this one, its residues written as the standard
    asks for. IDENTIFIER: an INSDSeqid, whose number is to be that of this sequence.
    UNTRANSLATED: no sequence at all, but free texts without a non-English value; `length` counts
    them, and the path is that of the first.
    """

    PROTEIN = "protein"
    TRANSLATION = "translation"
    CODING = "coding"
    EXCEPTED = "excepted"
    NUMBER = "number"
    REPLACE = "replace"
    PRIMER = "primer"
    TEXT = "text"
    REGULAR = "regular"
    IDENTIFIER = "identifier"
    UNTRANSLATED = "untranslated"


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where another sequence is meant.

    `path` is that of the feature or qualifier, relative to the sequence. `digest` stands for the
    residues meant as `residues.digest` gives it, b"" if they cannot be told; `length` is their
    number, None where no residues are told at all; `specific` counts those that are not n or X.
    `number` is the SEQ ID NO as written. `text` is what a message quotes: the location of the CDS,
    the name of the primer, the beginning of the residues. `ref` is the permanent address of the
    qualifier.
    """

    kind: MentionKind
    path: Path
    digest: bytes = b""
    length: int | None = None
    specific: int = 0
    number: str = ""
    text: str = ""
    ref: int = 0


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A mention with the id of the sequence that says it, and of the one its number means."""

    sequence: int
    mention: Mention
    target: int | None = None
