"""The language in use, and the short names by which every other module says something in it."""

from __future__ import annotations

from collections.abc import Mapping

from seqeditor.texts.catalogue import Catalogue
from seqeditor.texts.languages import SOURCE_LANGUAGE

_current = Catalogue(SOURCE_LANGUAGE)


def set_language(code: str) -> None:
    """Speak another language from now on; raise KeyError for a code not in LANGUAGES."""
    global _current
    _current = Catalogue(code)


def language() -> str:
    """Return the code of the language in use."""
    return _current.language


def _(message: str) -> str:
    """Return the message in the language in use."""
    return _current.gettext(message)


def ngettext(singular: str, plural: str, count: int) -> str:
    """Return the wording for `count` things in the language in use."""
    return _current.ngettext(singular, plural, count)


def pgettext(context: str, message: str) -> str:
    """Return the message as said in a context, in the language in use."""
    return _current.pgettext(context, message)


def say(
    message: str,
    parameters: Mapping[str, object],
    *,
    plural: str | None = None,
    count: int = 1,
) -> str:
    """Return the message in the language in use, its parameters filled in (see Catalogue.say)."""
    return _current.say(message, parameters, plural=plural, count=count)


def N_(message: str) -> str:
    """Mark a message for the catalogue without translating it: that is done when it is shown."""
    return message


def nN_(singular: str, plural: str) -> tuple[str, str]:
    """Mark a message with its plural for the catalogue without translating it."""
    return singular, plural
