"""What is said of a translation that is tried out."""

from __future__ import annotations

from seqeditor.app.coding import Outcome
from seqeditor.rules.coding import FEWEST, Coding, specific
from seqeditor.rules.finding import Level
from seqeditor.texts import N_, _, fill, ngettext
from seqeditor.ui.qt.locale import length_text

FAULTS = {
    "location": N_("The location cannot be read, or does not lie within the sequence."),
    "exceptions": N_(
        "transl_except cannot be read, or names bases that are no codon of this region. Right:"
        " (pos:4..6,aa:Sec)"
    ),
    "excused": N_(
        "The CDS is not read by the codons alone: pseudo, exception, trans_splicing or another"
        " qualifier or the location says so."
    ),
}
_MOST = 8


def outcome_words(found: Outcome) -> tuple[list[str], Level]:
    """Return sentences in the language of the window, and how grave they are."""
    coding = found.coding
    if coding is None:
        return [_(FAULTS[found.fault])], Level.ERROR
    lines = [_length(found.letters), _begin(coding), *_end(coding)]
    if not found.can_be_written:
        return lines, Level.ERROR
    region = coding.region
    has_end = coding.has_stop or region.is_partial_end
    has_begin = coding.computed.has_start or region.is_partial_start
    return lines, Level.INFO if has_begin and has_end else Level.WARNING


def _length(letters: str) -> str:
    words = ngettext("{count} amino acid.", "{count} amino acids.", len(letters))
    line = fill(words, {"count": length_text(len(letters))})
    if letters and specific(letters) < FEWEST:
        line += " " + _("Fewer than four are no sequence of their own (par. 7, 8).")
    return line


def _begin(coding: Coding) -> str:
    codon = {"codon": coding.codon(1)} if coding.codons else {"codon": "–"}
    if coding.region.is_partial_start:
        return _("The beginning lies beyond what is shown.")
    if coding.computed.has_start:
        return fill(_("It begins with the start codon {codon}."), codon)
    return fill(_("It begins with {codon}, which is no start codon of this genetic code."), codon)


def _end(coding: Coding) -> list[str]:
    lines = []
    stops = coding.computed.inner_stops
    if stops:
        shown = ", ".join(map(str, stops[:_MOST]))
        words = ngettext(
            "A stop inside, codon {places}.", "{count} stops inside, codons {places}.", len(stops)
        )
        if len(stops) > _MOST:
            words = _("{count} stops inside, the first ones are codons {places}.")
        lines.append(fill(words, {"count": length_text(len(stops)), "places": shown}))
    left = coding.computed.left_over
    if left:
        words = ngettext(
            "{count} base is left over after the last codon.",
            "{count} bases are left over after the last codon.",
            left,
        )
        lines.append(fill(words, {"count": left}))
    if coding.computed.has_stop:
        lines.append(_("It ends with a stop codon."))
    elif coding.region.is_partial_end:
        lines.append(_("The end lies beyond what is shown."))
    elif not coding.has_stop:
        lines.append(_("There is no stop codon at its end."))
    return lines
