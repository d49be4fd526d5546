"""The words of an import report that a screen, a page and a terminal share."""

from __future__ import annotations

from seqeditor.app.import_report import Action, Item
from seqeditor.formats.registry import FORMATS
from seqeditor.texts import N_, Catalogue

ACTIONS = {
    Action.KEPT: N_("kept"),
    Action.RENAMED: N_("changed"),
    Action.NOTE: N_("moved to a note"),
    Action.DROPPED: N_("dropped"),
    Action.DECISION: N_("to decide"),
}


def worded(item: Item, catalogue: Catalogue) -> str:
    """Return what is said of one datum, in the language of the catalogue."""
    if isinstance(item.message, str):
        return catalogue.say(item.message, item.parameters)
    one, many = item.message
    count = item.parameters.get("count", 0)
    number = count if isinstance(count, int) else 0
    return catalogue.say(one, item.parameters, plural=many, count=number)


def format_words(name: str, catalogue: Catalogue) -> str:
    """Return what people call a format; its name where it has no other."""
    own = "project" if name == "seqproj" else name
    found = (one.label for one in FORMATS if one.name == own)
    return catalogue.gettext(next(found, name))
