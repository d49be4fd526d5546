"""Residues edited in the real window, also by what no one should paste."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from seqeditor.app.document import Document
from seqeditor.domain.edits.features import add_feature
from seqeditor.domain.sequence import Sequence, skipped_sequence
from seqeditor.ui.main_window import MainWindow
from seqeditor.ui.windows import Windows
from tests.ui.conftest import sequence, settle

HUGE = 5_000_000

Opened = Callable[[Sequence], MainWindow]


@pytest.fixture
def opened(windows: Windows, document: Callable[..., Document], qtbot: QtBot) -> Opened:
    def open_one(one: Sequence) -> MainWindow:
        window = windows.open(document(0, one))
        window.resize(1400, 900)
        settle(qtbot, window)
        window.desk.editor.residues.setFocus()
        return window

    return open_one


def letters(window: MainWindow) -> str:
    document = window.desk.document
    return document.sequence(document.order.id_at(1)).residues.text()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "acgt"),
        ("\x00\x01\x02", "acgt"),
        ("12345 \n\t ---", "acgt"),
        ("\U0001f9ec \u0430\u0441", "acgt"),
        ("\u202eacg\u202c", "acgacgt"),
        (">head only", "acgt"),
        (">one\nACG\n>two\nTTT", "acgt"),
        ("5'-ACG-3'", "acgacgt"),
        ("<html><b>acg</b></html>", "htmlbacgbhtmlacgt"),
    ],
)
def test_whatever_is_pasted_ends_as_residues_or_as_a_sentence(
    opened: Opened, text: str, expected: str
) -> None:
    window = opened(sequence("acgt"))
    view = window.desk.editor.residues
    view.go_to(1)
    view.paste_requested.emit(1, 0, text)
    assert letters(window) == expected
    assert window.desk.editor.notice.text != ""


def test_five_million_residues_are_pasted_undone_and_redone(opened: Opened, qtbot: QtBot) -> None:
    window = opened(add_feature(sequence("acgtacgt"), "misc_feature", "5..8"))
    view, document = window.desk.editor.residues, window.desk.document
    QGuiApplication.clipboard().setText("ACGTU" * (HUGE // 5))
    view.go_to(5)
    qtbot.keyClick(view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    sequence_id = document.order.id_at(1)
    qtbot.waitUntil(lambda: view.length == HUGE + 8)
    assert document.sequence(sequence_id).features[1].location == f"{HUGE + 5}..{HUGE + 8}"
    assert "1000000 u" in window.desk.editor.notice.text
    assert view.selection.caret == HUGE + 4
    window.commands.edit.undo.trigger()
    qtbot.waitUntil(lambda: view.length == 8)
    assert document.sequence(sequence_id).features[1].location == "5..8"
    window.commands.edit.redo.trigger()
    qtbot.waitUntil(lambda: view.length == HUGE + 8)
    assert view.residues.text(HUGE, HUGE + 8) == "acgttacgt"
    settle(qtbot, window)


def test_a_selection_is_dragged_typed_over_and_taken_back(opened: Opened, qtbot: QtBot) -> None:
    window = opened(sequence("acgtaccgga" * 12))
    view = window.desk.editor.residues
    first, last = (view.residue_rectangle(position) for position in (11, 70))
    begin = first.center() - QPoint(first.width() // 2, 0)
    end = last.center() + QPoint(last.width() // 2, 0)
    button = Qt.MouseButton.LeftButton
    qtbot.mousePress(view.viewport(), button, pos=begin)
    qtbot.mouseMove(view.viewport(), end)
    qtbot.mouseRelease(view.viewport(), button, pos=end)
    assert (view.selection.start, view.selection.end) == (11, 70)
    assert "11..70, 60 of 120 residues" in window.status._place.text()
    qtbot.keyClicks(view, "n")
    assert letters(window) == "acgtaccgga" + "n" + "acgtaccgga" * 5
    qtbot.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert letters(window) == "acgtaccgga" * 12


def test_overwriting_moves_no_feature(opened: Opened, qtbot: QtBot) -> None:
    window = opened(add_feature(sequence("acgtacgtac"), "misc_feature", "5..8"))
    view, document = window.desk.editor.residues, window.desk.document
    view.go_to(3)
    qtbot.keyClick(view, Qt.Key.Key_Insert)
    qtbot.keyClicks(view, "nnnn")
    assert letters(window) == "acnnnngtac"
    assert document.sequence(document.order.id_at(1)).features[1].location == "5..8"
    view.go_to(1)
    qtbot.keyClicks(view, "ac")
    assert view.selection.caret == 2
    window.desk.editor._apply("other", lambda old: replace(old, name="other"))
    assert view.selection.caret == 2
    view.go_to(11)
    qtbot.keyClicks(view, "tt")
    assert letters(window) == "acnnnngtactt"


def test_the_gc_content_follows_what_is_overwritten(opened: Opened, qtbot: QtBot) -> None:
    window = opened(sequence("aaaaaaaaaa"))
    view, place = window.desk.editor.residues, window.status._place
    view.select(1, 4)
    assert "GC 0.0 %" in place.text()
    window.desk.editor.edits.edit(1, 2, "gc")
    view.select(1, 4)
    assert "GC 50.0 %" in place.text()


def test_a_large_selection_is_counted_when_the_mouse_rests(opened: Opened, qtbot: QtBot) -> None:
    window = opened(sequence("acgn" * 100_000))
    view, place = window.desk.editor.residues, window.status._place
    view.select_all()
    assert "GC" not in place.text()
    qtbot.waitUntil(lambda: "GC 66.7 %" in place.text())
    view.set_residues(view.residues, "AA")
    assert "GC" not in place.text()


def test_the_bar_closes_where_there_is_nowhere_to_go(
    windows: Windows, document: Callable[..., Document], qtbot: QtBot
) -> None:
    one = document(0, sequence(), skipped_sequence())
    window = windows.open(one)
    settle(qtbot, window)
    bar = window.desk.editor.go_to
    bar.ask()
    assert not bar.isHidden()
    window.project.show_sequence(one.order.id_at(2))
    assert bar.isHidden()
