"""The feature map in its window: in step with residues and table, shown, hidden, kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from seqeditor.app.document import Document
from seqeditor.domain.edits.features import add_feature
from seqeditor.domain.sequence import Sequence
from seqeditor.ui.actions.map_actions import MapActions
from seqeditor.ui.main_window import MainWindow
from seqeditor.ui.map.linear import LinearPlan
from seqeditor.ui.windows import Windows
from tests.ui.conftest import sequence, settle, the_dialog

LEFT = Qt.MouseButton.LeftButton


def annotated() -> Sequence:
    one = sequence("acgt" * 50)
    for key, location in (("CDS", "11..70"), ("gene", "join(81..100,121..140)")):
        one = add_feature(one, key, location)
    return one


@pytest.fixture
def window(windows: Windows, document: Callable[..., Document], qtbot: QtBot) -> MainWindow:
    made = windows.open(document(0, annotated()))
    made.resize(1280, 800)
    settle(qtbot, made)
    return made


def actions(window: MainWindow) -> MapActions:
    return next(one for one in window.commands.groups if isinstance(one, MapActions))


def place(window: MainWindow, gap: int, index: int | None = None) -> QPointF:
    plan = window.centre.editor.map.map.plan
    assert isinstance(plan, LinearPlan)
    y = 12.0 if index is None else plan.top_of(plan.table.lane_of[index]) + 8
    return QPointF(plan.scale.x_of(gap), y)


def test_map_table_and_residues_follow_one_another(window: MainWindow, qtbot: QtBot) -> None:
    editor = window.centre.editor
    shown = editor.map.map
    qtbot.mouseClick(shown.viewport(), LEFT, pos=place(window, 40, 1).toPoint())
    assert editor.features.current_feature == 1
    assert (editor.residues.selection.start, editor.residues.selection.end) == (11, 70)
    assert shown.marks.selection == (11, 70)
    editor.features.select_feature(2)
    assert shown.current == 2
    editor.residues.select(5, 9)
    assert shown.marks.selection == (5, 9)
    assert shown.marks.seen is not None
    assert shown.marks.seen[0] == 1


def test_a_drag_over_the_ruler_selects_in_the_residues(window: MainWindow, qtbot: QtBot) -> None:
    port = window.centre.editor.map.map.viewport()
    qtbot.mousePress(port, LEFT, pos=place(window, 20).toPoint())
    qtbot.mouseMove(port, place(window, 30).toPoint())
    qtbot.mouseRelease(port, LEFT, pos=place(window, 30).toPoint())
    selection = window.centre.editor.residues.selection
    assert (selection.start, selection.end) == (21, 30)


def test_dragging_an_end_is_one_step(window: MainWindow, qtbot: QtBot) -> None:
    editor, document = window.centre.editor, window.signal.document
    port = editor.map.map.viewport()

    def location() -> str:
        return document.sequence(document.order.id_at(1)).features[2].location

    qtbot.mousePress(port, LEFT, pos=place(window, 140, 2).toPoint())
    for gap in (150, 160, 170):
        qtbot.mouseMove(port, place(window, gap, 2).toPoint())
    assert location() == "join(81..100,121..140)"
    qtbot.mouseRelease(port, LEFT, pos=place(window, 170, 2).toPoint())
    assert location() == "join(81..100,121..170)"
    assert editor.map.map.current == 2
    document.undo()
    assert location() == "join(81..100,121..140)"
    entry = editor.map.map.entry(2)
    assert entry is not None
    assert entry.end == 140


def test_a_double_click_edits_the_location_in_the_table(window: MainWindow, qtbot: QtBot) -> None:
    shown = window.centre.editor.map.map
    qtbot.mouseDClick(shown.viewport(), LEFT, pos=place(window, 40, 1).toPoint())
    tree = window.centre.editor.features.tree
    (line,) = [one for one in tree.findChildren(QLineEdit) if one.isVisible()]
    assert line.text() == "11..70"


def test_the_menu_of_a_feature(window: MainWindow) -> None:
    panel = window.centre.editor.map
    menu = panel.map.context_menu(panel.map.entry(1))
    texts = [one.text().replace("&", "") for one in menu.actions()]
    for wanted in ("Edit the location", "Zoom to the feature", "Export the map…"):
        assert wanted in texts
    menu.actions()[1].trigger()
    assert not panel.map.is_fitted
    menu.deleteLater()


def test_the_map_is_hidden_and_that_is_remembered(
    window: MainWindow, windows: Windows, document: Callable[..., Document], qtbot: QtBot
) -> None:
    assert window.centre.editor.map.isVisible()
    actions(window).shown.trigger()
    assert window.centre.editor.map.isHidden()
    other = windows.open(document(1))
    settle(qtbot, other)
    assert other.centre.editor.map.isHidden()
    actions(other).go_to.trigger()
    assert other.centre.editor.map.isVisible()
    assert other.centre.editor.splitter.sizes()[0] > 0


def test_pushed_together_it_is_hidden_and_comes_back(window: MainWindow) -> None:
    editor, group = window.centre.editor, actions(window)
    editor.splitter.setSizes([0, 300, 300])
    editor.splitter.splitterMoved.emit(0, 1)
    assert not group.shown.isChecked()
    assert editor.map.isHidden()
    group.shown.trigger()
    assert editor.map.isVisible()
    assert editor.splitter.sizes()[0] > 0


def test_a_circle_is_remembered_and_gets_height(
    window: MainWindow, windows: Windows, document: Callable[..., Document], qtbot: QtBot
) -> None:
    editor = window.centre.editor
    editor.splitter.setSizes([80, 300, 300])
    editor.map.circular.trigger()
    assert editor.map.map.circular
    assert editor.splitter.sizes()[0] >= sum(editor.splitter.sizes()) // 3 - 2
    other = windows.open(document(1))
    settle(qtbot, other)
    assert other.centre.editor.map.map.circular
    other.centre.editor.map.circular.trigger()
    assert not other.desk.session.settings.map_circular


def test_export_writes_the_file_that_was_named(
    window: MainWindow,
    tmp_path: Path,
    answer_file_dialog: Callable[[Path | None], list[str]],
) -> None:
    asked = answer_file_dialog(tmp_path / "map.svg")
    window.centre.editor.map.export.trigger()
    assert Path(asked[0]).name == "map-1.svg"
    assert (tmp_path / "map.svg").read_bytes().startswith(b"<?xml")
    asked = answer_file_dialog(tmp_path / "picture.png")
    window.centre.editor.map.export.trigger()
    assert Path(asked[0]).parent == tmp_path
    assert (tmp_path / "picture.png").read_bytes().startswith(b"\x89PNG")


def test_a_name_without_ending_gets_one_but_replaces_nothing(
    window: MainWindow,
    tmp_path: Path,
    answer_file_dialog: Callable[[Path | None], list[str]],
) -> None:
    answer_file_dialog(tmp_path / "map")
    window.centre.editor.map.export.trigger()
    before = (tmp_path / "map.svg").read_bytes()
    window.centre.editor.features.select_feature(1)
    window.centre.editor.map.map.zoom_in()
    window.centre.editor.map.export.trigger()
    box = the_dialog(QMessageBox)
    assert "map.svg" in box.informativeText()
    box.close()
    assert (tmp_path / "map.svg").read_bytes() == before


def test_a_picture_that_cannot_be_written_is_told(
    window: MainWindow,
    tmp_path: Path,
    answer_file_dialog: Callable[[Path | None], list[str]],
) -> None:
    answer_file_dialog(tmp_path / "none" / "map.svg")
    window.centre.editor.map.export.trigger()
    box = the_dialog(QMessageBox)
    assert box.informativeText()
    box.close()


def test_the_map_is_copied_as_a_picture(window: MainWindow) -> None:
    window.centre.editor.map.copy.trigger()
    assert not QGuiApplication.clipboard().image().isNull()


def test_the_map_reads_from_left_to_right_in_a_mirrored_window(
    window: MainWindow, qtbot: QtBot
) -> None:
    session = window.desk.session
    session.choose_language("ar", keep=False)
    shown = window.centre.editor.map.map
    assert shown.layoutDirection() is Qt.LayoutDirection.LeftToRight
    qtbot.mouseClick(shown.viewport(), LEFT, pos=place(window, 40, 1).toPoint())
    assert window.centre.editor.features.current_feature == 1
    session.choose_language("en", keep=False)
