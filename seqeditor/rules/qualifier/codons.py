"""transl_except and anticodon: a location, an amino acid, and bases (ST.26 Annex I, Sec. 6)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from seqeditor.domain.location import Location, LocationError, faults, parse
from seqeditor.domain.sequence import Qualifier, Sequence
from seqeditor.rules.finding import Hit, Level, Scope
from seqeditor.rules.qualifier.proposals import NUCLEOTIDES, REWRITE, given, told
from seqeditor.rules.rule import rule
from seqeditor.rules.view import QualifierContext
from seqeditor.texts import N_
from seqeditor.vocabulary.residues import one_letter_codes, reverse_complement

_FORM = re.compile(r"\(pos:(?P<pos>[^:]+?),(?P<gap> ?)aa:(?P<aa>[A-Za-z]+)\)")
_LOOSE = re.compile(
    r"\(?\s*(?:pos\s*[:=]?)?\s*(?P<pos>[\d<>][\d<>.\s]*|(?:join|complement)\(.+\))"
    r"\s*,?\s*(?:aa\s*[:=]?)?\s*(?P<aa>[A-Za-z]+)\s*\)?"
)
_ANTICODON = re.compile(
    r"\(pos:(?P<pos>[^:]+?),(?P<gap> ?)aa:(?P<aa>[A-Za-z]+)"
    r"(?:,(?P<gap2> ?)seq:(?P<seq>[^,:()]+))?\)"
)
_BASES = re.compile(r"[acgtmrwsykvhdbn]{3}")
_LONGEST = 200
_OUTER = ("xml-outer-space", "xml-line-break-in-value", "xml-not-basic-latin")


@cache
def _amino_acids(*others: str) -> dict[str, str]:
    """Return the words allowed after aa: by what else may stand for them, in lower case."""
    codes = one_letter_codes()
    words = {symbol.lower(): code for code, symbol in codes.items()}
    words |= {code.lower(): code for code in codes}
    words |= {other.lower(): other for other in others}
    return words | ({"ter": "TERM", "stop": "TERM"} if "TERM" in others else {})


def _has_residues(context: QualifierContext) -> bool:
    """Tell whether there are positions to judge; if not, a rule of its own says so once."""
    return context.within.within.residue_count > 0


def _read(text: str, context: QualifierContext) -> Location | None:
    """Return the location if it lies in the sequence, in the form the standard gives it."""
    sequence = context.sequence
    try:
        location = parse(text, sequence.moltype)
    except LocationError:
        return None
    wrong = faults(location, sequence.moltype, context.within.within.residue_count)
    return None if wrong else location


def _codon(value: str, context: QualifierContext) -> str:
    """Return the transl_except that must be meant, "" if nobody can tell."""
    match = _LOOSE.fullmatch(value.strip()) if len(value) <= _LONGEST else None
    if match is None:
        return ""
    place = "".join(match["pos"].split())
    word = _amino_acids("TERM", "OTHER").get(match["aa"].lower())
    if word is None or _read(place, context) is None:
        return ""
    return f"(pos:{place},aa:{word})"


@rule(
    "qual-transl-except-format",
    Level.ERROR,
    "Annex I Sec. 6 6.78",
    Scope.QUALIFIER,
    moltypes=NUCLEOTIDES,
    names=("transl_except",),
    message=N_(
        "transl_except “{value}” must read (pos:213..215,aa:Trp), with positions in the sequence"
        " and a three-letter code, TERM or OTHER."
    ),
    variants={"space": N_("transl_except “{value}” has a space in it. Write it without.")},
    silences=_OUTER,
    repair=REWRITE,
)
def transl_except(one: Qualifier, context: QualifierContext) -> Iterator[Hit]:
    """transl_except has the form (pos:location,aa:amino acid).

    The location is that of the codon in this sequence. The amino acid is a three-letter code,
    such as Sec, or TERM for a stop, or OTHER with a note.

    Right: (pos:213..215,aa:Sec)
    Wrong: pos:213..215 Sec
    Wrong: (pos:213..215,aa:U)

    Write it so. Example: (pos:213..215,aa:Sec).
    """
    value = given(one)
    if not value or not _has_residues(context):
        return
    match = _FORM.fullmatch(value)
    words = {*one_letter_codes(), "TERM", "OTHER"}
    if match and match["aa"] in words and _read(match["pos"], context) is not None:
        if " " in value:
            yield told(
                value, _codon(value, context), sure=True, variant="space", level=Level.WARNING
            )
        return
    yield told(value, _codon(value, context) or None)


@rule(
    "qual-transl-except-other-note",
    Level.WARNING,
    "Annex I Sec. 6 6.78",
    Scope.QUALIFIER,
    moltypes=NUCLEOTIDES,
    names=("transl_except",),
    message=N_("transl_except says OTHER. Name the amino acid in a note."),
)
def other_amino_acid(one: Qualifier, context: QualifierContext) -> Iterator[Hit]:
    """Where transl_except says OTHER, a note names the amino acid.

    OTHER stands for all amino acids without a three-letter code of the standard.

    Right: (pos:213..215,aa:OTHER), note "aa at 213..215 is 4-fluorophenylalanine"
    Wrong: (pos:213..215,aa:OTHER) alone

    Add a note with the full name.
    """
    if given(one).endswith("aa:OTHER)") and context.feature.value("note") is None:
        yield told(one.value)


@rule(
    "qual-transl-except-place",
    Level.WARNING,
    "Annex I Sec. 6 6.78",
    Scope.QUALIFIER,
    moltypes=NUCLEOTIDES,
    keys=("CDS",),
    names=("transl_except",),
    message=N_("The positions {pos} of transl_except are no codon of this CDS."),
)
def codon_of_the_cds(one: Qualifier, context: QualifierContext) -> Iterator[Hit]:
    """The positions of a transl_except are one codon in the reading frame of the CDS.

    Only TERM may lie on one or two bases at the end, where the stop codon is completed later.

    Right: (pos:213..215,aa:Sec) in a CDS from 210
    Wrong: (pos:214..216,aa:Sec) in a CDS from 210

    Correct the positions, or codon_start.
    """
    match = _FORM.fullmatch(given(one))
    whole = context.within.location
    place = _read(match["pos"], context) if match else None
    if match is None or whole is None or place is None or context.within.location_faults:
        return
    if any(q.name == "ribosomal_slippage" for q in context.feature.qualifiers):
        return
    start = context.feature.value("codon_start") or "1"
    offset = _offset(place, whole)
    if start not in ("1", "2", "3") or offset is None:
        if offset is None and len(whole.spans()) == 1:
            yield told(one.value, pos=match["pos"])
        return
    bases = sum(last - first + 1 for first, last, _ in place.spans())
    in_frame = (offset - (int(start) - 1)) % 3 == 0
    total = sum(last - first + 1 for first, last, _ in whole.spans())
    completed = match["aa"] == "TERM" and bases < 3 and offset + bases == total
    if not in_frame or (bases != 3 and not completed):
        yield told(one.value, pos=match["pos"])


def _offset(place: Location, whole: Location) -> int | None:
    """Return how many bases of the whole come before the place, None if that cannot be told.

    A place inside complement may be given with or without complement; both are in use.
    """
    spans = place.spans()
    if len(spans) != 1:
        return None
    first, last, _ = spans[0]
    before = 0
    for start, end, strand in whole.spans():
        if start <= first and last <= end:
            return before + (first - start if strand > 0 else end - last)
        before += end - start + 1
    return None


def _bases_at(location: Location, sequence: Sequence) -> str:
    parts = []
    for first, last, strand in location.spans():
        letters = sequence.residues.text(first, last)
        parts.append(letters if strand > 0 else reverse_complement(letters))
    return "".join(parts)


@rule(
    "qual-anticodon-format",
    Level.ERROR,
    "Annex I Sec. 6 6.2",
    Scope.QUALIFIER,
    moltypes=NUCLEOTIDES,
    names=("anticodon",),
    message=N_(
        "anticodon “{value}” must read (pos:34..36,aa:Phe,seq:aaa), with three positions in the"
        " sequence, a three-letter code and the three bases."
    ),
    variants={
        "older": N_("anticodon “{value}” lacks the bases. Write {proposal}."),
        "space": N_("anticodon “{value}” has a space in it. Write it without."),
        "differs": N_(
            "The bases in anticodon “{value}” are not those at its positions, {bases}. Correct one"
            " of them."
        ),
    },
    silences=_OUTER,
    repair=REWRITE,
)
def anticodon(one: Qualifier, context: QualifierContext) -> Iterator[Hit]:
    """Anticodon has the form (pos:location,aa:amino acid,seq:bases).

    The location covers the three bases of the anticodon, seq repeats them in lower case, t for
    uracil. Older editions had no seq; that gives a warning.

    Right: (pos:34..36,aa:Phe,seq:aaa)
    Wrong: (34..36,Phe)

    Write it so. Example: (pos:34..36,aa:Phe,seq:aaa).
    """
    value = given(one)
    if not value or not _has_residues(context):
        return
    match = _ANTICODON.fullmatch(value)
    place = _read(match["pos"], context) if match else None
    words = {*one_letter_codes(), "OTHER"}
    bases = _bases_at(place, context.sequence) if place is not None else ""
    if match is None or match["aa"] not in words or len(bases) != 3:
        yield told(value)
        return
    right = f"(pos:{match['pos']},aa:{match['aa']},seq:{bases})"
    if match["seq"] is None:
        yield told(value, right, variant="older", level=Level.WARNING)
    elif not _BASES.fullmatch(match["seq"]):
        meant = match["seq"].strip().lower().replace("u", "t")
        yield told(value, right if meant == bases else None)
    elif match["seq"] != bases:
        yield told(value, right, variant="differs", level=Level.WARNING, bases=bases)
    elif " " in value:
        yield told(value, right, sure=True, variant="space", level=Level.WARNING)
