"""What somebody has typed, as a message names it."""

from __future__ import annotations

LONGEST = 60
"""So many characters of it are shown: a message without blanks would make its window wider."""


def brief(text: object) -> str:
    """Return a typed text no longer than what can be read at once."""
    words = str(text)
    return words if len(words) <= LONGEST else f"{words[:LONGEST]}…"
