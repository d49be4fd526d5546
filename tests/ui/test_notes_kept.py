"""What the author notes on sequences: undone, filtered, saved, reopened, never in the XML."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from seqeditor.app.document import Document
from seqeditor.app.generating import generate
from seqeditor.app.jobs import Job
from seqeditor.app.opening import open_file
from seqeditor.app.saving import save_project
from seqeditor.domain.criteria import NOTE, TODO, Criteria
from seqeditor.store.marks import marked
from seqeditor.ui.actions.notes import Notes
from seqeditor.ui.dialogs.note import NoteDialog
from seqeditor.ui.main_window import MainWindow
from seqeditor.ui.windows import Windows
from tests.ui.conftest import press, settle, the_dialog


def _notes(window: MainWindow) -> Notes:
    (found,) = (one for one in window.commands.groups if isinstance(one, Notes))
    return found


def _choose(window: MainWindow, position: int) -> int:
    one = window.desk.document.order.id_at(position)
    window.project.list.select_ids(array("q", [one]))
    return one


def _xml(document: Document, file: Path) -> bytes:
    generate(document, file, Job(), document.copy, despite_errors=True)
    return file.read_bytes()


def _note_all(window: MainWindow, qtbot: QtBot) -> int:
    """Give the second sequence everything there is, as a user does: four steps."""
    one = _choose(window, 2)
    menu = _notes(window).button.menu()
    assert menu is not None
    next(a for a in menu.actions() if a is _notes(window).todo).trigger()
    _notes(window).by_colour["blue"].trigger()
    _notes(window).note.trigger()
    dialog = the_dialog(NoteDialog)
    qtbot.keyClicks(dialog.text, "ask again")
    press(dialog, "OK")
    name = window.desk.editor.head.name
    name.setFocus()
    name.selectAll()
    qtbot.keyClicks(name, "probe")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    return one


def _told(document: Document, one: int) -> tuple[str, str, str, bool]:
    kept = document.sequence(one)
    return kept.colour, kept.note, kept.name, marked(document.copy, [one]) == {one}


ALL = ("blue", "ask again", "probe", True)


def test_each_is_undone_and_done_again(window: MainWindow, qtbot: QtBot) -> None:
    document = window.desk.document
    step = document.undo_step()
    assert step is not None
    before = _told(document, document.order.id_at(2))
    one = _note_all(window, qtbot)
    assert _told(document, one) == ALL
    steps = 0
    while document.undo_step() != step:
        window.commands.edit.undo.trigger()
        steps += 1
    assert (steps, _told(document, one)) == (4, before)
    assert window.desk.editor.head.name.text() == before[2]
    for _step in range(steps):
        window.commands.edit.redo.trigger()
    assert _told(document, one) == ALL
    assert window.desk.editor.head.name.text() == "probe"


def test_the_filter_finds_them(window: MainWindow, qtbot: QtBot) -> None:
    one = _note_all(window, qtbot)
    found = []
    for wanted in (Criteria(marked="blue"), Criteria(marked=TODO), Criteria(marked=NOTE)):
        window.project.list_filter.set_criteria(wanted)
        settle(qtbot, window)
        found.append(list(window.project.model.ids))
        window.project.list_filter.set_criteria(Criteria())
        settle(qtbot, window)
        assert len(window.project.model.ids) == 3
    assert found == [[one]] * 3


def test_they_come_back_from_the_file_and_never_reach_the_xml(
    window: MainWindow, windows: Windows, qtbot: QtBot, tmp_path: Path
) -> None:
    document = window.desk.document
    before = _xml(document, tmp_path / "a.xml")
    one = _note_all(window, qtbot)
    assert _xml(document, tmp_path / "b.xml") == before.replace(b"a.xml", b"b.xml")
    path = tmp_path / "kept.seqproj"
    reader = document.reader()
    save_project(document, path, Job(), reader)
    reader.connection.close()
    position = document.order.position(one)
    window.end(keep=False)
    window.close()
    second = windows.open(open_file(path, Job()))
    settle(qtbot, second)
    there = _choose(second, position)
    assert _told(second.desk.document, there) == ALL
    assert second.desk.editor.head.name.text() == "probe"
    assert "ask again" in _notes(second).button.toolTip()
    assert _notes(second).todo.isChecked()
    assert _xml(second.desk.document, tmp_path / "c.xml") == before.replace(b"a.xml", b"c.xml")


def test_they_are_of_their_own_window(
    window: MainWindow, windows: Windows, document: Callable[..., Document], qtbot: QtBot
) -> None:
    other = windows.open(document(3))
    settle(qtbot, other)
    one = _note_all(window, qtbot)
    same = other.desk.document.order.id_at(2)
    assert _told(other.desk.document, same) == ("", "", "s2", False)
    assert not _notes(other).todo.isChecked()
    other.commands.edit.refresh()
    window.end(keep=False)
    window.close()
    assert _note_all(other, qtbot) == same
    assert _told(other.desk.document, same) == ALL
    assert one
