"""The areas of the rules, in the order in which a person reads a listing."""

from __future__ import annotations

from seqeditor.texts import N_

AREAS: dict[str, str] = {
    "gi": N_("General information"),
    "num": N_("Numbering"),
    "skip": N_("Skipped sequences"),
    "seq": N_("Sequences"),
    "res": N_("Residues"),
    "feat": N_("Features"),
    "loc": N_("Locations"),
    "qual": N_("Qualifiers"),
    "tr": N_("Translations"),
    "lang": N_("Languages"),
    "x": N_("Comparison of sequences"),
    "xml": N_("XML text"),
    "dtd": N_("XML structure"),
    "root": N_("Listing attributes"),
}
"""Message id of the name by what stands before the first hyphen of a rule's id."""
