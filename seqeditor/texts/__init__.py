"""The message catalogue, free of Qt, usable from every layer."""

from __future__ import annotations

from seqeditor.texts.catalogue import Catalogue, fill
from seqeditor.texts.current import (
    N_,
    _,
    language,
    ngettext,
    nN_,
    pgettext,
    say,
    set_language,
)
from seqeditor.texts.languages import LANGUAGES, is_right_to_left, nearest_language

__all__ = [
    "LANGUAGES",
    "N_",
    "Catalogue",
    "_",
    "fill",
    "is_right_to_left",
    "language",
    "nN_",
    "nearest_language",
    "ngettext",
    "pgettext",
    "say",
    "set_language",
]
