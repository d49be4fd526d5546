"""What is wrong with a key, a qualifier name or a controlled value that was typed."""

from __future__ import annotations

from seqeditor.texts import _, fill
from seqeditor.vocabulary.features import feature_key, former_key, key_in_right_case
from seqeditor.vocabulary.qualifiers import ValueKind, former_name, name_in_right_case, qualifier


def _named(text: str) -> str:
    return f"\u2066{text}\u2069"


def wrong_key(moltype: str, text: str) -> str:
    """Say why a text is no feature key, "" if it is one."""
    if feature_key(moltype, text) or key_in_right_case(moltype, text):
        return ""
    former = former_key(moltype, text)
    if former is not None:
        return fill(
            _("The feature key {old} is no longer used. Choose {new}."),
            {"old": _named(text), "new": _named(former.replacement)},
        )
    words = _("There is no feature key “{text}” for {moltype}. Choose one from the list.")
    return fill(words, {"text": _named(text), "moltype": _named(moltype)})


def wrong_name(moltype: str, text: str) -> str:
    """Say why a text is no qualifier name, "" if it is one."""
    if name_in_right_case(moltype, text):
        return ""
    former = former_name(text)
    if former is not None:
        words = _("The qualifier {old} is no longer used. Choose {new}.")
        return fill(words, {"old": _named(text), "new": _named(former)})
    words = _("There is no qualifier “{text}” for {moltype}. Choose one from the list.")
    return fill(words, {"text": _named(text), "moltype": _named(moltype)})


def wrong_value(moltype: str, name: str, text: str) -> str:
    """Say why a text is none of the values of a qualifier, "" if it is one or may be."""
    known = qualifier(moltype, name)
    if known is None or not text or known.kind is ValueKind.LIST_WITH_SUFFIX:
        return ""
    values = (*known.values, *known.later_values)
    if text in values or (known.any_case and text.lower() in map(str.lower, values)):
        return ""
    words = _("“{text}” is none of the values of {name}.")
    return fill(words, {"text": _named(text), "name": _named(name)})
