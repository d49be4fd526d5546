from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from seqeditor.ui.qt.lines import LinesLayout


@pytest.fixture
def made(qtbot: QtBot) -> tuple[QWidget, list[QWidget]]:
    """Return a widget whose layout has a number, a labelled line, words and another line."""
    outer, inner = QWidget(), QWidget()
    lines = LinesLayout(inner)
    parts: list[QWidget] = [QLabel("No. 1"), QLabel("Name:"), QLineEdit()]
    parts += [QLabel("217 residues"), QLineEdit()]
    lines.add_group(parts[0])
    lines.add_group(parts[1], parts[2], share=1, least=90)
    lines.add_group(parts[3])
    lines.add_group(parts[4], share=3, least=120)
    column = QVBoxLayout(outer)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(inner)
    column.addStretch(1)
    qtbot.addWidget(outer)
    outer.show()
    return outer, parts


@pytest.mark.parametrize("width", [190, 260, 340, 480, 900])
@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_no_word_is_cut_and_nothing_overlaps(
    made: tuple[QWidget, list[QWidget]], qtbot: QtBot, width: int, direction: Qt.LayoutDirection
) -> None:
    outer, parts = made
    outer.setLayoutDirection(direction)
    outer.resize(width, 400)
    qtbot.waitUntil(lambda: outer.width() == width)
    layout = outer.layout()
    assert layout is not None
    layout.activate()
    places = [part.geometry() for part in parts]
    inner = parts[0].parentWidget()
    assert inner is not None
    for part, place in zip(parts, places, strict=True):
        assert inner.rect().contains(place)
        if isinstance(part, QLabel):
            assert place.width() >= part.sizeHint().width()
        assert place.height() >= part.sizeHint().height()
    for number, place in enumerate(places):
        assert not any(place.intersects(other) for other in places[number + 1 :])


def test_one_line_where_there_is_room_and_what_grows_fills_it(
    made: tuple[QWidget, list[QWidget]], qtbot: QtBot
) -> None:
    outer, parts = made
    outer.resize(900, 400)
    qtbot.waitUntil(lambda: parts[4].geometry().right() > 800)
    middles = {part.geometry().center().y() for part in parts}
    assert max(middles) - min(middles) <= 1
    assert parts[4].width() > parts[2].width() > 90


def test_a_hidden_widget_takes_no_room(made: tuple[QWidget, list[QWidget]], qtbot: QtBot) -> None:
    outer, parts = made
    outer.resize(900, 400)
    parts[3].hide()
    parts[4].hide()
    qtbot.waitUntil(lambda: parts[2].geometry().right() > 800)
    assert parts[2].width() > 600
