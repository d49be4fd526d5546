from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeySequence
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from seqeditor.domain.residues import TextResidues
from seqeditor.ui.residues.view import ResidueView

START = "acgtacgtac" * 15


def test_typing_asks_for_an_insertion_and_the_caret_follows(
    qtbot: QtBot, view: ResidueView, edited: Callable[[], str]
):
    view.go_to(4)
    with qtbot.waitSignal(view.edit_requested) as asked:
        qtbot.keyClicks(view, "N")
    assert asked.args == [4, 0, "n"]
    qtbot.keyClicks(view, "uT")
    assert edited() == "acgntt" + START[3:]
    assert view.selection.caret == 6


def test_typing_replaces_the_selection(qtbot: QtBot, view: ResidueView, edited: Callable[[], str]):
    view.select(2, 9)
    qtbot.keyClicks(view, "w")
    assert edited() == "aw" + START[9:]
    assert (view.selection.start, view.selection.end) == (3, 2)


def test_amino_acids_are_written_in_upper_case(qtbot: QtBot, view: ResidueView):
    view.set_residues(TextResidues("MKV"), "AA", 4)
    with qtbot.waitSignal(view.edit_requested) as asked:
        qtbot.keyClicks(view, "l")
    assert asked.args == [4, 0, "L"]


def test_what_is_no_residue_is_refused_and_nothing_changes(qtbot: QtBot, view: ResidueView):
    with qtbot.assertNotEmitted(view.edit_requested), qtbot.waitSignal(view.refused) as refused:
        qtbot.keyClicks(view, "e")
    assert refused.args == ["e"]


def test_overwriting_replaces_and_appends_at_the_end(
    qtbot: QtBot, view: ResidueView, edited: Callable[[], str]
):
    with qtbot.waitSignal(view.overwrite_changed):
        qtbot.keyClick(view, Qt.Key.Key_Insert)
    view.go_to(1)
    qtbot.keyClicks(view, "nn")
    assert edited() == "nn" + START[2:]
    view.go_to(151)
    qtbot.keyClicks(view, "k")
    assert edited() == "nn" + START[2:] + "k"
    assert view.selection.caret == 151


def test_erasing_by_key(qtbot: QtBot, view: ResidueView, edited: Callable[[], str]):
    view.go_to(5)
    qtbot.keyClick(view, Qt.Key.Key_Backspace)
    assert (edited(), view.selection.caret) == (START[:3] + START[4:], 3)
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert (edited(), view.selection.caret) == (START[:3] + START[5:], 3)
    qtbot.keyClick(view, Qt.Key.Key_Backspace, Qt.KeyboardModifier.ControlModifier)
    assert (edited(), view.selection.caret) == (START[5:], 0)
    with qtbot.assertNotEmitted(view.edit_requested):
        qtbot.keyClick(view, Qt.Key.Key_Backspace)


def test_copy_gives_plain_residues_and_cut_asks_for_their_removal(
    qtbot: QtBot, view: ResidueView, edited: Callable[[], str]
):
    view.select(55, 65)
    qtbot.keySequence(view, QKeySequence.StandardKey.Copy)
    assert QGuiApplication.clipboard().text() == START[54:65]
    qtbot.keySequence(view, QKeySequence.StandardKey.Cut)
    assert edited() == START[:54] + START[65:]


def test_copying_nothing_keeps_the_clipboard(qtbot: QtBot, view: ResidueView):
    QGuiApplication.clipboard().setText("kept")
    view.go_to(3)
    view.copy()
    assert QGuiApplication.clipboard().text() == "kept"


def test_paste_hands_on_the_text_as_it_is(qtbot: QtBot, view: ResidueView):
    QGuiApplication.clipboard().setText(">head\n 1 acg\n")
    view.select(3, 6)
    with (
        qtbot.assertNotEmitted(view.edit_requested),
        qtbot.waitSignal(view.paste_requested) as asked,
    ):
        qtbot.keySequence(view, QKeySequence.StandardKey.Paste)
    assert asked.args == [3, 4, ">head\n 1 acg\n"]


def test_read_only_selects_and_copies_but_never_asks_for_an_edit(qtbot: QtBot, view: ResidueView):
    view.set_read_only(True)
    view.select(1, 4)
    QGuiApplication.clipboard().setText("tttt")
    with (
        qtbot.assertNotEmitted(view.edit_requested),
        qtbot.assertNotEmitted(view.paste_requested),
    ):
        qtbot.keyClicks(view, "a")
        qtbot.keyClick(view, Qt.Key.Key_Delete)
        qtbot.keySequence(view, QKeySequence.StandardKey.Cut)
        qtbot.keySequence(view, QKeySequence.StandardKey.Paste)
    view.copy()
    assert QGuiApplication.clipboard().text() == START[:4]
    assert not view.inputMethodQuery(Qt.InputMethodQuery.ImEnabled)


def test_an_input_method_commits_letters_and_its_composition_is_ignored(
    qtbot: QtBot, view: ResidueView, edited: Callable[[], str]
):
    view.go_to(1)
    QApplication.sendEvent(view, QInputMethodEvent("あ", []))
    assert edited() == START
    event = QInputMethodEvent()
    event.setCommitString("ｇあN")
    with qtbot.waitSignal(view.refused) as refused:
        QApplication.sendEvent(view, event)
    assert refused.args == ["あ"]
    assert edited() == "gn" + START
    assert view.inputMethodQuery(Qt.InputMethodQuery.ImEnabled)
    rectangle = view.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    assert rectangle == view.caret_rectangle()
    assert view.inputMethodQuery(Qt.InputMethodQuery.ImSurroundingText) == ""
    assert view.inputMethodQuery(Qt.InputMethodQuery.ImHints) != 0


def test_residues_that_are_no_answer_leave_the_caret(view: ResidueView):
    view.go_to(100)
    view.set_residues(TextResidues("acgt"), "DNA")
    assert view.selection.caret == 4
    view.set_residues(TextResidues("acgtacgt"), "DNA", keep_caret_at=3)
    assert view.selection.caret == 2


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_F5, Qt.Key.Key_Escape])
def test_other_keys_are_left_to_the_window(qtbot: QtBot, view: ResidueView, key: Qt.Key):
    with (
        qtbot.assertNotEmitted(view.edit_requested),
        qtbot.assertNotEmitted(view.selection_changed),
        qtbot.assertNotEmitted(view.refused),
    ):
        qtbot.keyClick(view, key)
