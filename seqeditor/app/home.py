"""Where the program keeps what is its own: settings, working copies, locks.

SEQEDITOR_HOME puts all of it into one folder, for tests and for a program carried on a stick.
"""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

_NAME = "seqeditor"


def config_folder() -> Path:
    """Return the folder of the settings."""
    own = os.environ.get("SEQEDITOR_HOME")
    if own:
        return Path(own) / "config"
    return Path(platformdirs.user_config_dir(_NAME, appauthor=False))


def data_folder() -> Path:
    """Return the folder of the user's own lists and of the working copies."""
    own = os.environ.get("SEQEDITOR_HOME")
    if own:
        return Path(own) / "data"
    # The local folder: a database must not roam with a profile or lie on a share.
    return Path(platformdirs.user_data_dir(_NAME, appauthor=False, roaming=False))


def working_copies() -> Path:
    """Return the folder that holds the working copies."""
    return data_folder() / "working-copies"
