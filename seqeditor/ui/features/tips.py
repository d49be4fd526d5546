"""Short explanations of what stands in the feature table."""

from __future__ import annotations

from seqeditor.domain.sequence import Feature, Qualifier
from seqeditor.rules.finding import Level
from seqeditor.texts import _, fill
from seqeditor.ui.features.cells import NAME, VALUE, known_qualifier, meaning_of_key, value_choices

LONGEST_TIP = 600


def level_text(level: Level) -> str:
    """Return the name of a level for those who do not see its icon."""
    return {
        Level.ERROR: _("Error"),
        Level.WARNING: _("Warning"),
        Level.INFO: _("Advice"),
    }[level]


def tip_of(moltype: str, feature: Feature, one: Qualifier | None, column: int) -> str:
    """Return the tip of a cell: the meaning of a name, the whole of a long value."""
    if one is None:
        return meaning_of_key(moltype, feature.key) if column == NAME else feature.location
    if column == NAME:
        return _about(moltype, one.name)
    value = (one.value if column == VALUE else one.non_english) or ""
    if not value:
        return _about(moltype, one.name)
    meaning = next((c.meaning for c in value_choices(moltype, one.name) if c.text == value), "")
    if meaning:
        return f"{value}: {meaning}"
    return value if len(value) <= LONGEST_TIP else f"{value[:LONGEST_TIP]}…"


def _about(moltype: str, name: str) -> str:
    known = known_qualifier(moltype, name)
    if known is None:
        return ""
    lines = [_(known.definition)]
    if not known.takes_value:
        lines.append(_("This qualifier has no value."))
    elif known.syntax:
        lines.append(fill(_("Form: {form}"), {"form": known.syntax}))
    if known.example:
        lines.append(fill(_("Example: {example}"), {"example": known.example}))
    return "\n".join(lines)
