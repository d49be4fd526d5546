"""What the command line cannot do, told in one line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from seqeditor.store.database import DamagedError, NewerProjectError, NotAProjectError
from seqeditor.texts import N_, say

_NEWER = N_("{path} was written by a newer version of this program.")
_NO_PROJECT = N_("{path} is no project of this program, or a damaged one.")


class RefusedError(Exception):
    """The command is not carried out; the text is one clear sentence for the user."""


class UsageError(RefusedError):
    """The command was called wrongly, or asks for what comes in a later version."""


@contextmanager
def reading_project(path: Path) -> Iterator[None]:
    """Turn what is wrong with a project file into a refusal that names it."""
    try:
        yield
    except NewerProjectError as error:
        raise RefusedError(say(_NEWER, {"path": path})) from error
    except (NotAProjectError, DamagedError) as error:
        raise RefusedError(say(_NO_PROJECT, {"path": path})) from error
