"""Who works on a project file: a lock of this machine, and a note beside the file for others."""

from __future__ import annotations

import getpass
import hashlib
import json
import platform
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from seqeditor.app.home import data_folder
from seqeditor.store.locks import FileLock
from seqeditor.texts import N_

HELD = N_(
    "{user} on {host} has been working on this project since {since}. It is open for reading only."
)
HELD_HERE = N_("This project is open in another window. Here it is open for reading only.")
"""Why a project is open for reading only."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a project: shown to the one who opens it second."""

    user: str = ""
    host: str = ""
    since: str = ""


class Claim(FileLock):
    """The right to write a project file; given up when the program ends, however it ends."""

    def __init__(self, project: Path) -> None:
        self.project = project
        self._note = _note_path(project)
        self._noted = False
        super().__init__(_lock_path(project))

    def acquire(self) -> bool:
        """Take the claim; False when a program on this machine holds it."""
        if not super().acquire():
            return False
        self._write_note()
        return True

    def release(self) -> None:
        """Give the claim up and take the note away."""
        if self._noted:
            with suppress(OSError):
                self._note.unlink(missing_ok=True)
            self._noted = False
        super().release()

    def _write_note(self) -> None:
        # A folder that cannot be written takes no note; the lock of this machine still holds.
        with suppress(OSError):
            text = json.dumps({"user": _user(), "host": platform.node(), "since": _now()})
            self._note.write_text(text, encoding="utf-8")
            self._noted = True


def holder_of(project: Path) -> Holder:
    """Return who says to hold a project, as far as it is known."""
    try:
        found = json.loads(_note_path(project).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Holder()
    if not isinstance(found, dict):
        return Holder()
    words = {name: str(found.get(name, "")) for name in ("user", "host", "since")}
    return Holder(**words)


def is_held_elsewhere(project: Path) -> bool:
    """Tell whether another machine says to hold the project.

    A note of this machine whose lock nobody holds is left over from a crash and means nothing.
    """
    holder = holder_of(project)
    return bool(holder.host) and holder.host != platform.node()


def _lock_path(project: Path) -> Path:
    key = hashlib.sha256(str(project.resolve()).encode()).hexdigest()[:32]
    return data_folder() / "locks" / key


def _note_path(project: Path) -> Path:
    return project.with_name(f"~${project.name}.lock")


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")
