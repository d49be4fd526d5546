"""Numbers of sequences put in a row for a sentence."""

from __future__ import annotations

from collections.abc import Iterable

_MOST = 12


def listed(numbers: Iterable[str]) -> str:
    """Return numbers, each once, divided by commas; of many only the first ones."""
    found = list(dict.fromkeys(numbers))
    return ", ".join(found[:_MOST]) + (" ..." if len(found) > _MOST else "")
