"""Features go from one sequence to another, and from one window to another, by the Edit menu."""

from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from seqeditor.app.document import Document
from seqeditor.domain.edits.features import add_feature
from seqeditor.domain.sequence import Qualifier
from seqeditor.ui.dialogs.paste_features import PasteFeaturesDialog
from seqeditor.ui.main_window import MainWindow
from seqeditor.ui.windows import Windows
from tests.ui.conftest import press, sequence, settle, the_dialog


def begin(qtbot: QtBot, window: MainWindow, row: int) -> None:
    window.activateWindow()
    window.project.choose(1)
    window.project.list.selectRow(row)
    qtbot.waitUntil(lambda: window.desk.editor.sequence_id is not None)
    tree = window.desk.editor.features.tree
    tree.setFocus()
    qtbot.waitUntil(tree.hasFocus)
    window.commands.edit._last = tree


def test_from_one_window_to_another(
    qtbot: QtBot, windows: Windows, document: Callable[..., Document]
):
    long = add_feature(sequence(), "misc_feature", "3..9", [Qualifier("note", "linker")])
    long = add_feature(long, "modified_base", "20", [Qualifier("mod_base", "um")])
    first = windows.open(document(0, long))
    settle(qtbot, first)
    begin(qtbot, first, 0)
    features = first.desk.editor.features
    features.tree.setCurrentIndex(features.model.index(1, 0))
    features.tree.select_rows([features.model.index(row, 0) for row in (1, 2)])
    first.commands.edit.refresh()
    assert first.commands.edit.copy.isEnabled()
    first.commands.edit.copy.trigger()

    second = windows.open(document(0, sequence("acgtacgtacgt")))
    settle(qtbot, second)
    begin(qtbot, second, 0)
    second.commands.edit.refresh()
    second.commands.edit.paste.trigger()
    dialog = the_dialog(PasteFeaturesDialog)
    press(dialog, "Paste as they are")
    press(dialog, "Paste")
    shown = second.desk.editor.sequence_id
    assert shown is not None
    there = second.desk.document.sequence(shown).features
    assert [(one.key, one.location) for one in there] == [
        ("source", "1..12"),
        ("misc_feature", "3..9"),
        ("modified_base", "20"),
    ]
    second.commands.edit.undo.trigger()
    assert len(second.desk.document.sequence(shown).features) == 1
    settle(qtbot, second)
