"""The windows of tests/ui, and somebody who sits before one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from seqeditor.app.document import Document
from seqeditor.ui.main_window import MainWindow
from seqeditor.ui.windows import Windows
from tests.end_to_end.driving import Driver
from tests.ui.conftest import (  # noqa: F401 - fixtures
    _no_dialog_that_waits,
    _nothing_left_running,
    _nothing_of_ours_on_the_clipboard,
    answer_file_dialog,
    document,
    session,
    windows,
)

Drive = Callable[[Document], Driver]


@pytest.fixture
def drive(
    windows: Windows,  # noqa: F811
    qtbot: QtBot,
    tmp_path: Path,
    answer_file_dialog: Callable[[Path | None], list[str]],  # noqa: F811
) -> Drive:
    """Return what opens a window on a listing and puts somebody before it."""

    def open_window(one: Document) -> Driver:
        return sit_down(windows.open(one))

    def sit_down(window: MainWindow) -> Driver:
        return Driver(window, qtbot, tmp_path, answer_file_dialog)

    return open_window
