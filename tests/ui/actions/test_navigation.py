from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from seqeditor.rules.finding import Level
from seqeditor.ui.actions.navigation import Navigation
from seqeditor.ui.main_window import MainWindow
from seqeditor.ui.panels.project import GENERAL_INFORMATION, SEQUENCES, SNAPSHOTS
from seqeditor.ui.session import Session


@pytest.fixture
def navigation(window: MainWindow) -> Navigation:
    return next(g for g in window.commands.groups if isinstance(g, Navigation))


def noted(qtbot: QtBot, navigation: Navigation) -> None:
    qtbot.waitUntil(lambda: not navigation._later.isActive())


def show(qtbot: QtBot, window: MainWindow, navigation: Navigation, number: int) -> None:
    order = window.signal.document.order
    assert window.project.show_sequence(order.id_at(number))
    noted(qtbot, navigation)


def number(window: MainWindow) -> str:
    sequence_id = window.centre.editor.sequence_id
    assert sequence_id is not None
    return window.signal.document.number(sequence_id)


def test_back_and_forward_by_keys(window: MainWindow, navigation: Navigation, qtbot: QtBot) -> None:
    noted(qtbot, navigation)
    assert not navigation.back.isEnabled()
    show(qtbot, window, navigation, 2)
    window.centre.editor.residues.go_to(9)
    noted(qtbot, navigation)
    window.project.choose(GENERAL_INFORMATION)
    noted(qtbot, navigation)
    show(qtbot, window, navigation, 3)
    assert navigation.back.isEnabled()
    assert not navigation.forward.isEnabled()
    window.project.list.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.project.parts.currentRow() == GENERAL_INFORMATION
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert (window.project.parts.currentRow(), number(window)) == (SEQUENCES, "2")
    assert window.centre.editor.residues.selection.start == 9
    noted(qtbot, navigation)
    assert navigation.forward.isEnabled()
    qtbot.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert number(window) == "3"
    noted(qtbot, navigation)
    assert not navigation.forward.isEnabled()


def test_back_and_forward_by_the_side_buttons_of_the_mouse(
    window: MainWindow, navigation: Navigation, qtbot: QtBot
) -> None:
    noted(qtbot, navigation)
    show(qtbot, window, navigation, 2)
    middle = QPoint(window.width() // 2, window.height() // 2)
    nothing = Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.BackButton, nothing, middle)
    assert number(window) == "1"
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.ForwardButton, nothing, middle)
    assert number(window) == "2"


def test_a_removed_sequence_is_passed_over(
    window: MainWindow, navigation: Navigation, qtbot: QtBot
) -> None:
    noted(qtbot, navigation)
    second = window.signal.document.order.id_at(2)
    show(qtbot, window, navigation, 2)
    show(qtbot, window, navigation, 3)
    window.signal.document.remove_sequences("Remove", [second])
    noted(qtbot, navigation)
    navigation.back.trigger()
    assert window.centre.editor.sequence_id == window.signal.document.order.id_at(1)
    noted(qtbot, navigation)
    assert not navigation.back.isEnabled()


def test_going_to_a_finding_and_back(
    window: MainWindow, navigation: Navigation, qtbot: QtBot
) -> None:
    window.project.choose(SNAPSHOTS)
    noted(qtbot, navigation)
    found: list[Any] = list(window.signal.document.findings.of_header())
    kept = next(one for one in found if one.finding.level is Level.ERROR)
    window.go_to(kept)
    noted(qtbot, navigation)
    assert window.project.parts.currentRow() == GENERAL_INFORMATION
    navigation.back.trigger()
    assert window.project.parts.currentRow() == SNAPSHOTS


def test_going_to_a_position_can_be_gone_back(
    window: MainWindow, navigation: Navigation, qtbot: QtBot
) -> None:
    editor = window.centre.editor
    editor.residues.go_to(4)
    noted(qtbot, navigation)
    qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    editor.go_to.line.setText("21")
    qtbot.keyClick(editor.go_to.line, Qt.Key.Key_Return)
    noted(qtbot, navigation)
    navigation.back.trigger()
    assert editor.residues.selection.start == 4
    navigation.forward.trigger()
    assert editor.residues.selection.start == 21


def test_in_a_mirrored_window_the_keys_change_places(
    window: MainWindow, navigation: Navigation, session: Session, qtbot: QtBot
) -> None:
    assert navigation.back.shortcut().toString() == "Alt+Left"
    session.choose_language("ar", keep=False)
    assert navigation.back.shortcut().toString() == "Alt+Right"
    assert navigation.forward.shortcut().toString() == "Alt+Left"
    session.choose_language("en", keep=False)
    assert navigation.back.shortcut().toString() == "Alt+Left"
