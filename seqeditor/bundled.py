"""Where the files that come with the program are: checkout, installed wheel or frozen program."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path


@cache
def _root() -> Path:
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen)
    package = Path(__file__).resolve().parent
    installed = package / "_data"
    return installed if installed.is_dir() else package.parent


def bundled(*parts: str) -> Path:
    """Return the path of a bundled file, such as `bundled("resources", "dtd", name)`."""
    return _root().joinpath(*parts)
