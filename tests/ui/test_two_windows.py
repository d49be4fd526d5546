"""Two windows: each is edited by itself, sequences are dragged over, and one goes meanwhile."""

from __future__ import annotations

from array import array
from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from seqeditor.app.clipboard import MIME
from seqeditor.app.document import Document
from seqeditor.domain.edits.features import add_feature
from seqeditor.domain.sequence import Qualifier, Sequence
from seqeditor.ui.main_window import MainWindow
from seqeditor.ui.windows import Windows
from tests.app.conftest import content
from tests.ui.conftest import sequence, settle, the_dialog

Two = tuple[MainWindow, MainWindow]


class _Drop(QDropEvent):
    """A drop with the source that a real drag would have."""

    def __init__(self, place: QPoint, data: QMimeData, source: QObject) -> None:
        buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        super().__init__(QPointF(place), Qt.DropAction.CopyAction, data, buttons, keys)
        self._source = source

    def source(self) -> QObject:
        return self._source


def _coding() -> tuple[Sequence, Sequence]:
    made = sequence("atgaaagtgctggcgaaagtgctggcgtaa", name="gene")
    qualifiers = [Qualifier("translation", "MKVLAKVLA"), Qualifier("protein_id", "2")]
    return add_feature(made, "CDS", "1..30", qualifiers), sequence("MKVLAKVLA", "AA", name="p")


@pytest.fixture
def two(windows: Windows, document: Callable[..., Document], qtbot: QtBot) -> Two:
    """Return a window on a gene with its protein, and one on three sequences."""
    first, second = windows.open(document(0, *_coding())), windows.open(document(3))
    settle(qtbot, first)
    settle(qtbot, second)
    return first, second


def _dragged(window: MainWindow, *positions: int) -> QMimeData:
    order = window.desk.document.order
    window.project.list.select_ids(array("q", [order.id_at(n) for n in positions]))
    data = window.commands.clipboard.dragged()
    assert data is not None
    assert data.hasFormat(MIME)
    return data


def _drop(window: MainWindow, data: QMimeData, source: QObject) -> None:
    view = window.project.list
    rect = view.visualRect(view.model().index(0, 0))
    view.dropEvent(_Drop(QPoint(rect.center().x(), rect.top() + 2), data, source))


def _names(window: MainWindow) -> str:
    document = window.desk.document
    return " ".join(row.name for row in document.rows_of(document.order.ids))


def _type(window: MainWindow, letters: str) -> None:
    view = window.desk.editor.residues
    view.go_to(1)
    QTest.keyClicks(view, letters)


def test_each_is_edited_and_undone_by_itself(two: Two, qtbot: QtBot) -> None:
    first, second = two
    second.project.show_sequence(second.desk.document.order.id_at(1))
    before = content(first.desk.document), content(second.desk.document)
    first.project.show_sequence(first.desk.document.order.id_at(2))
    _type(first, "MK")
    _type(second, "ac")
    settle(qtbot, first)
    settle(qtbot, second)
    assert first.desk.editor.residues.length == 11
    first.commands.edit.undo.trigger()
    assert content(first.desk.document) == before[0]
    assert content(second.desk.document) != before[1]
    second.commands.edit.undo.trigger()
    assert content(second.desk.document) == before[1]


def test_a_gene_dragged_over_still_names_its_protein(two: Two, qtbot: QtBot) -> None:
    first, second = two
    before = content(second.desk.document)
    _drop(second, _dragged(first, 1, 2), first.project.list)
    assert _names(second) == "gene p s1 s2 s3"
    assert _names(first) == "gene p"
    there = second.desk.document
    assert there.sequence(there.order.id_at(1)).features[1].value("protein_id") == "2"
    there.undo()
    assert content(there) == before


def test_one_goes_while_the_other_takes_what_was_dragged(two: Two, qtbot: QtBot) -> None:
    first, second = two
    data = _dragged(first, 2)
    first.end(keep=False)
    first.close()
    settle(qtbot, second)
    _drop(second, data, QObject())
    assert _names(second) == "p s1 s2 s3"
    _type(second, "M")
    settle(qtbot, second)
    second.commands.edit.undo.trigger()
    second.commands.edit.undo.trigger()
    assert _names(second) == "s1 s2 s3"


def test_a_window_closed_while_the_other_is_checked_takes_nothing_with_it(
    two: Two, qtbot: QtBot
) -> None:
    first, second = two
    _type(first, "ac")
    second.project.show_sequence(second.desk.document.order.id_at(1))
    _type(second, "ac")
    first.end(keep=False)
    first.close()
    settle(qtbot, second)
    assert second.desk.editor.residues.length == 32
    assert _names(second) == "s1 s2 s3"


def test_nothing_of_another_program_is_taken_for_sequences(two: Two) -> None:
    data = QMimeData()
    data.setData(MIME, b"\xff\x00<broken")
    before = content(two[1].desk.document)
    _drop(two[1], data, QObject())
    the_dialog().reject()
    assert content(two[1].desk.document) == before
