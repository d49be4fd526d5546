from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from seqeditor.app.document import Document
from seqeditor.app.opening import close_document, new_document
from seqeditor.bundled import bundled
from seqeditor.ui.dialogs.recovery import RecoveryDialog
from seqeditor.ui.windows import Windows
from tests.ui.conftest import press, sequence, settle, the_dialog, visible_dialogs

SAMPLE = bundled("resources", "samples", "sample-listing.xml")


def lose_one(count: int = 1) -> None:
    """Leave a working copy behind, as a program that was killed does."""
    document = new_document()
    document.insert_sequences("Add a sequence", 1, [sequence() for _ in range(count)])
    close_document(document, keep=True)


def test_the_program_begins_with_an_empty_listing(windows: Windows, qtbot: QtBot) -> None:
    windows.begin([])
    settle(qtbot, windows.all[0])
    assert windows.all[0].signal.document.count() == 0
    assert visible_dialogs() == []


def test_files_named_at_the_start_are_opened(windows: Windows, qtbot: QtBot) -> None:
    windows.begin([str(SAMPLE)])
    qtbot.waitUntil(lambda: [w.signal.document.path for w in windows.all] == [SAMPLE])
    settle(qtbot, windows.all[0])


def test_one_of_several_files_that_cannot_be_read_is_told_and_the_others_open(
    windows: Windows, qtbot: QtBot, tmp_path: Path
) -> None:
    other, empty = tmp_path / "other.xml", tmp_path / "empty.xml"
    other.write_bytes(SAMPLE.read_bytes())
    empty.write_bytes(b"")
    windows.begin([str(empty), str(SAMPLE), str(other)])
    qtbot.waitUntil(lambda: len(windows.all) == 3 and len(visible_dialogs()) == 1)
    assert {w.signal.document.path for w in windows.all} == {None, SAMPLE, other}
    for window in windows.all:
        settle(qtbot, window)
    visible_dialogs()[0].close()


def test_lost_work_is_still_offered_when_a_file_is_opened(windows: Windows, qtbot: QtBot) -> None:
    lose_one()
    windows.begin([str(SAMPLE)])
    qtbot.waitUntil(lambda: SAMPLE in [w.signal.document.path for w in windows.all])
    dialog = the_dialog(RecoveryDialog)
    for window in windows.all:
        settle(qtbot, window)
    dialog.close()


def test_lost_work_is_offered_and_comes_back_with_its_history(
    windows: Windows, qtbot: QtBot
) -> None:
    lose_one(2)
    windows.begin([])
    settle(qtbot, windows.all[0])
    dialog = the_dialog(RecoveryDialog)
    assert dialog.table.rowCount() == 1
    assert dialog.table.item(0, 2).text() == "2"
    press(dialog, "Recover")
    assert visible_dialogs() == []
    assert [window.signal.document.count() for window in windows.all] == [2]
    window = windows.all[0]
    settle(qtbot, window)
    window.edit_actions.undo.trigger()
    assert window.signal.document.count() == 0
    settle(qtbot, window)


def test_lost_work_is_discarded_only_after_a_question(windows: Windows, qtbot: QtBot) -> None:
    lose_one()
    lose_one()
    windows.begin([])
    settle(qtbot, windows.all[0])
    dialog = the_dialog(RecoveryDialog)
    dialog.table.selectRow(0)
    press(dialog, "Discard")
    press(the_dialog(QMessageBox), "Keep")
    assert dialog.table.rowCount() == 2
    press(dialog, "Discard")
    press(the_dialog(QMessageBox), "Discard")
    assert dialog.table.rowCount() == 1
    press(dialog, "Later")
    windows.offer_recovery(windows.all[0])
    assert the_dialog(RecoveryDialog).table.rowCount() == 1
    press(the_dialog(RecoveryDialog), "Later")


def test_quitting_stops_where_a_window_is_to_stay(
    windows: Windows, document: Callable[..., Document], qtbot: QtBot
) -> None:
    clean, first, second = (windows.open(document(n)) for n in (0, 1, 1))
    for window in (clean, first, second):
        settle(qtbot, window)
    windows.quit()
    assert windows.all == [first, second]
    press(the_dialog(QMessageBox), "Keep editing")
    assert windows.all == [first, second]
    windows.quit()
    press(the_dialog(QMessageBox), "Do not save")
    assert windows.all == [second]
    press(the_dialog(QMessageBox), "Do not save")
    assert windows.all == []


def test_all_windows_can_end_at_once_and_keep_their_work(
    windows: Windows, document: Callable[..., Document], qtbot: QtBot
) -> None:
    window = windows.open(document(1))
    folder = window.signal.document.copy.folder
    windows.keep_all()
    assert windows.all == []
    assert folder.exists()
