"""The map under mouse and keyboard, by itself."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import (
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from seqeditor.domain.residues import TextResidues
from seqeditor.domain.sequence import Feature, Sequence
from seqeditor.ui.map.view import FeatureMap
from tests.ui.map.conftest import Maker, point

LEFT = Qt.MouseButton.LeftButton


def drag(qtbot: QtBot, view: FeatureMap, start: QPoint, *through: QPoint) -> None:
    port = view.viewport()
    qtbot.mousePress(port, LEFT, pos=start)
    for place in through:
        qtbot.mouseMove(port, place)


def release(qtbot: QtBot, view: FeatureMap, at: QPoint) -> None:
    qtbot.mouseRelease(view.viewport(), LEFT, pos=at)


def turn_wheel(view: FeatureMap, at: QPoint, by: int, held: Qt.KeyboardModifier) -> None:
    event = QWheelEvent(
        QPointF(at),
        QPointF(view.viewport().mapToGlobal(at)),
        QPoint(),
        QPoint(0, by),
        Qt.MouseButton.NoButton,
        held,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def test_a_click_chooses_and_a_double_click_edits(shown: Maker, qtbot: QtBot) -> None:
    view = shown()
    with qtbot.waitSignal(view.feature_chosen) as chosen:
        qtbot.mouseClick(view.viewport(), LEFT, pos=point(view, 200, 1))
    assert chosen.args == [1]
    assert view.current == 1
    with qtbot.waitSignal(view.feature_activated) as activated:
        qtbot.mouseDClick(view.viewport(), LEFT, pos=point(view, 650, 2))
    assert activated.args == [2]


@pytest.mark.parametrize("held", ["ControlModifier", "AltModifier"])
def test_other_keys_held_choose_all_the_same(shown: Maker, qtbot: QtBot, held: str) -> None:
    view = shown()
    qtbot.mouseClick(
        view.viewport(), LEFT, getattr(Qt.KeyboardModifier, held), pos=point(view, 200, 1)
    )
    assert view.current == 1


def test_the_line_between_two_pieces_belongs_to_the_feature(shown: Maker, qtbot: QtBot) -> None:
    view = shown()
    qtbot.mouseClick(view.viewport(), LEFT, pos=point(view, 550, 2))
    assert view.current == 2


@pytest.mark.parametrize(
    ("index", "start", "to", "location"),
    [
        (1, 99, 50, "51..300"),
        (1, 300, 350, "100..350"),
        (1, 99, 900, "300"),
        (1, 300, 20, "100"),
        (1, 99, -900, "1..300"),
        (2, 500, 450, "complement(join(400..450,600..700))"),
        (2, 700, 2000, "complement(join(400..500,600..1000))"),
        (4, 849, 820, "<821..>950"),
        (4, 950, 960, "<850..>960"),
    ],
)
def test_an_end_is_dragged(
    shown: Maker, qtbot: QtBot, index: int, start: int, to: int, location: str
) -> None:
    view = shown()
    changes: list[tuple[int, str]] = []
    view.location_dragged.connect(lambda i, text: changes.append((i, text)))
    inwards = 1 if start in (99, 849) else -1
    begin, end = point(view, start + inwards, index), point(view, to, index)
    drag(qtbot, view, begin, point(view, (start + to) / 2, index), end)
    preview = view.marks.preview
    assert preview is not None
    assert preview.location == location
    assert location in view.marks.said
    assert changes == []
    release(qtbot, view, end)
    assert changes == [(index, location)]
    assert view.marks.preview is None


def test_a_site_is_dragged_once_it_is_chosen(shown: Maker, qtbot: QtBot) -> None:
    view = shown()
    view.choose(3)
    drag(qtbot, view, point(view, 800, 3), point(view, 820, 3))
    with qtbot.waitSignal(view.location_dragged) as dragged:
        release(qtbot, view, point(view, 820, 3))
    assert dragged.args == [3, "820^821"]


def test_escape_gives_up_a_drag(shown: Maker, qtbot: QtBot) -> None:
    view = shown()
    drag(qtbot, view, point(view, 298, 1), point(view, 350, 1))
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.marks.preview is None
    with qtbot.assertNotEmitted(view.location_dragged):
        release(qtbot, view, point(view, 350, 1))


def test_a_press_without_a_move_changes_nothing(shown: Maker, qtbot: QtBot) -> None:
    view = shown()
    with qtbot.assertNotEmitted(view.location_dragged):
        qtbot.mouseClick(view.viewport(), LEFT, pos=point(view, 299, 1))
        drag(qtbot, view, point(view, 299, 1), point(view, 330, 1), point(view, 300, 1))
        release(qtbot, view, point(view, 300, 1))
    assert view.current == 1


def test_nothing_is_dragged_where_nothing_may_be_edited(shown: Maker, qtbot: QtBot) -> None:
    view = shown()
    view.set_read_only(True)
    with qtbot.assertNotEmitted(view.location_dragged):
        drag(qtbot, view, point(view, 299, 1), point(view, 350, 1))
        release(qtbot, view, point(view, 350, 1))
    assert view.current == 1


def test_a_sequence_that_changes_meanwhile_ends_a_drag(shown: Maker, qtbot: QtBot) -> None:
    view = shown()
    drag(qtbot, view, point(view, 299, 1), point(view, 350, 1))
    view.set_sequence(Sequence("DNA", TextResidues("acgt")))
    with qtbot.assertNotEmitted(view.location_dragged):
        release(qtbot, view, QPoint(5, 5))


def test_a_drag_over_the_ruler_selects_residues(shown: Maker, qtbot: QtBot) -> None:
    view = shown()
    chosen: list[tuple[int, int]] = []
    view.residues_chosen.connect(lambda a, b: chosen.append((a, b)))
    view.residues_chosen.connect(view.set_selection)
    drag(qtbot, view, point(view, 100), point(view, 200))
    release(qtbot, view, point(view, 200))
    assert chosen[0] == (101, 100)
    assert chosen[-1] == (101, 200)
    shift = Qt.KeyboardModifier.ShiftModifier
    qtbot.mouseClick(view.viewport(), LEFT, shift, pos=point(view, 50))
    assert chosen[-1] == (51, 200)
    qtbot.mouseClick(view.viewport(), LEFT, shift, pos=point(view, 250, 1))
    assert chosen[-1] == (51, 250)


def test_ctrl_and_wheel_zoom_at_the_mouse(shown: Maker) -> None:
    view = shown()
    at = point(view, 300)
    before = view.plan.gap_at(QPointF(at))
    for _ in range(10):
        turn_wheel(view, at, 120, Qt.KeyboardModifier.ControlModifier)
    assert view.scale.per == pytest.approx(1.25**10, rel=0.01)
    assert abs(view.plan.gap_at(QPointF(at)) - before) <= 1
    assert view.horizontalScrollBar().maximum() == view.scale.hidden
    offset = view.scale.offset
    turn_wheel(view, at, -120, Qt.KeyboardModifier.NoModifier)
    assert view.scale.offset == offset + 120
    for _ in range(30):
        turn_wheel(view, at, -120, Qt.KeyboardModifier.ControlModifier)
    assert view.is_fitted
    assert view.horizontalScrollBar().maximum() == 0


def test_the_keyboard_goes_through_the_features(shown: Maker, qtbot: QtBot) -> None:
    view = shown()
    order = []
    for _ in range(5):
        qtbot.keyClick(view, Qt.Key.Key_Right)
        order.append(view.current)
    assert order == [1, 2, 3, 4, 4]
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.current == 3
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.current == 1
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.current == 4
    with qtbot.waitSignal(view.feature_activated) as activated:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert activated.args == [4]
    qtbot.keyClicks(view, "+++")
    assert not view.is_fitted
    first, last = view.scale.seen()
    assert first <= 900 <= last
    qtbot.keyClicks(view, "-")
    qtbot.keyClicks(view, "0")
    assert view.is_fitted


def test_the_current_feature_is_brought_into_sight(shown: Maker) -> None:
    view = shown()
    view.zoom_to(900, 920)
    view.set_current(1)
    first, last = view.scale.seen()
    assert first <= 100 <= last
    assert view.current == 1


def test_the_middle_button_moves_the_map(shown: Maker, qtbot: QtBot) -> None:
    view = shown()
    view.zoom_to(400, 600)
    offset, port = view.scale.offset, view.viewport()
    qtbot.mousePress(port, Qt.MouseButton.MiddleButton, pos=QPoint(300, 100))
    qtbot.mouseMove(port, QPoint(250, 100))
    qtbot.mouseRelease(port, Qt.MouseButton.MiddleButton, pos=QPoint(250, 100))
    assert view.scale.offset == offset + 50


def test_round_maps_take_the_mouse_too(shown: Maker, qtbot: QtBot) -> None:
    view = shown()
    view.resize(700, 700)
    view.set_circular(True)
    qtbot.mouseClick(view.viewport(), LEFT, pos=point(view, 200, 1))
    assert view.current == 1
    drag(qtbot, view, point(view, 298, 1), point(view, 330, 1), point(view, 350, 1))
    with qtbot.waitSignal(view.location_dragged) as dragged:
        release(qtbot, view, point(view, 350, 1))
    index, location = dragged.args
    assert index == 1
    assert location.startswith("100..3")
    assert abs(int(location[5:]) - 350) <= 3


def test_an_end_does_not_jump_over_the_top_of_the_circle(shown: Maker, qtbot: QtBot) -> None:
    view = shown(Feature("CDS", "600..900"))
    view.resize(700, 700)
    view.set_circular(True)
    drag(
        qtbot, view, point(view, 898, 0), *(point(view, g % 1000, 0) for g in range(920, 1100, 20))
    )
    assert view.marks.preview is not None
    assert view.marks.preview.location == "600..1000"
    release(qtbot, view, point(view, 80, 0))


def test_a_circle_zooms_and_scrolls(shown: Maker) -> None:
    view = shown()
    view.set_circular(True)
    view.zoom_in()
    assert not view.is_fitted
    assert view.horizontalScrollBar().maximum() > 0
    view.zoom_to(100, 120)
    assert view.viewport().rect().contains(point(view, 110, 1))
    view.fit()
    assert view.horizontalScrollBar().maximum() == 0
