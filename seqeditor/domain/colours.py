"""The colours an author may mark sequences with; stored by these names, never in the XML."""

from __future__ import annotations

COLOURS = ("orange", "sky", "green", "yellow", "blue", "vermilion", "purple", "grey")
