"""Locks held by the operating system, so that a program that died holds none."""

from __future__ import annotations

import errno
import sys
from pathlib import Path
from typing import BinaryIO

_HELD = (errno.EAGAIN, errno.EACCES, errno.EDEADLK, getattr(errno, "EDEADLOCK", errno.EDEADLK))
"""What the systems say of a lock that someone else holds."""


class FileLock:
    """An exclusive lock on a file of its own; given up on release or when the program ends."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._stream: BinaryIO | None = None

    @property
    def held(self) -> bool:
        """Whether this object holds the lock."""
        return self._stream is not None

    def acquire(self) -> bool:
        """Take the lock; False when someone else holds it. Raises OSError."""
        if self._stream is not None:
            return True
        self.path.parent.mkdir(parents=True, exist_ok=True)
        stream = self.path.open("a+b")
        try:
            _lock(stream)
        except OSError as error:
            stream.close()
            if error.errno in _HELD:
                return False
            raise
        self._stream = stream
        return True

    def release(self) -> None:
        """Give the lock up."""
        if self._stream is not None:
            self._stream.close()
            self._stream = None


if sys.platform == "win32":
    import msvcrt

    def _lock(stream: BinaryIO) -> None:
        stream.seek(0)
        msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(stream: BinaryIO) -> None:
        fcntl.flock(stream.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


def is_locked(path: Path) -> bool:
    """Tell whether someone holds the lock on a path, without keeping it."""
    if not path.exists():
        return False
    lock = FileLock(path)
    if not lock.acquire():
        return True
    lock.release()
    return False
