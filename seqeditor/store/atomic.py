"""Writing a file whole or not at all: a sibling is written, then takes the target's name."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

_NAME_KEPT = 40
"""Letters of the target's name in that of the sibling: file names have a greatest length."""


@contextmanager
def atomic_write(target: Path) -> Iterator[BinaryIO]:
    """Give a binary stream whose bytes become the content of `target` when all went well.

    When writing fails, or what is done inside raises, the former file is as it was and nothing is
    left beside it. Raises OSError.
    """
    with replacing(target) as sibling, sibling.open("wb") as stream:
        yield stream


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Give the path of an empty sibling file that takes the place of `target` at the end.

    For what writes by path, such as a database; it must be closed by then. The permissions of the
    former file are kept; a symbolic link stays one, and what it names is replaced. Raises OSError.
    """
    real = Path(os.path.realpath(target))
    handle, name = tempfile.mkstemp(
        prefix=f".{real.name[:_NAME_KEPT]}.", suffix=".tmp", dir=real.parent
    )
    os.close(handle)
    sibling = Path(name)
    try:
        yield sibling
        with sibling.open("rb+") as stream:
            os.fsync(stream.fileno())
        _keep_mode(real, sibling)
        sibling.replace(real)
    finally:
        sibling.unlink(missing_ok=True)
    _flush_folder(real.parent)


def _keep_mode(target: Path, sibling: Path) -> None:
    """Give the new file the permissions of the one it replaces, or the usual ones."""
    if target.exists():
        sibling.chmod(target.stat().st_mode & 0o777)
    elif os.name == "posix":
        mask = os.umask(0)
        os.umask(mask)
        sibling.chmod(0o666 & ~mask)


def _flush_folder(folder: Path) -> None:
    """Make the new name durable, where the system and the kind of disk let a folder be flushed."""
    if os.name != "posix":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
