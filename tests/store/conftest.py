"""A working copy in a folder of the test's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from seqeditor.store.workingcopy import WorkingCopy


@pytest.fixture
def copy(tmp_path: Path) -> Iterator[WorkingCopy]:
    made = WorkingCopy.create(tmp_path / "copy")
    yield made
    made.close()
