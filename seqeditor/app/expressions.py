"""Patterns of text search: plain text or regular expressions that cannot take the program away.

The package regex stops a match after a given time; the standard library's re cannot. A pattern
like (a+)+b would otherwise go on for centuries.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import regex

SECONDS = 1.0
"""How long one value may be searched."""


class PatternError(ValueError):
    """A regular expression cannot be read; `args[0]` is what the engine says, in English."""


class TooSlowError(Exception):
    """One value could not be searched in the time given."""


class Pattern:
    """What is looked for. Small and capital letters are the same unless `match_case`."""

    def __init__(
        self,
        text: str,
        *,
        is_expression: bool = False,
        match_case: bool = False,
        whole_word: bool = False,
    ) -> None:
        """Raises PatternError for an expression that cannot be read, or that is empty."""
        if not text:
            raise PatternError("")
        self.is_expression = is_expression
        source = f"(?:{text})" if is_expression else regex.escape(text, special_only=True)
        if whole_word:
            source = rf"(?<!\w){source}(?!\w)"
        flags = regex.VERSION0 | (0 if match_case else regex.IGNORECASE)
        try:
            self._compiled: Any = regex.compile(source, flags)
            self._optional: Any = regex.compile(f"(?:{source})?", flags)
        except (regex.error, OverflowError, RecursionError) as error:
            raise PatternError(str(error)) from error
        # A needle that every value with a match holds, whatever its case; "" for none.
        self.needle = "" if is_expression else text.casefold()

    def find(self, text: str, seconds: float = SECONDS) -> Iterator[Any]:
        """Yield the matches in a text that are not empty; raises TooSlowError."""
        try:
            for match in self._compiled.finditer(text, timeout=seconds, concurrent=True):
                if match.end() > match.start():
                    yield match
        except TimeoutError as error:
            raise TooSlowError(text[:40]) from error

    def check_template(self, template: str) -> None:
        r"""Raise PatternError when groups named in a replacement (\1, \g<name>) do not exist."""
        if not self.is_expression:
            return
        try:
            # Matches even nothing, so that all of the replacement is looked at.
            self._optional.sub(template, "")
        except (regex.error, IndexError, KeyError, OverflowError) as error:
            raise PatternError(str(error)) from error

    def replacement(self, match: Any, template: str) -> str:
        """Return what a match is replaced by; of an expression, groups are filled in."""
        if not self.is_expression:
            return template
        return str(match.expand(template))
