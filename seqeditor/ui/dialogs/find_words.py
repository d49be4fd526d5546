"""What is said of a text search: its hits, what they are in, and why something is refused."""

from __future__ import annotations

from seqeditor.app.expressions import PatternError
from seqeditor.app.finding_text import CONTEXT, MOST, Found, Hit, ReplacementError
from seqeditor.texts import _, fill, ngettext, say
from seqeditor.ui.qt.locale import count_text

_BEFORE = 25
"""So many letters stand before a hit, for it to be in sight in a narrow column."""


def hit_text(hit: Hit) -> str:
    """Return a hit between what stands around it, marked by brackets that no text has."""
    return _between(hit, f"⟦{hit.match}⟧")


def new_text(hit: Hit, replacement: str) -> str:
    """Return what stands around a hit with its replacement."""
    return _between(hit, replacement)


def _between(hit: Hit, middle: str) -> str:
    before = hit.before if len(hit.before) <= _BEFORE else f"…{hit.before[-_BEFORE:]}"
    after = hit.after if len(hit.after) < CONTEXT else f"{hit.after}…"
    return f"{before}{middle}{after}".replace("\n", " ")


def place_words(hit: Hit) -> str:
    """Return where a hit is, in the language of the window."""
    match hit.path:
        case ("residues", int(position)):
            return fill(_("residues, {position}"), {"position": position})
        case ("name",) if hit.sequence_id:
            return _("name of your own")
        case ("note",) if hit.sequence_id:
            return _("note of your own")
        case ("features", *_):
            return hit.what
    return _("General information")


def found_words(found: Found) -> str:
    """Return how much was found, and what was left out."""
    count = len(found.hits)
    if found.is_cut:
        most = {"most": count_text(MOST)}
        words = fill(_("More than {most} places found; these are the first."), most)
    elif count:
        words = fill(
            ngettext("{count} place found.", "{count} places found.", count),
            {"count": count_text(count)},
        )
    else:
        words = _("Nothing was found.")
    if found.slow:
        slow = ngettext(
            "{count} text took too long and was left out; make the expression simpler.",
            "{count} texts took too long and were left out; make the expression simpler.",
            found.slow,
        )
        words += " " + fill(slow, {"count": count_text(found.slow)})
    return words


def refusal_words(error: PatternError | ReplacementError) -> str:
    """Return why something cannot be put in."""
    if isinstance(error, ReplacementError):
        return say(error.message, error.parameters)
    return fill(_("This replacement cannot be read: {reason}."), {"reason": str(error)})
