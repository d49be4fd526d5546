"""The frozen program that menus start: no console on Windows."""

from __future__ import annotations

import sys

from seqeditor.__main__ import window

sys.exit(window())
