"""Snapshots as filed, in the window."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QInputDialog, QMessageBox
from pytestqt.qtbot import QtBot

from seqeditor.domain.edits.sequence import set_source_value
from seqeditor.ui.dialogs.generate import PlanDialog, StatementDialog
from seqeditor.ui.dialogs.rows import RowsDialog
from seqeditor.ui.main_window import MainWindow
from seqeditor.ui.panels.project import SNAPSHOTS
from seqeditor.ui.panels.snapshots import SnapshotsPanel
from seqeditor.ui.windows import Windows
from tests.ui.actions.test_files import complete
from tests.ui.conftest import press, settle, the_dialog

Answer = Callable[[Path | None], list[str]]


@pytest.fixture
def filed(
    window: MainWindow, answer_file_dialog: Answer, tmp_path: Path, qtbot: QtBot
) -> MainWindow:
    """A window on three sequences that have been generated and kept."""
    window.signal.document.apply_header("Fill", complete)
    settle(qtbot, window)
    answer_file_dialog(tmp_path / "filed.xml")
    window.file_actions.generate.trigger()
    settle(qtbot, window)
    dialog = the_dialog(PlanDialog)
    assert dialog.label is None
    dialog.keep.click()
    dialog._label.setText("to the EPO")
    press(dialog, "Choose where to save")
    settle(qtbot, window)
    the_dialog(StatementDialog).reject()
    window.project.choose(SNAPSHOTS)
    return window


def _panel(window: MainWindow) -> SnapshotsPanel:
    assert window.centre.pages.currentWidget() is window.centre.snapshots
    return window.centre.snapshots


def test_generate_keeps_a_snapshot(filed: MainWindow, tmp_path: Path) -> None:
    one = _panel(filed).current()
    assert one is not None
    assert (one.label, one.file_name, one.total) == ("to the EPO", "filed.xml", 3)
    assert filed.project.parts.item(SNAPSHOTS).text() == "Snapshots (1)"
    assert filed.isWindowModified()


def test_it_is_exported_byte_for_byte(
    filed: MainWindow, answer_file_dialog: Answer, tmp_path: Path, qtbot: QtBot
) -> None:
    answer_file_dialog(tmp_path / "again.xml")
    _panel(filed).buttons["export"].click()
    qtbot.waitUntil(lambda: not filed.runner.running)
    assert (tmp_path / "again.xml").read_bytes() == (tmp_path / "filed.xml").read_bytes()
    assert "again.xml" in filed.centre.notice.text


def test_it_opens_in_a_window_for_reading(
    filed: MainWindow, windows: Windows, qtbot: QtBot
) -> None:
    _panel(filed).buttons["open"].click()
    qtbot.waitUntil(lambda: len(windows.all) == 2)
    other = next(one for one in windows.all if one is not filed)
    settle(qtbot, other)
    assert other.signal.document.read_only
    assert other.signal.document.count() == 3
    assert "as it was filed" in other.centre.banner.text


def test_it_is_compared_with_the_listing(filed: MainWindow, qtbot: QtBot) -> None:
    document = filed.signal.document
    second = document.order.id_at(2)
    document.apply("Edit", [second], lambda old: set_source_value(old, "organism", "Mus musculus"))
    _panel(filed).buttons["compare"].click()
    qtbot.waitUntil(lambda: not filed.runner.running)
    dialog = the_dialog(RowsDialog)
    assert dialog.table.item(0, 0).text() == "2"
    assert "features" in dialog.table.item(0, 1).text()
    dialog.reject()


def test_it_is_renamed_and_deleted(filed: MainWindow) -> None:
    panel = _panel(filed)
    panel.buttons["rename"].click()
    dialog = the_dialog(QInputDialog)
    dialog.setTextValue("to WIPO")
    dialog.accept()
    one = panel.current()
    assert one is not None
    assert one.label == "to WIPO"
    panel.buttons["delete"].click()
    press(the_dialog(QMessageBox), "Delete")
    assert panel.current() is None
    assert filed.project.parts.item(SNAPSHOTS).text() == "Snapshots"


def test_afterwards_delete_skips(filed: MainWindow) -> None:
    document = filed.signal.document
    filed.project.choose(1)
    filed.project.list.select_ids(array("q", [document.order.id_at(2)]))
    filed.sequence_actions.delete.trigger()
    question = the_dialog(QMessageBox)
    assert "to the EPO" in question.text()
    press(question, "Skip")
    assert document.sequence(document.order.id_at(2)).is_skipped
