"""Feature keys and qualifiers as they are offered: in groups, with what each one needs."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from seqeditor.domain.sequence import Feature
from seqeditor.texts import N_, _, fill
from seqeditor.ui.features.cells import Choice, qualifier_choices
from seqeditor.vocabulary.features import FeatureKey, feature_key, former_keys
from seqeditor.vocabulary.key_groups import key_groups
from seqeditor.vocabulary.qualifiers import QualifierName, qualifier

MANDATORY = N_("Mandatory qualifiers")
OPTIONAL = N_("Optional qualifiers")

MOST_WORDS = 3


def offered_keys(moltype: str, without: Collection[str] = ()) -> tuple[Choice, ...]:
    """Return the feature keys of a molecule type group by group, with all that is to be known."""
    found: list[Choice] = []
    for group in key_groups(moltype):
        for name in group.keys:
            key = feature_key(moltype, name)
            if key is not None and name not in without:
                also = tuple(_other_words(moltype, key))
                about = _about_key(moltype, key)
                meaning = _(key.definition)
                found.append(Choice(name, meaning, group.name, about, also, key.definition))
    return tuple(found)


def _other_words(moltype: str, key: FeatureKey) -> Iterator[str]:
    """Yield what else people call it: former keys, and the classes that the key is divided in."""
    for former in former_keys(moltype):
        if former.replacement == key.name:
            yield former.name
    for name in key.mandatory:
        if name not in ("mol_type", "mod_base"):
            known = qualifier(moltype, name)
            yield from known.values if known else ()


def _about_key(moltype: str, key: FeatureKey) -> str:
    lines: list[str] = []
    if key.mandatory:
        names = ", ".join(key.mandatory)
        lines.append(fill(_("Mandatory qualifiers: {names}"), {"names": names}))
    if key.molecule_scope != "any":
        lines.append(fill(_("Only for {molecule}."), {"molecule": key.molecule_scope}))
    if key.organism_scope != "any":
        lines.append(fill(_("Only for {organisms}."), {"organisms": _(key.organism_scope)}))
    lines.append(_place(key.section))
    return "\n".join(lines)


def _place(section: str) -> str:
    return fill(_("ST.26, Annex I, {section}"), {"section": section})


def offered_qualifiers(moltype: str, feature: Feature) -> tuple[Choice, ...]:
    """Return the qualifiers that may be added to a feature, mandatory ones first, explained."""
    key = feature_key(moltype, feature.key)
    found: list[Choice] = []
    for choice in qualifier_choices(moltype, feature):
        known = qualifier(moltype, choice.text)
        group = MANDATORY if key is not None and choice.text in key.mandatory else OPTIONAL
        about = _about_qualifier(known) if known else ""
        also = known.values if known is not None and len(known.values) < 60 else ()
        found.append(replace(choice, group=group, about=about, also=also))
    return tuple(found)


def _about_qualifier(known: QualifierName) -> str:
    lines: list[str] = []
    if not known.takes_value:
        lines.append(_("This qualifier has no value."))
    elif known.syntax:
        lines.append(fill(_("Form: {form}"), {"form": known.syntax}))
    if known.takes_value and known.example:
        lines.append(fill(_("Example: {example}"), {"example": known.example}))
    lines.append(_place(known.section))
    return "\n".join(lines)
