"""What every test may ask for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

# No test fails because the machine is busy.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep settings and working copies of a test away from the user's own."""
    monkeypatch.setenv("SEQEDITOR_HOME", str(tmp_path / "home"))


@pytest.fixture
def shared() -> Path:
    """Return the folder with the real files; a checkout without it skips the test."""
    if not SHARED.is_dir():
        pytest.skip("the folder with the real files is not here")
    return SHARED
