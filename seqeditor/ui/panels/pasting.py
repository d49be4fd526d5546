"""What pasted text is made of, told in a few words."""

from __future__ import annotations

from seqeditor.domain.cleaning import Cleaned, clean
from seqeditor.texts import _, fill, ngettext
from seqeditor.vocabulary.residues import alphabet, one_letter_codes


def cleaned(text: str, moltype: str) -> tuple[Cleaned, ...]:
    """Return the sequences in a text, as residues of a molecule type."""
    return clean(text, moltype, alphabet(moltype), one_letter_codes())


def report(one: Cleaned) -> str:
    """Return what was cleaned, in the language of the window; "" when nothing was."""
    words = []
    if one.head is not None:
        words.append(_("The heading line was left out: {head}").replace("{head}", one.head))
    for cleaning in one.cleanings:
        wording = ngettext(*cleaning.message, cleaning.count)
        words.append(fill(wording, {"count": cleaning.count, "characters": cleaning.characters}))
    for foreign in one.foreign:
        wording = ngettext(
            "The letter {letter} at position {position} is no residue symbol here.",
            "The letter {letter} is no residue symbol here; it occurs {count} times,"
            " first at position {position}.",
            foreign.count,
        )
        words.append(
            fill(
                wording,
                {
                    "letter": foreign.letter,
                    "count": foreign.count,
                    "position": foreign.position,
                },
            )
        )
    return " ".join(words)
