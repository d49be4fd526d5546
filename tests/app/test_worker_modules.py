"""What a process that only checks has loaded."""

from __future__ import annotations

import sys
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from multiprocessing import get_context
from pathlib import Path

import pytest

from seqeditor.app import checking, validation
from seqeditor.domain.general_information import GeneralInformation
from seqeditor.store.workingcopy import WorkingCopy


def _loaded() -> list[str]:
    heavy = ("PySide6", "Bio", "shiboken6", "seqeditor.ui")
    return [name for name in sys.modules if name.split(".")[0] in heavy or name in heavy]


@pytest.mark.parametrize("kind", ["file", "document"])
def test_a_worker_holds_neither_qt_nor_biopython(kind: str, tmp_path: Path) -> None:
    if kind == "file":
        options = checking.Options(today=date(2026, 1, 1))
        start, given = checking._start_worker, (options, GeneralInformation())
    else:
        WorkingCopy.create(tmp_path / "copy").close()
        start, given = validation._start_worker, (tmp_path / "copy", "applicant", date(2026, 1, 1))
    with ProcessPoolExecutor(1, get_context("spawn"), start, given) as pool:
        assert pool.submit(_loaded).result() == []
