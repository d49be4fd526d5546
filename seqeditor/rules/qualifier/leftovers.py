"""Remains of other formats in values: ST.25 wording and markup (ST.26 par. 40, 41; Annex VII)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from seqeditor.domain.sequence import MOLTYPES, Qualifier
from seqeditor.rules.finding import Hit, Level, Scope
from seqeditor.rules.qualifier.proposals import REWRITE, given, told
from seqeditor.rules.rule import rule
from seqeditor.rules.view import QualifierContext
from seqeditor.texts import N_
from seqeditor.vocabulary.residues import one_letter_codes

_ST25 = re.compile(
    r"<2[0-4]\d>|\bXaa\b|artificial sequence"
    r"|\bn (?:=|is|can be|may be) a, ?[cg], ?[cg],? (?:or )?[tu]",
    re.IGNORECASE,
)
_CODES = re.compile(rf"\b(?:{'|'.join(one_letter_codes())})\b")
_TAG = re.compile(r"<(?P<tag>i|b|u|em|strong|sub|sup|span|p)>(?P<inner>[^<>]*)</(?P=tag)>", re.I)
_ENTITY = re.compile(r"&(?:lt|gt|amp|quot|apos|nbsp|#\d+|#x[0-9a-fA-F]+|[a-z]{3,8});")


@rule(
    "qual-note-st25-leftover",
    Level.INFO,
    "Annex VII",
    Scope.QUALIFIER,
    moltypes=MOLTYPES,
    names=("note", "NOTE"),
    message=N_("The note has wording of ST.25 (“{found}”). ST.26 uses one-letter symbols."),
    repair=REWRITE,
)
def st25_wording(one: Qualifier, _context: QualifierContext) -> Iterator[Hit]:
    """Notes are free of wording that belongs to ST.25.

    Xaa is X now, three-letter codes are one-letter symbols, and field numbers such as <223> mean
    nothing in ST.26.

    Right: X is A or V
    Wrong: Xaa is Ala or Val

    Write it in the way of ST.26.
    """
    value = given(one)
    match = _ST25.search(value)
    if match is None:
        return
    codes = one_letter_codes()
    proposal = _CODES.sub(lambda code: codes[code[0]], value) if "Xaa" in value else None
    yield told(value, proposal, found=match[0])


@rule(
    "qual-html-leftover",
    Level.WARNING,
    "par. 40-41",
    Scope.QUALIFIER,
    moltypes=MOLTYPES,
    message=N_("The value holds markup or an escaped character (“{found}”). Write plain text."),
    repair=REWRITE,
)
def markup(one: Qualifier, _context: QualifierContext) -> Iterator[Hit]:
    """Values are plain text, without tags such as <i> and without characters escaped twice.

    A reader would see the tag. 5&apos;UTR in a value means that the text was escaped once too
    often on its way.

    Right: 3'UTR of E. coli
    Wrong: 3'UTR of <i>E. coli</i>

    Write the characters themselves. In PCR_primers <i> stands for inosine and is right.
    """
    value = given(one)
    if one.name == "PCR_primers" or ("<" not in value and "&" not in value):
        return
    match = _TAG.search(value) or _ENTITY.search(value)
    if match is None:
        return
    plain = unescape(_TAG.sub(lambda tag: tag["inner"], value))
    usable = plain != value and plain.isascii() and plain.isprintable()
    yield told(value, plain if usable else None, found=match[0][:40])
