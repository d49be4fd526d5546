from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSplitter
from pytestqt.qtbot import QtBot

from seqeditor.app.document import Document
from seqeditor.app.home import config_folder
from seqeditor.ui.qt.window_settings import keep_splitter, restore_splitter
from seqeditor.ui.session import Session
from seqeditor.ui.windows import Windows
from tests.ui.conftest import settle


def splitter(qtbot: QtBot) -> QSplitter:
    made = QSplitter()
    made.setObjectName("test-splitter")
    qtbot.addWidget(made)
    for words in ("one", "two"):
        made.addWidget(QLabel(words))
    made.resize(400, 100)
    made.show()
    return made


def test_a_splitter_is_found_where_it_was_left(qtbot: QtBot) -> None:
    first = splitter(qtbot)
    assert not restore_splitter(first)
    first.setSizes([300, 90])
    keep_splitter(first)
    second = splitter(qtbot)
    assert restore_splitter(second)
    assert second.sizes() == first.sizes()
    assert (config_folder() / "window.ini").is_file()


def test_a_window_comes_back_as_it_was_left(
    windows: Windows, document: Callable[..., Document], qtbot: QtBot
) -> None:
    first = windows.open(document())
    settle(qtbot, first)
    first.findings.hide()
    first.resize(780, 600)
    first.close()
    second = windows.open(document())
    settle(qtbot, second)
    assert second.findings.isHidden()
    assert second.height() == 600


def test_the_docks_change_sides_with_the_direction_of_reading(
    windows: Windows, session: Session, document: Callable[..., Document], qtbot: QtBot
) -> None:
    window = windows.open(document(1))
    settle(qtbot, window)
    left, right = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea

    def sides() -> list[Qt.DockWidgetArea]:
        return [window.dockWidgetArea(d) for d in (window.project_dock, window.findings)]

    assert sides() == [left, right]
    session.choose_language("ar", keep=False)
    assert sides() == [right, left]
    window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, window.findings)
    session.choose_language("en", keep=False)
    assert sides() == [right, Qt.DockWidgetArea.BottomDockWidgetArea]
