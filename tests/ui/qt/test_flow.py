from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from seqeditor.ui.qt.flow import FlowLayout


def flow(qtbot: QtBot, direction: Qt.LayoutDirection) -> tuple[QWidget, list[QWidget]]:
    box = QWidget()
    qtbot.addWidget(box)
    box.setLayoutDirection(direction)
    layout = FlowLayout(box, spacing=0)
    parts = [QWidget() for _ in range(3)]
    for part in parts:
        part.setFixedSize(40, 10)
        layout.addWidget(part)
    box.resize(100, 40)
    box.show()
    return box, parts


def test_what_has_no_room_goes_to_the_next_line(qtbot: QtBot) -> None:
    box, parts = flow(qtbot, Qt.LayoutDirection.LeftToRight)
    layout = box.layout()
    assert layout is not None
    assert [(one.x(), one.y()) for one in parts] == [(0, 0), (40, 0), (0, 10)]
    assert layout.heightForWidth(100) == 20
    assert layout.heightForWidth(120) == 10


def test_lines_begin_on_the_right_where_reading_does(qtbot: QtBot) -> None:
    _box, parts = flow(qtbot, Qt.LayoutDirection.RightToLeft)
    assert [(one.x(), one.y()) for one in parts] == [(60, 0), (20, 0), (60, 10)]
