"""Values of free text that were met or typed before, to complete what is being typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from seqeditor.domain.sequence import Sequence

MOST_VALUES = 300
"""Values kept for one qualifier; those met last."""

MOST_QUALIFIERS = 2000
"""Qualifiers looked at in one sequence: more would be felt when it is shown."""

LONGEST = 200
"""Longer texts are not typed a second time."""


class EarlierValues:
    """The values of each qualifier that the window has seen, the latest first."""

    def __init__(self) -> None:
        self._values: dict[str, dict[str, None]] = {}
        self._non_english: dict[str, dict[str, None]] = {}
        self._first: Callable[[], Iterable[Sequence]] | None = None

    def begin_with(self, sequences: Callable[[], Iterable[Sequence]]) -> None:
        """Take these sequences as seen, once somebody wants to know."""
        self._first = sequences

    def see(self, sequence: Sequence) -> None:
        """Take note of the values in a sequence."""
        left = MOST_QUALIFIERS
        for feature in sequence.features:
            for one in feature.qualifiers[:left]:
                _note(self._values, one.name, one.value)
                _note(self._non_english, one.name, one.non_english)
            left -= len(feature.qualifiers)
            if left <= 0:
                return

    def of(self, name: str, *, non_english: bool = False) -> list[str]:
        """Return the values of a qualifier, the latest first."""
        if self._first is not None:
            first, self._first = self._first, None
            seen = (self._values, self._non_english)
            self._values, self._non_english = {}, {}
            for sequence in first():
                self.see(sequence)
            for old, new in zip(seen, (self._values, self._non_english), strict=True):
                for known, values in old.items():
                    for value in values:
                        _note(new, known, value)
        values = (self._non_english if non_english else self._values).get(name, {})
        return list(reversed(values))


def _note(where: dict[str, dict[str, None]], name: str, value: str | None) -> None:
    if not value or len(value) > LONGEST or "\n" in value:
        return
    values = where.setdefault(name, {})
    values.pop(value, None)
    values[value] = None
    if len(values) > MOST_VALUES:
        del values[next(iter(values))]
