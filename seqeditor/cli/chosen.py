"""The files meant by the paths on the command line."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from seqeditor.texts import N_, say

_NO_FILE = N_("There is no file {path}.")
_NO_XML = N_("There is no .xml file in the folder {path}.")
_NO_ENTRY = N_("The folder {path} cannot be read: {reason}.")


class Chosen:
    """Files with the path to be reported for each; `problems` are sentences on wrong use."""

    def __init__(self, paths: list[str]) -> None:
        self.files: list[tuple[Path, str]] = []
        self.problems: list[str] = []
        for given in paths:
            if is_there(Path(given).is_dir):
                self._add_folder(given)
            elif is_there(Path(given).is_file):
                self.files.append((Path(given), _joined(given)))
            else:
                self.problems.append(say(_NO_FILE, {"path": given}))

    def _add_folder(self, given: str) -> None:
        found = sorted(self._below(given))
        if not found:
            self.problems.append(say(_NO_XML, {"path": given}))
        head = _joined(given)
        head = head if head.endswith("/") else f"{head}/"
        self.files += [(Path(given, name), f"{head}{name}") for name in found]

    def _below(self, folder: str) -> Iterator[str]:
        """Yield the XML files below a folder, relative to it; links to folders are not followed."""
        for parent, _folders, files in os.walk(folder, onerror=self._note):
            for name in files:
                path = Path(parent, name)
                if path.suffix.lower() == ".xml" and path.is_file():
                    yield path.relative_to(folder).as_posix()

    def _note(self, error: OSError) -> None:
        reason = error.strerror or type(error).__name__
        self.problems.append(say(_NO_ENTRY, {"path": error.filename, "reason": reason}))


def is_there(look: Callable[[], bool]) -> bool:
    """Return what a question to the disk answers; what cannot even be asked for is not there."""
    try:
        return look()
    except OSError:
        return False


def _joined(given: str) -> str:
    return given.replace(os.sep, "/")
