"""Random clicking and typing over the tree: nothing complains, nothing breaks."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from seqeditor.ui.features.editor import FeatureEditor

STEPS = 150

KEYS = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Return,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Escape,
    Qt.Key.Key_F2,
    Qt.Key.Key_Delete,
    Qt.Key.Key_A,
    Qt.Key.Key_1,
)
MODIFIERS = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
ACTIONS = ("duplicate", "move_up", "move_down", "sort", "delete", "add_feature", "add_qualifier")


def step(chance: random.Random, qtbot: QtBot, editor: FeatureEditor) -> None:
    if chance.randrange(3) == 0:
        QApplication.processEvents()
    viewport = editor.tree.viewport()
    if chance.randrange(4) == 0:  # twice at one place, with something in between
        index = editor.tree.currentIndex()
        where = editor.tree.visualRect(index).center()
        qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=where)
    place = QPoint(chance.randrange(viewport.width()), chance.randrange(viewport.height()))
    target = viewport.childAt(place) or viewport
    left, modifier = Qt.MouseButton.LeftButton, chance.choice(MODIFIERS)
    kind = chance.randrange(11)
    if kind < 4:
        qtbot.mouseClick(target, left, modifier, target.mapFrom(viewport, place))
    elif kind < 6:
        qtbot.mouseDClick(target, left, pos=target.mapFrom(viewport, place))
    elif kind < 10:
        qtbot.keyClick(QApplication.focusWidget() or editor.tree, chance.choice(KEYS), modifier)
    else:
        editor.action(chance.choice(ACTIONS)).trigger()


@pytest.fixture
def usual_interval() -> Iterator[None]:
    """Put the time of a double click back afterwards."""
    before = QApplication.doubleClickInterval()
    yield
    QApplication.setDoubleClickInterval(before)


@pytest.mark.parametrize("seed", range(12))
def test_random_clicking_and_typing(
    qtbot: QtBot,
    qtlog: Any,
    editor: FeatureEditor,
    applied: Callable[[], list[str]],
    usual_interval: None,
    seed: int,
):
    chance = random.Random(seed)
    QApplication.setDoubleClickInterval(0)  # what waits for a second click happens at once
    for _number in range(STEPS):
        step(chance, qtbot, editor)
    QApplication.processEvents()
    editor.chooser.dismiss()
    editor.tree._slow_click.stop()
    said = [record.message for record in qtlog.records]
    assert [one for one in said if "editing failed" in one or "commitData" in one] == []
    for popup in iter(QApplication.activePopupWidget, None):
        popup.close()
    features = editor.sequence.features
    assert editor.model.rowCount() == len(features)
    assert [editor.model.rowCount(editor.model.index(n, 0)) for n in range(len(features))] == [
        len(one.qualifiers) for one in features
    ]
