"""The working copies of this user: one folder each, held by a lock, found again after a crash."""

from __future__ import annotations

import json
import shutil
import time
import uuid
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from seqeditor.store.atomic import atomic_write
from seqeditor.store.database import (
    SCHEMA_VERSION,
    StoreError,
)
from seqeditor.store.findings import FILE as FINDINGS_FILE
from seqeditor.store.locks import FileLock
from seqeditor.store.workingcopy import FILE, WorkingCopy

ABOUT = "about.json"
LOCK = "lock"
_LONG_AGO = 3600
"""Seconds after which an empty folder is nobody's."""
KINDS = ("xml", "project", "new")
_UNREADABLE = (StoreError, ValueError, TypeError, OverflowError)
"""What rows that are not ours, in a database that can be read, lead to."""


@dataclass(frozen=True, slots=True)
class About:
    """What a working copy was made from; `size` in bytes, `mtime` in seconds, of that moment.

    `original` is the user's file, "" for a new listing. `opened_at` is ISO 8601 in UTC.
    """

    kind: str = "new"
    original: str = ""
    size: int = 0
    mtime: float = 0.0
    opened_at: str = ""
    title: str = ""

    @classmethod
    def of(cls, kind: str, original: Path | None = None, title: str = "") -> About:
        """Describe a working copy made now; a file that is not there counts as empty."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        if original is None:
            return cls(kind=kind, opened_at=now, title=title)
        size, mtime = 0, 0.0
        if original.is_file():
            state = original.stat()
            size, mtime = state.st_size, state.st_mtime
        return cls(kind, str(original.absolute()), size, mtime, now, title)


class Condition(StrEnum):
    """How an abandoned working copy was found."""

    WHOLE = "whole"
    UNFINISHED = "unfinished"
    """It was still being filled from a file: the file itself has everything."""
    BROKEN = "broken"
    """Its database cannot be read."""


@dataclass(frozen=True, slots=True)
class Abandoned:
    """A working copy that nobody holds.

    `fault` says for the log why a broken one cannot be read. `undo` is the number of steps that
    can be taken back; `sequences` counts the sequences.
    """

    folder: Path
    condition: Condition
    about: About = field(default_factory=About)
    modified: bool = False
    sequences: int = 0
    undo: int = 0
    fault: str = ""


class Copies:
    """The folders of all working copies, under the version of the schema."""

    def __init__(self, root: Path) -> None:
        self.folder = root / f"v{SCHEMA_VERSION}"

    def new_folder(self) -> Path:
        """Make the folder of a new working copy; raises OSError."""
        folder = self.folder / uuid.uuid4().hex
        folder.mkdir(parents=True)
        return folder

    def hold(self, folder: Path) -> FileLock | None:
        """Take a working copy for this program; None when another has it. Raises OSError."""
        lock = FileLock(folder / LOCK)
        return lock if lock.acquire() else None

    def abandoned(self) -> list[Abandoned]:
        """Return the working copies nobody holds, the latest opened first; never raises.

        Folders of long ago without a database, as a crash amid a removal leaves them, go.
        """
        try:
            found = sorted(self.folder.iterdir())
        except OSError:
            return []
        folders = [folder for folder in found if (folder / FILE).is_file()]
        for folder in set(found) - set(folders):
            self._clear(folder)
        lost = [one for folder in folders if (one := self._look_at(folder)) is not None]
        return sorted(lost, key=lambda one: one.about.opened_at, reverse=True)

    def _clear(self, folder: Path) -> None:
        with suppress(OSError):
            # A new one is empty for a moment, before its maker holds it.
            if folder.is_dir() and time.time() - folder.stat().st_mtime > _LONG_AGO:
                self.remove(folder)

    def _look_at(self, folder: Path) -> Abandoned | None:
        try:
            lock = self.hold(folder)
        except OSError as error:
            return Abandoned(folder, Condition.BROKEN, read_about(folder), fault=str(error))
        if lock is None:
            return None
        try:
            return _examine(folder)
        finally:
            lock.release()

    def remove(self, folder: Path) -> bool:
        """Delete a working copy; False when someone holds it, or a part could not be deleted.

        Whoever holds it in this program gives the lock up first.
        """
        if not folder.is_dir():
            return True
        lock = self.hold(folder)
        if lock is None:
            return False
        # The database first: what is left by a crash in between is not taken for a working copy.
        for name in (FILE, FINDINGS_FILE):
            for suffix in ("", "-wal", "-shm", "-journal"):
                try:
                    (folder / f"{name}{suffix}").unlink(missing_ok=True)
                except OSError:
                    lock.release()
                    return False
        lock.release()
        shutil.rmtree(folder, ignore_errors=True)
        return not folder.exists()


def _examine(folder: Path) -> Abandoned:
    about = read_about(folder)
    try:
        copy = WorkingCopy.open(folder)
    except _UNREADABLE as error:
        return Abandoned(folder, Condition.BROKEN, about, fault=str(error))
    try:
        return Abandoned(
            folder,
            Condition.UNFINISHED if copy.is_being_filled else Condition.WHOLE,
            about,
            modified=copy.is_modified,
            sequences=copy.count(),
            undo=sum(1 for step in copy.history() if step.done),
        )
    except _UNREADABLE as error:
        return Abandoned(folder, Condition.BROKEN, about, fault=str(error))
    finally:
        copy.close()


def write_about(folder: Path, about: About) -> None:
    """Note in a working copy's folder what it was made from; raises OSError."""
    text = json.dumps(asdict(about), ensure_ascii=True, indent=1)
    with atomic_write(folder / ABOUT) as stream:
        stream.write(text.encode())


def read_about(folder: Path) -> About:
    """Return what a working copy was made from; an unreadable note tells nothing."""
    try:
        found: Any = json.loads((folder / ABOUT).read_bytes())
    except (OSError, ValueError):
        return About()
    if not isinstance(found, dict):
        return About()
    default = About()
    kept: dict[str, Any] = {}
    for one in fields(About):
        value, like = found.get(one.name), getattr(default, one.name)
        if isinstance(value, type(like)) or (isinstance(like, float) and isinstance(value, int)):
            kept[one.name] = value
    return About(**kept)
