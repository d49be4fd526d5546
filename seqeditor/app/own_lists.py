"""What the user keeps for all projects: templates, names, clients. One JSON file for each kind.

A damaged file is set aside under another name, so that nothing the user made is written over.
"""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

from seqeditor.app.home import data_folder
from seqeditor.store.atomic import atomic_write

VERSION = 1
MOST_BYTES = 64 << 20
"""More than any list made by hand; a larger file is something else."""


class OwnListError(Exception):
    """A file is no list of the kind asked for."""


def own_list_file(kind: str) -> Path:
    """Return where the user's own list of a kind is kept."""
    return data_folder() / "own" / f"{kind}.json"


def load_own_list(kind: str) -> list[Any]:
    """Return the user's own list of a kind, empty where there is none."""
    file = own_list_file(kind)
    try:
        return read_list(kind, file)
    except FileNotFoundError:
        return []
    except (OSError, OwnListError):
        with suppress(OSError):
            file.replace(file.with_suffix(".damaged.json"))
        return []


def save_own_list(kind: str, items: list[Any]) -> None:
    """Write the user's own list of a kind; raises OSError."""
    file = own_list_file(kind)
    file.parent.mkdir(parents=True, exist_ok=True)
    write_list(kind, file, items)


def read_list(kind: str, file: Path) -> list[Any]:
    """Return a list that somebody has exported; raises OSError, OwnListError."""
    if file.stat().st_size > MOST_BYTES:
        raise OwnListError(kind)
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except (ValueError, RecursionError) as error:
        raise OwnListError(kind) from error
    if not isinstance(found, dict) or found.get("kind") != kind:
        raise OwnListError(kind)
    items = found.get("items")
    if not isinstance(items, list):
        raise OwnListError(kind)
    return items


def write_list(kind: str, file: Path, items: list[Any]) -> None:
    """Write a list for somebody else to import; raises OSError."""
    content = {"kind": kind, "version": VERSION, "items": items}
    with atomic_write(file) as stream:
        stream.write(json.dumps(content, ensure_ascii=False, indent=1).encode())
