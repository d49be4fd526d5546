from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeySequence, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from seqeditor.domain.residues import TextResidues
from seqeditor.ui.residues.view import ResidueView

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def point(view: ResidueView, position: int) -> QPoint:
    rectangle = view.residue_rectangle(position)
    assert not rectangle.isEmpty()
    return rectangle.topLeft() + QPoint(1, 4)


def span(view: ResidueView) -> tuple[int, int]:
    return view.selection.start, view.selection.end


def test_a_click_puts_the_caret_and_shift_click_selects(qtbot: QtBot, view: ResidueView):
    with qtbot.waitSignal(view.selection_changed) as told:
        qtbot.mouseClick(view.viewport(), LEFT, NONE, point(view, 25))
    assert told.args == [25, 24]
    qtbot.mouseClick(view.viewport(), LEFT, SHIFT, point(view, 81))
    assert span(view) == (25, 80)


def test_dragging_selects_in_both_directions(qtbot: QtBot, view: ResidueView):
    qtbot.mousePress(view.viewport(), LEFT, NONE, point(view, 31))
    qtbot.mouseMove(view.viewport(), point(view, 71))
    assert span(view) == (31, 70)
    qtbot.mouseMove(view.viewport(), point(view, 11))
    assert span(view) == (11, 30)
    qtbot.mouseRelease(view.viewport(), LEFT, NONE, point(view, 11))
    qtbot.mouseMove(view.viewport(), point(view, 91))
    assert span(view) == (11, 30)


def test_a_double_click_takes_the_group_and_a_triple_click_the_line(
    qtbot: QtBot, view: ResidueView
):
    place = point(view, 75)
    qtbot.mouseDClick(view.viewport(), LEFT, NONE, place)
    assert span(view) == (71, 80)
    qtbot.mousePress(view.viewport(), LEFT, NONE, place)
    assert span(view) == (61, 120)
    qtbot.mouseMove(view.viewport(), point(view, 130))
    assert span(view) == (61, 150)
    qtbot.mouseRelease(view.viewport(), LEFT)


def test_dragging_after_a_double_click_takes_whole_groups(qtbot: QtBot, view: ResidueView):
    qtbot.mouseDClick(view.viewport(), LEFT, NONE, point(view, 25))
    qtbot.mouseMove(view.viewport(), point(view, 42))
    assert span(view) == (21, 50)
    qtbot.mouseMove(view.viewport(), point(view, 12))
    assert span(view) == (11, 30)
    qtbot.mouseRelease(view.viewport(), LEFT)


def test_dragging_beyond_the_edge_scrolls(qtbot: QtBot, view: ResidueView):
    view.set_residues(TextResidues("acgt" * 2000), "DNA", 1)
    qtbot.mousePress(view.viewport(), LEFT, NONE, point(view, 1))
    below = QPoint(200, view.viewport().height() + 20)
    qtbot.mouseMove(view.viewport(), below)
    qtbot.waitUntil(lambda: view.verticalScrollBar().value() > 2)
    qtbot.mouseRelease(view.viewport(), LEFT, NONE, below)
    reached = view.selection.end
    assert reached > 600
    assert view.selection.start == 1


@pytest.mark.parametrize(
    ("key", "start", "end"),
    [
        (QKeySequence.StandardKey.SelectNextChar, 11, 11),
        (QKeySequence.StandardKey.SelectNextWord, 11, 20),
        (QKeySequence.StandardKey.SelectNextLine, 11, 70),
        (QKeySequence.StandardKey.SelectEndOfLine, 11, 60),
        (QKeySequence.StandardKey.SelectEndOfDocument, 11, 150),
        (QKeySequence.StandardKey.SelectStartOfDocument, 1, 10),
        (QKeySequence.StandardKey.SelectAll, 1, 150),
        (QKeySequence.StandardKey.MoveToNextChar, 12, 11),
        (QKeySequence.StandardKey.MoveToEndOfDocument, 151, 150),
        (QKeySequence.StandardKey.MoveToStartOfLine, 1, 0),
    ],
)
def test_selecting_by_keyboard(
    qtbot: QtBot, view: ResidueView, key: QKeySequence.StandardKey, start: int, end: int
):
    view.go_to(11)
    qtbot.keySequence(view, key)
    assert span(view) == (start, end)


def test_pages_and_ends_are_shown(qtbot: QtBot, view: ResidueView):
    view.set_residues(TextResidues("acgt" * 5000), "DNA", 1)
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.selection.caret == view.page_lines * 60
    qtbot.keySequence(view, QKeySequence.StandardKey.MoveToEndOfDocument)
    assert not view.caret_rectangle().isEmpty()
    assert view.caret_rectangle().bottom() <= view.viewport().height()
    assert view.verticalScrollBar().value() == view.verticalScrollBar().maximum()
    qtbot.keySequence(view, QKeySequence.StandardKey.MoveToStartOfDocument)
    assert view.verticalScrollBar().value() == 0


def test_a_programmed_selection_is_shown_and_told(qtbot: QtBot, view: ResidueView):
    view.set_residues(TextResidues("acgt" * 5000), "DNA", 1)
    with qtbot.waitSignal(view.selection_changed) as told:
        view.select(9000, 9021)
    assert told.args == [9000, 9021]
    assert not view.residue_rectangle(9021).isEmpty()
    view.select(9000, 8999)
    assert view.selection.is_empty
    assert view.selection.start == 9000
    view.select(-5, 10**9)
    assert span(view) == (1, 20_000)
    view.go_to(10**9)
    assert span(view) == (20_001, 20_000)


def test_what_is_clicked_is_what_is_shown_in_a_narrow_view(qtbot: QtBot, view: ResidueView):
    view.resize(260, 300)
    assert view.grid.per_line == 10
    qtbot.mouseClick(view.viewport(), LEFT, NONE, point(view, 34))
    assert view.selection.caret == 33
    view.resize(60, 300)
    assert view.grid.per_line == 10
    assert view.horizontalScrollBar().maximum() > 0
    view.go_to(20)
    assert view.viewport().rect().contains(view.caret_rectangle())


def test_the_first_visible_residue_stays_visible_when_lines_change(view: ResidueView):
    view.set_residues(TextResidues("acgt" * 5000), "DNA", 1)
    view.verticalScrollBar().setValue(100)
    first = view.rows()[0].first
    view.resize(500, 400)
    assert view.rows()[0].first <= first <= view.rows()[0].last


def test_the_size_of_the_letters(qtbot: QtBot, view: ResidueView):
    before = view.font_size
    with qtbot.waitSignal(view.font_size_changed) as told:
        view.zoom_in()
    assert told.args == [before + 1]
    view.zoom_out()
    for angle in (120, 60, 60):
        wheel(view, angle, Qt.KeyboardModifier.ControlModifier)
    assert view.font_size == before + 2
    view.set_font_size(10_000)
    assert view.font_size == 48
    view.zoom_reset()
    assert view.font_size == before


def test_the_wheel_scrolls(view: ResidueView):
    view.set_residues(TextResidues("acgt" * 5000), "DNA", 1)
    wheel(view, -120, NONE)
    assert view.verticalScrollBar().value() > 0


def wheel(view: ResidueView, angle: int, modifiers: Qt.KeyboardModifier) -> None:
    place = QPointF(50, 50)
    event = QWheelEvent(
        place,
        view.mapToGlobal(place),
        QPoint(),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def test_residues_run_left_to_right_in_a_mirrored_window(qtbot: QtBot, view: ResidueView):
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        mirrored = ResidueView()
        qtbot.addWidget(mirrored)
        mirrored.resize(900, 300)
        mirrored.set_residues(TextResidues("acgt" * 30), "DNA", 1)
        mirrored.show()
        assert mirrored.residue_rectangle(1).x() < mirrored.residue_rectangle(2).x()
        mirrored.setFocus()
        qtbot.keyClick(mirrored, Qt.Key.Key_Right)
        assert mirrored.selection.caret == 1
    finally:
        QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
