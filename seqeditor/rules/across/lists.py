"""Numbers of sequences put in a row for a sentence."""

from __future__ import annotations

from collections.abc import Iterable

MOST = 12
"""Numbers named in one sentence."""


def listed(numbers: Iterable[str]) -> str:
    """Return numbers, each once, divided by commas; of many only the first ones."""
    found = list(dict.fromkeys(numbers))
    return ", ".join(found[:MOST]) + (" ..." if len(found) > MOST else "")
