"""Rows of the list dragged with the mouse."""

from __future__ import annotations

from array import array
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from seqeditor.app.clipboard import MIME
from seqeditor.app.document import Document
from seqeditor.ui.main_window import MainWindow
from seqeditor.ui.panels.sequence_list import SequenceList
from seqeditor.ui.windows import Windows
from tests.ui.conftest import settle


def _names(document: Document) -> str:
    return " ".join(row.name for row in document.rows_of(document.order.ids))


def _choose(window: MainWindow, *positions: int) -> None:
    order = window.signal.document.order
    window.project.list.select_ids(array("q", [order.id_at(n) for n in positions]))


def _place(view: SequenceList, row: int, *, below: bool = False) -> QPoint:
    rect = view.visualRect(view.model().index(row, 0))
    return QPoint(rect.center().x(), rect.bottom() - 1 if below else rect.top() + 2)


class _Drop(QDropEvent):
    """A drop with the source that a real drag would have."""

    def __init__(self, place: QPoint, data: QMimeData, source: QObject) -> None:
        buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        actions = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
        super().__init__(QPointF(place), actions, data, buttons, keys)
        self._source = source

    def source(self) -> QObject:
        return self._source


@pytest.fixture
def drags(monkeypatch: pytest.MonkeyPatch) -> list[QMimeData]:
    """The data of every drag that is begun; none of them goes on."""
    begun: list[QMimeData] = []

    def start(drag: QDrag, *_arguments: object) -> Qt.DropAction:
        begun.append(drag.mimeData())
        return Qt.DropAction.IgnoreAction

    monkeypatch.setattr(QDrag, "exec", start)
    return begun


def test_selected_rows_are_dragged(
    window: MainWindow, drags: list[QMimeData], qtbot: QtBot
) -> None:
    view = window.project.list
    _choose(window, 1, 2)
    start = _place(view, 0)
    far = start + QPoint(0, QApplication.startDragDistance() + 5)
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(view.viewport(), far)
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    moved = QMouseEvent(QEvent.Type.MouseMove, QPointF(far), QPointF(far), left, left, none)
    QApplication.sendEvent(view.viewport(), moved)
    qtbot.mouseRelease(view.viewport(), left, pos=far)
    assert len(drags) == 1
    assert view.selected_count() == 2


def test_a_click_on_a_selected_row_selects_it_alone(window: MainWindow, qtbot: QtBot) -> None:
    view = window.project.list
    _choose(window, 1, 2)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=_place(view, 1))
    assert list(view.selected_ids()) == [window.signal.document.order.id_at(2)]


def test_dropped_rows_are_moved(window: MainWindow) -> None:
    view = window.project.list
    _choose(window, 1)
    view.dropEvent(_Drop(_place(view, 1, below=True), QMimeData(), view))
    assert _names(window.signal.document) == "s2 s1 s3"
    view.dropEvent(_Drop(QPoint(5, view.viewport().height() - 2), QMimeData(), view))
    assert _names(window.signal.document) == "s2 s3 s1"


def test_among_filtered_rows_nothing_is_moved(window: MainWindow) -> None:
    view = window.project.list
    window.project.filter.setText("s")
    window.project.filter_now()
    _choose(window, 1)
    view.dropEvent(_Drop(_place(view, 2), QMimeData(), view))
    assert _names(window.signal.document) == "s1 s2 s3"


def test_rows_of_another_window_are_copied(
    window: MainWindow, windows: Windows, document: Callable[..., Document], qtbot: QtBot
) -> None:
    _choose(window, 2, 3)
    data = window.commands.clipboard.dragged()
    assert data is not None
    assert data.hasFormat(MIME)
    other = windows.open(document(1))
    settle(qtbot, other)
    view = other.project.list
    view.dropEvent(_Drop(_place(view, 0), data, window.project.list))
    assert _names(other.signal.document) == "s2 s3 s1"
    assert _names(window.signal.document) == "s1 s2 s3"


def test_what_is_no_sequence_is_left_to_the_window(window: MainWindow) -> None:
    data = QMimeData()
    data.setText("acgt")
    event = _Drop(QPoint(5, 5), data, window)
    window.project.list.dropEvent(event)
    assert not event.isAccepted()
    assert window.signal.document.count() == 3
