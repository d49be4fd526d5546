"""What is said of a translation or a protein that did not follow an edit."""

from __future__ import annotations

from collections.abc import Callable

from seqeditor.app.following import NotFollowed, Reason
from seqeditor.texts import N_, Catalogue, language, nN_

FRAME = nN_(
    "The translation of CDS {location} waits: {count} base is left over after the last codon."
    " It follows as soon as the frame is whole.",
    "The translation of CDS {location} waits: {count} bases are left over after the last codon."
    " It follows as soon as the frame is whole.",
)
SENTENCES = {
    Reason.STOP: N_(
        "The translation of CDS {location} waits: codon {count} is a stop. It follows as soon as"
        " the stop inside is gone."
    ),
    Reason.LOCATION: N_(
        "The translation of CDS {location} waits: the location gives no amino acids now. It"
        " follows as soon as the location is right."
    ),
    Reason.UNREAD: N_(
        "The translation of CDS {location} was left as it is: what the CDS codes for cannot be"
        " told with its transl_table, codon_start, transl_except or exception."
    ),
    Reason.DIFFERED: N_(
        "The translation of CDS {location} was left as it is: it was not what the CDS codes for"
        " before. “Translate” writes it anew."
    ),
    Reason.SHARED: N_(
        "The protein SEQ ID NO {protein} of CDS {location} was left as it is: another CDS names it"
        " too, with another translation."
    ),
    Reason.SHORT: N_(
        "The protein SEQ ID NO {protein} of CDS {location} was left as it is: fewer than four"
        " amino acids are no sequence of their own (par. 7, 8)."
    ),
    Reason.OTHER: N_(
        "The protein SEQ ID NO {protein} of CDS {location} was left as it is: its residues were"
        " not the translation before."
    ),
    Reason.FEATURES: N_(
        "The protein SEQ ID NO {protein} has followed CDS {location}. Look at its features: they"
        " may not lie where they did."
    ),
    Reason.PROTEIN: N_(
        "The protein SEQ ID NO {protein} is the translation of CDS {location} in SEQ ID NO"
        " {sequence}, and differs from it now. Edit the CDS to change both."
    ),
    Reason.ALONE: N_(
        "The protein SEQ ID NO {protein} stays in the listing, but CDS {location} named it, and no"
        " CDS does now. Delete it too if it is not wanted."
    ),
}


def following_words(told: NotFollowed, number: Callable[[int], str]) -> str:
    """Return the sentence in the language of the window; `number` gives a SEQ ID NO by id."""
    parameters = {
        "location": told.location,
        "count": told.count,
        "sequence": number(told.sequence),
        "protein": number(told.protein),
    }
    # On the screen, so that 1..18 is no 18..1 in a window read from right to left.
    catalogue = Catalogue(language(), on_screen=True)
    if told.reason is Reason.FRAME:
        return catalogue.say(FRAME[0], parameters, plural=FRAME[1], count=told.count)
    return catalogue.say(SENTENCES[told.reason], parameters)
