"""The version of the standard that the vocabulary and the rules belong to."""

from __future__ import annotations

NAME = "ST.26"
VERSION = "1.7"
"""The same as in the tables of `resources/vocabulary`."""
DTD = "V1_3"
