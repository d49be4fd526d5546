"""Colours, notes and marks of the author's own, in the window and never in the XML."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from seqeditor.app.document import Document
from seqeditor.app.generating import generate
from seqeditor.app.jobs import Job
from seqeditor.domain.colours import COLOURS
from seqeditor.store.marks import marked
from seqeditor.ui.actions.notes import Notes
from seqeditor.ui.dialogs.note import NoteDialog
from seqeditor.ui.main_window import MainWindow
from seqeditor.ui.models.sequence_table import Column
from seqeditor.ui.qt.marks import colour_icon, colour_name
from seqeditor.ui.windows import Windows
from tests.ui.conftest import press, settle, the_dialog


def _notes(window: MainWindow) -> Notes:
    (found,) = (one for one in window.commands.groups if isinstance(one, Notes))
    return found


def _choose(window: MainWindow, *positions: int) -> list[int]:
    ids = [window.signal.document.order.id_at(n) for n in positions]
    window.project.list.select_ids(array("q", ids))
    return ids


def _generated(document: Document, file: Path) -> bytes:
    generate(document, file, Job(), document.copy, despite_errors=True)
    return file.read_bytes()


def _write_note(window: MainWindow, qtbot: QtBot, text: str) -> None:
    _notes(window).note.trigger()
    dialog = the_dialog(NoteDialog)
    dialog.text.selectAll()
    qtbot.keyClicks(dialog.text, text)
    press(dialog, "OK")


def test_none_of_them_reaches_the_xml(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    document = window.signal.document
    before = _generated(document, tmp_path / "a.xml")
    ids = _choose(window, 1, 2)
    _notes(window).by_colour["blue"].trigger()
    _notes(window).todo.trigger()
    _write_note(window, qtbot, "ask the inventor")
    window.centre.editor.head.name.setText("other")
    assert {document.sequence(one).colour for one in ids} == {"blue"}
    assert {document.sequence(one).note for one in ids} == {"ask the inventor"}
    assert marked(document.copy, ids) == set(ids)
    assert _generated(document, tmp_path / "a.xml") == before


def test_each_is_one_step_with_a_count(window: MainWindow, qtbot: QtBot) -> None:
    document = window.signal.document
    ids = _choose(window, 1, 3)
    _notes(window).by_colour["green"].trigger()
    step = document.undo_step()
    assert step is not None
    assert step.arguments == {"count": 2}
    _notes(window).todo.trigger()
    document.undo()
    assert marked(document.copy, ids) == set()
    assert not _notes(window).todo.isChecked()
    document.undo()
    assert {document.sequence(one).colour for one in ids} == {""}


def test_the_list_shows_them(window: MainWindow, qtbot: QtBot) -> None:
    model = window.project.model
    index = model.index(1, Column.ORGANISM)
    assert model.data(index, Qt.ItemDataRole.DecorationRole) is None
    _choose(window, 2)
    _notes(window).by_colour["vermilion"].trigger()
    _notes(window).todo.trigger()
    _write_note(window, qtbot, "odd")
    assert not model.data(index, Qt.ItemDataRole.DecorationRole).isNull()
    for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
        words = model.data(index, role)
        assert "red" in words
        assert "To do" in words
        assert "odd" in words


def test_the_head_of_the_sequence_shows_them(window: MainWindow, qtbot: QtBot) -> None:
    _choose(window, 2)
    _write_note(window, qtbot, "odd")
    button = window.centre.editor.head.marks
    assert "odd" in button.toolTip()
    menu = button.menu()
    assert menu is not None
    assert _notes(window).todo in menu.actions()
    _choose(window, 1)
    assert "odd" not in button.toolTip()


def test_a_note_is_begun_with_what_is_there(window: MainWindow, qtbot: QtBot) -> None:
    _choose(window, 1)
    _write_note(window, qtbot, "first")
    _notes(window).note.trigger()
    dialog = the_dialog(NoteDialog)
    assert dialog.text.toPlainText() == "first"
    step = window.signal.document.copy.last_step
    press(dialog, "OK")
    assert window.signal.document.copy.last_step == step


def test_they_are_pasted_into_another_window(
    window: MainWindow, windows: Windows, document: Callable[..., Document], qtbot: QtBot
) -> None:
    _choose(window, 1)
    _notes(window).by_colour["sky"].trigger()
    _notes(window).todo.trigger()
    window.commands.clipboard.copy()
    other = windows.open(document(1))
    settle(qtbot, other)
    other.commands.clipboard.paste()
    copy = other.signal.document
    pasted = copy.order.id_at(2)
    assert (copy.sequence(pasted).colour, copy.sequence(pasted).name) == ("sky", "s1")
    assert marked(copy.copy, [pasted]) == {pasted}


def test_every_colour_has_a_name_and_a_shape_of_its_own(qtbot: QtBot) -> None:
    assert len({colour_name(one) for one in COLOURS}) == len(COLOURS)
    shapes = {
        colour_icon(one).pixmap(16, 16).toImage().createAlphaMask().bits().tobytes()
        for one in COLOURS
    }
    assert len(shapes) == len(COLOURS)
