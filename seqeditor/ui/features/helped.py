"""Which values have a dialog that helps with them."""

from __future__ import annotations

from enum import Enum, auto

from seqeditor.domain.sequence import Feature, Qualifier
from seqeditor.vocabulary.qualifiers import ValueKind, qualifier


class Help(Enum):
    """The ways to help with a value."""

    CODON = auto()
    MODIFIED_BASE = auto()
    MODIFIED_AMINO_ACID = auto()
    RANGE = auto()


_MODIFIED_AMINO_ACIDS = ("MOD_RES", "SITE")


def help_for(moltype: str, feature: Feature, one: Qualifier) -> Help | None:
    """Return how the program can help with the value of a qualifier, None if it cannot."""
    if moltype == "AA":
        fitting = feature.key in _MODIFIED_AMINO_ACIDS and one.name == "note"
        return Help.MODIFIED_AMINO_ACID if fitting else None
    if one.name in ("transl_except", "anticodon"):
        return Help.CODON
    if one.name == "mod_base" or (one.name == "note" and feature.value("mod_base") == "OTHER"):
        return Help.MODIFIED_BASE
    known = qualifier(moltype, one.name)
    return Help.RANGE if known is not None and known.kind is ValueKind.RANGE else None


def is_helped(moltype: str, feature: Feature, one: Qualifier) -> bool:
    """Tell whether the program can help with the value of a qualifier."""
    return help_for(moltype, feature, one) is not None
