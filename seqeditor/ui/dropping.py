"""Files dragged onto the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData

from seqeditor.app.text_import import KINDS as TEXT_KINDS
from seqeditor.formats.annotated import KINDS
from seqeditor.formats.registry import format_of


def dropped_files(data: QMimeData) -> list[Path]:
    """Return the files of a drag, [] when it brings none."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def is_imported(path: Path) -> bool:
    """Tell whether a file is taken into a listing: it is none of ST.26 and no project."""
    try:
        found = format_of(path)
    except OSError:
        return False
    return found is not None and found.name in ("fasta", "st25", *KINDS, *TEXT_KINDS)
