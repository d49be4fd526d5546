"""Files dragged onto the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData

from seqeditor.formats.registry import format_of


def dropped_files(data: QMimeData) -> list[Path]:
    """Return the files of a drag, [] when it brings none."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def is_imported(path: Path) -> bool:
    """Tell whether a file has sequences only, which are added to the open listing."""
    try:
        found = format_of(path)
    except OSError:
        return False
    return found is not None and found.name == "fasta"
