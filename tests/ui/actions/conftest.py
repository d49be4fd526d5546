"""Windows on sequences of a test's own."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from seqeditor.app.document import Document
from seqeditor.domain.sequence import Sequence
from seqeditor.ui.main_window import MainWindow
from seqeditor.ui.windows import Windows
from tests.ui.conftest import settle


@pytest.fixture
def opened(
    windows: Windows, document: Callable[..., Document], qtbot: QtBot
) -> Callable[..., MainWindow]:
    """Return what opens a window on sequences, the second feature of the first chosen."""

    def make(*sequences: Sequence) -> MainWindow:
        window = windows.open(document(0, *sequences))
        settle(qtbot, window)
        window.centre.editor.features.select_feature(1)
        return window

    return make
