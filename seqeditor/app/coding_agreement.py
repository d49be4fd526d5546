"""Whether a CDS and its translation agree, and what the translation is after an edit (par. 92)."""

from __future__ import annotations

from dataclasses import replace

from seqeditor.app.changed_stretch import Stretch
from seqeditor.domain.location import LocationError, spans_of
from seqeditor.domain.sequence import Feature, Sequence
from seqeditor.rules.coding import RARE, Coding, letters_of

_READ = ("codon_start", "transl_table", "transl_except", "translation", "exception")


def is_untouched(
    was: Feature, feature: Feature, before: Sequence, new: Sequence, stretch: Stretch | None
) -> bool:
    """Tell whether a CDS has its bases and its way of reading as before; where in doubt, no."""
    if was.qualifiers is not feature.qualifiers and _reading(was) != _reading(feature):
        return False
    if stretch is None:
        return was.location == feature.location
    start, removed, inserted = stretch
    try:
        old_spans = spans_of(was.location, before.moltype)
        new_spans = spans_of(feature.location, new.moltype)
    except LocationError:
        return False
    by = inserted - removed
    shifted = []
    for span in old_spans:
        first, last, strand = span
        if last < start:
            shifted.append(span)
        elif first >= start + removed:
            shifted.append((first + by, last + by, strand))
        else:
            return False
    if was.location == feature.location:
        return tuple(shifted) == new_spans
    marks = [was.location.count(mark) for mark in "<>"]
    same_marks = marks == [feature.location.count(mark) for mark in "<>"]
    return same_marks and tuple(shifted) == new_spans


def _reading(feature: Feature) -> list[tuple[str, str | None]]:
    return [(q.name, q.value) for q in feature.qualifiers if q.name in _READ]


def agrees(coding: Coding) -> bool:
    """Tell whether the translation given is what the codons say, as the rules see it.

    A stop inside is read as U or O only; the rules have a word of their own for any other letter.
    """
    given, computed = coding.given, coding.computed.letters
    if coding.is_out_of_frame or coding.difference is not None or len(given) != len(computed):
        return False
    return all(given[at - 1] in RARE for at in coding.computed.inner_stops)


def followed(given: str, former: str, coding: Coding | None) -> str:
    """Return the translation after an edit, "" where there is none now.

    `former` was computed when `given` agreed with it. What agreed without being the same - a start
    codon by its own letter, U for a stop, a residue known where the codon leaves it open - stays
    where nothing has changed.
    """
    if coding is None or coding.is_out_of_frame:
        return ""
    now = coding.computed.letters
    if given != former:
        shorter = min(len(former), len(now))
        before = next((n for n in range(shorter) if former[n] != now[n]), shorter)
        rest = shorter - before
        behind = next((n for n in range(rest) if former[-1 - n] != now[-1 - n]), rest)
        merged = given[:before] + now[before : len(now) - behind] + given[len(given) - behind :]
        if is_writable(merged) and agrees(replace(coding, given=merged)):
            return merged
    return now if is_writable(now) else ""


def is_writable(letters: str) -> bool:
    """Tell whether letters can be a translation: residues only, and no stop."""
    return bool(letters_of(letters)) and "*" not in letters
