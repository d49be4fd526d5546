"""A listing of ST.25 in the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from seqeditor.app.document import Document
from seqeditor.ui.windows import Windows
from tests.ui.conftest import visible_dialogs

ST25 = (
    "<110> Acme\n<120> Title\n<130> R-1\n<210> 1\n<211> 12\n<212> DNA\n"
    "<213> Artificial Sequence\n<400> 1\nacgtacgtacgt  12\n"
)


def test_an_older_listing_is_opened_as_a_new_one(
    qtbot: QtBot, windows: Windows, document: Callable[..., Document], tmp_path: Path
) -> None:
    file = tmp_path / "old.txt"
    file.write_text(ST25, encoding="utf-8")
    window = windows.open(document(0))
    window.commands.opening.open(file)
    qtbot.waitUntil(lambda: window.desk.document.count() == 1)
    assert window.desk.document.header.file_reference == "R-1"
    qtbot.waitUntil(lambda: bool(visible_dialogs()))
    for dialog in visible_dialogs():
        dialog.reject()
    window.desk.document.undo()
    assert (window.desk.document.count(), window.desk.document.header.file_reference) == (0, None)
    # In work already: a window of its own.
    window.desk.document.redo()
    window.commands.opening.open(file)
    qtbot.waitUntil(lambda: len(windows.all) == 2 and bool(visible_dialogs()))
    for dialog in visible_dialogs():
        dialog.reject()
    assert [one.desk.document.count() for one in windows.all] == [1, 1]
