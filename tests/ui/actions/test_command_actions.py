"""Commands found by name, and keys of one's own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from seqeditor.app.document import Document
from seqeditor.ui.actions.command_actions import CommandActions
from seqeditor.ui.actions.every_action import Entry, entries
from seqeditor.ui.dialogs.palette import CommandPalette, found
from seqeditor.ui.dialogs.shortcuts import ShortcutsDialog
from seqeditor.ui.main_window import MainWindow
from seqeditor.ui.windows import Windows

Dialog = TypeVar("Dialog", bound=QDialog)


@pytest.fixture
def window(
    windows: Windows,
    document: Callable[..., Document],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> MainWindow:
    monkeypatch.setenv("SEQEDITOR_HOME", str(tmp_path / "home"))
    return windows.open(document(3))


def group(window: MainWindow) -> CommandActions:
    return next(g for g in window.commands.groups if isinstance(g, CommandActions))


def shown(kind: type[Dialog]) -> Dialog:
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible())


def entry(window: MainWindow, name: str) -> Entry:
    return next(one for one in entries(window) if one.name == name)


def rows(palette: CommandPalette) -> list[str]:
    items = [palette.tree.topLevelItem(row) for row in range(palette.tree.topLevelItemCount())]
    return [item.text(0) for item in items if item is not None]


def test_every_action_has_a_name_of_its_own_in_every_language(window: MainWindow) -> None:
    names = [one.name for one in entries(window) if one.name]
    assert len(names) == len(set(names)) > 80
    window.desk.session.choose_language("ja", keep=False)
    assert [one.name for one in entries(window) if one.name] == names


def test_no_usual_keys_call_two_actions_at_one_place(window: MainWindow) -> None:
    dialog = ShortcutsDialog(entries(window), {}, lambda _chosen: None, window)
    clashing = {one.name: [other.name for other in dialog.clashes(one)] for one in dialog._entries}
    dialog.reject()
    assert {name: others for name, others in clashing.items() if others} == {}


def test_words_of_the_beginning_come_first(window: MainWindow) -> None:
    every = entries(window)
    assert next(one.name for one in found(every, "redo")) == "Redo"
    names = [one.name for one in found(every, "go res")]
    assert names[0] == "Go to the residues"
    assert found(every, "qqqzzz") == []
    assert found(every, " ") == every


def test_a_command_is_run_from_the_keyboard(qtbot: QtBot, window: MainWindow) -> None:
    group(window).palette.trigger()
    palette = shown(CommandPalette)
    qtbot.keyClicks(palette.line, "insert before")
    assert rows(palette)[0] == "Insert before"
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert window.desk.document.count() == 4


def test_what_cannot_be_done_now_is_not_run(qtbot: QtBot, window: MainWindow) -> None:
    group(window).palette.trigger()
    palette = shown(CommandPalette)
    qtbot.keyClicks(palette.line, "redo")
    before = window.desk.document.count()
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert palette.isVisible() or window.desk.document.count() == before
    palette.close()


def test_a_number_goes_to_the_sequence(qtbot: QtBot, window: MainWindow) -> None:
    for number, expected in (("3", 3), ("99", 3)):
        group(window).palette.trigger()
        palette = shown(CommandPalette)
        qtbot.keyClicks(palette.line, number)
        assert rows(palette)[0] == f"Go to SEQ ID NO {number}"
        qtbot.keyClick(palette.line, Qt.Key.Key_Return)
        order = window.desk.document.order
        assert window.project.list.current_id() == order.id_at(expected)
    assert "99" in window.centre.notice.text


def test_keys_are_changed_for_all_windows_and_kept(
    window: MainWindow, windows: Windows, document: Callable[..., Document]
) -> None:
    other = windows.open(document(1))
    group(window).shortcuts.trigger()
    dialog = shown(ShortcutsDialog)
    dialog.line.setText("skip range")
    dialog.keys.setKeySequence(QKeySequence("Ctrl+Alt+K"))
    dialog.accept()
    for one in (window, other):
        assert entry(one, "Skip range").action.shortcut() == QKeySequence("Ctrl+Alt+K")
    third = windows.open(document(1))
    assert entry(third, "Skip range").action.shortcut() == QKeySequence("Ctrl+Alt+K")
    group(window).shortcuts.trigger()
    again = shown(ShortcutsDialog)
    again.all_usual.click()
    again.accept()
    assert entry(other, "Skip range").action.shortcut().isEmpty()


def test_keys_of_another_action_are_refused(window: MainWindow) -> None:
    group(window).shortcuts.trigger()
    dialog = shown(ShortcutsDialog)
    dialog.line.setText("skip range")
    dialog.keys.setKeySequence(QKeySequence("Ctrl+S"))
    assert "Save" in dialog.hint.text()
    dialog.accept()
    assert dialog.isVisible()
    dialog.usual.click()
    assert dialog.hint.text() == ""
    dialog.accept()
    assert entry(window, "Save").action.shortcut() == QKeySequence("Ctrl+S")


def test_keys_can_be_taken_away(window: MainWindow) -> None:
    group(window).shortcuts.trigger()
    dialog = shown(ShortcutsDialog)
    dialog.line.setText("next result")
    dialog.keys.clear()
    dialog.accept()
    assert entry(window, "Next result").action.shortcut().isEmpty()
