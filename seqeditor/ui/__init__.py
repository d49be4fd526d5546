"""The window."""

from __future__ import annotations

from seqeditor.ui.constants_kept import keep_constants_alive

keep_constants_alive()
