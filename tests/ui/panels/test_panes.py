from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from seqeditor.ui.actions.split_view import SplitView
from seqeditor.ui.features.cells import NAME
from seqeditor.ui.features.table import USUAL_WIDTHS
from seqeditor.ui.main_window import MainWindow
from seqeditor.ui.panels.panes import BELOW, BESIDE, Pane, Panes
from seqeditor.ui.panels.sequence_editor import SequenceEditor

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panes(window: MainWindow, qtbot: QtBot) -> Panes:
    """Return two panes with the sequences 1 and 2, the first active."""
    window.resize(1280, 720)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.centre.editor.residues.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert window.centre.panes.is_split
    return window.centre.panes


def numbers(window: MainWindow) -> list[str]:
    document = window.signal.document
    shown = [editor.sequence_id for editor in window.centre.panes.editors]
    return [document.number(one) if one is not None else "" for one in shown]


def pane_of(panes: Panes, editor: SequenceEditor) -> Pane:
    return next(one for one in panes.findChildren(Pane) if one.editor is editor)


def click(qtbot: QtBot, editor: SequenceEditor) -> None:
    qtbot.mouseClick(editor.residues.viewport(), LEFT, pos=QPoint(90, 30))


def click_row(qtbot: QtBot, window: MainWindow, row: int) -> None:
    table = window.project.list
    rect = table.visualRect(table.model().index(row, 0))
    qtbot.mouseClick(table.viewport(), LEFT, pos=rect.center())


def test_the_second_pane_shows_the_next_sequence(window: MainWindow, panes: Panes) -> None:
    assert numbers(window) == ["1", "2"]
    first, second = (pane_of(panes, editor) for editor in panes.editors)
    assert (first.bar.is_active, second.bar.is_active) == (True, False)
    assert first.bar.isVisible()
    assert second.bar.isVisible()


def test_what_is_clicked_is_the_active_pane(window: MainWindow, panes: Panes, qtbot: QtBot) -> None:
    first, second = panes.editors
    click(qtbot, second)
    assert panes.active is second
    assert window.desk.editor is second
    assert window.project.list.current_id() == second.sequence_id
    click_row(qtbot, window, 2)
    assert numbers(window) == ["1", "3"]
    click(qtbot, first)
    click_row(qtbot, window, 1)
    assert numbers(window) == ["2", "3"]


def test_menus_act_on_the_active_pane(window: MainWindow, panes: Panes, qtbot: QtBot) -> None:
    first, second = panes.editors
    feature_menu = window.commands.menus["feature"]
    assert first.features.action("add_feature") in feature_menu.actions()
    click(qtbot, second)
    assert second.features.action("add_feature") in feature_menu.actions()
    assert first.features.action("add_feature") not in feature_menu.actions()
    second.residues.select(2, 9)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_R, both)
    document = window.signal.document
    assert first.sequence_id is not None
    assert second.sequence_id is not None
    assert document.sequence(first.sequence_id).residues.text(2, 9) == "cgtacgta"
    assert document.sequence(second.sequence_id).residues.text(2, 9) == "tacgtacg"


def test_an_edit_in_one_pane_is_seen_in_the_other(
    window: MainWindow, panes: Panes, qtbot: QtBot
) -> None:
    first, second = panes.editors
    click_row(qtbot, window, 1)
    assert numbers(window) == ["2", "2"]
    second.residues.go_to(20)
    first.residues.setFocus()
    first.residues.go_to(1)
    qtbot.keyClicks(first.residues, "ttt")
    assert second.residues.residues.text(1, 5) == "tttac"
    assert second.features.sequence.length == 33
    assert first.residues.selection.start == 4


def test_the_place_told_is_the_one_of_the_active_pane(
    window: MainWindow, panes: Panes, qtbot: QtBot
) -> None:
    first, second = panes.editors
    told: list[str] = []
    panes.place_changed.connect(told.append)
    click(qtbot, second)
    second.residues.go_to(12)
    assert "12" in told[-1]
    first.residues.go_to(25)
    assert "12" in told[-1]


def test_closing_a_pane_leaves_the_other_with_the_room(
    window: MainWindow, panes: Panes, qtbot: QtBot
) -> None:
    first, second = panes.editors
    click(qtbot, second)
    qtbot.mouseClick(pane_of(panes, first).bar.close_button, LEFT)
    assert not panes.is_split
    assert panes.active is second
    assert window.centre.editor.isVisible()
    assert first.sequence_id is None
    click_row(qtbot, window, 2)
    assert numbers(window) == ["", "3"]
    window.centre.editor.residues.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert panes.is_split
    assert numbers(window) == ["2", "3"]


def test_panes_change_places_and_lie_below_one_another(
    window: MainWindow, panes: Panes, qtbot: QtBot
) -> None:
    first, second = panes.editors
    split = next(g for g in window.commands.groups if isinstance(g, SplitView))
    split.swap.trigger()
    assert second.mapTo(window, QPoint()).x() < first.mapTo(window, QPoint()).x()
    split.below.trigger()
    assert panes.orientation == BELOW
    assert second.mapTo(window, QPoint()).y() < first.mapTo(window, QPoint()).y()
    assert window.desk.session.settings.split_way == "below"
    split.beside.trigger()
    assert panes.orientation == BESIDE


def test_the_menu_of_the_list_shows_a_sequence_in_the_other_pane(
    window: MainWindow, panes: Panes, qtbot: QtBot
) -> None:
    split = next(g for g in window.commands.groups if isinstance(g, SplitView))
    assert split.show_in_other in window.project.list.extra_entries
    table = window.project.list
    place = table.visualRect(table.model().index(2, 0)).center()
    qtbot.mousePress(table.viewport(), Qt.MouseButton.RightButton, pos=place)
    split.show_in_other.trigger()
    assert numbers(window) == ["1", "3"]


def test_a_sequence_that_goes_leaves_no_pane_empty(
    window: MainWindow, panes: Panes, qtbot: QtBot
) -> None:
    document = window.signal.document
    gone = panes.editors[1].sequence_id
    assert gone is not None
    document.remove_sequences("Remove", [gone])
    assert panes.editors[1].sequence_id == panes.editors[0].sequence_id
    document.undo()
    assert panes.is_split


def test_a_filter_does_not_change_what_a_pane_shows(
    window: MainWindow, panes: Panes, qtbot: QtBot
) -> None:
    second = panes.editors[1]
    window.project.filter.setText("s1")
    window.project.filter_now()
    click(qtbot, second)
    second.residues.go_to(1)
    qtbot.keyClicks(second.residues, "t")
    assert numbers(window) == ["1", "2"]
    assert second.residues.residues.text(1, 2) == "ta"


def test_both_panes_fit_into_a_small_window(window: MainWindow, panes: Panes) -> None:
    assert window.minimumSizeHint().width() <= 1280
    assert window.minimumSizeHint().height() <= 720
    panes.split(BELOW, None)
    assert window.minimumSizeHint().height() <= 720


def test_values_of_features_are_seen_in_a_narrow_pane(
    window: MainWindow, panes: Panes, qtbot: QtBot
) -> None:
    features = panes.active.features
    header = features.tree.header()
    qtbot.waitUntil(lambda: header.sectionSize(NAME) <= features.width() * 0.6)
    panes.close_other()
    qtbot.waitUntil(lambda: header.sectionSize(NAME) == USUAL_WIDTHS[NAME])
