from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from seqeditor.domain.criteria import Criteria
from seqeditor.ui.actions.selecting import Selecting
from seqeditor.ui.dialogs.numbers import NumbersDialog
from seqeditor.ui.main_window import MainWindow
from tests.ui.conftest import press, the_dialog


def actions(window: MainWindow) -> Selecting:
    return next(one for one in window.commands.groups if isinstance(one, Selecting))


def selected(window: MainWindow) -> list[int]:
    order = window.signal.document.order
    return [order.position(i) for i in window.project.list.selected_ids()]


def test_all_that_the_filter_leaves_is_selected_and_the_others_by_inverting(
    window: MainWindow,
) -> None:
    window.project.list_filter.set_criteria(Criteria(numbers="2-3"))
    actions(window).all.trigger()
    assert selected(window) == [2, 3]
    window.project.list.selectRow(0)
    actions(window).invert.trigger()
    assert selected(window) == [3]


def test_sequences_are_selected_by_number(window: MainWindow, qtbot: QtBot) -> None:
    window.project.list_filter.set_criteria(Criteria(numbers="2"))
    actions(window).numbers.trigger()
    dialog = the_dialog(NumbersDialog)
    qtbot.keyClicks(dialog.line, "1, x")
    assert not dialog.go.isEnabled()
    assert "“x”" in dialog.fault.text()
    dialog.line.setText("1, 3-9")
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert selected(window) == [1, 3]


def test_numbers_that_nothing_has_are_told(window: MainWindow) -> None:
    actions(window).select_numbers(((7, None),))
    assert "No sequence has" in the_dialog(QMessageBox).text()
    press(the_dialog(QMessageBox), "Close")
    assert selected(window) == [1]
