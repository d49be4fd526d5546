"""The messages of one language; several may be in use at once, as in a report side by side."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from gettext import GNUTranslations, NullTranslations

from seqeditor.bundled import bundled
from seqeditor.texts.languages import LANGUAGES, SOURCE_LANGUAGE, is_right_to_left

_PLACEHOLDER = re.compile(r"\{(\w+)\}")

_FIRST_STRONG, _END = "\u2068", "\u2069"


def fill(text: str, parameters: Mapping[str, object]) -> str:
    """Replace each `{name}` that has a parameter.

    A placeholder without one stays as it is: a mistake of a translator must not stop the program.
    Values are never looked into, so a `{` that a user typed is safe.
    """

    def value_of(match: re.Match[str]) -> str:
        name = match[1]
        return str(parameters[name]) if name in parameters else match[0]

    return _PLACEHOLDER.sub(value_of, text)


@cache
def _translations(language: str) -> NullTranslations:
    compiled = bundled("translations", f"{language}.mo")
    # A checkout before its first `make translations` has none: English is shown then.
    if language == SOURCE_LANGUAGE or not compiled.is_file():
        return NullTranslations()
    with compiled.open("rb") as stream:
        return GNUTranslations(stream)


class Catalogue:
    """The messages of one language."""

    def __init__(self, language: str, *, on_screen: bool = False) -> None:
        """Load the language; raise KeyError for a code that is not in LANGUAGES.

        With `on_screen`, values filled into a language read from right to left are isolated by
        signs that are not seen: 1..36 would otherwise be shown as 36..1. Files do without them.
        """
        if language not in LANGUAGES:
            raise KeyError(language)
        self.language = language
        self._messages = _translations(language)
        self._isolates = on_screen and is_right_to_left(language)

    def gettext(self, message: str) -> str:
        """Return the message in this language."""
        # gettext keeps the head of the catalogue under "".
        return self._messages.gettext(message) if message else ""

    def ngettext(self, singular: str, plural: str, count: int) -> str:
        """Return the wording that this language uses for `count` things."""
        return self._messages.ngettext(singular, plural, count)

    def pgettext(self, context: str, message: str) -> str:
        """Return the message as it is said in a context, such as a short column head."""
        return self._messages.pgettext(context, message)

    def say(
        self,
        message: str,
        parameters: Mapping[str, object],
        *,
        plural: str | None = None,
        count: int = 1,
    ) -> str:
        """Return the message in this language with its parameters filled in.

        With `plural`, the wording follows `count`.
        """
        if self._isolates:
            parameters = {
                name: f"{_FIRST_STRONG}{value}{_END}" for name, value in parameters.items()
            }
        if plural is None:
            return fill(self.gettext(message), parameters)
        return fill(self.ngettext(message, plural, count), parameters)
