"""Where each listing was left: its sequence, the caret, and what stood in a second pane."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from seqeditor.app.home import config_folder
from seqeditor.store.atomic import atomic_write

MOST = 100
"""Listings remembered; the one left longest ago is forgotten."""


@dataclass(frozen=True, slots=True)
class LastPlace:
    """Positions in the order of the listing (from 1), 0 for none; `caret` in the sequence."""

    position: int = 1
    caret: int = 1
    second: int = 0


def last_place(file: Path) -> LastPlace | None:
    """Return where a file was left, None when it is not remembered."""
    found = _load().get(_key(file))
    if not isinstance(found, dict):
        return None
    numbers = {name: found.get(name) for name in LastPlace.__slots__}
    if any(type(one) is not int or one < 0 for one in numbers.values()):
        return None
    return LastPlace(**numbers)  # type: ignore[arg-type]


def keep_last_place(file: Path, place: LastPlace) -> None:
    """Remember where a file was left; raises OSError."""
    places = _load()
    places.pop(_key(file), None)
    places[_key(file)] = asdict(place)
    kept = dict(list(places.items())[-MOST:])
    target = _file()
    target.parent.mkdir(parents=True, exist_ok=True)
    with atomic_write(target) as stream:
        stream.write(json.dumps(kept, ensure_ascii=False, indent=1).encode())


def _load() -> dict[str, object]:
    try:
        found = json.loads(_file().read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _key(file: Path) -> str:
    return str(file.absolute())


def _file() -> Path:
    return config_folder() / "places.json"
