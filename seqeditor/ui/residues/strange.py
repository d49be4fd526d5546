"""Letters that are no residue symbols, as received files may have them: where, and why not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from seqeditor.domain.sequence import MOLTYPES
from seqeditor.texts import N_, say
from seqeditor.ui.residues.typed import residue_for
from seqeditor.vocabulary.residues import alphabet

_NO_SYMBOL = N_("“{letter}” is no residue symbol for molecule type {moltype}.")
_LOWER = N_("“{letter}” must be written “{residue}”: nucleotides stand in lower case.")
_UPPER = N_("“{letter}” must be written “{residue}”: amino acids stand in upper case.")
_URACIL = N_("“{letter}” must be written “t”, which stands for uracil too.")


def strange_places(letters: str, moltype: str) -> Iterator[int]:
    """Yield the 0-based places of letters not allowed for a molecule type.

    Where the molecule type itself is none of the three, nothing can be said.
    """
    if moltype in MOLTYPES:
        for match in _strange(moltype).finditer(letters):
            yield match.start()


def is_strange(letter: str, moltype: str) -> bool:
    """Tell whether a letter is not allowed for a molecule type."""
    return next(strange_places(letter, moltype), None) is not None


def strange_words(letter: str, moltype: str) -> str:
    """Return why a letter is not allowed, in the language of the window."""
    residue = residue_for(letter, moltype) or ""
    wording = _NO_SYMBOL
    if residue and moltype == "AA":
        wording = _UPPER
    elif residue:
        wording = _URACIL if letter in "uU" else _LOWER
    return say(wording, {"letter": letter, "moltype": moltype, "residue": residue})


@cache
def _strange(moltype: str) -> re.Pattern[str]:
    return re.compile(f"[^{re.escape(alphabet(moltype))}]", re.DOTALL)
