"""What the user has chosen, in one small JSON file; a damaged one is set aside, never fatal."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path

from seqeditor.app.home import config_folder
from seqeditor.store.atomic import atomic_write

VERSION = 1
RECENT = 12


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that is remembered between two starts, window sizes aside.

    `language` and `colours` are "" for the system's. `folders` holds the last folder by purpose of
    a dialog, `shortcuts` the keys of actions by name where the user has chosen others, "" for none.
    """

    language: str = ""
    profile: str = "applicant"
    recent: tuple[str, ...] = ()
    folders: dict[str, str] = field(default_factory=dict)
    residue_size: int = 0
    both_strands: bool = False
    residues_fill_lines: bool = False
    journal_limit: int = 4 << 30
    map_shown: bool = True
    split_way: str = "beside"
    map_circular: bool = False
    follow_translations: bool = True
    shortcuts: dict[str, str] = field(default_factory=dict)
    colours: str = ""

    def with_recent(self, path: Path) -> Settings:
        """Return the settings with a file put first among the recent ones."""
        name = str(path.absolute())
        rest = [other for other in self.recent if other != name]
        return replace(self, recent=(name, *rest)[:RECENT])

    def without_recent(self, path: str) -> Settings:
        """Return the settings without a file that is gone."""
        return replace(self, recent=tuple(other for other in self.recent if other != path))


def load_settings() -> Settings:
    """Return the settings of the user, the usual ones where there are none or damaged ones."""
    file = _file()
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError):
        return Settings()
    return _settings(found) if isinstance(found, dict) else Settings()


def _settings(found: dict[str, object]) -> Settings:
    usual = Settings()
    chosen: dict[str, object] = {}
    for each in fields(Settings):
        value, default = found.get(each.name), getattr(usual, each.name)
        if isinstance(default, tuple) and isinstance(value, list):
            chosen[each.name] = tuple(str(item) for item in value)
        elif isinstance(default, dict) and isinstance(value, dict):
            chosen[each.name] = {str(k): str(v) for k, v in value.items()}
        elif type(value) is type(default):
            chosen[each.name] = value
    return replace(usual, **chosen)  # type: ignore[arg-type]


def save_settings(settings: Settings) -> None:
    """Write the settings; raises OSError when the folder cannot be written."""
    file = _file()
    file.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps({"version": VERSION, **asdict(settings)}, ensure_ascii=False, indent=1)
    with atomic_write(file) as stream:
        stream.write(text.encode())


def _file() -> Path:
    return config_folder() / "settings.json"
