"""What the command line cannot do, told in one line."""

from __future__ import annotations


class RefusedError(Exception):
    """The command is not carried out; the text is one clear sentence for the user."""


class UsageError(RefusedError):
    """The command was called wrongly, or asks for what comes in a later version."""
